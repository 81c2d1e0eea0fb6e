import { expect, test } from 'vitest'
import { unitCost } from '../../shared/rules/unit-cost.ts'

test('what one pack costs is told to the rupiah, and whether that was rounded', () => {
  expect(unitCost(80_000_00, 8_000)).toEqual({ each: 10_000_00, isRounded: false })
  expect(unitCost(10_000_00, 3_000)).toEqual({ each: 3_333_00, isRounded: true })
  expect(unitCost(5_000_00, 3_000)).toEqual({ each: 1_667_00, isRounded: true })
  expect(unitCost(1_000_50, 1_000)).toEqual({ each: 1_001_00, isRounded: true })
  expect(unitCost(75_000_00, 2_500)).toEqual({ each: 30_000_00, isRounded: false })
  expect(unitCost(0, 1_000)).toEqual({ each: 0, isRounded: false })
})
