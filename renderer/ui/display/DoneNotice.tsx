import { Group, Paper, Text } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import classes from './display.module.css'
import { WarningList } from './WarningList.tsx'

interface DoneNoticeProps {
  /** What happened, in one sentence. */
  readonly sentence: string
  readonly text?: string
  /** Sentences, not codes. */
  readonly warnings?: readonly string[]
  /** Where it can go on from here; the first of them gets the focus. */
  readonly children: ReactNode
}

/** After something that writes no voucher: what happened, and the ways on. */
export function DoneNotice({ sentence, text, warnings = [], children }: DoneNoticeProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const first = box.current?.querySelector<HTMLElement>('a, button')
    ;(first ?? box.current)?.focus()
  }, [])
  return (
    <Paper ref={box} withBorder p="lg" radius="md" maw="56rem" role="status" tabIndex={-1} className={classes.saved}>
      <Text size="lg">{sentence}</Text>
      {text !== undefined && <Text>{text}</Text>}
      <WarningList warnings={warnings} />
      <Group gap="sm" mt="md">
        {children}
      </Group>
    </Paper>
  )
}
