import type { TradeParty } from '../../../shared/statements/sale-receipt.ts'
import type { Reader } from '../db/tables.ts'

/** Whom a document of the shop names: a member or a partner; null where it names nobody. */
export async function tradeParty(
  db: Reader,
  { memberId, partnerId }: { readonly memberId: string | null; readonly partnerId: string | null },
): Promise<TradeParty | null> {
  const table = memberId === null ? 'partner' : 'member'
  const row = await db
    .selectFrom(table)
    .select(['name', 'code as number'])
    .where('id', '=', memberId ?? partnerId ?? '')
    .executeTakeFirst()
  return row ? { ...row, isMember: memberId !== null } : null
}
