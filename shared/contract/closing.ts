import { z } from 'zod'
import { nameSchema, requestIdSchema, textSchema } from './fields.ts'
import { governing, postedSchema, reading, recording, senAnswer } from './procedure.ts'
import { yearSchema } from './tax.ts'

const closed = z.object({
  year: z.int(),
  /** What the year earned; a loss is below zero. */
  result: senAnswer,
  /** On its last day, and on the first of the next; none where nothing was earned or spent. */
  entries: z.array(postedSchema),
})

export const closingContract = {
  /** The years with entries up to this one, newest first: what each earned, and how it was closed. */
  years: reading.input(z.strictObject({}).optional()).output(
    z.object({
      rows: z.array(
        z.object({
          year: z.int(),
          state: z.enum(['open', 'closed']),
          result: senAnswer,
          /** Of the newest closing or reopening. */
          at: z.string().nullable(),
          by: z.string().nullable(),
          reason: z.string().nullable(),
          /** What closings wrote, oldest first; one that was taken back names the voucher that did. */
          entries: z.array(
            z.object({
              entryId: z.string(),
              voucher: z.string(),
              date: z.string(),
              reversedBy: z.string().nullable(),
            }),
          ),
        }),
      ),
    }),
  ),
  /** Income and costs of a year become its surplus; nothing can be dated into it any more. */
  closeYear: recording.input(z.strictObject({ requestId: requestIdSchema, year: yearSchema })).output(closed),
  /** Needs a second person and a reason, which is printed on the vouchers that take the closing back. */
  reopenYear: governing
    .input(
      z.strictObject({
        requestId: requestIdSchema,
        year: yearSchema,
        reason: textSchema(500).min(1, 'required'),
        approvedBy: nameSchema(),
      }),
    )
    .output(z.object({ year: z.int(), entries: z.array(postedSchema) })),
}
