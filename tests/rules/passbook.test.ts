import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstPlace, nextPlaces } from '../../shared/rules/passbook.ts'

test('printing goes on at the next free line and turns the page after the last', () => {
  expect(nextPlaces(firstPlace, 3, 2)).toEqual([
    { page: 1, line: 1 },
    { page: 1, line: 2 },
    { page: 2, line: 1 },
  ])
  expect(nextPlaces({ page: 4, line: 24 }, 1, 24)).toEqual([{ page: 5, line: 1 }])
  expect(nextPlaces({ page: 4, line: 23 }, 0, 24)).toEqual([])
})

test('printed in parts, every line stands where it stands printed at once', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 30 }), { maxLength: 6 }), fc.integer({ min: 5, max: 80 }), (parts, lines) => {
      const count = parts.reduce((sum, part) => sum + part, 0)
      let last = firstPlace
      const printed = parts.flatMap((part) => {
        const places = nextPlaces(last, part, lines)
        last = places.at(-1) ?? last
        return places
      })
      expect(printed).toEqual(nextPlaces(firstPlace, count, lines))
    }),
  )
})
