import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import { type AllowanceChange, loanAllowance } from '../../../../shared/rules/entries/loan-allowance.ts'
import { allowanceAccount } from '../../../../shared/rules/entries/loan-line.ts'
import { sumSen } from '../../../../shared/rules/money.ts'
import { insertion } from '../../db/question.ts'
import type { LoanClassTable, Reader } from '../../db/tables.ts'
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
  const posted = await keepMonthEnd(work, monthEnd, loanAllowance({ date: asOf, changes }))
  for (const row of classes.rows) await writeClass(work.tx, classRow(requestId, row))
  const { loans, allowance, byClass } = classes.totals
  const change = sumSen(changes.map((own) => own.change))
  return { ...posted, month, loans, allowance, before: allowance - change, change, byClass }
}

/** For each unit, what its loans ask for less what is set aside in its books at the end of the day. */
export async function allowanceChanges(db: Reader, { rows, loans, asOf }: Classes): Promise<AllowanceChange[]> {
  const asked = Map.groupBy(rows, ({ id }) => loans.get(id)?.record.agreement.unit ?? '')
  const kept = await db
    .selectFrom('balance_day')
    .select((eb) => ['unit', eb.fn.sum<number>(eb('credit', '-', eb.ref('debit'))).as('balance')])
    .where('account', '=', allowanceAccount)
    .where('day', '<=', asOf)
    .groupBy('unit')
    .execute()
  const balances = new Map(kept.map(({ unit, balance }) => [unit, balance]))
  const units = [...new Set([...asked.keys(), ...balances.keys()])].sort()
  return units.map((unit) => {
    const needed = sumSen((asked.get(unit) ?? []).map((row) => row.allowance))
    return { unit, change: needed - (balances.get(unit) ?? 0) }
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
