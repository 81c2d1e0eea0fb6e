import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { openDatabase } from '../../electron/backend/db/connection.ts'
import { createBook } from '../../electron/backend/db/create.ts'
import type { JournalEntryTable, JournalLineTable } from '../../electron/backend/db/tables.ts'
import { chainStart, entryHash, headerColumns, lineColumns } from '../../electron/backend/ledger/chain.ts'
import { yearOf } from '../../shared/calendar.ts'
import type { JournalDraft } from '../../shared/rules/entries/draft.ts'
import { entriesOf, memberId, monthlyDue, type Size, savingsId } from './cooperative.ts'

const root = join(import.meta.dirname, '..', '..')

/** The newest year of every book; a book of ten years begins nine years before. */
export const lastYear = 2026

/** A closed book of the cooperative's newest `years`, made once and kept in the temporary folder; never written to. */
export async function bookOf(size: Size, years: number): Promise<string> {
  return madeBook(`${size.members}-members-${years}-years`, (database) => {
    addMembers(database, size)
    if (years > 0) addEntries(database, entriesOf(size, `${lastYear - years + 1}-01-01`, `${lastYear}-12-31`))
  })
}

/** A closed book of this name that is filled once and kept. */
export async function madeBook(name: string, add: (database: Database.Database) => void): Promise<string> {
  const folder = join(tmpdir(), `lumbung-bench-${recipe()}`)
  const path = join(folder, `${name}.lumbung`)
  if (existsSync(path)) return path
  mkdirSync(folder, { recursive: true })
  const making = `${path}.${process.pid}.part`
  await createBook({ path: making, kind: 'real', cooperative }, { now: () => madeAt, newId: () => crypto.randomUUID() })
  fill(making, add)
  renameSync(making, path)
  return path
}

const cooperative = { name: 'Koperasi Ukur', foundedOn: '2010-01-01' }
const madeAt = `${lastYear}-12-31T01:00:00.000Z`

/** What the books are made of: another schema or another cooperative makes other books. */
function recipe(): string {
  const hash = createHash('sha256')
  const pieces = readdirSync(join(root, 'migrations/the-book')).map((name) => `migrations/the-book/${name}`)
  const sources = [
    ...pieces.sort(),
    'tests/bench/cooperative.ts',
    'tests/bench/large-book.ts',
    'tests/bench/many-loans.ts',
    'tests/bench/stocked-shop.ts',
  ]
  for (const source of sources) hash.update(readFileSync(join(root, source)))
  return hash.digest('hex').slice(0, 12)
}

/**
 * Writes a million lines in seconds: the triggers stand aside meanwhile, and the kept balances are summed at the end.
 * Whether the book is sound all the same is proven by `ledger.verify` in the bench itself.
 */
function fill(path: string, add: (database: Database.Database) => void): void {
  const database = openDatabase(path)
  database.pragma('synchronous = OFF')
  database.pragma('cache_size = -400000')
  const triggers = setAside(database)
  database.exec('BEGIN')
  add(database)
  database.exec(keptBalances)
  database.exec(triggers.join(';'))
  database.exec('COMMIT')
  database.close()
}

/** Takes all triggers away and answers what makes them again. */
export function setAside(database: Database.Database): string[] {
  const triggers = database.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all() as {
    name: string
    sql: string
  }[]
  for (const { name } of triggers) database.exec(`DROP TRIGGER ${name}`)
  return triggers.map(({ sql }) => sql)
}

export function addMembers(database: Database.Database, { members }: Pick<Size, 'members'>): void {
  const member = database.prepare(
    "INSERT INTO member (id, code, name, sort, search, sex, joined_on, hamlet) VALUES (?, ?, ?, ?, ?, ?, '2015-01-15', ?)",
  )
  const account = database.prepare(
    "INSERT INTO savings_account (id, code, name, member_id, product, account, opened_on) VALUES (?, ?, 'Simpanan wajib', ?, 'wajib', '31102', '2015-01-15')",
  )
  for (let number = 1; number <= members; number += 1) {
    const code = String(number).padStart(4, '0')
    const name = `Anggota ${number}`
    const sex = number % 2 === 0 ? 'female' : 'male'
    member.run(memberId(number), code, name, code, name.toLowerCase(), sex, `Dusun ${number % 7}`)
    account.run(savingsId(number), `SW-${code}`, memberId(number))
  }
  database.prepare("INSERT INTO savings_due VALUES ('wajib', ?, ?)").run(`${lastYear - 9}-01`, monthlyDue)
}

/** A prepared insert of a table's columns. */
export function insertInto<Column extends string>(
  database: Database.Database,
  table: string,
  columns: readonly Column[],
) {
  const statement = database.prepare(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  )
  return (row: { readonly [Name in Column]: unknown }) => statement.run(...columns.map((column) => row[column]))
}

