import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestBook, requestId, type TestBook } from '../support/book.ts'
import { openLendingBook } from '../support/lending.ts'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook()
})
afterEach(async () => {
  expect(book.bugs).toEqual([])
  await book.close()
})

async function receive(date: string, amount: number, account = '48106') {
  const lines = [{ account, amount }]
  await book.api.cash.receive({ requestId: requestId(), date, cashAccount: '11101', description: 'Uang masuk', lines })
}

test('the start screen shows the cash of today and what moved', async () => {
  await receive('2026-11-19', 500_00)
  await receive('2026-11-20', 200_00)
  const { cash } = await book.api.home.summary()
  expect(cash).toMatchObject({ total: 700_00, receivedToday: 200_00, spentToday: 0 })
  expect(cash.accounts).toEqual([{ code: '11101', name: 'Kas kantor', balance: 700_00 }])
})

test('the five figures grow month by month', async () => {
  await receive('2025-12-10', 1_000_00)
  await receive('2026-03-10', 300_00)
  await receive('2026-03-11', 400_00, '24108')
  const { figures } = await book.api.home.summary()
  const at = (figure: string, month: string) =>
    figures.find((found) => found.figure === figure)?.series.find((point) => point.month === month)?.amount
  expect([at('assets', '2026-02'), at('assets', '2026-03')]).toEqual([1_000_00, 1_700_00])
  expect(at('own_capital', '2026-03')).toBe(1_300_00)
  expect([at('surplus', '2025-12'), at('surplus', '2026-01'), at('surplus', '2026-03')]).toEqual([1_000_00, 0, 300_00])
  expect(figures.map(({ figure, series }) => [figure, series.length, series.at(-1)?.month])).toEqual(
    ['assets', 'own_capital', 'savings', 'members', 'surplus'].map((figure) => [figure, 13, '2026-11']),
  )
})

test('members count from the day they joined', async () => {
  const member = { sex: 'female', joinedOn: '2026-10-05' } as const
  await book.api.members.create({ ...member, number: '001', name: 'Siti Aminah' })
  const { figures } = await book.api.home.summary()
  const members = figures.find(({ figure }) => figure === 'members')
  expect(members?.series.slice(-3).map(({ amount }) => amount)).toEqual([0, 1, 1])
})

test('what waits is named: unlocked months, an opening that does not balance, a cash count, a backup', async () => {
  await receive('2026-08-10', 500_00)
  await book.api.opening.post({
    requestId: requestId(),
    date: '2026-09-01',
    lines: [{ account: '11201', debit: 70_00 }],
  })
  const { todo } = await book.api.home.summary()
  expect(todo).toEqual([
    { task: 'lock_month', count: 2, amount: null, month: '2026-08' },
    {
      ...{ task: 'report_late', count: 1, amount: null, month: null },
      report: { name: 'Laporan triwulan III', year: 2026, dueOn: '2026-10-20' },
    },
    { task: 'backup', count: 0, amount: null, month: null },
    { task: 'opening_difference', count: 1, amount: 70_00, month: null },
    { task: 'cash_count', count: 0, amount: null, month: null },
  ])
})

test('simpanan wajib that nobody paid is named with its sum', async () => {
  await book.api.savings.setDue({ product: 'wajib', fromMonth: '2026-10', amount: 20_000_00 })
  const member = { sex: 'female', joinedOn: '2026-10-05' } as const
  await book.api.members.create({ ...member, number: '001', name: 'Siti Aminah' })
  const { todo } = await book.api.home.summary()
  expect(todo).toContainEqual({ task: 'mandatory_unpaid', count: 1, amount: 40_000_00, month: '2026-11' })
})

test('an older book put back in its place stands first among what waits', async () => {
  const kept = join(book.folder, 'lama.lumbung')
  await receive('2026-11-01', 500_00)
  await book.desk.close()
  copyFileSync(book.path, kept)
  await book.reopen()
  expect((await book.api.home.summary()).todo.map(({ task }) => task)).not.toContain('alarm')
  await receive('2026-11-02', 200_00)
  await book.desk.close()
  copyFileSync(kept, book.path)
  await book.reopen()
  const { todo } = await book.api.home.summary()
  expect(todo[0]).toEqual({ task: 'alarm', count: 1, amount: null, month: null })
})

