import { expect, test } from 'vitest'
import { lowestFree, type RevolvingMove, revolvingStanding, runningFree } from '../../shared/rules/revolving-fund.ts'

const nothing = { day: '2026-01-01', owed: 0, lent: 0, returned: 0, lost: 0, recovered: 0, interest: 0 }
const on = (day: string, move: Partial<RevolvingMove>): RevolvingMove => ({
  ...nothing,
  day: `2026-01-${day}`,
  ...move,
})

test('what came in and came back is free, what is lent out is not, and interest makes nothing free', () => {
  const moves = [on('01', { owed: 100 }), on('02', { lent: 70 }), on('03', { returned: 20, interest: 5 })]
  expect(revolvingStanding(moves)).toEqual({
    ...{ lent: 70, returned: 20, lost: 0, recovered: 0, interest: 5, outstanding: 50, free: 50 },
  })
  expect(runningFree(moves)).toEqual([100, 30, 50])
})

test('what is lost is no longer owed by borrowers, and is free again as far as it comes after all', () => {
  const lost = [on('01', { owed: 100 }), on('02', { lent: 70 }), on('03', { lost: 70 })]
  expect(revolvingStanding(lost)).toMatchObject({ outstanding: 0, lost: 70, free: 30 })
  expect(revolvingStanding([...lost, on('04', { recovered: 40 })]).free).toBe(70)
  expect(revolvingStanding([...lost, on('04', { recovered: 90 })]).free).toBe(100)
})

test('what is lent later is not free before either, whatever was recorded first', () => {
  const moves = [on('10', { lent: 60 }), on('01', { owed: 100 }), on('20', { returned: 60 })]
  expect(lowestFree(moves, '2026-01-05')).toEqual({ day: '2026-01-10', free: 40 })
  expect(lowestFree(moves, '2026-01-20')).toEqual({ day: '2026-01-20', free: 100 })
  expect(lowestFree([], '2026-01-05')).toEqual({ day: '2026-01-05', free: 0 })
})
