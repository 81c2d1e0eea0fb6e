import type { Answers } from '../../../../shared/contract/index.ts'
import { type LoanClass, loanClasses } from '../../../../shared/rules/allowance.ts'
import type { Client } from '../../../client.ts'

type Policy = Answers['loans']['policy']
type Input = Parameters<Client['loans']['setPolicy']>[0]

/** What was decided about all loans, as it stands in the form. */
export interface PolicyValues {
  readonly collectibilityPreset: Policy['collectibilityPreset']
  readonly doubtfulMonthsMax: number | null
  readonly current: string | null
  readonly substandard: string | null
  readonly doubtful: string | null
  readonly loss: string | null
  readonly firstLetter: number | null
  readonly secondLetter: number | null
  readonly thirdLetter: number | null
  readonly income: 'when_due' | 'when_paid'
  readonly yearEndCutOff: boolean
}

export const letters = ['firstLetter', 'secondLetter', 'thirdLetter'] as const

export function policyValues(policy: Policy): PolicyValues {
  const [firstLetter, secondLetter, thirdLetter] = policy.reminderDays
  const { collectibilityPreset, doubtfulMonthsMax, allowance, accrueInterest, yearEndCutOff } = policy
  return {
    ...{ collectibilityPreset, doubtfulMonthsMax, ...allowance, firstLetter, secondLetter, thirdLetter },
    ...{ income: accrueInterest ? 'when_due' : 'when_paid', yearEndCutOff },
  }
}

/** What `loans.setPolicy` is told; what was left empty is refused there, at its field. */
export function policyInput(values: PolicyValues): Input {
  const { collectibilityPreset, doubtfulMonthsMax, income, yearEndCutOff } = values
  const pctOf = (name: LoanClass) => values[name] ?? ''
  return {
    ...{ collectibilityPreset, doubtfulMonthsMax: doubtfulMonthsMax ?? 0 },
    allowance: {
      ...{ current: pctOf('current'), substandard: pctOf('substandard') },
      ...{ doubtful: pctOf('doubtful'), loss: pctOf('loss') },
    },
    reminderDays: [values.firstLetter ?? 0, values.secondLetter ?? 0, values.thirdLetter ?? 0],
    ...{ accrueInterest: income === 'when_due', yearEndCutOff },
  }
}

/** Where a path of the input stands in the form; that the letters do not follow one another, at the last of them. */
export const policyPaths: Readonly<Record<string, string>> = {
  ...Object.fromEntries(loanClasses.map((name) => [`allowance.${name}`, name])),
  ...Object.fromEntries(letters.map((letter, index) => [`reminderDays.${index}`, letter])),
  reminderDays: 'thirdLetter',
  accrueInterest: 'income',
}
