import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { memberNumberKey } from '../../shared/rules/member-number.ts'
import { numberAfter } from '../../shared/rules/number-after.ts'

describe('the next number', () => {
  test.each([
    ['A-007', 'A-008'],
    ['12', '13'],
    ['99', '100'],
    ['A-099', 'A-100'],
    ['014/KSU/2026', '015/KSU/2026'],
    ['KSU-2026-014', 'KSU-2026-015'],
    ['2026', '2027'],
    ['12.A', '13.A'],
    ['Siti', 'Siti-2'],
    ['999999999999999999999', '1000000000000000000000'],
  ])('after %s comes %s', (last, next) => {
    expect(numberAfter(last)).toBe(next)
  })

  test('it stands behind the last one, whatever the pattern', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('', 'A-', 'KSU/'),
        fc.nat({ max: 9_999_999 }),
        fc.nat({ max: 8 }),
        (before, n, width) => {
          const last = before + String(n).padStart(width, '0')
          expect(memberNumberKey(numberAfter(last)) > memberNumberKey(last)).toBe(true)
        },
      ),
    )
  })
})
