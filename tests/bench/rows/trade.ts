import assert from 'node:assert/strict'
import type Database from 'better-sqlite3'
import { cash } from '../cooperative.ts'
import { insertInto } from '../large-book.ts'
import { type Measured, summary, timed, within } from '../measure.ts'
import { type OpenBook, openBare, openCopy, today } from '../open-book.ts'
import { itemName, type Stocked } from '../stocked-shop.ts'

const lines = 20

/** How the goods are costed, and how many sales like it there were before the first that is measured. */
interface Shop {
  readonly costing: 'moving_average' | 'fifo'
  readonly earlier: number
}

/** A sale of twenty lines, one durable after the other, and into bare tables with the same rows. */
export async function sellingAgainstBare(empty: string, shop: Shop, rounds: number): Promise<Measured[]> {
  const book = await openCopy(empty)
  const sell = await stockedShop(book, shop)
  const bare = sameTables(book)
  const pairs = await soldInBoth(book, bare.database, { sell, rounds })
  for (const table of tables) {
    const count = `SELECT count(*) AS count FROM ${table}`
    assert.deepEqual(bare.database.prepare(count).get(), book.app.file.database.prepare(count).get(), table)
  }
  const { ok, problems } = await book.api.ledger.verify()
  assert.ok(ok, JSON.stringify(problems.slice(0, 3)))
  await book.close()
  bare.close()
  const history = shop.earlier > 0 ? ` after ${shop.earlier} such sales by ${shop.costing}` : ''
  const what = `trade.sell of ${lines} lines${history}, durable`
  const promised = pairs.map(({ mine }) => ({ mine, theirs: 50 }))
  return [
    judged(summary({ what: `${what} / bare tables, same rows`, atLeast: limit, aim: 1.5 }, pairs), `${limit} x bare`),
    judged(summary({ what: `${what} / promised`, atLeast: 1, aim: 0.5, isShare: true }, promised), '50 ms'),
  ]
}

/** What was promised of a sale, beside its 50 ms: no more than so many times bare tables. */
const limit = 2

/** A figure with its limit in words, and whether it is met. */
function judged(measured: Measured, promised: string): Measured {
  return { ...measured, note: `limit ${promised}: ${measured.ratio < measured.atLeast ? 'met' : 'NOT MET'}` }
}

interface Rounds {
  readonly sell: () => Promise<void>
  readonly rounds: number
}

async function soldInBoth(book: OpenBook, bare: Database.Database, { sell, rounds }: Rounds) {
  const [newest, write] = [reader(book.app.file.database), writer(bare)]
  const pairs: { mine: number; theirs: number }[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const after = newest.head()
    const mine = await timed(sell)
    const rows = newest.rows(after)
    const theirs = await timed(() => write(rows))
    if (round > 0) pairs.push({ mine, theirs })
  }
  return pairs
}

/** The bare tables hold what the book holds before the first sale. */
function sameTables(book: OpenBook) {
  book.app.file.database.pragma('wal_checkpoint(TRUNCATE)')
  return openBare(book.path)
}

/** Goods of the shop to sell from, and one sale of them; a shop with a past buys again after every forty sales. */
async function stockedShop({ api }: OpenBook, { costing, earlier }: Shop): Promise<() => Promise<void>> {
  const itemIds: string[] = []
  for (let n = 1; n <= lines; n += 1) {
    itemIds.push((await api.items.create({ name: itemName(n), costing, priceOther: 5_000_00 })).itemId)
  }
  const stock = itemIds.map((itemId) => ({ itemId, qty: 100_000, cost: 300_000_00 }))
  const plenty = stock.map((line) => ({ ...line, qty: 100_000_000, cost: 300_000_000_00 }))
  const head = () => ({ requestId: crypto.randomUUID(), date: today })
  await api.trade.openingStock({ ...head(), lines: earlier > 0 ? stock : plenty })
  const basket = itemIds.map((itemId) => ({ itemId, qty: 1_500 }))
  const sell = async () => {
    const { total } = await api.trade.sell({ ...head(), cashAccount: cash, lines: basket })
    assert.equal(total, lines * 7_500_00)
  }
  for (let sale = 0; sale < earlier; sale += 1) {
    if (sale % 40 === 0) await api.trade.openingStock({ ...head(), lines: stock })
    await sell()
  }
  return sell
}

