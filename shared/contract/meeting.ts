import { z } from 'zod'
import { meetingParts } from '../rules/meeting-parts.ts'
import { countSchema, dateSchema, nameSchema, rateSchema, requestIdSchema, textSchema } from './fields.ts'
import { always } from './issue-words.ts'
import { governing, reading } from './procedure.ts'
import { yearSchema } from './tax.ts'

const partSchema = z.enum(meetingParts)

/** A time of day, `09.30` or `09:30`. */
const timeSchema = z.string(always('not_text')).regex(/^([01]\d|2[0-3])[.:][0-5]\d$/, 'not_a_time')

const peopleSchema = countSchema(0, 10_000_000)

const record = z.object({
  date: z.string(),
  place: z.string(),
  startsAt: z.string().nullable(),
  endsAt: z.string().nullable(),
  chair: z.string(),
  secretary: z.string(),
  invited: z.int().nullable(),
  present: z.int(),
  quorumPct: z.string(),
  /** A second meeting that may decide by the bylaws though too few came. */
  secondCall: z.boolean(),
  decisions: z.array(z.string()),
})

const meeting = z.object({
  year: z.int(),
  /** Null until somebody told of the meeting. */
  record: record.nullable(),
  /** The day of the meeting: as the decision on the surplus was posted, or as its record says; null while it is not known. */
  date: z.string().nullable(),
  /** Members on the day of the meeting; today where there was none yet. */
  members: z.int(),
  /** Null until it is known who was there: before the day of the meeting, and while nobody was counted. */
  hasQuorum: z.boolean().nullable(),
  /** Whether it could decide: with enough members, or as a second meeting that the bylaws let decide. */
  canDecide: z.boolean().nullable(),
  texts: z.array(
    z.object({
      part: partSchema,
      /** Since which year it counts; null where nobody wrote it and the book has the usual one. */
      fromYear: z.int().nullable(),
      paragraphs: z.array(z.string()),
      /** Of a part that tells one year alone and is not written yet: what was written last, to begin with. Not in the book. */
      earlier: z.object({ year: z.int(), paragraphs: z.array(z.string()) }).nullable(),
    }),
  ),
})

export const meetingContract = {
  /** The annual meeting about a book year: what happened there, and the texts of its book. */
  get: reading.input(z.strictObject({ year: yearSchema })).output(meeting),
  /**
   * What berita acara says of the meeting; earlier versions stay. `quorumPct` is what the bylaws ask for, 50 unless said.
   * Warns `quorum_missing` where too few came to decide.
   */
  set: governing
    .input(
      z.strictObject({
        requestId: requestIdSchema,
        year: yearSchema,
        date: dateSchema,
        place: nameSchema(),
        startsAt: timeSchema.optional(),
        endsAt: timeSchema.optional(),
        chair: nameSchema(),
        secretary: nameSchema(),
        invited: peopleSchema.optional(),
        present: peopleSchema,
        quorumPct: rateSchema.optional(),
        secondCall: z.boolean().optional(),
        decisions: z.array(nameSchema(2000)).max(200, 'too_many_lines'),
      }),
    )
    .output(meeting.extend({ warnings: z.array(z.enum(['quorum_missing'])) })),
  /** Writes a part of the book, of one year or from it on by what it tells; without paragraphs the usual text counts again. */
  setText: governing
    .input(
      z.strictObject({
        requestId: requestIdSchema,
        year: yearSchema,
        part: partSchema,
        paragraphs: z.array(textSchema(5000)).max(2000, 'too_many_lines'),
      }),
    )
    .output(meeting),
}
