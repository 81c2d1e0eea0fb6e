import { Exact } from './money.ts'

export type CashFlow = {
  /** What the borrower receives at the beginning, sen. */
  readonly received: number
  /** What is paid at the end of each period, sen, zeros included. */
  readonly payments: readonly number[]
  /** How many months a period lasts; a week is 12/52. */
  readonly monthsInPeriod: number
}

/**
 * What a loan really costs, in percent a month of what is still owed: the rate at which all payments are together worth
 * what was received (internal rate of return, compounded by the month), to four decimals. A flat 1,5 % over twelve
 * months is 2,6434 (domain notes, section 3.1). Zero where no more is paid back than was received.
 */
export function effectivePctPerMonth({ received, payments, monthsInPeriod }: CashFlow): string {
  const total = payments.reduce((sum, payment) => sum + payment, 0)
  if (received <= 0 || total <= received) return '0'
  // The worth of all payments grows with the discount of one period, so that halving always finds it.
  let [low, high] = [0, 1]
  for (;;) {
    const middle = (low + high) / 2
    // Nothing lies between two neighbours: this is as near as numbers come.
    if (middle === low || middle === high) break
    if (worth(payments, middle) < received) low = middle
    else high = middle
  }
  const perMonth = ((low + high) / 2) ** (-1 / monthsInPeriod) - 1
  return new Exact(perMonth).mul(100).toDecimalPlaces(4).toFixed()
}

/** Payments, each discounted once for every period that passes before it. */
function worth(payments: readonly number[], discount: number): number {
  return payments.reduceRight((later, payment) => (later + payment) * discount, 0)
}
