import { addMonthsToMonth, monthOf } from '../../../../shared/calendar.ts'
import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import { invalidInput } from '../../../../shared/errors.ts'
import { Exact, roundToSen, sumSen } from '../../../../shared/rules/money.ts'
import {
  type BudgetLine,
  budgetLines,
  budgetTotals,
  spreadOverYear,
} from '../../../../shared/statements/budget-lines.ts'
import type { BudgetPlanTable, Reader } from '../../db/tables.ts'
import { requireOpenYear } from '../../ledger/periods.ts'
import type { Reading, Work } from '../../work.ts'
import { actualsOf } from './actuals.ts'

type Plan = Answers['budget']['get']
type PlanRow = Plan['rows'][number]
type Planned = Inputs['budget']['set']['rows'][number]

/** A line as it is kept: its twelve months in sen, and what was said of it. */
interface KeptLine {
  readonly months: readonly number[]
  readonly note?: string | undefined
}
type KeptLines = Readonly<Record<string, KeptLine>>

const wholeRupiah = 100
/** Whose plan it is where no unit is named. */
export const usualUnit = 'general'

/** The plan of a year, of one unit or of all together; every line is there. */
export async function getPlan({ db }: Reading, { year, unit }: Inputs['budget']['get']): Promise<Plan> {
  return planOf(db, year, unit)
}

/** The newest plans of a year, those of all units together where none is named. */
export async function planOf(db: Reader, year: number, unit: string | undefined): Promise<Plan> {
  const plans = (await newestPlans(db, year)).filter((plan) => unit === undefined || plan.unit === unit)
  const newest = plans.toSorted((a, b) => (a.made_at < b.made_at ? 1 : -1))[0]
  const kept = plans.map(({ lines }) => JSON.parse(lines) as KeptLines)
  const rows = budgetLines.map((line) =>
    summedRow(
      line,
      kept.map((lines) => lines[line.line]),
    ),
  )
  return {
    ...{ year, unit: (unit ?? null) as Plan['unit'], version: newest?.version ?? 0 },
    ...{ decision: newest?.decision ?? null, reason: newest?.reason ?? null },
    ...{ madeAt: newest?.made_at ?? null, madeBy: newest?.made_by ?? null },
    rows,
    totals: budgetTotals(new Map(rows.map(({ line, amount }) => [line, amount]))),
  }
}

/**
 * Makes the plan of a year and unit anew. Refuses PERIOD_CLOSED for a closed year, and INVALID_INPUT for a line named twice,
 * for changing what a meeting decided without a reason, and `amount_too_large` where the plans of all units cannot be added up.
 */
export async function setPlan(work: Work, input: Inputs['budget']['set']): Promise<Plan> {
  const { tx, now, actor } = work
  const { year, unit = usualUnit, rows, decision = null, reason = null } = input
  await requireOpenYear(tx, year)
  requireOnce(rows)
  const before = (await newestPlans(tx, year)).find((plan) => plan.unit === unit)
  if (before?.decision != null && reason === null) {
    throw invalidInput(['reason'], 'plan_decided', { decision: before.decision })
  }
  const lines: KeptLines = Object.fromEntries(rows.map((row) => [row.line, keptLine(row)]))
  const version = (before?.version ?? 0) + 1
  const made = { made_at: now, made_by: actor.id }
  await tx
    .insertInto('budget_plan')
    .values({ year, unit, version, lines: JSON.stringify(lines), decision, reason, ...made })
    .execute()
  // All units are read together as well: what could not be added up is refused before it is kept.
  await planOf(tx, year, undefined)
  return planOf(tx, year, unit)
}

/** A first plan out of what the year before really was. */
export async function proposePlan(
  reading: Reading,
  { year, unit, changePct = '0' }: Inputs['budget']['propose'],
): Promise<Answers['budget']['propose']> {
  const monthsKnown = monthsOver(year - 1, reading.today)
  const months = Array.from({ length: monthsKnown }, (_, index) => addMonthsToMonth(`${year - 1}-01`, index))
  const actuals: ReadonlyMap<string, number>[] = []
  for (const month of months) actuals.push(await actualsOf(reading, { fromMonth: month, toMonth: month, unit }))
  const factor = new Exact(changePct).plus(100).div(100)
  const rows = budgetLines.map((line) => {
    const were = actuals.map((actual) => actual.get(line.line) ?? 0)
    const known = were.map((amount) => Math.max(0, amount))
    return { ...rowOf(line, changed(known, factor), null), lastYear: sumSen(were) }
  })
  const totals = budgetTotals(new Map(rows.map(({ line, amount }) => [line, amount])))
  return { year, monthsKnown, rows, totals }
}

/** How many months of a year are over on a day. */
export function monthsOver(year: number, today: string): number {
  const current = monthOf(today)
  return Array.from({ length: 12 }, (_, index) => addMonthsToMonth(`${year}-01`, index)).filter(
    (month) => month < current,
  ).length
}

/** Twelve months out of those that are known, in whole rupiah; nothing is known of a year that has not begun. */
function changed(known: readonly number[], factor: InstanceType<typeof Exact>): number[] {
  if (known.length === 0) return Array.from({ length: 12 }, () => 0)
  const mean = new Exact(sumSen(known)).div(known.length)
  return Array.from({ length: 12 }, (_, index) => roundToSen(factor.mul(known[index] ?? mean), 'half_up', wholeRupiah))
}

function requireOnce(rows: readonly Planned[]): void {
  const seen = new Set<string>()
  for (const [at, { line }] of rows.entries()) {
    if (seen.has(line)) throw invalidInput(['rows', at, 'line'], 'line_twice')
    seen.add(line)
  }
}

function keptLine(row: Planned): KeptLine {
  const months = 'months' in row ? row.months : spreadOverYear(row.amount)
  return { months, ...(row.note !== undefined && { note: row.note }) }
}

function summedRow(line: BudgetLine, kept: readonly (KeptLine | undefined)[]): PlanRow {
  const months = Array.from({ length: 12 }, (_, index) => sumSen(kept.map((one) => one?.months[index] ?? 0)))
  const notes = kept.flatMap((one) => one?.note ?? [])
  return rowOf(line, months, notes.length === 0 ? null : notes.join('; '))
}

function rowOf({ line, section, way }: BudgetLine, months: number[], note: string | null): PlanRow {
  return { line, section, way, months, amount: sumSen(months), note }
}

/** The newest plan of each unit that has one. */
function newestPlans(db: Reader, year: number): Promise<BudgetPlanTable[]> {
  return db
    .selectFrom('budget_plan as p')
    .selectAll()
    .where('p.year', '=', year)
    .where('p.version', '=', (eb) =>
      eb
        .selectFrom('budget_plan as n')
        .select((inner) => inner.fn.max('n.version').as('version'))
        .where('n.year', '=', year)
        .whereRef('n.unit', '=', 'p.unit'),
    )
    .execute()
}
