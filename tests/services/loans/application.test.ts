import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { refusalOf, requestId } from '../../support/book.ts'
import { addMember, balanceOf, deposit, openSavings, withdraw } from '../../support/counter.ts'
import { cashAccount, type LendingBook, openLendingBook, rupiah } from '../../support/lending.ts'

let book: LendingBook
beforeEach(async () => {
  book = await openLendingBook()
})
afterEach(async () => {
  expect(await book.api.ledger.verify()).toMatchObject({ ok: true })
  expect(book.bugs).toEqual([])
  await book.close()
})

const approve = (loanId: string, approvedBy = 'Sri Wahyuni', date = '2026-01-08') =>
  book.api.loans.approve({ requestId: requestId(), loanId, date, approvedBy })
const reject = (loanId: string, date = '2026-01-08') =>
  book.api.loans.reject({ requestId: requestId(), loanId, date, reason: 'Usahanya belum jalan' })
const loanOf = async (loanId: string) => (await book.api.loans.card({ loanId })).loan

const motor = { kind: 'BPKB motor', owner: 'Anggota 0001', documentNumber: 'N-123', appraised: rupiah(9_000_000) }

describe('who and what stands behind a loan', () => {
  test('is noted with the application, and card and list answer it', async () => {
    const friend = await addMember(book, '0002')
    const loanId = await book.applied({
      guarantors: [{ memberId: friend }, { name: 'Pak Lurah', phone: '0812', address: 'Dusun Krajan' }],
      collateral: [{ ...motor, appraisedOn: '2026-01-03', keptAt: 'Lemari besi' }],
      jointLiability: true,
      mandate: { savingsProducts: ['sukarela'], on: '2026-01-05' },
    })
    const loan = await loanOf(loanId)
    expect(loan).toMatchObject({
      ...{ state: 'applied', jointLiability: true, relatedParty: false, rejectedOn: null },
      guarantors: [
        { memberId: friend, memberNumber: '0002', name: 'Anggota 0002' },
        { memberId: null, name: 'Pak Lurah', phone: '0812', address: 'Dusun Krajan' },
      ],
      collateral: [{ ...motor, appraisedOn: '2026-01-03', keptAt: 'Lemari besi', releasedOn: null }],
      mandates: [{ savingsProducts: ['sukarela'], on: '2026-01-05', revokedOn: null }],
    })
    expect((await book.api.loans.list({})).rows).toEqual([loan])
  })

  test('comes later too: a guarantor, a second thing, and what is given back', async () => {
    const loanId = await book.running()
    const naming = { requestId: requestId(), loanId }
    await book.api.loans.addGuarantor({ ...naming, guarantor: { name: 'Pak Lurah' } })
    const { collateral } = await book.api.loans.addCollateral({ requestId: requestId(), loanId, collateral: motor })
    const collateralId = collateral[0]?.collateralId ?? ''
    const release = () => book.api.loans.releaseCollateral({ requestId: requestId(), collateralId, date: '2026-02-01' })
    expect(await release()).toMatchObject({
      ...{ warnings: ['released_before_settled'], loan: { collateral: [{ releasedOn: '2026-02-01' }] } },
    })
    expect(await refusalOf(release())).toMatchObject({ code: 'ALREADY_DONE', data: { date: '2026-02-01' } })
    const unknown = { requestId: requestId(), collateralId: 'none', date: '2026-02-01' }
    expect((await refusalOf(book.api.loans.releaseCollateral(unknown))).code).toBe('NOT_FOUND')
    await book.payOff(loanId, '2026-02-10')
    const late = book.api.loans.addCollateral({ requestId: requestId(), loanId, collateral: motor })
    expect(await refusalOf(late)).toMatchObject({ data: { reason: 'loan_settled' } })
  })

  test('one mandate stands at a time, over savings that may be drawn on', async () => {
    const loanId = await book.applied()
    const give = (savingsProducts: string[], date = '2026-01-06') =>
      book.api.loans.giveMandate({ requestId: requestId(), loanId, savingsProducts, date })
    const revoke = (date: string) => book.api.loans.revokeMandate({ requestId: requestId(), loanId, date })
    expect(await refusalOf(revoke('2026-01-07'))).toMatchObject({ data: { reason: 'no_mandate' } })
    expect(await refusalOf(give(['sukarela'], '2026-01-04'))).toMatchObject({
      data: { reason: 'date_before_loan', date: '2026-01-05' },
    })
    expect(await refusalOf(give(['wajib']))).toMatchObject({ data: { reason: 'locked_savings' } })
    expect(await refusalOf(give(['deposito']))).toMatchObject({ data: { reason: 'product_unknown' } })
    expect(await give(['sukarela'])).toMatchObject({ mandates: [{ on: '2026-01-06', revokedOn: null }] })
    expect(await refusalOf(give(['sukarela']))).toMatchObject({ code: 'ALREADY_EXISTS', data: { reason: 'mandate' } })
    expect(await refusalOf(revoke('2026-01-05'))).toMatchObject({ data: { reason: 'date_before_loan' } })
    await revoke('2026-03-01')
    expect((await give(['sukarela'], '2026-03-02')).mandates).toMatchObject([
      ...[{ revokedOn: '2026-03-01' }, { on: '2026-03-02', revokedOn: null }],
    ])
  })

  test('a mandate of the application is refused where it stands in the form', async () => {
    const pathOf = async (savingsProducts: string[], on: string) => {
      const { code, data } = await refusalOf(book.applied({ mandate: { savingsProducts, on } }))
      const [issue] = data.issues as { path: unknown; message: string }[]
      return [code, issue?.path, issue?.message]
    }
    const at = (field: (string | number)[], message: string) => ['INVALID_INPUT', ['mandate', ...field], message]
    expect(await pathOf(['sukarela'], '2026-01-04')).toEqual(at(['on'], 'date_before_loan'))
    expect(await pathOf(['sukarela'], '2029-01-04')).toEqual(at(['on'], 'date_too_far_ahead'))
    expect(await pathOf(['sukarela'], '2019-01-04')).toEqual(at(['on'], 'date_before_founding'))
    expect(await pathOf(['sukarela', 'deposito'], '2026-01-05')).toEqual(at(['savingsProducts', 1], 'product_unknown'))
    expect((await book.api.loans.list({})).rows).toEqual([])
  })

  test('nobody answers for herself, twice, or after leaving', async () => {
    const friend = await addMember(book, '0002')
    const refused = async (guarantors: object[]) => (await refusalOf(book.applied({ guarantors }))).data
    expect(await refused([{ memberId: book.memberId }])).toMatchObject({ reason: 'guarantor_is_borrower' })
    expect(await refused([{ name: 'anggota-0001' }])).toMatchObject({ reason: 'guarantor_is_borrower' })
    expect(await refused([{ memberId: friend }, { name: 'Anggota 0002' }])).toMatchObject({ reason: 'given_twice' })
    expect(await refused([{ memberId: 'none' }])).toMatchObject({ reason: 'member_unknown' })
    expect(await refused([{}])).toMatchObject({ issues: [{ path: ['guarantors', 0, 'memberId'] }] })
    expect((await book.api.loans.list({})).rows).toEqual([])
  })

  test('what was written is never changed or taken away, by any program', async () => {
    const loanId = await book.applied({
      ...{ guarantors: [{ name: 'Pak Lurah' }], collateral: [motor] },
      mandate: { savingsProducts: ['sukarela'], on: '2026-01-05' },
    })
    await reject(loanId)
    const { database } = book.desk.app().file
    expect(() => database.exec("UPDATE loan_guarantor SET name = 'X'")).toThrow(/never changed/)
    expect(() => database.exec('UPDATE loan_collateral SET appraised = 1')).toThrow(/only ever released/)
    expect(() => database.exec("UPDATE loan_mandate SET given_on = '2026-01-01'")).toThrow(/only ever revoked/)
    expect(() => database.exec("UPDATE loan_rejection SET reason = 'X'")).toThrow(/never changed/)
    for (const table of ['loan_guarantor', 'loan_collateral', 'loan_mandate', 'loan_rejection']) {
      expect(() => database.exec(`DELETE FROM ${table}`)).toThrow(/never/)
    }
  })
})

