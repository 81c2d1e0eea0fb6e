import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestBook, refusalOf, requestId, type TestBook } from '../../support/book.ts'
import {
  addMember,
  approvedLoan,
  balanceOf,
  deposit,
  linesOf,
  openSavings,
  putCash,
  withdraw,
} from '../../support/counter.ts'

const rupiah = (amount: number) => amount * 100
const cashAccount = '11101'

let book: TestBook
let memberId: string
beforeEach(async () => {
  book = await openTestBook({ today: '2026-12-31' })
  memberId = await addMember(book)
  await putCash(book, rupiah(10_000_000))
})
afterEach(async () => {
  expect(await book.api.ledger.verify()).toMatchObject({ ok: true })
  expect(book.bugs).toEqual([])
  await book.close()
})

const leaving = { date: '2026-06-15', reason: 'resigned' as const }
type Leaving = Partial<Parameters<TestBook['api']['members']['exit']>[0]>

const exit = (change: Leaving = {}) =>
  book.api.members.exit({ requestId: requestId(), memberId, ...leaving, ...change })
const quote = (date = leaving.date) => book.api.members.exitQuote({ memberId, date })
const payExit = (date = '2026-06-20', more: { amount?: number; receivedBy?: string } = {}) =>
  book.api.members.payExit({ requestId: requestId(), memberId, date, cashAccount, ...more })
const reverse = (entryId: string, date = '2026-07-01') =>
  book.api.journal.reverse({ requestId: requestId(), entryId, date, reason: 'Tidak jadi keluar' })
const undo = (undoes: string, date = '2026-07-01') =>
  book.api.requests.undo({ requestId: requestId(), undoes, date, reason: 'Tidak jadi keluar' })

const amounts = { pokok: 100_000, wajib: 240_000, sukarela: 75_000 } as const

/** Puts what members usually have on her cards. */
async function save(): Promise<Record<keyof typeof amounts, string>> {
  const accounts: [string, string][] = []
  for (const [product, amount] of Object.entries(amounts)) {
    const savingsAccountId = await openSavings(book, memberId, product)
    await deposit(book, savingsAccountId, rupiah(amount))
    accounts.push([product, savingsAccountId])
  }
  return Object.fromEntries(accounts) as Record<keyof typeof amounts, string>
}

/** A flat loan of Rp100.000 over ten months at 1,5 %, paid out. */
async function borrow(date = '2026-01-10'): Promise<string> {
  const loanId = await approvedLoan(book, memberId)
  await book.api.loans.disburse({ requestId: requestId(), loanId, date, cashAccount })
  return loanId
}

/** An entry on one of her own cards, against other income or expense. */
function onCard(account: string, side: 'debit' | 'credit', amount: number, date = '2026-02-01') {
  const other = side === 'debit' ? 'credit' : 'debit'
  const lines = [
    { account, [side]: rupiah(amount), memberId },
    { account: '48106', [other]: rupiah(amount) },
  ]
  return book.api.journal.post({ requestId: requestId(), date, description: 'Kartu anggota', lines })
}

const member = () => book.api.members.get({ memberId })

