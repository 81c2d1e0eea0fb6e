import { afterEach, beforeEach, expect, test } from 'vitest'
import { hasQuorum } from '../../../shared/rules/meeting-parts.ts'
import { openTestBook, requestId, type TestBook } from '../../support/book.ts'
import { addMember } from '../../support/counter.ts'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook()
})
afterEach(async () => {
  expect((await book.api.ledger.verify()).problems).toEqual([])
  expect(book.bugs).toEqual([])
  await book.close()
})

const held = {
  ...{ year: 2025, date: '2026-03-14', place: 'Balai dusun', chair: 'Bu Ratna', secretary: 'Bu Sari' },
  ...{ present: 2, decisions: ['Laporan diterima', 'SHU dibagi menurut AD/ART'] },
}

test('what happened at the meeting is kept, and whether enough members were there', async () => {
  for (const number of ['1', '2', '3']) await addMember(book, number, '2025-01-02')
  await addMember(book, '4', '2026-04-01')
  const { record, members, hasQuorum: reached } = await book.api.meeting.set({ requestId: requestId(), ...held })
  expect(record).toMatchObject({ date: '2026-03-14', present: 2, quorumPct: '50', startsAt: null })
  expect({ members, reached }).toEqual({ members: 3, reached: true })
  const stricter = await book.api.meeting.set({ requestId: requestId(), ...held, quorumPct: '67' })
  expect(stricter.hasQuorum).toBe(false)
  expect(stricter.record?.decisions).toEqual(held.decisions)
  const kept = book.desk.app().file.database.prepare('SELECT count(*) FROM meeting_record').pluck()
  expect(kept.get()).toBe(2)
})

test('half of the members and two thirds are exactly what the bylaws say', () => {
  expect(hasQuorum({ present: 5, members: 10, quorumPct: '50' })).toBe(true)
  expect(hasQuorum({ present: 4, members: 10, quorumPct: '50' })).toBe(false)
  expect(hasQuorum({ present: 2, members: 3, quorumPct: '66.66' })).toBe(true)
  expect(hasQuorum({ present: 2, members: 3, quorumPct: '66.67' })).toBe(false)
})

test('a meeting in the year it is about, more people than members and a wrong hour are refused', async () => {
  await addMember(book, '1', '2025-01-02')
  const set = (more: object) => book.api.meeting.set({ requestId: requestId(), ...held, present: 1, ...more })
  await expect(set({ date: '2025-12-31' })).rejects.toMatchObject({ data: { reason: 'meeting_in_its_year' } })
  await expect(set({ present: 2 })).rejects.toMatchObject({ data: { reason: 'more_than_members', members: 1 } })
  await expect(set({ startsAt: '25.00' })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  expect((await book.api.meeting.get({ year: 2025 })).record).toBeNull()
})

test('a text counts from its year on until another is written, and emptied the usual one counts again', async () => {
  const write = (year: number, ...paragraphs: string[]) =>
    book.api.meeting.setText({ requestId: requestId(), year, part: 'preface', paragraphs })
  const preface = async (year: number) => {
    const { texts } = await book.api.meeting.get({ year })
    return texts.find(({ part }) => part === 'preface')
  }
  await write(2024, 'Lama')
  await write(2026, 'Baru', 'Dua')
  expect(await preface(2023)).toMatchObject({ fromYear: null, paragraphs: [] })
  expect(await preface(2025)).toMatchObject({ fromYear: 2024, paragraphs: ['Lama'] })
  expect(await preface(2027)).toMatchObject({ fromYear: 2026, paragraphs: ['Baru', 'Dua'] })
  await write(2026)
  expect(await preface(2026)).toMatchObject({ fromYear: null })
})

test.each(['minutes', 'supervisors', 'notesEvents', 'notesCommitments', 'followUp', 'workPlan', 'programmes'] as const)(
  'what %s says of one year is not said of the next: its words are offered to begin with',
  async (part) => {
    const write = (year: number, ...paragraphs: string[]) =>
      book.api.meeting.setText({ requestId: requestId(), year, part, paragraphs })
    const told = async (year: number) =>
      (await book.api.meeting.get({ year })).texts.find((text) => text.part === part) ?? expect.fail()
    await write(2025, 'Ditutup pukul 12.15')
    expect(await told(2025)).toEqual({ part, fromYear: 2025, paragraphs: ['Ditutup pukul 12.15'], earlier: null })
    const earlier = { year: 2025, paragraphs: ['Ditutup pukul 12.15'] }
    expect(await told(2026)).toEqual({ part, fromYear: null, paragraphs: [], earlier })
    await write(2026, 'Ditutup pukul 14.00')
    expect(await told(2026)).toMatchObject({ fromYear: 2026, paragraphs: ['Ditutup pukul 14.00'], earlier: null })
    expect(await told(2025)).toMatchObject({ fromYear: 2025, paragraphs: ['Ditutup pukul 12.15'] })
    await write(2026)
    expect(await told(2026)).toEqual({ part, fromYear: null, paragraphs: [], earlier })
  },
)

test('rules of fifty pages are kept and printed whole', async () => {
  const paragraphs = Array.from(
    { length: 600 },
    (_, index) => `Pasal ${index + 1}. ${'Anggota berhak bicara. '.repeat(12)}`,
  )
  await book.api.meeting.setText({ requestId: requestId(), year: 2025, part: 'rules', paragraphs })
  const file = await book.api.reports.pdf({ report: 'annualMeetingBook', params: { year: 2025 } })
  expect(file.size).toBeGreaterThan(100_000)
})
