import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestBook, refusalOf, requestId, type TestBook } from '../../support/book.ts'
import { balanceOf, linesOf } from '../../support/counter.ts'
import { contribute as contributeTo, heldYear as heldYearOf, withParticipation } from '../../support/held-year.ts'
import { post as postIn, workedYear } from '../../support/worked-year.ts'

/** What modal penyertaan that is capital gets of a surplus: decided with the members' shares, owed card by card, paid. */

let book: TestBook
beforeEach(async () => {
  book = await openTestBook()
})
afterEach(async () => {
  expect((await book.api.ledger.verify()).problems).toEqual([])
  expect(book.bugs).toEqual([])
  await book.close()
})

const rupiah = (amount: number) => amount * 100
const year = 2025

const contribute = (contributor: string, amount: number, more: { memberId?: string; repayableOn?: string } = {}) =>
  contributeTo(book, contributor, amount, more)
const heldYear = () => heldYearOf(book)

const closeYear = () => book.api.closing.closeYear({ requestId: requestId(), year })
const simulate = () => book.api.closing.simulateShu({ year })
const decide = (date = '2026-03-14') =>
  book.api.closing.decideShu({ requestId: requestId(), year, date, decision: 'Keputusan RAT 1/2026' })
const pay = (borrowingId: string, amount: number, date = '2026-04-01') =>
  book.api.capital.payShare({ requestId: requestId(), date, borrowingId, amount: rupiah(amount), cashAccount: '11101' })
const undo = (entryId: string, date = '2026-04-02') =>
  book.api.journal.reverse({ requestId: requestId(), entryId, date, reason: 'Keliru' })
const card = (borrowingId: string, asOf = '2026-12-31') => book.api.capital.borrowing({ borrowingId, asOf })

