import type { Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import { invalidInput, Refusal } from '../../../../shared/errors.ts'
import { isCountedCash } from '../../../../shared/rules/cash-accounts.ts'
import {
  customerReceivable,
  feesAccount,
  marketplaceReceivable,
  memberReceivable,
  prepaidTaxAccount,
} from '../../../../shared/rules/entries/trade-line.ts'
import type { SaleReceiptFacts } from '../../../../shared/statements/sale-receipt.ts'
import { tradeDocument } from '../../services/trade/documents/document.ts'
import type { Reading } from '../../work.ts'
import { entryMoney } from '../entry-money.ts'
import { tradeParty } from '../trade-party.ts'

/**
 * One sale, by its document's id or its entry's. Refuses NOT_FOUND for what is no sale, INVALID_INPUT for less handed
 * over than was paid in cash.
 */
export async function saleReceiptFacts(
  reading: Reading,
  { documentId, format = '80mm', given }: ReportParams<'saleReceipt'>,
  language: Language,
): Promise<SaleReceiptFacts> {
  const document = await tradeDocument(reading, { documentId })
  const { kind, entryId, lines, total, number, date, dueOn, note, reversedBy } = document
  if (kind !== 'sale' || entryId === null) throw new Refusal('NOT_FOUND', 'trade_document', { documentId })
  const money = await entryMoney(reading.db, entryId, 'debit', language)
  const paid = money.filter(({ isCash }) => isCash)
  const inHand = paid.filter(({ account }) => isCountedCash(account))
  const counted = inHand.reduce((sum, { amount }) => sum + amount, 0)
  if (given !== undefined && given < counted) {
    throw invalidInput(['params', 'given'], 'given_below_paid', { amount: counted })
  }
  const on = (...codes: string[]) =>
    money.filter(({ account }) => codes.includes(account)).reduce((sum, { amount }) => sum + amount, 0)
  const held = on(marketplaceReceivable)
  return {
    ...{ language, format, number, date, dueOn, note, lines, total, given, reversedBy },
    buyer: await tradeParty(reading.db, document),
    paid: paid.map(({ account, name, amount }) => ({ account: isCountedCash(account) ? null : name, amount })),
    owed: on(memberReceivable, customerReceivable),
    market: held > 0 ? { held, fee: on(feesAccount), withheld: on(prepaidTaxAccount) } : null,
  }
}
