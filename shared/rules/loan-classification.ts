import type { CalendarDate } from '../calendar.ts'
import { allowance, type LoanClass, loanClasses, riskOfLoans } from './allowance.ts'
import { type Collectibility, type CollectibilityPreset, collectibilityOf } from './collectibility.ts'
import type { LoanPolicy } from './loan-policy.ts'
import { Exact, type Sen, sen, sumSen } from './money.ts'
import { type Continued, keptClass, worseClass } from './restructured-class.ts'
import { type DueInstalment, unpaidInstalments } from './unpaid-instalments.ts'

/** A loan on a day: what was agreed, what was paid of it until then, sen. */
export type LoanOnDay = {
  readonly id: string
  /** Principal still owed. */
  readonly outstanding: Sen
  readonly schedule: readonly DueInstalment[]
  readonly paidPrincipal: Sen
  readonly paidInterest: Sen
  /** Interest booked as income that is not paid yet. */
  readonly accrued: Sen
  readonly repayment: 'instalments' | 'bullet'
  /** What the collateral is worth. */
  readonly collateral: Sen
  /** True where a group answers for the whole debt. */
  readonly jointLiability: boolean
  /** Of a restructured loan, what it continues: its class is kept until it was paid on time for a while. */
  readonly continues?: Pick<Continued, 'classBefore' | 'payments'> | undefined
}

export type ClassifiedLoan = Collectibility & {
  readonly id: string
  readonly outstanding: Sen
  readonly collateral: Sen
  /** What the allowance is a percentage of, which percentage, and what it comes to. */
  readonly base: Sen
  readonly pct: string
  readonly allowance: Sen
  /** Interest that fell due by the day, this day's too, and is unpaid; how much of it is booked, and how much never was. */
  readonly interestDue: Sen
  readonly interestAccrued: Sen
  readonly interestNotAccrued: Sen
  readonly restructured: boolean
}

type ClassTotals = {
  readonly class: LoanClass
  readonly loans: number
  readonly outstanding: Sen
  readonly collateral: Sen
  readonly base: Sen
  readonly allowance: Sen
  readonly overduePrincipal: Sen
  readonly overdueInterest: Sen
  readonly interestNotAccrued: Sen
}

export type LoanClassification = {
  readonly rows: ClassifiedLoan[]
  readonly totals: Omit<ClassTotals, 'class'> & {
    readonly byClass: ClassTotals[]
    readonly riskWeighted: Sen
    /** Risk of problem loans over all loans in percent, two decimals. */
    readonly riskPct: string
  }
}

/** What classes are judged by. */
export type Measure = Pick<LoanPolicy, 'allowance' | 'doubtfulMonthsMax'> & {
  readonly asOf: CalendarDate
  readonly preset: CollectibilityPreset
}

/**
 * All loans of a day by class, what is to be set aside for them and the risk they carry, in sen (accounting.md sections
 * 3.4 and 3.5). A group's joint liability counts as collateral where the class asks for it, not where the allowance takes
 * collateral off. A restructured loan keeps its class at least until three instalments in a row were paid on time (3.6).
 * Interest of a current loan is to be booked when it falls due; of the worse classes it stands in a memo
 * until it is paid. Refuses what `allowance` refuses.
 */
export function loanClassification(loans: readonly LoanOnDay[], measure: Measure): LoanClassification {
  const judged = loans.map((loan) => ({ loan, ...judge(loan, measure) }))
  const formed = allowance(
    judged.map(({ loan, standing }) => ({ ...loan, class: standing.class })),
    measure.allowance,
  )
  const rows = judged.map(({ loan, standing, interestDue }, index): ClassifiedLoan => {
    const { id, outstanding, collateral, accrued: interestAccrued } = loan
    const { base = sen(0), pct = '0', allowance: own = sen(0) } = formed.rows[index] ?? {}
    const unbooked = standing.class === 'current' ? 0 : Math.max(0, interestDue - interestAccrued)
    return {
      ...{ id, outstanding, collateral, ...standing, base, pct, allowance: own },
      ...{ interestDue, interestAccrued, interestNotAccrued: sen(unbooked) },
      restructured: loan.continues !== undefined,
    }
  })
  return { rows, totals: totalsOfClasses(rows) }
}

/** What classified loans come to, class by class and in all, and the share of problem loans, sen. */
export function totalsOfClasses(rows: readonly ClassifiedLoan[]): LoanClassification['totals'] {
  const whole = totalsOf(rows)
  const byClass = loanClasses.map((name) => ({ class: name, ...totalsOf(rows.filter((row) => row.class === name)) }))
  const riskWeighted = riskOfLoans(rows)
  return { ...whole, byClass, riskWeighted, riskPct: shareInPct(riskWeighted, whole.outstanding) }
}

function judge(loan: LoanOnDay, { asOf, preset, doubtfulMonthsMax }: Measure) {
  const { schedule, paidPrincipal, paidInterest, repayment, jointLiability } = loan
  const open = unpaidInstalments(schedule, [{ date: asOf, principal: paidPrincipal, interest: paidInterest }])
  const unpaid = sumSen(open.map(({ principal, interest }) => principal + interest))
  // Who answers for all of it makes it as likely to come back as a pledge of that worth, but nothing can be sold.
  const collateral = jointLiability ? sen(Math.max(unpaid, loan.collateral)) : loan.collateral
  const judged = collectibilityOf(open, { asOf, preset, doubtfulMonthsMax, schedule, collateral, repayment })
  const kept = loan.continues && keptClass({ ...loan.continues, schedule }, asOf)
  const standing = { ...judged, class: worseClass(judged.class, kept) }
  const due = open.filter(({ dueOn }) => dueOn <= asOf)
  return { standing, interestDue: sumSen(due.map(({ interest }) => interest)) }
}

function totalsOf(rows: readonly ClassifiedLoan[]): Omit<ClassTotals, 'class'> {
  const sum = (amount: (row: ClassifiedLoan) => Sen) => sumSen(rows.map(amount))
  return {
    loans: rows.length,
    outstanding: sum((row) => row.outstanding),
    collateral: sum((row) => row.collateral),
    base: sum((row) => row.base),
    allowance: sum((row) => row.allowance),
    overduePrincipal: sum((row) => row.overduePrincipal),
    overdueInterest: sum((row) => row.overdueInterest),
    interestNotAccrued: sum((row) => row.interestNotAccrued),
  }
}

function shareInPct(part: Sen, whole: Sen): string {
  return whole === 0 ? '0.00' : new Exact(part).mul(100).div(whole).toFixed(2)
}
