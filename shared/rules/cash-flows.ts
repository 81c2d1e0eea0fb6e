import { allocate, sen } from './money.ts'

/** A line of an entry as the cash flow looks at it; amounts in sen. */
export interface FlowLine {
  readonly account: string
  readonly debit: number
  readonly credit: number
  readonly isCash: boolean
  /** The line of the cash-flow statement of its account; null where the account has none. */
  readonly flow: string | null
  /** The line named for this very amount. */
  readonly overruled?: string | null | undefined
}

/** What one account moved of the money, in sen: above zero came in, below went out. */
export interface Flow {
  readonly flow: string
  readonly account: string
  readonly amount: number
}

/** Where money goes whose other side has no line of the cash-flow statement. */
const flowWithoutOne = 'OP_OTHER'

/**
 * What the money of one entry was for, by the direct method (domain notes on reports, section 4): every other line of it
 * with its sign, so that an instalment shows principal and interest apart. A line of cash may name its flow itself: then
 * the others share what is left of the money in proportion. Amounts add up to what cash gained, in sen. Empty where an
 * entry moves no cash.
 */
export function cashFlows(lines: readonly FlowLine[]): Flow[] {
  const cash = lines.filter(({ isCash }) => isCash)
  if (cash.length === 0) return []
  const named = cash.flatMap(({ overruled, account, debit, credit }) =>
    overruled ? [{ flow: overruled, account, amount: debit - credit }] : [],
  )
  const derived = lines
    .filter(({ isCash }) => !isCash)
    .map(({ account, debit, credit, flow, overruled }) => ({
      ...{ flow: overruled ?? flow ?? flowWithoutOne, account, amount: credit - debit },
    }))
  return named.length === 0 ? derived : [...named, ...shared(derived, total(cash) - sumOf(named), cash)]
}

/** The flows again, made smaller to add up to `left`; where they are nil it has no line of its own. */
function shared(flows: readonly Flow[], left: number, cash: readonly FlowLine[]): Flow[] {
  const whole = sumOf(flows)
  if (left === 0) return []
  if (whole === 0) return [{ flow: flowWithoutOne, account: cash[0]?.account ?? '', amount: left }]
  const sign = Math.sign(left)
  const same = flows.filter(({ amount }) => Math.sign(amount) === Math.sign(whole))
  const parts = allocate(
    sen(Math.abs(left)),
    same.map(({ amount }) => Math.abs(amount)),
  )
  return same.map((flow, place) => ({ ...flow, amount: sign * (parts[place] ?? 0) }))
}

function total(lines: readonly FlowLine[]): number {
  return lines.reduce((sum, { debit, credit }) => sum + debit - credit, 0)
}

function sumOf(flows: readonly Flow[]): number {
  return flows.reduce((sum, { amount }) => sum + amount, 0)
}
