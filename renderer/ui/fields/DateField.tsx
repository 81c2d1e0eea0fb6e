import { ActionIcon, Popover, Text, TextInput } from '@mantine/core'
import { DatePicker } from '@mantine/dates'
import { type KeyboardEvent, type ReactNode, useCallback, useRef, useState } from 'react'
import { addDays, type CalendarDate, formatDate } from '../../../shared/calendar.ts'
import { CalendarIcon } from '../display/icons.tsx'
import { focusNext } from '../form/focus-order.ts'
import { useOpenQuestion } from '../form/open-questions.ts'
import { useText } from '../text.ts'
import { AskBack } from './AskBack.tsx'
import classes from './fields.module.css'
import { labelProps } from './label.ts'
import { oddity, oldAfterDays } from './typed-day.ts'
import { useTypedDay } from './use-typed-day.ts'

export interface DateFieldProps {
  readonly label: string
  /** The label is read out and not shown: in the cells of a table. */
  readonly isLabelHidden?: boolean
  readonly value: CalendarDate | null
  readonly onChange: (day: CalendarDate | null) => void
  readonly today: CalendarDate
  readonly name?: string
  readonly description?: ReactNode
  readonly error?: string | undefined
  /** Days that lie far back or ahead are normal here (birthdays, periods of a report): no question. */
  readonly anyDay?: boolean
  /** Tells the day only once she is done with the field: a report is not made for every digit. */
  readonly whenDone?: boolean
  readonly autoFocus?: boolean
  readonly disabled?: boolean
}

/** A day as she writes it: `20/11/26`, `20-11`, `kemarin`; arrows up and down go a day back or ahead. */
export function DateField(props: DateFieldProps) {
  const { label, isLabelHidden, value, today, name, description, error, anyDay, autoFocus, disabled } = props
  const { t, language } = useText()
  const input = useRef<HTMLInputElement>(null)
  const [mode, setMode] = useState<'idle' | 'typing' | 'asked'>('idle')
  const isTyping = mode === 'typing'
  const { text, day, isUnreadable, type, choose, done } = useTypedDay(props, isTyping)
  const [confirmed, setConfirmed] = useState<CalendarDate | null>(null)
  const odd = anyDay ? undefined : oddity(value, today)
  const isAsking = odd !== undefined && confirmed !== value && value !== null
  const focus = useCallback(() => input.current?.focus(), [])
  const ask = useCallback(() => {
    if (isUnreadable) focus()
    // Last, since the focus means typing and what is wrong is only said once she stops: asked to save, she stopped.
    setMode('asked')
  }, [isUnreadable, focus])
  useOpenQuestion(isUnreadable || isAsking, ask)
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Enter') done()
    const days = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
    if (days === 0 || event.altKey) return
    event.preventDefault()
    choose(addDays(value ?? today, value === null ? 0 : days))
  }
  return (
    <div>
      <div className={classes.withPreview}>
        <TextInput
          ref={input}
          {...labelProps(label, isLabelHidden)}
          name={name}
          description={description}
          error={isUnreadable && !isTyping ? t(($) => $.ui.date.unreadable) : error}
          value={text}
          onChange={(event) => {
            setMode('typing')
            type(event.currentTarget.value)
          }}
          onFocus={(event) => {
            setMode('typing')
            event.currentTarget.select()
          }}
          onBlur={() => {
            done()
            setMode((now) => (now === 'typing' ? 'idle' : now))
          }}
          onKeyDown={onKeyDown}
          autoComplete="off"
          autoFocus={autoFocus ?? false}
          data-autofocus={autoFocus}
          disabled={disabled ?? false}
          rightSection={<CalendarButton value={value ?? today} onPick={choose} />}
          classNames={{ input: classes.number }}
        />
        {isTyping && (
          <Text c="gray.7" className={classes.preview}>
            {day === null ? t(($) => $.ui.date.hint) : formatDate(day, language)}
          </Text>
        )}
      </div>
      {isAsking && !isTyping && (
        <AskBack
          takesFocus={mode === 'asked'}
          question={t(($) => $.ui.date[odd], { date: formatDate(value, language), days: oldAfterDays })}
          answers={[
            {
              label: t(($) => $.ui.date.yes),
              choose: () => {
                setConfirmed(value)
                if (input.current) focusNext(input.current)
              },
            },
            { label: t(($) => $.ui.money.fix), choose: focus },
          ]}
        />
      )}
    </div>
  )
}

interface CalendarButtonProps {
  readonly value: CalendarDate
  readonly onPick: (day: CalendarDate) => void
}

/** For those who would rather point: out of the Tab order, the field itself does everything. */
function CalendarButton({ value, onPick }: CalendarButtonProps) {
  const { t, language } = useText()
  const [isOpen, setOpen] = useState(false)
  return (
    <Popover opened={isOpen} onChange={setOpen} trapFocus withinPortal position="bottom-end" shadow="md">
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray.7"
          tabIndex={-1}
          aria-label={t(($) => $.ui.date.calendar)}
          onClick={() => setOpen(!isOpen)}
        >
          <CalendarIcon />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <DatePicker
          value={value}
          defaultDate={value}
          locale={language}
          ariaLabels={{
            previousMonth: t(($) => $.ui.date.previousMonth),
            nextMonth: t(($) => $.ui.date.nextMonth),
          }}
          onChange={(day) => {
            if (day !== null) onPick(day)
            setOpen(false)
          }}
        />
      </Popover.Dropdown>
    </Popover>
  )
}
