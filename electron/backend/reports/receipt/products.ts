import type { ReceiptProduct } from '../../../../shared/statements/receipt.ts'
import type { JournalEntryTable, Reader } from '../../db/tables.ts'

/** What a production made, in the order of its lines, with what all of each cost; empty for every other entry. */
export async function receiptProducts(db: Reader, { id }: Pick<JournalEntryTable, 'id'>): Promise<ReceiptProduct[]> {
  return db
    .selectFrom('trade_document as d')
    .innerJoin('trade_line as l', 'l.document_id', 'd.id')
    .innerJoin('item as i', 'i.id', 'l.item_id')
    .innerJoin('item_terms as t', 't.item_id', 'i.id')
    .select(['i.name as item', 't.unit_name as unitName', 'l.qty', 'l.amount as cost'])
    .where('d.entry_id', '=', id)
    .where('d.kind', '=', 'production')
    .where('l.qty', '>', 0)
    .orderBy('l.n')
    .execute()
}