describe('approval', () => {
  test('is not given by the borrower or by who answers for her, however the name is written', async () => {
    const friend = await addMember(book, '0002')
    const loanId = await book.applied({ guarantors: [{ memberId: friend }, { name: 'Pak Lurah' }] })
    expect(await refusalOf(approve(loanId, 'ANGGOTA 0001'))).toMatchObject({ data: { reason: 'approver_is_borrower' } })
    for (const name of ['Anggota, 0002', 'pak lurah']) {
      expect(await refusalOf(approve(loanId, name))).toMatchObject({ data: { reason: 'approver_is_guarantor' } })
    }
    await approve(loanId)
    const later = { requestId: requestId(), loanId, guarantor: { name: 'Sri Wahyuni' } }
    expect(await refusalOf(book.api.loans.addGuarantor(later))).toMatchObject({
      data: { reason: 'guarantor_is_approver' },
    })
  })

  test('the second person is the same as everywhere: an officer where officers are known, and never the treasurer', async () => {
    const loanId = await book.applied()
    await book.api.officers.set({
      officers: [
        { role: 'chair', name: 'Wahyu Nugroho' },
        { role: 'treasurer', name: 'Dewi Lestari' },
      ],
    })
    expect(await refusalOf(approve(loanId, 'dewi lestari'))).toMatchObject({
      data: { issues: [{ path: ['approvedBy'], message: 'approver_is_treasurer' }] },
    })
    expect(await refusalOf(approve(loanId, 'Orang Lain'))).toMatchObject({
      data: { issues: [{ message: 'approver_not_officer' }] },
    })
    await approve(loanId, 'Wahyu Nugroho')
  })

  test('waits for what the product asks for', async () => {
    const limits = { timesSavings: '2', collateralAbove: rupiah(5_000_000), guarantorAbove: rupiah(5_000_000) }
    const product = await book.product({ limits })
    const { loanId, warnings } = await book.api.loans.apply({
      ...{ requestId: requestId(), memberId: book.memberId, product, principal: rupiah(12_000_000), months: 12 },
      ...{ purpose: 'Modal warung', date: '2026-01-05' },
    })
    expect(warnings).toEqual(['needs_collateral', 'needs_guarantor'])
    const reasonOf = async () => (await refusalOf(approve(loanId))).data.reason
    expect(await reasonOf()).toBe('above_times_savings')
    const savings = await openSavings(book, book.memberId)
    await deposit(book, savings, rupiah(6_000_000), '2026-01-06')
    expect(await reasonOf()).toBe('needs_collateral')
    const { collateral } = await book.api.loans.addCollateral({ requestId: requestId(), loanId, collateral: motor })
    expect(await reasonOf()).toBe('needs_guarantor')
    await book.api.loans.addGuarantor({ requestId: requestId(), loanId, guarantor: { name: 'Pak Lurah' } })
    const released = { requestId: requestId(), collateralId: collateral[0]?.collateralId ?? '', date: '2026-01-07' }
    await book.api.loans.releaseCollateral(released)
    expect(await reasonOf()).toBe('needs_collateral')
    await book.api.loans.addCollateral({ requestId: requestId(), loanId, collateral: motor })
    expect(await approve(loanId)).toMatchObject({ state: 'approved', approvedBy: 'Sri Wahyuni' })
  })

  test('counts loans that are approved and not paid out yet, and looks at her savings again at the payout', async () => {
    const product = await book.product({ limits: { timesSavings: '2' } })
    const savings = await openSavings(book, book.memberId)
    await deposit(book, savings, rupiah(9_000_000), '2026-01-06')
    const first = await book.approved({ product })
    const refused = { data: { reason: 'above_times_savings', product: 'Pinjaman usaha' } }
    expect(await refusalOf(book.approved({ product, principal: rupiah(6_000_001) }))).toMatchObject(refused)
    const second = await book.approved({ product, principal: rupiah(6_000_000) })
    const taken = await withdraw(book, savings, 1_00, '2026-01-09')
    expect(await refusalOf(book.disburse(first))).toMatchObject(refused)
    await book.undo(taken.entryId, '2026-01-09')
    await book.disburse(first)
    await book.disburse(second)
  })

  test('counts what she owes already against her savings', async () => {
    const product = await book.product({ limits: { timesSavings: '2' } })
    await deposit(book, await openSavings(book, book.memberId), rupiah(9_000_000), '2026-01-06')
    await book.running({ product })
    expect(await refusalOf(book.approved({ product }))).toMatchObject({ data: { reason: 'above_times_savings' } })
    await book.approved({ product, principal: rupiah(6_000_000) })
  })

  test('above what a product lends there is no application', async () => {
    const product = await book.product({ limits: { principalMax: rupiah(5_000_000), monthsMax: 10 } })
    expect(await refusalOf(book.applied({ product }))).toMatchObject({ data: { reason: 'principal_above_limit' } })
    const long = { product, principal: rupiah(5_000_000), months: 11 }
    expect(await refusalOf(book.applied(long))).toMatchObject({ data: { reason: 'months_above_limit' } })
    await book.applied({ ...long, months: 10 })
  })

  test('and payout are refused once she has left', async () => {
    const [asked, waiting] = [await book.applied(), await book.approved()]
    book.desk.app().file.database.exec("UPDATE member SET active = 0, left_on = '2026-01-07'")
    expect(await refusalOf(approve(asked))).toMatchObject({ data: { reason: 'borrower_left' } })
    expect(await refusalOf(book.disburse(waiting))).toMatchObject({ data: { reason: 'borrower_left' } })
    expect(await refusalOf(book.applied())).toMatchObject({ data: { reason: 'borrower_left' } })
    expect(await balanceOf(book, '13101')).toBe(0)
  })
})

