import { expect, test } from 'vitest'
import { instalmentNote } from '../../../../../renderer/areas/loans/payment/instalment-note.ts'

const instalment = { dueOn: '2026-11-20', payment: 1_180_000_00, unpaid: 1_180_000_00 }

test('an instalment is open, due, late by days, begun or paid', () => {
  expect(instalmentNote(instalment, '2026-11-19')).toEqual({ note: 'open' })
  expect(instalmentNote(instalment, '2026-11-20')).toEqual({ note: 'dueNow' })
  expect(instalmentNote(instalment, '2026-12-01')).toEqual({ note: 'late', days: 11 })
  expect(instalmentNote({ ...instalment, unpaid: 1 }, '2026-11-19')).toEqual({ note: 'partly' })
  expect(instalmentNote({ ...instalment, unpaid: 0 }, '2027-01-01')).toEqual({ note: 'paid' })
})

test('what is late is late, however little is left of it', () => {
  expect(instalmentNote({ ...instalment, unpaid: 1 }, '2026-11-21')).toEqual({ note: 'late', days: 1 })
})
