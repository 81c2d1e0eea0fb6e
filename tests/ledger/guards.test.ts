import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Attempt, byLibrary, byShell, contentOf, hasShell, makeRawBook, type RawBook } from './raw-book.ts'

/**
 * The database itself holds the line: every attempt is made on a copy of a sound book with nothing of our program in
 * between, through two different SQLite programs.
 */

let book: RawBook
beforeAll(async () => {
  book = await makeRawBook()
})
afterAll(() => book.remove())

const hash = 'f'.repeat(64)

interface Forged {
  readonly seq?: string
  readonly id?: string
  readonly date?: string
  readonly book?: string
  readonly year?: number
  readonly number?: string
  readonly prevHash?: string
  readonly reverses?: string
  readonly kind?: string
  readonly description?: string
}

const next = '(SELECT max(seq) + 1 FROM journal_entry)'
const newest = '(SELECT hash FROM journal_entry ORDER BY seq DESC LIMIT 1)'

/** An insert of a header that is right in everything that is not forged. */
function header(forged: Forged = {}): string {
  const { seq = next, id = 'forged', date = '2026-03-01', book: voucherBook = 'BM', year = 2026 } = forged
  const {
    number = `(SELECT coalesce(max(number), 0) + 1 FROM journal_entry WHERE book = '${voucherBook}' AND year = ${year})`,
  } = forged
  const { prevHash = newest, reverses, kind = 'ordinary', description = 'Buatan' } = forged
  return `INSERT INTO journal_entry (seq, id, kind, book, year, number, date, description, unit, procedure, reverses_id,
    created_at, created_by, hash_version, prev_hash, hash)
    VALUES (${seq}, '${id}', '${kind}', '${voucherBook}', ${year}, ${number}, '${date}', '${description}', 'general',
    'x', ${reverses ? `'${reverses}'` : 'NULL'}, '2026-03-01T00:00:00.000Z', 'x', 1, ${prevHash}, '${hash}')`
}

interface ForgedLine {
  readonly seq?: string
  readonly lineNo?: number
  readonly entryId?: string
  readonly date?: string
  readonly account?: string
  readonly debit?: string | number
  readonly credit?: string | number
  readonly unit?: string
  readonly references?: Readonly<Record<string, string>>
  readonly memo?: string
}

function line(forged: ForgedLine): string {
  const { seq = next, lineNo = 1, entryId = 'forged', date = '2026-03-01', account = '11101' } = forged
  const { debit = 0, credit = 0, unit = 'general', references = {}, memo } = forged
  const named = Object.entries({ ...references, ...(memo === undefined ? {} : { memo }) })
  const columns = named.map(([column]) => `, ${column}`).join('')
  const values = named.map(([, value]) => `, '${value}'`).join('')
  return `INSERT INTO journal_line (seq, line_no, entry_id, entry_date, account, debit, credit, unit${columns})
    VALUES (${seq}, ${lineNo}, '${entryId}', '${date}', '${account}', ${debit}, ${credit}, '${unit}'${values})`
}

const pair = (forged: ForgedLine = {}) => [
  line({ debit: 500, ...forged }),
  line({ lineNo: 2, account: '48106', credit: 500, ...forged }),
]
const entry = (forged: Forged = {}, lines: readonly string[] = pair()) => [...lines, header(forged)].join(';\n')

const yearClosed = `INSERT INTO period_act (seq, period, act, at, made_by, head_seq, head_hash)
  SELECT (SELECT max(seq) + 1 FROM period_act), '2025', 'close', '2026-03-31T00:00:00.000Z', 'x', seq, hash
  FROM journal_entry ORDER BY seq DESC LIMIT 1`

type Attack = readonly [name: string, sql: () => string, refusal: RegExp]

