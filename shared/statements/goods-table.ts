import type { Language } from '../calendar.ts'
import type { SaleReceiptLine } from './sale-receipt.ts'
import type { Row, Statement } from './statement.ts'
import { column } from './texts.ts'
import { tradeColumn } from './trade-texts.ts'

/** What a paper lists of goods: number, name, quantity and unit. */
export function goodsColumns(language: Language): Statement['columns'] {
  return [
    { ...tradeColumn(language, 'line', 'number'), key: 'n' },
    tradeColumn(language, 'item', 'text'),
    tradeColumn(language, 'qty', 'quantity'),
    tradeColumn(language, 'unitName', 'code'),
  ]
}

type ListedGoods = Pick<SaleReceiptLine, 'itemId' | 'item' | 'unitName' | 'qty'>

/** The goods a paper lists by quantity alone, thousandths. */
export function goodsList(
  language: Language,
  lines: readonly ListedGoods[],
): Pick<Statement, 'columns' | 'rows' | 'totals'> {
  return {
    columns: goodsColumns(language),
    rows: lines.map(
      ({ itemId, item, qty, unitName }, index): Row => ({
        ...{ kind: 'line', level: 0, n: index + 1, item, qty, unitName, itemId },
      }),
    ),
    totals: { items: lines.length },
  }
}

interface PricedGoods {
  readonly lines: readonly Pick<SaleReceiptLine, 'itemId' | 'item' | 'qty' | 'unitName' | 'amount'>[]
  /** Sen. */
  readonly total: number
  readonly caption: string
}

/** Goods with what each line came to, and the sum below. */
export function pricedGoods(
  language: Language,
  { lines, total, caption }: PricedGoods,
): Pick<Statement, 'columns' | 'rows'> {
  return {
    columns: [...goodsColumns(language), { ...column(language, 'total', 'money'), key: 'amount' }],
    rows: [
      ...lines.map(
        ({ itemId, item, qty, unitName, amount }, index): Row => ({
          ...{ kind: 'line', level: 0, n: index + 1, item, qty, unitName, amount, itemId },
        }),
      ),
      { kind: 'total', level: 0, n: null, item: caption, qty: null, unitName: null, amount: total },
    ],
  }
}
