import { type CalendarDate, formatDate, isDate } from '../../../shared/calendar.ts'
import { useText } from '../text.ts'

interface DateTextProps {
  readonly date: CalendarDate
}

/** A day in words, `20 November 2026`, in the language of the screen. */
export function DateText({ date }: DateTextProps) {
  const { language } = useText()
  return <time dateTime={date}>{isDate(date) ? formatDate(date, language) : date}</time>
}
