import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { usualBylaw } from '../../../shared/rules/surplus-bylaw.ts'
import { openTestBook, requestId, type TestBook } from '../../support/book.ts'
import { addMember, balanceOf, deposit, linesOf, openSavings } from '../../support/counter.ts'
import { post as postIn, sharers, workedYear as workedYearOf } from '../../support/worked-year.ts'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook()
})
afterEach(async () => {
  expect((await book.api.ledger.verify()).problems).toEqual([])
  expect(book.bugs).toEqual([])
  await book.close()
})

const refusal = (code: string, reason: string) =>
  expect.objectContaining({ code, data: expect.objectContaining({ reason }) })
const rupiah = (amount: number) => amount * 100
const post = (date: string, lines: Parameters<TestBook['api']['journal']['post']>[0]['lines']) =>
  postIn(book, date, lines)

const members = (...rows: Parameters<typeof sharers> extends [unknown, ...infer Rows] ? Rows : never) =>
  sharers(book, ...rows)
const workedYear = () => workedYearOf(book)

const closeYear = (year = 2025) => book.api.closing.closeYear({ requestId: requestId(), year })
const simulate = (year = 2025) => book.api.closing.simulateShu({ year })
const decide = (date = '2026-03-14', year = 2025) =>
  book.api.closing.decideShu({ requestId: requestId(), year, date, decision: 'Keputusan RAT 1/2026' })
const pay = (options: { cashAccount?: string; product?: string; memberIds?: string[] } = { cashAccount: '11101' }) =>
  book.api.closing.payShu({ requestId: requestId(), year: 2025, date: '2026-03-20', ...options })
const bylawWith = (change: Partial<typeof usualBylaw>) => {
  const { shares, savingsProducts, ...rest } = { ...usualBylaw, ...change }
  const open = shares.map(({ bases, ...share }) => ({ ...share, ...(bases && { bases: [...bases] }) }))
  return { ...rest, shares: open, savingsProducts: [...savingsProducts] }
}

test('the worked surplus of the notes is divided in the book as in the calculator', async () => {
  const [a = ''] = await workedYear()
  const { components, members: rows, totals, surplus, fromMembers, fromOthers } = await simulate()
  expect([surplus, fromMembers, fromOthers]).toEqual([rupiah(48_750_000), rupiah(48_750_000), 0])
  expect(components.map(({ amount }) => amount / 100)).toEqual([
    ...[14_625_000, 9_750_000, 12_187_500, 3_656_250, 2_437_500, 2_437_500, 2_437_500, 1_218_750],
  ])
  expect(rows.map(({ capital, service, total }) => [capital / 100, (service.service ?? 0) / 100, total / 100])).toEqual(
    [
      [217_500, 429_559, 647_059],
      [127_500, 0, 127_500],
      [345_000, 127_869, 472_869],
      [9_060_000, 11_630_072, 20_690_072],
    ],
  )
  expect(totals).toMatchObject({ members: rupiah(21_937_500), undistributed: 0 })
  const own = await book.api.closing.memberShu({ year: 2025, memberId: a })
  expect(own).toMatchObject({
    ...{ capital: rupiah(217_500), service: { service: rupiah(429_559) }, total: rupiah(647_059), isDecided: false },
    ...{ savings: rupiah(1_450_000), transactions: { service: rupiah(2_150_000) }, paid: 0 },
    ofAll: { savings: rupiah(65_000_000), transactions: { service: rupiah(61_000_000) } },
    roundTo: 100,
  })
  const business = own.business.service ?? []
  expect(business.map(({ basis }) => basis)).toEqual(['loan_interest', 'purchases', 'commission'])
  expect(business.reduce((sum, { amount, weight }) => sum + amount * Number(weight), 0)).toBe(rupiah(2_150_000))
  expect(own.pools.map(({ key, amount }) => [key, amount])).toEqual([
    ['capital', rupiah(9_750_000)],
    ['service', rupiah(12_187_500)],
  ])
})

