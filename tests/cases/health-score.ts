import { type HealthFigure, healthFigures } from '../../shared/rules/health-ratios.ts'
import { ask } from './ask.ts'
import type { Answer, PublishedCase } from './case.ts'

type Pairs = Readonly<Record<string, readonly [string, string]>>

type Inputs = {
  readonly loans_to_members?: number
  readonly total_loans?: number
  readonly member_loans_and_loans?: Pairs
  readonly own_capital_and_assets?: Pairs
}

const olderRule = 'the points of an older rule, which the program does not keep: only its ratios are asked for'
const senOf = (rupiah: string | number) => Math.round(Number(rupiah) * 100)

/** One line of the score, everything else left at nothing. */
function line(code: string, figures: Partial<Record<HealthFigure, number>>) {
  const nothing = Object.fromEntries(healthFigures.map((name) => [name, 0]))
  const answers = { general: 0, institutional: 0, capital: 0, assets: 0, liquidity: 0 }
  const { aspects } = ask('healthScore', {
    ...{ regulation: 'perdep_06_2016', figures: { ...nothing, ...figures }, answers },
  })
  return aspects.find((aspect) => aspect.code === code)
}

const ratiosOf = (code: string, part: HealthFigure, whole: HealthFigure, pairs: Pairs) =>
  Object.fromEntries(
    Object.entries(pairs).map(([year, [a, b]]) => [
      year,
      line(code, { [part]: senOf(a), [whole]: senOf(b) })?.ratioPct,
    ]),
  )

export function healthScoreCase(inputs: Inputs, published: PublishedCase): Answer {
  const { loans_to_members, total_loans, member_loans_and_loans, own_capital_and_assets } = inputs
  if (loans_to_members !== undefined && total_loans !== undefined) {
    const figures = { loansToMembers: senOf(loans_to_members), loanVolume: senOf(total_loans) }
    const { ratioPct, value, score } = line('2a', figures) ?? {}
    return { answers: { ratio_pct: ratioPct, value, score: score?.toFixed(2) } }
  }
  const { member_loan_score: years = {} } = published.expected as { member_loan_score?: Record<string, number> }
  return {
    answers: {
      member_loan_ratio_pct: ratiosOf('2a', 'loansToMembers', 'loanVolume', member_loans_and_loans ?? {}),
      own_capital_ratio_pct: ratiosOf('1a', 'ownCapital', 'totalAssets', own_capital_and_assets ?? {}),
    },
    unanswered: {
      ...Object.fromEntries(Object.keys(years).map((year) => [`member_loan_score.${year}`, olderRule])),
      own_capital_score: olderRule,
    },
  }
}
