import { yearOf } from '../../../../shared/calendar.ts'
import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import { invalidInput } from '../../../../shared/errors.ts'
import {
  hasQuorum,
  isKeptFromYearToYear,
  type MeetingPart,
  meetingParts,
  usualQuorumPct,
} from '../../../../shared/rules/meeting-parts.ts'
import type { Reader } from '../../db/tables.ts'
import type { Reading, Work } from '../../work.ts'
import { standingDecision } from '../closing/decisions.ts'

type Meeting = Answers['meeting']['get']
type Record = NonNullable<Meeting['record']>

/** The annual meeting about a year. */
export async function getMeeting({ db, today }: Reading, { year }: Inputs['meeting']['get']): Promise<Meeting> {
  return meetingOf(db, today, year)
}

/**
 * What happened at the meeting. Refuses INVALID_INPUT for a day before the end of its year, for another day than the one
 * on which the meeting decided on the surplus (`decided_another_day`), and for more people than members.
 */
export async function setMeeting(work: Work, input: Inputs['meeting']['set']): Promise<Answers['meeting']['set']> {
  const { tx, today, now, actor } = work
  const { requestId: _, year, startsAt, endsAt, invited, quorumPct, secondCall, ...said } = input
  if (yearOf(said.date) <= year) throw invalidInput(['date'], 'meeting_in_its_year', { year })
  await requireDayOfDecision(tx, year, said.date)
  const members = await membersOn(tx, said.date)
  if (said.present > members) throw invalidInput(['present'], 'more_than_members', { members })
  const record: Record = {
    ...said,
    ...{ startsAt: startsAt ?? null, endsAt: endsAt ?? null, invited: invited ?? null },
    ...{ quorumPct: quorumPct ?? usualQuorumPct, secondCall: secondCall ?? false },
  }
  const version = (await countOf(tx, year)) + 1
  const made = { made_at: now, made_by: actor.id }
  await tx
    .insertInto('meeting_record')
    .values({ year, version, held_on: said.date, record: JSON.stringify(record), ...made })
    .execute()
  const meeting = await meetingOf(tx, today, year)
  return { ...meeting, warnings: meeting.canDecide === false ? ['quorum_missing'] : [] }
}

async function requireDayOfDecision(db: Reader, year: number, day: string): Promise<void> {
  const decided = await standingDecision(db, year)
  if (decided === undefined || decided.date === day) return
  const { date, voucher } = decided
  throw invalidInput(['date'], 'decided_another_day', { year, date, voucher })
}

/** Writes a text of the book: of its year, or counting from it on where the part is kept from year to year. */
export async function setMeetingText(work: Work, input: Inputs['meeting']['setText']): Promise<Meeting> {
  const { tx, today, now, actor } = work
  const { year, part, paragraphs } = input
  const { version } = await tx
    .selectFrom('meeting_text')
    .select((eb) => eb(eb.fn.countAll<number>(), '+', 1).as('version'))
    .where('part', '=', part)
    .where('year', '=', year)
    .executeTakeFirstOrThrow()
  const made = { made_at: now, made_by: actor.id }
  await tx
    .insertInto('meeting_text')
    .values({ part, year, version, paragraphs: JSON.stringify(paragraphs), ...made })
    .execute()
  return meetingOf(tx, today, year)
}

/** The meeting about a year as it is answered. */
export async function meetingOf(db: Reader, today: string, year: number): Promise<Meeting> {
  const record = await newestRecord(db, year)
  const date = (await standingDecision(db, year))?.date ?? record?.date ?? null
  const members = await membersOn(db, date ?? today)
  const texts = await writtenOf(db, year, meetingParts)
  const isCounted = record !== null && record.present > 0 && date !== null && date <= today
  const isReached = isCounted ? hasQuorum({ ...record, members }) : null
  return {
    year,
    record,
    date,
    members,
    hasQuorum: isReached,
    canDecide: isReached || (isCounted ? record.secondCall : null),
    texts,
  }
}

/** Of a record that was written before second meetings were told apart. */
const toldBeforeSecondCalls = { secondCall: false }

async function newestRecord(db: Reader, year: number): Promise<Record | null> {
  const row = await db
    .selectFrom('meeting_record')
    .select('record')
    .where('year', '=', year)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ? { ...toldBeforeSecondCalls, ...(JSON.parse(row.record) as Record) } : null
}

async function countOf(db: Reader, year: number): Promise<number> {
  const { count } = await db
    .selectFrom('meeting_record')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('year', '=', year)
    .executeTakeFirstOrThrow()
  return count
}

/** What the board wrote of some parts that counts in a year; without paragraphs where it did not. */
export async function writtenOf(db: Reader, year: number, parts: readonly MeetingPart[]): Promise<Meeting['texts']> {
  const texts: Meeting['texts'] = []
  for (const part of parts) texts.push(await textOf(db, part, year))
  return texts
}

/** What counts of a part in a year: the year's own text, or an earlier one of a part that is kept from year to year. */
async function textOf(db: Reader, part: MeetingPart, year: number): Promise<Meeting['texts'][number]> {
  const newest = await newestText(db, part, year)
  const counts = newest !== undefined && (newest.year === year || isKeptFromYearToYear(part))
  if (counts && newest.paragraphs.length > 0) {
    return { part, fromYear: newest.year, paragraphs: newest.paragraphs, earlier: null }
  }
  const before = isKeptFromYearToYear(part) ? undefined : await newestText(db, part, year - 1)
  return { part, fromYear: null, paragraphs: [], earlier: before && before.paragraphs.length > 0 ? before : null }
}

/** The newest text of a part that was written for a year or one before it. */
async function newestText(db: Reader, part: MeetingPart, year: number) {
  const row = await db
    .selectFrom('meeting_text')
    .select(['year', 'paragraphs'])
    .where('part', '=', part)
    .where('year', '<=', year)
    .orderBy('year', 'desc')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { year: row.year, paragraphs: JSON.parse(row.paragraphs) as string[] }
}

/** How many are members at the end of a day. */
async function membersOn(db: Reader, day: string): Promise<number> {
  const { count } = await db
    .selectFrom('member')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('joined_on', '<=', day)
    .where((eb) => eb.or([eb('left_on', 'is', null), eb('left_on', '>', day)]))
    .executeTakeFirstOrThrow()
  return count
}
