import { afterEach, beforeEach, expect, test } from 'vitest'
import { refusalOf, requestId } from '../../support/book.ts'
import { type FundBook, openFundBook } from '../../support/funds.ts'

let book: FundBook
let fundId: string
let lines: string[]
beforeEach(async () => {
  book = await openFundBook()
  ;({ fundId, lines } = await book.fund())
})
afterEach(async () => {
  expect((await book.api.ledger.verify()).problems).toEqual([])
  expect(book.bugs).toEqual([])
  await book.close()
})

test('of 30.000.000 that came and 12.400.000 that were spent, 17.600.000 are left, and the surplus is what it was', async () => {
  const surplus = async () =>
    (await book.api.reports.run({ report: 'surplus', params: { from: '2026-01-01', to: '2026-12-31' } })).totals.surplus
  const before = await surplus()
  await book.receive(fundId, 30_000_000_00)
  const { balance, warnings } = await book.spend(fundId, 12_400_000_00, { budgetLineId: lines[0] })
  expect({ balance, warnings }).toEqual({ balance: 17_600_000_00, warnings: [] })
  expect(await book.balance('26101')).toBe(-17_600_000_00)
  expect([await book.balance('58201'), await book.balance('48202')]).toEqual([12_400_000_00, -12_400_000_00])
  expect(await surplus()).toBe(before)
  expect(await book.api.funds.report({ fundId, asOf: '2026-12-31' })).toMatchObject({
    ...{ planned: 30_000_000_00, received: 30_000_000_00, spent: 12_400_000_00, refunded: 0, balance: 17_600_000_00 },
    ...{ claimed: 0, unplanned: 0 },
    budget: [
      { name: 'Narasumber', planned: 20_000_000_00, spent: 12_400_000_00, left: 7_600_000_00 },
      { name: 'Konsumsi', planned: 10_000_000_00, spent: 0, left: 10_000_000_00 },
    ],
    bank: { account: '11203', balance: 17_600_000_00, ofFund: 17_600_000_00, ofOtherFunds: 0, rest: 0 },
  })
})

test('more than a budget line has left waits for a second person, who is not the treasurer', async () => {
  await book.receive(fundId, 30_000_000_00)
  await book.api.officers.set({ officers: [{ role: 'treasurer', name: 'Sri Wahyuni' }] })
  const spend = (approvedBy?: string) =>
    book.spend(fundId, 10_000_000_01, { budgetLineId: lines[1], ...(approvedBy && { approvedBy }) })
  expect(await refusalOf(spend())).toMatchObject({
    code: 'NEEDS_APPROVAL',
    data: { reason: 'budget_line', available: 10_000_000_00, short: 1 },
  })
  expect(await refusalOf(spend('sri wahyuni'))).toMatchObject({ code: 'INVALID_INPUT' })
  const { warnings, entryId } = await spend('Budi Santoso')
  expect(warnings).toEqual(['fund_over_budget'])
  expect(await book.api.journal.get({ entryId })).toMatchObject({ approvedBy: 'Budi Santoso' })
})

test('where officers are known, one of them approves and no other name', async () => {
  await book.receive(fundId, 30_000_000_00)
  await book.api.officers.set({
    officers: [
      { role: 'chair', name: 'Budi Santoso' },
      { role: 'treasurer', name: 'Sri Wahyuni' },
      { role: 'supervisor', name: 'Dewi Lestari' },
    ],
  })
  const spend = (approvedBy: string) => book.spend(fundId, 10_000_000_01, { budgetLineId: lines[1], approvedBy })
  await expect(spend('x')).rejects.toThrow('Yang menyetujui harus pengurus atau pengawas: Budi Santoso, Dewi Lestari.')
  expect(await refusalOf(spend('Sri Wahyuni'))).toMatchObject({ code: 'INVALID_INPUT' })
  const { entryId } = await spend('dewi lestari')
  expect(await book.api.journal.get({ entryId })).toMatchObject({ approvedBy: 'dewi lestari' })
})

