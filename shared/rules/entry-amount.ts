import { type Sen, sen } from './money.ts'

/** A line of an entry, as far as it matters for what the entry is about; sen. */
export interface EntrySide {
  readonly account: string
  readonly debit: number
  readonly credit: number
  /** What goods and equipment are worth goes along with the money and is none of it. */
  readonly isOfThings?: boolean
}

const unitClearing = '19901'

/**
 * What a person would say an entry comes to, sen: the money and what is owed, without the cost of goods that go along and
 * without what units owe one another. Where only things moved, what they are worth.
 */
export function entryAmount(lines: readonly EntrySide[]): Sen {
  const own = lines.filter(({ account }) => account !== unitClearing)
  const money = larger(own.filter(({ isOfThings }) => !isOfThings))
  return sen(money === 0 ? larger(own) : money)
}

function larger(lines: readonly EntrySide[]): number {
  const sum = (side: 'debit' | 'credit') => lines.reduce((all, line) => all + line[side], 0)
  return Math.max(sum('debit'), sum('credit'))
}
