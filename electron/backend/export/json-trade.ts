import { type List, rows } from './json-lists.ts'

/** Whom the cooperative trades with, what it trades, and every document with the goods it moved: no balance among it. */
export const tradeLists: Readonly<Record<string, List>> = {
  partnerTerms: async (db) =>
    rows(
      await db
        .selectFrom('partner_terms')
        .select(['partner_id', 'kind', 'phone', 'address', 'tax_id', 'fee_pct', 'withholds_tax', 'note'])
        .orderBy('partner_id')
        .execute(),
    ),
  itemTerms: async (db) =>
    rows(
      await db
        .selectFrom('item_terms')
        .select(['item_id', 'kind', 'costing', 'unit_name', 'price_member', 'price_other', 'minimum', 'barcode'])
        .select(['owner_member_id', 'owner_partner_id', 'commission_pct', 'note'])
        .orderBy('item_id')
        .execute(),
    ),
  stockLocations: async (db) =>
    rows(
      await db
        .selectFrom('stock_location')
        .select(['id as location_id', 'name', 'kind', 'partner_id', 'active'])
        .orderBy('sort')
        .execute(),
    ),
  tradeDocuments: async (db) =>
    rows(
      await db
        .selectFrom('trade_document')
        .select(['id as document_id', 'kind', 'code as number', 'date', 'member_id', 'partner_id', 'location_id'])
        .select(['to_location_id', 'channel', 'of_document_id', 'entry_id', 'request_id', 'made_by', 'made_at', 'note'])
        .select('due_on')
        .orderBy('date')
        .orderBy('id')
        .execute(),
    ),
  tradeLines: async (db) =>
    rows(
      await db
        .selectFrom('trade_line')
        .select(['document_id', 'n', 'item_id', 'qty', 'price', 'discount', 'amount', 'commission_pct', 'commission'])
        .select(['of_n', 'reason'])
        .orderBy('document_id')
        .orderBy('n')
        .execute(),
    ),
  cashierShifts: async (db) =>
    rows(
      await db
        .selectFrom('cashier_shift')
        .select([
          'id as shift_id',
          'cash_account',
          'cashier',
          'date',
          'opened_at',
          'opened_by',
          'opened_seq',
          'closed_at',
          'closed_by',
          'closed_seq',
          'count_id',
        ])
        .orderBy('id')
        .execute(),
    ),
  stockMoves: async (db) =>
    rows(
      await db
        .selectFrom('stock_move')
        .select(['seq', 'entry_seq', 'line_no', 'document_id', 'n', 'item_id', 'location_id', 'date', 'qty', 'undoes'])
        .orderBy('seq')
        .execute(),
    ),
}
