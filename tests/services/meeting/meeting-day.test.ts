import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestBook, requestId, type TestBook } from '../../support/book.ts'
import { workedYear } from '../../support/worked-year.ts'

const year = 2025

let book: TestBook
beforeEach(async () => {
  book = await openTestBook({ today: '2026-04-05' })
  await workedYear(book)
  await book.api.closing.closeYear({ requestId: requestId(), year })
})
afterEach(async () => {
  expect((await book.api.ledger.verify()).problems).toEqual([])
  expect(book.bugs).toEqual([])
  await book.close()
})

const hold = (date: string, more: object = {}) =>
  book.api.meeting.set({
    ...{ requestId: requestId(), year, date, place: 'Balai dusun', chair: 'Bu Ratna', secretary: 'Bu Sari' },
    ...{ present: 3, decisions: ['Menerima laporan.'], ...more },
  })
const decide = (date: string) =>
  book.api.closing.decideShu({ requestId: requestId(), year, date, decision: 'RAT 1/2026' })
const due = async () => {
  const { rows } = await book.api.closing.dueDates({ year })
  return Object.fromEntries(rows.map(({ key, dueOn, sentOn }) => [key, { dueOn, sentOn }]))
}

test('the day on which the surplus was decided is the day of the meeting, before anybody tells of it', async () => {
  expect((await book.api.meeting.get({ year })).date).toBeNull()
  await decide('2026-02-20')
  expect(await book.api.meeting.get({ year })).toMatchObject({ date: '2026-02-20', record: null, canDecide: null })
  expect(await due()).toMatchObject({
    meeting: { sentOn: '2026-02-20' },
    meeting_report: { dueOn: '2026-03-20', sentOn: null },
  })
})

test('a meeting that decided on the surplus is not told of another day, as long as its decision stands', async () => {
  const { entryId, voucher } = await decide('2026-02-20')
  const told = { year, date: '2026-02-20', voucher, reason: 'decided_another_day' }
  await expect(hold('2026-02-27')).rejects.toMatchObject({ code: 'INVALID_INPUT', data: told })
  expect((await book.api.meeting.get({ year })).record).toBeNull()
  expect((await hold('2026-02-20')).record?.date).toBe('2026-02-20')
  await book.api.journal.reverse({ requestId: requestId(), entryId, date: '2026-02-21', reason: 'Salah hari' })
  expect((await hold('2026-02-27')).date).toBe('2026-02-27')
})

test('the surplus is not decided on another day than the meeting is told of', async () => {
  await hold('2026-02-27')
  const told = { reason: 'not_the_meeting_day', year, date: '2026-02-27' }
  await expect(decide('2026-02-20')).rejects.toMatchObject({ code: 'INVALID_INPUT', data: told })
  expect((await decide('2026-02-27')).warnings).not.toContain('quorum_missing')
})

test('no meeting decides on a day that is still to come', async () => {
  const ahead = { code: 'INVALID_INPUT', data: { reason: 'decision_ahead', date: '2026-04-05' } }
  await expect(decide('2026-04-06')).rejects.toMatchObject(ahead)
  const more = { requestId: requestId(), date: '2026-04-06' }
  await expect(book.api.closing.coverDeficit({ ...more, amount: 100 })).rejects.toMatchObject(ahead)
  await expect(book.api.closing.clearCorrections({ ...more, to: 'reserve' })).rejects.toMatchObject(ahead)
  expect((await decide('2026-04-05')).date).toBe('2026-04-05')
})

test('where too few came the meeting is told, warns that it may not decide, and is not the annual meeting yet', async () => {
  const missed = await hold('2026-02-27', { present: 1 })
  expect(missed).toMatchObject({ hasQuorum: false, canDecide: false, warnings: ['quorum_missing'] })
  expect(await due()).toMatchObject({ meeting: { sentOn: null }, meeting_report: { dueOn: '2026-07-30' } })
  expect((await decide('2026-02-27')).warnings).toContain('quorum_missing')
})

test('a second meeting that the bylaws let decide may decide with those who came', async () => {
  await hold('2026-02-27', { present: 1 })
  const second = await hold('2026-03-06', { present: 1, secondCall: true })
  expect(second).toMatchObject({ hasQuorum: false, canDecide: true, warnings: [], date: '2026-03-06' })
  expect(await due()).toMatchObject({ meeting: { sentOn: '2026-03-06' } })
  expect((await decide('2026-03-06')).warnings).not.toContain('quorum_missing')
})

test('a meeting that is planned has no quorum to speak of and is not held yet', async () => {
  const planned = await hold('2026-04-18', { present: 0, decisions: [] })
  expect(planned).toMatchObject({ date: '2026-04-18', hasQuorum: null, canDecide: null, warnings: [] })
  expect(await due()).toMatchObject({ meeting: { sentOn: null } })
})