/** The task of a kind on the start screen, on a day. */
async function waiting(task: string, asOf?: string) {
  return (await book.api.home.summary(asOf === undefined ? undefined : { asOf })).todo.find((one) => one.task === task)
}

test.each([
  ['2026-11-20T01:00:00.000Z', undefined],
  ['2026-11-13T01:00:00.000Z', undefined],
  ['2026-11-12T01:00:00.000Z', 8],
])('a backup made at %s is asked for again only after a week', async (madeAt, days) => {
  await book.close()
  book = await openTestBook({ now: () => madeAt })
  await book.api.backup.now()
  expect((await waiting('backup'))?.count).toBe(days)
})

test('cash is to be counted again when the last count is more than a month of 31 days old', async () => {
  await receive('2026-10-01', 500_00)
  const count = { date: '2026-10-20', cashAccount: '11101', denominations: { '500': 1 } }
  await book.api.cash.count({ requestId: requestId(), ...count, countedBy: ['Sari', 'Budi'] })
  expect(await waiting('cash_count', '2026-11-20')).toBeUndefined()
  expect(await waiting('cash_count', '2026-11-21')).toMatchObject({ count: 32 })
})

test('the newest entries come first', async () => {
  for (const day of ['01', '02', '03']) await receive(`2026-11-${day}`, 100_00)
  const { lastEntries } = await book.api.home.summary()
  expect(lastEntries.map(({ voucher }) => voucher)).toEqual(['BKM-2026-0003', 'BKM-2026-0002', 'BKM-2026-0001'])
})

test('loans wait with what falls due in seven days, what is behind, and the steps of the month’s end', async () => {
  const lending = await openLendingBook()
  const waits = async (asOf: string) => {
    const { todo } = await lending.api.home.summary({ asOf })
    return todo
      .filter(({ task }) => /loan|instalment/.test(task))
      .map(({ task, count, amount, month }) => [task, count, amount, month])
  }
  expect(await waits('2026-02-28')).toEqual([])
  const [first, second] = [await lending.running(), await lending.running()]
  await lending.pay(second, '2026-02-01', 1_000_000_00)
  const steps = (month: string) => [
    ['loan_interest', 1, null, month],
    ['loan_allowance', 1, null, month],
  ]
  expect(await waits('2026-01-30')).toEqual([])
  expect(await waits('2026-01-31')).toEqual(steps('2026-01'))
  expect(await waits('2026-02-03')).toEqual(steps('2026-01'))
  expect(await waits('2026-02-04')).toEqual([['instalments_due', 2, 1_360_000_00, null], ...steps('2026-01')])
  expect(await waits('2026-02-11')).toEqual([['loans_behind', 2, 1_360_000_00, null], ...steps('2026-01')])
  await lending.pay(first, '2026-02-11', 1_180_000_00)
  expect(await waits('2026-03-04')).toEqual([
    ['instalments_due', 2, 2_360_000_00, null],
    ['loans_behind', 1, 180_000_00, null],
    ...steps('2026-02'),
  ])
  await lending.api.loans.accrueInterest({ requestId: requestId(), month: '2026-02' })
  expect((await waits('2026-03-01')).slice(1)).toEqual(steps('2026-02').slice(1))
  await lending.api.periods.lockMonth({ requestId: requestId(), month: '2026-03' })
  expect((await waits('2026-04-01')).map(([task]) => task)).toEqual(['loans_behind'])
  await lending.api.loans.setPolicy({ accrueInterest: false })
  expect((await waits('2026-05-01')).map(([task]) => task)).toEqual(['loans_behind', 'loan_allowance'])
  expect(lending.bugs).toEqual([])
  await lending.close()
})