export const entryTable = [...headerColumns, 'hash_version', 'prev_hash', 'hash'] as const
export const lineTable = ['seq', 'entry_id', 'entry_date', ...lineColumns] as const
export const requestTable = ['id', 'procedure', 'input_hash', 'result', 'at', 'made_by', 'last_seq'] as const

/** An entry to be made, with the hash of the terms that were written for its id. */
export type MadeDraft = JournalDraft & {
  readonly id?: string
  readonly termsHash?: string | undefined
  readonly stockHash?: string
}

/** Entries in the order they come, each under the id it brings or one of its own. */
export function addEntries(database: Database.Database, drafts: Iterable<MadeDraft>): void {
  const writeEntry = insertInto(database, 'journal_entry', entryTable)
  const writeLine = insertInto(database, 'journal_line', lineTable)
  const writeRequest = insertInto(database, 'request', requestTable)
  const numbers = new Map<string, number>()
  let previous = { seq: 0, hash: chainStart }
  for (const draft of drafts) {
    const { entry, lines } = rowsOf(draft, previous, numbers)
    writeEntry(entry)
    for (const line of lines) writeLine(line)
    const { request_id: id, procedure, seq, hash } = entry
    const result = JSON.stringify({ entryId: entry.id, voucher: `${seq}`, date: entry.date, hash, warnings: [] })
    writeRequest({ id, procedure, input_hash: hash, result, at: madeAt, made_by: 'treasurer', last_seq: seq })
    previous = entry
  }
}

function rowsOf(draft: MadeDraft, previous: { seq: number; hash: string }, numbers: Map<string, number>) {
  const year = yearOf(draft.date)
  const series = `${draft.book} ${year}`
  const number = (numbers.get(series) ?? 0) + 1
  numbers.set(series, number)
  const { kind, book, date, description, unit } = draft
  const header: Omit<JournalEntryTable, 'hash'> = {
    ...{
      seq: previous.seq + 1,
      id: draft.id ?? crypto.randomUUID(),
      kind,
      book,
      year,
      number,
      date,
      description,
      unit,
    },
    ...{ procedure: 'journal.post', request_id: crypto.randomUUID(), reverses_id: null, reason: null },
    ...{
      created_at: madeAt,
      created_by: 'treasurer',
      approved_by: null,
      terms_hash: draft.termsHash ?? null,
      stock_hash: draft.stockHash ?? null,
      hash_version: 1,
      prev_hash: previous.hash,
    },
  }
  const lines = draft.lines.map(
    (line, index): JournalLineTable => ({
      ...nothingNamed,
      ...{ seq: header.seq, line_no: index + 1, entry_id: header.id, entry_date: date, unit },
      ...{ account: line.account, debit: line.debit, credit: line.credit },
      ...{ member_id: line.memberId ?? null, savings_account_id: line.savingsAccountId ?? null },
      ...{ loan_id: line.loanId ?? null, item_id: line.itemId ?? null },
    }),
  )
  return { entry: { ...header, hash: entryHash(header, lines) }, lines }
}

const nothingNamed = {
  ...{ partner_id: null, fund_id: null, budget_line_id: null, asset_id: null },
  ...{ borrowing_id: null, person_id: null, cash_flow_line: null, memo: null },
}

const sums = 'sum(debit), sum(credit)'
const keptBalances = `
  INSERT INTO balance_day SELECT account, entry_date, unit, 'ordinary', ${sums}, count(*) FROM journal_line GROUP BY 1, 2, 3;
  INSERT INTO balance_month SELECT account, substr(day, 1, 7), unit, kind, ${sums}, sum(lines) FROM balance_day GROUP BY 1, 2, 3, 4;
  INSERT INTO balance_year SELECT account, substr(day, 1, 4), unit, kind, ${sums}, sum(lines) FROM balance_day GROUP BY 1, 2, 3, 4;
  INSERT INTO balance_subledger SELECT 'savings', savings_account_id, account, unit, substr(entry_date, 1, 4), ${sums}, count(*)
    FROM journal_line WHERE savings_account_id IS NOT NULL GROUP BY 2, 3, 4, 5;
  INSERT INTO balance_subledger SELECT 'loan', loan_id, account, unit, substr(entry_date, 1, 4), ${sums}, count(*)
    FROM journal_line WHERE account = '13101' GROUP BY 2, 3, 4, 5;
  INSERT INTO balance_subledger SELECT 'item', item_id, account, unit, substr(entry_date, 1, 4), ${sums}, count(*)
    FROM journal_line WHERE account = '15101' GROUP BY 2, 3, 4, 5;
  INSERT INTO balance_stock SELECT item_id, location_id, sum(qty), count(line_no) FROM stock_move GROUP BY 1, 2`
