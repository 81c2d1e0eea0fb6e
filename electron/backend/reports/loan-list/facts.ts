import type { Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import { sumSen } from '../../../../shared/rules/money.ts'
import type { LoanListFacts } from '../../../../shared/statements/loan-list.ts'
import { requireDateInReach } from '../../ledger/post.ts'
import { reckonLoans } from '../../services/loans/classes.ts'
import { keptClassesOn } from '../../services/loans/kept-classes.ts'
import { readLoans } from '../../services/loans/standing.ts'
import type { Reading } from '../../work.ts'
import { loanProductNames } from '../loan-product-names.ts'

/**
 * All loans owed on the day with their classes, or those that were in one state by then. Classes are those a month's end
 * kept, where it is done; what is owed is what the book says today.
 */
export async function loanListFacts(
  reading: Reading,
  { asOf, state, class: wanted }: ReportParams<'loanList'>,
  language: Language,
): Promise<LoanListFacts> {
  const names = await loanProductNames(reading.db, language)
  await requireDateInReach(reading.db, reading.today, asOf, 'asOf')
  const classified = new Map((await reckonLoans(reading.db, asOf)).rows.map((row) => [row.loanId, row]))
  const monthEnd = await keptClassesOn(reading.db, asOf)
  const keptClass = new Map(monthEnd?.rows.map((row) => [row.id, row.class]))
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
        class: 'class' in judged ? (keptClass.get(loan.loanId) ?? judged.class) : null,
      }
    })
  const listed = wanted === undefined ? loans : loans.filter((loan) => loan.class === wanted)
  return { language, asOf, state, class: wanted, loans: listed, kept: monthEnd?.kept ?? null }
}
