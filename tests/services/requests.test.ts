import { afterEach, beforeEach, expect, test } from 'vitest'
import { post } from '../../electron/backend/ledger/post.ts'
import { cashReceive } from '../../shared/rules/entries/cash-receive.ts'
import { openTestBook, refusalOf, requestId, type TestBook, treasurer } from '../support/book.ts'
import { addMember, addMembers, balanceOf, deposit, openSavings, putCash, withdraw } from '../support/counter.ts'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook()
})
afterEach(async () => {
  expect(book.bugs).toEqual([])
  await book.close()
})

function undo(undoes: string, overrides: Record<string, unknown> = {}) {
  const input = { requestId: requestId(), undoes, date: '2026-02-01', reason: 'Salah kumpulan', ...overrides }
  return book.api.requests.undo(input)
}

/** A collection from as many new members, under a key of its own. */
async function collect(members: readonly string[], key = requestId()): Promise<string> {
  const rows = members.map((memberId) => ({ memberId, savings: { wajib: 10_000_00, sukarela: 5_000_00 } }))
  await book.api.collection.record({ requestId: key, date: '2026-01-10', cashAccount: '11101', rows })
  return key
}

test('undoing a collection reverses its voucher and leaves no card of what it opened', async () => {
  const members = await addMembers(book, 2)
  const undone = await undo(await collect(members))
  expect(undone).toMatchObject({ entries: [{ voucher: 'BKM-2026-0002', date: '2026-02-01' }], removed: 0 })
  expect(await balanceOf(book, '31102')).toBe(0)
  expect((await book.api.savings.list({})).rows).toEqual([])
  const entry = await book.api.journal.get({ entryId: undone.entries[0]?.entryId ?? '' })
  expect(entry).toMatchObject({ reason: 'Salah kumpulan', reverses: { voucher: 'BKM-2026-0001' } })
})

test('the accounts of an undone collection are there for the next one', async () => {
  const members = await addMembers(book, 2)
  await undo(await collect(members))
  await collect(members)
  expect((await book.api.savings.list({})).rows).toHaveLength(4)
  expect(await balanceOf(book, '31102')).toBe(-20_000_00)
})

test('an undone import takes its members out of the register, their numbers are free again', async () => {
  const key = requestId()
  const csv = 'nomor anggota,nama,jenis kelamin,tanggal masuk\n1,Anggota Satu,P,2026-01-01\n2,Anggota Dua,L,2026-01-01'
  await book.api.members.import({ requestId: key, csv })
  expect(await undo(key)).toEqual({ entries: [], removed: 2 })
  expect((await book.api.members.list({})).rows).toEqual([])
  expect((await book.api.members.import({ requestId: requestId(), csv })).imported).toBe(2)
})

test('a member who was renumbered since goes with the number she gave up', async () => {
  const key = requestId()
  const input = { number: '7', name: 'Anggota Tujuh', sex: 'female' as const, joinedOn: '2026-01-01' }
  const { memberId } = await book.api.members.create({ requestId: key, ...input })
  await book.api.members.update({ requestId: requestId(), memberId, number: '8' })
  expect((await undo(key)).removed).toBe(1)
  expect((await book.api.members.create({ requestId: requestId(), ...input })).number).toBe('7')
})

test('an import is not undone while anything stands on one of its members', async () => {
  const key = requestId()
  const csv = 'nomor anggota,nama,jenis kelamin,tanggal masuk\n1,Anggota Satu,P,2026-01-01\n2,Anggota Dua,L,2026-01-01'
  const { memberIds } = await book.api.members.import({ requestId: key, csv })
  const opened = requestId()
  const account = { memberId: memberIds[1] ?? '', product: 'wajib', date: '2026-01-02' }
  await book.api.savings.open({ requestId: opened, ...account })
  expect(await refusalOf(undo(key))).toMatchObject({
    code: 'NOT_ALLOWED',
    data: { reason: 'member_in_use', number: '2', count: 1 },
  })
  expect((await book.api.members.list({})).rows).toHaveLength(2)
  expect(await undo(opened)).toEqual({ entries: [], removed: 1 })
  expect((await undo(key)).removed).toBe(2)
})

test('an account money went through stays, also when its opening is undone', async () => {
  const key = requestId()
  const memberId = await addMember(book)
  const account = { requestId: key, memberId, product: 'sukarela', date: '2026-01-02' }
  const { savingsAccountId } = await book.api.savings.open(account)
  await deposit(book, savingsAccountId, 5_00)
  expect(await refusalOf(undo(key))).toMatchObject({ code: 'NOT_ALLOWED', data: { reason: 'nothing_to_undo' } })
  expect((await book.api.savings.card({ savingsAccountId })).closing).toBe(5_00)
})

test('what was undone is not undone again, not even in other words', async () => {
  const key = await collect(await addMembers(book, 1))
  const first = { requestId: requestId() }
  const undone = await undo(key, first)
  expect(await undo(key, first)).toEqual(undone)
  expect(await refusalOf(undo(key))).toMatchObject({
    code: 'ALREADY_DONE',
    data: { reason: 'undone', undoneBy: first.requestId },
  })
  const imported = requestId()
  const csv = 'nomor anggota,nama,jenis kelamin,tanggal masuk\n8,Anggota Delapan,P,2026-01-01'
  await book.api.members.import({ requestId: imported, csv })
  await undo(imported)
  expect(await refusalOf(undo(imported))).toMatchObject({ code: 'ALREADY_DONE' })
})

