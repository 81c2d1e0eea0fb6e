import { expect, test } from 'vitest'
import { isInGroup, termGroups } from '../../../../renderer/areas/savings/terms/term-groups.ts'

const groupsOf = (state: 'running' | 'matured' | 'closed', maturesOn: string) =>
  termGroups.filter((group) => isInGroup({ state, maturesOn }, group, '2026-12-15'))

test('a term deposit is found by the month it falls due in', () => {
  expect(groupsOf('running', '2026-12-20')).toEqual(['all', 'thisMonth'])
  expect(groupsOf('running', '2027-01-31')).toEqual(['all', 'nextMonth'])
  expect(groupsOf('running', '2027-02-01')).toEqual(['all'])
})

test('what is overdue is counted once, and what is closed stands apart', () => {
  expect(groupsOf('matured', '2026-12-10')).toEqual(['all', 'matured'])
  expect(groupsOf('closed', '2026-12-20')).toEqual(['closed'])
})
