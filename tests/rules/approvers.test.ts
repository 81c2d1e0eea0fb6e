import { expect, test } from 'vitest'
import { approversAmong } from '../../shared/rules/approvers.ts'

const chair = { role: 'chair', name: 'Budi Santoso' } as const
const treasurer = { role: 'treasurer', name: 'Sri Wahyuni' } as const

test.each([
  ['nobody is known', [], []],
  ['the treasurer alone is known', [treasurer], []],
  ['the chair approves', [chair, treasurer], ['Budi Santoso']],
  ['who is treasurer too does not approve', [{ role: 'secretary', name: 'sri  wahyuni' }, treasurer], []],
  ['who has two offices is named once', [chair, { role: 'supervisor', name: 'budi santoso' }], ['Budi Santoso']],
] as const)('%s', (_, officers, names) => {
  expect(approversAmong(officers)).toEqual(names)
})
