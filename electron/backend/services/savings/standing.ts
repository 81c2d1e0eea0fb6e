import { monthOf } from '../../../../shared/calendar.ts'
import { type MandatorySavings, mandatorySavings } from '../../../../shared/rules/mandatory-savings.ts'
import { type Sen, sen } from '../../../../shared/rules/money.ts'
import type { MemberTable, Reader, SavingsProductTable } from '../../db/tables.ts'
import { openedSavings, savingsBalancesAt } from '../../ledger/savings-balances.ts'

/** What is due of a product: from which month on how much. */
export interface Due {
  readonly from: string
  readonly amount: Sen
}

/** Every product's dues. */
export async function duesByProduct(db: Reader): Promise<Map<string, Due[]>> {
  const rows = await db.selectFrom('savings_due').selectAll().orderBy('from_month').execute()
  const dues = new Map<string, Due[]>()
  for (const { product, from_month: from, amount } of rows) {
    dues.set(product, [...(dues.get(product) ?? []), { from, amount: sen(amount) }])
  }
  return dues
}

/** A member's account of a product with what it holds on the day. */
export interface HeldSavings {
  readonly savingsAccountId: string
  readonly isOpen: boolean
  readonly balance: number
}

/** Every member's account of every product, by product and member. */
export async function heldByProduct(db: Reader, asOf: string): Promise<Map<string, Map<string, HeldSavings>>> {
  const balances = await savingsBalancesAt(db, asOf)
  const accounts = await db.selectFrom('savings_account').select(['id', 'member_id', 'product', 'active']).execute()
  const held = new Map<string, Map<string, HeldSavings>>()
  for (const { id, member_id, product, active } of accounts) {
    const ofProduct = held.get(product) ?? new Map<string, HeldSavings>()
    ofProduct.set(member_id, { savingsAccountId: id, isOpen: active === 1, balance: balances.get(id) ?? 0 })
    held.set(product, ofProduct)
  }
  return held
}

export type MemberOfStanding = Pick<MemberTable, 'id' | 'joined_on' | 'left_on'>

/** Tells where a member stands with mandatory savings on a day. */
export type Standing = (member: MemberOfStanding, asOf: string) => MandatorySavings

/**
 * Where members stand with one mandatory product. Opening balances stand for the years before the book: where what is
 * due is only known from the month of the opening on, they pay for nothing, and count begins with that month.
 * Members who joined in the same month and paid the same stand the same, so that ten thousand cost as little as a few.
 */
export async function mandatoryStanding(
  db: Reader,
  product: Pick<SavingsProductTable, 'id' | 'account'>,
  dues: readonly Due[],
  held: ReadonlyMap<string, HeldSavings>,
): Promise<Standing> {
  const [first] = dues
  const opened = first ? await openedSavings(db, await accountsOf(db, product), first.from) : new Map<string, number>()
  const known = new Map<string, MandatorySavings>()
  return ({ id, joined_on, left_on }, asOf) => {
    const own = held.get(id)
    const paid = own ? Math.max(0, own.balance - (opened.get(own.savingsAccountId) ?? 0)) : 0
    const key = `${monthOf(joined_on)} ${left_on === null ? '' : monthOf(left_on)} ${paid} ${asOf}`
    const standing =
      known.get(key) ??
      mandatorySavings({ joinedOn: joined_on, leftOn: left_on ?? undefined, amounts: dues, paid: sen(paid), asOf })
    known.set(key, standing)
    return standing
  }
}

/** The account of the chart a product stands on, and those it stood on before. */
async function accountsOf(db: Reader, { id, account }: Pick<SavingsProductTable, 'id' | 'account'>): Promise<string[]> {
  const former = await db
    .selectFrom('savings_account_former as f')
    .innerJoin('savings_account as s', 's.id', 'f.savings_account_id')
    .select('f.account')
    .distinct()
    .where('s.product', '=', id)
    .execute()
  return [account, ...former.map((row) => row.account)]
}