describe('a member who leaves', () => {
  test('gets back what she saved: the sheet first, the entry exactly as the sheet, the money at once', async () => {
    await save()
    expect(await quote()).toMatchObject({
      ...{ number: '0001', date: leaving.date, shu: 0, held: 0, receivable: 0, loans: [], warnings: [] },
      totals: { hers: rupiah(415_000), owed: 0, payable: rupiah(415_000), short: 0 },
    })
    const left = await exit()
    expect(left).toMatchObject({ voucher: 'BM-2026-0001', date: leaving.date, totals: { payable: rupiah(415_000) } })
    expect(await linesOf(book, left.entryId ?? '')).toEqual([
      ['31101', rupiah(100_000), 0],
      ['31102', rupiah(240_000), 0],
      ['21101', rupiah(75_000), 0],
      ['25107', 0, rupiah(415_000)],
    ])
    const paid = await payExit()
    expect(paid).toMatchObject({ voucher: 'BKK-2026-0001', paid: rupiah(415_000), due: 0 })
    expect(await linesOf(book, paid.entryId)).toEqual([
      ['25107', rupiah(415_000), 0],
      ['11101', 0, rupiah(415_000)],
    ])
    expect(await balanceOf(book, '25107')).toBe(0)
  })

  test('her loan, what she bought on credit, her SHU and held instalments are set off', async () => {
    await save()
    const loanId = await borrow()
    await onCard('25101', 'credit', 30_000)
    await onCard('21401', 'credit', 5_000)
    await onCard('14101', 'debit', 12_000)
    const sheet = await quote()
    const { total } = await book.api.loans.payoffQuote({ loanId, date: leaving.date })
    expect(sheet).toMatchObject({
      ...{ shu: rupiah(30_000), held: rupiah(5_000), receivable: rupiah(12_000) },
      loans: [{ loanId, number: 'P-0001', principal: rupiah(100_000), paid: total, left: 0 }],
      totals: { hers: rupiah(450_000), owed: total + rupiah(12_000), payable: rupiah(438_000) - total },
    })
    const { entryId = '' } = await exit()
    expect(await linesOf(book, entryId)).toEqual([
      ['31101', rupiah(100_000), 0],
      ['31102', rupiah(240_000), 0],
      ['21101', rupiah(75_000), 0],
      ['21401', rupiah(5_000), 0],
      ['25101', rupiah(30_000), 0],
      ['13101', 0, rupiah(100_000)],
      ['41101', 0, total - rupiah(100_000)],
      ['14101', 0, rupiah(12_000)],
      ['25107', 0, rupiah(438_000) - total],
    ])
    expect((await book.api.loans.card({ loanId })).loan.state).toBe('settled')
    for (const account of ['13101', '14101', '21401', '25101', '31101', '31102', '21101']) {
      expect([account, await balanceOf(book, account)]).toEqual([account, 0])
    }
  })

  test('who paid principal ahead owes less interest: the sheet asks for what the card asks for', async () => {
    await save()
    const asked = { memberId, product: 'declining', principal: rupiah(600_000), months: 12, purpose: 'Modal warung' }
    const { loanId } = await book.api.loans.apply({ requestId: requestId(), ...asked, date: '2026-02-10' })
    const approval = { requestId: requestId(), loanId, date: '2026-02-10', approvedBy: 'Sri Wahyuni' }
    await book.api.loans.approve(approval)
    await book.api.loans.disburse({ requestId: requestId(), loanId, date: '2026-02-10', cashAccount })
    const payment = { loanId, amount: rupiah(450_000), cashAccount, excess: 'prepay' as const }
    const { principal, outstanding } = await book.api.loans.pay({
      requestId: requestId(),
      ...payment,
      date: '2026-03-10',
    })
    expect(principal + outstanding).toBe(rupiah(600_000))
    const sheet = await quote()
    const { interest, total } = await book.api.loans.payoffQuote({ loanId, date: leaving.date })
    // Paid with the first instalment and the next month's interest; left are Rp161.421, three more months have begun.
    expect([outstanding, interest]).toEqual([rupiah(161_421), 3 * rupiah(2_421)])
    expect(sheet.loans).toMatchObject([{ loanId, principal: outstanding, interest, paid: total, left: 0 }])
    const { entryId = '', totals } = await exit()
    expect(totals.payable).toBe(rupiah(415_000) - total)
    expect(await linesOf(book, entryId)).toContainEqual(['13101', 0, outstanding])
    const { loan, schedule } = await book.api.loans.card({ loanId })
    expect(loan.state).toBe('settled')
    expect(schedule.every((row) => row.unpaid === 0 || row.principal === 0)).toBe(true)
  })

  test('a share of losses, where the bylaws ask for it, goes to the accumulated deficit', async () => {
    await save()
    const { entryId = '', totals } = await exit({ lossShare: rupiah(40_000) })
    expect(totals.payable).toBe(rupiah(375_000))
    expect(await linesOf(book, entryId)).toContainEqual(['35104', 0, rupiah(40_000)])
  })

  test('is a member no more: accounts closed, number taken for ever, nothing more is taken or lent', async () => {
    const { sukarela } = await save()
    await exit()
    expect(await member()).toMatchObject({ active: false, leftOn: leaving.date, totals: { savings: 0 } })
    const { rows } = await book.api.savings.list({ memberId })
    expect(rows.map(({ active, balance }) => [active, balance])).toEqual(Array(3).fill([false, 0]))
    const asked = { memberId, product: 'flat', principal: rupiah(1_000), months: 10, purpose: 'Modal' }
    const refused = [
      deposit(book, sukarela, rupiah(1_000), '2026-06-16'),
      withdraw(book, sukarela, rupiah(1_000), '2026-06-16'),
      openSavings(book, memberId, 'hari_raya', '2026-06-16'),
      book.api.loans.apply({ requestId: requestId(), ...asked, date: '2026-06-16' }),
      book.api.members.create({ number: '0001', name: 'Orang Lain', sex: 'male', joinedOn: '2026-07-01' }),
    ]
    expect(await Promise.all(refused.map(async (call) => (await refusalOf(call)).code))).toEqual([
      ...['NOT_ALLOWED', 'NOT_ALLOWED', 'NOT_ALLOWED', 'NOT_ALLOWED', 'ALREADY_EXISTS'],
    ])
    const sheet = await book.api.collection.sheet({ date: '2026-06-16' })
    expect(sheet.rows).toEqual([])
  })

  test('no entry written by hand reaches her closed savings either', async () => {
    const { sukarela } = await save()
    await exit()
    const lines = [
      { account: '48106', debit: 100 },
      { account: '21101', credit: 100, savingsAccountId: sukarela },
    ]
    const posting = { requestId: requestId(), date: '2026-06-14', description: 'Tertinggal', lines }
    expect(await refusalOf(book.api.journal.post(posting))).toMatchObject({
      code: 'INVALID_INPUT',
      data: { reason: 'savings_account_closed', issues: [{ path: ['lines', 1, 'savingsAccountId'] }] },
    })
  })

  test('who has nothing leaves without an entry, and comes back by an undo', async () => {
    const empty = await openSavings(book, memberId, 'sukarela')
    const key = requestId()
    const left = await exit({ requestId: key })
    expect(left).toMatchObject({ entry: null, totals: { payable: 0 } })
    expect(left.entryId).toBeUndefined()
    expect(await book.api.members.exitStatement({ memberId })).toMatchObject({ requestId: key, entryId: null, due: 0 })
    expect(await undo(key)).toMatchObject({ entries: [], removed: 1 })
    expect(await member()).toMatchObject({ active: true, leftOn: null })
    await deposit(book, empty, rupiah(1_000), '2026-06-16')
    expect((await refusalOf(undo(key))).code).toBe('ALREADY_DONE')
  })
})

