import assert from 'node:assert/strict'
import type Database from 'better-sqlite3'
import { post } from '../../../electron/backend/ledger/post.ts'
import { treasurer } from '../../../electron/backend/work.ts'
import type { JournalDraft } from '../../../shared/rules/entries/draft.ts'
import { cash, entriesOf, type Size, savings, savingsId } from '../cooperative.ts'
import { entryTable, insertInto, lineTable, requestTable } from '../large-book.ts'
import { type Measured, type Promised, paired, summary, timed } from '../measure.ts'
import { type BareTables, type OpenBook, openBare, openCopy, today } from '../open-book.ts'

const entriesARound = 10

type Post = (book: OpenBook, count: number) => Promise<{ hash: string }>

const deposit: Post = ({ api }, count) =>
  api.savings.deposit({
    requestId: crypto.randomUUID(),
    savingsAccountId: savingsId(1 + (count % 60)),
    date: today,
    cashAccount: cash,
    amount: 20_000_00 + count,
  })

const journalEntry: Post = ({ api }, count) =>
  api.journal.post({
    requestId: crypto.randomUUID(),
    date: today,
    description: `Penjualan ${count}`,
    lines: [
      { account: cash, debit: 30_000_00 + count },
      { account: '42101', credit: 20_000_00 + count },
      { account: '43101', credit: 10_000_00 },
    ],
  })

/** One voucher at a time, each durable before the next, through the service and into bare tables. */
export async function postingAgainstBare(empty: string, rounds: number): Promise<Measured[]> {
  const promised = { atLeast: 1.5, aim: 1.2 }
  return [
    await against(empty, rounds, { what: 'savings.deposit, durable / bare tables, same rows', ...promised }, deposit),
    await against(empty, rounds, { what: 'journal.post, durable / bare tables, same rows', ...promised }, journalEntry),
  ]
}

async function against(empty: string, rounds: number, promised: Promised, postOne: Post): Promise<Measured> {
  const book = await openCopy(empty)
  const bare = openBare(empty)
  const pairs: { mine: number; theirs: number }[] = []
  const [newest, write] = [reader(book.app.file.database), writer(bare.database)]
  for (let round = 0; round <= rounds; round += 1) {
    const pair = { mine: 0, theirs: 0 }
    for (let entry = 0; entry < entriesARound; entry += 1) {
      const count = round * entriesARound + entry
      pair.mine += await timed(() => postOne(book, count))
      const rows = newest(count)
      assert.equal(rows.length, 1)
      pair.theirs += await timed(() => write(rows))
    }
    if (round > 0) pairs.push(pair)
  }
  await requireSame(book, bare)
  await book.close()
  bare.close()
  return summary(promised, pairs)
}

/** Posting into a book of a million lines and into an empty one, in turn. */
export async function postingIntoLarge(empty: string, large: string, rounds: number): Promise<Measured[]> {
  const promised = { what: 'savings.deposit: 1 million lines / empty book', atLeast: 1.3, aim: 1.1 }
  const [full, fresh] = [await openCopy(large), await openCopy(empty)]
  let count = 0
  const into = (book: OpenBook) => () => {
    count += 1
    return timed(() => deposit(book, count))
  }
  const measured = await paired(promised, rounds * entriesARound, into(full), into(fresh))
  await fresh.close()
  await full.close()
  return [measured]
}

/** What an import does: entries composed beforehand, a batch a transaction, every rule and the chain. */
export async function importing(empty: string, size: Size, lines: number): Promise<Measured[]> {
  const book = await openCopy(empty)
  const bare = openBare(empty)
  const drafts = [...firstLines(entriesOf(size, '2025-01-01', '2026-12-31'), lines)]
  const pairs: { mine: number; theirs: number }[] = []
  const batch = 500
  const [newest, write] = [reader(book.app.file.database), writer(bare.database)]
  for (let start = 0; start < drafts.length; start += batch) {
    const part = drafts.slice(start, start + batch)
    const mine = await timed(() => importBatch(book, part))
    const rows = newest(start)
    assert.equal(rows.length, part.length)
    const theirs = await timed(() => write(rows))
    if (start > 0) pairs.push({ mine, theirs })
  }
  await requireSame(book, bare)
  await book.close()
  bare.close()
  const what = `import of ${lines.toLocaleString('id')} lines, ${batch} entries a batch / bare tables`
  return [summary({ what, atLeast: 5, aim: 2 }, pairs)]
}

