import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestBook, refusalOf, requestId, type TestBook } from '../../support/book.ts'
import { addMember } from '../../support/counter.ts'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook()
})
afterEach(async () => {
  expect((await book.api.ledger.verify()).problems).toEqual([])
  expect(book.bugs).toEqual([])
  await book.close()
})

type Capital = TestBook['api']['capital']
const borrow = (terms: Partial<Parameters<Capital['borrow']>[0]> = {}) =>
  book.api.capital.borrow({
    ...{ requestId: requestId(), date: '2026-01-15', lender: 'LPDB', kind: '27102', principal: 24_000_000_00 },
    ...{ ratePctPerYear: '6', method: 'declining', months: 24, cashAccount: '11201', ...terms },
  })
const repay = (borrowingId: string, date: string, parts: Partial<Parameters<Capital['repay']>[0]>) =>
  book.api.capital.repay({ requestId: requestId(), date, borrowingId, cashAccount: '11201', ...parts })
const balance = async (account: string) => {
  const { rows } = await book.api.ledger.trialBalance({ asOf: '2026-12-31' })
  const row = rows.find(({ code }) => code === account)
  return row ? row.debit - row.credit : 0
}

test('what was borrowed is paid back by its schedule, interest first, and the card is what its account says', async () => {
  const { borrowingId, number, schedule } = await borrow({ covenant: 'Laporan tiap triwulan', collateral: 'Tanah' })
  expect({ number, rows: schedule.length, first: schedule[0] }).toEqual({
    ...{
      number: 'U-001',
      rows: 24,
      first: { n: 1, dueOn: '2026-02-15', principal: 1_000_000_00, interest: 120_000_00 },
    },
  })
  expect(await repay(borrowingId, '2026-02-15', { amount: 1_120_000_00 })).toMatchObject({
    ...{ principal: 1_000_000_00, interest: 120_000_00, owed: 23_000_000_00 },
  })
  expect([await balance('27102'), await balance('51203')]).toEqual([-23_000_000_00, 120_000_00])
  const { rows, owed, currentPart } = await book.api.capital.borrowings({ asOf: '2026-03-20' })
  expect({ owed, currentPart }).toEqual({ owed: 23_000_000_00, currentPart: 13_000_000_00 })
  expect(rows[0]).toMatchObject({
    ...{ lender: 'LPDB', covenant: 'Laporan tiap triwulan', collateral: 'Tanah', interestPaid: 120_000_00 },
    ...{ overdue: 1_115_000_00, nextDue: { n: 2, dueOn: '2026-03-15', principal: 1_000_000_00, interest: 115_000_00 } },
  })
})

test('the card has every voucher with what was owed after it, also what was taken back', async () => {
  const { borrowingId } = await borrow()
  const { entryId } = await repay(borrowingId, '2026-02-15', { amount: 1_120_000_00 })
  await book.api.journal.reverse({ requestId: requestId(), entryId, date: '2026-02-16', reason: 'Salah catat' })
  await repay(borrowingId, '2026-02-17', { amount: 1_120_000_00 })
  const { rows, owed } = await book.api.capital.borrowing({ borrowingId })
  expect(rows.map((row) => [row.received, row.principal, row.interest, row.owed].map((sen) => sen / 100))).toEqual([
    [24_000_000, 0, 0, 24_000_000],
    [0, 1_000_000, 120_000, 23_000_000],
    [0, -1_000_000, -120_000, 24_000_000],
    [0, 1_000_000, 120_000, 23_000_000],
  ])
  expect(rows.at(-1)?.owed).toBe(owed)
})

