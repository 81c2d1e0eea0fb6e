import type { Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import type { FundReportFacts } from '../../../../shared/statements/fund-report.ts'
import { fundReport } from '../../services/funds/report.ts'
import type { Reading } from '../../work.ts'

/** What became of a fund, as `funds.report` answers; refuses NOT_FOUND. */
export async function fundReportFacts(
  reading: Reading,
  params: ReportParams<'fundReport'>,
  language: Language,
): Promise<FundReportFacts> {
  const { bank, ...told } = await fundReport(reading, params)
  const account = await reading.db
    .selectFrom('account')
    .select(['name_id', 'name_en'])
    .where('code', '=', bank.account)
    .executeTakeFirst()
  const name = (language === 'en' ? account?.name_en : account?.name_id) ?? ''
  return { ...told, language, bank: { ...bank, name } }
}