test('the meeting decides on a closed year once, in the new year, and each member is owed her share', async () => {
  const [a = '', b = ''] = await workedYear()
  await expect(decide()).rejects.toEqual(refusal('NOT_ALLOWED', 'year_open'))
  await closeYear()
  await expect(decide('2025-12-31')).rejects.toEqual(refusal('INVALID_INPUT', 'date_before_new_year'))
  const proposed = await simulate()
  const { entryId, voucher, members: rows, components } = await decide()
  expect({ rows, components }).toEqual({ rows: proposed.members, components: proposed.components })
  const lines = await linesOf(book, entryId)
  expect(lines.slice(0, 9)).toEqual([
    ['35101', rupiah(48_750_000), 0],
    ['34101', 0, rupiah(14_625_000)],
    ['25102', 0, rupiah(3_656_250)],
    ['25103', 0, rupiah(2_437_500)],
    ['25104', 0, rupiah(2_437_500)],
    ['25105', 0, rupiah(2_437_500)],
    ['25106', 0, rupiah(1_218_750)],
    ['25101', 0, rupiah(647_059)],
    ['25101', 0, rupiah(127_500)],
  ])
  expect(await balanceOf(book, '35101')).toBe(0)
  await expect(decide()).rejects.toMatchObject({ code: 'ALREADY_DONE', data: { reason: 'surplus_decided', voucher } })
  const reopening = book.api.closing.reopenYear({
    ...{ requestId: requestId(), year: 2025, reason: 'Bukti tertinggal', approvedBy: 'Sri Wahyuni' },
  })
  await expect(reopening).rejects.toEqual(refusal('NOT_ALLOWED', 'reverse_first'))
  expect(await book.api.closing.memberShu({ year: 2025, memberId: b })).toMatchObject({ isDecided: true, paid: 0 })
  const moved = book.api.members.update({ requestId: requestId(), memberId: a, joinedOn: '2026-01-02' })
  await expect(moved).rejects.toEqual(refusal('NOT_ALLOWED', 'joined_before_decided'))
})

test('shares are paid in cash to some and on savings to the rest, each once', async () => {
  const [a = '', b = '', c = ''] = await workedYear()
  await expect(pay()).rejects.toEqual(refusal('NOT_ALLOWED', 'surplus_undecided'))
  await closeYear()
  const { entryId } = await decide()
  await expect(pay({})).rejects.toEqual(refusal('INVALID_INPUT', 'required'))
  await expect(pay({ cashAccount: '11101', product: 'sukarela' })).rejects.toEqual(
    refusal('INVALID_INPUT', 'not_together'),
  )
  const first = await pay({ cashAccount: '11101', memberIds: [a, b] })
  expect(first.paid).toEqual([
    { memberId: a, amount: rupiah(647_059) },
    { memberId: b, amount: rupiah(127_500) },
  ])
  expect((await linesOf(book, first.entryId)).at(-1)).toEqual(['11101', 0, rupiah(774_559)])
  const second = await pay({ product: 'sukarela' })
  expect(second.total).toBe(rupiah(472_869 + 20_690_072))
  const { rows } = await book.api.savings.list({ product: 'sukarela' })
  expect(rows.find(({ memberId }) => memberId === c)?.balance).toBe(rupiah(472_869))
  expect(await balanceOf(book, '25101')).toBe(0)
  await expect(pay()).rejects.toEqual(refusal('ALREADY_DONE', 'surplus_paid'))
  await expect(pay({ cashAccount: '11101', memberIds: ['nobody'] })).rejects.toEqual(
    refusal('INVALID_INPUT', 'no_share_left'),
  )
  const undo = (id: string) =>
    book.api.journal.reverse({ requestId: requestId(), entryId: id, date: '2026-03-21', reason: 'Keliru' })
  await expect(undo(entryId)).rejects.toEqual(refusal('NOT_ALLOWED', 'reverse_first'))
  await undo(second.entryId)
  await undo(first.entryId)
  await undo(entryId)
  expect(await balanceOf(book, '35101')).toBe(-rupiah(48_750_000))
  expect((await decide('2026-03-28')).voucher).toBeTruthy()
})

