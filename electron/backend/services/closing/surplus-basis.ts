import { addDays, firstDayOfYear, lastDayOfYear } from '../../../../shared/calendar.ts'
import { Exact, roundToSen, type Sen, sen, sumSen } from '../../../../shared/rules/money.ts'
import type { SurplusBylaw } from '../../../../shared/rules/surplus-bylaw.ts'
import { type SurplusOrigin, surplusOrigin } from '../../../../shared/rules/surplus-origin.ts'
import type { CountedBusiness, SurplusMember } from '../../../../shared/rules/surplus-shares.ts'
import { lineAmounts } from '../../../../shared/statements/report-lines.ts'
import type { Reader } from '../../db/tables.ts'
import { movementsBetween, movementsUntil } from '../../ledger/balances.ts'
import { type Business, businessInYear, savedInYear } from '../../ledger/member-business.ts'
import { statementAccounts } from '../../reports/statement-accounts.ts'

/** What of a year's surplus came from members, from others, and as gifts, sen. */
export async function originOf(db: Reader, year: number): Promise<SurplusOrigin> {
  const [from, to] = [firstDayOfYear(year), lastDayOfYear(year)]
  const accounts = await statementAccounts(db)
  const movements = await movementsBetween(db, from, to, { beforeClosing: true })
  const net = new Map(movements.map(({ account, debit, credit }) => [account, credit - debit]))
  const { amountOf } = lineAmounts(accounts, movements)
  const [before, after] = [
    lineAmounts(accounts, await movementsUntil(db, addDays(from, -1))),
    lineAmounts(accounts, await movementsUntil(db, to)),
  ]
  // Only their proportion counts, so that the sum of both ends serves as their mean.
  const usedIn = (...lines: readonly string[]) =>
    lines.reduce((sum, line) => sum + before.amountOf(line) + after.amountOf(line), 0)
  return surplusOrigin({
    amountOf,
    grants: Math.max(0, net.get('48201') ?? 0) + Math.max(0, (net.get('48202') ?? 0) + (net.get('58201') ?? 0)),
    finalTax: 0 - (net.get('59101') ?? 0),
    usedByMembers: usedIn('A03'),
    usedByOthers: usedIn('A04', 'A07'),
  })
}

/** A member who may share in a year's surplus, with what counts for her. */
export interface Sharer extends SurplusMember {
  readonly number: string
  readonly name: string
  /** As `savings`, in sen of one day: month ends are added up for the reckoning and shown as their mean. */
  readonly saved: Sen
  readonly business: Business | undefined
}

/** Everybody who was a member at the end of the year, or during it where the bylaws say so, by number. */
export async function sharersOf(db: Reader, year: number, bylaw: SurplusBylaw): Promise<Sharer[]> {
  const saved = await savedInYear(db, year, { products: bylaw.savingsProducts, basis: bylaw.savingsBasis })
  const business = await businessInYear(db, year)
  let members = db
    .selectFrom('member')
    .select(['id', 'code', 'name'])
    .where('joined_on', '<=', lastDayOfYear(year))
    .orderBy('sort')
  const since = bylaw.leavers === 'included' ? firstDayOfYear(year) : firstDayOfYear(year + 1)
  members = members.where((eb) => eb.or([eb('left_on', 'is', null), eb('left_on', '>=', since)]))
  return (await members.execute()).map(({ id, code, name }) => {
    const savings = sen(Math.max(0, saved.get(id) ?? 0))
    const mean = bylaw.savingsBasis === 'year_end' ? savings : roundToSen(new Exact(savings).div(12), 'half_up')
    const own = business.get(id)
    return { id, number: code, name, savings, saved: mean, transactions: transactionsOf(bylaw, own), business: own }
  })
}

/** What counts of a member's business for each share that goes by it, as her cards tell it: sen before the weight. */
export function countedBusiness(
  { shares }: Pick<SurplusBylaw, 'shares'>,
  own: Business | undefined,
): Record<string, CountedBusiness[]> {
  const byServices = shares.filter(({ to }) => to === 'by_services')
  const counted = ({ basis, weight }: NonNullable<(typeof shares)[number]['bases']>[number]) => ({
    ...{ basis, weight, amount: sen(own?.[basis] ?? 0) },
  })
  return Object.fromEntries(byServices.map(({ key, bases = [] }) => [key, bases.map(counted)]))
}

/** What counts of her business for each share that goes by it: each basis as many times as its weight, sen. */
function transactionsOf(bylaw: SurplusBylaw, own: Business | undefined): Record<string, Sen> {
  return Object.fromEntries(
    Object.entries(countedBusiness(bylaw, own)).map(([key, bases]) => {
      const parts = bases.map(({ amount, weight }) => new Exact(weight).mul(amount))
      const counted = parts.reduce((sum, one) => sum.plus(one), new Exact(0))
      return [key, sen(Math.max(0, counted.toDecimalPlaces(0, Exact.ROUND_HALF_UP).toNumber()))]
    }),
  )
}

/** What all of them have together: the base each share is a part of, sen. */
export function totalsOf(sharers: readonly Sharer[], keys: readonly string[]) {
  return {
    savings: sumSen(sharers.map(({ saved }) => saved)),
    transactions: Object.fromEntries(
      keys.map((key) => [key, sumSen(sharers.map(({ transactions }) => transactions[key] ?? 0))]),
    ),
  }
}
