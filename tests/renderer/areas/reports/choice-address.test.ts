import { describe, expect, test } from 'vitest'
import { withChosen } from '../../../../renderer/app/use-asked.ts'
import { choiceOf, choiceParams } from '../../../../renderer/areas/reports/choice-address.ts'
import { type Choice, usualChoice } from '../../../../renderer/areas/reports/report-choice.ts'

const usual = usualChoice('surplus', '2026-11-27')
const there = (choice: Choice) => withChosen(new URLSearchParams(), choiceParams(choice, usual))
const everything: Choice = {
  ...{ asOf: '2025-06-30', from: '2025-01-01', to: '2025-12-31', year: 2024, hasSignatures: true, unit: 'usp' },
  ...{ cashAccount: '11102', account: '41101', item: { id: 'i-1', title: 'Beras & gula (B-01)' }, place: 'p-1' },
  ...{ by: 'month', buyer: 'member' },
}

describe('what was chosen before a report', () => {
  test('is found again by who comes back to it, all of it', () => {
    expect(choiceOf(new URLSearchParams(there(everything).toString()), usual)).toEqual(everything)
  })

  test('leaves the address as it is while everything is as usual', () => {
    expect(there(usual).toString()).toBe('')
  })

  test('goes out of the address again when it is taken back', () => {
    const once = there({ ...usual, unit: 'usp', from: '2025-01-01' })
    expect(withChosen(once, choiceParams({ ...usual, from: '2025-01-01' }, usual)).toString()).toBe('from=2025-01-01')
  })

  test('is as usual where the address says something unusable', () => {
    expect(choiceOf(new URLSearchParams('from=2025-02-30&to=kemarin&year=25&unit=bank&by=colour'), usual)).toEqual(
      usual,
    )
  })
})

test('a choice stands beside what else the address says', () => {
  const params = withChosen(new URLSearchParams('back=2026-10&year=2025'), { year: '2024', unit: undefined })
  expect(params.toString()).toBe('back=2026-10&year=2024')
})
