import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import { type AllowanceChange, loanAllowance } from '../../../../shared/rules/entries/loan-allowance.ts'
import { sumSen } from '../../../../shared/rules/money.ts'
import { insertion } from '../../db/question.ts'
import type { LoanClassTable, Reader } from '../../db/tables.ts'
import { setAsideFrom } from '../../ledger/allowance-bounds.ts'
import type { Work } from '../../work.ts'
import { type Classes, classesAt } from './classes.ts'
import { keepMonthEnd, requireMonthEnd } from './month-ends.ts'

type Accrued = Answers['loans']['accrueAllowance']

/**
 * Keeps every loan's class at a month's end and brings what is set aside to what they ask for, by the change alone.
 * Refuses a month that is not over, locked or done already, and one before a month that is done.
 */
export async function accrueAllowance(work: Work, input: Inputs['loans']['accrueAllowance']): Promise<Accrued> {
  const { requestId, month } = input
  const asOf = await requireMonthEnd(work, { step: 'allowance', month })
  const classes = await classesAt(work.tx, asOf)
  const changes = await allowanceChanges(work.tx, classes)
  const monthEnd = { request_id: requestId, step: 'allowance', month, preset: classes.preset } as const
  const posted = await keepMonthEnd(work, monthEnd, loanAllowance({ date: asOf, changes }), async () => {
    for (const row of classes.rows) await writeClass(work.tx, classRow(requestId, row))
  })
  const { loans, allowance, byClass } = classes.totals
  return { ...posted, month, loans, allowance, ...sumsOfChanges(changes), byClass }
}

/** Over all units, sen: `before` and `change` come to what is asked for and what is held back. */
export function sumsOfChanges(changes: readonly UnitChange[]) {
  const sum = (amount: (own: UnitChange) => number) => sumSen(changes.map(amount))
  return { before: sum((own) => own.before), change: sum((own) => own.change), heldBack: sum((own) => own.heldBack) }
}

interface UnitChange extends AllowanceChange {
  /** What is set aside before the change, and what stays so beyond what the loans ask for. */
  readonly before: number
  readonly heldBack: number
}

/**
 * For each unit, what its loans ask for less what is set aside in its books at the end of the day. What a write-off of a
 * later day was borne by is not given back: it stays set aside until the month's end after it.
 */
export async function allowanceChanges(db: Reader, { rows, loans, asOf }: Classes): Promise<UnitChange[]> {
  const asked = Map.groupBy(rows, ({ id }) => loans.get(id)?.record.agreement.unit ?? '')
  const held = await setAsideFrom(db, asOf)
  const units = [...new Set([...asked.keys(), ...held.keys()])].sort()
  return units.map((unit) => {
    const needed = sumSen((asked.get(unit) ?? []).map((row) => row.allowance))
    const { onDay: before, least } = held.get(unit) ?? { onDay: 0, least: 0 }
    const change = Math.max(needed - before, 0 - Math.max(0, least))
    return { unit, change, before, heldBack: before + change - needed }
  })
}

function classRow(requestId: string, row: Classes['rows'][number]): LoanClassTable {
  return {
    ...{ request_id: requestId, loan_id: row.id, class: row.class, days_overdue: row.daysOverdue },
    ...{ overdue_principal: row.overduePrincipal, overdue_interest: row.overdueInterest },
    ...{ outstanding: row.outstanding, collateral: row.collateral, base: row.base, pct: row.pct },
    ...{ allowance: row.allowance, interest_not_accrued: row.interestNotAccrued },
    ...{ interest_due: row.interestDue, interest_accrued: row.interestAccrued },
    restructured: row.restructured ? 1 : 0,
  }
}

const writeClass = insertion('loan_class', [
  ...(['request_id', 'loan_id', 'class', 'days_overdue', 'overdue_principal', 'overdue_interest'] as const),
  ...(['outstanding', 'collateral', 'base', 'pct', 'allowance', 'interest_due', 'interest_accrued'] as const),
  ...(['interest_not_accrued', 'restructured'] as const),
])
