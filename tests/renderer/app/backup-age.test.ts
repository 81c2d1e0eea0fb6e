import { expect, test } from 'vitest'
import { backupAge } from '../../../renderer/app/backup-age.ts'

const today = '2026-11-20'
const last = (at: string, entriesSince: number) => ({ entries: 100, lastBackup: { path: 'x', at, entriesSince } })

test('a backup of today or yesterday is fresh', () => {
  expect(backupAge(last('2026-11-20T01:00:00.000Z', 5), today)).toEqual({ state: 'fresh', days: 0 })
  expect(backupAge(last('2026-11-19T01:00:00.000Z', 5), today)).toEqual({ state: 'fresh', days: 1 })
})

test('it turns amber after two days and red after a week', () => {
  expect(backupAge(last('2026-11-18T01:00:00.000Z', 1), today).state).toBe('due')
  expect(backupAge(last('2026-11-14T01:00:00.000Z', 1), today).state).toBe('due')
  expect(backupAge(last('2026-11-13T01:00:00.000Z', 1), today).state).toBe('late')
})

test('an old backup that holds everything is still fresh', () => {
  expect(backupAge(last('2026-01-01T01:00:00.000Z', 0), today)).toMatchObject({ state: 'fresh' })
})

test('a book with entries and no backup is red, an empty one amber', () => {
  expect(backupAge({ entries: 1, lastBackup: null }, today)).toEqual({ state: 'late', days: null })
  expect(backupAge({ entries: 0, lastBackup: null }, today)).toEqual({ state: 'due', days: null })
})

test('a moment that is tomorrow in UTC is not of tomorrow', () => {
  expect(backupAge(last('2026-11-21T00:30:00.000Z', 1), today)).toEqual({ state: 'fresh', days: 0 })
})