test('more than the next instalment pays principal ahead, and more than all that is owed is refused', async () => {
  const { borrowingId } = await borrow()
  expect(await repay(borrowingId, '2026-02-10', { amount: 5_120_000_00 })).toMatchObject({
    ...{ principal: 5_000_000_00, interest: 120_000_00 },
  })
  expect(await refusalOf(repay(borrowingId, '2026-02-11', { amount: 90_000_000_00 }))).toMatchObject({
    code: 'INVALID_INPUT',
  })
  expect(await refusalOf(repay(borrowingId, '2026-02-11', { principal: 19_000_000_01 }))).toMatchObject({
    data: { reason: 'borrowing_out_of_bounds', available: 19_000_000_00 },
  })
  expect(await refusalOf(repay(borrowingId, '2026-02-11', { principal: 0, interest: 0 }))).toMatchObject({
    code: 'INVALID_INPUT',
  })
  expect(await repay(borrowingId, '2026-02-11', { principal: 0, interest: 5_000_00 })).toMatchObject({
    owed: 19_000_000_00,
  })
  expect(await refusalOf(repay(borrowingId, '2026-02-11', { amount: 5_00, principal: 5_00 }))).toMatchObject({
    code: 'INVALID_INPUT',
  })
})

test('a borrowing is taken back after what was paid on it, and then nothing was ever owed', async () => {
  const { borrowingId, entryId } = await borrow()
  const paid = await repay(borrowingId, '2026-02-15', { amount: 1_120_000_00 })
  const reverse = (id: string) =>
    book.api.journal.reverse({ requestId: requestId(), entryId: id, date: '2026-03-01', reason: 'Salah' })
  await expect(reverse(entryId)).rejects.toMatchObject({ data: { reason: 'reverse_first', voucher: paid.voucher } })
  await reverse(paid.entryId)
  await reverse(entryId)
  expect(await book.api.capital.borrowings({ openOnly: true, asOf: '2026-12-31' })).toEqual({
    ...{ rows: [], owed: 0, currentPart: 0, shareLeft: 0 },
  })
  expect([await balance('27102'), await balance('51203')]).toEqual([0, 0])
})

test('nothing is paid before the money came, and nothing once that it came was taken back', async () => {
  const { borrowingId, entryId } = await borrow()
  for (const parts of [{ amount: 5_00 }, { principal: 5_00 }, { principal: 0, interest: 5_00 }]) {
    expect(await refusalOf(repay(borrowingId, '2026-01-14', parts))).toMatchObject({
      code: 'INVALID_INPUT',
      data: { issues: [{ path: ['date'], message: 'date_before_borrowing' }], date: '2026-01-15' },
    })
  }
  const early = await repay(borrowingId, '2026-01-20', { principal: 0, interest: 5_000_00 })
  const reverse = (id: string) =>
    book.api.journal.reverse({ requestId: requestId(), entryId: id, date: '2026-03-01', reason: 'Salah' })
  expect(await refusalOf(reverse(entryId))).toMatchObject({ data: { reason: 'reverse_first', voucher: early.voucher } })
  await reverse(early.entryId)
  await reverse(entryId)
  for (const parts of [{ amount: 5_00 }, { principal: 0, interest: 5_00 }]) {
    expect(await refusalOf(repay(borrowingId, '2026-03-02', parts))).toMatchObject({
      data: { reason: 'borrowing_taken_back' },
    })
  }
  expect(await balance('51203')).toBe(0)
})

test('a member who lends is named, and interest to others than banks has its own account', async () => {
  expect(await refusalOf(borrow({ kind: '27105' }))).toMatchObject({ code: 'INVALID_INPUT' })
  const memberId = await addMember(book, '0001', '2026-01-01')
  const { borrowingId } = await borrow({ kind: '27105', memberId, lender: 'Bu Sari', method: 'flat', months: 12 })
  await repay(borrowingId, '2026-02-15', { principal: 2_000_000_00, interest: 120_000_00 })
  expect([await balance('27105'), await balance('51206'), await balance('51203')]).toEqual([
    ...[-22_000_000_00, 120_000_00, 0],
  ])
})

