import { expect, test } from 'vitest'
import { type EntrySide, entryAmount } from '../../shared/rules/entry-amount.ts'

const debit = (account: string, amount: number, isOfThings = false): EntrySide => ({
  ...{ account, debit: amount, credit: 0, isOfThings },
})
const credit = (account: string, amount: number, isOfThings = false): EntrySide => ({
  ...{ account, debit: 0, credit: amount, isOfThings },
})

test.each<[string, number, readonly EntrySide[]]>([
  [
    ...(['a sale is what is paid and owed, not the cost of goods', 211_250] as const),
    [
      debit('14101', 211_250),
      credit('42101', 211_250, true),
      debit('51103', 140_000, true),
      credit('15101', 140_000, true),
    ],
  ],
  [
    ...(['a return is what is given back', 120_000] as const),
    [
      debit('42102', 120_000, true),
      credit('11101', 120_000),
      debit('15101', 90_000, true),
      credit('51103', 90_000, true),
    ],
  ],
  [
    ...(['what units owe one another is none of it', 50_000] as const),
    [debit('11101', 50_000), credit('19901', 50_000), debit('19901', 50_000), credit('42103', 50_000)],
  ],
  [
    ...(['equipment is sold for its price', 1_600_000] as const),
    [
      debit('11101', 1_600_000),
      debit('18204', 274_998, true),
      credit('18104', 1_800_000, true),
      credit('48103', 74_998),
    ],
  ],
  ['goods alone are what they are worth', 7_000, [debit('52303', 7_000, true), credit('15101', 7_000, true)]],
  ['any other entry is one side of it', 9_000, [debit('52201', 4_000), debit('52202', 5_000), credit('11101', 9_000)]],
])('%s', (_what, amount, lines) => {
  expect(entryAmount(lines)).toBe(amount)
})
