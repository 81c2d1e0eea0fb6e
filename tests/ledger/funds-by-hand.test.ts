import { afterEach, beforeEach, expect, test } from 'vitest'
import { verifyFile } from '../../electron/backend/services/book/verify.ts'
import { refusalOf, requestId } from '../support/book.ts'
import { type FundBook, openFundBook } from '../support/funds.ts'
import { edit, placesOf } from './raw-book.ts'

/** Entries by hand, and with another program, on what was given for a purpose: it never becomes surplus. */

let book: FundBook
let fundId: string
let otherId: string
beforeEach(async () => {
  book = await openFundBook()
  ;({ fundId } = await book.fund())
  ;({ fundId: otherId } = await book.fund({ name: 'Bantuan benih' }))
  await book.receive(fundId, 30_000_000_00)
})
afterEach(() => book.close())

/** Account, fund and net: debit above zero, credit below, sen. */
type Row = readonly [account: string, fundId: string | undefined, net: number]

function post(rows: readonly Row[]) {
  const lines = rows.map(([account, of, net]) => ({
    account,
    ...(of !== undefined && { fundId: of }),
    ...(net > 0 ? { debit: net } : { credit: -net }),
  }))
  return book.api.journal.post({ requestId: requestId(), date: '2026-05-01', description: 'Jurnal', lines })
}

async function refused(rows: readonly Row[], reason: string, data: object = {}) {
  const before = (await book.api.journal.list({})).rows.length
  expect(await refusalOf(post(rows))).toMatchObject({ code: 'NOT_ALLOWED', data: { reason, ...data } })
  expect((await book.api.journal.list({})).rows).toHaveLength(before)
  expect(await book.balance('26101')).toBe(-30_000_000_00)
  expect(await book.api.ledger.verify({})).toMatchObject({ ok: true })
}

test('what is owed to a donor becomes no income and no lower cost, named with its fund or not', async () => {
  const fall: Row = ['26101', fundId, 5_00]
  await refused([fall, ['48202', undefined, -5_00]], 'release_without_fund')
  await refused([fall, ['43101', undefined, -5_00]], 'fund_goes_elsewhere', { account: '43101' })
  await refused([fall, ['43101', fundId, -5_00]], 'fund_goes_elsewhere', { account: '43101' })
  await refused([fall, ['48201', undefined, -5_00]], 'fund_goes_elsewhere', { account: '48201' })
  await refused([fall, ['52201', undefined, -5_00]], 'fund_goes_elsewhere', { account: '52201' })
  await refused([fall, ['58201', undefined, -5_00]], 'fund_goes_elsewhere', { account: '58201' })
  await refused([fall, ['48202', fundId, -5_00]], 'fund_effect', { fundId, fund: 'Pelatihan perempuan' })
})

test('nor does it wait elsewhere, behind money, or as what a donor still has to pay', async () => {
  await refused(
    [
      ['26101', fundId, 5_00],
      ['34101', undefined, -5_00],
    ],
    'fund_goes_elsewhere',
    { account: '34101' },
  )
  await refused(
    [
      ['26101', fundId, 5_00],
      ['25105', undefined, -5_00],
    ],
    'fund_goes_elsewhere',
    { account: '25105' },
  )
  await refused(
    [
      ['26101', fundId, 5_00],
      ['11101', undefined, 5_00],
      ['11203', undefined, -5_00],
      ['43101', undefined, -5_00],
    ],
    'fund_goes_elsewhere',
    { account: '43101' },
  )
  await refused(
    [
      ['14203', fundId, 5_00],
      ['43101', undefined, -5_00],
    ],
    'fund_goes_elsewhere',
    { account: '43101' },
  )
})

test('a release is of the fund that spent, and of what it is owed less', async () => {
  const spent: Row[] = [
    ['58201', otherId, 5_00],
    ['48202', otherId, -5_00],
    ['11203', undefined, -5_00],
  ]
  await refused([['26101', fundId, 5_00], ...spent], 'fund_effect')
  await refused([['11101', undefined, 5_00], ...spent], 'fund_effect', { fundId: otherId })
})