test('modal penyertaan is capital, or owed where its day is fixed, and is given back no more than it was', async () => {
  const given = { contributor: 'Desa Sukamaju', amount: 10_000_000_00, cashAccount: '11201', date: '2026-01-10' }
  const open = await book.api.capital.contribute({ requestId: requestId(), ...given })
  const fixed = await book.api.capital.contribute({ requestId: requestId(), ...given, repayableOn: '2026-12-10' })
  expect([await balance('33101'), await balance('27201')]).toEqual([-10_000_000_00, -10_000_000_00])
  const back = (borrowingId: string, amount: number) =>
    book.api.capital.return({ requestId: requestId(), date: '2026-06-01', borrowingId, amount, cashAccount: '11201' })
  expect(await back(open.borrowingId, 4_000_000_00)).toMatchObject({ owed: 6_000_000_00 })
  expect(await refusalOf(back(fixed.borrowingId, 10_000_000_01))).toMatchObject({
    data: { reason: 'borrowing_out_of_bounds', available: 10_000_000_00 },
  })
  const { rows } = await book.api.capital.borrowings({ asOf: '2026-06-30' })
  expect(rows.map(({ kind, owed, currentPart }) => [kind, owed, currentPart])).toEqual([
    ['33101', 6_000_000_00, 0],
    ['27201', 10_000_000_00, 10_000_000_00],
  ])
  const { borrowingId } = await borrow()
  expect(await refusalOf(back(borrowingId, 5_00))).toMatchObject({ data: { reason: 'borrowing_is_repaid' } })
  expect(await refusalOf(repay(open.borrowingId, '2026-06-02', { amount: 5_00 }))).toMatchObject({
    data: { reason: 'participation_is_returned' },
  })
})

test('modal penyertaan is not to be paid back before it came', async () => {
  const given = { date: '2026-01-10', contributor: 'Desa', amount: 5_000_000_00, cashAccount: '11101' }
  const early = book.api.capital.contribute({ requestId: requestId(), ...given, repayableOn: '2026-01-10' })
  const refusal = await refusalOf(early)
  expect(refusal).toMatchObject({ code: 'INVALID_INPUT', data: { issues: [{ path: ['repayableOn'] }] } })
  expect(refusal.message).toBe('Hari kembalinya harus sesudah hari uangnya masuk.')
})

test('what modal penyertaan earned is a cost where its day is fixed, and decided with the SHU where it is capital', async () => {
  const given = { contributor: 'Desa Sukamaju', amount: 10_000_000_00, cashAccount: '11201', date: '2026-01-10' }
  const open = await book.api.capital.contribute({ requestId: requestId(), ...given })
  const fixed = await book.api.capital.contribute({ requestId: requestId(), ...given, repayableOn: '2026-12-10' })
  const share = (borrowingId: string, amount = 500_000_00, date = '2026-07-01') =>
    book.api.capital.payShare({ requestId: requestId(), date, borrowingId, amount, cashAccount: '11201' })
  const { owed, entryId } = await share(fixed.borrowingId)
  expect({ owed, cost: await balance('51205') }).toEqual({ owed: 10_000_000_00, cost: 500_000_00 })
  expect(await book.api.journal.get({ entryId })).toMatchObject({ description: 'Jasa modal penyertaan Desa Sukamaju' })
  expect(await book.api.capital.borrowing({ borrowingId: fixed.borrowingId })).toMatchObject({
    ...{ interestPaid: 500_000_00, owed: 10_000_000_00 },
  })
  expect(await refusalOf(share(open.borrowingId))).toMatchObject({
    data: { reason: 'share_out_of_bounds', available: 0 },
  })
  expect(await refusalOf(share((await borrow()).borrowingId))).toMatchObject({
    data: { reason: 'borrowing_is_repaid' },
  })
  expect(await refusalOf(share(fixed.borrowingId, 0))).toMatchObject({ code: 'INVALID_INPUT' })
  expect(await refusalOf(share(fixed.borrowingId, 5_00, '2026-01-09'))).toMatchObject({
    data: { reason: 'date_before_borrowing' },
  })
})

test('a journal by hand keeps a borrowing on its own account and within what was agreed', async () => {
  const { borrowingId } = await borrow()
  const post = (account: string, debit: number) =>
    book.api.journal.post({
      ...{ requestId: requestId(), date: '2026-02-01', description: 'Jurnal' },
      lines: [
        { account, debit, borrowingId },
        { account: '11201', credit: debit },
      ],
    })
  expect(await refusalOf(post('27101', 5_00))).toMatchObject({ data: { reason: 'borrowing_not_its_own' } })
  expect(await refusalOf(post('27102', 24_000_000_01))).toMatchObject({ data: { reason: 'borrowing_out_of_bounds' } })
})
