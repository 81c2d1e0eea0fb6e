import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyFile } from '../../electron/backend/services/book/verify.ts'
import { contentOf, edit, makeRawBook, type RawBook } from './raw-book.ts'

/**
 * Somebody with time and another program: guards are taken away, something is changed, the guards are put back word for
 * word. Each time it is found, and where a voucher is meant it is named.
 */

let book: RawBook
beforeAll(async () => {
  book = await makeRawBook()
})
afterAll(() => book.remove())

const verify = (path: string) => verifyFile(path, book.home, '2026-11-20T02:00:00.000Z')

/** Deposit of 100.000 to the first member: the entry most edits are about. */
const deposit = `(SELECT seq FROM journal_entry WHERE book = 'BKM' AND number = 4)`
const first = `(SELECT seq FROM journal_entry WHERE book = 'BKM' AND number = 1)`

/** What is done to the file, the kind of problem it is, and the voucher to be named. */
const edits: readonly (readonly [name: string, sql: string, kind: string, voucher: string | null])[] = [
  [
    'both amounts are raised',
    `UPDATE journal_line SET debit = debit * 2, credit = credit * 2 WHERE seq = ${deposit}`,
    'altered',
    'BKM-2026-0004',
  ],
  [
    'one amount is raised',
    `UPDATE journal_line SET debit = debit + 1 WHERE seq = ${deposit} AND debit > 0`,
    'unbalanced',
    'BKM-2026-0004',
  ],
  [
    'a description is reworded',
    `UPDATE journal_entry SET description = 'Lain' WHERE seq = ${deposit}`,
    'altered',
    'BKM-2026-0004',
  ],
  [
    'an entry moves to another day',
    `UPDATE journal_entry SET date = '2026-02-01' WHERE seq = ${deposit}; UPDATE journal_line SET entry_date = '2026-02-01' WHERE seq = ${deposit}`,
    'altered',
    'BKM-2026-0004',
  ],
  [
    'only the lines move to another day',
    `UPDATE journal_line SET entry_date = '2026-02-01' WHERE seq = ${deposit}`,
    'lines',
    'BKM-2026-0004',
  ],
  [
    'lines name another entry',
    `UPDATE journal_line SET entry_id = 'x' WHERE seq = ${deposit}`,
    'lines',
    'BKM-2026-0004',
  ],
  [
    'money moves to another account',
    `UPDATE journal_line SET account = '11102' WHERE seq = ${deposit} AND account = '11101'`,
    'altered',
    'BKM-2026-0004',
  ],
  [
    'a deposit moves to another card',
    `UPDATE journal_line SET savings_account_id = (SELECT id FROM savings_account WHERE code = 'SS-0002') WHERE seq = ${deposit} AND account = '21101'`,
    'altered',
    'BKM-2026-0004',
  ],
  [
    'a deposit moves to another member',
    `UPDATE journal_line SET member_id = (SELECT id FROM member WHERE code = '0002') WHERE seq = ${deposit} AND account = '21101'`,
    'altered',
    'BKM-2026-0004',
  ],
  [
    'a line moves to another unit',
    `UPDATE journal_line SET unit = 'shop' WHERE seq = ${deposit}`,
    'altered',
    'BKM-2026-0004',
  ],
  [
    'an entry moves to another unit',
    `UPDATE journal_entry SET unit = 'shop' WHERE seq = ${deposit}`,
    'altered',
    'BKM-2026-0004',
  ],
  ['a memo is added', `UPDATE journal_line SET memo = 'x' WHERE seq = ${deposit}`, 'altered', 'BKM-2026-0004'],
  [
    'a cash-flow line is overruled',
    `UPDATE journal_line SET cash_flow_line = 'x' WHERE seq = ${deposit}`,
    'altered',
    'BKM-2026-0004',
  ],
  [
    'a fund is named',
    `INSERT INTO fund VALUES ('f', 'f', 'f', 1); UPDATE journal_line SET fund_id = 'f' WHERE seq = ${deposit}`,
    'altered',
    'BKM-2026-0004',
  ],
  [
    'lines change places',
    `UPDATE journal_line SET line_no = line_no + 1 WHERE seq = ${deposit} AND line_no = 2; UPDATE journal_line SET line_no = 2 WHERE seq = ${deposit} AND line_no = 1`,
    'altered',
    'BKM-2026-0004',
  ],
  [
    'a line is taken out',
    `DELETE FROM journal_line WHERE seq = ${deposit} AND debit > 0`,
    'unbalanced',
    'BKM-2026-0004',
  ],
  [
    'a line is put in',
    `INSERT INTO journal_line SELECT seq, 3, entry_id, entry_date, account, credit, debit, unit, member_id, savings_account_id, loan_id, partner_id, item_id, fund_id, budget_line_id, asset_id, borrowing_id, person_id, cash_flow_line, memo FROM journal_line WHERE seq = ${deposit} AND line_no = 1`,
    'unbalanced',
    'BKM-2026-0004',
  ],
  [
    'an entry is taken out with its lines',
    `DELETE FROM journal_line WHERE seq = ${deposit}; DELETE FROM journal_entry WHERE book = 'BKM' AND number = 4`,
    'sequence',
    'BKM-2026-0005',
  ],
  [
    'an entry is taken out without its lines',
    `DELETE FROM journal_entry WHERE book = 'BKM' AND number = 4`,
    'lines',
    null,
  ],
  [
    'the first entry is taken out',
    `DELETE FROM journal_line WHERE seq = 1; DELETE FROM journal_entry WHERE seq = 1`,
    'sequence',
    'BKM-2026-0002',
  ],
  [
    'a voucher gets another number',
    `UPDATE journal_entry SET number = 9 WHERE seq = ${deposit}`,
    'numbering',
    'BKM-2026-0009',
  ],
  [
    'who wrote it is exchanged',
    `UPDATE journal_entry SET created_by = 'x' WHERE seq = ${deposit}`,
    'altered',
    'BKM-2026-0004',
  ],
  [
    'when it was written is exchanged',
    `UPDATE journal_entry SET created_at = '2025-01-01' WHERE seq = ${deposit}`,
    'altered',
    'BKM-2026-0004',
  ],
  [
    'an approval is invented',
    `UPDATE journal_entry SET approved_by = 'ketua' WHERE seq = ${deposit}`,
    'altered',
    'BKM-2026-0004',
  ],
  [
    'what wrote it is exchanged',
    `UPDATE journal_entry SET procedure = 'x' WHERE seq = ${deposit}`,
    'altered',
    'BKM-2026-0004',
  ],
  [
    'an ordinary entry becomes an opening',
    `UPDATE journal_entry SET kind = 'opening' WHERE seq = ${deposit}`,
    'altered',
    'BKM-2026-0004',
  ],
  [
    'a reversal is reasoned otherwise',
    `UPDATE journal_entry SET reason = 'x' WHERE reverses_id IS NOT NULL`,
    'altered',
    'BKM-2026-0003',
  ],
  [
    'a reversal reverses something else',
    `UPDATE journal_entry SET reverses_id = (SELECT id FROM journal_entry WHERE seq = 1) WHERE reverses_id IS NOT NULL`,
    'altered',
    'BKM-2026-0003',
  ],
  [
    'a hash is exchanged',
    `UPDATE journal_entry SET hash = '${'0'.repeat(64)}' WHERE seq = ${deposit}`,
    'altered',
    'BKM-2026-0004',
  ],
  [
    'the link to the entry before is exchanged',
    `UPDATE journal_entry SET prev_hash = '${'0'.repeat(64)}' WHERE seq = ${deposit}`,
    'chain',
    'BKM-2026-0004',
  ],
  [
    'the request of an entry is exchanged',
    `UPDATE journal_entry SET request_id = 'x' WHERE seq = ${deposit}`,
    'altered',
    'BKM-2026-0004',
  ],
  [
    'a request is forgotten',
    `DELETE FROM request WHERE id = (SELECT request_id FROM journal_entry WHERE seq = ${first})`,
    'reference',
    'BKM-2026-0001',
  ],
  [
    'a savings account gets another owner',
    `UPDATE savings_account SET member_id = (SELECT id FROM member WHERE code = '0002') WHERE code = 'SS-0001'`,
    'reference',
    'BKM-2026-0002',
  ],
  [
    'a savings account becomes another kind',
    `UPDATE savings_account SET account = '31102' WHERE code = 'SS-0002'`,
    'reference',
    'BKM-2026-0005',
  ],
  [
    'a savings account leaves an account with its money still on it',
    `INSERT INTO savings_account_former SELECT id, account FROM savings_account WHERE code = 'SS-0002';
    UPDATE savings_account SET account = '31102' WHERE code = 'SS-0002'`,
    'reference',
    'BKM-2026-0005',
  ],
  ['a savings account vanishes', `DELETE FROM savings_account WHERE code = 'SS-0001'`, 'reference', null],
  [
    'an asset becomes income',
    `UPDATE account SET type = 'income', normal = 'credit' WHERE code = '11101'`,
    'schema',
    null,
  ],
  ['a control account forgets its cards', `UPDATE account SET subledger = NULL WHERE code = '21101'`, 'schema', null],
  ['an account vanishes', `DELETE FROM account WHERE code = '48106'`, 'reference', null],
  [
    'a balance of a day is raised',
    `UPDATE balance_day SET debit = debit + 100 WHERE account = '11101'`,
    'balance',
    null,
  ],
  [
    'a balance of a month is raised',
    `UPDATE balance_month SET credit = credit + 100 WHERE account = '11101'`,
    'balance',
    null,
  ],
  ['a balance of a year is taken out', `DELETE FROM balance_year WHERE account = '11101'`, 'balance', null],
  [
    'a balance is invented',
    `INSERT INTO balance_day VALUES ('11102', '2026-01-01', 'general', 'ordinary', 5, 0, 1)`,
    'balance',
    null,
  ],
  [
    'a card holds more than its account',
    `UPDATE balance_subledger SET credit = credit + 100 WHERE account = '21101'`,
    'subledger',
    null,
  ],
  [
    'two cards exchange their money',
    `UPDATE balance_subledger SET credit = CASE reference WHEN (SELECT id FROM savings_account WHERE code = 'SS-0001') THEN 25000000 + debit ELSE 17000000 END WHERE account = '21101'`,
    'subledger',
    null,
  ],
  [
    'money moves between two cards of one account',
    `UPDATE balance_subledger SET credit = credit + CASE reference WHEN (SELECT id FROM savings_account WHERE code = 'SS-0001') THEN -5000 ELSE 5000 END WHERE account = '21101'`,
    'subledger',
    null,
  ],
  [
    'a card gives its money to another card',
    `UPDATE balance_subledger SET reference = 'nobody' WHERE reference = (SELECT id FROM savings_account WHERE code = 'SS-0001')`,
    'subledger',
    null,
  ],
  [
    'cash counts as cash no more, so that it may fall below zero',
    `UPDATE account SET cash_flow = 'operating' WHERE code = '11101'`,
    'schema',
    null,
  ],
  ['an account hangs elsewhere', `UPDATE account SET parent = '16000' WHERE code = '11101'`, 'schema', null],
  [
    'an entry was dated into a locked month',
    `UPDATE period_act SET head_seq = 1, head_hash = (SELECT hash FROM journal_entry WHERE seq = 1)`,
    'period',
    'BKM-2026-0002',
  ],
  [
    'a month was locked over another entry',
    `UPDATE period_act SET head_hash = '${'0'.repeat(64)}'`,
    'period',
    'BKK-2026-0001',
  ],
]

