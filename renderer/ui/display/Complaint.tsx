import { Alert, Text } from '@mantine/core'
import { useFailureSentence } from '../use-failure-sentence.ts'

/** Why a call outside a form did not work, as a sentence. Nothing where there was no error. */
export function Complaint({ error }: { readonly error: unknown }) {
  const sentence = useFailureSentence()(error)
  if (sentence === undefined) return null
  return (
    <Alert color="red" variant="light" role="alert" my="sm" maw="44rem">
      <Text c="dark.9">{sentence}</Text>
    </Alert>
  )
}
