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

/** What one entry moved of the money on one line of the statement, in sen: above zero came in, below went out. */
export interface Flow {
  readonly flow: string
  /** The accounts of its lines, in their order. */
  readonly accounts: readonly string[]
  readonly amount: number
}

/** Where money goes whose other side has no line of the cash-flow statement. */
export const flowWithoutOne = 'OP_OTHER'

/**
 * What the money of one entry was for, by the direct method (domain notes on reports, section 4): every other line of it
 * with its sign, so that an instalment shows principal and interest apart. Lines of one flow make one amount: of a thing
 * sold only its price comes in, whatever its cost and depreciation are on the way off the books. A line of cash may name
 * its flow itself: then the others share what is left of the money in proportion. Amounts add up to what cash gained, in
 * sen. Empty where an entry moves no cash.
 */
export function cashFlows(lines: readonly FlowLine[]): Flow[] {
  const cash = lines.filter(({ isCash }) => isCash)
  if (cash.length === 0) return []
  const named = cash.flatMap(({ overruled, account, debit, credit }) =>
    overruled ? [{ flow: overruled, accounts: [account], amount: debit - credit }] : [],
  )
  const derived = netted(
    lines
      .filter(({ isCash }) => !isCash)
      .map(({ account, debit, credit, flow, overruled }) => ({
        ...{ flow: overruled ?? flow ?? flowWithoutOne, accounts: [account], amount: credit - debit },
      })),
  )
  return named.length === 0 ? derived : netted([...named, ...shared(derived, total(cash) - sumOf(named), cash)])
}

/** One amount for each flow. */
function netted(flows: readonly Flow[]): Flow[] {
  return [...Map.groupBy(flows, ({ flow }) => flow)].map(([flow, own]) => ({
    flow,
    accounts: [...new Set(own.flatMap(({ accounts }) => accounts))],
    amount: sumOf(own),
  }))
}

/** The flows again, made smaller to add up to `left`; where they are nil it has no line of its own. */
function shared(flows: readonly Flow[], left: number, cash: readonly FlowLine[]): Flow[] {
  const whole = sumOf(flows)
  if (left === 0) return []
  if (whole === 0)
    return [{ flow: flowWithoutOne, accounts: cash.slice(0, 1).map(({ account }) => account), amount: left }]
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
