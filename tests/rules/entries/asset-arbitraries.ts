import fc from 'fast-check'
import type { AssetSource } from '../../../shared/rules/entries/asset.ts'

const date = fc.constantFrom('2025-12-31', '2026-01-01', '2028-02-29')
const amount = fc.integer({ min: 1, max: 9_000_000_00 })
const unit = fc.constantFrom('general', 'usp', 'shop')
const places = [
  { account: '18101', contra: null },
  { account: '18102', contra: '18901' },
  { account: '18104', contra: '18903' },
  { account: '19101', contra: '19101' },
]
const card = fc
  .record({ assetId: fc.uuid(), unit, place: fc.constantFrom(...places) })
  .map(({ place, ...rest }) => ({ ...rest, ...place }))
const cashAccount = fc.constantFrom('11101', '11201')
const fund = fc.record({
  ...{ fundId: fc.uuid(), budgetLineId: fc.uuid(), short: fc.nat({ max: 1 }) },
  treatment: fc.constantFrom('capital' as const, 'activity' as const),
})
const source: fc.Arbitrary<AssetSource> = fc.oneof(
  cashAccount.map((account) => ({ from: 'cash' as const, cashAccount: account })),
  fc.record({ from: fc.constant('cash' as const), cashAccount, fund }),
  fc.uuid().map((fundId) => ({ from: 'grant' as const, fundId })),
  fc.uuid().map((partnerId) => ({ from: 'credit' as const, partnerId })),
  fc.constant({ from: 'grant' as const }),
)

export const acquisition = fc
  .record({ date, card, cost: amount, source })
  .map(({ card: { contra: _contra, ...asset }, ...rest }) => ({ ...rest, asset }))

const depreciated = fc.record({ assetId: fc.uuid(), contra: fc.constantFrom('18901', '19101'), unit, amount })
export const depreciation = fc.record({
  ...{ date, month: fc.constant('2025-12') },
  rows: fc.array(depreciated, { minLength: 1, maxLength: 12 }),
})

export const disposal = fc
  .record({ date, asset: card, cost: amount, part: fc.integer({ min: 0, max: 100 }), sold: amount, cashAccount })
  .chain(({ part, sold, cashAccount: account, ...rest }) => {
    const isLand = rest.asset.contra === null
    const accumulated = isLand ? 0 : Math.floor((rest.cost / 100) * part)
    const wroteOff = { ...rest, accumulated, price: 0 }
    return fc.constantFrom({ ...wroteOff, cashAccount: undefined }, { ...wroteOff, price: sold, cashAccount: account })
  })

/** What it cost, once more where as much is released of what is owed to a donor, and what of it is laid out. */
export function acquired({ cost, source: from }: { cost: number; source: AssetSource }): bigint {
  const released = from.from === 'cash' && from.fund?.treatment === 'activity' ? cost + from.fund.short : 0
  return BigInt(cost + released)
}

/** What it cost, or what it brings and was written off together, whichever is more. */
export function disposed({ cost, accumulated, price }: { cost: number; accumulated: number; price: number }): bigint {
  return BigInt(Math.max(cost, accumulated + price))
}
