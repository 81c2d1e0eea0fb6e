import { addMonthsToMonth, type CalendarDate, monthOf, monthsBetween } from '../../../shared/calendar.ts'
import { defaultLoanTerms } from '../../../shared/rules/default-loans.ts'
import { deducted, type LoanDeductions, loanDeductions } from '../../../shared/rules/loan-deductions.ts'
import { type Payoff, payoff } from '../../../shared/rules/loan-payment.ts'
import { loanInstalments } from '../../../shared/rules/loan-schedule.ts'
import { sen, sumSen } from '../../../shared/rules/money.ts'
import type { DueInstalment } from '../../../shared/rules/unpaid-instalments.ts'
import { destinedLoans, type Fate } from './loan-fates.ts'
import { officerCount, officersOf } from './office-life.ts'
import type { Life, RunningLoan, Simulation } from './simulation.ts'
import type { LoanProduct, LoanWish, MemberIndex } from './steps.ts'

/** Loans are paid out at the meeting: their instalments then fall due on meeting days. */
const payoutDay = '10'
/** On this day before the meeting somebody pays a whole loan back. */
const settlingDay = '06'
/** By this day the month before is made ready to be locked. */
const monthEndDay = '08'

/**
 * Loans from application to the last instalment: each month some members borrow, most pay at the meeting, and a few of
 * them have a harder fate, so that every class of collectibility is there on the last day.
 */
export function loanLife(endsOn: CalendarDate): Life {
  return (simulation, month) => {
    const monthsLeft = monthsBetween(month, monthOf(endsOn))
    const wishes = [...destinedLoans(monthsLeft), ...ordinaryWishes(simulation)]
    return [
      { date: `${month}-${settlingDay}`, run: settleEarly },
      { date: `${month}-${monthEndDay}`, run: setAside },
      ...wishes.map((wish) => ({
        date: `${month}-${payoutDay}`,
        run: (simulation: Simulation, date: CalendarDate) => lend(simulation, date, wish),
      })),
      { date: `${month}-${payoutDay}`, run: lendOn },
    ]
  }
}

/** What the members' meeting decided about every loan: parts in whole Rp500, 1 % provision, Rp10.000, 1 % kept as savings. */
export const decidedTerms = {
  roundTo: sen(50_000),
  fees: { provisionPct: '1', administration: sen(1_000_000), loanSavingsPct: '1' },
} as const

/** A loan somebody would like to have; who it is shows on the day. */
export interface Wish extends LoanWish {
  readonly fate: Fate
}

function ordinaryWishes(simulation: Simulation): Wish[] {
  const random = simulation.random('loans')
  const count = Math.ceil((simulation.standings.size * random.whole(3, 7)) / 100)
  return Array.from({ length: count }, () => ({
    product: random.pick<LoanProduct>(['flat', 'flat', 'declining', 'annuity']),
    principal: random.pick([500_000, 1_000_000, 1_500_000, 2_000_000, 3_000_000, 5_000_000]) * 100,
    months: random.pick([5, 6, 10, 10, 12]),
    purpose: random.pick(purposes),
    fate: random.whole(1, 6) === 1 ? ('early' as const) : ('ordinary' as const),
  }))
}

const purposes = [
  'Modal usaha warung',
  'Bahan baku keripik pisang',
  'Biaya sekolah anak',
  'Pupuk dan bibit kopi',
  'Perbaikan rumah',
  'Benang tenun',
  'Bibit dan pakan lele',
  'Beli mesin jahit',
] as const

/** Applied for, approved and paid out at the meeting; left out where nobody may borrow or the money is not there. */
function lend(simulation: Simulation, date: CalendarDate, { fate, ...wish }: Wish): void {
  const member = borrowerOf(simulation, fate)
  const isOfFund = wish.fund !== undefined
  const ofFund = wish.fund === undefined ? {} : { fund: wish.fund }
  if (member === undefined || !(isOfFund || canLend(simulation, wish.principal))) return
  const loan = `pinjaman ${simulation.lent + 1}`
  simulation.lent += 1
  const { principal } = wish
  simulation.steps.push(
    { act: 'apply', date, loan, member, ...wish },
    { act: 'approve', date, loan, approvedBy: officersOf(simulation).chair },
  )
  if (isOfFund) simulation.payOutOfFund(date, loan, netPayout(principal))
  else simulation.payOutLoan(date, loan, netPayout(principal))
  simulation.standing(member).saved += deductionsOf(principal).loanSavings
  simulation.loans.set(member, { loan, fate, lentOn: date, instalments: instalmentsOf(wish, date), ...ofFund, paid: 0 })
}

