import type { Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import { Refusal } from '../../../../shared/errors.ts'
import { isCountedCash } from '../../../../shared/rules/cash-accounts.ts'
import {
  customerReceivable,
  marketplaceReceivable,
  memberPayable,
  memberReceivable,
  supplierPayable,
} from '../../../../shared/rules/entries/trade-line.ts'
import type { ReturnNoteFacts } from '../../../../shared/statements/return-note.ts'
import { tradeDocument } from '../../services/trade/documents/document.ts'
import type { Reading } from '../../work.ts'
import { entryMoney } from '../entry-money.ts'
import { tradeParty } from '../trade-party.ts'

const owedAccounts = {
  sale_return: [customerReceivable, memberReceivable, marketplaceReceivable],
  purchase_return: [supplierPayable, memberPayable],
} as const

/** Goods of a sale or a purchase that came or went back, by its document's id; refuses NOT_FOUND for what is neither. */
export async function returnNoteFacts(
  reading: Reading,
  { documentId }: ReportParams<'returnNote'>,
  language: Language,
): Promise<ReturnNoteFacts> {
  const document = await tradeDocument(reading, { documentId })
  const { kind, entryId, ofDocumentId, number, date, note, lines, total, reversedBy } = document
  const isReturn = kind === 'sale_return' || kind === 'purchase_return'
  if (!isReturn || entryId === null || ofDocumentId === null) {
    throw new Refusal('NOT_FOUND', 'trade_document', { documentId })
  }
  const first = await tradeDocument(reading, { documentId: ofDocumentId })
  const money = await entryMoney(reading.db, entryId, kind === 'sale_return' ? 'credit' : 'debit', language)
  const owed = money.filter(({ account }) => owedAccounts[kind].some((one) => one === account))
  return {
    ...{ language, kind, number, date, note, lines, total, reversedBy },
    of: { number: first.number, date: first.date },
    party: await tradeParty(reading.db, document),
    paid: money
      .filter(({ isCash }) => isCash)
      .map(({ account, name, amount }) => ({ account: isCountedCash(account) ? null : name, amount })),
    owedLess: owed.reduce((sum, { amount }) => sum + amount, 0),
  }
}
