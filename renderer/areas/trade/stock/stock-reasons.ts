import { stockReasons } from '../../../../shared/contract/trade-kinds.ts'

export type StockReason = (typeof stockReasons)[number]

export function isStockReason(reason: string | null): reason is StockReason {
  return stockReasons.some((known) => known === reason)
}
