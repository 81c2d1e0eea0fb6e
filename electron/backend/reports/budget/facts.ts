import { addMonthsToMonth, type Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import type { BudgetComparisonFacts, BudgetPlanFacts } from '../../../../shared/statements/budget.ts'
import { actualsOf } from '../../services/budget/actuals.ts'
import { comparePlan } from '../../services/budget/comparison.ts'
import { monthsOver, planOf } from '../../services/budget/plan.ts'
import type { Reading } from '../../work.ts'
import { unitName } from '../statement-accounts.ts'

/** The plan of a year, and what the year before was in the months of it that are over. */
export async function budgetPlanFacts(
  reading: Reading,
  { year, unit }: ReportParams<'budgetPlan'>,
  language: Language,
): Promise<BudgetPlanFacts> {
  const monthsKnown = monthsOver(year - 1, reading.today)
  const fromMonth = `${year - 1}-01`
  return {
    ...{ language, unit: await unitName(reading.db, unit, language), monthsKnown },
    plan: await planOf(reading.db, year, unit),
    lastYear:
      monthsKnown === 0
        ? new Map()
        : await actualsOf(reading, { fromMonth, toMonth: addMonthsToMonth(fromMonth, monthsKnown - 1), unit }),
  }
}

/** A plan beside what came of it, as `budget.compare` answers. */
export async function budgetComparisonFacts(
  reading: Reading,
  asked: ReportParams<'budgetComparison'>,
  language: Language,
): Promise<BudgetComparisonFacts> {
  return {
    ...{ language, unit: await unitName(reading.db, asked.unit, language) },
    comparison: await comparePlan(reading, asked),
  }
}