describe('a change made with another program is found', () => {
  test.each(edits)('%s', async (_name, sql, kind, voucher) => {
    const path = book.copy()
    edit(path, sql)
    const { ok, problems } = await verify(path)
    expect(ok).toBe(false)
    expect(problems.filter((problem) => problem.kind === kind).map((problem) => problem.voucher)).toContain(voucher)
  })

  test('a guard that was taken away is missed by name', async () => {
    const path = book.copy()
    const database = new Database(path)
    database.exec('DROP TRIGGER journal_line_no_update')
    database.exec(`CREATE TRIGGER zz AFTER INSERT ON journal_entry BEGIN SELECT 1; END`)
    database.close()
    const { problems } = await verify(path)
    expect(problems.map(({ kind, detail }) => [kind, detail.split(' ')[0]])).toEqual([
      ['schema', 'journal_line_no_update'],
      ['schema', 'zz'],
    ])
  })
})

describe('what only the witness knows', () => {
  /** A change at the place where the program itself last saw the book. */
  async function changed(change: (path: string) => void) {
    const sound = readFileSync(book.path)
    try {
      change(book.path)
      return await verify(book.path)
    } finally {
      writeFileSync(book.path, sound)
    }
  }

  const tail = `DELETE FROM journal_line WHERE seq > 2; DELETE FROM journal_entry WHERE seq > 2;
    DELETE FROM period_act; DELETE FROM request WHERE last_seq > 2;
    DELETE FROM balance_day; DELETE FROM balance_month; DELETE FROM balance_year; DELETE FROM balance_subledger;`

  test('the newest entries are cut off without a trace inside', async () => {
    const { problems } = await changed((path) => edit(path, tail))
    expect(problems.filter(({ kind }) => kind === 'witness')).toHaveLength(2)
  })

  test('a lock is taken away, as if the month had never been closed', async () => {
    const { problems } = await changed((path) => edit(path, 'DELETE FROM period_act'))
    expect(problems).toMatchObject([{ kind: 'witness', detail: expect.stringContaining('locked') }])
  })

  test('the same book at a place nobody saw it is no alarm', async () => {
    expect(await verify(book.copy())).toMatchObject({ ok: true, problems: [] })
    expect(await verify(book.path)).toMatchObject({ ok: true, problems: [] })
  })
})

