import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import type { CollectedRow } from '../../../../shared/contract/savings.ts'
import { assert, invalidInput } from '../../../../shared/errors.ts'
import { type CollectedSavings, collection } from '../../../../shared/rules/entries/collection.ts'
import { draftTotals } from '../../../../shared/rules/entries/draft.ts'
import { inPieces } from '../../db/pieces.ts'
import type { MemberTable, Reader, SavingsProductTable } from '../../db/tables.ts'
import { post } from '../../ledger/post.ts'
import type { Work } from '../../work.ts'
import { requireCashAccount } from '../cash/account.ts'
import { openAccounts } from '../savings/accounts.ts'
import { interestDoubts } from '../savings/interest-doubts.ts'
import { principalDoubts } from '../savings/principal-doubts.ts'
import { requireMinimum } from '../savings/terms.ts'
import { collectedRepayments } from './loans.ts'

type Recorded = Answers['collection']['record']
type Member = Pick<MemberTable, 'id' | 'code' | 'active' | 'joined_on'>

/** One amount of the sheet: who paid it into what, and where it stands in the input. */
interface Payment {
  readonly row: number
  readonly member: Member
  readonly product: SavingsProductTable
  readonly amount: number
}

/**
 * A whole meeting as one voucher, deposits and what is paid on loans, missing accounts opened on the way: all of it or nothing. What is wrong is
 * refused with its row.
 */
export async function recordCollection(work: Work, input: Inputs['collection']['record']): Promise<Recorded> {
  const { date, cashAccount, rows } = input
  await requireCashAccount(work.tx, cashAccount, 'cashAccount')
  const payments = paymentsOf(rows, await membersNamed(work.tx, rows), await productsById(work.tx))
  const repayments = await collectedRepayments(work.tx, rows, date)
  if (payments.length + repayments.length === 0) throw invalidInput(['rows'], 'nothing_collected')
  const { deposits, opened } = await intoAccounts(work, payments, date)
  const draft = collection({ date, cashAccount, deposits, repayments })
  const posted = await post(work, draft)
  return {
    ...posted,
    warnings: [...posted.warnings, ...(await doubtsAbout(work, date, payments, deposits))],
    total: draftTotals(draft.lines).debit,
    members: new Set([...payments.map(({ member }) => member.id), ...repayments.map(({ loan }) => loan.memberId)]).size,
    opened,
  }
}

/** What is asked about at the counter is asked about at the meeting. */
async function doubtsAbout(
  { tx, today }: Work,
  date: string,
  payments: readonly Payment[],
  deposits: readonly CollectedSavings[],
): Promise<string[]> {
  const paid = payments.map(({ member, product }, index) => ({
    ...{ kind: product.kind, product: product.id, joinedOn: member.joined_on },
    savingsAccountId: deposits[index]?.savings.savingsAccountId ?? '',
  }))
  const early = paid.some(({ joinedOn }) => date < joinedOn) ? ['before_joining'] : []
  const late = await interestDoubts(
    tx,
    date,
    paid.map(({ product }) => product),
  )
  return [...(await principalDoubts(tx, today, paid)), ...early, ...late]
}

async function membersNamed(db: Reader, rows: readonly CollectedRow[]): Promise<Map<string, Member>> {
  const ids = rows.map(({ memberId }) => memberId)
  const members = await inPieces(ids, (piece) =>
    db.selectFrom('member').select(['id', 'code', 'active', 'joined_on']).where('id', 'in', piece).execute(),
  )
  return new Map(members.map((member) => [member.id, member]))
}

async function productsById(db: Reader): Promise<Map<string, SavingsProductTable>> {
  const products = await db.selectFrom('savings_product').selectAll().orderBy('sort').execute()
  return new Map(products.map((product) => [product.id, product]))
}

/** Every amount of the sheet in its order, members each once, products in theirs. */
function paymentsOf(
  rows: readonly CollectedRow[],
  members: ReadonlyMap<string, Member>,
  products: ReadonlyMap<string, SavingsProductTable>,
): Payment[] {
  const payments: Payment[] = []
  const seen = new Set<string>()
  for (const [row, { memberId, savings = {} }] of rows.entries()) {
    const member = members.get(memberId)
    const refuse = (reason: string) => invalidInput(['rows', row, 'memberId'], reason, { number: member?.code ?? '' })
    if (!member) throw refuse('member_unknown')
    if (seen.has(memberId)) throw refuse('member_doubled')
    if (!member.active) throw refuse('member_inactive')
    seen.add(memberId)
    requireCollected(row, savings, products)
    for (const product of products.values()) {
      const amount = savings[product.id]
      if (amount !== undefined) payments.push({ row, member, product, amount })
    }
  }
  return payments
}

function requireCollected(
  row: number,
  savings: Readonly<Record<string, number>>,
  products: ReadonlyMap<string, SavingsProductTable>,
): void {
  for (const [id, amount] of Object.entries(savings)) {
    const product = products.get(id)
    const path = ['rows', row, 'savings', id]
    if (!product) throw invalidInput(path, 'product_unknown', { product: id })
    if (!product.active) throw invalidInput(path, 'product_inactive', { product: product.name_id })
    if (product.kind === 'term') throw invalidInput(path, 'product_not_collected', { product: product.name_id })
    requireMinimum({ minimumDeposit: product.minimum_deposit, productName: product.name_id }, amount, path)
  }
}

/** Each payment with the account it goes into; accounts that are missing are opened together. */
async function intoAccounts(work: Work, payments: readonly Payment[], date: string) {
  const accounts = await accountsOf(work.tx, payments)
  const missing = payments.filter((payment) => !accounts.has(accountKey(payment.member.id, payment.product.id)))
  const opened = await openAccounts(work, missing, date)
  for (const { id, member_id, product } of opened) accounts.set(accountKey(member_id, product), { id, isOpen: true })
  const deposits = payments.map(({ row, member, product, amount }): CollectedSavings => {
    const account = accounts.get(accountKey(member.id, product.id))
    assert(account, 'missing accounts were opened')
    if (!account.isOpen) throw invalidInput(['rows', row, 'savings', product.id], 'savings_account_closed')
    const savings = { savingsAccountId: account.id, memberId: member.id, account: product.account, unit: product.unit }
    return { savings, amount }
  })
  return { deposits, opened: opened.length }
}

function accountKey(memberId: string, product: string): string {
  return `${memberId} ${product}`
}

async function accountsOf(db: Reader, payments: readonly Payment[]) {
  const ids = [...new Set(payments.map(({ member }) => member.id))]
  const found = await inPieces(ids, (piece) =>
    db
      .selectFrom('savings_account')
      .select(['id', 'member_id', 'product', 'active'])
      .where('member_id', 'in', piece)
      .execute(),
  )
  return new Map(found.map((row) => [accountKey(row.member_id, row.product), { id: row.id, isOpen: row.active === 1 }]))
}
