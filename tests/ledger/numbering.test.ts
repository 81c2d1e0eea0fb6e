import { afterEach, beforeEach, expect, test } from 'vitest'
import { post } from '../../electron/backend/ledger/post.ts'
import { voucherName } from '../../electron/backend/ledger/vouchers.ts'
import type { JournalLineInput } from '../../shared/contract/journal.ts'
import { journalEntry } from '../../shared/rules/entries/journal.ts'
import { openTestBook, refusalOf, requestId, type TestBook, treasurer } from '../support/book.ts'
import { putCash } from '../support/counter.ts'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook()
})
afterEach(async () => {
  expect(await book.api.ledger.verify()).toMatchObject({ ok: true })
  await book.close()
})

function entry(voucherBook: string, date: string) {
  return {
    requestId: requestId(),
    date,
    description: 'Catatan',
    book: voucherBook as 'BM',
    lines: [
      { account: '11101', debit: 100 },
      { account: '48106', credit: 100 },
    ],
  }
}

/** What the door hands on of such an entry. */
const parsed = (date: string) => ({
  ...entry('BM', date),
  lines: entry('BM', date).lines as unknown as JournalLineInput[],
})

test('every voucher book counts from one in every year, whatever the order of days', async () => {
  const asked = [
    ['BM', '2026-03-01'],
    ['BM', '2025-12-31'],
    ['BM', '2026-01-01'],
    ['PJ', '2026-03-01'],
    ['BM', '2025-01-01'],
    ['PJ', '2025-06-01'],
  ] as const
  const given = []
  for (const [voucherBook, date] of asked) given.push((await book.api.journal.post(entry(voucherBook, date))).voucher)
  expect(given).toEqual([
    'BM-2026-0001',
    'BM-2025-0001',
    'BM-2026-0002',
    'PJ-2026-0001',
    'BM-2025-0002',
    'PJ-2025-0001',
  ])
})

test('a refused entry takes no number with it', async () => {
  await putCash(book, 100)
  await refusalOf(book.api.journal.post({ ...entry('BKM', '2026-03-01'), lines: entry('BKM', '').lines.slice(0, 1) }))
  const spend = { requestId: requestId(), date: '2026-03-01', cashAccount: '11101', description: 'Beli' }
  await refusalOf(book.api.cash.spend({ ...spend, lines: [{ account: '52201', amount: 500 }] }))
  await refusalOf(putCash(book, 100, '2031-01-01'))
  expect(await putCash(book, 100)).toMatchObject({ voucher: 'BKM-2026-0002' })
  expect(await book.api.cash.spend({ ...spend, lines: [{ account: '52201', amount: 50 }] })).toMatchObject({
    voucher: 'BKK-2026-0001',
  })
})

test('a writing that breaks after it posted leaves no number and no entry', async () => {
  const app = book.desk.app()
  const call = { procedure: 'test', input: {}, requestId: requestId(), actor: treasurer }
  const broken = app.write(call, async (work) => {
    await post(work, journalEntry(parsed('2026-03-01')))
    await post(work, journalEntry(parsed('2026-03-02')))
    throw new Error('the power of reason failed')
  })
  await expect(broken).rejects.toThrow('reason')
  expect((await book.api.journal.list({})).rows).toEqual([])
  expect(await book.api.journal.post(entry('BM', '2026-03-01'))).toMatchObject({ voucher: 'BM-2026-0001' })
  const { rows } = await book.api.journal.list({})
  expect(rows.map(({ seq }) => seq)).toEqual([1])
})

test('the name of a voucher grows beyond four digits where a year has more', () => {
  expect(voucherName({ book: 'BKM', year: 2026, number: 9_999 })).toBe('BKM-2026-9999')
  expect(voucherName({ book: 'BKM', year: 2026, number: 10_000 })).toBe('BKM-2026-10000')
})
