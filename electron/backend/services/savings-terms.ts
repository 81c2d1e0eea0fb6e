import { Refusal } from '../../../shared/errors.ts'
import { inPieces } from '../db/pieces.ts'
import type { Reader, SavingsKind } from '../db/tables.ts'

/** What the product of a savings account says about money that moves on it. */
export interface SavingsTerms {
  readonly kind: SavingsKind
  readonly unit: string
  readonly productName: string
}

/** Kept until the member leaves (UU 25/1992; accounting.md section 2). */
const lockedKinds: readonly SavingsKind[] = ['principal', 'mandatory', 'loan_linked']

/** Refuses NOT_ALLOWED for savings that cannot be withdrawn while a member. */
export function requireWithdrawable({ kind, productName }: SavingsTerms): void {
  if (lockedKinds.includes(kind)) throw new Refusal('NOT_ALLOWED', 'locked_savings', { product: productName })
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
      .select(['s.id', 's.account', 'p.kind', 'p.unit', 'p.name_id as productName'])
      .where('s.id', 'in', ids)
      .execute(),
  )
  const moved = new Set(lines.map((line) => `${line.account} ${line.savingsAccountId}`))
  return new Map(rows.filter((row) => moved.has(`${row.account} ${row.id}`)).map((row) => [row.id, row]))
}
