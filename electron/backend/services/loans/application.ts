import type { Inputs as AllInputs, Answers } from '../../../../shared/contract/index.ts'
import { invalidInput, Refusal } from '../../../../shared/errors.ts'
import { breachedLimits, type LimitBreach, type LimitedLoan } from '../../../../shared/rules/loan-limits.ts'
import { loanQuote } from '../../../../shared/rules/loan-quote.ts'
import { sumSen } from '../../../../shared/rules/money.ts'
import { limitsOf, termColumns } from '../../db/loan-columns.ts'
import type { Flag, LoanAgreementTable, LoanProductTable, MemberTable, Reader } from '../../db/tables.ts'
import { requireDateInReach } from '../../ledger/post.ts'
import type { Work } from '../../work.ts'
import { fundToLend } from '../funds/lending.ts'
import { isOfficer, relatedAccount } from './parties.ts'
import { agreedTerms, wishOf } from './preview.ts'
import { getLoanProduct } from './products.ts'
import { keepCollateral, keepGuarantors, keepMandate } from './securities.ts'

type Inputs = AllInputs['loans']
type Borrower = Pick<MemberTable, 'id' | 'code' | 'name'>

/**
 * Notes what a member asks for, under the terms of a product, with who and what stands behind it. Refuses NOT_FOUND,
 * NOT_ALLOWED for who has left, as INVALID_INPUT what gives no schedule or passes what the product lends, and a fund that is
 * not lent on; what else approval will ask for is warned about.
 */
export async function applyForLoan(work: Work, input: Inputs['apply']): Promise<Answers['loans']['apply']> {
  const { principal, months, date, guarantors = [], collateral = [], mandate } = input
  const borrower = await requireBorrower(work.tx, input.memberId)
  const product = await getLoanProduct(work.tx, input.product)
  await requireDateInReach(work.tx, work.today, date)
  const agreement = await agreementOf(work, { ...input, borrower, product })
  const { warnings } = loanQuote(agreedTerms(product, input), wishOf(agreement, date))
  const asked: LimitedLoan = {
    ...{ principal, months, guarantors: guarantors.length, jointLiability: input.jointLiability },
    collateral: sumSen(collateral.map(({ appraised }) => appraised)),
  }
  const breaches = breachedLimits(limitsOf(product), asked)
  requireLendable(product, breaches)
  const { fundId } = input
  const ofFund = fundId === undefined ? [] : await fundToLend(work, { fundId, amount: principal, date })
  const { loan_id: loanId } = agreement
  const number = await nextNumber(work.tx)
  await work.tx.insertInto('loan').values({ id: loanId, code: number, name: product.name_id, active: 1 }).execute()
  await work.tx.insertInto('loan_agreement').values(agreement).execute()
  await keepGuarantors(work, agreement, guarantors)
  await keepCollateral(work, loanId, { collateral, recordedOn: date })
  if (mandate) {
    const at = { savingsProducts: ['mandate', 'savingsProducts'], date: ['mandate', 'on'] }
    await keepMandate(work, agreement, { savingsProducts: mandate.savingsProducts, date: mandate.on }, at)
  }
  return { loanId, number, warnings: [...warnings, ...breaches, ...ofFund] }
}

/** Refuses NOT_FOUND, and NOT_ALLOWED for who has left. */
export async function requireBorrower(db: Reader, memberId: string): Promise<Borrower> {
  const member = await db
    .selectFrom('member')
    .select(['id', 'code', 'name', 'active'])
    .where('id', '=', memberId)
    .executeTakeFirst()
  if (!member) throw new Refusal('NOT_FOUND', 'member', { memberId })
  if (!member.active) throw new Refusal('NOT_ALLOWED', 'borrower_left', { number: member.code })
  return member
}

/** More than a product ever lends is no application; what is missing beside it can still be brought. */
function requireLendable(product: LoanProductTable, breaches: readonly LimitBreach[]): void {
  const { principalMax, monthsMax } = limitsOf(product)
  if (breaches.includes('principal_above_limit')) {
    throw invalidInput(['principal'], 'principal_above_limit', { available: principalMax, product: product.name_id })
  }
  if (breaches.includes('months_above_limit')) {
    throw invalidInput(['months'], 'months_above_limit', { monthsMax, product: product.name_id })
  }
}

interface Application extends Omit<Inputs['apply'], 'product'> {
  readonly borrower: Borrower
  readonly product: LoanProductTable
}

async function agreementOf(work: Work, asked: Application): Promise<LoanAgreementTable> {
  const { borrower, product, principal, months, purpose, date, jointLiability = false } = asked
  const isRelated = asked.relatedParty ?? (await isOfficer(work.tx, borrower.name))
  const flag = (isOn: boolean): Flag => (isOn ? 1 : 0)
  return {
    ...{ loan_id: work.newId(), member_id: borrower.id, product: product.id, principal, months, purpose },
    ...termColumns(agreedTerms(product, asked)),
    account: isRelated ? relatedAccount : product.account,
    ...{ interest_account: product.interest_account, unit: product.unit },
    ...{ related_party: flag(isRelated), joint_liability: flag(jointLiability), fund_id: asked.fundId ?? null },
    ...{ applied_on: date, approved_on: null, approved_by: null },
  }
}

/** `P-0001`: loans are numbered through, for ever. */
export async function nextNumber(db: Reader): Promise<string> {
  const { count } = await db
    .selectFrom('loan')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return `P-${String(count + 1).padStart(4, '0')}`
}