async function importBatch({ app }: OpenBook, drafts: readonly JournalDraft[]): Promise<void> {
  const call = { procedure: 'import', input: {}, requestId: crypto.randomUUID(), actor: treasurer }
  await app.write(call, async (work) => {
    for (const draft of drafts) await post(work, draft)
    return { entries: drafts.length }
  })
}

function* firstLines(drafts: Iterable<JournalDraft>, lines: number): Generator<JournalDraft> {
  let left = lines
  for (const draft of drafts) {
    if (left <= 0) return
    left -= draft.lines.length
    yield draft
  }
}

type Row = Record<string, unknown>
interface Rows {
  readonly entry: Row
  readonly lines: Row[]
  readonly request: Row | undefined
}

/** Reads what the service wrote after an entry, as it stands in its tables. */
function reader(database: Database.Database): (after: number) => Rows[] {
  const entries = database.prepare('SELECT * FROM journal_entry WHERE seq > ? ORDER BY seq')
  const lines = database.prepare('SELECT * FROM journal_line WHERE seq = ? ORDER BY line_no')
  const request = database.prepare('SELECT * FROM request WHERE id = ? AND last_seq = ?')
  return (after) =>
    (entries.all(after) as Row[]).map((entry) => ({
      entry,
      lines: lines.all(entry.seq) as Row[],
      request: request.get(entry.request_id, entry.seq) as Row | undefined,
    }))
}

/** Writes entries into bare tables in one transaction: entry, lines, request and the kept balances they move. */
function writer(database: Database.Database): (rows: readonly Rows[]) => void {
  const writeEntry = insertInto<string>(database, 'journal_entry', entryTable)
  const writeLine = insertInto<string>(database, 'journal_line', lineTable)
  const writeRequest = insertInto<string>(database, 'request', requestTable)
  const carry = carrier(database)
  return database.transaction((rows: readonly Rows[]) => {
    for (const { entry, lines, request } of rows) {
      for (const line of lines) {
        writeLine(line)
        carry(entry, line)
      }
      writeEntry(entry)
      if (request) writeRequest(request)
    }
  }).immediate
}

/** Adds a line to the rows of its day, month and year, and of its savings account: what the book's triggers do. */
function carrier(database: Database.Database): (entry: Row, line: Row) => void {
  const adding = (table: string, ...columns: string[]) =>
    database.prepare(`INSERT INTO ${table} (${columns.join(', ')}, debit, credit, lines)
      VALUES (${columns.map(() => '?').join(', ')}, ?, ?, 1) ON CONFLICT DO UPDATE
      SET debit = debit + excluded.debit, credit = credit + excluded.credit, lines = lines + 1`)
  const [onDay, inMonth, inYear] = (['day', 'month', 'year'] as const).map((period) =>
    adding(`balance_${period}`, 'account', period, 'unit', 'kind'),
  )
  const onCard = adding('balance_subledger', 'subledger', 'reference', 'account', 'unit', 'year')
  return ({ kind, date }, { account, unit, debit, credit, savings_account_id: card }) => {
    const day = String(date)
    onDay?.run(account, day, unit, kind, debit, credit)
    inMonth?.run(account, day.slice(0, 7), unit, kind, debit, credit)
    inYear?.run(account, day.slice(0, 4), unit, kind, debit, credit)
    if (card !== null) onCard.run('savings', card, account, unit, day.slice(0, 4), debit, credit)
  }
}

/** The book proves whole, and the bare tables hold the very same entries, lines and money. */
async function requireSame({ api, app }: OpenBook, { database }: BareTables): Promise<void> {
  const { ok, problems, entries, lines } = await api.ledger.verify()
  assert.ok(ok, JSON.stringify(problems.slice(0, 3)))
  const totals = `SELECT (SELECT count(*) FROM journal_entry) AS entries, count(*) AS lines, sum(debit) AS debit,
    (SELECT sum(credit) FROM journal_line WHERE account = '${savings}') AS saved FROM journal_line`
  const bare = database.prepare(totals).get() as Row
  assert.deepEqual(bare, app.file.database.prepare(totals).get())
  assert.deepEqual([bare.entries, bare.lines], [entries, lines])
}
