import { addMonthsToMonth, type CalendarMonth, formatMonth, type Language } from '../../../../shared/calendar.ts'

/** The months terms may begin in, as choices: new ones seldom lie further back or ahead. */
export function monthsAround(month: CalendarMonth, language: Language): { value: CalendarMonth; label: string }[] {
  return Array.from({ length: 49 }, (_, index) => addMonthsToMonth(month, index - 36))
    .reverse()
    .map((value) => ({ value, label: formatMonth(value, language) }))
}