describe('rejection', () => {
  test('ends an application, or an approval before the payout, with its reason', async () => {
    const [asked, promised] = [await book.applied(), await book.approved()]
    expect(await refusalOf(reject(asked, '2026-01-04'))).toMatchObject({ data: { reason: 'date_before_loan' } })
    expect(await reject(asked)).toMatchObject({ state: 'rejected', rejectedFor: 'Usahanya belum jalan' })
    await reject(promised)
    expect(await refusalOf(reject(asked))).toMatchObject({ code: 'ALREADY_DONE', data: { reason: 'loan_rejected' } })
    expect(await refusalOf(approve(asked))).toMatchObject({ data: { reason: 'loan_rejected' } })
    expect(await refusalOf(book.disburse(promised))).toMatchObject({ data: { reason: 'loan_rejected' } })
    expect(await refusalOf(book.pay(promised, '2026-02-10', 100))).toMatchObject({
      data: { reason: 'loan_not_disbursed' },
    })
    expect((await book.api.loans.list({ state: 'rejected' })).rows).toHaveLength(2)
    expect((await book.api.loans.list({ state: 'approved' })).rows).toEqual([])
  })

  test('is too late after the payout, and no hand-written entry pays a rejected loan out', async () => {
    const loanId = await book.running()
    expect(await refusalOf(reject(loanId, '2026-01-11'))).toMatchObject({ data: { reason: 'loan_paid_out' } })
    const rejected = await book.approved()
    await reject(rejected)
    const lines = [
      { account: '13101', memberId: book.memberId, loanId: rejected, debit: 100 },
      { account: cashAccount, credit: 100 },
    ]
    const byHand = { requestId: requestId(), date: '2026-01-10', description: 'Catatan', lines }
    expect((await refusalOf(book.api.journal.post(byHand))).code).toBe('NEEDS_APPROVAL')
  })
})

