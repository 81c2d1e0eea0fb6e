import type { MemberAnswer } from '../../../shared/contract/members.ts'
import type { SavingsProduct } from '../../../shared/contract/savings.ts'

export type Way = 'deposit' | 'withdraw'

/** What money can be moved on: an account the member has, or a product whose account the deposit opens. */
export interface SavingsChoice {
  /** The account's id, or `new:` and the product where it is still to be opened. */
  readonly value: string
  readonly savingsAccountId: string | undefined
  readonly product: string
  readonly kind: string
  /** Sen; undefined where there is no account yet. */
  readonly balance: number | undefined
  /** What is due at the moment, sen. */
  readonly due: number | undefined
}

/** Placed one by one, on another paper. */
const termKind = 'term'

/** Pokok and wajib are kept until the member leaves (UU 25/1992), others where their product says so; the API refuses too. */
export function isWithdrawable({ kind, lock }: Pick<SavingsProduct, 'kind' | 'lock'>): boolean {
  return kind !== 'principal' && kind !== 'mandatory' && kind !== termKind && lock !== 'until_exit'
}

/** The savings of a member that a deposit or a withdrawal can choose among, in the order of the products. */
export function savingsChoices(
  way: Way,
  { savings }: Pick<MemberAnswer, 'savings'>,
  products: readonly SavingsProduct[],
): SavingsChoice[] {
  return products.flatMap(({ product, kind, active, dues, lock }): SavingsChoice[] => {
    const due = dues.at(-1)?.amount
    const own = savings.filter((account) => account.product === product && account.active)
    const accounts = own.map(({ savingsAccountId, balance }) => {
      return { value: savingsAccountId, savingsAccountId, product, kind, balance, due }
    })
    if (way === 'withdraw') return isWithdrawable({ kind, lock }) ? accounts : []
    if (!active || kind === termKind) return []
    const isHeld = savings.some((account) => account.product === product)
    const opened = { value: `new:${product}`, savingsAccountId: undefined, product, kind, balance: undefined, due }
    return isHeld ? accounts : [opened]
  })
}