test('money that is laid out before it came is owed by the donor, and made good by what comes first', async () => {
  const wish = { budgetLineId: lines[0], cashAccount: '11101' }
  expect(await refusalOf(book.spend(fundId, 5_000_000_00, wish))).toMatchObject({
    code: 'NEEDS_APPROVAL',
    data: { reason: 'fund_balance', available: 0, short: 5_000_000_00 },
  })
  const { warnings, balance } = await book.spend(fundId, 5_000_000_00, { ...wish, approvedBy: 'Budi Santoso' })
  expect(warnings).toEqual(['fund_laid_out', 'fund_other_account'])
  expect(balance).toBe(-5_000_000_00)
  expect([await book.balance('14203'), await book.balance('26101')]).toEqual([5_000_000_00, 0])
  const received = await book.receive(fundId, 8_000_000_00, '2026-04-01')
  expect(received.balance).toBe(3_000_000_00)
  expect([await book.balance('14203'), await book.balance('26101')]).toEqual([0, -3_000_000_00])
})

test('equipment that restricted money bought stays as capital', async () => {
  await book.receive(fundId, 30_000_000_00)
  const assetId = book.asset()
  await book.spend(fundId, 9_000_000_00, { budgetLineId: lines[0], account: '18104', assetId })
  expect([await book.balance('18104'), await book.balance('33201')]).toEqual([9_000_000_00, -9_000_000_00])
  expect(await book.balance('26101')).toBe(-21_000_000_00)
})

test('what is left goes back to the donor, and not a sen more', async () => {
  await book.receive(fundId, 30_000_000_00)
  await book.spend(fundId, 12_400_000_00, { budgetLineId: lines[0] })
  const refund = (amount: number) =>
    book.api.funds.refund({ requestId: requestId(), date: '2026-06-30', fundId, amount, cashAccount: '11203' })
  expect(await refusalOf(refund(17_600_000_01))).toMatchObject({
    data: { reason: 'fund_below_zero', available: 17_600_000_00 },
  })
  expect((await refund(17_600_000_00)).balance).toBe(0)
  expect(await book.api.funds.get({ fundId, asOf: '2026-12-31' })).toMatchObject({
    refunded: 17_600_000_00,
    received: 30_000_000_00,
    balance: 0,
  })
})

test('a receipt that was spent is taken back after what was spent of it, and then all is as it was', async () => {
  const received = await book.receive(fundId, 30_000_000_00)
  const spent = await book.spend(fundId, 12_400_000_00, { budgetLineId: lines[0] })
  const reverse = (entryId: string) =>
    book.api.journal.reverse({ requestId: requestId(), entryId, date: '2026-07-01', reason: 'Salah' })
  await expect(reverse(received.entryId)).rejects.toMatchObject({
    data: { reason: 'reverse_first', voucher: spent.voucher },
  })
  await reverse(spent.entryId)
  await reverse(received.entryId)
  expect(await book.api.funds.get({ fundId, asOf: '2026-12-31' })).toMatchObject({
    ...{ received: 0, spent: 0, refunded: 0, balance: 0 },
  })
})

test('no journal by hand makes a surplus of restricted money, or puts a fund where it does not belong', async () => {
  await book.receive(fundId, 30_000_000_00)
  const post = (account: string) =>
    book.api.journal.post({
      ...{ requestId: requestId(), date: '2026-05-01', description: 'Jurnal' },
      lines: [
        { account, debit: 5_00, fundId },
        { account: '11203', credit: 5_00 },
      ],
    })
  expect(await refusalOf(post('58201'))).toMatchObject({ code: 'NOT_ALLOWED', data: { reason: 'fund_effect' } })
  expect(await refusalOf(post('26102'))).toMatchObject({ code: 'NOT_ALLOWED', data: { reason: 'fund_not_its_own' } })
})

test('a day outside the agreement is warned about, and another fund has its own budget lines', async () => {
  await book.receive(fundId, 30_000_000_00)
  const other = await book.fund()
  expect(await refusalOf(book.spend(fundId, 5_00, { budgetLineId: other.lines[0] }))).toMatchObject({
    code: 'INVALID_INPUT',
  })
  const { warnings } = await book.spend(fundId, 5_00, { budgetLineId: lines[0], date: '2027-01-01' })
  expect(warnings).toEqual(['date_in_future', 'fund_outside_period'])
  expect(await refusalOf(book.spend(fundId, 5_00, { budgetLineId: lines[0], account: '52201' }))).toMatchObject({
    code: 'INVALID_INPUT',
  })
})

test('a fund is closed once nothing is left of it', async () => {
  await book.receive(fundId, 30_000_000_00)
  const close = () => book.api.funds.update({ fundId, active: false })
  expect(await refusalOf(close())).toMatchObject({ data: { reason: 'fund_has_money', available: 30_000_000_00 } })
  const all = { requestId: requestId(), date: '2026-06-30', fundId, amount: 30_000_000_00, cashAccount: '11203' }
  await book.api.funds.refund(all)
  expect(await close()).toMatchObject({ active: false })
  expect((await book.api.funds.list({ activeOnly: true })).rows).toEqual([])
  expect(await refusalOf(book.receive(fundId, 5_00))).toMatchObject({ code: 'NOT_ALLOWED' })
})