describe('single bytes', () => {
  const flips = 100

  test(`${flips} bits turned over in the pages of vouchers and their lines are all found`, async () => {
    const sound = readFileSync(book.path)
    const said = contentOf(book.path)
    const path = book.copy('flipped.lumbung')
    const places = bytesOfVouchers(book.path)
    const missed: number[] = []
    let changing = 0
    for (let step = 1; changing < flips; step += 1) {
      const place = places[(step * 7919) % places.length] ?? 0
      const bytes = Buffer.from(sound)
      bytes[place] = (bytes[place] ?? 0) ^ (1 << (step % 8))
      writeFileSync(path, bytes)
      if (hasSameContent(path, said)) continue
      changing += 1
      const answer = await verify(path).catch((error: { code?: string }) => ({ ok: false, code: error.code }))
      if (answer.ok) missed.push(place)
    }
    expect(missed).toEqual([])
  })

  /** Every byte of the pages that hold vouchers and lines, the empty ones too. */
  function bytesOfVouchers(path: string): number[] {
    const database = new Database(path, { readonly: true })
    const pages = database
      .prepare(`SELECT pageno FROM dbstat WHERE name IN ('journal_entry', 'journal_line')`)
      .pluck()
      .all() as number[]
    const size = database.pragma('page_size', { simple: true }) as number
    database.close()
    return pages.flatMap((page) => Array.from({ length: size }, (_, index) => (page - 1) * size + index))
  }

  function hasSameContent(path: string, said: string): boolean {
    try {
      return contentOf(path) === said
    } catch {
      return false
    }
  }

  test('bytes after the end of a book are no part of it', async () => {
    const path = book.copy()
    appendFileSync(path, Buffer.alloc(4096))
    expect(await verify(path)).toMatchObject({ ok: true })
  })
})

test.each([
  [
    'cash account 11101 is below zero on 2026-01-02',
    `UPDATE balance_day SET debit = 1, credit = 2 WHERE account = '11101' AND day = '2026-01-02'`,
  ],
  [
    'savings account SS-0001 is below zero on 2026-02-10',
    `UPDATE journal_line SET debit = debit * 1000 WHERE account = '21101' AND entry_date = '2026-02-10'`,
  ],
])('money that was never there is said: %s', async (said, sql) => {
  const path = book.copy()
  edit(path, sql)
  expect((await verify(path)).problems.map(({ detail }) => detail)).toContain(said)
})
