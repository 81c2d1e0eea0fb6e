import type Database from 'better-sqlite3'
import { chainStart } from '../../electron/backend/ledger/chain.ts'
import { moveHash } from '../../electron/backend/ledger/stock-chain.ts'
import { termsHash } from '../../electron/backend/ledger/terms-seal.ts'
import { addDays } from '../../shared/calendar.ts'
import { credit, debit } from '../../shared/rules/entries/draft.ts'
import { searchText } from '../../shared/rules/search-text.ts'
import { addEntries, insertInto, lastYear, type MadeDraft, madeBook } from './large-book.ts'

/** How many items a shop has, and how often any of them moved. */
export interface Stocked {
  readonly items: number
  readonly moves: number
}

const words = ['Kopi robusta', 'Keripik singkong', 'Gula aren', 'Beras merah', 'Minyak kelapa', 'Teh melati', 'Sabun']
export const itemName = (n: number) => `${words[n % words.length]} ${n}`
const itemId = (n: number) => `item-${String(n).padStart(5, '0')}`
const atOnce = 20

/** A closed book of a shop that bought twenty items at a time for a year. */
export async function bookOfGoods(stocked: Stocked): Promise<string> {
  return madeBook(`${stocked.items}-items-${stocked.moves}-moves`, (database) => {
    addItems(database, stocked)
    const seals = addMoves(database, stocked)
    addEntries(database, purchases(stocked, seals))
  })
}

function addItems(database: Database.Database, { items }: Stocked): void {
  const item = insertInto(database, 'item', ['id', 'code', 'name', 'active'])
  const terms = insertInto(database, 'item_terms', [
    ...(['item_id', 'kind', 'costing', 'unit_name', 'price_member', 'price_other', 'search'] as const),
  ])
  for (let n = 1; n <= items; n += 1) {
    const [code, name] = [`B-${String(n).padStart(5, '0')}`, itemName(n)]
    item({ id: itemId(n), code, name, active: 1 })
    const prices = { price_member: 5_000_00, price_other: 5_500_00 }
    const kind = { kind: 'merchandise', costing: 'moving_average', unit_name: 'buah' }
    terms({ item_id: itemId(n), ...kind, ...prices, search: searchText(name, code) })
  }
}

/** Which items a purchase brought, and its day. */
function bought({ items, moves }: Stocked, purchase: number) {
  const count = moves / atOnce
  const day = addDays(`${lastYear}-01-01`, Math.floor((purchase * 364) / count))
  return { day, itemIds: Array.from({ length: atOnce }, (_, n) => itemId(1 + ((purchase * atOnce + n) % items))) }
}

const cost = 4_000_00

/** What an entry carries of the rows that were written before it. */
interface Seal {
  readonly termsHash: string
  readonly stockHash: string
}

function* purchases(stocked: Stocked, seals: readonly Seal[]): Generator<MadeDraft> {
  for (let purchase = 0; purchase < stocked.moves / atOnce; purchase += 1) {
    const { day: date, itemIds } = bought(stocked, purchase)
    const lines = [...itemIds.map((id) => debit('15101', cost, { itemId: id })), credit('34101', cost * atOnce)]
    const entry = { kind: 'ordinary' as const, book: 'PB' as const, date, description: 'Pembelian tunai' }
    yield { ...entry, id: `purchase-${purchase}`, unit: 'shop', lines, ...seals[purchase] }
  }
}

/** Documents with their lines and moves; answers what the entry of each carries. */
function addMoves(database: Database.Database, stocked: Stocked): Seal[] {
  const seals: Seal[] = []
  const document = insertInto(database, 'trade_document', [
    ...(['id', 'kind', 'date', 'location_id', 'entry_id', 'made_by', 'made_at'] as const),
  ])
  const line = insertInto(database, 'trade_line', ['document_id', 'n', 'item_id', 'qty', 'discount', 'amount'])
  const move = insertInto(database, 'stock_move', [
    ...(['seq', 'entry_seq', 'line_no', 'document_id', 'n', 'item_id', 'location_id', 'date', 'qty'] as const),
    ...(['undoes', 'prev_hash', 'hash'] as const),
  ])
  let previous = { seq: 0, hash: chainStart }
  for (let purchase = 0; purchase < stocked.moves / atOnce; purchase += 1) {
    const { day: date, itemIds } = bought(stocked, purchase)
    const id = `document-${purchase}`
    const made = { made_by: 'treasurer', made_at: `${date}T01:00:00.000Z` }
    const head = { id, kind: 'purchase', date, location_id: 'shop', entry_id: `purchase-${purchase}`, ...made }
    document(head)
    const lines: (readonly [string, object])[] = []
    for (const [index, item_id] of itemIds.entries()) {
      const n = index + 1
      const own = { document_id: id, n, item_id, qty: 1_000, discount: 0, amount: cost }
      line(own)
      lines.push(['trade_line', own])
      const place = { entry_seq: purchase + 1, line_no: n, document_id: id, n, item_id, location_id: 'shop' }
      const next = { seq: previous.seq + 1, ...place, date, qty: 1_000, undoes: null, prev_hash: previous.hash }
      previous = { seq: next.seq, hash: moveHash(next) }
      move({ ...next, hash: previous.hash })
    }
    seals.push({ termsHash: termsHash([['trade_document', head], ...lines]), stockHash: previous.hash })
  }
  return seals
}
