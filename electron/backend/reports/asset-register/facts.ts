import type { Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import type { AssetRegisterFacts } from '../../../../shared/statements/asset-register.ts'
import { assetRegister } from '../../services/assets/register.ts'
import type { Reading } from '../../work.ts'

/** What assets there are at the end of a day, as `assets.register` answers, under the names of their accounts. */
export async function assetRegisterFacts(
  reading: Reading,
  { asOf, place }: ReportParams<'assetRegister'>,
  language: Language,
): Promise<AssetRegisterFacts> {
  const { rows, accounts } = await assetRegister(reading, { asOf, place })
  const named = await reading.db.selectFrom('account').select(['code', 'name_id', 'name_en']).execute()
  const groups = accounts.map(({ account }) => {
    const own = named.find(({ code }) => code === account)
    const accountName = (language === 'en' ? own?.name_en : own?.name_id) ?? account
    return { accountName, assets: rows.filter((row) => row.account === account) }
  })
  return { language, asOf, place, groups }
}
