import type { Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import type { PromotionFacts } from '../../../../shared/statements/promotion.ts'
import { outsidePrices } from '../../services/closing/promotion/prices.ts'
import { dividedIfEarned } from '../../services/closing/surplus.ts'
import { endOfYear } from '../../services/closing/year-end.ts'
import type { Reading } from '../../work.ts'

/** What `closing.outsidePrices` answers, with the members' share of the year's surplus. */
export async function promotionFacts(
  reading: Reading,
  { year }: ReportParams<'promotion'>,
  language: Language,
): Promise<PromotionFacts> {
  const asOf = await endOfYear(reading, year)
  const { members } = await reading.db
    .selectFrom('member')
    .select((eb) => eb.fn.countAll<number>().as('members'))
    .where('joined_on', '<=', asOf)
    .where((eb) => eb.or([eb('left_on', 'is', null), eb('left_on', '>', asOf)]))
    .executeTakeFirstOrThrow()
  return {
    ...{ language, year, asOf, members },
    prices: await outsidePrices(reading, { year }),
    memberSurplus: (await dividedIfEarned(reading, year))?.answer.totals.members ?? 0,
  }
}
