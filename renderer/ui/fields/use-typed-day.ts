import { useEffect, useState } from 'react'
import { type CalendarDate, formatDate } from '../../../shared/calendar.ts'
import { useText } from '../text.ts'
import { readTypedDay } from './typed-day.ts'

interface DayProps {
  readonly value: CalendarDate | null
  readonly onChange: (day: CalendarDate | null) => void
  readonly today: CalendarDate
  /** Tells the day only once she is done with the field. */
  readonly whenDone?: boolean
}

/** The text of a day while it is written, and the day it means. What cannot be read stays as it was written. */
export function useTypedDay({ value, onChange, today, whenDone }: DayProps, isTyping: boolean) {
  const { language } = useText()
  const shown = value === null ? '' : formatDate(value, language)
  const [text, setText] = useState(shown)
  const typed = readTypedDay(text, today)
  const isUnreadable = typed.isUnreadable && (whenDone || typed.day === value)
  useEffect(() => {
    if (!isTyping && !isUnreadable) setText(shown)
  }, [isTyping, isUnreadable, shown])
  const tell = (day: CalendarDate | null) => {
    if (day !== value) onChange(day)
  }
  return {
    text,
    day: typed.day,
    isUnreadable,
    type: (next: string) => {
      setText(next)
      if (!whenDone) tell(readTypedDay(next, today).day)
    },
    choose: (day: CalendarDate) => {
      setText(formatDate(day, language))
      tell(day)
    },
    done: () => {
      if (whenDone && typed.day !== null) tell(typed.day)
    },
  }
}