describe('who cannot pay', () => {
  const inDebt = async () => {
    await deposit(book, await openSavings(book, memberId, 'pokok'), rupiah(60_000))
    return borrow()
  }

  test('does not resign before what is missing is paid, and nothing changed', async () => {
    const loanId = await inDebt()
    const { totals } = await quote()
    const refused = await refusalOf(exit())
    expect(refused).toMatchObject({
      code: 'INSUFFICIENT_BALANCE',
      data: { reason: 'exit', number: '0001', available: rupiah(60_000), short: totals.short },
    })
    expect((await refusalOf(exit({ reason: 'moved' }))).code).toBe('INSUFFICIENT_BALANCE')
    expect(await member()).toMatchObject({ active: true, totals: { savings: rupiah(60_000) } })
    const pay = { requestId: requestId(), loanId, date: leaving.date, amount: totals.short, cashAccount }
    await book.api.loans.pay(pay)
    expect((await exit()).totals).toMatchObject({ payable: 0, short: 0 })
  })

  test('is expelled all the same: the loan stays open and can still be paid', async () => {
    const loanId = await inDebt()
    const left = await exit({ reason: 'expelled', note: 'Keputusan rapat 12 Juni' })
    expect(left.warnings).toEqual(['debt_stays_open'])
    expect(left.totals).toMatchObject({ payable: 0 })
    const { loan } = await book.api.loans.card({ loanId })
    expect(loan).toMatchObject({ state: 'disbursed' })
    const paid = left.totals.hers - (rupiah(100_000) - loan.outstanding)
    expect(await linesOf(book, left.entryId ?? '')).toEqual([
      ['31101', rupiah(60_000), 0],
      ['13101', 0, rupiah(100_000) - loan.outstanding],
      ['41101', 0, paid],
    ])
    expect(await book.api.members.exitStatement({ memberId })).toMatchObject({
      reason: 'expelled',
      note: 'Keputusan rapat 12 Juni',
      loans: [{ loanId, paid: rupiah(60_000), left: loan.outstanding }],
      totals: { short: loan.outstanding },
    })
    const pay = { requestId: requestId(), loanId, date: '2026-07-01', amount: rupiah(10_000), cashAccount }
    const { voucher } = await book.api.loans.pay(pay)
    expect(await refusalOf(reverse(left.entryId ?? ''))).toMatchObject({
      code: 'NOT_ALLOWED',
      data: { reason: 'reverse_first', voucher },
    })
  })

  test('owes the same on the sheet, in the statement and on paper: interest and penalty of the day among it', async () => {
    await openSavings(book, memberId, 'pokok')
    const given = { nameId: 'Pinjaman berdenda', method: 'flat' as const, ratePctPerMonth: '1.5' }
    const penalty = { kind: 'pct_per_day' as const, pct: '0.1' }
    const { product } = await book.api.loans.createProduct({ requestId: requestId(), ...given, penalty })
    const asked = { memberId, product, principal: rupiah(100_000), months: 10, purpose: 'Modal', date: '2026-01-05' }
    const { loanId } = await book.api.loans.apply({ requestId: requestId(), ...asked })
    await book.api.loans.approve({ requestId: requestId(), loanId, date: '2026-01-05', approvedBy: 'Sri Wahyuni' })
    await book.api.loans.disburse({ requestId: requestId(), loanId, date: '2026-01-10', cashAccount })
    await onCard('14101', 'debit', 12_000)
    const owed = await book.api.loans.payoffQuote({ loanId, date: leaving.date })
    expect([owed.interest > 0, owed.penalty > 0]).toEqual([true, true])
    const left = await exit({ reason: 'expelled' })
    expect(left.totals.short).toBe(owed.total + rupiah(12_000))
    // What is let off or paid later changes nothing of the paper.
    await book.api.loans.waivePenalty({
      requestId: requestId(),
      loanId,
      date: '2026-06-16',
      amount: 100,
      reason: 'Sakit',
    })
    const { loans, totals } = await book.api.members.exitStatement({ memberId })
    expect({ loans, totals }).toEqual({ loans: left.loans, totals: left.totals })
    expect(loans).toMatchObject([{ interest: owed.interest, penalty: owed.penalty, paid: 0, left: owed.total }])
  })

  test('dies owing more than she had: what is there is set off, nothing is paid to the heir', async () => {
    await inDebt()
    const heir = { name: 'Budi', relation: 'Anak', document: 'Akta kematian 12/2026' }
    expect(await exit({ reason: 'died', heir })).toMatchObject({ totals: { payable: 0 } })
    expect((await refusalOf(payExit())).code).toBe('ALREADY_DONE')
  })
})

