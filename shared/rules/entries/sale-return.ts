import { credit, type DraftLine, debit, type JournalDraft } from './draft.ts'
import type { Sale } from './sale.ts'
import { consignmentAccounts, moneyLines, saleAccounts, stockAccounts, written } from './trade-line.ts'

/**
 * Goods that were sold come back, sen: at what they were sold for, and at what they cost then (accounting.md section 5).
 * Whose goods were in keeping is owed that much less.
 */
export function saleReturn({ date, buyer, isMember, channel, unit, money, lines }: Sale): JournalDraft {
  const accounts = saleAccounts(isMember, channel)
  const { memberId, partnerId } = buyer
  const returned = lines.flatMap((line): DraftLine[] => {
    const { itemId, kind, amount, cost, owner, isOwnerMember, commission = 0 } = line
    if (owner) {
      const { owed, commission: income } = consignmentAccounts(owner, isOwnerMember)
      const named = { ...owner, itemId, unit }
      return [debit(owed, amount - commission, named), debit(income, commission, named)]
    }
    const stock = stockAccounts[kind]
    return [
      debit(accounts.returns, amount, { memberId, partnerId, itemId, unit }),
      ...(stock ? [debit(stock, cost, { itemId, unit }), credit(accounts.cost, cost, { itemId, unit })] : []),
    ]
  })
  const all = written([...returned, ...moneyLines('credit', money)])
  return { kind: 'ordinary', book: 'PJ', date, description: 'Retur penjualan', unit: 'general', lines: all }
}