test('a share left by who has gone since is paid with her leaving, never twice', async () => {
  const [a = ''] = await workedYear()
  await closeYear()
  await decide()
  await expect(
    book.api.closing.payShu({ requestId: requestId(), year: 2025, date: '2026-03-13', cashAccount: '11101' }),
  ).rejects.toEqual(refusal('INVALID_INPUT', 'paid_before_decision'))
  await book.api.members.exit({
    ...{ requestId: requestId(), memberId: a, date: '2026-03-16', reason: 'moved' },
  })
  // Her savings and her share wait for her together.
  expect(await balanceOf(book, '25107')).toBe(-rupiah(1_450_000 + 647_059))
  const { paid } = await pay()
  expect(paid).toHaveLength(3)
  expect(paid.map(({ memberId }) => memberId)).not.toContain(a)
  expect(await balanceOf(book, '25101')).toBe(0)
})

describe('what counts', () => {
  test('the mean of the twelve month ends is fairer to who saved all year', async () => {
    const early = await addMember(book, '0001', '2025-01-02')
    const late = await addMember(book, '0002', '2025-12-01')
    await deposit(book, await openSavings(book, early, 'wajib', '2025-01-02'), rupiah(100_000), '2025-01-02')
    await deposit(book, await openSavings(book, late, 'wajib', '2025-12-01'), rupiah(100_000), '2025-12-01')
    await post('2025-06-30', [
      { account: '11101', debit: rupiah(1_300_000) },
      { account: '41101', credit: rupiah(1_300_000), memberId: early },
    ])
    const shares = [
      { key: 'capital', pct: '50', to: 'by_savings' as const },
      { key: 'reserve', pct: '50', to: '34101' as const },
    ]
    const at = async (savingsBasis: 'year_end' | 'month_ends') => {
      const bylaw = bylawWith({ shares, savingsBasis })
      return (await book.api.closing.simulateShu({ year: 2025, bylaw })).members.map((row) => [
        row.savings,
        row.capital,
      ])
    }
    expect(await at('year_end')).toEqual([
      [rupiah(100_000), rupiah(325_000)],
      [rupiah(100_000), rupiah(325_000)],
    ])
    expect(await at('month_ends')).toEqual([
      [rupiah(100_000), rupiah(600_000)],
      [8_333_33, rupiah(50_000)],
    ])
  })

  test('each business weighs as the bylaws say, and what was earned from others stays a reserve', async () => {
    const [a = '', b = ''] = await members({ saved: 100_000, interest: 300_000 }, { saved: 100_000, interest: 0 })
    await post('2025-07-01', [
      { account: '11101', debit: rupiah(500_000) },
      { account: '42101', credit: rupiah(500_000), memberId: b },
    ])
    await post('2025-07-01', [
      { account: '51103', debit: rupiah(400_000) },
      { account: '42101', credit: rupiah(400_000), memberId: a },
    ])
    await post('2025-07-02', [
      { account: '11101', debit: rupiah(200_000) },
      { account: '43101', credit: rupiah(200_000) },
    ])
    const year = await simulate()
    expect(year).toMatchObject({ fromMembers: rupiah(800_000), fromOthers: rupiah(200_000), surplus: rupiah(800_000) })
    expect(year.reservedForOthers).toBe(rupiah(200_000))
    expect(year.members.map(({ transactions }) => transactions.service)).toEqual([rupiah(700_000), rupiah(500_000)])
    const shares = usualBylaw.shares.map((share) =>
      share.to === 'by_services'
        ? {
            ...share,
            bases: [
              { basis: 'gross_margin' as const, weight: '2' },
              { basis: 'loan_interest' as const, weight: '1' },
            ],
          }
        : share,
    )
    const bylaw = bylawWith({ shares, nonMembers: 'divided' })
    const tried = await book.api.closing.simulateShu({ year: 2025, bylaw })
    expect([tried.surplus, tried.reservedForOthers]).toEqual([rupiah(1_000_000), 0])
    expect(tried.members.map(({ transactions }) => transactions.service)).toEqual([rupiah(300_000), rupiah(1_000_000)])
    await closeYear()
    const { entryId } = await decide()
    expect(await linesOf(book, entryId)).toContainEqual(['34103', 0, rupiah(200_000)])
  })

  test('who left during the year shares in it only where the bylaws say so', async () => {
    const [a = ''] = await members({ saved: 0, interest: 500_000 }, { saved: 100_000, interest: 500_000 })
    await book.api.members.exit({ requestId: requestId(), memberId: a, date: '2025-09-01', reason: 'moved' })
    expect((await simulate()).members).toHaveLength(1)
    const bylaw = bylawWith({ leavers: 'included' })
    expect((await book.api.closing.simulateShu({ year: 2025, bylaw })).members).toHaveLength(2)
    await book.api.closing.setBylaw({ requestId: requestId(), fromYear: 2025, bylaw })
    await closeYear()
    await decide()
    const rest = await pay({ product: 'sukarela' })
    expect(rest.paid.map(({ memberId }) => memberId)).not.toContain(a)
    await expect(pay({ product: 'sukarela' })).rejects.toEqual(refusal('NOT_ALLOWED', 'only_leavers'))
    const { paid } = await pay()
    expect(paid.map(({ memberId }) => memberId)).toEqual([a])
  })

  test('a loss with members comes off what was earned from others, and the year is decided all the same', async () => {
    const [a = ''] = await members({ saved: 100_000, interest: 0 })
    await post('2025-07-02', [
      { account: '11101', debit: rupiah(10_000_000) },
      { account: '43101', credit: rupiah(10_000_000) },
    ])
    await post('2025-07-03', [
      { account: '51101', debit: rupiah(1_900_000), memberId: a },
      { account: '11101', credit: rupiah(1_900_000) },
    ])
    expect(await simulate()).toMatchObject({ surplus: 0, reservedForOthers: rupiah(8_100_000) })
    await closeYear()
    const { entryId } = await decide()
    expect(await linesOf(book, entryId)).toEqual([
      ['35101', rupiah(8_100_000), 0],
      ['34103', 0, rupiah(8_100_000)],
    ])
  })

  test('a gift without conditions becomes capital and is not divided', async () => {
    await members({ saved: 100_000, interest: 400_000 })
    await post('2025-07-02', [
      { account: '11101', debit: rupiah(250_000) },
      { account: '48201', credit: rupiah(250_000) },
    ])
    expect(await simulate()).toMatchObject({ grants: rupiah(250_000), surplus: rupiah(400_000) })
    await closeYear()
    const { entryId } = await decide()
    expect(await linesOf(book, entryId)).toContainEqual(['33201', 0, rupiah(250_000)])
    expect(await balanceOf(book, '35101')).toBe(0)
    // It was given the year before: in the year of the meeting no gift came, and the surplus alone became less.
    const span = { from: '2026-01-01', to: '2026-12-31' }
    const { rows } = await book.api.reports.run({ report: 'equityChanges', params: span })
    const told = (line: string) => rows.findLast((row) => row.line === line)
    expect(told('grants')).toMatchObject({ E05: 0, total: 0 })
    expect(told('distribution')).toMatchObject({ E05: rupiah(250_000), SHU: rupiah(-650_000) })
  })

  test('a pool nobody has a claim to is kept in the reserve and warned of', async () => {
    await post('2025-07-02', [
      { account: '11101', debit: rupiah(1_000) },
      { account: '48101', credit: rupiah(1_000) },
    ])
    expect((await simulate()).warnings).toEqual(['no_savings', 'no_transactions'])
    await closeYear()
    expect((await decide()).totals.undistributed).toBe(rupiah(450))
    expect(await balanceOf(book, '34101')).toBe(-rupiah(300 + 450))
  })
})

