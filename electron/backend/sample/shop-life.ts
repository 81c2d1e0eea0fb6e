import type { CalendarDate, CalendarMonth } from '../../../shared/calendar.ts'
import { type Happening, type Life, type Simulation, wholeNotes } from './simulation.ts'
import type { MoneyLine } from './steps.ts'
import { products, rentals } from './village.ts'

/** Members' goods sold for them, tools let out, and what members are paid for their goods. */
export const shopLife: Life = (simulation, month) => [
  { date: `${month}-03`, run: payForGoods },
  ...sales(simulation, month),
  ...lettings(simulation, month),
  { date: `${month}-04`, run: bringToBank },
  { date: `${month}-22`, run: packaging },
]

/** More than these a month would only make the book longer. */
const salesMax = 120
const commissionPercent = 20

function sales(simulation: Simulation, month: CalendarMonth): Happening[] {
  const random = simulation.random('sales')
  const members = [...simulation.standings.keys()]
  const count = Math.min(salesMax, Math.ceil((members.length * random.whole(28, 42)) / 100))
  return Array.from({ length: count }, () => {
    const date = `${month}-${String(random.whole(2, 28)).padStart(2, '0')}`
    const member = random.pick(members)
    const pieces = random.whole(4, 22)
    return { date, run: (simulation: Simulation) => sell(simulation, date, member, pieces) }
  })
}

/** The goods stay the member's until they are sold; the cooperative keeps a commission (accounting.md section 5). */
function sell(simulation: Simulation, date: CalendarDate, member: number, tenThousands: number): void {
  const product = products[member % products.length] ?? products[0]
  const pieces = Math.max(1, Math.floor((tenThousands * 10_000) / product.price))
  const price = pieces * product.price * 100
  const commission = wholeNotes((price * commissionPercent) / 100)
  const owed = price - commission
  simulation.owedForGoods.set(member, (simulation.owedForGoods.get(member) ?? 0) + owed)
  simulation.receive(date, `Titip jual ${product.name}, ${pieces} ${product.unit}`, 'shop', [
    { account: '22103', amount: owed, member },
    { account: '42103', amount: commission, member },
  ])
}

/** Members paid with one voucher; the contract of cash vouchers allows a thousand lines. */
const linesMax = 500

function payForGoods(simulation: Simulation, date: CalendarDate): void {
  const lines = [...simulation.owedForGoods].map(
    ([member, amount]): MoneyLine => ({ account: '22103', amount, member }),
  )
  for (let start = 0; start < lines.length; start += linesMax) {
    const part = lines.slice(start, start + linesMax)
    if (!simulation.spend(date, 'Pembayaran hasil titip jual bulan lalu', 'shop', part)) return
    for (const { member } of part) if (member !== undefined) simulation.owedForGoods.delete(member)
  }
}

/** After the members were paid, what the shop earned goes to the bank. */
function bringToBank(simulation: Simulation, date: CalendarDate): void {
  simulation.bringToBank(date, 'shop', simulation.scaled(300_000))
}

function lettings(simulation: Simulation, month: CalendarMonth): Happening[] {
  const random = simulation.random('lettings')
  return Array.from({ length: random.whole(3, 6) }, () => {
    const date = `${month}-${String(random.whole(4, 28)).padStart(2, '0')}`
    const rental = random.pick(rentals)
    const days = random.whole(1, 3)
    const account = random.chance(65) ? '42104' : '43107'
    const lines = [{ account, amount: rental.price * days * 100 }]
    return {
      date,
      run: (simulation: Simulation) => simulation.receive(date, `Sewa ${rental.what}, ${days} hari`, 'shop', lines),
    }
  })
}

function packaging(simulation: Simulation, date: CalendarDate): void {
  const amount = simulation.scaled(simulation.random('packaging').whole(40, 80) * 1_000)
  simulation.spend(date, 'Kemasan dan label produk anggota', 'shop', [{ account: '52402', amount }])
}