/** What was entrusted to be lent on is lent to one member after another, from its own account, as it comes back. */
function lendOn(simulation: Simulation, date: CalendarDate): void {
  const { revolving, loans } = simulation
  if (revolving === undefined) return
  const { amount, part: principal } = revolving
  const running = [...loans.values()].filter(({ fund }) => fund !== undefined).length
  if ((running + 1) * principal > amount) return
  const wish = { product: 'flat', months: 10, purpose: 'Modal usaha perempuan', fate: 'ordinary' } as const
  lend(simulation, date, { ...wish, principal, fund: 'revolving' })
}

/** What falls due of a loan that is lent on a day. */
export function instalmentsOf(
  { principal, months, product }: Pick<LoanWish, 'principal' | 'months' | 'product'>,
  date: CalendarDate,
): DueInstalment[] {
  const rows = loanInstalments({
    ...{ principal: sen(principal), months, method: product, disbursedOn: date },
    ...{ rate: defaultLoanTerms.rate, roundTo: decidedTerms.roundTo },
  })
  return rows.map(({ dueOn, ...row }) => ({ dueOn: dueOn ?? date, principal: row.principal, interest: row.interest }))
}

/** A member behind with nothing and without a loan, no officer; who is to pay as agreed pays in time. */
function borrowerOf(simulation: Simulation, fate: Fate): MemberIndex | undefined {
  const isPayer = fate === 'ordinary' || fate === 'early'
  const free = [...simulation.standings.keys()].filter((member) => {
    const { owing } = simulation.standing(member)
    return member >= officerCount && owing === 0 && !simulation.loans.has(member)
  })
  const trusted = free.filter((member) => !isPayer || simulation.person(member).catchesUp)
  return trusted.length === 0 ? undefined : simulation.random('borrowers').pick(trusted)
}

function deductionsOf(principal: number): LoanDeductions {
  return loanDeductions({ ...defaultLoanTerms.fees, ...decidedTerms.fees }, sen(principal))
}

/** What a borrower gets of a loan in her hands. */
function netPayout(principal: number): number {
  return principal - deducted(deductionsOf(principal))
}

/** A third of what lies in the bank stays there. */
function canLend({ bank, cash }: Simulation, principal: number): boolean {
  return principal <= (bank * 2) / 3 + cash.general / 2
}

/** What a borrower brings to a meeting, in sen: nothing, what fell due, or more. */
export function broughtToMeeting(simulation: Simulation, member: MemberIndex, date: CalendarDate): number {
  const running = simulation.loans.get(member)
  if (!running || isSilent(running, date)) return 0
  const due = running.instalments.slice(running.paid).filter(({ dueOn }) => dueOn <= date)
  running.paid += due.length
  const { revolving } = simulation
  if (revolving && running.fund !== undefined) revolving.inBox += sumSen(due.map((row) => row.principal))
  if (running.paid === running.instalments.length) simulation.loans.delete(member)
  return sumSen(due.flatMap((row) => [row.principal, row.interest]))
}

/** What may be lost of the loans is set aside for the month before. */
function setAside({ steps, lent }: Simulation, date: CalendarDate): void {
  if (lent > 0) steps.push({ act: 'setAside', date, month: addMonthsToMonth(monthOf(date), -1) })
}

/** Two instalments before the end some pay all that is left. */
function settleEarly(simulation: Simulation, date: CalendarDate): void {
  for (const [member, running] of simulation.loans) {
    const { loan, fate, instalments, paid } = running
    if (fate !== 'early' || instalments.length - paid > 2) continue
    simulation.settleLoan(date, member, loan, owedOn(running, date).total)
  }
}

/** What settles a loan on a day. */
export function owedOn({ lentOn, instalments, paid }: RunningLoan, date: CalendarDate): Payoff {
  const before = instalments.slice(0, paid)
  return payoff(
    {
      disbursedOn: lentOn,
      schedule: instalments,
      paidPrincipal: sumSen(before.map((row) => row.principal)),
      paidInterest: sumSen(before.map((row) => row.interest)),
      ...{ paidPenalty: sen(0), waivedPenalty: sen(0), held: sen(0), history: [] },
      ...defaultLoanTerms,
    },
    date,
  )
}

/** A borrower with a hard fate stops paying after some instalments. */
function isSilent({ fate, lentOn }: RunningLoan, date: CalendarDate): boolean {
  const months = monthsBetween(monthOf(lentOn), monthOf(date))
  switch (fate) {
    case 'ordinary':
    case 'early':
      return false
    case 'substandard':
    case 'restructured':
      return months > 2
    case 'doubtful':
    case 'loss':
    case 'writtenOff':
      return months > 1
  }
}
