import type { z } from 'zod'
import type { Inputs as AllInputs, Answers } from '../../../../shared/contract/index.ts'
import type { collateralSchema, guarantorSchema } from '../../../../shared/contract/loan-securities.ts'
import { invalidInput, Refusal } from '../../../../shared/errors.ts'
import type { LoanAgreementTable, Reader } from '../../db/tables.ts'
import { requireOpenPeriod } from '../../ledger/periods.ts'
import { requireDateInReach } from '../../ledger/post.ts'
import type { Work } from '../../work.ts'
import { requireWithdrawable } from '../savings/terms.ts'
import { answeredLoan, securitiesOf } from './backing.ts'
import { isSamePerson } from './parties.ts'
import { getLoan, type LoanRecord, requireNotBefore, requireNotRejected, requirePaidOut } from './standing.ts'

type Inputs = AllInputs['loans']
type Loan = Answers['loans']['approve']

export async function addGuarantor(work: Work, input: Inputs['addGuarantor']): Promise<Loan> {
  const record = await requireAlive(work.tx, input.loanId)
  await keepGuarantors(work, record.agreement, [input.guarantor])
  return answeredLoan(work.tx, input.loanId)
}

type Guarantor = z.output<typeof guarantorSchema>

/**
 * Notes who answers for a loan. Refuses INVALID_INPUT, with its place, for a member who is unknown or left, the borrower
 * herself, and somebody named twice; NOT_ALLOWED for who approved the loan.
 */
export async function keepGuarantors(
  work: Work,
  { loan_id, member_id, approved_by }: LoanAgreementTable,
  guarantors: readonly Guarantor[],
): Promise<void> {
  const known = (await securitiesOf(work.tx, loan_id)).guarantors.map(({ name }) => name)
  const borrower = await work.tx
    .selectFrom('member')
    .select('name')
    .where('id', '=', member_id)
    .executeTakeFirstOrThrow()
  for (const [index, guarantor] of guarantors.entries()) {
    const name = await guarantorName(work.tx, guarantor, index)
    const path = ['guarantors', index, guarantor.memberId === undefined ? 'name' : 'memberId']
    if (guarantor.memberId === member_id || isSamePerson(name, borrower.name)) {
      throw invalidInput(path, 'guarantor_is_borrower')
    }
    if (known.some((other) => isSamePerson(name, other))) throw invalidInput(path, 'given_twice')
    if (approved_by !== null && isSamePerson(name, approved_by)) {
      throw new Refusal('NOT_ALLOWED', 'guarantor_is_approver', { name })
    }
    known.push(name)
    const { memberId = null, address, phone } = guarantor
    const row = {
      id: work.newId(),
      loan_id,
      n: known.length,
      member_id: memberId,
      name: memberId === null ? name : null,
    }
    await work.tx
      .insertInto('loan_guarantor')
      .values({ ...row, address: address || null, phone: phone || null })
      .execute()
  }
}

async function guarantorName(db: Reader, { memberId, name = '' }: Guarantor, index: number): Promise<string> {
  if (memberId === undefined) return name
  const member = await db
    .selectFrom('member')
    .select(['name', 'code', 'active'])
    .where('id', '=', memberId)
    .executeTakeFirst()
  const path = ['guarantors', index, 'memberId']
  if (!member) throw invalidInput(path, 'member_unknown')
  if (!member.active) throw invalidInput(path, 'guarantor_left', { number: member.code })
  return member.name
}

/** Pledges one thing more. Refuses PERIOD_CLOSED where it would count in a closed month in which the loan ran. */
export async function addCollateral(work: Work, { loanId, collateral }: Inputs['addCollateral']): Promise<Loan> {
  const { disbursement } = await requireAlive(work.tx, loanId)
  const recordedOn = work.today
  await keepCollateral(work, loanId, { collateral: [collateral], recordedOn })
  const appraisedOn = collateral.appraisedOn ?? recordedOn
  if (disbursement) {
    await requireOpenPeriod(work.tx, appraisedOn > disbursement.date ? appraisedOn : disbursement.date)
  }
  return answeredLoan(work.tx, loanId)
}

interface Pledged {
  readonly collateral: readonly z.output<typeof collateralSchema>[]
  /** From when on something counts that names no day of appraisal. */
  readonly recordedOn: string
}

/** Writes things into the register of collateral; a day of appraisal out of reach is refused. */
export async function keepCollateral(work: Work, loanId: string, { collateral, recordedOn }: Pledged): Promise<void> {
  const before = (await securitiesOf(work.tx, loanId)).collateral.length
  for (const [index, { kind, owner, appraised, ...rest }] of collateral.entries()) {
    const { documentNumber, appraisedOn = null, keptAt } = rest
    if (appraisedOn !== null && appraisedOn > work.today) {
      await requireDateInReach(work.tx, work.today, appraisedOn, 'appraisedOn')
    }
    const id = work.newId()
    await work.tx
      .insertInto('loan_collateral')
      .values({
        ...{ id, origin_id: id, loan_id: loanId, n: before + index + 1, kind, owner, appraised, released_on: null },
        ...{ document_number: documentNumber || null, appraised_on: appraisedOn, kept_at: keptAt || null },
        recorded_on: recordedOn,
      })
      .execute()
  }
}

/**
 * Refuses NOT_FOUND, ALREADY_DONE, PERIOD_CLOSED, and a day before the loan was asked for; while the loan runs it is asked
 * about.
 */
