/** Documents of goods: what happened to them. */
export const tradeKinds = [
  'opening',
  'purchase',
  'grant',
  'purchase_return',
  'sale',
  'sale_return',
  'consignment_in',
  'consignment_return',
  'consignment_settlement',
  'transfer',
  'stock_take',
  'production',
] as const

/** Why a count found more or less than the book has, in the order they are chosen from. */
export const stockReasons = ['counting', 'lost', 'damaged', 'expired', 'own_use'] as const
