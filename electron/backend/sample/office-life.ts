import {
  addDays,
  addMonthsToMonth,
  type CalendarDate,
  type CalendarMonth,
  lastDayOfMonth,
} from '../../../shared/calendar.ts'
import { rupiahDenominations } from '../../../shared/rules/cash-count.ts'
import { bankAccount, cashAccount, type Happening, type Life, type Simulation } from './simulation.ts'
import type { Officers } from './steps.ts'

/** What the office pays, what the bank adds and takes, grants, the count at the end of the month and its locking. */
export const officeLife: Life = (_, month) => [
  { date: `${month}-09`, run: lockMonthBefore },
  ...bills.map(({ day, ...bill }) => ({ date: `${month}-${day}`, run: billPaid(bill) })),
  ...seasonal(month),
  { date: lastDayOfMonth(month), run: bankStatement },
  { date: lastDayOfMonth(month), run: countCash },
]

interface Bill {
  readonly description: string
  readonly account: string
  /** Rupiah for a cooperative of 85 members. */
  readonly from: number
  readonly to: number
}

const bills: readonly (Bill & { day: string })[] = [
  { day: '05', description: 'Pembelian alat tulis dan cetak formulir', account: '52201', from: 35_000, to: 90_000 },
  { day: '15', description: 'Ongkos perjalanan ke bank dan dinas', account: '52204', from: 50_000, to: 120_000 },
  { day: '20', description: 'Listrik dan internet kantor', account: '52202', from: 165_000, to: 205_000 },
  { day: '25', description: 'Honor pengelola dan kasir', account: '52102', from: 450_000, to: 450_000 },
]

const honours = { description: 'Honor pengurus dan pengawas triwulan', account: '53101', from: 600_000, to: 600_000 }

/** What comes once a quarter or once a year, by month. */
const seasonalBills: Readonly<Record<string, readonly (Bill & { day: string })[]>> = {
  '03': [
    {
      day: '21',
      description: 'Rapat anggota tahunan: konsumsi dan buku laporan',
      account: '53102',
      from: 750_000,
      to: 950_000,
    },
    { day: '26', ...honours },
  ],
  '05': [{ day: '17', description: 'Pelatihan pembukuan anggota', account: '53104', from: 200_000, to: 300_000 }],
  '06': [{ day: '26', ...honours }],
  '08': [{ day: '14', description: 'Iuran kegiatan 17 Agustus desa', account: '58103', from: 150_000, to: 150_000 }],
  '09': [{ day: '26', ...honours }],
  '10': [{ day: '18', description: 'Servis mesin giling kopi', account: '52206', from: 120_000, to: 240_000 }],
  '12': [{ day: '26', ...honours }],
}

function seasonal(month: CalendarMonth): Happening[] {
  const here = seasonalBills[month.slice(5)] ?? []
  return here.map(({ day, ...bill }) => ({ date: `${month}-${day}`, run: billPaid(bill) }))
}

/** One bill in fifteen is typed twice by mistake and taken back two days later. */
function billPaid({ description, account, from, to }: Bill): Happening['run'] {
  return (simulation, date) => {
    const random = simulation.random('bills')
    const amount = simulation.scaled(random.whole(from / 500, to / 500) * 500)
    const lines = [{ account, amount }]
    const isPaid = simulation.spend(date, description, 'general', lines)
    const isDoubled = random.whole(1, 15) === 1
    const key = `${account} ${date}`
    if (!isPaid || !isDoubled || !simulation.spend(date, description, 'general', lines, key)) return
    simulation.agenda.push({ date: addDays(date, 2), run: takeBack(key, amount) })
  }
}

function takeBack(key: string, amount: number): Happening['run'] {
  return (simulation, date) => {
    simulation.cash.general += amount
    simulation.steps.push({ act: 'reverse', date, key, reason: 'Tercatat dua kali dari satu nota' })
  }
}

/** Interest and its tax in one entry, with the sen a bank counts; the fee apart (accounting.md, account 48101). */
function bankStatement(simulation: Simulation, date: CalendarDate): void {
  const interest = Math.floor((simulation.bank * 5) / 12_000)
  const tax = Math.floor(interest / 5)
  if (tax > 0) {
    simulation.bank += interest - tax
    simulation.steps.push({
      act: 'journal',
      date,
      book: 'BBM',
      description: 'Bunga bank dan pajaknya',
      lines: [
        { account: bankAccount, debit: interest - tax },
        { account: '59103', debit: tax },
        { account: '48101', credit: interest },
      ],
    })
  }
  const fee = 550_000
  if (simulation.bank < fee) return
  simulation.bank -= fee
  const lines = [{ account: '52209', amount: fee }]
  const description = 'Biaya administrasi bank'
  simulation.steps.push({
    act: 'money',
    way: 'spend',
    date,
    cashAccount: bankAccount,
    description,
    unit: 'general',
    lines,
  })
}

/** Counted by two people; in one month of nine the box holds a little more or less than the book says. */
function countCash(simulation: Simulation, date: CalendarDate): void {
  const random = simulation.random('counts')
  const difference = random.whole(1, 9) === 1 ? random.pick([-200_000, -100_000, -50_000, 50_000, 150_000]) : 0
  const counted = simulation.cashInHand + difference
  if (counted < 0 || simulation.cash.general + difference < 0) return
  simulation.cash.general += difference
  const { chair, treasurer } = officersOf(simulation)
  simulation.steps.push({
    act: 'count',
    date,
    cashAccount,
    denominations: denominationsOf(counted / 100),
    countedBy: [treasurer, chair],
    ...(difference !== 0 && { reason: difference < 0 ? 'Uang kembalian kurang' : 'Uang kembalian lebih' }),
  })
}

/** In the largest notes, leaving out the rare one of Rp75.000. */
export function denominationsOf(rupiah: number): Record<string, number> {
  const pieces: Record<string, number> = {}
  let left = rupiah
  for (const face of rupiahDenominations) {
    if (face === 75_000 || left < face) continue
    pieces[String(face)] = Math.floor(left / face)
    left %= face
  }
  return pieces
}

/** Chair, secretary, treasurer and supervisor. */
export const officerCount = 4

/** The first four members lead the cooperative; where there are fewer, the office stands for the name. */
export function officersOf({ people }: Simulation): Officers {
  const nameOf = (index: number, office: string) => people[index]?.particulars.name ?? office
  return {
    chair: nameOf(0, 'Ketua'),
    secretary: nameOf(1, 'Sekretaris'),
    treasurer: nameOf(2, 'Bendahara'),
    supervisor: nameOf(3, 'Pengawas'),
  }
}

function lockMonthBefore({ steps }: Simulation, date: CalendarDate): void {
  const month = addMonthsToMonth(date.slice(0, 7), -1)
  if (steps.some((step) => step.date.startsWith(month))) steps.push({ act: 'lock', date, month })
}
