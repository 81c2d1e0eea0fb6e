import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { Fragment, type ReactNode, useRef } from 'react'
import { useText } from '../text.ts'
import { enter, enterInChoice } from './enter-key.ts'
import type { EntryForm } from './entry-form.ts'
import { focusFirstInvalid } from './focus-order.ts'
import classes from './form.module.css'
import { OpenQuestionsContext } from './open-questions.ts'
import { useSubmit } from './submit.ts'
import { useTypedWork } from './typed-work.ts'

interface FormFrameProps<Values extends object> {
  readonly form: EntryForm<Values>
  readonly label: string
  readonly children: ReactNode
  readonly saveLabel?: string
  readonly onCancel?: () => void
  readonly cancelLabel?: string
  /** More buttons beside the one that saves. */
  readonly actions?: ReactNode
  readonly maxWidth?: string
  /** What it comes to, in one line with the button that saves: the line stays in sight however long the form is. */
  readonly summary?: ReactNode
  /** Ctrl+Enter saves also where nothing has the focus any more, as after a call that failed. */
  readonly isSavedFromAnywhere?: boolean
}

/**
 * What every form does the same way: Enter goes on and saves at the last field, problems stand beside their fields,
 * nothing typed is lost by an error, by Esc or by walking away.
 */
export function FormFrame<Values extends object>(props: FormFrameProps<Values>) {
  const { form, label, children, saveLabel, onCancel, cancelLabel, actions, maxWidth = '36rem', summary } = props
  const { isSavedFromAnywhere = false } = props
  const { t } = useText()
  const element = useRef<HTMLFormElement>(null)
  useTypedWork(form.isDirty)
  const { hasFailed, isSaving, complaint } = form
  const { submit, isWaiting } = useSubmit(form, () => element.current && focusFirstInvalid(element.current))
  const saveFromAnywhere = (event: KeyboardEvent) => {
    if (isSavedFromAnywhere && !event.defaultPrevented) submit()
  }
  useHotkeys([['mod+Enter', saveFromAnywhere, { preventDefault: false }]], [])
  return (
    <OpenQuestionsContext value={form.questions}>
      <form
        ref={element}
        noValidate
        aria-label={label}
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
        onKeyDownCapture={enterInChoice}
        onKeyDown={enter}
      >
        <Stack gap="0.9375rem" maw={maxWidth}>
          {hasFailed && (
            <Alert color="red" variant="light" role="alert">
              {complaint !== undefined && (
                <Text fw={600} c="dark.9">
                  {complaint}
                </Text>
              )}
              <Text c="dark.9">{t(($) => $.ui.form.notSaved)}</Text>
            </Alert>
          )}
          <Fragment key={form.generation}>{children}</Fragment>
          <Group gap="sm" mt="xs" className={summary === undefined ? undefined : classes.bar}>
            {summary}
            <Button type="submit" loading={isSaving || isWaiting}>
              {saveLabel ?? t(($) => $.ui.form.save)}
            </Button>
            {actions}
            {onCancel && (
              <Button variant="default" onClick={onCancel}>
                {cancelLabel ?? t(($) => $.ui.form.cancel)}
              </Button>
            )}
          </Group>
          {summary === undefined && (
            <Text size="sm" c="gray.7">
              {t(($) => $.ui.form.enterHint)}
            </Text>
          )}
        </Stack>
      </form>
    </OpenQuestionsContext>
  )
}
