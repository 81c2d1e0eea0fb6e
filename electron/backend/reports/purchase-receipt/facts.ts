import type { Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import { Refusal } from '../../../../shared/errors.ts'
import { isCountedCash } from '../../../../shared/rules/cash-accounts.ts'
import { memberPayable, supplierPayable } from '../../../../shared/rules/entries/trade-line.ts'
import type { PurchaseReceiptFacts } from '../../../../shared/statements/purchase-receipt.ts'
import { tradeDocument } from '../../services/trade/documents/document.ts'
import type { Reading } from '../../work.ts'
import { entryMoney } from '../entry-money.ts'
import { tradeParty } from '../trade-party.ts'

/** One purchase, by its document's id or its entry's; refuses NOT_FOUND for what is none. */
export async function purchaseReceiptFacts(
  reading: Reading,
  { documentId }: ReportParams<'purchaseReceipt'>,
  language: Language,
): Promise<PurchaseReceiptFacts> {
  const document = await tradeDocument(reading, { documentId })
  const { kind, entryId, number, date, dueOn, note, lines, total, reversedBy } = document
  if (kind !== 'purchase' || entryId === null) throw new Refusal('NOT_FOUND', 'trade_document', { documentId })
  const money = await entryMoney(reading.db, entryId, 'credit', language)
  const owed = money.filter(({ account }) => account === supplierPayable || account === memberPayable)
  return {
    ...{ language, number, date, dueOn, note, lines, total, reversedBy },
    seller: await tradeParty(reading.db, document),
    paid: money
      .filter(({ isCash }) => isCash)
      .map(({ account, name, amount }) => ({ account: isCountedCash(account) ? null : name, amount })),
    owed: owed.reduce((sum, { amount }) => sum + amount, 0),
  }
}
