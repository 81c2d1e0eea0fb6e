import type { Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import type { SavingsCardFacts } from '../../../../shared/statements/savings-card.ts'
import { savingsCard } from '../../services/savings/card.ts'
import type { Reading } from '../../work.ts'
import { savingsProductNames } from '../savings-product-names.ts'

/** What `savings.card` answers; without days the whole card, from its opening to its last line. Refuses NOT_FOUND. */
export async function savingsCardFacts(
  reading: Reading,
  params: ReportParams<'savingsCard'>,
  language: Language,
): Promise<SavingsCardFacts> {
  const { from: asked, to: until } = params
  const { account, opening, rows, totals, closing } = await savingsCard(reading, params)
  const products = await savingsProductNames(reading.db, language)
  const from = asked ?? rows[0]?.date ?? account.openedOn
  return {
    language,
    from,
    to: until ?? rows.at(-1)?.date ?? from,
    cardNumber: account.number,
    memberNumber: account.memberNumber,
    memberName: account.memberName,
    productName: products.find((one) => one.product === account.product)?.name ?? account.productName,
    openedOn: account.openedOn,
    opening,
    deposits: totals.deposit,
    withdrawals: totals.withdrawal,
    closing,
    lines: rows,
  }
}
