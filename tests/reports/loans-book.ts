import { requestId } from '../support/book.ts'
import { putCash } from '../support/counter.ts'
import { openSeededBook, type SeededBook } from './seeded-book.ts'

/** The seeded cooperative with a loan of every method and in every state. */
export interface LoansBook extends SeededBook {
  readonly loans: Readonly<Record<string, string>>
  /** Term deposits: one to be paid back, and one that goes on with its interest paid every month. */
  readonly terms: Readonly<Record<string, string>>
  /** Who left: `resigned`, and `died` with an heir and a debt. */
  readonly leavers: Readonly<Record<string, string>>
}

const rupiah = (amount: number) => amount * 100
const cashAccount = '11101'

/** The largest loan that is told apart from an error: twelve digits. */
const largestLoan = rupiah(888_888_888_888)

type Wish = Omit<Parameters<SeededBook['api']['loans']['apply']>[0], 'requestId'>

/** Opens the seeded book and lends, from October 2025 on; the newest entry is of February 2026. */
export async function openLoansBook(options: Parameters<typeof openSeededBook>[0] = {}): Promise<LoansBook> {
  const book = await openSeededBook(options)
  await putCash(book, rupiah(60_000_000), '2025-10-01')
  const { rows } = await book.api.members.list({})
  const idOf = (number: string) => rows.find((row) => row.number === number)?.memberId ?? ''
  const lend = lending(book)
  const shop = {
    memberId: idOf('A-001'),
    product: 'flat',
    principal: rupiah(12_000_000),
    months: 12,
    purpose: 'Modal warung',
  }
  const goat = {
    memberId: idOf('A-002'),
    product: 'declining',
    principal: rupiah(5_000_000),
    months: 10,
    purpose: 'Beli kambing',
  }
  const roof = {
    memberId: idOf('A-003'),
    product: 'annuity',
    principal: rupiah(3_000_000),
    months: 6,
    purpose: 'Perbaikan atap',
  }
  const school = {
    memberId: idOf('A-011'),
    product: 'flat',
    principal: rupiah(2_500_000),
    months: 5,
    purpose: 'Biaya sekolah',
  }
  const land = { memberId: idOf('A-010'), product: 'annuity', principal: largestLoan, months: 36, purpose: longPurpose }
  const harvest = { memberId: idOf('A-002'), product: await seasonal(book), principal: rupiah(4_000_000), months: 6 }
  const backing = {
    guarantors: [{ memberId: idOf('A-001') }, { name: 'Tukiyem', address: 'Dukuh Wetan RT 02' }],
    collateral: [
      {
        ...{ kind: 'Sepeda motor Supra 2019', owner: 'Bambang (Mbah) Sukarno', appraised: rupiah(6_500_000) },
        ...{ documentNumber: 'BPKB N-1234567', appraisedOn: '2026-01-04', keptAt: 'Lemari besi kantor' },
      },
    ],
    mandate: { savingsProducts: ['sukarela'], on: '2026-01-05' },
  }
  const loans = {
    flat: await lend.paidOut({ ...shop, date: '2026-01-05' }),
    late: await lend.paidOut({ ...goat, ...backing, date: '2026-01-05' }),
    settled: await lend.paidOut({ ...roof, date: '2026-01-05' }),
    harvest: await lend.paidOut({ ...harvest, purpose: 'Bibit dan pupuk padi', date: '2026-01-05' }),
    applied: await lend.applied({ ...school, date: '2026-02-20' }),
    rejected: await lend.applied({ ...school, purpose: 'Pesta', date: '2026-02-21' }),
    approved: await lend.approved({ ...land, date: '2026-02-20' }),
  }
  const no = { requestId: requestId(), loanId: loans.rejected, date: '2026-02-22', reason: 'Masih ada pinjaman lain' }
  await book.api.loans.reject(no)
  await lend.pay(loans.flat, '2026-02-10', rupiah(1_180_000))
  await lend.pay(loans.flat, '2026-02-25', rupiah(500_000))
  await lend.pay(loans.late, '2026-02-20', rupiah(300_000))
  await book.api.loans.payOff({ requestId: requestId(), loanId: loans.settled, date: '2026-02-16', cashAccount })
  book.entries.meeting = await meet(book, loans.harvest, idOf)
  book.entries.held = (await lend.pay(loans.harvest, '2026-02-28', rupiah(50_000))).entryId
  book.entries.fromSavings = await payFromSavings(book, loans.late, idOf('A-002'))
  const leavers = await leave(book, lend)
  book.entries.interest = await payInterest(book, idOf)
  return { ...book, loans, leavers, terms: await place(book, idOf) }
}

