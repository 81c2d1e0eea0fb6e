import type { Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import type { LoanScheduleFacts } from '../../../../shared/statements/loan-schedule.ts'
import { plannedSchedule } from '../../services/loan-preview.ts'
import { schedulesOf } from '../../services/loan-rows.ts'
import { getLoan } from '../../services/loan-standing.ts'
import type { Reading } from '../../work.ts'
import { loanProductName } from '../loan-product-name.ts'

/** The schedule that was fixed with the payout, or as it would be with a payout on `date` or today; refuses NOT_FOUND. */
export async function loanScheduleFacts(
  { db, today }: Reading,
  { loanId, date = today }: ReportParams<'loanSchedule'>,
  language: Language,
): Promise<LoanScheduleFacts> {
  const { agreement, loan, disbursement } = await getLoan(db, loanId)
  const told = { language, loan: { ...loan, productName: await loanProductName(db, loan.product, language) } }
  if (!disbursement) {
    const { rows } = plannedSchedule(agreement, date)
    const instalments = rows.map(({ n, dueOn, principal, interest }) => ({
      n,
      dueOn: dueOn ?? date,
      principal,
      interest,
    }))
    return { ...told, disbursedOn: date, isPlanned: true, instalments }
  }
  const schedule = (await schedulesOf(db, [disbursement])).get(disbursement.entryId) ?? []
  const instalments = schedule.map(({ dueOn, principal, interest }, index) => ({
    n: index + 1,
    dueOn,
    principal,
    interest,
  }))
  return { ...told, disbursedOn: disbursement.date, isPlanned: false, instalments }
}
