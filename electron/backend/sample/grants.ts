import { addMonths, type CalendarDate, monthOf, monthsBetween } from '../../../shared/calendar.ts'
import type { CapitalStep } from './capital-steps.ts'
import { layGoods } from './shop.ts'
import { goods } from './shop-goods.ts'
import { bankAccount, type Life, programAccount, type Simulation, wholeNotes } from './simulation.ts'

/** Money that others entrust: gifts of every treatment (accounting.md section 4), a bank's loan, modal penyertaan. */
export function grants(startsOn: CalendarDate): Life {
  return (_, month) => {
    const index = monthsBetween(monthOf(startsOn), month)
    const happenings = [
      { day: '06', run: entrusted[index] },
      { day: '19', run: index % 12 === 8 ? donation : undefined },
      { day: '21', run: index > 2 ? spendActivity : undefined },
      { day: '27', run: payBack },
      { day: '28', run: bringBack },
    ]
    return happenings.flatMap(({ day, run }) => (run ? [{ date: `${month}-${day}`, run }] : []))
  }
}

type Run = (simulation: Simulation, date: CalendarDate) => void

/** What begins so many months after the books do. */
const entrusted: Readonly<Record<number, Run>> = {
  2: beginActivity,
  3: beginRevolving,
  4: borrow,
  5: beginEquipment,
  6: contribute,
  7: borrowOfFund,
  9: borrowOfMember,
  10: giveGoods,
  13: refund,
  20: returnContribution,
}

/** A donation without conditions, straight into the bank. */
function donation(simulation: Simulation, date: CalendarDate): void {
  const amount = simulation.scaled(1_500_000)
  simulation.bank += amount
  simulation.steps.push({
    ...{ act: 'money', way: 'receive', date, cashAccount: bankAccount, unit: 'general' },
    description: 'Donasi kegiatan dari paguyuban pekerja migran',
    lines: [{ account: '48201', amount }],
  })
}

/** Training that is paid for by line of a budget; what is not spent goes back. */
function beginActivity(simulation: Simulation, date: CalendarDate): void {
  const lines = { training: simulation.scaled(6_000_000), meals: simulation.scaled(2_000_000) }
  const amount = lines.training + lines.meals
  simulation.activity = { ...lines, left: amount }
  simulation.steps.push(
    {
      ...{ act: 'fund', date, fund: 'activity' },
      terms: {
        ...{ name: 'Pelatihan usaha purna migran', donor: 'Lembaga Mitra Contoh', treatment: 'activity' },
        ...{ purpose: 'Pelatihan produksi dan pemasaran bagi anggota', from: date, to: addMonths(date, 11) },
        restriction: 'Hanya untuk pelatihan',
      },
      budget: [
        { line: 'training', name: 'Pelatih dan bahan pelatihan', amount: lines.training },
        { line: 'meals', name: 'Konsumsi peserta', amount: lines.meals },
      ],
    },
    { act: 'fundMoney', date, fund: 'activity', way: 'receive', amount },
  )
}

function spendActivity(simulation: Simulation, date: CalendarDate): void {
  const { activity } = simulation
  if (activity === undefined) return
  const line = simulation.random('training').chance(70) ? 'training' : 'meals'
  const amount = simulation.scaled(line === 'training' ? 600_000 : 250_000)
  if (activity[line] < amount) return
  activity[line] -= amount
  activity.left -= amount
  const description = line === 'training' ? 'Pelatihan pengemasan produk' : 'Konsumsi pelatihan'
  simulation.steps.push({ act: 'fundSpent', date, fund: 'activity', line, amount, description })
}

function refund(simulation: Simulation, date: CalendarDate): void {
  const { activity } = simulation
  if (activity === undefined) return
  const { left: amount } = activity
  delete simulation.activity
  if (amount > 0) simulation.steps.push({ act: 'fundMoney', date, fund: 'activity', way: 'refund', amount })
}

function beginRevolving(simulation: Simulation, date: CalendarDate): void {
  const amount = simulation.scaled(10_000_000)
  simulation.revolving = { amount, part: wholeNotes((amount * 3) / 10), inBox: 0 }
  simulation.steps.push(
    {
      ...{ act: 'fund', date, fund: 'revolving' },
      terms: {
        ...{ name: 'Dana bergulir usaha perempuan', donor: 'Pemerintah Kabupaten Wonosekar', treatment: 'revolving' },
        ...{ purpose: 'Dipinjamkan bergulir kepada anggota', from: date, to: addMonths(date, 60) },
      },
      budget: [{ line: 'loans', name: 'Pinjaman bergulir', amount }],
    },
    { act: 'fundMoney', date, fund: 'revolving', way: 'receive', amount },
  )
}

/** What borrowers paid back over the counter goes to the account where the fund's money lies. */
function bringBack(simulation: Simulation, date: CalendarDate): void {
  const { revolving, bank } = simulation
  if (revolving === undefined || revolving.inBox === 0 || bank < revolving.inBox) return
  const moved = { from: bankAccount, to: programAccount, amount: revolving.inBox, unit: 'general' } as const
  simulation.bank -= revolving.inBox
  revolving.inBox = 0
  simulation.steps.push({ act: 'transfer', date, ...moved, description: 'Pokok dana bergulir ke rekening dana' })
}