/** A meeting at which savings of several kinds and an instalment are paid. */
async function meet({ api }: SeededBook, loanId: string, idOf: (number: string) => string): Promise<string> {
  const rows = [
    { memberId: idOf('A-001'), savings: { wajib: rupiah(25_000), sukarela: rupiah(150_000) } },
    {
      memberId: idOf('A-002'),
      savings: { wajib: rupiah(25_000), sukarela: rupiah(200_000) },
      loans: [{ loanId, amount: rupiah(60_000) }],
    },
    { memberId: idOf('A-010'), savings: { wajib: rupiah(888_888_888_888), hari_raya: rupiah(50_000) } },
    { memberId: idOf('A-011'), savings: { pokok: rupiah(100_000) } },
  ]
  const date = '2026-02-27'
  return (await api.collection.record({ requestId: requestId(), cashAccount, date, rows })).entryId
}

/** An instalment out of savings, as the mandate on file allows. */
async function payFromSavings({ api }: SeededBook, loanId: string, memberId: string): Promise<string> {
  const [account] = (await api.savings.list({ memberId, product: 'sukarela' })).rows
  const { savingsAccountId = '' } = account ?? {}
  const payment = { requestId: requestId(), loanId, savingsAccountId, date: '2026-02-28', amount: rupiah(100_000) }
  return (await api.loans.pay(payment)).entryId
}

async function place({ api }: SeededBook, idOf: (number: string) => string): Promise<Record<string, string>> {
  const { rows } = await api.savings.list({ memberId: idOf('A-010'), product: 'sukarela' })
  const wish = { product: 'berjangka', date: '2026-02-10', cashAccount, ratePctPerYear: '7.5' }
  const open = async (asked: Omit<Parameters<typeof api.savings.termOpen>[0], 'requestId' | keyof typeof wish>) =>
    (await api.savings.termOpen({ requestId: requestId(), ...wish, ...asked })).savingsAccountId
  const plain = await open({ memberId: idOf('A-001'), amount: rupiah(5_000_000), months: 6 })
  const payInterestTo = rows[0]?.savingsAccountId ?? ''
  const rolling = { rollover: 'principal', payInterestTo } as const
  const widest = await open({ memberId: idOf('A-010'), amount: rupiah(888_888_888_888), months: 12, ...rolling })
  return { plain, widest }
}

/** Interest of February: a little for one, and so much for another that it is taxed. */
async function payInterest({ api }: SeededBook, idOf: (number: string) => string): Promise<string> {
  const terms = {
    method: 'average_daily',
    dayBasis: 'twelfths',
    rounding: 'down',
    minimumBalance: 0,
    openingCounts: true,
  } as const
  const rate = { ...terms, tiers: [{ from: 0, ratePctPerYear: '6' }] }
  await api.savings.setInterest({ requestId: requestId(), product: 'sukarela', fromMonth: '2026-01', ...rate })
  const rich = { memberId: idOf('A-010'), product: 'sukarela', date: '2026-01-31', requestId: requestId() }
  const { savingsAccountId } = await api.savings.open(rich)
  const deposit = { savingsAccountId, date: '2026-01-31', amount: rupiah(60_000_000), cashAccount }
  await api.savings.deposit({ requestId: requestId(), ...deposit })
  return (await api.savings.accrueInterest({ requestId: requestId(), month: '2026-02' })).entryId
}

