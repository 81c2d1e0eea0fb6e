import { lastDayOfYear, yearOf } from '../../../../../shared/calendar.ts'
import type { Answers } from '../../../../../shared/contract/index.ts'
import { correctionsAccount } from '../../../../../shared/rules/entries/deficit-cover.ts'
import { openingClearingAccount } from '../../../../../shared/rules/entries/opening.ts'
import { deficitAccount } from '../../../../../shared/rules/member-settlement.ts'
import { sumSen } from '../../../../../shared/rules/money.ts'
import type { Reader } from '../../../db/tables.ts'
import type { Reading } from '../../../work.ts'
import { newestLock, openMonthsBefore } from '../../periods.ts'
import { taxSheet } from '../../tax/sheet.ts'
import { yearActs, yearsWithEntries } from '../closed-years.ts'
import { standingDecision } from '../decisions.ts'
import { distribution } from '../distribution.ts'
import { listYears } from '../years.ts'
import { balancesAt, hasEnded } from './checks.ts'
import { adjustmentsStep, monthChecklist } from './month.ts'
import { type Checklist, isLeft, madeByEntry, type Step, step } from './step.ts'
import { stockCountStep } from './stock-count.ts'

/** Steps that wait for the closing of the year, not for its last day. */
const afterClosing: ReadonlySet<string> = new Set(['decide', 'pay', 'deficit', 'corrections'])

/** What the end of a year asks for, up to the payment of the surplus, each step derived from the book. */
export async function yearChecklist(reading: Reading, year: number): Promise<Checklist> {
  const { db, today } = reading
  const isOver = await hasEnded(db, today, lastDayOfYear(year))
  const { rows } = await listYears(reading)
  const row = rows.find((one) => one.year === year)
  const isClosed = row?.state === 'closed'
  const found = [
    await earlierStep(db, year),
    await openingStep(db, year),
    await decemberStep(reading, year),
    await monthsStep(db, year),
    await stockCountStep(db, year),
    await taxStep(reading, year),
    await adjustmentsStep(db, String(year), 'year_adjustments'),
    closeStep(row),
    ...(await surplusSteps(reading, year, row?.result ?? 0)),
    await correctionsStep(reading, year),
  ]
  const steps = found.map((one) => timely(one, { isOver, isClosed }))
  return { period: String(year), isOver, isClosed, steps, left: steps.filter(isLeft).length }
}

/** What was left out before the closing was missed; what comes after it waits for it. */
function timely(one: Step, { isOver, isClosed }: Pick<Checklist, 'isOver' | 'isClosed'>): Step {
  if (one.state !== 'open') return one
  if (afterClosing.has(one.key)) return isClosed ? one : { ...one, state: 'not_yet' }
  if (isClosed) return { ...one, state: 'missed' }
  return isOver || one.key === 'earlier_years' ? one : { ...one, state: 'not_yet' }
}

async function earlierStep(db: Reader, year: number): Promise<Step> {
  const acts = await yearActs(db)
  const earlier = (await yearsWithEntries(db)).filter((one) => one < year)
  const open = earlier.filter((one) => acts.get(one)?.act !== 'close')
  const [oldest] = open
  if (oldest !== undefined) return step('earlier_years', 'open', { count: open.length, period: String(oldest) })
  const last = acts.get(earlier.at(-1) ?? 0)
  return last ? step('earlier_years', 'done', { at: last.at, by: last.made_by }) : step('earlier_years', 'not_needed')
}

/** What was taken over from paper balances. */
async function openingStep(db: Reader, year: number): Promise<Step> {
  const opened = await db.selectFrom('balance_year').select('year').where('kind', '=', 'opening').executeTakeFirst()
  if (!opened) return step('opening', 'not_needed')
  const amount = (await balancesAt(db, lastDayOfYear(year))).get(openingClearingAccount) ?? 0
  const made = await newestOpening(db)
  if (amount === 0) return step('opening', 'done', made)
  return step('opening', 'open', { amount: Math.abs(amount), date: made.date ?? null })
}

