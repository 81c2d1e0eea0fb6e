import type { Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import type { LoanAgreementFacts } from '../../../../shared/statements/agreed-loan.ts'
import { termsOf } from '../../db/loan-columns.ts'
import type { Reader } from '../../db/tables.ts'
import { securitiesOf } from '../../services/loans/backing.ts'
import type { Reading } from '../../work.ts'
import { agreedQuote } from '../agreed-quote.ts'
import { loanProductNames } from '../loan-product-names.ts'
import { whereTheyLive } from '../member-address.ts'
import { officerNames } from '../officer-names.ts'
import { savingsProductNames } from '../savings-product-names.ts'

/** What was agreed about a loan, also one that is still to be paid out on `date`, today unless said; refuses NOT_FOUND. */
export async function loanAgreementFacts(
  reading: Reading,
  params: ReportParams<'loanAgreement'>,
  language: Language,
): Promise<LoanAgreementFacts> {
  const { db } = reading
  const { record, quote, disbursedOn, isPlanned } = await agreedQuote(reading, params)
  const { agreement, loan } = record
  const names = await loanProductNames(db, language)
  return {
    ...{ language, terms: termsOf(agreement), quote, date: disbursedOn, isPlanned },
    loan: { ...loan, productName: names.get(loan.product) ?? loan.productName },
    ...(await officeOf(db)),
    borrower: await borrowerOf(db, loan.memberId),
    ...(await backingOf(db, loan.loanId, language)),
    isJoint: loan.jointLiability,
  }
}

/** Who and what stands behind the loan now: what was released or taken back is no part of it. */
async function backingOf(
  db: Reader,
  loanId: string,
  language: Language,
): Promise<Pick<LoanAgreementFacts, 'guarantors' | 'collateral' | 'mandate'>> {
  const { guarantors, collateral, mandates } = await securitiesOf(db, loanId)
  const names = new Map((await savingsProductNames(db, language)).map(({ product, name }) => [product, name]))
  const mandate = mandates.find(({ revokedOn }) => revokedOn === null)
  return {
    guarantors,
    collateral: collateral.filter(({ releasedOn }) => releasedOn === null),
    mandate: mandate?.savingsProducts.map((product) => names.get(product) ?? product) ?? [],
  }
}

async function officeOf(db: Reader): Promise<Pick<LoanAgreementFacts, 'cooperative' | 'chair' | 'treasurer'>> {
  const cooperative = await db.selectFrom('cooperative').selectAll().executeTakeFirstOrThrow()
  const nameOf = await officerNames(db)
  const { name, address, village, district, regency } = cooperative
  const where = [address, village, district, regency].filter(Boolean).join(', ')
  return {
    cooperative: { name, place: village ?? regency, address: where },
    ...{ chair: nameOf('chair'), treasurer: nameOf('treasurer') },
  }
}

async function borrowerOf(db: Reader, memberId: string): Promise<LoanAgreementFacts['borrower']> {
  const row = await db.selectFrom('member').selectAll().where('id', '=', memberId).executeTakeFirstOrThrow()
  return { nationalId: row.national_id, address: whereTheyLive(row), occupation: row.occupation }
}
