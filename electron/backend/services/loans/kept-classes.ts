import { lastDayOfMonth, monthOf } from '../../../../shared/calendar.ts'
import type { Answers } from '../../../../shared/contract/index.ts'
import type { CollectibilityPreset } from '../../../../shared/rules/collectibility.ts'
import {
  type ClassifiedLoan,
  type LoanClassification,
  totalsOfClasses,
} from '../../../../shared/rules/loan-classification.ts'
import { sen } from '../../../../shared/rules/money.ts'
import type { LoanClassTable, Reader } from '../../db/tables.ts'
import { findDoneStep } from './month-ends.ts'

/** The classes a month's end wrote down, with who wrote them. */
export interface KeptClasses extends LoanClassification {
  readonly preset: CollectibilityPreset
  readonly kept: NonNullable<Answers['loans']['classify']['kept']>
}

/**
 * What the month's end that is done for a day kept of the loans, whatever was decided or dated back since; undefined for
 * any other day, for a month that is not done, and where another preset is asked for.
 */
export async function keptClassesOn(
  db: Reader,
  asOf: string,
  asked?: CollectibilityPreset,
): Promise<KeptClasses | undefined> {
  const month = monthOf(asOf)
  if (lastDayOfMonth(month) !== asOf) return undefined
  const done = await findDoneStep(db, { step: 'allowance', month })
  if (!done || (asked !== undefined && asked !== done.preset)) return undefined
  const { preset, ...kept } = done
  const rows = (await keptRows(db, kept.requestId)).map(classifiedOf)
  return { preset, kept, rows, totals: totalsOfClasses(rows) }
}

/** In the order of the loans' numbers. */
async function keptRows(db: Reader, requestId: string): Promise<LoanClassTable[]> {
  return db
    .selectFrom('loan_class as c')
    .innerJoin('loan as l', 'l.id', 'c.loan_id')
    .selectAll('c')
    .where('c.request_id', '=', requestId)
    .orderBy((eb) => eb.fn('length', ['l.code']))
    .orderBy('l.code')
    .execute()
}

function classifiedOf(row: LoanClassTable): ClassifiedLoan {
  return {
    ...{ id: row.loan_id, class: row.class, daysOverdue: row.days_overdue, pct: row.pct },
    ...{ overduePrincipal: sen(row.overdue_principal), overdueInterest: sen(row.overdue_interest) },
    ...{ outstanding: sen(row.outstanding), collateral: sen(row.collateral) },
    ...{ base: sen(row.base), allowance: sen(row.allowance) },
    ...{ interestDue: sen(row.interest_due), interestAccrued: sen(row.interest_accrued) },
    ...{ interestNotAccrued: sen(row.interest_not_accrued), restructured: row.restructured === 1 },
  }
}
