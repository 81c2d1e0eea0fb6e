import type { Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import { penaltyOwed } from '../../../../shared/rules/loan-payment.ts'
import type { ArrearsFacts } from '../../../../shared/statements/arrears.ts'
import { requireDateInReach } from '../../ledger/post.ts'
import { reckonLoans } from '../../services/loans/classes.ts'
import { readLoans, standingsOf } from '../../services/loans/standing.ts'
import { savingsArrears } from '../../services/savings/arrears.ts'
import type { Reading } from '../../work.ts'
import { savingsProductNames } from '../savings-product-names.ts'

/** What is overdue of loans as the book says it today and `savings.arrears` is unpaid, member by member. */
export async function arrearsFacts(
  reading: Reading,
  { asOf }: ReportParams<'arrears'>,
  language: Language,
): Promise<ArrearsFacts> {
  await requireDateInReach(reading.db, reading.today, asOf, 'asOf')
  const loans = Map.groupBy(await overdueLoans(reading, asOf), (loan) => loan.memberId)
  const savings = Map.groupBy(await unpaidSavings(reading, asOf, language), (one) => one.memberId)
  const members = await reading.db
    .selectFrom('member')
    .select(['id as memberId', 'code as number', 'name', 'hamlet', 'phone'])
    .orderBy('sort')
    .execute()
  const debtors = members.map((member) => ({
    ...member,
    loans: loans.get(member.memberId) ?? [],
    savings: savings.get(member.memberId) ?? [],
  }))
  return { language, asOf, debtors: debtors.filter((debtor) => debtor.loans.length + debtor.savings.length > 0) }
}

async function overdueLoans(reading: Reading, asOf: string) {
  const { rows } = await reckonLoans(reading.db, asOf)
  const overdue = rows.filter(({ overduePrincipal, overdueInterest }) => overduePrincipal + overdueInterest > 0)
  const loanIds = overdue.map(({ loanId }) => loanId)
  const standings = await standingsOf(reading.db, await readLoans(reading.db, { loanIds, asOf }), { asOf })
  return overdue.map(({ memberId, loanId, number, overduePrincipal, overdueInterest, daysOverdue }) => {
    const standing = standings.get(loanId)
    const owed = {
      principal: overduePrincipal,
      interest: overdueInterest,
      penalty: standing ? penaltyOwed(standing, asOf) : 0,
    }
    return { memberId, loanId, number, ...owed, days: daysOverdue }
  })
}

async function unpaidSavings(reading: Reading, asOf: string, language: Language) {
  const names = new Map((await savingsProductNames(reading.db, language)).map(({ product, name }) => [product, name]))
  const { rows } = await savingsArrears(reading, { asOf })
  return rows.map(({ memberId, product, arrears, monthsBehind, paidUntil }) => ({
    ...{ memberId, productName: names.get(product) ?? product, amount: arrears, monthsBehind, paidUntil },
  }))
}
