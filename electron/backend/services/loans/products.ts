import type { Inputs as AllInputs, Answers } from '../../../../shared/contract/index.ts'
import type { LoanProduct } from '../../../../shared/contract/loan-terms.ts'
import { invalidInput, Refusal } from '../../../../shared/errors.ts'
import { defaultLoanLimits, defaultLoanTerms } from '../../../../shared/rules/default-loans.ts'
import type { LoanRate } from '../../../../shared/rules/loan-interest.ts'
import type { LoanLimits } from '../../../../shared/rules/loan-limits.ts'
import type { LoanTerms } from '../../../../shared/rules/loan-terms.ts'
import { limitColumns, limitsOf, loanAccountColumns, termColumns, termsOf } from '../../db/loan-columns.ts'
import type { LoanProductTable, Reader } from '../../db/tables.ts'
import type { Reading, Work } from '../../work.ts'

type Inputs = AllInputs['loans']

/** The loan products in their order. */
export async function loanProducts({ db }: Reading): Promise<Answers['loans']['products']> {
  const rows = await db.selectFrom('loan_product').selectAll().orderBy('sort').orderBy('id').execute()
  return { rows: rows.map(productAnswer) }
}

function productAnswer(row: LoanProductTable): LoanProduct {
  const [nameId, nameEn] = [row.name_id, row.name_en]
  return {
    ...{ product: row.id, name: nameId, nameId, nameEn },
    ...termsAnswerOf(termsOf(row)),
    limits: limitsOf(row),
    ...{ account: row.account, unit: row.unit, active: row.active === 1 },
  }
}

/** Terms as products and loans answer them. */
export function termsAnswerOf({ rate, ...terms }: LoanTerms) {
  return { ...terms, ratePct: rate.ratePct, ratePer: rate.per }
}

/** Adds a product under an id of the caller's or of its own; refuses ALREADY_EXISTS `loan_product`. */
export async function createLoanProduct(work: Work, input: Inputs['createProduct']): Promise<LoanProduct> {
  const { tx } = work
  const id = input.product ?? work.newId()
  if (await findLoanProduct(tx, id)) throw new Refusal('ALREADY_EXISTS', 'loan_product', { product: id })
  const { unit = loanAccountColumns.unit } = input
  await requireUnit(tx, unit)
  const last = await tx.selectFrom('loan_product').select('sort').orderBy('sort', 'desc').limit(1).executeTakeFirst()
  const row: LoanProductTable = {
    ...{ id, name_id: input.nameId, name_en: input.nameEn ?? input.nameId, active: 1, sort: (last?.sort ?? -1) + 1 },
    ...termColumns(changedTerms({ method: input.method, ...defaultLoanTerms }, input)),
    ...limitColumns(changedLimits(defaultLoanLimits, input)),
    ...{ ...loanAccountColumns, unit },
  }
  await tx.insertInto('loan_product').values(row).execute()
  return productAnswer(row)
}

/** Changes what is given, for loans asked for from now on: what was agreed with a member stays as it was. */
export async function updateLoanProduct({ tx }: Work, input: Inputs['updateProduct']): Promise<LoanProduct> {
  const before = await findLoanProduct(tx, input.product)
  if (!before) throw new Refusal('NOT_FOUND', 'loan_product', { product: input.product })
  const { unit = before.unit, active = before.active === 1 } = input
  if (unit !== before.unit) await requireUnit(tx, unit)
  const changes = {
    ...{ name_id: input.nameId ?? before.name_id, name_en: input.nameEn ?? before.name_en },
    ...termColumns(changedTerms(termsOf(before), input)),
    ...limitColumns(changedLimits(limitsOf(before), input)),
    ...{ unit, active: active ? (1 as const) : (0 as const) },
  }
  await tx.updateTable('loan_product').set(changes).where('id', '=', before.id).execute()
  return productAnswer({ ...before, ...changes })
}

async function findLoanProduct(db: Reader, id: string): Promise<LoanProductTable | undefined> {
  return db.selectFrom('loan_product').selectAll().where('id', '=', id).executeTakeFirst()
}

async function requireUnit(db: Reader, unit: string): Promise<void> {
  const row = await db.selectFrom('unit').select('active').where('id', '=', unit).executeTakeFirst()
  if (!row?.active) throw invalidInput(['unit'], 'unit_inactive', { unit })
}

type Given = Omit<Inputs['updateProduct'], 'product'>

function changedTerms(before: LoanTerms, given: Given): LoanTerms {
  return {
    method: given.method ?? before.method,
    rate: rateOf(given) ?? before.rate,
    interval: given.interval ?? before.interval,
    gracePrincipalMonths: given.gracePrincipalMonths ?? before.gracePrincipalMonths,
    graceAllMonths: given.graceAllMonths ?? before.graceAllMonths,
    dayCount: given.dayCount ?? before.dayCount,
    rounding: given.rounding ?? before.rounding,
    roundTo: given.roundTo ?? before.roundTo,
    roundPaymentTo: given.roundPaymentTo === undefined ? before.roundPaymentTo : given.roundPaymentTo,
    earlySettlement: given.earlySettlement ?? before.earlySettlement,
    fees: { ...before.fees, ...defined(given.fees) },
    penalty: { ...before.penalty, ...defined(given.penalty) },
    allocation: given.allocation ?? before.allocation,
    excess: given.excess ?? before.excess,
  }
}

function changedLimits(before: LoanLimits, { limits }: Given): LoanLimits {
  return { ...before, ...defined(limits) }
}

/** A rate by the month or by the year, if any was given. */
export function rateOf(given: {
  readonly ratePctPerMonth?: string | undefined
  readonly ratePctPerYear?: string | undefined
}): LoanRate | undefined {
  const { ratePctPerMonth, ratePctPerYear } = given
  if (ratePctPerMonth !== undefined) return { ratePct: ratePctPerMonth, per: 'month' }
  return ratePctPerYear === undefined ? undefined : { ratePct: ratePctPerYear, per: 'year' }
}

type Defined<Given> = { [Key in keyof Given]?: Exclude<Given[Key], undefined> }

/** Without what was left out, so that it overrides nothing. */
function defined<Given extends object>(given: Given | undefined): Defined<Given> {
  return Object.fromEntries(Object.entries(given ?? {}).filter(([, value]) => value !== undefined)) as Defined<Given>
}

/** Refuses NOT_FOUND for an unknown product and NOT_ALLOWED for one out of use. */
export async function getLoanProduct(db: Reader, product: string): Promise<LoanProductTable> {
  const row = await findLoanProduct(db, product)
  if (!row) throw new Refusal('NOT_FOUND', 'loan_product', { product })
  if (!row.active) throw new Refusal('NOT_ALLOWED', 'loan_product_inactive', { product: row.name_id })
  return row
}
