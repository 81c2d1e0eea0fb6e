import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestBook, requestId, type TestBook } from '../../support/book.ts'
import { balanceOf, linesOf, putCash } from '../../support/counter.ts'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook()
  await putCash(book, 50_000_000_00, '2026-01-02')
})
afterEach(async () => {
  expect((await book.api.ledger.verify()).problems).toEqual([])
  expect(book.bugs).toEqual([])
  await book.close()
})

const refusal = (code: string, reason?: string) =>
  expect.objectContaining({ code, ...(reason && { data: expect.objectContaining({ reason }) }) })

const grinder = { name: 'Mesin giling', account: '18104', cost: 4_800_000_00, months: 48 }
type Acquiring = Parameters<TestBook['api']['assets']['acquire']>[0]

const acquire = (given: Partial<Acquiring> = {}, date = '2026-01-20') =>
  book.api.assets.acquire({ requestId: requestId(), date, ...grinder, cashAccount: '11101', ...given })
const depreciate = (month: string, date?: string) =>
  book.api.assets.depreciate({ requestId: requestId(), month, ...(date && { date }) })
const dispose = (assetId: string, date: string, price?: number) =>
  book.api.assets.dispose({
    ...{ requestId: requestId(), date, assetId, reason: 'Rusak' },
    ...(price !== undefined && { price, cashAccount: '11101' }),
  })

test('a machine loses the same every month, in one entry that can be taken back', async () => {
  const { assetId, number } = await acquire({ place: 'Dapur produksi' })
  expect(number).toBe('AT-001')
  const preview = await book.api.assets.preview({ month: '2026-01' })
  expect(preview).toMatchObject({ isOver: true, done: null, total: 100_000_00 })
  expect(preview.rows).toMatchObject([{ assetId, amount: 100_000_00, bookValue: 4_700_000_00 }])
  const { entryId, date } = await depreciate('2026-01')
  expect(date).toBe('2026-01-31')
  expect(await linesOf(book, entryId)).toEqual([
    ['52501', 100_000_00, 0],
    ['18903', 0, 100_000_00],
  ])
  await expect(depreciate('2026-01')).rejects.toEqual(refusal('ALREADY_DONE', 'depreciation_run'))
  const { rows, totals } = await book.api.assets.register({ asOf: '2026-01-31' })
  expect(rows).toMatchObject([
    { number: 'AT-001', cost: 4_800_000_00, accumulated: 100_000_00, place: 'Dapur produksi' },
  ])
  expect(totals.bookValue).toBe(4_700_000_00)
  await book.api.journal.reverse({ requestId: requestId(), entryId, date: '2026-02-01', reason: 'Salah' })
  expect(await depreciate('2026-01')).toMatchObject({ total: 100_000_00 })
})

test('given, bought on credit and written off directly: each stands where it belongs', async () => {
  const { partnerId } = await book.api.partners.create({ name: 'CV Maju Alat', kind: 'supplier' })
  const given = await acquire({ cashAccount: undefined, grant: true, cost: 5_000_000_00 })
  expect(await linesOf(book, given.entryId)).toEqual([
    ['18104', 5_000_000_00, 0],
    ['33201', 0, 5_000_000_00],
  ])
  const owed = await acquire({ cashAccount: undefined, partnerId })
  expect(owed.voucher).toMatch(/^PB-/)
  expect(await balanceOf(book, '22101')).toBe(-4_800_000_00)
  const software = await acquire({ account: '19101', cost: 1_200_000_00, months: 12 })
  await depreciate('2026-01')
  expect(await balanceOf(book, '19101')).toBe(1_100_000_00)
  const { rows, accounts } = await book.api.assets.register({ asOf: '2026-02-01' })
  expect(rows.find(({ assetId }) => assetId === software.assetId)).toMatchObject({
    ...{ cost: 1_200_000_00, accumulated: 100_000_00 },
  })
  for (const { account, cost, accumulated } of accounts) {
    const contra = account === '18104' ? await balanceOf(book, '18903', '2026-02-01') : 0
    const control = await balanceOf(book, account, '2026-02-01')
    expect(cost - accumulated).toBe(control + contra)
  }
  await dispose(software.assetId, '2026-02-05')
  expect(await balanceOf(book, '19101')).toBe(0)
  expect(await balanceOf(book, '58101')).toBe(1_100_000_00)
})

