import { addDays } from '../../../../shared/calendar.ts'
import type { LoanClass } from '../../../../shared/rules/allowance.ts'
import type { Continued } from '../../../../shared/rules/restructured-class.ts'
import { among } from '../../db/among.ts'
import type { Reader } from '../../db/tables.ts'
import { historiesOf } from './rows.ts'

/** Answers the class of some loans at the end of a day, by loan. */
type ClassesOn = (loanIds: readonly string[], day: string) => Promise<ReadonlyMap<string, LoanClass>>

/** Of those of these loans that continue another one: the class that one had the day before, and what was paid since. */
export async function continuedAt(
  db: Reader,
  loanIds: readonly string[],
  asOf: string,
  classesOn: ClassesOn,
): Promise<Map<string, Pick<Continued, 'classBefore' | 'payments'>>> {
  const continued = await restructuredAmong(db, loanIds)
  if (continued.length === 0) return new Map()
  const classBefore = new Map<string, LoanClass>()
  for (const [date, own] of Map.groupBy(continued, (one) => one.date)) {
    const classes = await classesOn(
      own.map(({ oldId }) => oldId),
      addDays(date, -1),
    )
    for (const { id, oldId } of own) classBefore.set(id, classes.get(oldId) ?? 'current')
  }
  const paid = await historiesOf(db, { loanIds: [...classBefore.keys()], asOf })
  return new Map([...classBefore].map(([id, before]) => [id, { classBefore: before, payments: paid.get(id) ?? [] }]))
}

async function restructuredAmong(db: Reader, loanIds: readonly string[]) {
  return db
    .selectFrom('loan_restructuring as x')
    .innerJoin('journal_entry as e', 'e.id', 'x.entry_id')
    .select(['x.new_loan_id as id', 'x.loan_id as oldId', 'e.date'])
    .where('x.new_loan_id', 'in', among(JSON.stringify(loanIds)))
    .execute()
}
