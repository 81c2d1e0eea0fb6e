import { lastDayOfYear } from '../../../../shared/calendar.ts'
import { surplusFundAccounts } from '../../../../shared/rules/entries/surplus-distribution.ts'
import { sumSen } from '../../../../shared/rules/money.ts'
import type { FundUse, SurplusFund } from '../../../../shared/statements/shu-components.ts'
import { inPieces } from '../../db/pieces.ts'
import type { Reader } from '../../db/tables.ts'
import { movementsUntil } from '../../ledger/balances.ts'
import { netMovesIn } from '../../ledger/net-moves.ts'
import { voucherName } from '../../ledger/vouchers.ts'

/**
 * The funds of the surplus during a year, sen: what came in and went out, a voucher and what took it back together, and
 * each use by itself. What stood in them when the book began is no movement of theirs.
 */
export async function surplusFunds(
  db: Reader,
  year: number,
  names: ReadonlyMap<string, string>,
): Promise<{ funds: SurplusFund[]; uses: FundUse[] }> {
  const moves = await netMovesIn(db, year, surplusFundAccounts)
  const ends = new Map((await movementsUntil(db, lastDayOfYear(year))).map((one) => [one.account, one]))
  const funds = surplusFundAccounts.map((account) => {
    const { debit = 0, credit = 0 } = ends.get(account) ?? {}
    const own = moves.filter((move) => move.account === account).map(({ amount }) => amount)
    const added = sumSen(own.filter((amount) => amount > 0))
    const used = 0 - sumSen(own.filter((amount) => amount < 0)) + 0
    const balance = credit - debit
    return { account, name: names.get(account) ?? '', opening: balance - added + used, added, used, balance }
  })
  const used = moves.filter(({ amount }) => amount < 0)
  const parties = await partiesOf(
    db,
    used.map(({ id }) => id),
  )
  const uses = used.map(({ id, date, account, description, amount, ...entry }) => ({
    ...{ entryId: id, date, description, amount: 0 - amount, paidTo: parties.get(id) ?? null, account },
    ...{ voucher: voucherName(entry), fund: names.get(account) ?? account },
  }))
  const isInUse = ({ opening, added, used }: SurplusFund) => opening !== 0 || added !== 0 || used !== 0
  return { funds: funds.filter(isInUse), uses }
}

/** Who got the money of vouchers, where it was said. */
async function partiesOf(db: Reader, entryIds: readonly string[]): Promise<Map<string, string>> {
  const rows = await inPieces(entryIds, (piece) =>
    db.selectFrom('voucher_party').selectAll().where('entry_id', 'in', piece).execute(),
  )
  return new Map(rows.map(({ entry_id, name }) => [entry_id, name]))
}