test('capital that was given becomes no income, and no surplus that waits for the meeting', async () => {
  const { fundId: grant } = await book.fund({ treatment: 'capital' })
  await book.receive(grant, 10_000_000_00)
  for (const account of ['43101', '52201', '35101']) {
    await refused(
      [
        ['33201', grant, 5_00],
        [account, undefined, -5_00],
      ],
      'fund_goes_elsewhere',
      { account },
    )
  }
})

test('money for activities becomes capital only as far as equipment is bought of it', async () => {
  for (const tag of [undefined, fundId]) {
    await refused(
      [
        ['26101', fundId, 5_00],
        ['33201', tag, -5_00],
      ],
      'fund_goes_elsewhere',
      { account: '33201' },
    )
  }
})

test('money for activities stands on no income and no cost but those of its programme', async () => {
  for (const account of ['48201', '48106', '41101', '43107']) {
    await refused(
      [
        ['11203', undefined, 5_00],
        [account, fundId, -5_00],
      ],
      'fund_effect',
      {},
    )
  }
  await refused(
    [
      ['52101', fundId, 5_00],
      ['11203', undefined, -5_00],
    ],
    'fund_effect',
    {},
  )
})

test('money that goes back to its donor by money out is told as given back', async () => {
  const lines = [{ account: '26101', amount: 5_00, fundId }]
  const spend = { requestId: requestId(), date: '2026-05-01', cashAccount: '11203', description: 'Dikembalikan', lines }
  await book.api.cash.spend(spend)
  expect(await book.api.funds.report({ fundId })).toMatchObject({ refunded: 5_00 })
})

test('revolving money is not released as if it had been spent', async () => {
  const { fundId: lentOn } = await book.fund({ treatment: 'revolving' })
  await book.receive(lentOn, 10_000_000_00)
  await refused(
    [
      ['26102', lentOn, 5_00],
      ['48202', lentOn, -5_00],
      ['58201', lentOn, 5_00],
      ['11203', undefined, -5_00],
    ],
    'fund_not_its_own',
    { account: '48202' },
  )
})

test('spending, some of it still to be paid, giving back, passing on and taking back go by hand as they always did', async () => {
  const spent = await post([
    ['58201', fundId, 10_00],
    ['11203', undefined, -9_00],
    ['23102', undefined, -1_00],
    ['26101', fundId, 10_00],
    ['48202', fundId, -10_00],
  ])
  await post([
    ['26101', fundId, 5_00],
    ['11203', fundId, -5_00],
  ])
  await post([
    ['26101', fundId, 5_00],
    ['26101', otherId, -5_00],
  ])
  const undone = { requestId: requestId(), entryId: spent.entryId, date: '2026-05-02', reason: 'Salah' }
  await book.api.journal.reverse(undone)
  expect(await book.balance('26101')).toBe(-29_999_995_00)
  expect([await book.balance('48202'), await book.balance('58201')]).toEqual([0, 0])
  expect((await book.api.ledger.verify({})).problems).toEqual([])
  expect(book.bugs).toEqual([])
})

test('what was moved to income with another program is found', async () => {
  const { voucher } = await book.api.funds.refund({
    ...{ requestId: requestId(), date: '2026-05-01', fundId, amount: 5_00, cashAccount: '11203' },
  })
  await book.desk.close()
  const places = placesOf(book)
  const line = `seq = (SELECT max(seq) FROM journal_entry) AND account = '11203'`
  const edits = [
    [`account = '43101'`, 'money that was given for a purpose goes to 43101'],
    [`account = '52201', fund_id = NULL`, 'money that was given for a purpose goes to 52201'],
    [`account = '48202', fund_id = NULL`, '48202 releases money of no fund'],
    [`account = '48202'`, 'what is released of a fund is not what it spent and is owed less'],
  ] as const
  for (const [change, detail] of edits) {
    const path = places.copy()
    const found = async () => (await verifyFile(path, places.home, '2026-11-20T02:00:00.000Z')).problems
    expect(await found()).toEqual([])
    edit(path, `UPDATE journal_line SET ${change} WHERE ${line}`)
    expect(await found()).toContainEqual(expect.objectContaining({ kind: 'subledger', voucher, detail }))
  }
})
