import {
  addMonths,
  type CalendarDate,
  type CalendarMonth,
  lastDayOfMonth,
  monthOf,
  monthsBetween,
} from '../../../shared/calendar.ts'
import { type AssetStanding, depreciationDue, monthAfterTakeover } from '../../../shared/rules/asset-plan.ts'
import { depreciation } from '../../../shared/rules/depreciation.ts'
import { sen, sumSen } from '../../../shared/rules/money.ts'
import type { AssetTerms, Payer } from './capital-steps.ts'
import { bankAccount, type Happening, type Life, type Simulation } from './simulation.ts'

/**
 * Equipment that was there before the books, that is bought with cash, from granted money and on credit, and that is
 * given; what all of it loses each month; one sold for more than it stands at, one that breaks.
 */
export function equipmentLife(startsOn: CalendarDate): Life {
  return (_, month) => {
    const index = monthsBetween(monthOf(startsOn), month)
    const happenings: { day: string; run: Happening['run'] | undefined }[] = [
      { day: '01', run: index === 0 ? takeOverEquipment : undefined },
      { day: '11', run: index > 12 && index % 12 === 6 ? buyPrinter : undefined },
      { day: '14', run: came[index] },
      { day: '24', run: payWorkshop },
    ]
    const days = happenings.flatMap(({ day, run }) => (run ? [{ date: `${month}-${day}`, run }] : []))
    return [...days, { date: lastDayOfMonth(month), run: depreciate }]
  }
}

/** What comes in or leaves so many months after the books begin. */
const came: Readonly<Record<number, Happening['run']>> = {
  1: buyComputer,
  7: buyPacker,
  8: buyDryer,
  10: givenScales,
  14: sellMotorcycle,
  22: computerBreaks,
}

/** Something the sample cooperative has: how it stands, sen. */
export interface Owned {
  readonly standing: AssetStanding
  accumulated: number
}

interface Before {
  readonly asset: string
  readonly terms: Omit<AssetTerms, 'cost'>
  /** Rupiah for a cooperative of 85 members, and of 60 months how many are over. */
  readonly cost: number
  readonly over: number
}

const tent: Before = {
  asset: 'tent',
  terms: { name: 'Tenda dan kursi sewaan', account: '18104', months: 60, place: 'Gudang balai dusun' },
  ...{ cost: 6_000_000, over: 32 },
}

const motorcycle: Before = {
  asset: 'motorcycle',
  terms: { name: 'Sepeda motor antar barang', account: '18103', months: 60, place: 'Kantor', holder: 'Bendahara' },
  ...{ cost: 5_000_000, over: 40 },
}

const before = [tent, motorcycle]

/** What an asset from before the books cost and what of it was written off, sen. */
function stoodAt(simulation: Simulation, { cost: rupiah, over }: Before): { cost: number; accumulated: number } {
  const cost = simulation.scaled(rupiah)
  const { rows } = depreciation({
    ...{ cost: sen(cost), residual: sen(0), months: 60, method: 'straight_line', acquiredOn: '2000-01-01' },
  })
  return { cost, accumulated: sumSen(rows.slice(0, over).map(({ amount }) => amount)) }
}

/** What equipment from before the books stands at on their first day; it waits on 36901 until it is entered. */
export function beginningEquipment(simulation: Simulation): number {
  const stood = before.map((asset) => stoodAt(simulation, asset))
  return stood.reduce((sum, { cost, accumulated }) => sum + cost - accumulated, 0)
}

function takeOverEquipment(simulation: Simulation, date: CalendarDate): void {
  for (const one of before) {
    const { asset, terms, over } = one
    const { cost, accumulated } = stoodAt(simulation, one)
    const acquiredOn = addMonths(date, 0 - over)
    const standing = { ...standingOf({ ...terms, cost }, acquiredOn), takenOver: accumulated }
    own(simulation, asset, { ...standing, firstMonth: monthAfterTakeover(date) }, accumulated)
    simulation.steps.push({ act: 'assetBefore', date, asset, terms: { ...terms, cost }, acquiredOn, accumulated })
  }
}

function standingOf({ months, method, ratePctPerYear, residual, cost }: AssetTerms, acquiredOn: CalendarDate) {
  return {
    ...{ acquiredOn, firstMonth: monthOf(acquiredOn), months, method: method ?? ('straight_line' as const) },
    ...{ ratePct: ratePctPerYear ?? null, residual: residual ?? 0, cost, accumulated: 0, takenOver: 0 },
  }
}