describe('what is owed to who left', () => {
  test('is paid in parts, never more than it is, never before she left', async () => {
    await save()
    await exit()
    expect(await refusalOf(payExit('2026-06-14'))).toMatchObject({ data: { reason: 'date_before_exit' } })
    expect(await payExit('2026-06-20', { amount: rupiah(200_000) })).toMatchObject({ due: rupiah(215_000) })
    expect(await refusalOf(payExit('2026-06-21', { amount: rupiah(215_000) + 1 }))).toMatchObject({
      code: 'INVALID_INPUT',
      data: { reason: 'payment_above_owed', available: rupiah(215_000) },
    })
    // Also not on an earlier day, when more was owed.
    expect(await refusalOf(payExit('2026-06-16', { amount: rupiah(300_000) }))).toMatchObject({
      data: { reason: 'payment_above_owed', available: rupiah(215_000) },
    })
    expect(await payExit('2026-06-25')).toMatchObject({ paid: rupiah(215_000), due: 0 })
    expect(await refusalOf(payExit('2026-06-26'))).toMatchObject({
      code: 'ALREADY_DONE',
      data: { reason: 'exit_paid' },
    })
  })

  test('is not drawn twice through an entry written by hand', async () => {
    await save()
    await exit()
    await payExit('2026-06-20', { amount: rupiah(400_000) })
    const lines = [{ account: '25107', amount: rupiah(15_001), memberId }]
    const spending = { requestId: requestId(), date: '2026-06-21', cashAccount, description: 'Sisa', lines }
    expect(await refusalOf(book.api.cash.spend(spending))).toMatchObject({
      code: 'INSUFFICIENT_BALANCE',
      data: { reason: 'leaver', available: rupiah(15_000), short: rupiah(1) },
    })
  })

  test('goes to the heir of who died, whose name stands on the receipt beside the member’s', async () => {
    const { sukarela } = await save()
    await deposit(book, sukarela, rupiah(6_000_000))
    const heir = { name: 'Budi Santoso', relation: 'Anak', document: 'Surat ahli waris 4/2026' }
    await exit({ reason: 'died', heir })
    const { entryId } = await payExit()
    const { payments, heir: noted } = await book.api.members.exitStatement({ memberId })
    expect(noted).toEqual(heir)
    expect(payments).toMatchObject([{ entryId, amount: rupiah(6_415_000), receivedBy: 'Budi Santoso' }])
    const { particulars = [] } = (await book.api.reports.run({ report: 'receipt', params: { entryId } })) as {
      particulars?: { key: string; text: string }[]
    }
    const shown = Object.fromEntries(particulars.map(({ key, text }) => [key, text]))
    expect(shown).toMatchObject({ paidTo: 'Budi Santoso', member: 'Anggota 0001 (0001)' })
    // Savings papers need no duty stamp.
    expect(shown.stamp).toBeUndefined()
  })

  test('needs the cash to be there, and a member who left', async () => {
    expect(await refusalOf(payExit())).toMatchObject({ data: { reason: 'member_not_left' } })
    await save()
    await exit()
    const away = [{ account: '52201', amount: rupiah(10_415_000) }]
    const spending = { requestId: requestId(), date: '2026-06-16', cashAccount, description: 'Beli', lines: away }
    await book.api.cash.spend(spending)
    expect((await refusalOf(payExit())).code).toBe('CASH_BELOW_ZERO')
    const bank = { requestId: requestId(), memberId, date: '2026-06-20', cashAccount: '11201' }
    expect((await book.api.members.payExit(bank)).warnings).toContain('bank_below_zero')
  })
})

