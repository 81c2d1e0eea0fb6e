import { z } from 'zod'
import { duePackages } from '../rules/reporting-calendar.ts'
import { countSchema, dateSchema, nameSchema, requestIdSchema, textSchema } from './fields.ts'
import { idSchema, reading, recording } from './procedure.ts'
import { yearSchema } from './tax.ts'

const whenSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('date'),
    month: countSchema(1, 12),
    day: countSchema(1, 31),
    isNextYear: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('afterMeeting'), months: countSchema(1, 12) }),
])

const ruleSchema = z.strictObject({
  key: idSchema,
  name: nameSchema(),
  recipient: nameSchema(),
  law: textSchema(200),
  package: z.enum(duePackages).nullable(),
  when: whenSchema,
})

const calendar = z.object({
  year: z.int(),
  /** In the order of their days. */
  rows: z.array(
    z.object({
      ...{ key: z.string(), name: z.string(), recipient: z.string(), law: z.string() },
      package: z.enum(duePackages).nullable(),
      when: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('date'), month: z.int(), day: z.int(), isNextYear: z.boolean() }),
        z.object({ kind: z.literal('afterMeeting'), months: z.int() }),
      ]),
      dueOn: z.string(),
      sentOn: z.string().nullable(),
      /** `due`: within 30 days. */
      state: z.enum(['sent', 'late', 'due', 'later']),
    }),
  ),
})

export const dueContract = {
  /** What has to be reported about a book year, to whom and until when; the annual meeting itself counts as done once its record is told. */
  dueDates: reading.input(z.strictObject({ year: yearSchema })).output(calendar),
  /** Replaces the calendar of all years, as after a circular; an empty one brings the usual one back. */
  setDueDates: recording
    .input(
      z.strictObject({
        requestId: requestIdSchema,
        year: yearSchema,
        rules: z.array(ruleSchema).max(100, 'too_many'),
      }),
    )
    .output(calendar),
  /** Tells that a report about a year was sent; without a day it was not. */
  markSent: recording
    .input(
      z.strictObject({
        requestId: requestIdSchema,
        year: yearSchema,
        key: idSchema,
        sentOn: dateSchema.nullable(),
      }),
    )
    .output(calendar),
}
