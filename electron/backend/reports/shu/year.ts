import type { Language } from '../../../../shared/calendar.ts'
import type { ShuFacts } from '../../../../shared/statements/shu-texts.ts'
import type { Reader } from '../../db/tables.ts'
import { yearActs } from '../../services/closing/closed-years.ts'
import type { SurplusDecided } from '../../services/closing/decisions.ts'

/** What every paper about a year's surplus says of the year. */
export async function shuYear(
  db: Reader,
  year: number,
  language: Language,
  decided: SurplusDecided | undefined,
): Promise<ShuFacts> {
  const isClosed = (await yearActs(db)).get(year)?.act === 'close'
  return {
    ...{ language, year, isClosed },
    decided: decided ? { date: decided.date, decision: decided.decision, voucher: decided.voucher } : null,
  }
}