test('what was taken over goes on with what is left of its life', async () => {
  const taken = { ...grinder, acquiredOn: '2024-01-10', accumulated: 2_400_000_00 }
  const { entryId } = await book.api.assets.takeOver({ requestId: requestId(), date: '2025-12-31', ...taken })
  expect(await linesOf(book, entryId)).toEqual([
    ['18104', 4_800_000_00, 0],
    ['18903', 0, 2_400_000_00],
    ['36901', 0, 2_400_000_00],
  ])
  expect(await depreciate('2026-01')).toMatchObject({ total: 100_000_00 })
  const over = { ...taken, requestId: requestId(), date: '2025-12-31' }
  const { takeOver } = book.api.assets
  await expect(takeOver({ ...over, accumulated: 4_800_000_01 })).rejects.toEqual(
    refusal('INVALID_INPUT', 'written_off_too_much'),
  )
  await expect(takeOver({ ...over, acquiredOn: '2026-01-01' })).rejects.toEqual(
    refusal('INVALID_INPUT', 'acquired_after_takeover'),
  )
  await expect(takeOver({ ...over, account: '19101' })).rejects.toEqual(
    refusal('INVALID_INPUT', 'nothing_written_off_here'),
  )
})

test('months follow one another, and what was entered late catches up', async () => {
  await acquire()
  await expect(depreciate('2026-03')).rejects.toEqual(refusal('NOT_ALLOWED', 'earlier_month_first'))
  await expect(depreciate('2025-12')).rejects.toEqual(refusal('NOT_ALLOWED', 'nothing_to_depreciate'))
  await expect(depreciate('2026-12')).rejects.toEqual(refusal('INVALID_INPUT', 'month_not_ended'))
  await expect(depreciate('2026-01', '2026-01-30')).rejects.toEqual(refusal('INVALID_INPUT', 'date_before_month_over'))
  await depreciate('2026-01', '2026-03-05')
  await depreciate('2026-02')
  await acquire({ name: 'Timbangan', cost: 240_000_00, months: 24 }, '2026-01-25')
  await expect(depreciate('2026-01')).rejects.toEqual(refusal('ALREADY_DONE', 'depreciation_run'))
  const { rows } = await book.api.assets.preview({ month: '2026-03' })
  expect(rows.map(({ amount }) => amount)).toEqual([100_000_00, 30_000_00])
  await depreciate('2026-03')
  await expect(depreciate('2025-12')).rejects.toEqual(refusal('NOT_ALLOWED', 'later_month_depreciated'))
})

test('what it brings more than it stands at is a gain, less is a loss; it is taken back newest first', async () => {
  const [sold, broken] = [await acquire(), await acquire({ name: 'Oven' })]
  await expect(dispose(sold.assetId, '2026-02-10', 5_000_000_00)).rejects.toEqual(
    refusal('NOT_ALLOWED', 'depreciate_first'),
  )
  const run = await depreciate('2026-01')
  await expect(dispose(sold.assetId, '2026-01-30', 1)).rejects.toEqual(
    refusal('INVALID_INPUT', 'date_before_asset_entry'),
  )
  const gone = await dispose(sold.assetId, '2026-02-10', 5_000_000_00)
  expect(gone).toMatchObject({ bookValue: 4_700_000_00, gain: 300_000_00 })
  expect(await balanceOf(book, '48103')).toBe(-300_000_00)
  expect(await dispose(broken.assetId, '2026-02-10')).toMatchObject({ gain: -4_700_000_00 })
  expect(await balanceOf(book, '18104')).toBe(0)
  expect(await balanceOf(book, '18903')).toBe(0)
  await expect(dispose(sold.assetId, '2026-02-11')).rejects.toEqual(refusal('ALREADY_DONE', 'asset_gone'))
  const reverse = (entryId: string) =>
    book.api.journal.reverse({ requestId: requestId(), entryId, date: '2026-03-01', reason: 'Salah' })
  await expect(reverse(run.entryId)).rejects.toEqual(refusal('NOT_ALLOWED', 'reverse_first'))
  await expect(reverse(sold.entryId)).rejects.toEqual(refusal('NOT_ALLOWED', 'reverse_first'))
  await reverse(gone.entryId)
  expect((await book.api.assets.register({ asOf: '2026-02-20' })).rows).toHaveLength(0)
  expect((await book.api.assets.register({ asOf: '2026-03-01' })).rows).toMatchObject([{ assetId: sold.assetId }])
  expect(await depreciate('2026-02')).toMatchObject({ assets: 1, total: 100_000_00 })
})

