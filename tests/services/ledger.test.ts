import { afterEach, beforeEach, expect, test } from 'vitest'
import { addDays } from '../../shared/calendar.ts'
import { openTestBook, refusalOf, requestId, type TestBook } from '../support/book.ts'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook()
})
afterEach(async () => {
  expect(book.bugs).toEqual([])
  await book.close()
})

type Line = { account: string; debit?: number; credit?: number; unit?: 'general' | 'usp' | 'shop'; memo?: string }

async function post(date: string, lines: Line[], description = 'Catatan', unit?: 'general' | 'usp' | 'shop') {
  return book.api.journal.post({ requestId: requestId(), date, description, lines, ...(unit ? { unit } : {}) })
}

const income = (amount: number): Line[] => [
  { account: '11201', debit: amount },
  { account: '48106', credit: amount },
]

const rent = (amount: number): Line[] => [
  { account: '52203', debit: amount },
  { account: '11201', credit: amount },
]

/** Every line of the main bank account over several years, more than one on many days. */
async function fillBank(): Promise<number[]> {
  const amounts: number[] = []
  for (let index = 0; index < 60; index += 1) {
    const date = addDays('2023-12-20', Math.floor(index / 4) * 70)
    const amount = (index + 1) * 100
    await post(date, index % 3 === 2 ? rent(amount) : income(amount), `Catatan ${index}`)
    amounts.push(index % 3 === 2 ? -amount : amount)
  }
  return amounts
}

test('the trial balance shows each account net on one side and both sides agree', async () => {
  await post('2026-01-05', income(500_00))
  await post('2026-01-06', rent(200_00))
  await post('2026-02-01', rent(100_00))
  const january = await book.api.ledger.trialBalance({ asOf: '2026-01-31' })
  expect(january.rows).toEqual([
    { code: '11201', name: 'Bank - rekening utama', debit: 300_00, credit: 0 },
    { code: '48106', name: 'Pendapatan lain-lain', debit: 0, credit: 500_00 },
    { code: '52203', name: 'Sewa', debit: 200_00, credit: 0 },
  ])
  expect(january.totals).toEqual({ debit: 500_00, credit: 500_00 })
  const february = await book.api.ledger.trialBalance({ asOf: '2026-02-01', language: 'en' })
  expect(february.rows[0]).toEqual({ code: '11201', name: 'Main bank account', debit: 200_00, credit: 0 })
})

test('an account that has come back to zero is left out of the trial balance', async () => {
  await post('2026-01-05', income(500_00))
  await post('2026-01-06', rent(500_00))
  const { rows } = await book.api.ledger.trialBalance({ asOf: '2026-01-31' })
  expect(rows.map((row) => row.code)).toEqual(['48106', '52203'])
})

test('a day before the first entry gives an empty trial balance', async () => {
  await post('2026-01-05', income(500_00))
  expect(await book.api.ledger.trialBalance({ asOf: '1999-12-31' })).toEqual({
    rows: [],
    totals: { debit: 0, credit: 0 },
  })
})

test('the trial balance of one unit holds its own lines and still agrees', async () => {
  await post('2026-01-05', income(500_00), 'Umum')
  await post('2026-01-06', income(70_00), 'Usaha', 'shop')
  const mixed: Line[] = [
    { account: '52203', debit: 30_00, unit: 'shop' },
    { account: '11201', credit: 30_00 },
  ]
  await post('2026-01-07', mixed)
  const shop = await book.api.ledger.trialBalance({ asOf: '2026-12-31', unit: 'shop' })
  expect(Object.fromEntries(shop.rows.map((row) => [row.code, row.debit - row.credit]))).toEqual({
    '11201': 70_00,
    '19901': -30_00,
    '48106': -70_00,
    '52203': 30_00,
  })
  const all = await book.api.ledger.trialBalance({ asOf: '2026-12-31' })
  expect(all.rows.map((row) => row.code)).not.toContain('19901')
})

test('closing entries can be left out, so that a closed year is still seen as it was', async () => {
  await post('2026-01-05', income(500_00))
  const { db } = book.desk.app().file
  // Closing a year is a later issue's procedure; the kept balances already tell closing entries apart.
  await db
    .insertInto('balance_day')
    .values({
      account: '48106',
      day: '2026-01-31',
      unit: 'general',
      kind: 'closing',
      debit: 500_00,
      credit: 0,
      lines: 1,
    })
    .execute()
  const codes = async (beforeClosing: boolean) =>
    (await book.api.ledger.trialBalance({ asOf: '2026-01-31', beforeClosing })).rows.map((row) => row.code)
  expect(await codes(true)).toEqual(['11201', '48106'])
  expect(await codes(false)).toEqual(['11201'])
})

