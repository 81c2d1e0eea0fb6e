import type { Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import { sumSen } from '../../../../shared/rules/money.ts'
import type { LoanListFacts } from '../../../../shared/statements/loan-list.ts'
import { classifyLoans } from '../../services/loans/classes.ts'
import { readLoans } from '../../services/loans/standing.ts'
import type { Reading } from '../../work.ts'
import { loanProductNames } from '../loan-product-names.ts'

/** All loans owed on the day with their classes, or those that were in one state by then. */
export async function loanListFacts(
  reading: Reading,
  { asOf, state, class: wanted }: ReportParams<'loanList'>,
  language: Language,
): Promise<LoanListFacts> {
  const names = await loanProductNames(reading.db, language)
  const classified = new Map((await classifyLoans(reading, { asOf })).rows.map((row) => [row.loanId, row]))
  const records = await readLoans(reading.db, { asOf })
  const loans = records
    .filter(({ loan }) => loan.appliedOn <= asOf)
    .filter(({ loan }) => (state === undefined ? classified.has(loan.loanId) : loan.state === state))
    .map(({ loan }) => {
      const {
        overduePrincipal = 0,
        overdueInterest = 0,
        daysOverdue = 0,
        ...judged
      } = classified.get(loan.loanId) ?? {}
      return {
        ...loan,
        productName: names.get(loan.product) ?? loan.productName,
        overdue: sumSen([overduePrincipal, overdueInterest]),
        daysOverdue,
        class: 'class' in judged ? judged.class : null,
      }
    })
  const listed = wanted === undefined ? loans : loans.filter((loan) => loan.class === wanted)
  return { language, asOf, state, class: wanted, loans: listed }
}
