import { invalidInput, Refusal } from '../../../../shared/errors.ts'
import type { SavingsLock } from '../../../../shared/rules/savings-lock.ts'
import { inPieces } from '../../db/pieces.ts'
import type { Reader, SavingsKind } from '../../db/tables.ts'

/** What the product of a savings account says about money that moves on it. */
export interface SavingsTerms {
  readonly kind: SavingsKind
  readonly unit: string
  readonly productName: string
  readonly lock: SavingsLock
}

/** Refuses NOT_ALLOWED for savings that are locked, or out of which money comes only by its own way. */
export function requireWithdrawable(terms: SavingsTerms): void {
  requireNoTerm(terms)
  const { lock, productName: product } = terms
  if (lock === 'until_exit') throw new Refusal('NOT_ALLOWED', 'locked_savings', { product })
  if (lock !== 'none') throw new Refusal('NOT_ALLOWED', 'withdraw_as_savings', { product })
}

/** Refuses INVALID_INPUT for less than the product takes at once. */
export function requireMinimum(
  { minimumDeposit, productName: product }: { readonly minimumDeposit: number; readonly productName: string },
  amount: number,
  path: readonly (string | number)[],
): void {
  if (amount >= minimumDeposit) return
  throw invalidInput(path, 'amount_below_minimum', { product, minimum: minimumDeposit })
}

/** Refuses NOT_ALLOWED for term deposits, which are placed and paid back whole, with their certificate. */
export function requireNoTerm({ kind, productName }: Pick<SavingsTerms, 'kind' | 'productName'>): void {
  if (kind === 'term') throw new Refusal('NOT_ALLOWED', 'term_deposit', { product: productName })
}

/** The terms of every savings account that one of the lines moves money on. */
export async function savingsTermsOf(
  db: Reader,
  lines: readonly { readonly account: string; readonly savingsAccountId?: string | undefined }[],
): Promise<Map<string, SavingsTerms>> {
  const named = [...new Set(lines.map((line) => line.savingsAccountId).filter((id) => id !== undefined))]
  const rows = await inPieces(named, (ids) =>
    db
      .selectFrom('savings_account as s')
      .innerJoin('savings_product as p', 'p.id', 's.product')
      .select(['s.id', 's.account', 'p.kind', 'p.unit', 'p.name_id as productName', 'p.lock_rule as lock'])
      .where('s.id', 'in', ids)
      .execute(),
  )
  const moved = new Set(lines.map((line) => `${line.account} ${line.savingsAccountId}`))
  return new Map(rows.filter((row) => moved.has(`${row.account} ${row.id}`)).map((row) => [row.id, row]))
}