describe('board and supervisors', () => {
  beforeEach(async () => {
    await book.api.officers.set({
      requestId: requestId(),
      officers: [
        { role: 'chair', name: 'Anggota 0001' },
        { role: 'supervisor', name: 'Sri Wahyuni' },
      ],
    })
    const wajib = await openSavings(book, book.memberId, 'wajib')
    await deposit(book, wajib, rupiah(100_000_000), '2026-01-03')
  })

  test('borrow on an account of their own, unless said otherwise', async () => {
    const loanId = await book.running({ principal: rupiah(10_000_000) })
    expect(await loanOf(loanId)).toMatchObject({ relatedParty: true })
    expect([await balanceOf(book, '13201'), await balanceOf(book, '13101')]).toEqual([rupiah(10_000_000), 0])
    const friend = await addMember(book, '0002')
    const near = await book.applied({ memberId: friend, relatedParty: true })
    expect(await loanOf(near)).toMatchObject({ relatedParty: true })
    const namesake = await book.running({ relatedParty: false, principal: rupiah(50_000_000) })
    expect(await loanOf(namesake)).toMatchObject({ relatedParty: false })
    await book.pay(loanId, '2026-02-10', rupiah(1_000_000))
    await book.payOff(loanId, '2026-03-10')
    expect(await balanceOf(book, '13201')).toBe(0)
  })

  test('owe no more on any later day either, when a loan is dated before others', async () => {
    const later = await book.approved({ principal: rupiah(6_000_000) })
    const before = await book.approved({ principal: rupiah(4_000_001) })
    await book.disburse(later, '2026-03-01')
    expect(await refusalOf(book.disburse(before, '2026-02-01'))).toMatchObject({
      data: { reason: 'related_party_limit', available: rupiah(4_000_000), day: '2026-03-01' },
    })
    // Capital that grew before the other loan makes room for both, but not on the days before.
    const wajib = await openSavings(book, await addMember(book, '0003'), 'wajib')
    await deposit(book, wajib, rupiah(10), '2026-02-15')
    await book.disburse(before, '2026-02-01')
  })

  test('owe together a tenth of own capital at most, at approval and at the payout', async () => {
    const limit = { code: 'NOT_ALLOWED', data: { reason: 'related_party_limit', limit: rupiah(10_000_000) } }
    expect(await refusalOf(book.approved({ principal: rupiah(10_000_000) + 1 }))).toMatchObject(limit)
    const [first, second] = [
      await book.approved({ principal: rupiah(6_000_000) }),
      await book.approved({ principal: rupiah(4_000_001) }),
    ]
    await book.disburse(first)
    expect(await refusalOf(book.disburse(second))).toMatchObject({ data: { available: rupiah(4_000_000) } })
    await book.pay(first, '2026-02-10', rupiah(600_000))
    await book.disburse(second, '2026-02-11')
    expect(await balanceOf(book, '13201')).toBeLessThanOrEqual(rupiah(10_000_000))
  })
})