describe('refused, and the book is as it was', () => {
  test('a second time, nobody, a day before joining', async () => {
    await save()
    expect((await refusalOf(exit({ memberId: 'nobody' }))).code).toBe('NOT_FOUND')
    expect(await refusalOf(exit({ date: '2025-12-31' }))).toMatchObject({ data: { reason: 'date_before_joining' } })
    await exit()
    expect(await refusalOf(exit())).toMatchObject({
      code: 'ALREADY_DONE',
      data: { reason: 'member_left', number: '0001', date: leaving.date },
    })
    expect((await refusalOf(quote('2026-07-01'))).code).toBe('ALREADY_DONE')
  })

  test('a day before the last thing on her cards, and it says from when on', async () => {
    const { sukarela } = await save()
    await deposit(book, sukarela, rupiah(1_000), '2026-06-20')
    const refused = await refusalOf(exit())
    expect(refused).toMatchObject({ data: { reason: 'date_before_movement', date: '2026-06-20' } })
    expect(refused.message).toContain('20 Juni 2026')
    expect(await exit({ date: '2026-06-20' })).toMatchObject({ date: '2026-06-20' })
  })

  test('a loan counts too, whoever wrote its entry', async () => {
    await save()
    const loanId = await borrow()
    const lines = [
      { account: '11101', debit: 100 },
      { account: '13101', credit: 100, loanId },
    ]
    await book.api.journal.post({ requestId: requestId(), date: '2026-06-18', description: 'Angsuran', lines })
    expect(await refusalOf(exit())).toMatchObject({ data: { reason: 'date_before_movement', date: '2026-06-18' } })
  })

  test('while an application waits', async () => {
    await save()
    await approvedLoan(book, memberId)
    expect(await refusalOf(exit())).toMatchObject({ data: { reason: 'loan_waiting', number: 'P-0001' } })
  })

  test('a locked month, also where there is nothing to post', async () => {
    await book.api.periods.lockMonth({ requestId: requestId(), month: '2026-06' })
    expect((await refusalOf(exit())).code).toBe('PERIOD_CLOSED')
    expect(await member()).toMatchObject({ active: true })
  })

  test('a death without an heir, an heir without a death, a share above pokok and wajib', async () => {
    await save()
    const heir = { name: 'Budi', relation: 'Anak', document: 'Surat' }
    expect(await refusalOf(exit({ reason: 'died' }))).toMatchObject({ data: { reason: 'heir_missing' } })
    expect(await refusalOf(exit({ heir }))).toMatchObject({ data: { reason: 'heir_of_the_living' } })
    expect(await refusalOf(exit({ lossShare: rupiah(340_000) + 1 }))).toMatchObject({
      data: { reason: 'loss_share_above_savings', available: rupiah(340_000) },
    })
    const unsaid = { ...heir, document: ' ' }
    expect((await refusalOf(exit({ reason: 'died', heir: unsaid }))).code).toBe('INVALID_INPUT')
  })

  test('the same request twice leaves once', async () => {
    await save()
    const key = { requestId: requestId() }
    const first = await exit(key)
    expect(await exit(key)).toEqual(first)
    expect((await refusalOf(exit({ ...key, note: 'lain' }))).code).toBe('REQUEST_ID_REUSED')
    expect(
      (await book.api.journal.list({ limit: 100 })).rows.filter(({ voucher }) => voucher.startsWith('BM')),
    ).toHaveLength(1)
  })
})

describe('a leaving that is taken back', () => {
  test('brings the member back exactly as she was, by reversal or by undo', async () => {
    const { wajib } = await save()
    const loanId = await borrow()
    const before = [await member(), (await book.api.loans.card({ loanId })).loan, await quote('2026-06-15')]
    const key = requestId()
    const { entryId = '' } = await exit({ requestId: key })
    await reverse(entryId)
    const after = async () => [
      await member(),
      (await book.api.loans.card({ loanId })).loan,
      { ...(await quote('2026-07-01')), date: '2026-06-15', loans: (before[2] as { loans: unknown }).loans },
    ]
    const [was, loan] = await after()
    expect([was, loan]).toEqual(before.slice(0, 2))
    await deposit(book, wajib, rupiah(20_000), '2026-07-02')
    const again = requestId()
    await exit({ requestId: again, date: '2026-07-05' })
    await undo(again, '2026-07-06')
    expect(await member()).toMatchObject({ active: true, leftOn: null, totals: { savings: rupiah(435_000) } })
    expect((await refusalOf(book.api.members.exitStatement({ memberId }))).code).toBe('NOT_FOUND')
  })

  test('an account that was closed before stays closed', async () => {
    const { sukarela } = await save()
    await withdraw(book, sukarela, rupiah(75_000))
    book.desk
      .app()
      .file.database.exec(`UPDATE savings_account SET active = 0, closed_on = '2026-02-01' WHERE id = '${sukarela}'`)
    const { entryId = '' } = await exit()
    await reverse(entryId)
    const { rows } = await book.api.savings.list({ memberId })
    expect(rows.map(({ product, active }) => [product, active])).toEqual([
      ['pokok', true],
      ['wajib', true],
      ['sukarela', false],
    ])
  })

  test('waits until what was paid out is reversed, and names that voucher', async () => {
    await save()
    const { entryId = '' } = await exit()
    const first = await payExit('2026-06-20', { amount: rupiah(100_000) })
    const second = await payExit('2026-06-25')
    expect(await refusalOf(reverse(entryId))).toMatchObject({
      code: 'INSUFFICIENT_BALANCE',
      data: { reason: 'reverse_first', first: { voucher: second.voucher } },
    })
    await reverse(second.entryId)
    expect(await refusalOf(reverse(entryId))).toMatchObject({ data: { first: { voucher: first.voucher } } })
    await reverse(first.entryId)
    await reverse(entryId)
    expect(await member()).toMatchObject({ active: true, totals: { savings: rupiah(415_000) } })
  })

  test('nothing on her cards from before is reversed while she is gone', async () => {
    const { sukarela } = await save()
    const { voucher, entryId } = await withdraw(book, sukarela, rupiah(5_000))
    expect(voucher).toBe('BKK-2026-0001')
    const left = await exit()
    expect(await refusalOf(reverse(entryId))).toMatchObject({
      code: 'NOT_ALLOWED',
      data: { reason: 'member_left_since', number: '0001', first: { voucher: left.voucher } },
    })
    await reverse(left.entryId ?? '')
    await reverse(entryId, '2026-07-02')
    expect(await member()).toMatchObject({ totals: { savings: rupiah(415_000) } })
  })

  test('nor where she left without an entry', async () => {
    const sukarela = await openSavings(book, memberId, 'sukarela')
    await deposit(book, sukarela, rupiah(5_000))
    const { entryId } = await withdraw(book, sukarela, rupiah(5_000))
    await exit()
    expect(await refusalOf(reverse(entryId))).toMatchObject({ data: { reason: 'member_left_since' } })
  })

  test('an import or an account she was entered with is not undone under her', async () => {
    const key = requestId()
    const own = await book.api.members.create({
      ...{ requestId: key, number: '0009', name: 'Anggota Baru', sex: 'male', joinedOn: '2026-01-01' },
    })
    const opening = requestId()
    const account = { memberId: own.memberId, product: 'sukarela', date: '2026-01-02' }
    await book.api.savings.open({ requestId: opening, ...account })
    const gone = requestId()
    await exit({ requestId: gone, memberId: own.memberId })
    expect((await refusalOf(undo(opening))).code).toBe('NOT_ALLOWED')
    expect((await refusalOf(undo(key))).code).toBe('NOT_ALLOWED')
    await undo(gone)
    expect((await refusalOf(undo(key))).code).toBe('NOT_ALLOWED')
  })
})

