import { addMonths, type Language, lastDayOfMonth, monthOf } from '../../../shared/calendar.ts'
import { invalidInput } from '../../../shared/errors.ts'
import type { Span } from '../../../shared/statements/period-text.ts'
import type { Reader } from '../db/tables.ts'
import { unitName } from './statement-accounts.ts'

interface Periods extends Span {
  readonly compareFrom?: string | undefined
  readonly compareTo?: string | undefined
}

/**
 * The period a report of a period is compared with, the same of the year before unless asked for. Refuses INVALID_INPUT where
 * only one end of it is given, or the ends are the wrong way round.
 */
export function comparedSpan({ from, to, compareFrom, compareTo }: Periods): Span {
  if (compareFrom === undefined && compareTo === undefined) return yearBefore({ from, to })
  if (compareFrom === undefined) throw invalidInput(['params', 'compareFrom'], 'required')
  if (compareTo === undefined) throw invalidInput(['params', 'compareTo'], 'required')
  if (compareFrom > compareTo) throw invalidInput(['params', 'compareTo'], 'period_backwards')
  return { from: compareFrom, to: compareTo }
}

/** A period and the one it is compared with, each with what moved in it, as statements of two columns need them. */
export async function comparedPeriods<Moved>(
  db: Reader,
  params: Periods & { readonly unit?: string | undefined },
  language: Language,
  moved: (span: Span) => Promise<Moved>,
) {
  const { from, to, unit } = params
  const comparedPeriod = comparedSpan(params)
  return {
    ...{ language, period: { from, to }, comparedPeriod },
    unit: await unitName(db, unit, language),
    current: await moved({ from, to }),
    compared: await moved(comparedPeriod),
  }
}

/** The last day of February stays the last day of February. */
function yearBefore({ from, to }: Span): Span {
  const until = addMonths(to, -12)
  return {
    from: addMonths(from, -12),
    to: to === lastDayOfMonth(monthOf(to)) ? lastDayOfMonth(monthOf(until)) : until,
  }
}
