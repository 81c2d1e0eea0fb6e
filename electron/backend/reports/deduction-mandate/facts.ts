import type { Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import { invalidInput } from '../../../../shared/errors.ts'
import type { DeductionMandateFacts } from '../../../../shared/statements/deduction-mandate.ts'
import { securitiesOf } from '../../services/loans/backing.ts'
import { getLoan } from '../../services/loans/standing.ts'
import type { Reading } from '../../work.ts'
import { whereTheyLive } from '../member-address.ts'
import { officerNames } from '../officer-names.ts'
import { savingsProductNames } from '../savings-product-names.ts'

/** Which savings may pay which loan; refuses NOT_FOUND and unknown savings. */
export async function deductionMandateFacts(
  { db, today }: Reading,
  { loanId, savingsProducts, date }: ReportParams<'deductionMandate'>,
  language: Language,
): Promise<DeductionMandateFacts> {
  const { loan } = await getLoan(db, loanId)
  const given = (await securitiesOf(db, loanId)).mandates.find(({ revokedOn }) => revokedOn === null)
  const names = new Map((await savingsProductNames(db, language)).map(({ product, name }) => [product, name]))
  const savings = (savingsProducts ?? given?.savingsProducts ?? []).map((product, index) => {
    const name = names.get(product)
    if (name === undefined) throw invalidInput(['params', 'savingsProducts', index], 'product_unknown', { product })
    return name
  })
  const member = await db.selectFrom('member').selectAll().where('id', '=', loan.memberId).executeTakeFirstOrThrow()
  const { name: cooperative } = await db.selectFrom('cooperative').select('name').executeTakeFirstOrThrow()
  return {
    ...{ language, date: date ?? given?.on ?? today, loan, cooperative, savings },
    borrower: { nationalId: member.national_id, address: whereTheyLive(member), occupation: member.occupation },
    treasurer: (await officerNames(db))('treasurer'),
  }
}