export async function releaseCollateral(
  work: Work,
  { collateralId, date }: Inputs['releaseCollateral'],
): Promise<Answers['loans']['releaseCollateral']> {
  const row = await work.tx.selectFrom('loan_collateral').selectAll().where('id', '=', collateralId).executeTakeFirst()
  if (!row) throw new Refusal('NOT_FOUND', 'collateral', { collateralId })
  if (row.released_on !== null) throw new Refusal('ALREADY_DONE', 'collateral_released', { date: row.released_on })
  const { agreement, loan } = await getLoan(work.tx, row.loan_id)
  await requireDateInReach(work.tx, work.today, date)
  requireNotBefore(date, agreement.applied_on)
  await requireOpenPeriod(work.tx, date)
  await work.tx
    .updateTable('loan_collateral')
    .set({ released_on: date })
    .where('origin_id', '=', row.origin_id)
    .where('released_on', 'is', null)
    .execute()
  const warnings = loan.outstanding > 0 ? ['released_before_settled'] : []
  return { loan: await answeredLoan(work.tx, row.loan_id), warnings }
}

/** A loan that goes on as another takes over who answers for it, what was pledged and not given back, and its mandates. */
export async function takeOverSecurities(work: Work, from: string, to: string): Promise<void> {
  const guarantors = await work.tx.selectFrom('loan_guarantor').selectAll().where('loan_id', '=', from).execute()
  for (const row of guarantors) {
    await work.tx
      .insertInto('loan_guarantor')
      .values({ ...row, id: work.newId(), loan_id: to })
      .execute()
  }
  const pledged = await work.tx
    .selectFrom('loan_collateral')
    .selectAll()
    .where('loan_id', '=', from)
    .where('released_on', 'is', null)
    .execute()
  for (const row of pledged) {
    await work.tx
      .insertInto('loan_collateral')
      .values({ ...row, id: work.newId(), loan_id: to })
      .execute()
  }
  const mandates = await work.tx
    .selectFrom('loan_mandate')
    .selectAll()
    .where('loan_id', '=', from)
    .where('revoked_on', 'is', null)
    .execute()
  for (const row of mandates) {
    await work.tx
      .insertInto('loan_mandate')
      .values({ ...row, id: work.newId(), loan_id: to })
      .execute()
  }
}

/** The borrower signs that instalments may be taken from her savings. Refuses ALREADY_EXISTS while such a paper stands. */
export async function giveMandate(work: Work, input: Inputs['giveMandate']): Promise<Loan> {
  const { agreement, loan } = await requireAlive(work.tx, input.loanId)
  const standing = (await securitiesOf(work.tx, input.loanId)).mandates.some(({ revokedOn }) => revokedOn === null)
  if (standing) throw new Refusal('ALREADY_EXISTS', 'mandate', { number: loan.number })
  await keepMandate(work, agreement, input)
  return answeredLoan(work.tx, input.loanId)
}

/** Where in the input a mandate's parts stand, so that a refusal stands beside them. */
type MandatePlaces = Readonly<Record<'savingsProducts' | 'date', readonly string[]>>

/** Refuses INVALID_INPUT for unknown savings or a day before the application, NOT_ALLOWED for savings nobody may draw on. */
export async function keepMandate(
  work: Work,
  { loan_id, applied_on }: LoanAgreementTable,
  { savingsProducts, date }: Pick<Inputs['giveMandate'], 'savingsProducts' | 'date'>,
  at: MandatePlaces = { savingsProducts: ['savingsProducts'], date: ['date'] },
): Promise<void> {
  await requireDateInReach(work.tx, work.today, date, at.date)
  requireNotBefore(date, applied_on, at.date)
  for (const [index, id] of savingsProducts.entries()) {
    const product = await work.tx.selectFrom('savings_product').selectAll().where('id', '=', id).executeTakeFirst()
    if (!product) throw invalidInput([...at.savingsProducts, index], 'product_unknown', { product: id })
    requireWithdrawable({ ...product, productName: product.name_id, lock: product.lock_rule })
  }
  const savings_products = JSON.stringify([...new Set(savingsProducts)])
  const id = work.newId()
  await work.tx
    .insertInto('loan_mandate')
    .values({ id, origin_id: id, loan_id, savings_products, given_on: date, revoked_on: null })
    .execute()
}

/**
 * The borrower takes her permission back, also for the loan this one goes on for. Refuses NOT_ALLOWED `no_mandate`, and a
 * day before it was given.
 */
export async function revokeMandate(work: Work, { loanId, date }: Inputs['revokeMandate']): Promise<Loan> {
  const { loan } = await getLoan(work.tx, loanId)
  const standing = (await securitiesOf(work.tx, loanId)).mandates.find(({ revokedOn }) => revokedOn === null)
  if (!standing) throw new Refusal('NOT_ALLOWED', 'no_mandate', { number: loan.number })
  await requireDateInReach(work.tx, work.today, date)
  requireNotBefore(date, standing.on)
  const { origin_id } = await work.tx
    .selectFrom('loan_mandate')
    .select('origin_id')
    .where('id', '=', standing.mandateId)
    .executeTakeFirstOrThrow()
  await work.tx
    .updateTable('loan_mandate')
    .set({ revoked_on: date })
    .where('origin_id', '=', origin_id)
    .where('revoked_on', 'is', null)
    .execute()
  return answeredLoan(work.tx, loanId)
}

/** Refuses NOT_FOUND, and NOT_ALLOWED for a loan that came to its end. */
async function requireAlive(db: Reader, loanId: string): Promise<LoanRecord> {
  const record = await getLoan(db, loanId)
  if (record.disbursement) requirePaidOut(record)
  else requireNotRejected(record)
  return record
}
