import { Exact, roundToSen, type Sen, sen } from './money.ts'

/** A year's statement of the surplus by its lines (reports, section 2), sen; income and costs both above zero. */
export interface YearFigures {
  readonly amountOf: (line: string) => number
  /** What was given: 48201, and what was released of programmes (48202) above what they were spent on (58201). */
  readonly grants: number
  /** 59101, which follows turnover. */
  readonly finalTax: number
  /** Mean of the first and last day: lent to members, and lent and sold to others. */
  readonly usedByMembers: number
  readonly usedByOthers: number
}

/** Where a surplus comes from; the three add up to it. */
export interface SurplusOrigin {
  readonly members: Sen
  readonly nonMembers: Sen
  readonly grants: Sen
}

/**
 * Divides a year's surplus into what was earned from members, from others, and given (reports, section 2): cost of
 * money follows who used it, other costs and income follow the gross profit of each side, final tax follows turnover;
 * with no business with others all of it is the members', and so is what rounding leaves. Gifts are kept apart (accounting.md
 * section 4).
 */
export function surplusOrigin(figures: YearFigures): SurplusOrigin {
  const { amountOf, grants, finalTax } = figures
  const total = (...lines: readonly string[]) => lines.reduce((sum, line) => sum + amountOf(line), 0)
  const [turnover, turnoverOthers] = [total('H01', 'H02', 'H03', 'H04'), total('H11', 'H12', 'H13')]
  const costOfMoney = part(amountOf('H14'), figures.usedByOthers, figures.usedByMembers + figures.usedByOthers)
  const grossMembers = turnover - total('H05', 'H06', 'H07') - (amountOf('H14') - costOfMoney)
  const grossOthers = turnoverOthers - amountOf('H15') - costOfMoney
  const overhead = total('H20', 'H21', 'H22', 'H23', 'H24', 'H25', 'H30', 'H41', 'H43')
  const otherIncome = amountOf('H40') + amountOf('H42') - grants
  const shared = overhead - otherIncome + amountOf('H50') - finalTax
  const isEarnedByBoth = grossMembers > 0 && grossOthers > 0
  const weights = isEarnedByBoth
    ? [grossOthers, grossMembers + grossOthers]
    : [turnoverOthers, turnover + turnoverOthers]
  const ofShared = part(shared, weights[0] ?? 0, weights[1] ?? 0)
  const ofTax = part(finalTax, turnoverOthers, turnover + turnoverOthers)
  const surplus = grossMembers + grossOthers - shared - finalTax + grants
  const nonMembers = turnoverOthers === 0 ? 0 : grossOthers - ofShared - ofTax
  return { members: sen(surplus - grants - nonMembers), nonMembers: sen(nonMembers), grants: sen(grants) }
}

/** `amount` × `share` ÷ `whole` in sen, half up; nothing where there is no whole. */
function part(amount: number, share: number, whole: number): number {
  if (whole <= 0 || share <= 0) return 0
  return roundToSen(new Exact(amount).mul(share).div(whole), 'half_up')
}