test('what was reversed by hand counts as undone', async () => {
  const key = requestId()
  const lines = [{ account: '48106', amount: 5_00 }]
  const input = { requestId: key, date: '2026-01-05', cashAccount: '11101', description: 'Sumbangan', lines }
  const { entryId } = await book.api.cash.receive(input)
  const reverse = { requestId: requestId(), entryId, date: '2026-01-06', reason: 'Salah' }
  await book.api.journal.reverse(reverse)
  expect(await refusalOf(undo(key))).toMatchObject({ code: 'ALREADY_DONE' })
})

/** A run: one request that posts an entry for each of the amounts, as no procedure of today does yet. */
async function run(key: string, amounts: readonly number[]): Promise<string[]> {
  const call = { procedure: 'test.run', input: { requestId: key }, requestId: key, actor: treasurer }
  return book.desk.app().write(call, async (work) => {
    const ids: string[] = []
    for (const amount of amounts) {
      const lines = [{ account: '48106', amount }]
      const draft = cashReceive({ date: '2026-01-05', cashAccount: '11101', description: 'Sumbangan', lines })
      ids.push((await post(work, draft)).entryId)
    }
    return ids
  })
}

test('a run is undone whole, the newest entry first', async () => {
  const key = requestId()
  const ids = await run(key, [1_00, 2_00, 3_00])
  const { entries } = await undo(key)
  const undone = await Promise.all(entries.map(({ entryId }) => book.api.journal.get({ entryId })))
  expect(undone.map(({ reverses }) => reverses?.entryId)).toEqual(ids.toReversed())
  expect(await balanceOf(book, '11101')).toBe(0)
})

test('a run of which one entry was reversed by hand is finished by hand', async () => {
  const key = requestId()
  const [entryId = ''] = await run(key, [1_00, 2_00])
  await book.api.journal.reverse({ requestId: requestId(), entryId, date: '2026-01-06', reason: 'Salah' })
  expect(await refusalOf(undo(key))).toMatchObject({
    code: 'ALREADY_REVERSED',
    data: { voucher: 'BKM-2026-0001', by: 'BKM-2026-0003' },
  })
  expect(await balanceOf(book, '11101')).toBe(2_00)
})

test('an undo cannot be undone, a new entry is made instead', async () => {
  const undoing = requestId()
  await undo(await collect(await addMembers(book, 1)), { requestId: undoing })
  expect(await refusalOf(undo(undoing))).toMatchObject({
    code: 'NOT_ALLOWED',
    data: { reason: 'entry_is_reversal' },
  })
})

test('a collection whose money was drawn since names what to reverse first, and nothing is undone', async () => {
  const [memberId = ''] = await addMembers(book, 1)
  const key = await collect([memberId])
  await putCash(book, 500_000_00)
  const { rows } = await book.api.savings.list({ memberId, product: 'sukarela' })
  const drawn = await withdraw(book, rows[0]?.savingsAccountId ?? '', 5_000_00, '2026-01-20')
  expect(await refusalOf(undo(key))).toMatchObject({
    code: 'INSUFFICIENT_BALANCE',
    data: { reason: 'reverse_first', first: { voucher: drawn.voucher } },
  })
  expect(await balanceOf(book, '31102')).toBe(-10_000_00)
})

test('an undo keeps to open months and is never dated before what it undoes', async () => {
  const key = await collect(await addMembers(book, 1))
  expect(await refusalOf(undo(key, { date: '2026-01-09' }))).toMatchObject({ data: { reason: 'date_before_entry' } })
  await book.api.periods.lockMonth({ requestId: requestId(), month: '2026-02' })
  expect(await refusalOf(undo(key))).toMatchObject({ code: 'PERIOD_CLOSED' })
})

test('a request nobody made, or one that left nothing behind, is refused', async () => {
  expect(await refusalOf(undo('nothing'))).toMatchObject({ code: 'NOT_FOUND', data: { reason: 'request' } })
  const locked = requestId()
  await book.api.periods.lockMonth({ requestId: locked, month: '2025-01' })
  expect(await refusalOf(undo(locked))).toMatchObject({ code: 'NOT_ALLOWED', data: { reason: 'nothing_to_undo' } })
})

test('a count stays signed when its difference is undone', async () => {
  const key = requestId()
  await putCash(book, 60_000_00)
  const count = { date: '2026-01-31', cashAccount: '11101', denominations: { '50000': 1 }, reason: 'Hilang' }
  await book.api.cash.count({ requestId: key, ...count, countedBy: ['Satu', 'Dua'] })
  expect((await undo(key)).entries).toHaveLength(1)
  expect(await balanceOf(book, '11101')).toBe(60_000_00)
  expect((await book.api.cash.counts({})).rows).toHaveLength(1)
})

test('entries of other requests before and after stay as they are', async () => {
  await putCash(book, 1_00)
  const savingsAccountId = await openSavings(book, await addMember(book, '0900'))
  await deposit(book, savingsAccountId, 7_00)
  const key = await collect(await addMembers(book, 2))
  await deposit(book, savingsAccountId, 8_00)
  expect((await undo(key)).entries).toHaveLength(1)
  expect((await book.api.savings.card({ savingsAccountId })).closing).toBe(15_00)
})

test('accounts that what is undone had opened are listed no more, and serve again when they are needed', async () => {
  const [memberId = ''] = await addMembers(book, 1)
  const first = { memberId, product: 'sukarela', date: '2026-01-10', cashAccount: '11101', amount: 5_00 }
  const key = requestId()
  const { savingsAccountId } = await book.api.savings.deposit({ requestId: key, ...first })
  await undo(key)
  expect((await book.api.savings.list({})).rows).toEqual([])
  expect((await book.api.members.get({ memberId })).savings).toEqual([])
  const again = await book.api.savings.deposit({ requestId: requestId(), ...first })
  expect(again).toMatchObject({ savingsAccountId, balance: 5_00 })
  expect((await book.api.savings.list({})).rows).toMatchObject([{ savingsAccountId, balance: 5_00 }])
})
