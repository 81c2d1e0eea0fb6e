import { sen } from '../../../../shared/rules/money.ts'
import { principalSavingsDue } from '../../../../shared/rules/principal-savings.ts'
import { inPieces } from '../../db/pieces.ts'
import type { Reader, SavingsKind } from '../../db/tables.ts'
import { duesByProduct } from './standing.ts'

/** A savings account money went into. */
interface PaidInto {
  readonly savingsAccountId: string
  readonly kind: SavingsKind
  readonly product: string
  readonly joinedOn: string
}

/** Principal savings are paid once: what lies there above what is due is asked about. */
export async function principalDoubts(db: Reader, today: string, paid: readonly PaidInto[]): Promise<string[]> {
  const principal = paid.filter(({ kind }) => kind === 'principal')
  if (principal.length === 0) return []
  const dues = await duesByProduct(db)
  const held = await heldNow(
    db,
    principal.map(({ savingsAccountId }) => savingsAccountId),
  )
  const isAbove = principal.some(({ savingsAccountId, product, joinedOn }) => {
    const due = principalSavingsDue({ joinedOn, amounts: dues.get(product) ?? [], paid: sen(0), asOf: today })
    return due > 0 && (held.get(savingsAccountId) ?? 0) > due
  })
  return isAbove ? ['principal_above_due'] : []
}

async function heldNow(db: Reader, savingsAccounts: readonly string[]): Promise<Map<string, number>> {
  const rows = await inPieces(savingsAccounts, (ids) =>
    db
      .selectFrom('balance_subledger')
      .select((eb) => ['reference', eb.fn.sum<number>(eb('credit', '-', eb.ref('debit'))).as('held')])
      .where('subledger', '=', 'savings')
      .where('reference', 'in', ids)
      .groupBy('reference')
      .execute(),
  )
  return new Map(rows.map(({ reference, held }) => [reference, held]))
}
