import { firstDayOfYear } from '../../../../shared/calendar.ts'
import { sumSen } from '../../../../shared/rules/money.ts'
import type { NotedAsset } from '../../../../shared/statements/notes/facts.ts'
import type { Reader } from '../../db/tables.ts'
import { movementsUntil } from '../../ledger/balances.ts'
import { netMovesIn } from '../../ledger/net-moves.ts'

interface Asked {
  readonly year: number
  readonly asOf: string
  readonly names: ReadonlyMap<string, string>
}

/** What moved on accounts of a line (A14 at cost, A15 what was depreciated) in a year, on the line's own side, sen. */
export async function assetMoves(db: Reader, line: 'A14' | 'A15', { year, asOf, names }: Asked): Promise<NotedAsset[]> {
  const accounts = await db
    .selectFrom('account')
    .select('code')
    .where('report_line', '=', line)
    .where('postable', '=', 1)
    .orderBy('code')
    .execute()
  const codes = accounts.map(({ code }) => code)
  const moves = await netMovesIn(db, year, codes)
  const ends = new Map((await movementsUntil(db, asOf)).map((one) => [one.account, one.credit - one.debit]))
  const side = line === 'A14' ? -1 : 1
  const rows = codes.map((code): NotedAsset => {
    const own = moves.filter(({ account, date }) => account === code && date >= firstDayOfYear(year) && date <= asOf)
    const amounts = own.map(({ amount }) => amount * side)
    const added = sumSen(amounts.filter((amount) => amount > 0))
    const removed = 0 - sumSen(amounts.filter((amount) => amount < 0)) + 0
    const closing = (ends.get(code) ?? 0) * side + 0
    return { code, name: names.get(code) ?? '', opening: closing - added + removed, added, removed, closing }
  })
  return rows.filter(({ opening, added, removed }) => opening !== 0 || added !== 0 || removed !== 0)
}
