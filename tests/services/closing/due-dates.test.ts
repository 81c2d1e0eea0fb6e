import { afterAll, beforeAll, expect, test } from 'vitest'
import { usualDueRules } from '../../../shared/rules/reporting-calendar.ts'
import { openTestBook, refusalOf, requestId, type TestBook } from '../../support/book.ts'
import { post } from '../../support/worked-year.ts'

let book: TestBook
beforeAll(async () => {
  book = await openTestBook({ today: '2026-04-05' })
})
afterAll(async () => {
  expect(book.bugs).toEqual([])
  await book.close()
})

const year = 2025
const days = (rows: readonly { key: string; dueOn: string }[]) =>
  Object.fromEntries(rows.map(({ key, dueOn }) => [key, dueOn]))

test('a year has its usual dates, in their order', async () => {
  const { rows } = await book.api.closing.dueDates({ year })
  expect(rows.map(({ key, dueOn }) => [key, dueOn])).toEqual([
    ['quarter_1', '2025-04-20'],
    ['quarter_2', '2025-07-20'],
    ['quarter_3', '2025-10-20'],
    ['annual', '2026-04-30'],
    ['meeting', '2026-06-30'],
    ['meeting_report', '2026-07-30'],
  ])
  expect(rows.map(({ state }) => state)).toEqual(['late', 'late', 'late', 'due', 'later', 'later'])
})

test('the report on the meeting is due a month after the meeting, which is done once it is told', async () => {
  await book.api.members.create({ number: 'A-1', name: 'Sari', sex: 'female', joinedOn: '2025-01-02' })
  await book.api.meeting.set({
    ...{ requestId: requestId(), year, date: '2026-03-14', place: 'Balai Desa', present: 1, decisions: [] },
    ...{ chair: 'Ibu Ratna', secretary: 'Ibu Sari' },
  })
  const { rows } = await book.api.closing.dueDates({ year })
  expect(days(rows).meeting_report).toBe('2026-04-14')
  expect(rows.find(({ key }) => key === 'meeting')).toMatchObject({ state: 'sent', sentOn: '2026-03-14' })
})

test('what was sent is no longer late, and is again when that was a mistake', async () => {
  const sent = { requestId: requestId(), year, key: 'quarter_1' }
  const stateOf = (rows: readonly { key: string; state: string }[]) =>
    rows.find(({ key }) => key === 'quarter_1')?.state
  expect(stateOf((await book.api.closing.markSent({ ...sent, sentOn: '2025-04-18' })).rows)).toBe('sent')
  expect(stateOf((await book.api.closing.dueDates({ year: 2026 })).rows)).toBe('due')
  const taken = await book.api.closing.markSent({ ...sent, requestId: requestId(), sentOn: null })
  expect(stateOf(taken.rows)).toBe('late')
})

test('a circular changes the calendar without a new program; an empty one brings the usual back', async () => {
  const rules = usualDueRules.map((rule) =>
    rule.key === 'annual' ? { ...rule, when: { kind: 'date' as const, month: 2, day: 29, isNextYear: true } } : rule,
  )
  const set = (given: readonly (typeof usualDueRules)[number][]) =>
    book.api.closing.setDueDates({ requestId: requestId(), year, rules: [...given] })
  expect(days((await set(rules)).rows).annual).toBe('2026-02-28')
  expect(days((await set([])).rows).annual).toBe('2026-04-30')
})

test('what is no date, stands there twice, is unknown or lies ahead is refused', async () => {
  const [first] = usualDueRules
  if (!first) throw new Error('no rules')
  const set = (rules: (typeof usualDueRules)[number][]) =>
    refusalOf(book.api.closing.setDueDates({ requestId: requestId(), year, rules }))
  const reason = ({ data }: Awaited<ReturnType<typeof refusalOf>>) => JSON.stringify(data)
  const wrong = { kind: 'date' as const, month: 4, day: 31, isNextYear: false }
  expect(reason(await set([{ ...first, when: wrong }]))).toContain('not_a_date')
  expect(reason(await set([first, first]))).toContain('given_twice')
  const mark = (key: string, sentOn: string) =>
    refusalOf(book.api.closing.markSent({ requestId: requestId(), year, key, sentOn }))
  expect(reason(await mark('nothing', '2026-01-01'))).toContain('due_unknown')
  expect(reason(await mark('annual', '2026-04-06'))).toContain('sent_ahead')
})

test('the start screen names what is late and what is due within 30 days, nothing of before the book began, and nothing once it was sent', async () => {
  const reportsOn = async (asOf: string) => {
    const { todo } = await book.api.home.summary({ asOf })
    return todo.flatMap(({ task, count, report }) =>
      report ? [[task, count, report.name, report.year, report.dueOn]] : [],
    )
  }
  expect(await reportsOn('2026-04-05')).toEqual([])
  await post(book, '2025-06-02', [
    { account: '11101', debit: 5_00 },
    { account: '48106', credit: 5_00 },
  ])
  expect(await reportsOn('2025-06-02')).toEqual([])
  expect(await reportsOn('2026-04-05')).toEqual([
    ['reports_late', 2, 'Laporan triwulan II dan setengah tahun', 2025, '2025-07-20'],
    ['report_due', 1, 'Laporan RAT', 2025, '2026-04-14'],
    ['report_due', 1, 'Laporan keuangan tahunan', 2025, '2026-04-30'],
  ])
  for (const key of ['quarter_2', 'quarter_3', 'annual', 'meeting_report']) {
    await book.api.closing.markSent({ requestId: requestId(), year, key, sentOn: '2026-04-05' })
  }
  expect(await reportsOn('2026-04-05')).toEqual([])
})