describe('the rule of the bylaws', () => {
  const set = (fromYear: number, change: Partial<typeof usualBylaw>) =>
    book.api.closing.setBylaw({ requestId: requestId(), fromYear, bylaw: bylawWith(change) })

  test('holds from its year on, and a decided year keeps its own', async () => {
    await workedYear()
    expect(await book.api.closing.bylaw({ year: 2025 })).toMatchObject({ fromYear: null })
    await closeYear()
    await decide()
    await expect(set(2025, { roundTo: 10_000 })).rejects.toEqual(refusal('NOT_ALLOWED', 'surplus_decided'))
    await set(2026, { roundTo: 10_000 })
    expect((await book.api.closing.bylaw({ year: 2030 })).bylaw.roundTo).toBe(10_000)
    expect((await simulate()).bylaw.roundTo).toBe(100)
    await set(2024, { leavers: 'included' })
    expect((await simulate()).bylaw.leavers).toBe('excluded')
  })

  test.each<[string, string, Partial<typeof usualBylaw>]>([
    [
      '99.9 percent',
      'shares_not_100',
      { shares: usualBylaw.shares.with(0, { key: 'reserve', pct: '29.9', to: '34101' }) },
    ],
    [
      '105 percent',
      'shares_not_100',
      { shares: usualBylaw.shares.with(0, { key: 'reserve', pct: '35', to: '34101' }) },
    ],
    ['a share twice', 'given_twice', { shares: usualBylaw.shares.with(0, { key: 'capital', pct: '30', to: '34101' }) }],
    [
      'two shares by savings',
      'one_share_by_savings',
      { shares: usualBylaw.shares.with(0, { key: 'x', pct: '30', to: 'by_savings' }) },
    ],
    [
      'business without a basis',
      'basis_missing',
      { shares: usualBylaw.shares.with(0, { key: 'x', pct: '30', to: 'by_services' }) },
    ],
    ['unknown savings', 'product_unknown', { savingsProducts: ['emas'] }],
  ])('%s is refused', async (_what, reason, change) => {
    await expect(set(2025, change)).rejects.toEqual(refusal('INVALID_INPUT', reason))
  })
})

