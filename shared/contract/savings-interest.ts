import { z } from 'zod'
import { dateSchema, monthSchema, requestIdSchema } from './fields.ts'
import { postedShape, reading, recording, senAnswer } from './procedure.ts'

const totals = {
  accounts: z.int(),
  gross: senAnswer,
  tax: senAnswer,
  net: senAnswer,
  /** What of it is only put aside until a term ends, sen. */
  accrued: senAnswer,
}

/** The run that stands for a month; its request takes it back. */
const standingRun = z.object({
  entryId: z.string(),
  requestId: z.string().nullable(),
  voucher: z.string(),
  date: z.string(),
})

const row = z.object({
  savingsAccountId: z.string(),
  number: z.string(),
  memberId: z.string(),
  memberNumber: z.string(),
  memberName: z.string(),
  product: z.string(),
  /** What the method looks at, sen: the lowest balance, an average, or the sum of the days. */
  base: senAnswer,
  gross: senAnswer,
  tax: senAnswer,
  net: senAnswer,
  /** Of a term deposit: put aside until its end, or the savings account it goes onto. */
  accrued: z.boolean(),
  paidTo: z.string().nullable(),
})
export type InterestRow = z.infer<typeof row>

export const savingsInterestProcedures = {
  /** What the interest of a month comes to, account by account; `done` is the run that stands for it already. */
  previewInterest: reading.input(z.strictObject({ month: monthSchema })).output(
    z.object({
      month: z.string(),
      date: z.string(),
      /** Only a month that is over can be posted. */
      isOver: z.boolean(),
      done: standingRun.nullable(),
      rows: z.array(row),
      totals: z.object(totals),
      /** Tax that is due on interest paid earlier in the month and more than is paid now, sen. */
      taxShort: senAnswer,
      /** Savings that usually earn, with what lies on them, whose product has no rate in this month. */
      withoutRate: z.array(z.object({ product: z.string(), name: z.string(), balance: senAnswer })),
    }),
  ),
  /** The months that have their interest, the newest first; `next` is the one that comes after them. */
  interestRuns: reading.input(z.strictObject({}).optional()).output(
    z.object({
      next: z.string(),
      rows: z.array(standingRun.extend({ month: z.string(), ...totals })),
    }),
  ),
  /**
   * Posts a month's interest for all savings that earn, as one entry on the month's last day unless `date` names a later
   * one. Refused for a month that has not ended, that has its interest (ALREADY_DONE), or one before the newest that has.
   */
  accrueInterest: recording
    .input(z.strictObject({ requestId: requestIdSchema, month: monthSchema, date: dateSchema.optional() }))
    .output(z.object({ ...postedShape, month: z.string(), ...totals, taxShort: senAnswer })),
  /** What every member was paid in a month and what was kept for the state, also where that is nothing. */
  withholding: reading.input(z.strictObject({ month: monthSchema })).output(
    z.object({
      rows: z.array(
        z.object({
          memberId: z.string(),
          memberNumber: z.string(),
          memberName: z.string(),
          gross: senAnswer,
          tax: senAnswer,
          net: senAnswer,
          /** The rate on the whole, percent: `"0"` or `"10"`. */
          ratePct: z.string(),
          /** What the rate asks for and was not kept, sen. */
          short: senAnswer,
        }),
      ),
      totals: z.object({ gross: senAnswer, tax: senAnswer, net: senAnswer, short: senAnswer }),
    }),
  ),
}