/** Finding goods among many, and what all of them are worth after many moves. */
export async function goodsInTime(stocked: string, { items, moves }: Stocked, rounds: number): Promise<Measured[]> {
  const book = await openCopy(stocked)
  const number = (count: number) => count.toLocaleString('id')
  const found = await within({ what: `items.list by text among ${number(items)}`, allowed: 30 }, rounds, async () => {
    const { rows } = await book.api.items.list({ text: 'kopi robusta', limit: 20 })
    assert.equal(rows.length, 20)
  })
  const what = `trade.valuation of ${number(items)} items with ${number(moves)} moves`
  const valued = await within({ what, allowed: 1_000 }, Math.ceil(rounds / 4), async () => {
    const { rows, value, accounts } = await book.api.trade.valuation()
    assert.equal(rows.length, items)
    assert.deepEqual(accounts, [{ account: '15101', total: value }])
  })
  await book.close()
  return [found, valued]
}

type Row = Record<string, unknown>
const tables = ['trade_document', 'trade_line', 'stock_move', 'journal_line', 'journal_entry', 'request'] as const
type Rows = Record<(typeof tables)[number], Row[]>

/** Reads what a sale wrote, table by table. */
function reader(database: Database.Database) {
  const all = (sql: string) => database.prepare(sql)
  const questions = {
    trade_document: all('SELECT * FROM trade_document WHERE entry_id IN (SELECT id FROM journal_entry WHERE seq > ?)'),
    trade_line: all(`SELECT l.* FROM trade_line l JOIN trade_document d ON d.id = l.document_id
      WHERE d.entry_id IN (SELECT id FROM journal_entry WHERE seq > ?)`),
    stock_move: all('SELECT * FROM stock_move WHERE entry_seq > ?'),
    journal_line: all('SELECT * FROM journal_line WHERE seq > ?'),
    journal_entry: all('SELECT * FROM journal_entry WHERE seq > ?'),
    request: all('SELECT * FROM request WHERE last_seq > ?'),
  }
  const head = all('SELECT max(seq) AS seq FROM journal_entry')
  return {
    head: () => (head.get() as { seq: number }).seq,
    rows: (after: number) =>
      Object.fromEntries(tables.map((table) => [table, questions[table].all(after) as Row[]])) as Rows,
  }
}

/** Writes the same rows in one transaction, and the kept balances they move. */
function writer(database: Database.Database): (rows: Rows) => void {
  const columns = (table: string) => database.pragma(`table_info(${table})`) as { name: string }[]
  const writes = Object.fromEntries(
    tables.map((table) => [
      table,
      insertInto<string>(
        database,
        table,
        columns(table).map(({ name }) => name),
      ),
    ]),
  )
  const [carry, lay] = [carrier(database), stockCarrier(database)]
  return database.transaction((rows: Rows) => {
    for (const table of tables) for (const row of rows[table]) writes[table]?.(row)
    for (const line of rows.journal_line) carry(line)
    for (const move of rows.stock_move) lay(move)
  }).immediate
}

function stockCarrier(database: Database.Database): (move: Row) => void {
  const add = database.prepare(`INSERT INTO balance_stock (item_id, location_id, qty, valued_moves) VALUES (?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET qty = qty + excluded.qty, valued_moves = valued_moves + excluded.valued_moves`)
  return ({ item_id: item, location_id: place, qty, line_no: line }) => {
    add.run(item, place, qty, line === null ? 0 : 1)
  }
}

function carrier(database: Database.Database): (line: Row) => void {
  const adding = (table: string, keys: string) =>
    database.prepare(`INSERT INTO ${table} (${keys}, debit, credit, lines)
      VALUES (${keys.split(', ').map(() => '?')}, ?, ?, 1) ON CONFLICT DO UPDATE
      SET debit = debit + excluded.debit, credit = credit + excluded.credit, lines = lines + 1`)
  const periods = (['day', 'month', 'year'] as const).map((period, index) => ({
    add: adding(`balance_${period}`, `account, ${period}, unit, kind`),
    length: [10, 7, 4][index],
  }))
  const onCard = adding('balance_subledger', 'subledger, reference, account, unit, year')
  return ({ account, entry_date, unit, debit, credit, item_id: item }) => {
    const day = String(entry_date)
    for (const { add, length } of periods) add.run(account, day.slice(0, length), unit, 'ordinary', debit, credit)
    if (account === '15101') onCard.run('item', item, account, unit, day.slice(0, 4), debit, credit)
  }
}
