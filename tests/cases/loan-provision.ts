import { ask } from './ask.ts'
import type { Answer } from './case.ts'

type Inputs = {
  readonly outstanding: number
  readonly collateral: number
  readonly collateral_weight_pct: number
  readonly pct: Readonly<Record<string, string>>
}

const classes = { Lancar: 'current', 'Kurang Lancar': 'substandard', Diragukan: 'doubtful', Macet: 'loss' } as const

/** One loan in each class; how much of a collateral's value counts is decided before it comes to the rule. */
export function loanProvisionCase({ outstanding, collateral, collateral_weight_pct, pct }: Inputs): Answer {
  const counted = (collateral * collateral_weight_pct) / 100
  const entries = Object.entries(classes)
  const { rows } = ask('allowance', {
    percentages: Object.fromEntries(entries.map(([name, loanClass]) => [loanClass, pct[name]])),
    loans: entries.map(([id, loanClass]) => ({
      id,
      outstanding: outstanding * 100,
      class: loanClass,
      collateral: counted * 100,
    })),
  })
  const { base = 0 } = rows.find(({ id }) => id === 'Macet') ?? {}
  return {
    answers: {
      collateral_counted_capped_at_outstanding: outstanding - base / 100,
      provision: Object.fromEntries(rows.map(({ id, allowance }) => [id, allowance / 100])),
    },
  }
}
