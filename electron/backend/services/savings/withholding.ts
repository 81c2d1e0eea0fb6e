import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import { sen, sumSen } from '../../../../shared/rules/money.ts'
import { savingsInterestTax } from '../../../../shared/rules/savings-interest-tax.ts'
import { interestPaid } from '../../ledger/interest-paid.ts'
import type { Reading } from '../../work.ts'

type Withholding = Answers['savings']['withholding']

/** What every member was paid of interest in a month and what was kept for the state, in the order of their numbers. */
export async function savingsWithholding(
  { db }: Reading,
  { month }: Inputs['savings']['withholding'],
): Promise<Withholding> {
  const paid = await interestPaid(db, month)
  const members = await db.selectFrom('member').select(['id', 'code', 'name']).orderBy('sort').execute()
  const rows = members.flatMap(({ id: memberId, code: memberNumber, name: memberName }) => {
    const own = paid.get(memberId)
    if (!own || own.gross <= 0) return []
    const { gross, tax } = own
    const due = savingsInterestTax({ grossInMonth: gross, memberKind: 'individual' })
    const kept = { gross, tax, net: sen(gross - tax), ratePct: due.ratePct, short: sen(Math.max(0, due.tax - tax)) }
    return [{ memberId, memberNumber, memberName, ...kept }]
  })
  const total = (part: 'gross' | 'tax' | 'net' | 'short') => sumSen(rows.map((row) => row[part]))
  return { rows, totals: { gross: total('gross'), tax: total('tax'), net: total('net'), short: total('short') } }
}
