import { Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useText } from '../text.ts'
import { enter, enterInChoice } from './enter-key.ts'

interface ReckonFrameProps {
  readonly label: string
  /** Behind the last field: where the result is read. */
  readonly onDone: () => void
  readonly children: ReactNode
}

/** Fields whose result stands beside them and is reckoned while typing: nothing is saved, nothing can be lost. */
export function ReckonFrame({ label, onDone, children }: ReckonFrameProps) {
  const { t } = useText()
  return (
    <form
      noValidate
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault()
        onDone()
      }}
      onKeyDownCapture={enterInChoice}
      onKeyDown={enter}
    >
      <Stack gap="0.75rem">
        {children}
        <Text size="sm" c="gray.7">
          {t(($) => $.calculator.keys)}
        </Text>
      </Stack>
    </form>
  )
}
