import fc from 'fast-check'
import type { MoneyPart, SoldLine, TradedKind } from '../../../shared/rules/entries/trade-line.ts'
import { allocate, sen } from '../../../shared/rules/money.ts'
import { commissionOf } from '../../../shared/rules/sale-price.ts'

const date = fc.constantFrom('2025-12-31', '2026-01-01', '2026-02-28', '2028-02-29')
const party = fc.oneof(
  fc.uuid().map((id) => ({ memberId: `member-${id}` })),
  fc.uuid().map((partnerId) => ({ partnerId })),
)
const amount = fc.integer({ min: 1, max: 9_000_000_00 }).map(sen)
const cashAccount = fc.constantFrom('11101', '11201', '11401')
const ownKind = fc.constantFrom<TradedKind>('merchandise', 'member_product', 'material', 'finished')

const kept = fc.record({ itemId: fc.uuid(), amount, owner: party, pct: fc.constantFrom('0', '20', '100') }).map(
  ({ pct, ...line }): SoldLine => ({
    ...line,
    ...{ kind: 'consigned', cost: sen(0), commission: commissionOf(line.amount, pct) },
  }),
)
const served = fc
  .record({ itemId: fc.uuid(), amount })
  .map((line): SoldLine => ({ ...line, kind: 'service', cost: sen(0) }))
const goods = fc.record({ itemId: fc.uuid(), amount, kind: ownKind, cost: fc.nat({ max: 9_000_000_00 }).map(sen) })
const lines = fc.array(fc.oneof(goods, served, kept), { minLength: 1, maxLength: 12 })

/** All of it in cash, all owed, or part of each. */
function moneyFor(total: number, share: number, owed: Omit<MoneyPart, 'amount'>, cash: string): MoneyPart[] {
  const now = share === 0 ? 0 : Math.floor(total / share)
  const parts = [
    { account: cash, amount: now },
    { ...owed, amount: total - now },
  ]
  return parts.filter((part) => part.amount > 0)
}

const traded = fc.record({ date, party, lines, cashAccount, share: fc.integer({ min: 0, max: 3 }) })
const sumOf = (amounts: readonly number[]) => amounts.reduce((sum, value) => sum + value, 0)

export const sale = fc
  .record({ traded, isMember: fc.boolean(), channel: fc.constantFrom('direct' as const, 'marketplace' as const) })
  .map(({ traded: { date: on, party: buyer, lines: sold, cashAccount: cash, share }, isMember, channel }) => {
    const total = sumOf(sold.map((line) => line.amount))
    const money = moneyFor(total, share, { account: '14102', ...buyer }, cash)
    return { date: on, buyer, isMember, channel, unit: 'shop', money, lines: sold }
  })

const bought = fc.array(
  fc.record({ itemId: fc.uuid(), kind: ownKind, cost: fc.integer({ min: 1, max: 9_000_000_00 }) }),
  {
    minLength: 1,
    maxLength: 12,
  },
)

export const purchase = fc
  .record({ date, seller: party, bought, cashAccount, share: fc.integer({ min: 0, max: 3 }) })
  .map(({ bought: own, share, cashAccount: cash, ...rest }) => {
    const money = moneyFor(sumOf(own.map(({ cost }) => cost)), share, { account: '22101', ...rest.seller }, cash)
    return { ...rest, unit: 'shop', money, lines: own }
  })

export const purchaseReturn = fc
  .record({ date, seller: party, bought, cashAccount, back: amount })
  .map(({ bought: own, back, cashAccount: account, ...rest }) => {
    return { ...rest, unit: 'shop', money: [{ account, amount: back }], lines: own }
  })

const parts = fc.uniqueArray(fc.record({ unit: fc.constantFrom('general', 'shop'), amount }), {
  ...{ minLength: 1, selector: ({ unit }) => unit },
})
export const payment = fc.record({ date, cashAccount, party, parts })

export const openingStock = fc.record({ date, unit: fc.constant('shop'), lines: bought })

export const stockDifference = fc.record({
  date,
  unit: fc.constant('shop'),
  lines: fc.array(
    fc.record({
      ...{ itemId: fc.uuid(), kind: ownKind, cost: fc.integer({ min: 1, max: 9_000_000_00 }) },
      ...{ way: fc.constantFrom<1 | -1>(1, -1), isOwnUse: fc.boolean() },
    }),
    { minLength: 1, maxLength: 12 },
  ),
})

export const production = fc
  .record({
    ...{ date, materials: bought, shares: fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 4 }) },
    costs: fc.array(fc.record({ account: cashAccount, amount }), { maxLength: 3 }),
  })
  .map(({ shares, ...input }) => {
    const total = sumOf(
      [...input.materials, ...input.costs.map((own) => ({ cost: own.amount }))].map(({ cost }) => cost),
    )
    const weights = shares.map((share) => share + 1)
    const products = allocate(sen(total), weights).map((cost, index) => ({
      ...{ itemId: `product-${index}`, kind: 'finished' as const, cost },
    }))
    return { ...input, unit: 'shop', products }
  })

interface Costed {
  readonly lines: readonly { readonly cost: number }[]
}

interface Moneyed {
  readonly money: readonly { readonly amount: number }[]
  readonly lines: readonly { readonly cost: number }[]
}

/** Money and what the goods cost: both sides of a sale. */
export function moneyAndCost({ money, lines: own }: Moneyed): bigint {
  return BigInt(sumOf(money.map((part) => part.amount)) + sumOf(own.map(({ cost }) => cost)))
}

export function costAlone({ lines: own }: Costed): bigint {
  return BigInt(sumOf(own.map(({ cost }) => cost)))
}

/** What goods cost, or what was got for them, whichever is more: the difference is booked beside. */
export function largerOfBoth(input: Moneyed): bigint {
  return BigInt(Math.max(sumOf(input.money.map((part) => part.amount)), Number(costAlone(input))))
}