function beginEquipment(simulation: Simulation, date: CalendarDate): void {
  const amount = simulation.scaled(15_000_000)
  simulation.steps.push(
    {
      ...{ act: 'fund', date, fund: 'equipment' },
      terms: {
        ...{ name: 'Hibah peralatan produksi', donor: 'Pemerintah Kabupaten Wonosekar', treatment: 'capital' },
        ...{ purpose: 'Peralatan pengolahan hasil anggota', from: date, to: addMonths(date, 24) },
      },
      budget: [{ line: 'machines', name: 'Mesin dan peralatan', amount }],
    },
    { act: 'fundMoney', date, fund: 'equipment', way: 'receive', amount },
  )
}

/** Twelve equal parts with half a percent of the whole each month, as the bank agreed. */
function borrow(simulation: Simulation, date: CalendarDate): void {
  take(simulation, date, {
    ...{ borrowing: 'bank', part: simulation.scaled(1_000_000), months: 12 },
    ...{ lender: 'Bank Pembangunan Contoh', kind: '27101', agreementNumber: 'PK/CONTOH/01' },
    ...{ collateral: 'Piutang anggota', covenant: 'Laporan keuangan tiap triwulan' },
  })
}

/** The ministry's revolving fund lends over two years. */
function borrowOfFund(simulation: Simulation, date: CalendarDate): void {
  take(simulation, date, {
    ...{ borrowing: 'lpdb', part: simulation.scaled(500_000), months: 24 },
    ...{ lender: 'LPDB-KUMKM', kind: '27102', agreementNumber: 'LPDB/CONTOH/02' },
    ...{ collateral: 'Piutang anggota', covenant: 'Laporan keuangan tiap semester' },
  })
}

/** A member who saved abroad lends to the cooperative for half a year. */
function borrowOfMember(simulation: Simulation, date: CalendarDate): void {
  const [, member] = simulation.standings.keys()
  if (member === undefined) return
  take(simulation, date, {
    ...{ borrowing: 'member', member, part: simulation.scaled(400_000), months: 6 },
    ...{ lender: simulation.person(member).particulars.name, kind: '27105' },
  })
}

type Borrowing = Extract<CapitalStep, { act: 'borrow' }>
type Taken = Omit<Borrowing, 'act' | 'date' | 'principal' | 'cashAccount' | 'method' | 'ratePctPerYear'> & {
  /** What is paid back each month, sen. */
  readonly part: number
  readonly months: number
}

/** Money is borrowed in equal parts at half a percent a month of the whole, and lies in the bank. */
function take(simulation: Simulation, date: CalendarDate, { part, ...agreed }: Taken): void {
  const principal = agreed.months * part
  simulation.bank += principal
  simulation.borrowings.set(agreed.borrowing, { part, interest: (principal * 5) / 1_000, left: principal })
  const terms = { ratePctPerYear: '6', method: 'flat', cashAccount: bankAccount } as const
  simulation.steps.push({ act: 'borrow', date, principal, ...terms, ...agreed })
}

function payBack(simulation: Simulation, date: CalendarDate): void {
  for (const [borrowing, owed] of simulation.borrowings) {
    const { part: principal, interest } = owed
    if (owed.left === 0 || simulation.bank < principal + interest) continue
    simulation.bank -= principal + interest
    owed.left -= principal
    const paid = { principal, interest, left: owed.left, cashAccount: bankAccount }
    simulation.steps.push({ act: 'repay', date, borrowing, ...paid })
  }
}

/** Soap for the shop, from an office of the regency. */
function giveGoods(simulation: Simulation, date: CalendarDate): void {
  const qty = Math.max(2, Math.ceil(20 * Math.min(simulation.size, 4)))
  const amount = qty * goods.soap.cost * 100
  layGoods(simulation, { item: 'soap', qty })
  simulation.steps.push(
    {
      ...{ act: 'fund', date, fund: 'goods' },
      terms: {
        ...{ name: 'Hibah barang dagangan', donor: 'Dinas Koperasi Kabupaten Wonosekar', treatment: 'capital' },
        ...{ purpose: 'Barang dagangan pertama untuk toko', from: date, to: addMonths(date, 12) },
      },
      budget: [{ line: 'goods', name: 'Barang dagangan', amount }],
    },
    { act: 'giftOfGoods', date, fund: 'goods', lines: [{ item: 'soap', qty, amount }] },
  )
}

function contribute(simulation: Simulation, date: CalendarDate): void {
  const amount = simulation.scaled(5_000_000)
  simulation.bank += amount
  const contributor = 'Pemerintah Desa Karangwilujeng'
  simulation.steps.push({ act: 'contribute', date, contributor, amount, cashAccount: bankAccount })
}

function returnContribution(simulation: Simulation, date: CalendarDate): void {
  const amount = simulation.scaled(2_000_000)
  if (simulation.bank < amount) return
  simulation.bank -= amount
  simulation.steps.push({ act: 'returnContribution', date, amount, cashAccount: bankAccount })
}
