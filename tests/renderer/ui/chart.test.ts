import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { axisMarks, markedBars, stackedOutlines } from '../../../renderer/ui/chart/chart-scale.ts'

describe('the marks of an axis', () => {
  test('count in round rupiah up to the highest', () => {
    expect(axisMarks(1_180_000_00)).toEqual([0, 500_000_00, 1_000_000_00, 1_500_000_00])
    expect(axisMarks(2_000_000_00)).toEqual([0, 500_000_00, 1_000_000_00, 1_500_000_00, 2_000_000_00])
    expect(axisMarks(0)).toEqual([0])
    expect(axisMarks(150)).toEqual([0, 100, 200])
  })

  test('never cut a bar off, and stay few', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_000_000_000_000_000 }), (most) => {
        const marks = axisMarks(most)
        expect(marks.at(-1)).toBeGreaterThanOrEqual(most)
        expect(marks.length).toBeLessThanOrEqual(5)
        expect(marks.every((mark) => mark % 100 === 0)).toBe(true)
      }),
    )
  })
})

test('few bars are all numbered, many every year or so, the first always', () => {
  expect(markedBars(3)).toEqual([1, 2, 3])
  expect(markedBars(24)).toEqual([1, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24])
  expect(markedBars(120).slice(0, 3)).toEqual([1, 12, 24])
  expect(markedBars(2600).length).toBeLessThan(14)
})

describe('the outlines', () => {
  const frame = { left: 10, top: 0, width: 100, height: 50 }

  test('stack the second part on the first', () => {
    expect(stackedOutlines([[30, 10]], 40, frame)).toEqual(['M20 50V12.5H100V50Z', 'M20 12.5V0H100V12.5Z'])
  })

  test('leave out what is nothing, and stand side by side without gaps where there are many', () => {
    const [lower = '', upper = ''] = stackedOutlines(Array(50).fill([1, 0]), 1, frame)
    expect(upper).toBe('')
    expect(lower.startsWith('M10 50V0H12V50ZM12 50')).toBe(true)
  })
})
