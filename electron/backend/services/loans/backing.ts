import type { Answers } from '../../../../shared/contract/index.ts'
import type { LoanSecurities } from '../../../../shared/contract/loan-securities.ts'
import { among } from '../../db/among.ts'
import type { Reader } from '../../db/tables.ts'
import { getLoan, type LoanRecord } from './standing.ts'

type Loan = Answers['loans']['card']['loan']

/** A loan as every procedure answers it. */
export async function answeredLoan(db: Reader, loanId: string): Promise<Loan> {
  const { loan } = await getLoan(db, loanId)
  return { ...loan, ...(await securitiesOf(db, loanId)) }
}

/** Loans with who and what stands behind them, in three questions however many they are. */
export async function answeredLoans(db: Reader, records: readonly LoanRecord[]): Promise<Loan[]> {
  const securities = await securitiesOfAll(
    db,
    records.map(({ loan }) => loan.loanId),
  )
  return records.map(({ loan }) => ({ ...loan, ...securities(loan.loanId) }))
}

/** Who and what stands behind one loan. */
export async function securitiesOf(db: Reader, loanId: string): Promise<LoanSecurities> {
  return (await securitiesOfAll(db, [loanId]))(loanId)
}

/** Who and what stands behind each of these loans. */
async function securitiesOfAll(db: Reader, loanIds: readonly string[]): Promise<(loanId: string) => LoanSecurities> {
  const ids = JSON.stringify(loanIds)
  const [guarantors, collateral, mandates] = [
    await guarantorsOf(db, ids),
    await collateralOf(db, ids),
    await mandatesOf(db, ids),
  ]
  return (loanId) => ({
    guarantors: guarantors.get(loanId) ?? [],
    collateral: collateral.get(loanId) ?? [],
    mandates: mandates.get(loanId) ?? [],
  })
}

async function guarantorsOf(db: Reader, ids: string) {
  const rows = await db
    .selectFrom('loan_guarantor as g')
    .leftJoin('member as m', 'm.id', 'g.member_id')
    .select(['g.loan_id as loanId', 'g.id as guarantorId', 'g.member_id as memberId', 'm.code as memberNumber'])
    .select(['g.name', 'g.address', 'g.phone', 'm.name as memberName', 'm.address as memberAddress'])
    .select('m.phone as memberPhone')
    .where('g.loan_id', 'in', among(ids))
    .orderBy('g.n')
    .execute()
  return grouped(rows, ({ name, memberName, address, memberAddress, phone, memberPhone, ...row }) => ({
    ...row,
    name: memberName ?? name ?? '',
    address: memberAddress ?? address,
    phone: memberPhone ?? phone,
  }))
}

async function collateralOf(db: Reader, ids: string) {
  const rows = await db
    .selectFrom('loan_collateral')
    .select(['loan_id as loanId', 'id as collateralId', 'kind', 'owner', 'document_number as documentNumber'])
    .select(['appraised', 'appraised_on as appraisedOn', 'kept_at as keptAt', 'released_on as releasedOn'])
    .where('loan_id', 'in', among(ids))
    .orderBy('n')
    .execute()
  return grouped(rows, (row) => row)
}

async function mandatesOf(db: Reader, ids: string) {
  const rows = await db
    .selectFrom('loan_mandate')
    .select(['loan_id as loanId', 'id as mandateId', 'savings_products', 'given_on as on', 'revoked_on as revokedOn'])
    .where('loan_id', 'in', among(ids))
    .orderBy('given_on')
    .orderBy('id')
    .execute()
  return grouped(rows, ({ savings_products, ...row }) => ({
    ...row,
    savingsProducts: JSON.parse(savings_products) as string[],
  }))
}

function grouped<Row extends { readonly loanId: string }, Answer>(
  rows: readonly Row[],
  answered: (row: Omit<Row, 'loanId'>) => Answer,
): Map<string, Answer[]> {
  const byLoan = new Map<string, Answer[]>()
  for (const { loanId, ...row } of rows) byLoan.set(loanId, [...(byLoan.get(loanId) ?? []), answered(row)])
  return byLoan
}
