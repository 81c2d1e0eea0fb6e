import { invalidInput, Refusal } from '../../../shared/errors.ts'
import {
  customerReceivable,
  marketplaceReceivable,
  memberConsignment,
  memberPayable,
  memberReceivable,
  partnerConsignment,
  stockAccounts,
  supplierPayable,
} from '../../../shared/rules/entries/trade-line.ts'
import { question } from '../db/question.ts'
import type { JournalEntryTable, JournalLineTable, Reader } from '../db/tables.ts'
import type { Work } from '../work.ts'
import { reverseFirst } from './reverse-first.ts'
import { isCosted, itemStates, movedAfter, requireThere } from './stock.ts'
import { appendMoves } from './stock-chain.ts'
import { requireTakenBackInOrder } from './stock-order.ts'
import { voucherName } from './vouchers.ts'

/**
 * Before the entry of a document is reversed: its goods go back where they came from. Refuses NOT_ALLOWED
 * `reverse_first` where goods came back of it, goods it brought were sold since or cost what it says, or what it left owed was paid since, and
 * STOCK_BELOW_ZERO for goods that are not there any more.
 */
export async function takeBackGoods(
  work: Work,
  entry: JournalEntryTable,
  lines: readonly JournalLineTable[],
  date: string,
): Promise<void> {
  const document = await work.tx
    .selectFrom('trade_document')
    .select('id')
    .where('entry_id', '=', entry.id)
    .executeTakeFirst()
  // Equipment that was bought on credit has no document, and a supplier all the same.
  if (!document && lines.some(({ asset_id }) => asset_id !== null)) await requireCardsCarry(work.tx, entry, lines)
  if (!document) {
    for (const line of lines) await requireUnsoldSince(work.tx, entry, line)
    return
  }
  await requireNothingCameBack(work.tx, document.id)
  await requireCardsCarry(work.tx, entry, lines)
  await undoMoves(work, document.id, date)
}

/** Takes back what a request moved of goods without money; answers how many documents. */
export async function takeBackSlips(work: Work, requestId: string, date: string): Promise<number> {
  const slips = await work.tx
    .selectFrom('trade_document')
    .select(['id', 'date'])
    .where('request_id', '=', requestId)
    .where('entry_id', 'is', null)
    .execute()
  for (const slip of slips) {
    if (date < slip.date) throw invalidInput(['date'], 'date_before_entry', { date: slip.date })
    await undoMoves(work, slip.id, date)
  }
  return slips.length
}

/** Appends the opposite of every move of a document. */
async function undoMoves(work: Work, documentId: string, date: string): Promise<number> {
  const moves = await movesOf(work.tx, documentId)
  for (const move of moves) await requireCostsStand(work.tx, move, date)
  await requireStillThere(work.tx, moves, date)
  await appendMoves(
    work,
    moves.map((move) => ({
      ...{ documentId, n: move.n, itemId: move.item_id, locationId: move.location_id, date },
      ...{ qty: 0 - move.qty, lineNo: move.line_no, undoes: move.seq },
    })),
  )
  return moves.length
}

type Moved = Awaited<ReturnType<typeof movesOf>>[number]

function movesOf(db: Reader, documentId: string) {
  return db
    .selectFrom('stock_move as m')
    .innerJoin('item_terms as t', 't.item_id', 'm.item_id')
    .selectAll('m')
    .select(['t.kind', isCosted.as('isCosted')])
    .where('m.document_id', '=', documentId)
    .where('m.undoes', 'is', null)
    .orderBy('m.seq')
    .execute()
}

/** All that came of an item to one place goes at once, however many lines brought it. */
async function requireStillThere(db: Reader, moves: readonly Moved[], date: string): Promise<void> {
  const came = moves.filter(({ qty }) => qty > 0)
  const byPlace = Map.groupBy(came, ({ item_id, location_id }) => `${item_id} ${location_id}`)
  for (const own of byPlace.values()) {
    const { item_id = '', location_id: locationId = '' } = own[0] ?? {}
    const qty = own.reduce((sum, move) => sum + move.qty, 0)
    const item = (await itemStates(db, [item_id], locationId)).get(item_id)
    const later = (await movedAfter(db, [item_id], { locationId, date })).get(item_id) ?? []
    if (item) requireThere({ item, date, qty, later, path: ['date'] })
  }
}

/**
 * What goods cost that went out since was reckoned with those that came: these are taken back from the newest on. What
 * went out comes back on no day on which it would have changed what others cost.
 */
async function requireCostsStand(db: Reader, move: Moved, date: string): Promise<void> {
  if (!move.isCosted || stockAccounts[move.kind] === undefined) return
  if (move.qty < 0) return requireTakenBackInOrder(db, move, date)
  const later = await soldAfter.first(db, move.item_id, move.seq)
  if (later) throw namingLater(later)
}

/** What an entry by hand said goods are worth, those cost that went out since: it is taken back as goods that came in are. */
async function requireUnsoldSince(db: Reader, { seq }: JournalEntryTable, line: JournalLineTable): Promise<void> {
  if (line.item_id === null || !stockCodes.has(line.account)) return
  const before = (await newestMoveUpTo.first(db, seq))?.seq ?? 0
  const later = await soldAfter.first(db, line.item_id, before)
  if (later) throw namingLater(later)
}

