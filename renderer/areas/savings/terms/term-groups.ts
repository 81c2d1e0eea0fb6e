import { addMonthsToMonth, type CalendarDate, monthOf } from '../../../../shared/calendar.ts'
import type { TermDeposit } from '../../../../shared/contract/term-deposits.ts'

export const termGroups = ['all', 'matured', 'thisMonth', 'nextMonth', 'closed'] as const
export type TermGroup = (typeof termGroups)[number]

/** Whether a term deposit belongs to a group of the list on a day; what is overdue falls due no more this month. */
export function isInGroup(
  { state, maturesOn }: Pick<TermDeposit, 'state' | 'maturesOn'>,
  group: TermGroup,
  today: CalendarDate,
): boolean {
  if (group === 'closed' || state === 'closed') return group === 'closed' && state === 'closed'
  if (group === 'all') return true
  if (group === 'matured' || state === 'matured') return group === 'matured' && state === 'matured'
  const month = group === 'thisMonth' ? monthOf(today) : addMonthsToMonth(monthOf(today), 1)
  return monthOf(maturesOn) === month
}
