import { addDays, addMonths, type CalendarDate } from '../../../../shared/calendar.ts'
import { Refusal } from '../../../../shared/errors.ts'
import { payoff } from '../../../../shared/rules/loan-payment.ts'
import { penaltyReckoned } from '../../../../shared/rules/loan-penalty.ts'
import { type LoanQuote, loanQuote } from '../../../../shared/rules/loan-quote.ts'
import type { LoanTerms, LoanWish } from '../../../../shared/rules/loan-terms.ts'
import { type Sen, sen, sumSen } from '../../../../shared/rules/money.ts'
import type { DueInstalment } from '../../../../shared/rules/unpaid-instalments.ts'
import type { LoanProductValues } from './product-values.ts'

/** How late the first instalment of the example is, days. */
export const exampleDaysLate = 30
/** After how many instalments the example is paid back at once. */
export const examplePaid = 3

/** What a product makes of one loan. */
export interface LoanExample {
  readonly quote: LoanQuote
  readonly firstDueOn: CalendarDate
  /** Penalty for the first instalment, so many days late. */
  readonly penalty: Sen
  /** What settles the loan with its third instalment paid; undefined where it has no more than that. */
  readonly payoff: Sen | undefined
}

/** A loan under the terms that stand in the form; undefined while they give no schedule. */
export function loanExample(values: LoanProductValues, wish: LoanWish): LoanExample | undefined {
  const terms = termsOf(values)
  if (!terms) return undefined
  try {
    const quote = loanQuote(terms, wish)
    const schedule = quote.schedule.rows.map(({ dueOn, principal, interest }): DueInstalment => {
      return { dueOn: dueOn ?? addMonths(wish.disbursedOn, 1), principal, interest }
    })
    const [first] = schedule
    if (!first) return undefined
    return {
      quote,
      firstDueOn: first.dueOn,
      penalty: penaltyReckoned(
        { schedule: [first], history: [], penalty: terms.penalty },
        addDays(first.dueOn, exampleDaysLate),
      ),
      payoff: payoffAfter(examplePaid, schedule, terms, wish),
    }
  } catch (error) {
    // What gives no schedule is refused by name when it is saved.
    if (error instanceof Refusal) return undefined
    throw error
  }
}

function payoffAfter(count: number, schedule: DueInstalment[], terms: LoanTerms, wish: LoanWish): Sen | undefined {
  const last = schedule[count - 1]
  if (!last || schedule.length <= count) return undefined
  const paid = schedule.slice(0, count)
  const [principal, interest] = [sumSen(paid.map((row) => row.principal)), sumSen(paid.map((row) => row.interest))]
  const { penalty, allocation, excess, earlySettlement } = terms
  const standing = {
    ...{ schedule, history: [{ date: last.dueOn, principal, interest, held: 0 }], disbursedOn: wish.disbursedOn },
    ...{ paidPrincipal: principal, paidInterest: interest, paidPenalty: sen(0), waivedPenalty: sen(0), held: sen(0) },
    ...{ penalty: { ...penalty, kind: 'none' as const }, allocation, excess, earlySettlement },
  }
  return payoff(standing, last.dueOn).total
}

/** Terms as the rules know them; undefined while a rate or a rhythm is missing. */
function termsOf(values: LoanProductValues): LoanTerms | undefined {
  const { method, rate, ratePer, every, everyUnit, dayCount, rounding, earlySettlement, allocation, excess } = values
  if (rate === null || every === null || every === 0) return undefined
  return {
    ...{ method, dayCount, rounding, earlySettlement, allocation, excess },
    rate: { ratePct: rate, per: ratePer },
    interval: { unit: everyUnit, every },
    ...{ gracePrincipalMonths: values.gracePrincipalMonths ?? 0, graceAllMonths: values.graceAllMonths ?? 0 },
    roundTo: sen(values.roundTo),
    roundPaymentTo: values.roundPaymentTo === null ? null : sen(values.roundPaymentTo),
    fees: {
      ...{ provisionPct: values.provisionPct ?? '0', administration: sen(values.administration ?? 0) },
      ...{ insurancePct: values.insurancePct ?? '0', loanSavingsPct: values.loanSavingsPct ?? '0' },
      ...{ stamp: sen(values.stamp ?? 0), stampPaidBy: values.stampPaidBy },
    },
    penalty: {
      ...{ kind: values.penaltyKind, pct: values.penaltyPct ?? '0' },
      ...{ graceDays: values.penaltyGraceDays ?? 0, capPct: values.penaltyCapPct },
    },
  }
}
