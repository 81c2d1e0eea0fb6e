import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { memberNumberKey } from '../../shared/rules/member-number.ts'

/** As SQLite orders text: by bytes. */
function ordered(numbers: readonly string[]): string[] {
  return numbers.toSorted((a, b) => Buffer.compare(Buffer.from(memberNumberKey(a)), Buffer.from(memberNumberKey(b))))
}

describe('the order of member numbers', () => {
  test('2 stands before 10, with and without zeros and letters', () => {
    expect(ordered(['10', '2', '1', '100', '20'])).toEqual(['1', '2', '10', '20', '100'])
    expect(ordered(['A-10', 'A-9', 'B-1', 'A-009'])).toEqual(['A-009', 'A-9', 'A-10', 'B-1'])
    expect(ordered(['012/KSU/2026', '2/KSU/2026', '12/KSU/2025'])).toEqual([
      '2/KSU/2026',
      '12/KSU/2025',
      '012/KSU/2026',
    ])
  })

  test('any two whole numbers stand in the order of their value', () => {
    const number = fc.bigInt({ min: 0n, max: 10n ** 29n })
    fc.assert(
      fc.property(number, number, (a, b) => {
        fc.pre(a !== b)
        expect(ordered([`A${a}`, `A${b}`])).toEqual(a < b ? [`A${a}`, `A${b}`] : [`A${b}`, `A${a}`])
      }),
    )
  })
})

describe('the same number', () => {
  test.each([
    ['A-007', 'a-007'],
    ['KSU 12', 'ksu  12'],
    ['１２', '12'],
    ['É-1', 'é-1'],
  ])('%s and %s are one number', (one, other) => {
    expect(memberNumberKey(one)).toBe(memberNumberKey(other))
  })

  test.each([
    ['A-7', 'A-007'],
    ['A-7', 'A7'],
    ['1 2', '12'],
    ['0207', '02 07'],
  ])('%s and %s are two numbers', (one, other) => {
    expect(memberNumberKey(one)).not.toBe(memberNumberKey(other))
  })

  test('two numbers that differ in more than capitals and spaces never share a key', () => {
    const text = fc.string({ unit: fc.constantFrom('0', '1', '2', '9', 'a', 'b', '-', ' ', '/'), maxLength: 12 })
    fc.assert(
      fc.property(text, text, (one, other) => {
        const plain = (number: string) => number.trim().replace(/\s+/g, ' ')
        expect(memberNumberKey(one) === memberNumberKey(other)).toBe(plain(one) === plain(other))
      }),
    )
  })
})