const attacks: readonly Attack[] = [
  ['an entry is changed', () => `UPDATE journal_entry SET description = 'x' WHERE seq = 1`, /never changed/],
  ['an entry keeps its value but is updated', () => 'UPDATE journal_entry SET seq = seq', /never changed/],
  ['an amount is changed', () => 'UPDATE journal_line SET debit = 1 WHERE debit > 0', /never changed/],
  ['a memo is added', () => `UPDATE journal_line SET memo = 'x'`, /never changed/],
  ['an entry is deleted', () => 'DELETE FROM journal_entry WHERE seq = 1', /never deleted/],
  ['the newest entry is deleted', () => `DELETE FROM journal_entry WHERE seq = ${next} - 1`, /never deleted/],
  ['all lines are deleted', () => 'DELETE FROM journal_line', /never deleted/],
  ['an entry is replaced', () => replaced('journal_entry', 'seq = 1', { description: "'x'" }), /follow one another/],
  ['a line is replaced', () => replaced('journal_line', 'seq = 1', { memo: "'x'" }), /next/],
  [
    'a line is inserted over another, ignoring the conflict',
    () => replaced('journal_line', 'seq = 1', { memo: "'x'" }).replace('REPLACE', 'IGNORE'),
    /next/,
  ],
  [
    'a line is upserted',
    () =>
      `INSERT INTO journal_line SELECT * FROM journal_line WHERE seq = 1 ON CONFLICT DO UPDATE SET memo = 'x'`.replace(
        'WHERE seq = 1',
        'WHERE seq = 1 AND true',
      ),
    /next/,
  ],
  ['a line comes late to a written entry', () => line({ seq: '1', lineNo: 9, debit: 5 }), /written next/],
  ['a line comes early for an entry after the next', () => line({ seq: `${next} + 1`, debit: 5 }), /written next/],
  ['one line number is written twice', () => [...pair(), line({ debit: 7 })].join(';'), /already written/],
  ['an entry has no lines', () => header(), /lines are missing/],
  ['an entry has one line', () => entry({}, [line({ debit: 500 })]), /lines are missing/],
  [
    'debit and credit differ',
    () => entry({}, [line({ debit: 500 }), line({ lineNo: 2, account: '48106', credit: 499 })]),
    /differ/,
  ],
  [
    'debit and credit agree in all but not in each unit',
    () => entry({}, [line({ debit: 500 }), line({ lineNo: 2, account: '48106', credit: 500, unit: 'shop' })]),
    /differ in a unit/,
  ],
  ['lines belong to another entry', () => entry({}, pair({ entryId: 'another' })), /another entry/],
  ['lines have another day', () => entry({}, pair({ date: '2026-03-02' })), /another entry or day/],
  ['a number is skipped', () => entry({ number: '99' }), /no gaps/],
  ['a number is used twice', () => entry({ number: '1', book: 'BKM' }), /no gaps/],
  ['the year is not that of the day', () => entry({ year: 2025, number: '1' }), /year of the date/],
  ['an entry skips a place in the chain', () => entry({ seq: `${next} + 1` }), /follow one another/],
  ['the chain does not continue', () => entry({ prevHash: `'${hash}'` }), /chain is broken/],
  ['an id is used twice', () => entry({ id: book.standing }, pair({ entryId: book.standing })), /exists/],
  ['an entry is reversed twice', () => entry({ reverses: book.reversed }), /exists/],
  ['a reversal is reversed', () => entry({ reverses: book.reversal }), /no reversal/],
  ['what does not exist is reversed', () => entry({ reverses: 'nothing' }), /no reversal/],
  [
    'an entry is dated into a locked month',
    () => entry({ date: '2026-01-31' }, pair({ date: '2026-01-31' })),
    /closed/,
  ],
  [
    'an entry is dated into a closed year',
    () => `${yearClosed};\n${entry({ date: '2025-12-31', year: 2025 }, pair({ date: '2025-12-31' }))}`,
    /period is closed/,
  ],
  ['a day does not exist', () => entry({ date: '2026-02-30' }, pair({ date: '2026-02-30' })), /CHECK/],
  ['a day is written another way', () => entry({ date: '2026-3-1' }, pair({ date: '2026-3-1' })), /CHECK/],
  ['the account does not exist', () => line({ account: '99999', debit: 5 }), /takes no entries/],
  ['the account is a heading', () => line({ account: '11000', debit: 5 }), /takes no entries/],
  ['savings without their account', () => line({ account: '21101', credit: 5 }), /needs its subledger/],
  [
    'savings on a card that does not exist',
    () => line({ account: '21101', credit: 5, references: { savings_account_id: 'nobody' } }),
    /unknown/,
  ],
  [
    'savings on the card of another account',
    () => line({ account: '31102', credit: 5, references: { savings_account_id: book.savingsAccountId } }),
    /another account or member/,
  ],
  [
    'savings on the card of another member',
    () =>
      line({
        account: '21101',
        credit: 5,
        references: { savings_account_id: book.otherSavingsAccountId, member_id: book.memberId },
      }),
    /another account or member/,
  ],
  ['a loan without its loan', () => line({ account: '13101', debit: 5 }), /needs its subledger/],
  ...['member', 'loan', 'partner', 'item', 'fund', 'budget_line', 'asset', 'borrowing', 'person'].map(
    (kind): Attack => [
      `a ${kind} that does not exist`,
      () => line({ debit: 5, references: { [`${kind}_id`]: 'nobody' } }),
      /unknown/,
    ],
  ),
  ['an amount beyond the bound', () => line({ debit: '9000000000000001' }), /CHECK/],
  ['an amount of more than 64 bits', () => line({ debit: '9223372036854775808' }), /REAL|cannot store|CHECK/],
  ['a negative amount', () => line({ debit: -5 }), /CHECK/],
  ['half a sen', () => line({ debit: '0.5' }), /REAL|cannot store/],
  ['an amount written as a word', () => line({ debit: `'banyak'` }), /TEXT|cannot store/],
  ['no amount', () => line({ debit: 'NULL', credit: 5 }), /NOT NULL/],
  ['a line without a side', () => line({}), /CHECK/],
  ['a line with both sides', () => line({ debit: 5, credit: 5 }), /CHECK/],
  ['an unknown kind of entry', () => entry({ kind: 'other' }), /CHECK/],
  ['an unknown voucher book', () => entry({ book: 'XX' }), /CHECK/],
  ['a description of 501 characters', () => entry({ description: 'x'.repeat(501) }), /CHECK/],
  ['a memo of 501 characters', () => line({ debit: 5, memo: 'x'.repeat(501) }), /CHECK/],
  ['a lock is taken back without a trace', () => 'DELETE FROM period_act', /never deleted/],
  ['a lock is changed', () => `UPDATE period_act SET act = 'unlock'`, /never changed/],
  ['a lock is replaced', () => replaced('period_act', 'seq = 1', { act: "'unlock'" }), /follow one another/],
  ['a request is forgotten', () => 'DELETE FROM request', /never deleted/],
  ['a request is replaced', () => replaced('request', 'true', { result: "'{}'" }), /used before/],
  ['the book gets another id', () => `UPDATE book SET id = 'x'`, /never changed/],
  ['the book becomes a practice book', () => replaced('book', 'true', { kind: "'practice'" }), /one book/],
  ['an account changes its nature', () => `UPDATE account SET type = 'income' WHERE code = '11101'`, /never change/],
  ['an account gets another code', () => `UPDATE account SET code = '11109' WHERE code = '11101'`, /never change/],
  ['cash counts as cash no more', () => `UPDATE account SET cash_flow = 'none' WHERE code = '11101'`, /never change/],
  ['an account hangs elsewhere', () => `UPDATE account SET parent = '16000' WHERE code = '11101'`, /never change/],
  [
    'a member takes the number of another, who is gone',
    () =>
      `UPDATE OR REPLACE member SET code = '0001', sort = (SELECT sort FROM member WHERE code = '0001') WHERE code = '0002'`,
    /another row|another member/,
  ],
  [
    'a savings account takes the number of another',
    () => `UPDATE OR REPLACE savings_account SET code = 'SS-0001' WHERE code = 'SS-0002'`,
    /another row/,
  ],
  [
    'a month is unlocked without a reason',
    () =>
      `INSERT INTO period_act SELECT seq + 1, period, 'unlock', NULL, at, made_by, head_seq, head_hash FROM period_act`,
    /CHECK/,
  ],
  ['an account is deleted', () => `DELETE FROM account WHERE code = '48106'`, /never deleted/],
  ['an account is replaced', () => replaced('account', "code = '11101'", { type: "'income'" }), /exists/],
  [
    'a savings account gets another owner',
    () => `UPDATE savings_account SET member_id = (SELECT id FROM member WHERE code = '0002')`,
    /never change/,
  ],
  [
    'a savings account leaves its account without a trace',
    () => `UPDATE savings_account SET account = '31102'`,
    /written down first/,
  ],
  ['a savings account with history is deleted', () => 'DELETE FROM savings_account', /never deleted|FOREIGN/],
  ['the schema is written to', () => `UPDATE sqlite_schema SET sql = '' WHERE name = 'journal_line_guard'`, /may not/],
]

