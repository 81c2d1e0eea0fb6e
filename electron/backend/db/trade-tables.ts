import type { CostMethod } from '../../../shared/rules/stock-cost.ts'

export type PartnerKind = 'supplier' | 'customer' | 'maker' | 'outlet' | 'marketplace'

/** Whom the cooperative trades with, and what a marketplace keeps of a sale. */
export interface PartnerTermsTable {
  partner_id: string
  kind: PartnerKind
  phone: string | null
  address: string | null
  tax_id: string | null
  fee_pct: string
  withholds_tax: 0 | 1
  note: string | null
  search: string
}

export type ItemKind = 'merchandise' | 'member_product' | 'material' | 'finished' | 'consigned' | 'service'

/** What an item is, what it is sold for and, where it is only kept for somebody, whose it is. */
export interface ItemTermsTable {
  item_id: string
  kind: ItemKind
  costing: CostMethod
  unit_name: string
  /** Sen per unit. */
  price_member: number
  price_other: number
  /** Thousandths below which it is to be bought again. */
  minimum: number
  barcode: string | null
  owner_member_id: string | null
  owner_partner_id: string | null
  commission_pct: string | null
  note: string | null
  search: string
}

export interface StockLocationTable {
  id: string
  name: string
  kind: 'own' | 'outlet' | 'marketplace'
  partner_id: string | null
  active: 0 | 1
  sort: number
}

export type TradeKind =
  | 'opening'
  | 'purchase'
  | 'grant'
  | 'purchase_return'
  | 'sale'
  | 'sale_return'
  | 'consignment_in'
  | 'consignment_return'
  | 'consignment_settlement'
  | 'transfer'
  | 'stock_take'
  | 'production'

/** What was bought, sold, kept for somebody or moved; with its entry, or with a number of its own where no money moved. */
export interface TradeDocumentTable {
  id: string
  kind: TradeKind
  code: string | null
  date: string
  member_id: string | null
  partner_id: string | null
  location_id: string | null
  to_location_id: string | null
  channel: 'direct' | 'marketplace' | null
  of_document_id: string | null
  entry_id: string | null
  request_id: string | null
  made_by: string
  made_at: string
  note: string | null
  /** JSON list of who signed a count. */
  counted_by: string | null
  /** When what stayed owed is to be paid. */
  due_on: string | null
}

/** A line as it was agreed: thousandths, price per unit and amount in sen; what it cost is in the entry. */
export interface TradeLineTable {
  document_id: string
  n: number
  item_id: string
  qty: number
  /** What a count found; `qty` is then the difference. */
  counted: number | null
  price: number | null
  discount: number
  amount: number
  commission_pct: string | null
  /** What of the amount stays here of goods in keeping. */
  commission: number | null
  of_n: number | null
  reason: string | null
}

/** Goods that came (above zero) or went: thousandths. What they cost is on the line of the entry they belong to. */
export interface StockMoveTable {
  seq: number
  entry_seq: number
  line_no: number | null
  document_id: string
  /** The line of the document. */
  n: number
  item_id: string
  location_id: string
  date: string
  qty: number
  undoes: number | null
  prev_hash: string
  hash: string
}

/** How much of an item is at a place, thousandths, and by how many moves that have a line; kept by the database itself. */
export interface BalanceStockTable {
  item_id: string
  location_id: string
  qty: number
  valued_moves: number
}

/** Who stood at a box; `opened_seq` and `closed_seq` are the newest entries when it began and ended. */
export interface CashierShiftTable {
  id: string
  cash_account: string
  cashier: string
  date: string
  opened_at: string
  opened_by: string
  opened_seq: number
  closed_at: string | null
  closed_by: string | null
  closed_seq: number | null
  count_id: string | null
}
