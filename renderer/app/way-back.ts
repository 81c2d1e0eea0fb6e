import { useSearchParams } from 'react-router'
import { type CalendarMonth, isMonth } from '../../shared/calendar.ts'

/** The steps somebody came from: of a month, or of a year. */
export type StepsLeft =
  | { readonly month: CalendarMonth; readonly address: string }
  | { readonly year: number; readonly address: string }

/** An address that remembers from the steps of which month or year it was reached: `&back=2026-10`, `&back=2026`. */
export function withBack(address: string, period: string): string {
  return `${address}${address.includes('?') ? '&' : '?'}back=${period}`
}

/** The steps that an address says it was reached from; undefined where it says nothing usable. */
export function stepsLeft(params: URLSearchParams): StepsLeft | undefined {
  const back = params.get('back') ?? ''
  if (isMonth(back)) return { month: back, address: `/closing?month=${back}` }
  return /^\d{4}$/.test(back) ? { year: Number(back), address: `/closing/year?year=${back}` } : undefined
}

/** The steps that the screen one is on was reached from. */
export function useStepsLeft(): StepsLeft | undefined {
  return stepsLeft(useSearchParams()[0])
}
