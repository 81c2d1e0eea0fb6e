import { addDays, firstDayOfMonth, lastDayOfMonth } from '../../../../shared/calendar.ts'
import { type CreditedInterest, savingsInterestAccount } from '../../../../shared/rules/entries/savings-interest.ts'
import { type Sen, sen } from '../../../../shared/rules/money.ts'
import { type SavingsInterestInput, savingsInterestSum } from '../../../../shared/rules/savings-interest.ts'
import type { Reader } from '../../db/tables.ts'
import { runsBesides } from '../../ledger/interest-runs.ts'
import { savingsBalancesAt, savingsMovedBy, savingsMovedWithin } from '../../ledger/savings-balances.ts'
import { doesEarn, type Rate, rateIn, ratesByProduct } from './rates.ts'

/** What a savings account earned in a month, in sen, before tax. */
export interface Reckoned {
  readonly savingsAccountId: string
  readonly number: string
  readonly memberId: string
  readonly memberNumber: string
  readonly memberName: string
  readonly product: string
  readonly unit: string
  readonly base: number
  readonly gross: Sen
  readonly expenseAccount: string
  /** Where it goes, and whether it is only put aside there until a term ends. */
  readonly to: CreditedInterest['to']
  readonly isAccrued: boolean
}

/**
 * The interest of a month of every open savings account whose product earns, in the order of the members' numbers. The
 * whole month counts, also of an account opened in it: before its first day nothing lay there. Who left and what was
 * closed earns no more. However many accounts there are, a handful of questions is asked.
 */
export async function reckonInterest(db: Reader, month: string): Promise<Reckoned[]> {
  const rates = await earningRates(db, month)
  if (rates.size === 0) return []
  const [from, to] = [firstDayOfMonth(month), lastDayOfMonth(month)]
  const history = await balanceHistory(db, month)
  const accounts = await earningAccounts(db, [...rates.keys()])
  return accounts.map(({ account, ...savings }) => {
    const { savingsAccountId, product, unit } = savings
    const terms = termsOf(rates.get(product))
    const { base, interest } = savingsInterestSum({ from, to, ...history(savingsAccountId), ...terms })
    const goes = { expenseAccount: savingsInterestAccount, to: { account, savingsAccountId, unit }, isAccrued: false }
    return { ...savings, base, gross: interest, ...goes }
  })
}

async function earningRates(db: Reader, month: string): Promise<Map<string, Rate>> {
  const rates = new Map<string, Rate>()
  for (const [product, own] of await ratesByProduct(db)) {
    const rate = rateIn(own, month)
    if (doesEarn(rate)) rates.set(product, rate)
  }
  return rates
}

type Terms = Omit<SavingsInterestInput, 'from' | 'to' | 'opening' | 'movements'>

function termsOf(rate: Rate | undefined): Terms {
  const { method = 'lowest', dayBasis = 'twelfths', rounding = 'down', openingCounts } = rate ?? {}
  const tiers = (rate?.tiers ?? []).map((tier) => ({ ...tier, from: sen(tier.from) }))
  return { method, dayBasis, rounding, openingCounts, minimumBalance: sen(rate?.minimumBalance ?? 0), tiers }
}

async function earningAccounts(db: Reader, products: readonly string[]) {
  return db
    .selectFrom('savings_account as s')
    .innerJoin('savings_product as p', 'p.id', 's.product')
    .innerJoin('member as m', 'm.id', 's.member_id')
    .select(['s.id as savingsAccountId', 's.code as number', 's.product', 's.account', 'p.unit'])
    .select(['m.id as memberId', 'm.code as memberNumber', 'm.name as memberName'])
    .where('s.product', 'in', products)
    .where('p.kind', '<>', 'term')
    .where('s.active', '=', 1)
    .where('m.active', '=', 1)
    .orderBy('m.sort')
    .orderBy('p.sort')
    .orderBy('s.id')
    .execute()
}

type History = (savingsAccountId: string) => Pick<SavingsInterestInput, 'opening' | 'movements'>

/** What lay on every account before the month and what moved in it; interest that was taken back never lay there. */
async function balanceHistory(db: Reader, month: string): Promise<History> {
  const before = addDays(firstDayOfMonth(month), -1)
  const besides = await runsBesides(db, month)
  const balances = await savingsBalancesAt(db, before)
  const neverThere = await savingsMovedBy(db, besides, before)
  const moved = await savingsMovedWithin(db, firstDayOfMonth(month), lastDayOfMonth(month), besides)
  const movements = Map.groupBy(moved, ({ id }) => id)
  return (id) => ({
    opening: sen((balances.get(id) ?? 0) - (neverThere.get(id) ?? 0)),
    movements: (movements.get(id) ?? []).map((row) => ({ date: row.day, amount: sen(row.moved) })),
  })
}