const stockCodes = new Set(Object.values(stockAccounts))

const newestMoveUpTo = question((db, entrySeq: number) =>
  db.selectFrom('stock_move').select('seq').where('entry_seq', '<=', entrySeq).orderBy('seq', 'desc').limit(1),
)

const soldAfter = question((db, itemId: string, seq: number) =>
  db
    .selectFrom('stock_move as m')
    .innerJoin('trade_document as d', 'd.id', 'm.document_id')
    .leftJoin('journal_entry as e', 'e.id', 'd.entry_id')
    .select(['e.id', 'e.book', 'e.year', 'e.number', 'd.code'])
    .where('m.item_id', '=', itemId)
    .where('m.seq', '>', seq)
    .where('m.qty', '<', 0)
    .where(isCosted)
    .where('m.undoes', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('stock_move as u').select('u.seq').whereRef('u.undoes', '=', 'm.seq'))),
    )
    .orderBy('m.seq', 'desc')
    .limit(1),
)

async function requireNothingCameBack(db: Reader, documentId: string): Promise<void> {
  const later = await db
    .selectFrom('trade_document as d')
    .innerJoin('journal_entry as e', 'e.id', 'd.entry_id')
    .leftJoin('journal_entry as r', 'r.reverses_id', 'e.id')
    .select(['e.id', 'e.book', 'e.year', 'e.number'])
    .where('d.of_document_id', '=', documentId)
    .where('r.id', 'is', null)
    .orderBy('e.seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (later) throw namingLater(later)
}

/** Cards of buyers, sellers and owners of goods in keeping, by the side on which something is owed. */
const cards: Readonly<Record<string, 1 | -1>> = {
  [memberReceivable]: 1,
  [customerReceivable]: 1,
  [marketplaceReceivable]: 1,
  [supplierPayable]: -1,
  [memberPayable]: -1,
  [memberConsignment]: -1,
  [partnerConsignment]: -1,
}

/** What an entry left owed is still owed: otherwise whatever paid it goes first. */
async function requireCardsCarry(
  db: Reader,
  entry: JournalEntryTable,
  lines: readonly JournalLineTable[],
): Promise<void> {
  const left = new Map<string, { line: JournalLineTable; owed: number }>()
  for (const line of lines) {
    const side = cards[line.account]
    if (side === undefined) continue
    const key = `${line.account} ${line.member_id ?? line.partner_id}`
    const owed = (left.get(key)?.owed ?? 0) + side * (line.debit - line.credit)
    left.set(key, { line, owed })
  }
  for (const { line, owed } of left.values()) {
    const side = cards[line.account] ?? 1
    const reference = line.member_id ?? line.partner_id ?? ''
    const balance = side * ((await cardNow.first(db, line.account, reference))?.balance ?? 0)
    if (owed <= 0 || balance >= owed) continue
    const later = await paidAfter(db, entry.seq, line, side)
    if (later) throw namingLater(later)
    // Nothing was paid since: goods that came back after they were paid had taken the card below nothing before.
    throw new Refusal('NOT_ALLOWED', 'covers_goods_back', { amount: owed - balance })
  }
}

const cardNow = question((db, account: string, reference: string) =>
  db
    .selectFrom('balance_subledger')
    .select((eb) => eb.fn.sum<number | null>(eb('debit', '-', eb.ref('credit'))).as('balance'))
    .where('account', '=', account)
    .where('reference', '=', reference),
)

/** What was paid since goes first; goods that came back are named only where nothing was paid. */
async function paidAfter(db: Reader, seq: number, line: JournalLineTable, side: 1 | -1) {
  return db
    .selectFrom('journal_line as l')
    .innerJoin('journal_entry as e', 'e.seq', 'l.seq')
    .leftJoin('journal_entry as r', 'r.reverses_id', 'e.id')
    .leftJoin('trade_document as d', 'd.entry_id', 'e.id')
    .select(['e.id', 'e.book', 'e.year', 'e.number'])
    .where('l.account', '=', line.account)
    .where(line.member_id === null ? 'l.partner_id' : 'l.member_id', '=', line.member_id ?? line.partner_id)
    .where(side === 1 ? 'l.credit' : 'l.debit', '>', 0)
    .where('l.seq', '>', seq)
    .where('e.reverses_id', 'is', null)
    .where('r.id', 'is', null)
    .orderBy((eb) => eb.case().when('d.kind', 'in', ['sale_return', 'purchase_return']).then(1).else(0).end())
    .orderBy('l.seq', 'desc')
    .limit(1)
    .executeTakeFirst()
}

interface Later extends Nullable<Pick<JournalEntryTable, 'id' | 'book' | 'year' | 'number'>> {
  /** Its own number, where a document has no entry. */
  readonly code?: string | null
}
type Nullable<Row> = { readonly [Key in keyof Row]: Row[Key] | null }

function namingLater({ id, book, year, number, code }: Later): Refusal {
  const voucher = book === null ? (code ?? '') : voucherName({ book, year: year ?? 0, number: number ?? 0 })
  return reverseFirst(id, voucher)
}
