import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestBook, refusalOf, requestId, type TestBook } from '../../support/book.ts'
import { addMember, deposit, openSavings } from '../../support/counter.ts'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook()
  await book.api.savings.setDue({ product: 'wajib', fromMonth: '2026-01', amount: 10_000_00 })
})
afterEach(async () => {
  expect(book.bugs).toEqual([])
  await book.close()
})

/** What a member held in wajib when the book began. */
async function openingOf(savingsAccountId: string, memberId: string, amount: number, date: string) {
  const lines = [{ account: '31102', credit: amount, savingsAccountId, memberId }]
  return book.api.opening.post({ requestId: requestId(), date, lines })
}

async function behind(asOf: string) {
  const { rows } = await book.api.savings.arrears({ asOf })
  return rows.map(({ memberNumber, arrears, monthsBehind }) => [memberNumber, arrears, monthsBehind])
}

test('who is behind is listed with how much and since when', async () => {
  const memberId = await addMember(book, '0001', '2026-01-20')
  await addMember(book, '0002', '2026-03-01')
  await deposit(book, await openSavings(book, memberId, 'wajib'), 15_000_00, '2026-02-01')
  const { rows, totals } = await book.api.savings.arrears({ asOf: '2026-04-01' })
  expect(rows).toMatchObject([
    { memberNumber: '0001', product: 'wajib', due: 40_000_00, paid: 15_000_00, arrears: 25_000_00, monthsBehind: 3 },
    { memberNumber: '0002', due: 20_000_00, paid: 0, arrears: 20_000_00, monthsBehind: 2, paidUntil: null },
  ])
  expect(rows[0]?.paidUntil).toBe('2026-01')
  expect(totals).toEqual({ due: 60_000_00, paid: 15_000_00, arrears: 45_000_00 })
})

test('who joined earlier owes more, also where nobody paid', async () => {
  await addMember(book, '0001', '2026-01-20')
  await addMember(book, '0002', '2026-03-01')
  expect(await behind('2026-04-01')).toEqual([
    ['0001', 40_000_00, 4],
    ['0002', 20_000_00, 2],
  ])
})

test('who has paid, has not joined yet, or has left is not listed', async () => {
  const paid = await addMember(book, '0001')
  await addMember(book, '0002', '2026-05-01')
  await addMember(book, '0003')
  await deposit(book, await openSavings(book, paid, 'wajib'), 40_000_00, '2026-02-01')
  book.desk.app().file.database.exec("UPDATE member SET active = 0, left_on = '2026-03-01' WHERE code = '0003'")
  expect(await behind('2026-04-30')).toEqual([])
  expect(await behind('2026-02-28')).toEqual([['0003', 20_000_00, 2]])
})

test('what is due changes from the month it was changed in', async () => {
  await addMember(book, '0001')
  await book.api.savings.setDue({ product: 'wajib', fromMonth: '2026-03', amount: 25_000_00 })
  expect(await behind('2026-03-31')).toEqual([['0001', 45_000_00, 3]])
})

test('without anything due nobody is behind', async () => {
  await book.api.savings.setDue({ product: 'wajib', fromMonth: '2026-01', amount: 0 })
  await addMember(book, '0001')
  expect(await behind('2026-04-30')).toEqual([])
})

test('nobody is behind with a product out of use, unless it is asked for', async () => {
  await addMember(book, '0001')
  await book.api.savings.updateProduct({ product: 'wajib', active: false })
  expect(await behind('2026-04-30')).toEqual([])
  const { totals } = await book.api.savings.arrears({ asOf: '2026-04-30', product: 'wajib' })
  expect(totals.arrears).toBe(40_000_00)
})

for (const openedOn of ['2025-12-31', '2026-01-01']) {
  test(`an opening balance of ${openedOn} stands for the years before and pays no month after`, async () => {
    const memberId = await addMember(book, '0001', '2021-05-01')
    const savingsAccountId = await openSavings(book, memberId, 'wajib', openedOn)
    await openingOf(savingsAccountId, memberId, 560_000_00, openedOn)
    expect(await behind('2026-02-28')).toEqual([['0001', 20_000_00, 2]])
    await deposit(book, savingsAccountId, 20_000_00, '2026-02-28')
    expect(await behind('2026-02-28')).toEqual([])
  })
}

test('a deposit on the day of the opening is a payment', async () => {
  const memberId = await addMember(book, '0001', '2021-05-01')
  const savingsAccountId = await openSavings(book, memberId, 'wajib', '2026-01-01')
  await openingOf(savingsAccountId, memberId, 560_000_00, '2026-01-01')
  await deposit(book, savingsAccountId, 10_000_00, '2026-01-01')
  expect(await behind('2026-02-28')).toEqual([['0001', 10_000_00, 1]])
})

test('an opening balance pays for the months before it where their due is known', async () => {
  await book.api.savings.setDue({ product: 'wajib', fromMonth: '2025-10', amount: 10_000_00 })
  const memberId = await addMember(book, '0001', '2025-10-01')
  const savingsAccountId = await openSavings(book, memberId, 'wajib', '2025-12-31')
  await openingOf(savingsAccountId, memberId, 30_000_00, '2025-12-31')
  expect(await behind('2026-01-31')).toEqual([['0001', 10_000_00, 1]])
})

test('an opening balance that was reversed counts as if it had never been', async () => {
  const memberId = await addMember(book, '0001', '2021-05-01')
  const savingsAccountId = await openSavings(book, memberId, 'wajib', '2025-12-31')
  const { entryId } = await openingOf(savingsAccountId, memberId, 560_000_00, '2025-12-31')
  const reverse = { requestId: requestId(), entryId, date: '2026-02-10', reason: 'Salah anggota' }
  await book.api.journal.reverse(reverse)
  await deposit(book, savingsAccountId, 10_000_00, '2026-02-11')
  expect(await behind('2026-02-28')).toEqual([['0001', 10_000_00, 1]])
})

test('arrears are asked for mandatory savings only, on a day within reach', async () => {
  const ask = (input: { asOf: string; product?: string }) => refusalOf(book.api.savings.arrears(input))
  expect(await ask({ asOf: '2026-01-31', product: 'sukarela' })).toMatchObject({
    code: 'INVALID_INPUT',
    data: { reason: 'not_mandatory', issues: [{ path: ['product'] }] },
  })
  expect(await ask({ asOf: '2026-01-31', product: 'emas' })).toMatchObject({ code: 'NOT_FOUND' })
  expect(await ask({ asOf: '2999-01-31' })).toMatchObject({
    data: { reason: 'date_too_far_ahead', issues: [{ path: ['asOf'] }] },
  })
})