describe('the meeting decides', () => {
  test('the part is divided by what stood on each card at year end, without capital whose day is fixed', async () => {
    const { village, member, memberId } = await heldYear()
    const back = { date: '2025-12-31', amount: rupiah(2_000_000), cashAccount: '11101' }
    await book.api.capital.return({ requestId: requestId(), borrowingId: village.borrowingId, ...back })
    const { participation, components, totals, surplus, warnings } = await simulate()
    expect(components.at(6)).toMatchObject({ key: 'Penyertaan', pct: '5', amount: rupiah(2_437_500) })
    // 2.437.500 × 18 ÷ 28 and × 10 ÷ 28: fractions by the largest remainder.
    expect(participation).toEqual([
      {
        ...{ borrowingId: village.borrowingId, number: 'U-001', holder: 'BUM Desa Sukamaju', memberId: null },
        ...{ capital: rupiah(18_000_000), amount: rupiah(1_566_964) },
      },
      {
        ...{ borrowingId: member.borrowingId, number: 'U-002', holder: 'Anggota 0001', memberId },
        ...{ capital: rupiah(10_000_000), amount: rupiah(870_536) },
      },
    ])
    expect({ ...totals, warnings }).toMatchObject({
      ...{ participation: rupiah(2_437_500), undistributed: 0, warnings: [], components: surplus },
    })
  })

  test('it is owed card by card from that day, beside the members, and the surplus is divided to nothing', async () => {
    const { village, member, memberId } = await heldYear()
    await closeYear()
    const before = await simulate()
    const { entryId, participation } = await decide()
    expect(participation).toEqual(before.participation)
    const { lines } = await book.api.journal.get({ entryId })
    expect(lines.filter(({ account }) => account === '25108')).toMatchObject([
      { credit: rupiah(1_625_000), borrowingId: village.borrowingId },
      { credit: rupiah(812_500), borrowingId: member.borrowingId, memberId },
    ])
    expect([await balanceOf(book, '35101'), await balanceOf(book, '25108')]).toEqual([0, -rupiah(2_437_500)])
    expect(await card(village.borrowingId, '2026-03-13')).toMatchObject({ shareLeft: 0 })
    expect(await card(village.borrowingId)).toMatchObject({ shareLeft: rupiah(1_625_000), owed: rupiah(20_000_000) })
    const { shareLeft } = await book.api.capital.borrowings({ asOf: '2026-12-31' })
    expect(shareLeft).toBe(rupiah(2_437_500))
  })

  test('what came after the year and what goes back after it changes nobody’s part', async () => {
    const { village } = await heldYear()
    await closeYear()
    const before = await simulate()
    const back = { date: '2026-01-20', amount: rupiah(20_000_000), cashAccount: '11101' }
    await book.api.capital.return({ requestId: requestId(), borrowingId: village.borrowingId, ...back })
    const late = { date: '2026-02-01', contributor: 'CV Maju', amount: rupiah(5_000_000), cashAccount: '11101' }
    await book.api.capital.contribute({ requestId: requestId(), ...late })
    expect((await decide()).participation).toEqual(before.participation)
    expect((await pay(village.borrowingId, 1_625_000)).shareLeft).toBe(0)
    expect((await simulate()).participation).toEqual(before.participation)
  })

  test('where nobody holds any it goes to the general reserve, and that is said', async () => {
    await workedYear(book)
    await book.api.closing.setBylaw({ requestId: requestId(), fromYear: year, bylaw: withParticipation() })
    await closeYear()
    const { entryId, warnings, totals, participation } = await decide()
    expect({ participation, warnings, left: totals.undistributed }).toEqual({
      ...{ participation: [], warnings: ['no_participation'], left: rupiah(2_437_500) },
    })
    expect(await linesOf(book, entryId)).toContainEqual(['34101', 0, rupiah(2_437_500)])
    expect(await balanceOf(book, '35101')).toBe(0)
  })

  test('capital by hand that names no card gets nothing, and that is said', async () => {
    await heldYear()
    await postIn(book, '2025-07-01', [
      { account: '11101', debit: rupiah(1_000_000) },
      { account: '33101', credit: rupiah(1_000_000) },
    ])
    const { participation, warnings } = await simulate()
    expect(warnings).toEqual(['participation_without_card'])
    expect(participation.map(({ amount }) => amount)).toEqual([rupiah(1_625_000), rupiah(812_500)])
  })

  test('a rule has one such part at most', async () => {
    const { shares, ...rest } = withParticipation()
    const twice = shares.map((share) => (share.key === 'board' ? { ...share, to: 'by_participation' as const } : share))
    const bylaw = { ...rest, shares: twice }
    expect(await refusalOf(book.api.closing.setBylaw({ requestId: requestId(), fromYear: year, bylaw }))).toMatchObject(
      {
        code: 'INVALID_INPUT',
        data: { reason: 'one_share_by_participation' },
      },
    )
  })
})