/** The last entry that brought balances in: who wrote it and when, and on which day the book began. */
async function newestOpening(db: Reader): Promise<Awaited<ReturnType<typeof madeByEntry>>> {
  const entry = await db
    .selectFrom('journal_entry as e')
    .leftJoin('journal_entry as r', 'r.reverses_id', 'e.id')
    .select('e.id')
    .where('e.kind', '=', 'opening')
    .where('e.reverses_id', 'is', null)
    .where('r.id', 'is', null)
    .orderBy('e.seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return entry ? madeByEntry(db, entry.id) : {}
}

async function decemberStep(reading: Reading, year: number): Promise<Step> {
  const { steps } = await monthChecklist(reading, `${year}-12`)
  const own = steps.filter(({ key }) => key !== 'earlier_months' && key !== 'lock')
  const count = own.filter(({ state }) => state !== 'done' && state !== 'not_needed').length
  return count === 0 ? step('december', 'done') : step('december', 'open', { count })
}

async function monthsStep(db: Reader, year: number): Promise<Step> {
  const open = (await openMonthsBefore(db, `${year + 1}-01`)).filter((month) => month.startsWith(`${year}-`))
  const [oldest] = open
  const locked = await newestLock(db, { from: `${year}-01`, before: `${year + 1}-01` })
  return oldest ? step('months', 'open', { count: open.length, period: oldest }) : step('months', 'done', locked)
}

async function taxStep(reading: Reading, year: number): Promise<Step> {
  const { regime, rows, article31e } = await taxSheet(reading, { year })
  if (regime === null) {
    const hasTurnover = rows.some(({ turnover }) => turnover !== 0)
    return hasTurnover ? step('income_tax', 'open') : step('income_tax', 'not_needed')
  }
  const missing = article31e
    ? [article31e.tax - article31e.recorded].filter((amount) => amount !== 0)
    : rows.map((row) => row.missing).filter((amount) => amount !== 0)
  if (missing.length > 0) {
    return step('income_tax', 'open', { count: article31e ? null : missing.length, amount: sumSen(missing) })
  }
  return step('income_tax', regime === 'none' ? 'not_needed' : 'done')
}

function closeStep(row: Answers['closing']['years']['rows'][number] | undefined): Step {
  const told = { amount: row?.result ?? 0 }
  if (row?.state !== 'closed') return step('close', row ? 'open' : 'not_needed', told)
  const entry = row.entries.findLast(({ reversedBy }) => reversedBy === null)
  const { entryId = null, voucher = null } = entry ?? {}
  return step('close', 'done', { ...told, at: row.at, by: row.by, entryId, voucher })
}

/** A surplus is decided on and paid; a deficit is covered, where the meeting says so. */
async function surplusSteps(reading: Reading, year: number, result: number): Promise<Step[]> {
  const { db, today } = reading
  const decided = await standingDecision(db, year)
  if (decided) {
    const { totals } = await distribution(reading, { year })
    const made = await madeByEntry(db, decided.entryId)
    return [
      step('decide', 'done', { ...made, note: decided.decision }),
      totals.left === 0
        ? step('pay', 'done', await newestPayment(db, year))
        : step('pay', 'open', { amount: totals.left }),
      step('deficit', 'not_needed'),
    ]
  }
  if (result > 0)
    return [step('decide', 'open', { amount: result }), step('pay', 'not_yet'), step('deficit', 'not_needed')]
  const deficit = Math.max(0, (await balancesAt(db, today)).get(deficitAccount) ?? 0)
  const isCovered = result === 0 || (deficit === 0 && (await yearActs(db)).get(year)?.act === 'close')
  return [
    step('decide', 'not_needed'),
    step('pay', 'not_needed'),
    isCovered
      ? step('deficit', result === 0 ? 'not_needed' : 'done')
      : step('deficit', 'open', { amount: deficit || -result }),
  ]
}

/** The last payment of a year's surplus that stands; nothing where nothing was left to pay from the beginning. */
async function newestPayment(db: Reader, year: number): Promise<Awaited<ReturnType<typeof madeByEntry>>> {
  const entry = await db
    .selectFrom('surplus_payment as p')
    .innerJoin('journal_entry as e', 'e.id', 'p.entry_id')
    .leftJoin('journal_entry as r', 'r.reverses_id', 'e.id')
    .select('e.id')
    .where('p.year', '=', year)
    .where('r.id', 'is', null)
    .orderBy('e.seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return entry ? madeByEntry(db, entry.id) : {}
}

/** What corrections of closed years left is for the meeting that comes next: the one on the last year that is over. */
async function correctionsStep({ db, today }: Reading, year: number): Promise<Step> {
  const amount = (await balancesAt(db, today)).get(correctionsAccount) ?? 0
  const isForMeeting = amount !== 0 && yearOf(today) <= year + 1
  return isForMeeting ? step('corrections', 'open', { amount: Math.abs(amount) }) : step('corrections', 'not_needed')
}
