import type { Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import type { ShuComponentsFacts } from '../../../../shared/statements/shu-components.ts'
import { standingDecision } from '../../services/closing/decisions.ts'
import { dividedIfEarned } from '../../services/closing/surplus.ts'
import { originOf } from '../../services/closing/surplus-basis.ts'
import type { Reading } from '../../work.ts'
import { accountNames } from '../account-names.ts'
import { savingsProductNames } from '../savings-product-names.ts'
import { surplusFunds } from './funds.ts'
import { shuYear } from './year.ts'

/** A year's division as decided, or as the rule in force proposes it; a year that earned nothing has none. */
export async function shuComponentsFacts(
  reading: Reading,
  { year }: ReportParams<'shuComponents'>,
  language: Language,
): Promise<ShuComponentsFacts> {
  const { db } = reading
  const { members: fromMembers, nonMembers: fromOthers, grants } = await originOf(db, year)
  const divided = await dividedIfEarned(reading, year)
  const names = await accountNames(db, language)
  const products = new Map((await savingsProductNames(db, language)).map(({ product, name }) => [product, name]))
  return {
    ...(await shuYear(db, year, language, divided?.decided ?? (await standingDecision(db, year)))),
    ...(await surplusFunds(db, year, names)),
    origin: { fromMembers, fromOthers, grants },
    division: divided?.answer ?? null,
    bylawFrom: divided?.fromYear ?? null,
    accountName: (code) => names.get(code) ?? '',
    productName: (product) => products.get(product) ?? product,
  }
}
