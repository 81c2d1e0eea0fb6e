import type { Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import type { LoanCardFacts } from '../../../../shared/statements/loan-card.ts'
import { loanCard } from '../../services/loan-card.ts'
import { classesAt } from '../../services/loan-classes.ts'
import type { Reading } from '../../work.ts'
import { loanProductNames } from '../loan-product-names.ts'

/** What `loans.card` answers; refuses NOT_FOUND. */
export async function loanCardFacts(
  reading: Reading,
  params: ReportParams<'loanCard'>,
  language: Language,
): Promise<LoanCardFacts> {
  const { loan, schedule, rows, outstanding, penalty, held } = await loanCard(reading, params)
  const names = await loanProductNames(reading.db, language)
  const told = schedule.map(({ n, dueOn, principal, interest, unpaid }) => ({ n, dueOn, principal, interest, unpaid }))
  const [judged] = (await classesAt(reading.db, reading.today, { loanIds: [loan.loanId] })).rows
  return {
    language,
    ...{ class: judged?.class ?? null, today: reading.today },
    loan: { ...loan, productName: names.get(loan.product) ?? loan.productName },
    schedule: told,
    movements: rows,
    outstanding,
    ...{ penaltyOwed: penalty.owed, held },
    guarantors: loan.guarantors,
    collateral: loan.collateral,
  }
}
