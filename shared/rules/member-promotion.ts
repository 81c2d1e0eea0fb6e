import { Exact, roundToSen, type Sen, sumSen } from './money.ts'

/** Goods members bought from the cooperative, or sold to it or through it. */
export const promotionWays = ['bought', 'sold'] as const
export type PromotionWay = (typeof promotionWays)[number]

/** An item in a year: thousandths, what members paid or got for it, and what a unit cost elsewhere, sen. */
export interface PromotedGoods {
  readonly way: PromotionWay
  readonly qty: number
  readonly amount: number
  readonly outsidePrice: number
}

/** What the same goods would have come to elsewhere, sen, half up. */
export function outsideAmount({ qty, outsidePrice }: Pick<PromotedGoods, 'qty' | 'outsidePrice'>): Sen {
  return roundToSen(new Exact(outsidePrice).mul(qty).div(1000), 'half_up')
}

/** What members gained: (outside - paid) of what they bought, (got - outside) of what they sold, sen (reports.md section 6). */
export function goodsBenefit(goods: PromotedGoods): Sen {
  const outside = outsideAmount(goods)
  return goods.way === 'bought' ? sumSen([outside, 0 - goods.amount]) : sumSen([goods.amount, 0 - outside])
}

/** A mean balance over the months of a year and what it earned or cost, sen; the rate elsewhere is a year's, in percent. */
export interface PromotedBalance {
  readonly mean: number
  readonly interest: number
  readonly months: number
  readonly outsideRate: string
}

/** What the same balance would have earned or cost elsewhere, sen, half up. */
export function outsideInterest({ mean, months, outsideRate }: Omit<PromotedBalance, 'interest'>): Sen {
  return roundToSen(new Exact(mean).mul(outsideRate).div(100).mul(months).div(12), 'half_up')
}

/** (Outside rate - own rate) × mean balance of loans: what borrowers were spared, sen (reports.md section 6). */
export function loanBenefit(balance: PromotedBalance): Sen {
  return sumSen([outsideInterest(balance), 0 - balance.interest])
}

/** (Own rate - bank rate) × mean balance of savings: what savers got beyond a bank, sen (reports.md section 6). */
export function savingsBenefit(balance: PromotedBalance): Sen {
  return sumSen([balance.interest, 0 - outsideInterest(balance)])
}
