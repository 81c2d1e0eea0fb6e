import type { Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import { Refusal } from '../../../../shared/errors.ts'
import type { ConsignmentReceiptFacts } from '../../../../shared/statements/consignment-papers.ts'
import { tradeTexts } from '../../../../shared/statements/trade-texts.ts'
import { tradeDocument } from '../../services/trade/documents/document.ts'
import { linesOf } from '../../services/trade/documents/documents.ts'
import type { Reading } from '../../work.ts'
import { tradeParty } from '../trade-party.ts'

/** Goods that came into keeping or went back with one document; refuses NOT_FOUND for any other. */
export async function consignmentReceiptFacts(
  reading: Reading,
  { documentId }: ReportParams<'consignmentReceipt'>,
  language: Language,
): Promise<ConsignmentReceiptFacts> {
  const document = await tradeDocument(reading, { documentId })
  const { kind, number, date, note, reversedBy } = document
  const owner = await tradeParty(reading.db, document)
  const isKeeping = kind === 'consignment_in' || kind === 'consignment_return'
  if (!isKeeping || owner === null) throw new Refusal('NOT_FOUND', 'trade_document', { documentId })
  const lines = (await linesOf(reading.db, documentId)).map(({ item_id, name, unit_name, qty, ...agreed }) => {
    const { price, commission_pct: commissionPct } = agreed
    return { itemId: item_id, item: name, unitName: unit_name, qty, price, commissionPct }
  })
  return {
    ...{ language, number, date, note, owner, lines, way: kind === 'consignment_in' ? 'in' : 'back' },
    // It has no voucher, and neither has what took it back.
    reversedBy: reversedBy === null ? null : tradeTexts(language).consignment.undone,
  }
}
