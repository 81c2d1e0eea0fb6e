import { Alert, Button, Group, Text } from '@mantine/core'
import { useCallback, useEffect, useRef } from 'react'
import { fieldBehind } from '../form/focus-order.ts'
import { useOpenQuestion } from '../form/open-questions.ts'
import classes from './fields.module.css'

interface Answer {
  readonly label: string
  readonly choose: () => void
}

interface AskBackProps {
  readonly question: string
  readonly answers: readonly Answer[]
  /** The question came up because saving was tried: it takes the focus as it appears. */
  readonly takesFocus?: boolean
}

/** A question below a field. The form cannot be saved before it is answered; Enter on the first button answers it. */
export function AskBack({ question, answers, takesFocus }: AskBackProps) {
  const first = useRef<HTMLButtonElement>(null)
  useOpenQuestion(
    true,
    useCallback(() => first.current?.focus(), []),
  )
  useEffect(() => {
    if (takesFocus) first.current?.focus()
  }, [takesFocus])
  return (
    <Alert
      color="yellow"
      variant="light"
      mt="xs"
      p="xs"
      role="status"
      classNames={{ root: classes.question, message: classes.question }}
    >
      <Text size="sm" c="dark.9">
        {question}
      </Text>
      <Group gap="xs" mt={6}>
        {answers.map(({ label, choose }, index) => (
          <Button
            key={label}
            ref={index === 0 ? first : null}
            size="compact-sm"
            variant={index === 0 ? 'filled' : 'default'}
            onClick={({ currentTarget }) => {
              const next = fieldBehind(currentTarget)
              choose()
              // The question went away with the focus in it: on to the next field.
              requestAnimationFrame(() => {
                if (document.activeElement === document.body) next?.focus()
              })
            }}
          >
            {label}
          </Button>
        ))}
      </Group>
    </Alert>
  )
}
