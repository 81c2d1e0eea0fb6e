import { firstDayOfYear, type Language } from '../../../../shared/calendar.ts'
import { sumSen } from '../../../../shared/rules/money.ts'
import type { NotedLoan } from '../../../../shared/statements/notes/facts.ts'
import type { Reader } from '../../db/tables.ts'
import { classifyLoans } from '../../services/loans/classes.ts'
import { endingsOf } from '../../services/loans/endings.ts'
import type { Reading } from '../../work.ts'
import { loanProductNames } from '../loan-product-names.ts'

/** Every loan owed on a day, by class as the month's end kept it, with its product and whether it is an officer's. */
export async function notedLoans(reading: Reading, asOf: string, language: Language): Promise<NotedLoan[]> {
  const { db } = reading
  const names = await loanProductNames(db, language)
  const agreements = await db.selectFrom('loan_agreement').select(['loan_id', 'product', 'related_party']).execute()
  const agreed = new Map(agreements.map((agreement) => [agreement.loan_id, agreement]))
  const { rows } = await classifyLoans(reading, { asOf })
  return rows.map(({ loanId, class: own, outstanding, collateral, allowance, restructured }) => {
    const { product = '', related_party: related } = agreed.get(loanId) ?? {}
    const terms = { product: names.get(product) ?? product, relatedParty: related === 1 }
    return { ...terms, class: own, outstanding, collateral, allowance, restructured }
  })
}

/** Loans written off in a year up to a day, with the principal they still owed, sen. */
export async function writtenOffIn(db: Reader, year: number, asOf: string): Promise<{ count: number; amount: number }> {
  const endings = [...(await endingsOf(db, { asOf })).values()]
  const own = endings.filter(({ kind, date }) => kind === 'written_off' && date >= firstDayOfYear(year))
  return { count: own.length, amount: sumSen(own.map(({ principal }) => principal)) }
}