describe('paying', () => {
  test('it is paid in parts, never more than there is, and the capital stays', async () => {
    const { village, member } = await heldYear()
    await closeYear()
    await decide()
    expect(await refusalOf(pay(village.borrowingId, 100, '2026-03-13'))).toMatchObject({
      data: { reason: 'share_out_of_bounds', number: 'U-001', available: 0, day: '2026-03-13' },
    })
    const first = await pay(village.borrowingId, 600_000)
    expect(first).toMatchObject({ owed: rupiah(20_000_000), shareLeft: rupiah(1_025_000) })
    expect(await linesOf(book, first.entryId)).toEqual([
      ['25108', rupiah(600_000), 0],
      ['11101', 0, rupiah(600_000)],
    ])
    expect(await book.api.journal.get({ entryId: first.entryId })).toMatchObject({
      description: 'Bagian SHU modal penyertaan BUM Desa Sukamaju',
    })
    expect(await refusalOf(pay(village.borrowingId, 1_025_001))).toMatchObject({
      code: 'NOT_ALLOWED',
      data: { reason: 'share_out_of_bounds', available: rupiah(1_025_000) },
    })
    expect(await pay(village.borrowingId, 1_025_000)).toMatchObject({ shareLeft: 0 })
    expect(await refusalOf(pay(village.borrowingId, 1))).toMatchObject({ data: { available: 0 } })
    expect(await card(member.borrowingId)).toMatchObject({ shareLeft: rupiah(812_500), interestPaid: 0 })
    const { rows, interestPaid } = await card(village.borrowingId)
    expect(interestPaid).toBe(rupiah(1_625_000))
    expect(rows.map(({ received, share, interest, owed }) => [received, share, interest, owed])).toEqual([
      [rupiah(20_000_000), 0, 0, rupiah(20_000_000)],
      [0, rupiah(1_625_000), 0, rupiah(20_000_000)],
      [0, 0, rupiah(600_000), rupiah(20_000_000)],
      [0, 0, rupiah(1_025_000), rupiah(20_000_000)],
    ])
  })

  test('a decision is taken back after what was paid by it, and what came is taken back after the decision', async () => {
    const { village } = await heldYear()
    await closeYear()
    const decided = await decide()
    const paid = await pay(village.borrowingId, 600_000)
    expect(await refusalOf(undo(decided.entryId))).toMatchObject({
      data: { reason: 'reverse_first', voucher: paid.voucher },
    })
    await undo(paid.entryId)
    expect(await card(village.borrowingId)).toMatchObject({ shareLeft: rupiah(1_625_000), interestPaid: 0 })
    expect(await refusalOf(undo(village.entryId))).toMatchObject({
      data: { reason: 'reverse_first', voucher: decided.voucher },
    })
    await undo(decided.entryId)
    expect(await card(village.borrowingId)).toMatchObject({ shareLeft: 0, interestPaid: 0 })
    expect((await card(village.borrowingId)).rows.at(-1)).toMatchObject({ share: -rupiah(1_625_000), interest: 0 })
    expect([await balanceOf(book, '35101'), await balanceOf(book, '25108')]).toEqual([-rupiah(48_750_000), 0])
    await decide('2026-04-10')
    expect(await pay(village.borrowingId, 1_625_000, '2026-04-11')).toMatchObject({ shareLeft: 0 })
  })

  test('by hand no card is paid more than it got, on no day, and it names its own card', async () => {
    const { village, member } = await heldYear()
    const owed = await contribute('Kas Desa', 1_000_000, { repayableOn: '2027-01-15' })
    await closeYear()
    await decide()
    const byHand = (borrowingId: string, amount: number, date = '2026-04-01') =>
      postIn(book, date, [
        { account: '25108', debit: rupiah(amount), borrowingId },
        { account: '11101', credit: rupiah(amount) },
      ])
    await pay(village.borrowingId, 1_000_000, '2026-05-01')
    expect(await refusalOf(byHand(village.borrowingId, 625_001))).toMatchObject({
      data: { reason: 'share_out_of_bounds', available: rupiah(625_000), day: '2026-05-01' },
    })
    expect(await refusalOf(byHand(member.borrowingId, 1, '2026-03-13'))).toMatchObject({
      data: { reason: 'share_out_of_bounds', available: 0 },
    })
    expect(await refusalOf(byHand(owed.borrowingId, 1))).toMatchObject({ data: { reason: 'borrowing_not_its_own' } })
    await byHand(village.borrowingId, 625_000)
    expect(await card(village.borrowingId)).toMatchObject({ shareLeft: 0, interestPaid: rupiah(1_625_000) })
  })

  test('capital that went back is still listed while its part is unpaid', async () => {
    const { village } = await heldYear()
    await closeYear()
    await decide()
    const back = { date: '2026-03-20', amount: rupiah(20_000_000), cashAccount: '11101' }
    await book.api.capital.return({ requestId: requestId(), borrowingId: village.borrowingId, ...back })
    const open = async () => {
      const { rows } = await book.api.capital.borrowings({ openOnly: true, asOf: '2026-12-31' })
      return rows.map(({ number }) => number)
    }
    expect(await open()).toContain('U-001')
    await pay(village.borrowingId, 1_625_000)
    expect(await open()).not.toContain('U-001')
  })
})
