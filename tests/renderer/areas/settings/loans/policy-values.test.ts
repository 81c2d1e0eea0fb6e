import { expect, test } from 'vitest'
import { policyInput, policyPaths, policyValues } from '../../../../../renderer/areas/settings/loans/policy-values.ts'
import { contract } from '../../../../../shared/contract/index.ts'
import { usualLoanPolicy } from '../../../../../shared/rules/loan-policy.ts'

const policy = { ...usualLoanPolicy, reminderDays: [...usualLoanPolicy.reminderDays] as [number, number, number] }
const schema = contract.loans.setPolicy['~orpc'].inputSchema

test('rules that are saved as they were read stay as they were', () => {
  expect(policyInput(policyValues(policy))).toEqual(policy)
  const onlyPaid = { ...policy, accrueInterest: false, yearEndCutOff: false }
  expect(policyInput(policyValues(onlyPaid))).toEqual(onlyPaid)
})

test('what is missing or does not follow one another is refused at a field of the form', () => {
  const values = { ...policyValues(policy), doubtful: null, firstLetter: 90 }
  const { error } = schema?.safeParse(policyInput(values)) ?? {}
  expect(error?.issues.map(({ path }) => policyPaths[path.join('.')] ?? path.join('.'))).toEqual([
    'doubtful',
    'thirdLetter',
  ])
})