/** One who resigns and is paid a part of what is hers, and one who dies owing more than she saved. */
async function leave({ api }: SeededBook, lend: ReturnType<typeof lending>): Promise<Record<string, string>> {
  const joined = { sex: 'female', joinedOn: '2026-01-02', address: 'Jl. Melati 7', hamlet: 'Krajan' } as const
  const resigned = await api.members.create({ ...joined, number: 'A-020', name: 'Endang Lestari' })
  const died = await api.members.create({ ...joined, number: 'A-021', name: 'Tumini' })
  const saved = { pokok: rupiah(100_000), wajib: rupiah(50_000), sukarela: rupiah(1_750_000) }
  const rows = [
    { memberId: resigned.memberId, savings: saved },
    { memberId: died.memberId, savings: { pokok: rupiah(100_000) } },
  ]
  await api.collection.record({ requestId: requestId(), cashAccount, date: '2026-02-14', rows })
  const wish = { product: 'flat', months: 5, purpose: 'Modal warung', date: '2026-01-08' }
  for (const { memberId } of [resigned, died]) {
    await lend.paidOut({ memberId, ...wish, principal: rupiah(600_000) })
  }
  const leaving = { requestId: requestId(), date: '2026-02-26' }
  await api.members.exit({ ...leaving, memberId: resigned.memberId, reason: 'resigned', note: 'Ikut suami bekerja' })
  const part = { memberId: resigned.memberId, amount: rupiah(500_000), cashAccount, receivedBy: 'Endang Lestari' }
  await api.members.payExit({ requestId: requestId(), date: '2026-02-27', ...part })
  const heir = { name: 'Suparno', relation: 'suami', document: 'Surat kematian 474.3/12/2026' }
  await api.members.exit({ ...leaving, requestId: requestId(), memberId: died.memberId, reason: 'died', heir })
  return { resigned: resigned.memberId, died: died.memberId }
}

/** A product with everything that can be agreed: fees, a late fee with grace and bound, all interest owed early. */
async function seasonal({ api }: SeededBook): Promise<string> {
  const fees = { provisionPct: '1', administration: rupiah(25_000), insurancePct: '0.5', loanSavingsPct: '2' }
  const { product } = await api.loans.createProduct({
    ...{ requestId: requestId(), nameId: 'Pinjaman musim tanam', nameEn: 'Planting loan', method: 'bullet' },
    ...{ ratePctPerYear: '18', earlySettlement: 'full', allocation: 'penalty_interest_principal', excess: 'hold' },
    fees: { ...fees, stamp: rupiah(10_000) },
    penalty: { kind: 'pct_per_day', pct: '0.1', graceDays: 7, capPct: '5' },
  })
  return product
}

const longPurpose = 'Pembelian tanah dan pembangunan gudang bersama untuk hasil panen anggota di dusun Krajan '
  .repeat(5)
  .trim()

function lending({ api }: SeededBook) {
  const applied = async (wish: Wish) => (await api.loans.apply({ requestId: requestId(), ...wish })).loanId
  const approved = async (wish: Wish) => {
    const loanId = await applied(wish)
    await api.loans.approve({ requestId: requestId(), loanId, date: wish.date, approvedBy: 'Sri Rahayu' })
    return loanId
  }
  const paidOut = async (wish: Wish) => {
    const loanId = await approved(wish)
    await api.loans.disburse({ requestId: requestId(), loanId, date: '2026-01-10', cashAccount })
    return loanId
  }
  const pay = async (loanId: string, date: string, amount: number) =>
    api.loans.pay({ requestId: requestId(), loanId, date, amount, cashAccount })
  return { applied, approved, paidOut, pay }
}
