import { useSearchParams } from 'react-router'
import { type CalendarDate, type CalendarMonth, isDate, isMonth } from '../../shared/calendar.ts'
import { type Unit, unitNamed } from './unit.ts'

interface Asked {
  readonly month: CalendarMonth | undefined
  readonly year: number | undefined
  readonly date: CalendarDate | undefined
  readonly from: CalendarDate | undefined
  readonly to: CalendarDate | undefined
  readonly unit: Unit | undefined
  readonly account: string | undefined
  readonly beforeClosing: boolean
}

/** What the screen before knew: `?month=`, `?year=`, `?account=` and so on; undefined where it says nothing usable. */
export function useAsked(): Asked {
  const [params] = useSearchParams()
  const [month, year] = [params.get('month') ?? '', params.get('year') ?? '']
  const day = (name: string) => {
    const said = params.get(name) ?? ''
    return isDate(said) ? said : undefined
  }
  return {
    month: isMonth(month) ? month : undefined,
    year: /^\d{4}$/.test(year) ? Number(year) : undefined,
    ...{ date: day('date'), from: day('from'), to: day('to') },
    unit: unitNamed(params.get('unit')),
    account: params.get('account') ?? undefined,
    beforeClosing: params.has('beforeClosing'),
  }
}

/**
 * Writes into the address what was chosen on a screen, beside what stands there: who comes back finds it as she left it,
 * and *back* leads to the screen before, not to the choice before.
 */
export function useChoose(): (chosen: Readonly<Record<string, string | undefined>>) => void {
  const [params, setParams] = useSearchParams()
  return (chosen) => setParams(withChosen(params, chosen), { replace: true })
}

/** What the address says, with what was chosen now; undefined takes a choice out of it. */
export function withChosen(
  params: URLSearchParams,
  chosen: Readonly<Record<string, string | undefined>>,
): URLSearchParams {
  const next = new URLSearchParams(params)
  for (const [name, value] of Object.entries(chosen)) {
    if (value === undefined) next.delete(name)
    else next.set(name, value)
  }
  return next
}
