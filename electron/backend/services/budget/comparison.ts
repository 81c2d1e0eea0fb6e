import { addMonthsToMonth, monthOf, yearOf } from '../../../../shared/calendar.ts'
import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import { invalidInput } from '../../../../shared/errors.ts'
import { sumSen } from '../../../../shared/rules/money.ts'
import { pctOf } from '../../../../shared/rules/percent.ts'
import { type BudgetTotals, budgetTotals } from '../../../../shared/statements/budget-lines.ts'
import type { Reader } from '../../db/tables.ts'
import type { Reading, Work } from '../../work.ts'
import { actualsOf } from './actuals.ts'
import { planOf, usualUnit } from './plan.ts'

type Comparison = Answers['budget']['compare']

/** From which difference on a reason is asked for, percent of what was planned. */
const unremarkablePct = 10

/** A plan beside what came of it, from January up to the end of a month. Refuses INVALID_INPUT for a month of another year. */
export async function comparePlan(
  reading: Reading,
  { year, unit, through: asked }: Inputs['budget']['compare'],
): Promise<Comparison> {
  const through = asked ?? newestMonthOver(year, reading.today)
  if (yearOf(`${through}-01`) !== year) throw invalidInput(['through'], 'month_of_other_year', { year })
  const plan = await planOf(reading.db, year, unit)
  const actuals = await actualsOf(reading, { fromMonth: `${year}-01`, toMonth: through, unit })
  const reasons = await reasonsOf(reading.db, year, unit)
  const months = Number(through.slice(5))
  const rows = plan.rows.map(({ line, section, way, amount, months: planned }) =>
    compared({
      ...{ line, section, way, plannedYear: amount, planned: sumSen(planned.slice(0, months)) },
      ...{ actual: actuals.get(line) ?? 0, reason: reasons.get(line) ?? null },
      isAsked: plan.version > 0,
    }),
  )
  const totalOf = (of: 'planned' | 'actual' | 'difference' | 'plannedYear'): BudgetTotals =>
    budgetTotals(new Map(rows.map((row) => [row.line, row[of]])))
  return {
    ...{ year, unit: plan.unit, through, version: plan.version, rows },
    totals: {
      ...{ planned: totalOf('planned'), actual: totalOf('actual') },
      ...{ difference: totalOf('difference'), plannedYear: totalOf('plannedYear') },
    },
  }
}

/** Writes down why a line came out otherwise than planned. */
export async function explainLine(
  { tx, now, actor }: Work,
  { year, unit = usualUnit, line, reason }: Inputs['budget']['explain'],
): Promise<Answers['budget']['explain']> {
  const { version } = await tx
    .selectFrom('budget_reason')
    .select((eb) => eb(eb.fn.countAll<number>(), '+', 1).as('version'))
    .where('year', '=', year)
    .where('unit', '=', unit)
    .where('line', '=', line)
    .executeTakeFirstOrThrow()
  const made = { made_at: now, made_by: actor.id }
  await tx
    .insertInto('budget_reason')
    .values({ year, unit, line, version, reason, ...made })
    .execute()
  return { line, reason }
}

/** December of a year that is over; before that the month before this one, never earlier than January. */
function newestMonthOver(year: number, today: string): string {
  const before = addMonthsToMonth(monthOf(today), -1)
  if (before > `${year}-12`) return `${year}-12`
  return before < `${year}-01` ? `${year}-01` : before
}

type Compared = Omit<Comparison['rows'][number], 'difference' | 'pct' | 'needsReason'>

function compared({ isAsked, ...row }: Compared & { readonly isAsked: boolean }): Comparison['rows'][number] {
  const { planned, actual, reason } = row
  const difference = actual - planned
  const isRemarkable = Math.abs(difference) * 100 >= Math.abs(planned) * unremarkablePct && difference !== 0
  return {
    ...row,
    difference,
    pct: pctOf(actual, planned),
    needsReason: isAsked && isRemarkable && reason === null,
  }
}

/** The newest reason by line; of all units together each of theirs. */
async function reasonsOf(db: Reader, year: number, unit: string | undefined): Promise<Map<string, string>> {
  let query = db
    .selectFrom('budget_reason')
    .select(['unit', 'line', 'reason'])
    .where('year', '=', year)
    .orderBy('unit')
    .orderBy('version')
  if (unit !== undefined) query = query.where('unit', '=', unit)
  const newest = new Map<string, Map<string, string>>()
  for (const { line, unit: of, reason } of await query.execute()) {
    newest.set(line, (newest.get(line) ?? new Map<string, string>()).set(of, reason))
  }
  return new Map([...newest].map(([line, byUnit]) => [line, [...byUnit.values()].join('; ')]))
}