test('what left is listed with day, price, gain or loss and voucher, until its leaving is taken back', async () => {
  const [sold, broken, kept] = [await acquire(), await acquire({ name: 'Oven' }), await acquire({ name: 'Neraca' })]
  await depreciate('2026-01')
  expect((await book.api.assets.gone()).rows).toEqual([])
  const sale = await dispose(sold.assetId, '2026-02-10', 5_000_000_00)
  const loss = await dispose(broken.assetId, '2026-02-12')
  const { rows, totals } = await book.api.assets.gone()
  expect(rows).toEqual([
    {
      ...{ assetId: broken.assetId, number: 'AT-002', name: 'Oven', account: '18104', acquiredOn: '2026-01-20' },
      ...{ date: '2026-02-12', reason: 'Rusak', price: 0, bookValue: 4_700_000_00, gain: -4_700_000_00 },
      ...{ entryId: loss.entryId, voucher: loss.voucher },
    },
    {
      ...{ assetId: sold.assetId, number: 'AT-001', name: 'Mesin giling', account: '18104', acquiredOn: '2026-01-20' },
      ...{ date: '2026-02-10', reason: 'Rusak', price: 5_000_000_00, bookValue: 4_700_000_00, gain: 300_000_00 },
      ...{ entryId: sale.entryId, voucher: sale.voucher },
    },
  ])
  expect(totals).toEqual({ price: 5_000_000_00, bookValue: 9_400_000_00, gain: -4_400_000_00 })
  const booked = (await balanceOf(book, '48103')) + (await balanceOf(book, '58101'))
  expect(totals.gain).toBe(0 - booked)
  await book.api.journal.reverse({ requestId: requestId(), entryId: loss.entryId, date: '2026-03-01', reason: 'Salah' })
  expect((await book.api.assets.gone()).rows.map(({ assetId }) => assetId)).toEqual([sold.assetId])
  const there = (await book.api.assets.register()).rows.map(({ assetId }) => assetId)
  expect(there.toSorted()).toEqual([broken.assetId, kept.assetId].toSorted())
})

test('what was written off directly, and land that loses nothing, left at what they stood at', async () => {
  const software = await acquire({ account: '19101', cost: 1_200_000_00, months: 12 })
  const land = await acquire({ account: '18101', cost: 9_000_000_00, months: undefined })
  await depreciate('2026-01')
  await dispose(software.assetId, '2026-02-05')
  await dispose(land.assetId, '2026-02-06', 9_000_000_00)
  expect((await book.api.assets.gone()).rows).toMatchObject([
    { name: 'Mesin giling', account: '18101', bookValue: 9_000_000_00, gain: 0 },
    { account: '19101', bookValue: 1_100_000_00, gain: -1_100_000_00 },
  ])
})

test('a card tells every entry of one asset, and which month it waits for', async () => {
  const { assetId } = await acquire({}, '2026-01-20')
  await depreciate('2026-01')
  const card = await book.api.assets.get({ assetId })
  expect(card).toMatchObject({ number: 'AT-001', isThere: true, bookValue: 4_700_000_00 })
  expect(card.entries).toMatchObject([
    { date: '2026-01-20', change: 4_800_000_00, bookValue: 4_800_000_00 },
    { date: '2026-01-31', change: -100_000_00, bookValue: 4_700_000_00 },
  ])
  await dispose(assetId, '2026-02-10')
  const gone = await book.api.assets.get({ assetId })
  expect(gone).toMatchObject({ isThere: false, bookValue: 0, depreciateFirst: null })
  expect(gone.entries.at(-1)).toMatchObject({ change: -4_700_000_00, bookValue: 0 })
  await expect(book.api.assets.get({ assetId: 'nothing' })).rejects.toEqual(refusal('NOT_FOUND', 'asset'))
})

test('the months that are done are listed, and the next one is the first in which something is left to lose', async () => {
  expect((await book.api.assets.runs()).rows).toEqual([])
  await acquire({}, '2026-01-20')
  expect(await book.api.assets.runs()).toMatchObject({ rows: [], next: '2026-01' })
  const { voucher, entryId } = await depreciate('2026-01')
  const { rows, next } = await book.api.assets.runs()
  expect(rows).toMatchObject([{ month: '2026-01', voucher, entryId, assets: 1, total: 100_000_00 }])
  expect(next).toBe('2026-02')
})

test('what was bought on credit and paid since is not taken back before the payment is', async () => {
  const { partnerId } = await book.api.partners.create({ name: 'CV Maju Alat', kind: 'supplier' })
  const bought = await acquire({ cashAccount: undefined, partnerId })
  const pay = { requestId: requestId(), date: '2026-02-01', partnerId, cashAccount: '11101', amount: 1_000_000_00 }
  const paid = await book.api.trade.pay(pay)
  const reverse = (entryId: string) =>
    book.api.journal.reverse({ requestId: requestId(), entryId, date: '2026-03-01', reason: 'Salah' })
  await expect(reverse(bought.entryId)).rejects.toEqual(
    expect.objectContaining({
      code: 'NOT_ALLOWED',
      data: expect.objectContaining({ reason: 'reverse_first', voucher: paid.voucher }),
    }),
  )
  expect(await balanceOf(book, '22101')).toBe(-3_800_000_00)
  await reverse(paid.entryId)
  await reverse(bought.entryId)
  expect(await balanceOf(book, '22101')).toBe(0)
  expect(await balanceOf(book, '18104')).toBe(0)
})