test('the statement after leaving says what the sheet said before', async () => {
  await save()
  await borrow()
  await onCard('25101', 'credit', 30_000)
  await onCard('14101', 'debit', 12_000)
  const { warnings: _, guarantees: __, ...sheet } = await quote()
  await exit()
  expect(await book.api.members.exitStatement({ memberId })).toMatchObject(sheet)
})

test('what is hers elsewhere stays where it is, and is told', async () => {
  await save()
  await onCard('22102', 'credit', 8_000)
  expect((await exit()).warnings).toEqual(['other_balances_stay'])
  expect(await balanceOf(book, '22102')).toBe(-rupiah(8_000))
})

test('who answers for a loan of somebody else is told so, and may leave', async () => {
  await save()
  const borrower = await addMember(book, '0002')
  const asked = { memberId: borrower, product: 'flat', principal: rupiah(100_000), months: 10, purpose: 'Modal' }
  const { loanId } = await book.api.loans.apply({
    ...{ requestId: requestId(), ...asked, date: '2026-01-05', guarantors: [{ memberId }] },
  })
  expect((await quote()).guarantees).toEqual([])
  await book.api.loans.approve({ requestId: requestId(), loanId, date: '2026-01-05', approvedBy: 'Sri Wahyuni' })
  await book.api.loans.disburse({ requestId: requestId(), loanId, date: '2026-01-10', cashAccount })
  const guarantee = { loanId, number: 'P-0001', borrower: 'Anggota 0002' }
  expect(await quote()).toMatchObject({ guarantees: [guarantee], warnings: ['guarantor_of_running_loan'] })
  expect((await book.api.members.standing({ memberId })).guarantees).toEqual([guarantee])
  expect((await exit()).warnings).toEqual(['guarantor_of_running_loan'])
})

test('interest that was booked before it was paid is set off from where it was booked', async () => {
  await save()
  const loanId = await borrow()
  await book.api.loans.setPolicy({ requestId: requestId(), accrueInterest: true })
  await book.api.loans.accrueInterest({ requestId: requestId(), month: '2026-02' })
  expect(await balanceOf(book, '13401')).toBe(rupiah(1_500))
  const { entryId = '' } = await exit()
  const lines = await linesOf(book, entryId)
  expect(lines).toContainEqual(['13401', 0, rupiah(1_500)])
  expect(await balanceOf(book, '13401')).toBe(0)
  const { loans } = await book.api.members.exitStatement({ memberId })
  const { interest } = (await book.api.loans.card({ loanId })).rows.at(-1) ?? {}
  expect(loans[0]?.interest).toBe(interest)
})

test('an application that was rejected does not hold her', async () => {
  await save()
  const loanId = await approvedLoan(book, memberId)
  const rejecting = { requestId: requestId(), loanId, date: '2026-02-01', reason: 'Mau keluar' }
  await book.api.loans.reject(rejecting)
  expect(await exit()).toMatchObject({ totals: { payable: rupiah(415_000) } })
})

