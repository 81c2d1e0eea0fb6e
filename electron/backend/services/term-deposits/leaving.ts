import { monthOf } from '../../../../shared/calendar.ts'
import { type Sen, sen } from '../../../../shared/rules/money.ts'
import { withheldNow } from '../../../../shared/rules/savings-withholding.ts'
import type { Reader } from '../../db/tables.ts'
import { interestPaid } from '../../ledger/interest-paid.ts'
import { closingOf, interestSoFar, readTerms, type TermRecord } from './facts.ts'

/** A term deposit that ends because its member leaves, in sen. */
export interface LeavingTerm {
  readonly term: TermRecord
  readonly accrued: Sen
  readonly adjustment: Sen
  readonly interest: Sen
  readonly tax: Sen
  readonly penalty: Sen
}

/**
 * How a member's running term deposits end on the day she leaves: as closing them early costs by what was agreed. One
 * that cannot be closed early pays the months that are over, for it cannot run on without its member.
 */
export async function termsOnLeaving(db: Reader, memberId: string, date: string): Promise<LeavingTerm[]> {
  const open = (await readTerms(db, { memberId })).filter(({ active, held }) => active === 1 && (held ?? 0) > 0)
  if (open.length === 0) return []
  const soFar = await interestSoFar(db)
  const ends = open.map((term) => ({
    term,
    accrued: sen(soFar(term.id).accrued),
    ...closingOf(term, date, soFar(term.id)),
  }))
  const before = (await interestPaid(db, monthOf(date))).get(memberId) ?? { gross: sen(0), tax: sen(0) }
  const { taxes } = withheldNow(
    before,
    ends.map(({ interest }) => interest),
  )
  return ends.map(({ term, accrued, adjustment, interest, penalty }, index) => {
    return { term, accrued, adjustment, interest, penalty, tax: taxes[index] ?? sen(0) }
  })
}