test('a month that is locked takes no depreciation, no purchase and no disposal, and says so', async () => {
  const { assetId } = await acquire({}, '2026-01-20')
  await book.api.periods.lockMonth({ requestId: requestId(), month: '2026-01' })
  const locked = refusal('PERIOD_CLOSED')
  await expect(depreciate('2026-01')).rejects.toEqual(locked)
  await expect(acquire({ name: 'Oven' }, '2026-01-25')).rejects.toEqual(locked)
  await expect(dispose(assetId, '2026-01-25')).rejects.toEqual(locked)
  expect(await depreciate('2026-01', '2026-02-01')).toMatchObject({ month: '2026-01', date: '2026-02-01' })
})

test.each([
  ['straight_line', undefined, 10_000_000_00, 1_000_00],
  ['declining', '50', 7_777_777_77, 123_45],
] as const)(
  '%s: all months together take the cost less the residual value, to the sen',
  async (method, rate, cost, residual) => {
    const terms = {
      cost,
      residual,
      months: 7,
      method,
      cashAccount: undefined,
      grant: true as const,
      ...(rate !== undefined && { ratePctPerYear: rate }),
    }
    const { assetId } = await acquire(terms, '2025-01-31')
    const taken: number[] = []
    for (let month = 1; month <= 7; month += 1) taken.push((await depreciate(`2025-0${month}`)).total)
    expect(taken.reduce((sum, one) => sum + one, 0)).toBe(cost - residual)
    expect((await book.api.assets.get({ assetId })).bookValue).toBe(residual)
    await expect(depreciate('2025-08')).rejects.toEqual(refusal('NOT_ALLOWED', 'nothing_to_depreciate'))
    if (method === 'straight_line') expect(taken).toEqual([...Array(6).fill(1_428_428_00), 1_428_432_00])
  },
)

test('it moves to another place and holder, and is found there', async () => {
  const { assetId } = await acquire({ place: 'Toko', serial: 'SN-1' })
  const { update, register } = book.api.assets
  await update({ assetId, place: 'Gudang', holder: 'Bu Sri', condition: 'worn', serial: '' })
  expect((await register({ place: 'Toko' })).rows).toEqual([])
  const { rows } = await register({ place: 'Gudang' })
  expect(rows).toMatchObject([{ holder: 'Bu Sri', condition: 'worn', serial: null, name: 'Mesin giling' }])
  await expect(update({ assetId: 'nothing', place: 'x' })).rejects.toEqual(refusal('NOT_FOUND', 'asset'))
})

test.each<[object, string, string]>([
  [{ account: '11101' }, 'INVALID_INPUT', 'no_asset_account'],
  [{ account: 'toString' }, 'INVALID_INPUT', 'not_an_account_code'],
  [{ account: '18101' }, 'INVALID_INPUT', 'land_loses_nothing'],
  [{ months: undefined }, 'INVALID_INPUT', 'required'],
  [{ months: 0 }, 'INVALID_INPUT', 'too_small'],
  [{ cost: 0 }, 'INVALID_INPUT', 'amount_not_positive'],
  [{ residual: 4_800_000_01 }, 'INVALID_INPUT', 'residual_above_cost'],
  [{ method: 'declining' }, 'INVALID_INPUT', 'required'],
  [{ method: 'declining', ratePctPerYear: '0' }, 'INVALID_INPUT', 'rate_not_positive'],
  [{ grant: true }, 'INVALID_INPUT', 'not_together'],
  [{ cashAccount: undefined }, 'INVALID_INPUT', 'required'],
  [{ cashAccount: '41101' }, 'INVALID_INPUT', 'not_a_cash_account'],
  [{ cashAccount: undefined, partnerId: 'nobody' }, 'NOT_FOUND', 'partner'],
  [{ cost: 60_000_000_00 }, 'CASH_BELOW_ZERO', ''],
  [{ number: 'AT-001' }, 'ALREADY_EXISTS', 'asset_number'],
])('%j is refused, and nothing is written', async (wrong, code, reason) => {
  await acquire({ number: 'AT-001' })
  await expect(acquire(wrong)).rejects.toEqual(refusal(code, reason))
  expect((await book.api.assets.register()).rows).toHaveLength(1)
})

test('terms and months that were changed by hand are found', async () => {
  await acquire()
  await depreciate('2026-01')
  const { database } = book.desk.app().file
  database.exec('SAVEPOINT tampering; DROP TRIGGER asset_terms_stay; UPDATE asset_terms SET months = 24')
  const { problems } = await book.api.ledger.verify()
  expect(problems.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['altered', 'subledger']))
  database.exec('ROLLBACK TO tampering; RELEASE tampering')
})
