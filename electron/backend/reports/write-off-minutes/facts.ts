import type { Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import { Refusal } from '../../../../shared/errors.ts'
import type { WriteOffMinutesFacts } from '../../../../shared/statements/write-off-minutes.ts'
import { getLoan } from '../../services/loans/standing.ts'
import type { Reading } from '../../work.ts'
import { loanProductNames } from '../loan-product-names.ts'
import { whereTheyLive } from '../member-address.ts'
import { officerNames } from '../officer-names.ts'

/** The decision by which a loan was given up; refuses NOT_FOUND, and NOT_ALLOWED for a loan that was not. */
export async function writeOffMinutesFacts(
  { db }: Reading,
  { loanId }: ReportParams<'writeOffMinutes'>,
  language: Language,
): Promise<WriteOffMinutesFacts> {
  const { loan } = await getLoan(db, loanId)
  const { writtenOff, number } = loan
  if (!writtenOff) throw new Refusal('NOT_ALLOWED', 'loan_not_given_up', { number })
  const member = await db.selectFrom('member').selectAll().where('id', '=', loan.memberId).executeTakeFirstOrThrow()
  const { name: cooperative } = await db.selectFrom('cooperative').select('name').executeTakeFirstOrThrow()
  const nameOf = await officerNames(db)
  const names = await loanProductNames(db, language)
  return {
    ...{ language, writtenOff, cooperative },
    loan: { ...loan, productName: names.get(loan.product) ?? loan.productName },
    address: whereTheyLive(member),
    officers: { chair: nameOf('chair'), treasurer: nameOf('treasurer'), supervisor: nameOf('supervisor') },
  }
}
