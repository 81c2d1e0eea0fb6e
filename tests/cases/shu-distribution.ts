import { ask } from './ask.ts'
import type { Answer, PublishedCase } from './case.ts'

type Inputs = {
  readonly total_income: number
  readonly total_expenses: number
  readonly percentages: Readonly<Record<string, string>>
}

const roundedAlone =
  'printed with each share rounded by itself, so that a rupiah is lost: the program gives it to the largest remainder'

/** The surplus of a year by the bylaws; a printed share that differs is one whose own rounding lost a rupiah. */
export function shuDistributionCase(
  { total_income, total_expenses, percentages }: Inputs,
  published: PublishedCase,
): Answer {
  const { published_shares: printed = {} } = published.expected as { published_shares?: Record<string, number> }
  const shu = total_income - total_expenses
  const shares = Object.entries(percentages).map(([key, pct]) => ({ key, pct }))
  const { components, totals } = ask('shu', {
    ...{ surplus: shu * 100, shares, members: [], capitalShareKey: shares[0]?.key, serviceShares: [] },
  })
  const ours = Object.fromEntries(components.map(({ key, amount }) => [key, amount / 100]))
  const lost = shu - Object.values(printed).reduce((sum, amount) => sum + amount, 0)
  const moved = Object.keys(printed)
    .filter((key) => ours[key] !== printed[key])
    .slice(0, Math.abs(lost))
  return {
    answers: { shu: totals.components / 100, published_shares: ours },
    unanswered: {
      ...Object.fromEntries(moved.map((key) => [`published_shares.${key}`, roundedAlone])),
      ...(lost !== 0 && { published_shares_sum: roundedAlone }),
    },
  }
}
