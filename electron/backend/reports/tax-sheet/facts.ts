import type { Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import type { TaxSheetFacts } from '../../../../shared/statements/tax-sheet.ts'
import { taxSheet } from '../../services/tax/sheet.ts'
import type { Reading } from '../../work.ts'
import { accountNames } from '../account-names.ts'

/** A year's turnover and tax, as `tax.sheet` answers. */
export async function taxSheetFacts(
  reading: Reading,
  asked: ReportParams<'taxSheet'>,
  language: Language,
): Promise<TaxSheetFacts> {
  const { composition, ...sheet } = await taxSheet(reading, asked)
  const names = await accountNames(reading.db, language)
  const named = composition.map(({ accounts, ...part }) => {
    return { ...part, accounts: accounts.map((one) => ({ ...one, name: names.get(one.account) ?? one.name })) }
  })
  return { language, today: reading.today, ...sheet, composition: named }
}
