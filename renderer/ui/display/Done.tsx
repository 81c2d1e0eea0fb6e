import { Paper, Text } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import classes from './display.module.css'

/** What was just done, in one sentence, and the how manyth such sentence it is: the same may be said twice. */
export interface Said {
  readonly sentence: string | undefined
  readonly count: number
}

/** What a screen says it did; nothing at first. */
export function useSaid(): [Said, (sentence: string | undefined) => void] {
  const [said, setSaid] = useState<Said>({ sentence: undefined, count: 0 })
  return [said, (sentence) => setSaid(({ count }) => ({ sentence, count: count + 1 }))]
}

interface DoneProps {
  readonly sentence: string | undefined
  /** She works far from it: it comes into sight, and takes the focus where nothing else has it. */
  readonly isFar?: boolean
}

/** One sentence about what was just done, for what writes no voucher. Undefined: nothing was done yet. */
export function Done({ sentence, isFar = false }: DoneProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (sentence === undefined || !isFar) return
    box.current?.scrollIntoView({ block: 'center' })
    if (document.activeElement === document.body) box.current?.focus({ preventScroll: true })
  }, [sentence, isFar])
  if (sentence === undefined) return null
  return (
    <Paper
      ref={box}
      withBorder
      px="md"
      py="sm"
      mb="md"
      maw="44rem"
      radius="md"
      role="status"
      tabIndex={-1}
      className={classes.saved}
    >
      <Text>{sentence}</Text>
    </Paper>
  )
}
