import { assert } from '../../errors.ts'
import { sumSen } from '../money.ts'
import { credit, debit, type JournalDraft } from './draft.ts'
import type { Purchase } from './purchase.ts'
import { moneyLines, stockAccounts, stockDifferenceAccount, written } from './trade-line.ts'

/**
 * Goods go back to who sold them, sen: out of the stock at what they cost, against what is paid back or owed less. The two
 * differ where some were sold since, and others go instead, or where somebody said that they are worth something else;
 * that stands with the differences of the stock (accounting.md sections 5 and 8).
 */
export function purchaseReturn({ date, seller, unit, money, lines }: Purchase): JournalDraft {
  const { memberId, partnerId } = seller
  const returned = lines.map(({ itemId, kind, cost }) => {
    const account = stockAccounts[kind]
    assert(account, 'only goods of the cooperative were bought')
    return credit(account, cost, { memberId, partnerId, itemId, unit })
  })
  const difference = sumSen(money.map(({ amount }) => amount)) - sumSen(lines.map(({ cost }) => cost))
  const settled =
    difference > 0
      ? credit(stockDifferenceAccount, difference, { unit })
      : debit(stockDifferenceAccount, -difference, { unit })
  const all = written([...moneyLines('debit', money), ...returned, settled])
  return { kind: 'ordinary', book: 'PB', date, description: 'Retur pembelian', unit: 'general', lines: all }
}
