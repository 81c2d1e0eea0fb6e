import { expect, test } from 'vitest'
import { agesOf, noAges, openParts } from '../../shared/rules/ages.ts'

test('ages turn after 30, 60 and 90 days', () => {
  const bandOf = (date: string) => agesOf([{ date, amount: 7 }], '2026-06-30').ages
  expect(bandOf('2026-06-30')).toEqual({ ...noAges, days0to30: 7 })
  expect(bandOf('2026-05-31')).toEqual({ ...noAges, days0to30: 7 })
  expect(bandOf('2026-05-30')).toEqual({ ...noAges, days31to60: 7 })
  expect(bandOf('2026-05-01')).toEqual({ ...noAges, days31to60: 7 })
  expect(bandOf('2026-04-30')).toEqual({ ...noAges, days61to90: 7 })
  expect(bandOf('2026-04-01')).toEqual({ ...noAges, days61to90: 7 })
  expect(bandOf('2026-03-31')).toEqual({ ...noAges, over90: 7 })
})

test('what was paid covers the oldest first, in whatever order it stands', () => {
  const moves = [
    { date: '2026-06-20', amount: 100 },
    { date: '2026-01-01', amount: 50 },
    { date: '2026-01-02', amount: -60 },
  ]
  expect(agesOf(moves, '2026-06-30')).toEqual({ ages: { ...noAges, days0to30: 90 }, oldest: '2026-06-20', dueOn: null })
})

test('more paid than was owed is below zero', () => {
  expect(agesOf([{ date: '2026-06-01', amount: -5 }], '2026-06-30')).toEqual({
    ages: { ...noAges, days0to30: -5 },
    oldest: null,
    dueOn: null,
  })
})

test('what has a due date has no age before it, and is as old as the days since', () => {
  const bandOf = (dueOn: string) => agesOf([{ date: '2026-01-01', dueOn, amount: 7 }], '2026-06-30').ages
  expect(bandOf('2026-07-01')).toEqual({ ...noAges, notDue: 7 })
  expect(bandOf('2026-06-30')).toEqual({ ...noAges, days0to30: 7 })
  expect(bandOf('2026-05-31')).toEqual({ ...noAges, days0to30: 7 })
  expect(bandOf('2026-05-30')).toEqual({ ...noAges, days31to60: 7 })
  expect(bandOf('2026-03-31')).toEqual({ ...noAges, over90: 7 })
})

test('what falls due first is paid first, of one due date the oldest, and the first that is open is named', () => {
  const moves = [
    { date: '2026-01-01', dueOn: '2026-08-01', amount: 100 },
    { date: '2026-02-01', amount: 50 },
    { date: '2026-01-15', dueOn: '2026-02-01', amount: 30 },
    { date: '2026-03-01', amount: -60 },
  ]
  expect(openParts(moves).rows.map(({ amount, open }) => [amount, open])).toEqual([
    [30, 0],
    [50, 20],
    [100, 100],
  ])
  expect(agesOf(moves, '2026-03-01')).toEqual({
    ages: { ...noAges, days0to30: 20, notDue: 100 },
    oldest: '2026-01-01',
    dueOn: '2026-08-01',
  })
})
