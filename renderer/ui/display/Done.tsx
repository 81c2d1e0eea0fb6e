import { Paper, Text } from '@mantine/core'
import classes from './display.module.css'

/** One sentence about what was just done, for what writes no voucher. Undefined: nothing was done yet. */
export function Done({ sentence }: { readonly sentence: string | undefined }) {
  if (sentence === undefined) return null
  return (
    <Paper withBorder px="md" py="sm" mb="md" maw="44rem" radius="md" role="status" className={classes.saved}>
      <Text>{sentence}</Text>
    </Paper>
  )
}