test('a register shows what stood before, every line with its running balance, and what stands after', async () => {
  await post('2025-12-31', income(500_00))
  await post('2026-01-06', rent(200_00), 'Sewa kantor')
  await post('2026-01-06', income(50_00))
  await post('2026-02-01', rent(100_00))
  const register = await book.api.ledger.account({ code: '11201', from: '2026-01-01', to: '2026-01-31' })
  expect(register).toMatchObject({
    opening: 500_00,
    count: 2,
    closing: 350_00,
    totals: { debit: 50_00, credit: 200_00 },
  })
  expect(
    register.rows.map((row) => [row.date, row.voucher, row.description, row.debit, row.credit, row.balance]),
  ).toEqual([
    ['2026-01-06', 'BM-2026-0001', 'Sewa kantor', 0, 200_00, 300_00],
    ['2026-01-06', 'BM-2026-0002', 'Catatan', 50_00, 0, 350_00],
  ])
})

test('an account of the credit side counts its balance upwards', async () => {
  await post('2025-12-31', income(500_00))
  await post('2026-01-06', income(50_00))
  const register = await book.api.ledger.account({ code: '48106', from: '2026-01-01', to: '2026-01-31' })
  expect([register.opening, register.rows[0]?.balance, register.closing]).toEqual([500_00, 550_00, 550_00])
})

test('any place in a long register shows the same lines and balances as reading from the start', async () => {
  const amounts = await fillBank()
  const scope = { code: '11201', from: '2024-01-01', to: '2026-06-30' }
  const whole = await book.api.ledger.account({ ...scope, limit: 1000 })
  const before = (await book.api.ledger.account({ ...scope, from: '2000-01-01', to: '2023-12-31' })).count
  expect(whole.rows.map((row) => row.debit - row.credit)).toEqual(amounts.slice(before, before + whole.count))
  let balance = whole.opening
  for (const row of whole.rows) {
    balance += row.debit - row.credit
    expect(row.balance).toBe(balance)
  }
  for (let offset = 0; offset <= whole.count; offset += 1) {
    const page = await book.api.ledger.account({ ...scope, offset, limit: 7 })
    expect(page.rows).toEqual(whole.rows.slice(offset, offset + 7))
    expect(page.count).toBe(whole.count)
  }
})

test('a place past the end of a register shows no lines and the same closing balance', async () => {
  await post('2026-01-05', income(500_00))
  const scope = { code: '11201', from: '2026-01-01', to: '2026-12-31' }
  expect(await book.api.ledger.account({ ...scope, offset: 5 })).toMatchObject({ rows: [], count: 1, closing: 500_00 })
})

test('the register of one unit leaves out the lines of the others', async () => {
  await post('2026-01-05', income(500_00))
  await post('2026-01-05', income(70_00), 'Usaha', 'shop')
  await post('2026-01-05', income(30_00), 'Usaha', 'shop')
  const scope = { code: '11201', from: '2026-01-01', to: '2026-12-31', unit: 'shop' } as const
  const register = await book.api.ledger.account(scope)
  expect(register.rows.map((row) => row.balance)).toEqual([70_00, 100_00])
  expect((await book.api.ledger.account({ ...scope, offset: 1 })).rows).toEqual(register.rows.slice(1))
})

test('a register of an unknown account, of a heading or of days that run backwards is refused', async () => {
  const days = { from: '2026-01-01', to: '2026-12-31' }
  const reason = async (input: { code: string; from: string; to: string }) => {
    const { code, data } = await refusalOf(book.api.ledger.account(input))
    return [code, data.reason]
  }
  expect(await reason({ code: '99999', ...days })).toEqual(['INVALID_INPUT', 'account_unknown'])
  expect(await reason({ code: '11000', ...days })).toEqual(['INVALID_INPUT', 'account_is_heading'])
  expect(await reason({ code: '11201', from: '2026-02-01', to: '2026-01-01' })).toEqual([
    'INVALID_INPUT',
    'period_backwards',
  ])
})