function own({ equipment }: Simulation, asset: string, standing: AssetStanding, accumulated = 0): void {
  equipment.set(asset, { standing, accumulated })
}

function acquire(simulation: Simulation, date: CalendarDate, asset: string, payer: Payer, terms: AssetTerms): void {
  own(simulation, asset, standingOf(terms, date))
  const cash = payer === 'box' ? 0 - terms.cost : 0
  simulation.steps.push({ act: 'asset', date, asset, terms, payer, cash })
}

function buyComputer(simulation: Simulation, date: CalendarDate): void {
  const cost = simulation.scaled(5_500_000)
  if (!simulation.takeFromBox(date, 'general', cost)) return
  const terms = { name: 'Komputer jinjing', account: '18105', months: 48, place: 'Kantor', serial: 'CONTOH-0001' }
  acquire(simulation, date, 'computer', 'box', { ...terms, holder: 'Bendahara', cost })
}

function buyPrinter(simulation: Simulation, date: CalendarDate): void {
  const cost = simulation.scaled(1_800_000)
  if (!simulation.takeFromBox(date, 'general', cost)) return
  const terms = { name: 'Pencetak dokumen', account: '18105', months: 36, place: 'Kantor' }
  acquire(simulation, date, `printer ${date}`, 'box', { ...terms, residual: simulation.scaled(150_000), cost })
}

/** Paid with what the district gave for equipment. */
function buyPacker(simulation: Simulation, date: CalendarDate): void {
  const terms = { name: 'Mesin pengemas', account: '18104', months: 60, place: 'Rumah produksi' }
  const declining = { method: 'declining', ratePctPerYear: '40' } as const
  acquire(simulation, date, 'packer', 'program', { ...terms, ...declining, cost: simulation.scaled(12_000_000) })
}

function buyDryer(simulation: Simulation, date: CalendarDate): void {
  const cost = simulation.scaled(4_500_000)
  simulation.owedToWorkshop = cost
  const terms = { name: 'Mesin peniris minyak', account: '18104', months: 60, place: 'Rumah produksi' }
  acquire(simulation, date, 'dryer', 'workshop', { ...terms, unit: 'shop', cost })
}

/** A third of what the machine cost each month, from the bank. */
function payWorkshop(simulation: Simulation, date: CalendarDate): void {
  const { owedToWorkshop: owed, bank } = simulation
  const amount = Math.min(owed, simulation.scaled(1_500_000))
  if (amount === 0 || bank < amount) return
  simulation.owedToWorkshop -= amount
  simulation.bank -= amount
  const party = { partner: 'workshop' } as const
  simulation.steps.push({ act: 'payDebt', date, way: 'pay', party, amount, cashAccount: bankAccount, cash: 0 })
}

function givenScales(simulation: Simulation, date: CalendarDate): void {
  const terms = { name: 'Alat sangrai dan timbangan', account: '18104', months: 60, place: 'Rumah produksi' }
  acquire(simulation, date, 'scales', 'gift', {
    ...{ ...terms, note: 'Hibah dari Pemerintah Kabupaten Wonosekar', cost: simulation.scaled(7_500_000) },
  })
}

/** The month in which something leaves takes nothing of it. */
function sellMotorcycle(simulation: Simulation, date: CalendarDate): void {
  const price = simulation.scaled(1_900_000)
  simulation.cash.general += price
  leaves(simulation, date, 'motorcycle', { price, reason: 'Dijual kepada penawar tertinggi' })
}

function computerBreaks(simulation: Simulation, date: CalendarDate): void {
  leaves(simulation, date, 'computer', { price: 0, reason: 'Rusak terkena air, tidak bisa diperbaiki' })
}

function leaves(
  simulation: Simulation,
  date: CalendarDate,
  asset: string,
  { price, reason }: { price: number; reason: string },
): void {
  const owned = simulation.equipment.get(asset)
  if (!owned) return
  simulation.equipment.delete(asset)
  const gain = price + owned.accumulated - owned.standing.cost
  simulation.steps.push({ act: 'assetLeaves', date, asset, price, reason, gain, cash: price })
}

function depreciate({ equipment, steps }: Simulation, date: CalendarDate): void {
  const month: CalendarMonth = monthOf(date)
  let total = 0
  for (const owned of equipment.values()) {
    const amount = depreciationDue({ ...owned.standing, accumulated: owned.accumulated }, month)
    owned.accumulated += amount
    total += amount
  }
  if (total > 0) steps.push({ act: 'depreciate', date, month, total })
}