/** REPLACE of a whole row with some columns exchanged. */
function replaced(table: string, where: string, values: Readonly<Record<string, string>>): string {
  const columns = columnsOf[table]?.map((column) => values[column] ?? column).join(', ')
  return `INSERT OR REPLACE INTO ${table} SELECT ${columns} FROM ${table} WHERE ${where}`
}

const columnsOf: Record<string, string[]> = {}
beforeAll(async () => {
  const { default: Database } = await import('better-sqlite3')
  const database = new Database(book.path, { readonly: true })
  for (const table of ['journal_entry', 'journal_line', 'period_act', 'request', 'book', 'account']) {
    const columns = database.prepare('SELECT name FROM pragma_table_info(?)').all(table) as { name: string }[]
    columnsOf[table] = columns.map(({ name }) => name)
  }
  database.close()
})

const programs: readonly (readonly [string, Attempt, boolean])[] = [
  ['better-sqlite3', byLibrary, true],
  ["the operating system's sqlite3", byShell, hasShell],
]

describe.each(programs)('through %s', (_, attempt, isPresent) => {
  test.skipIf(!isPresent)('what is right in everything is taken, so a refusal below is for its own reason', () => {
    const path = book.copy()
    expect(attempt(path, entry())).toBeUndefined()
    expect(contentOf(path)).not.toBe(contentOf(book.path))
  })

  test.skipIf(!isPresent)('the year before is taken until it is closed', () => {
    expect(attempt(book.copy(), yearClosed)).toBeUndefined()
    expect(
      attempt(book.copy(), entry({ date: '2025-12-31', year: 2025 }, pair({ date: '2025-12-31' }))),
    ).toBeUndefined()
  })

  test.skipIf(!isPresent).each(attacks)('refused: %s', (_name, sql, refusal) => {
    const path = book.copy()
    expect(attempt(path, sql())).toMatch(refusal)
    expect(contentOf(path)).toBe(contentOf(book.path))
  })
})

test('lines without their entry do not survive the transaction', () => {
  const path = book.copy()
  expect(byLibrary(path, pair().join(';'))).toMatch(/FOREIGN KEY/)
  expect(contentOf(path)).toBe(contentOf(book.path))
})