/** A term deposit of Rp1.000.000 over six months at 12 %, placed on the 10th of January. */
async function place(): Promise<string> {
  const placed = { memberId, product: 'berjangka', date: '2026-01-10', amount: rupiah(1_000_000), months: 6 }
  const opening = { requestId: requestId(), ...placed, ratePctPerYear: '12', cashAccount }
  return (await book.api.savings.termOpen(opening)).savingsAccountId
}

describe('a term deposit ends with her leaving', () => {
  const rule = (change: Partial<Parameters<TestBook['api']['savings']['updateProduct']>[0]>) =>
    book.api.savings.updateProduct({ product: 'berjangka', ...change })

  test('with a penalty as was agreed, its interest for the months that are over', async () => {
    await save()
    await rule({ earlyWithdrawal: 'penalty_pct', earlyPct: '1' })
    const savingsAccountId = await place()
    const sheet = await quote()
    expect(sheet.terms).toMatchObject([{ savingsAccountId, interest: rupiah(50_000), tax: 0, penalty: rupiah(10_000) }])
    expect(sheet.totals).toMatchObject({ hers: rupiah(1_465_000), owed: rupiah(10_000), payable: rupiah(1_455_000) })
    const { entryId = '' } = await exit()
    const lines = await linesOf(book, entryId)
    expect(lines).toContainEqual(['21201', rupiah(1_000_000), 0])
    expect(lines).toContainEqual(['51102', rupiah(50_000), 0])
    expect(lines).toContainEqual(['41103', 0, rupiah(10_000)])
    expect(lines).toContainEqual(['25107', 0, rupiah(1_455_000)])
    const { warnings: _, guarantees: __, ...told } = sheet
    expect(await book.api.members.exitStatement({ memberId })).toMatchObject(told)
    const term = async () => (await book.api.savings.terms({ savingsAccountId })).rows[0]
    expect(await term()).toMatchObject({ state: 'closed', closedOn: leaving.date })
    await reverse(entryId)
    expect(await term()).toMatchObject({ state: 'matured', closedOn: null })
    expect(await member()).toMatchObject({ active: true, totals: { savings: rupiah(1_415_000) } })
  })

  test('without what was put aside, where that was agreed', async () => {
    await rule({ earlyWithdrawal: 'forfeit_interest' })
    await place()
    await book.api.savings.accrueInterest({ requestId: requestId(), month: '2026-02' })
    expect(await balanceOf(book, '24101')).toBeLessThan(0)
    const sheet = await quote()
    expect(sheet).toMatchObject({ terms: [{ interest: 0, penalty: 0 }], totals: { payable: rupiah(1_000_000) } })
    await exit()
    expect(await balanceOf(book, '24101')).toBe(0)
    const { warnings: _, guarantees: __, ...told } = sheet
    expect(await book.api.members.exitStatement({ memberId })).toMatchObject(told)
  })

  test('with the months that are over, where it could not be closed early', async () => {
    await place()
    expect(await quote('2026-04-09')).toMatchObject({ terms: [{ interest: rupiah(20_000), penalty: 0 }] })
    expect(await quote('2026-07-10')).toMatchObject({ terms: [{ interest: rupiah(60_000) }] })
  })

  test('with the tax on all she is paid in the month', async () => {
    const placed = { memberId, product: 'berjangka', date: '2026-01-10', amount: rupiah(10_000_000), months: 6 }
    const opening = { requestId: requestId(), ...placed, ratePctPerYear: '12', cashAccount }
    await book.api.savings.termOpen(opening)
    expect(await quote()).toMatchObject({
      terms: [{ interest: rupiah(500_000), tax: rupiah(50_000) }],
      totals: { payable: rupiah(10_450_000) },
    })
    const { entryId = '' } = await exit()
    expect(await linesOf(book, entryId)).toContainEqual(['23103', 0, rupiah(50_000)])
    expect(await book.api.savings.withholding({ month: '2026-06' })).toMatchObject({
      rows: [{ memberId, gross: rupiah(500_000), tax: rupiah(50_000) }],
    })
  })
})

test('a loan is charged for the month that has begun, as whoever pays it off', async () => {
  await save()
  const loanId = await borrow()
  const asked = await book.api.loans.payoffQuote({ loanId, date: leaving.date })
  const { loans } = await quote()
  expect(asked.interest).toBe(rupiah(6 * 1_500))
  expect(loans).toMatchObject([{ principal: asked.principal, interest: asked.interest, penalty: asked.penalty }])
  await exit()
  expect(await balanceOf(book, '41101')).toBe(0 - asked.interest)
})

