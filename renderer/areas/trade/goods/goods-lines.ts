import type { ItemAnswer } from '../../../../shared/contract/items.ts'

/** A line of goods that come or go; what it cost in all, sen, where money is asked for. */
export interface GoodsLine {
  readonly key: string
  readonly item: ItemAnswer
  readonly qty: number | null
  readonly amount: number | null
}

/** The lines with one more item; one that is there already stays where it is. */
export function withGoods(lines: readonly GoodsLine[], item: ItemAnswer): readonly GoodsLine[] {
  if (lines.some((line) => line.key === item.itemId)) return lines
  return [...lines, { key: item.itemId, item, qty: null, amount: null }]
}

/** Goods as the API takes them; what is not typed is left for it to refuse, beside its field. */
export function countedInput(lines: readonly GoodsLine[]): { itemId: string; qty: number }[] {
  return lines.map(({ item, qty }) => ({ itemId: item.itemId, qty: qty ?? 0 }))
}

/** Which field a problem of a line belongs to. */
export function goodsField(path: string, lines: readonly GoodsLine[], list = 'lines'): string {
  const [, found, index, field] = /^(\w+)\.(\d+)\.(\w+)$/.exec(path) ?? []
  if (index === undefined || found !== list) return path
  return `${list}.${lines[Number(index)]?.key}.${field === 'itemId' ? 'qty' : field}`
}
