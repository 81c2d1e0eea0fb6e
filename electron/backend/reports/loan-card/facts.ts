import type { Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import type { LoanCardFacts } from '../../../../shared/statements/loan-card.ts'
import { loanCard, loanCardAt } from '../../services/loans/card.ts'
import { classesAt } from '../../services/loans/classes.ts'
import type { Reading } from '../../work.ts'
import { loanProductNames } from '../loan-product-names.ts'

/** What `loans.card` answers, or would have on a day that is past; refuses NOT_FOUND. */
export async function loanCardFacts(
  reading: Reading,
  params: ReportParams<'loanCard'>,
  language: Language,
): Promise<LoanCardFacts> {
  const { loanId, asOf = reading.today } = params
  const card = params.asOf === undefined ? loanCard(reading, { loanId }) : loanCardAt(reading.db, loanId, asOf)
  const { loan, schedule, rows, outstanding, penalty, held } = await card
  const names = await loanProductNames(reading.db, language)
  const told = schedule.map(({ n, dueOn, principal, interest, agreedInterest, unpaid }) => {
    return { n, dueOn, principal, interest, agreedInterest, unpaid }
  })
  const [judged] = (await classesAt(reading.db, asOf, { loanIds: [loanId] })).rows
  return {
    language,
    ...{ class: judged?.class ?? null, today: asOf, endings: loan },
    loan: { ...loan, productName: names.get(loan.product) ?? loan.productName },
    schedule: told,
    movements: rows,
    outstanding,
    ...{ penaltyOwed: penalty.owed, held },
    guarantors: loan.guarantors,
    collateral: loan.collateral,
  }
}
