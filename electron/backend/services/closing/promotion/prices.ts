import { addMonthsToMonth, firstDayOfYear, lastDayOfMonth, monthOf } from '../../../../../shared/calendar.ts'
import type { Answers, Inputs } from '../../../../../shared/contract/index.ts'
import { invalidInput, Refusal } from '../../../../../shared/errors.ts'
import { goodsBenefit, loanBenefit, savingsBenefit } from '../../../../../shared/rules/member-promotion.ts'
import { Exact, roundToSen, sumSen } from '../../../../../shared/rules/money.ts'
import { lineAmounts } from '../../../../../shared/statements/report-lines.ts'
import type { Reader } from '../../../db/tables.ts'
import { movementsBetween, movementsUntil } from '../../../ledger/balances.ts'
import { statementAccounts } from '../../../reports/statement-accounts.ts'
import type { Reading, Work } from '../../../work.ts'
import { endOfYear } from '../year-end.ts'
import { tradedByMembers } from './traded.ts'

type Answer = Answers['closing']['outsidePrices']
type Kept = Pick<Inputs['closing']['setOutsidePrices'], 'loans' | 'savings' | 'goods'>

const settingName = 'outside_prices'

/** What members did with the cooperative in a year beside what was seen elsewhere, and what they gained by it. */
export async function outsidePrices(reading: Reading, { year }: Inputs['closing']['outsidePrices']): Promise<Answer> {
  const { db } = reading
  const { loans: loanRate, savings: savingsRate, goods: prices = [] } = (await allKept(db))[year] ?? {}
  const asOf = await endOfYear(reading, year)
  const { months, ...balances } = await meansOf(db, year, asOf)
  const goods = (await tradedByMembers(db, year, asOf)).map((item) => {
    const seen = prices.find(({ itemId, way }) => itemId === item.itemId && way === item.way)
    return { ...item, outside: seen?.outside ?? null }
  })
  const loans = { ...balances.loans, outside: loanRate ?? null }
  const savings = { ...balances.savings, outside: savingsRate ?? null }
  const benefits = [
    ...goods.map(({ outside, ...own }) => (outside ? goodsBenefit({ ...own, outsidePrice: outside.price }) : 0)),
    loans.outside ? loanBenefit({ ...loans, months, outsideRate: loans.outside.ratePctPerYear }) : 0,
    savings.outside ? savingsBenefit({ ...savings, months, outsideRate: savings.outside.ratePctPerYear }) : 0,
  ]
  return { year, months, loans, savings, goods, benefit: sumSen(benefits) }
}

/** Keeps what was seen elsewhere; refuses INVALID_INPUT `given_twice`, NOT_FOUND `item`. */
export async function setOutsidePrices(
  work: Work,
  { year, loans, savings, goods = [] }: Inputs['closing']['setOutsidePrices'],
): Promise<Answer> {
  const { tx, today } = work
  await requireItems(tx, goods)
  const all = await allKept(tx)
  const { goods: before = [], ...rates } = all[year] ?? {}
  const named = new Set(goods.map(nameOf))
  const kept: Kept = {
    ...{ ...rates, ...(loans !== undefined && { loans }), ...(savings !== undefined && { savings }) },
    goods: [...before.filter((one) => !named.has(nameOf(one))), ...goods.filter(({ outside }) => outside !== null)],
  }
  const value = JSON.stringify({ ...all, [year]: kept })
  await tx
    .insertInto('setting')
    .values({ name: settingName, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute()
  return outsidePrices({ db: tx, today }, { year })
}

type Seen = NonNullable<Kept['goods']>[number]
const nameOf = ({ itemId, way }: Pick<Seen, 'itemId' | 'way'>) => `${way} ${itemId}`

async function requireItems(db: Reader, goods: readonly Seen[]): Promise<void> {
  const items = new Set((await db.selectFrom('item').select('id').execute()).map(({ id }) => id))
  for (const [at, one] of goods.entries()) {
    if (!items.has(one.itemId)) throw new Refusal('NOT_FOUND', 'item', { itemId: one.itemId })
    const isTwice = goods.slice(0, at).some((other) => nameOf(other) === nameOf(one))
    if (isTwice) throw invalidInput(['goods', at, 'itemId'], 'given_twice')
  }
}

/** Means of the month ends of what members owe and have saved, and the interest of the year up to a day, sen. */
async function meansOf(db: Reader, year: number, asOf: string) {
  const accounts = await statementAccounts(db)
  const first = firstDayOfYear(year)
  const ends: ReturnType<typeof lineAmounts>[] = []
  for (let month = monthOf(first); month <= monthOf(asOf); month = addMonthsToMonth(month, 1)) {
    const end = lastDayOfMonth(month)
    ends.push(lineAmounts(accounts, await movementsUntil(db, end < asOf ? end : asOf)))
  }
  const moved = lineAmounts(accounts, await movementsBetween(db, first, asOf, { beforeClosing: true }))
  const mean = (...lines: readonly string[]) => {
    const sums = ends.flatMap(({ amountOf }) => lines.map(amountOf))
    return ends.length === 0 ? 0 : roundToSen(new Exact(sumSen(sums)).div(ends.length), 'half_up')
  }
  return {
    months: ends.length,
    loans: { mean: mean('A03'), interest: moved.amountOf('H01') },
    savings: { mean: mean('L01', 'L02'), interest: moved.amountOf('H05') },
  }
}

async function allKept(db: Reader): Promise<Readonly<Record<number, Kept>>> {
  const row = await db.selectFrom('setting').select('value').where('name', '=', settingName).executeTakeFirst()
  return row ? JSON.parse(row.value) : {}
}
