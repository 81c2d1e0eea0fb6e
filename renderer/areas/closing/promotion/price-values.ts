import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import { sen } from '../../../../shared/rules/money.ts'

export type Prices = Answers['closing']['outsidePrices']
type Given = Inputs['closing']['setOutsidePrices']

/** Where and when a price was seen, as typed. */
export interface SeenTyped {
  readonly source: string
  readonly seenOn: string | null
}

interface RateTyped extends SeenTyped {
  readonly ratePctPerYear: string | null
}

export interface GoodsTyped extends SeenTyped {
  readonly price: number | null
}

export interface PriceValues {
  readonly loans: RateTyped
  readonly savings: RateTyped
  /** In the order of the goods of the year. */
  readonly goods: readonly GoodsTyped[]
}

/** What is kept, as the form holds it; an empty line is dated today. */
export function priceValues({ loans, savings, goods }: Prices, today: string): PriceValues {
  const empty = { source: '', seenOn: today }
  return {
    loans: loans.outside ?? { ...empty, ratePctPerYear: null },
    savings: savings.outside ?? { ...empty, ratePctPerYear: null },
    goods: goods.map(({ outside }) => outside ?? { ...empty, price: null }),
  }
}

/** What is sent: a line without a price or rate is forgotten. */
export function priceInput(values: PriceValues, { year, goods }: Prices): Omit<Given, 'requestId'> {
  const rate = ({ ratePctPerYear, source, seenOn }: RateTyped) =>
    ratePctPerYear === null ? null : { ratePctPerYear, source, seenOn: seenOn ?? '' }
  return {
    year,
    loans: rate(values.loans),
    savings: rate(values.savings),
    goods: goods.map(({ itemId, way }, at) => {
      const { price = null, source = '', seenOn = null } = values.goods[at] ?? {}
      return { itemId, way, outside: price === null ? null : { price: sen(price), source, seenOn: seenOn ?? '' } }
    }),
  }
}

/** `goods.0.outside.price` → `goods.0.price`: where a problem of the input stands in the form. */
export function priceField(path: string): string {
  return path.replace('.outside.', '.')
}
