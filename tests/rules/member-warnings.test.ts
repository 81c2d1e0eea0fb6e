import { expect, test } from 'vitest'
import { personWarnings } from '../../shared/rules/member-warnings.ts'

const joinedOn = '2026-03-01'

test.each([
  ['on the day she turns 17', '2009-03-01', []],
  ['the day before she turns 17', '2009-03-02', ['younger_than_17']],
  ['at 17 and a half', '2008-09-01', []],
  ['at 18', '2008-03-01', []],
])('who joins %s is asked about only when younger than 17', (_, birthDate, warnings) => {
  expect(personWarnings({ sex: 'female', joinedOn, birthDate }, '2026-11-20')).toEqual(warnings)
})

test('the age is that of the day she joined, not of today', () => {
  expect(personWarnings({ sex: 'female', joinedOn, birthDate: '2009-06-01' }, '2026-11-20')).toEqual([
    'younger_than_17',
  ])
})

test('of a member whose birthday nobody knows no age is asked', () => {
  for (const birthDate of [null, undefined])
    expect(personWarnings({ sex: 'female', joinedOn, birthDate }, '2026-11-20')).toEqual([])
})
