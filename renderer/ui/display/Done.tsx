import { Alert, Text } from '@mantine/core'

/** One sentence about what was just done, for what writes no voucher. Undefined: nothing was done yet. */
export function Done({ sentence }: { readonly sentence: string | undefined }) {
  if (sentence === undefined) return null
  return (
    <Alert color="teal" variant="light" role="status" mb="md" maw="44rem">
      <Text c="dark.9">{sentence}</Text>
    </Alert>
  )
}