describe('a loan that was written off', () => {
  const decision = { number: 'RAT/1', on: '2026-05-01', by: 'rat' as const }
  async function lost(): Promise<string> {
    const loanId = await borrow()
    await book.api.loans.writeOff({ requestId: requestId(), loanId, date: '2026-05-01', decision })
    await book.api.loans.recover({
      requestId: requestId(),
      loanId,
      date: '2026-05-02',
      amount: rupiah(4_500),
      cashAccount,
    })
    return loanId
  }

  test('is told on the sheet and on paper with what may still be claimed, and keeps nobody', async () => {
    await save()
    const loanId = await lost()
    const sheet = { writtenOff: [{ loanId, number: 'P-0001', claim: rupiah(100_000), paid: 0 }], loans: [] }
    expect(await quote()).toMatchObject({ ...sheet, totals: { payable: rupiah(415_000), short: 0 } })
    expect(await exit()).toMatchObject({ ...sheet, warnings: [] })
    const statement = await book.api.members.exitStatement({ memberId })
    expect(statement).toMatchObject({ ...sheet, totals: { hers: rupiah(415_000), owed: 0 } })
    const paper = await book.api.reports.run({ report: 'exitSettlement', params: { memberId } })
    expect(JSON.stringify(paper.after)).toContain('Pinjaman P-0001 sudah dihapus buku tetapi tidak dihapus tagih')
  })

  test('is paid out of what is left of her money where she signs for it, as income', async () => {
    await save()
    const loanId = await lost()
    const asked = { memberId, date: leaving.date, payWrittenOff: true }
    const planned = await book.api.members.exitQuote(asked)
    const totals = { hers: rupiah(415_000), owed: rupiah(100_000), payable: rupiah(315_000), short: 0 }
    expect(planned).toMatchObject({ writtenOff: [{ claim: rupiah(100_000), paid: rupiah(100_000) }], totals })
    const done = await exit({ payWrittenOff: true })
    expect(await linesOf(book, done.entryId ?? '')).toContainEqual(['48104', 0, rupiah(100_000)])
    const { writtenOff, loans, totals: posted } = await book.api.members.exitStatement({ memberId })
    expect({ writtenOff, loans, totals: posted }).toEqual({ writtenOff: planned.writtenOff, loans: [], totals })
    expect((await book.api.loans.card({ loanId })).loan.writtenOff).toMatchObject({
      left: 0,
      recovered: rupiah(104_500),
    })
    await reverse(done.entryId ?? '')
    expect((await book.api.loans.card({ loanId })).loan.writtenOff).toMatchObject({ left: rupiah(100_000) })
    expect(await exit({ payWrittenOff: false, date: '2026-07-01' })).toMatchObject({
      totals: { payable: rupiah(415_000) },
    })
  })

  test('that leaves nothing of her money stays claimed for the rest, and is no debt that is short', async () => {
    await deposit(book, await openSavings(book, memberId), rupiah(30_000))
    await lost()
    expect(await exit({ payWrittenOff: true })).toMatchObject({
      writtenOff: [{ claim: rupiah(100_000), paid: rupiah(30_000) }],
      totals: { payable: 0, short: 0 },
    })
  })
})

test('interest of last month that was not paid yet is told of before it is lost', async () => {
  await save()
  await book.api.savings.setInterest({
    ...{ requestId: requestId(), product: 'sukarela', fromMonth: '2026-05' },
    tiers: [{ from: 0, ratePctPerYear: '6' }],
  })
  expect((await quote()).warnings).toEqual(['interest_not_run'])
  await book.api.savings.accrueInterest({ requestId: requestId(), month: '2026-05' })
  expect((await quote()).warnings).toEqual([])
})

test('savings of a product in another unit leave that unit by its own clearing', async () => {
  await book.api.savings.updateProduct({ product: 'sukarela', unit: 'usp' })
  await save()
  const { entryId = '' } = await exit()
  const { lines } = await book.api.journal.get({ entryId })
  expect(lines.map(({ account, unit }) => [account, unit])).toContainEqual(['21101', 'usp'])
  expect(await book.api.members.exitStatement({ memberId })).toMatchObject({
    totals: { hers: rupiah(415_000), owed: 0 },
  })
})

test('a register that says otherwise, or money on closed savings, is found', async () => {
  await save()
  const { voucher } = await exit()
  const { database } = book.desk.app().file
  const details = async () => (await book.api.ledger.verify()).problems.map((found) => [found.voucher, found.detail])
  database.exec("UPDATE member SET active = 1, left_on = NULL WHERE code = '0001'")
  expect(await details()).toEqual([[voucher, 'member 0001 left on 2026-06-15, the register says otherwise']])
  database.exec("UPDATE member SET active = 0, left_on = '2026-06-15' WHERE code = '0001'")
  const other = await addMember(book, '0002')
  const held = await openSavings(book, other)
  await deposit(book, held, rupiah(1_000))
  database.exec(`UPDATE savings_account SET active = 0 WHERE id = '${held}'`)
  expect(await details()).toEqual([[null, 'savings account SS-0002 is closed and holds money']])
  database.exec(`UPDATE savings_account SET active = 1 WHERE id = '${held}'`)
  expect(() => database.exec('DELETE FROM member_exit')).toThrow('never deleted')
  expect(() => database.exec("UPDATE member_exit SET reason = 'moved'")).toThrow('never changed')
  expect(() => database.exec('INSERT OR REPLACE INTO member_exit SELECT * FROM member_exit')).toThrow(/exists|before/)
})
