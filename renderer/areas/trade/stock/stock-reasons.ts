export const stockReasons = ['counting', 'lost', 'damaged', 'expired', 'own_use'] as const
export type StockReason = (typeof stockReasons)[number]

export function isStockReason(reason: string | null): reason is StockReason {
  return stockReasons.some((known) => known === reason)
}
