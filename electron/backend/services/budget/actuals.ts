import { firstDayOfMonth, lastDayOfMonth } from '../../../../shared/calendar.ts'
import type { Inputs } from '../../../../shared/contract/index.ts'
import { budgetLines } from '../../../../shared/statements/budget-lines.ts'
import { cashFlow } from '../../../../shared/statements/cash-flow.ts'
import { surplus } from '../../../../shared/statements/surplus.ts'
import { cashFlowFacts } from '../../reports/cash-flow/facts.ts'
import { surplusFacts } from '../../reports/surplus/facts.ts'
import type { Reading } from '../../work.ts'

interface Asked {
  readonly fromMonth: string
  readonly toMonth: string
  readonly unit: Inputs['budget']['get']['unit']
}

/**
 * What really happened on every line of a plan, sen above zero in the line's own way: the figures of the surplus
 * statement and of the cash flow themselves, so that a plan is never compared with a third reckoning.
 */
export async function actualsOf(reading: Reading, { fromMonth, toMonth, unit }: Asked): Promise<Map<string, number>> {
  const period = { from: firstDayOfMonth(fromMonth), to: lastDayOfMonth(toMonth), ...(unit && { unit }) }
  const statements = [
    surplus(await surplusFacts(reading, period, 'id')),
    cashFlow(await cashFlowFacts(reading, period, 'id')),
  ]
  const said = new Map(statements.flatMap(({ rows }) => rows.map(({ line, current }) => [line, Number(current ?? 0)])))
  return new Map(
    budgetLines.map(({ line, section, way }) => {
      const amount = said.get(line) ?? 0
      const isFlow = section === 'investing' || section === 'financing'
      return [line, (isFlow && way === 'out' ? 0 - amount : amount) + 0]
    }),
  )
}
