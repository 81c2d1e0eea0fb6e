import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../shared/calendar.ts'
import { backupsToDrop } from '../../shared/rules/backup-rotation.ts'

function dailyBackups(count: number, from = '2025-01-01') {
  return Array.from({ length: count }, (_, day) => {
    const at = `${addDays(from, day)}T10:00:00.000Z`
    return { path: at, number: day + 1, at }
  })
}

function keptOf(backups: { path: string; number: number; at: string }[]): string[] {
  const dropped = new Set(backupsToDrop(backups))
  return backups.filter(({ path }) => !dropped.has(path)).map(({ at }) => at.slice(0, 10))
}

test('a year of daily backups keeps seven days, four weeks and twelve months', () => {
  const kept = keptOf(dailyBackups(365))
  expect(kept.slice(-7)).toEqual(Array.from({ length: 7 }, (_, day) => addDays('2025-12-25', day)))
  expect(kept).toContain('2025-01-31')
  expect(kept).toContain('2025-12-14')
  expect(kept).toContain('2025-12-21')
  expect(kept.length).toBe(7 + 2 + 11)
})

test('of several backups in one day the newest stays', () => {
  const day = ['08', '12', '17'].map((hour, place) => ({
    path: hour,
    number: place + 1,
    at: `2026-03-01T${hour}:00:00.000Z`,
  }))
  expect(backupsToDrop(day).sort()).toEqual(['08', '12'])
})

test('the newest backup is never thrown away, and a laptop that lay in a drawer loses nothing', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 3000 }), { maxLength: 60 }), (days) => {
      const backups = days.map((day) => ({
        path: String(day),
        number: day + 1,
        at: `${addDays('2020-01-01', day)}T00:00:00.000Z`,
      }))
      const dropped = backupsToDrop(backups)
      if (days.length > 0) expect(dropped).not.toContain(String(Math.max(...days)))
      if (days.length <= 7) expect(dropped).toEqual([])
      expect(backups.length - dropped.length).toBeLessThanOrEqual(7 + 4 + 12)
    }),
  )
})

test('a clock that fell back throws away nothing that came later', () => {
  const before = Array.from({ length: 20 }, (_, day) => ({
    ...{ path: `before ${day}`, number: day + 1, at: `${addDays('2028-03-01', day)}T10:00:00.000Z` },
  }))
  const after = { path: 'after', number: 21, at: '2001-01-01T00:00:00.000Z' }
  expect(backupsToDrop([...before, after])).not.toContain('after')
  expect(backupsToDrop([after, ...before])).not.toContain('before 19')
})
