import { lastDayOfYear } from '../../../../shared/calendar.ts'
import { participationAccount } from '../../../../shared/rules/entries/borrowing.ts'
import { type Sen, sen, sumSen } from '../../../../shared/rules/money.ts'
import { participationShares } from '../../../../shared/rules/participation-share.ts'
import type { SurplusBylaw } from '../../../../shared/rules/surplus-bylaw.ts'
import type { SurplusShares } from '../../../../shared/rules/surplus-shares.ts'
import type { Reader } from '../../db/tables.ts'
import { movementsUntil } from '../../ledger/balances.ts'

/** Who holds modal penyertaan that is capital, with what stood of it at the end of a year. */
export interface ParticipationHolder {
  readonly borrowingId: string
  readonly number: string
  readonly holder: string
  readonly memberId: string | null
  readonly capital: Sen
}

type Warning = 'no_participation' | 'participation_without_card'

/** How the part for modal penyertaan is divided, sen; `unclaimed` is what nobody holds capital for. */
export interface ParticipationDivided {
  readonly parts: (ParticipationHolder & { readonly amount: Sen })[]
  readonly unclaimed: Sen
  readonly warnings: Warning[]
}

/**
 * Divides the bylaws' part for modal penyertaan among the cards that stand on 33101 on the year's last day. Warned of:
 * nobody holds any, and capital on 33101 that no card names, which gets nothing.
 */
export async function participationDivided(
  db: Reader,
  year: number,
  { shares, roundTo }: SurplusBylaw,
  components: SurplusShares['components'],
): Promise<ParticipationDivided> {
  const share = shares.find(({ to }) => to === 'by_participation')
  if (!share) return { parts: [], unclaimed: sen(0), warnings: [] }
  const pool = components.find(({ key }) => key === share.key)?.amount ?? sen(0)
  const parts = participationShares(pool, await holdersAt(db, year), roundTo)
  const hasNobody = pool > 0 && parts.length === 0
  const stray = pool > 0 && (await strayCapital(db, year, parts))
  return {
    parts,
    unclaimed: sen(pool - sumSen(parts.map(({ amount }) => amount))),
    warnings: [...(hasNobody ? (['no_participation'] as const) : []), ...(stray ? [stray] : [])],
  }
}

/** The cards that stood on 33101 at the end of a year, by number. */
async function holdersAt(db: Reader, year: number): Promise<ParticipationHolder[]> {
  const rows = await db
    .selectFrom('borrowing_terms as t')
    .innerJoin('borrowing as b', 'b.id', 't.borrowing_id')
    .innerJoin('journal_line as l', (join) =>
      join.onRef('l.borrowing_id', '=', 't.borrowing_id').onRef('l.account', '=', 't.account'),
    )
    .select(['t.borrowing_id as borrowingId', 'b.code as number', 't.lender as holder', 't.member_id as memberId'])
    .select((eb) => eb.fn.sum<number>(eb('l.credit', '-', eb.ref('l.debit'))).as('capital'))
    .where('t.account', '=', participationAccount)
    .where('l.entry_date', '<=', lastDayOfYear(year))
    .groupBy('t.borrowing_id')
    .orderBy('b.code')
    .execute()
  return rows.filter(({ capital }) => capital > 0).map((row) => ({ ...row, capital: sen(row.capital) }))
}

async function strayCapital(
  db: Reader,
  year: number,
  holders: readonly ParticipationHolder[],
): Promise<Warning | undefined> {
  const all = (await movementsUntil(db, lastDayOfYear(year))).find(({ account }) => account === participationAccount)
  const onCards = sumSen(holders.map(({ capital }) => capital))
  return (all?.credit ?? 0) - (all?.debit ?? 0) === onCards ? undefined : 'participation_without_card'
}