describe('a loss', () => {
  beforeEach(async () => {
    await post('2025-01-02', [
      { account: '11101', debit: rupiah(5_000_000) },
      { account: '33201', credit: rupiah(5_000_000) },
    ])
    await post('2025-05-05', [
      { account: '52201', debit: rupiah(900_000) },
      { account: '11101', credit: rupiah(900_000) },
    ])
  })

  test('is not divided', async () => {
    await expect(simulate()).rejects.toEqual(refusal('NOT_ALLOWED', 'nothing_to_divide'))
    await closeYear()
    await expect(decide()).rejects.toEqual(refusal('NOT_ALLOWED', 'nothing_to_divide'))
  })

  test('is covered out of the reserve, as far as there is one', async () => {
    await post('2025-05-05', [
      { account: '11101', debit: rupiah(600_000) },
      { account: '34101', credit: rupiah(600_000) },
    ])
    await closeYear()
    const cover = (amount: number, date = '2026-03-01') =>
      book.api.closing.coverDeficit({ requestId: requestId(), date, amount: rupiah(amount) })
    await expect(cover(900_001)).rejects.toEqual(refusal('INVALID_INPUT', 'above_deficit'))
    await expect(cover(900_000)).rejects.toEqual(refusal('INVALID_INPUT', 'above_reserve'))
    await expect(cover(1, '2025-12-31')).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    const { entryId } = await cover(600_000)
    expect(await linesOf(book, entryId)).toEqual([
      ['34101', rupiah(600_000), 0],
      ['35104', 0, rupiah(600_000)],
    ])
    await expect(cover(1)).rejects.toEqual(refusal('INVALID_INPUT', 'above_reserve'))
  })
})