test('a fund that was closed is opened again, and one whose money is still to come is not closed', async () => {
  await book.api.funds.update({ fundId, active: false })
  expect(await book.api.funds.update({ fundId, active: true })).toMatchObject({ active: true })
  await book.spend(fundId, 5_000_000_00, { budgetLineId: lines[0], cashAccount: '11101', approvedBy: 'Budi Santoso' })
  expect(await refusalOf(book.api.funds.update({ fundId, active: false }))).toMatchObject({
    data: { reason: 'fund_is_claimed', short: 5_000_000_00 },
  })
})

test('a line that is exceeded already says by how much, and by how much it is with this', async () => {
  const { fundId, lines } = await book.fund({ budget: [{ name: 'Pelatihan', amount: 1_000_00 }] })
  await book.receive(fundId, 30_000_000_00)
  const [budgetLineId] = lines
  await book.spend(fundId, 3_000_00, { budgetLineId, approvedBy: 'Budi Santoso' })
  const refusal = await refusalOf(book.spend(fundId, 10_00, { budgetLineId }))
  expect(refusal).toMatchObject({
    code: 'NEEDS_APPROVAL',
    data: { reason: 'budget_line_over', available: -2_000_00, amount: 2_000_00, short: 2_010_00 },
  })
  expect(refusal.message).toBe(
    'Anggaran Pelatihan sudah terlampaui Rp2.000; dengan ini menjadi Rp2.010. Minta persetujuan orang kedua.',
  )
})

test('a line that is lowered below what was spent of it is warned about, once', async () => {
  const { fundId, lines } = await book.fund({ budget: [{ name: 'Pelatihan', amount: 5_000_00 }] })
  await book.receive(fundId, 30_000_000_00)
  const [budgetLineId = ''] = lines
  await book.spend(fundId, 3_000_00, { budgetLineId })
  const change = (amount: number) =>
    book.api.funds.update({ fundId, budget: [{ budgetLineId, name: 'Pelatihan', amount }] })
  expect(await change(3_000_00)).toMatchObject({ warnings: [] })
  expect(await change(2_999_99)).toMatchObject({ warnings: ['budget_below_spent'], budget: [{ left: -1 }] })
  expect(await change(2_999_99)).toMatchObject({ warnings: [] })
})

test('a budget grows by lines that are added and changed, and treatment stays', async () => {
  const [first] = lines
  const budget = [
    { budgetLineId: first, name: 'Pelatih', amount: 1_00 },
    { name: 'Alat tulis', amount: 2_00 },
  ]
  const change = { fundId, donor: 'Yayasan Baru', restriction: 'Hanya perempuan', budget }
  expect(await refusalOf(book.api.funds.update(change))).toMatchObject({
    code: 'NEEDS_APPROVAL',
    data: { reason: 'budget_raised', name: 'Alat tulis', amount: 2_00 },
  })
  const changed = await book.api.funds.update({ ...change, approvedBy: 'Budi Santoso' })
  expect(changed).toMatchObject({ donor: 'Yayasan Baru', restriction: 'Hanya perempuan', planned: 10_000_003_00 })
  expect(changed.budget.map(({ name }) => name)).toEqual(['Pelatih', 'Konsumsi', 'Alat tulis'])
  const stranger = [{ budgetLineId: 'nobody', name: 'X', amount: 0 }]
  expect(await refusalOf(book.api.funds.update({ fundId, budget: stranger }))).toMatchObject({ code: 'INVALID_INPUT' })
})

test('what was laid out for one fund does not hide that money of another is gone', async () => {
  await book.receive(fundId, 10_000_000_00)
  const other = await book.fund()
  await book.receive(other.fundId, 3_000_000_00)
  await book.spend(other.fundId, 6_000_000_00, { budgetLineId: other.lines[0], approvedBy: 'Budi Santoso' })
  expect((await book.api.funds.report({ fundId, asOf: '2026-12-31' })).bank).toMatchObject({
    ...{ balance: 7_000_000_00, ofFund: 10_000_000_00, ofOtherFunds: 0, rest: -3_000_000_00 },
  })
})