test('percentages that do not add up are told with a comma', async () => {
  const shares = usualBylaw.shares.with(0, { key: 'reserve', pct: '29.9', to: '34101' })
  const wrong = book.api.closing.simulateShu({ year: 2025, bylaw: bylawWith({ shares }) })
  await expect(wrong).rejects.toThrow('Jumlah semua bagian 99,9%, padahal harus tepat 100%.')
})

describe('corrections of closed years', () => {
  const correct = (unit: 'general' | 'shop', amount: number) =>
    post('2026-01-20', [
      { account: '35103', ...(amount > 0 ? { credit: rupiah(amount) } : { debit: rupiah(-amount) }), unit },
      { account: '11101', ...(amount > 0 ? { debit: rupiah(amount) } : { credit: rupiah(-amount) }), unit: 'general' },
    ])
  const clear = (to: 'reserve' | 'deficit', date = '2026-03-14') =>
    book.api.closing.clearCorrections({ requestId: requestId(), date, to })
  const stepOf = async () => (await book.api.closing.checklist({ year: 2025 })).steps.at(-1)

  test('wait for the next meeting, which sends all of them to the reserve, each unit its own', async () => {
    await workedYear()
    await closeYear()
    await expect(clear('reserve')).rejects.toEqual(refusal('NOT_ALLOWED', 'no_corrections'))
    expect(await stepOf()).toMatchObject({ key: 'corrections', state: 'not_needed' })
    await correct('shop', 900_000)
    await correct('general', -300_000)
    expect(await book.api.closing.corrections({ date: '2026-03-14' })).toEqual({
      ...{ amount: rupiah(600_000), isCleared: false },
    })
    expect(await stepOf()).toMatchObject({ key: 'corrections', state: 'open', amount: rupiah(600_000) })
    await expect(clear('deficit')).rejects.toEqual(refusal('INVALID_INPUT', 'above_deficit'))
    await decide()
    const { entryId, amount } = await clear('reserve')
    expect(amount).toBe(rupiah(600_000))
    expect(await linesOf(book, entryId)).toEqual([
      ['35103', 0, rupiah(300_000)],
      ['35103', rupiah(900_000), 0],
      ['34101', 0, rupiah(600_000)],
      ['19901', rupiah(900_000), 0],
      ['19901', 0, rupiah(900_000)],
    ])
    for (const unit of [undefined, 'general', 'shop'] as const) {
      const { rows } = await book.api.reports.run({ report: 'balanceSheet', params: { asOf: '2026-03-14', unit } })
      expect(rows.find(({ line }) => line === 'E08')?.current ?? 0).toBe(0)
    }
    expect(await stepOf()).toMatchObject({ state: 'not_needed' })
    await book.api.journal.reverse({ requestId: requestId(), entryId, date: '2026-03-15', reason: 'Keliru' })
    expect(await stepOf()).toMatchObject({ state: 'open' })
  })

  test('that took more than there is in reserve become a deficit, and a gain makes it smaller', async () => {
    await workedYear()
    await closeYear()
    await correct('shop', -700_000)
    await expect(clear('reserve')).rejects.toEqual(refusal('INVALID_INPUT', 'above_reserve'))
    await clear('deficit')
    expect(await book.api.closing.deficit({ date: '2026-03-14' })).toMatchObject({ deficit: rupiah(700_000) })
    await correct('general', 200_000)
    await clear('deficit', '2026-03-15')
    expect(await balanceOf(book, '35104')).toBe(rupiah(500_000))
    expect(await balanceOf(book, '35103')).toBe(0)
  })
})
