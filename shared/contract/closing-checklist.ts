import { z } from 'zod'
import { accountCodeSchema } from './accounts.ts'
import { monthSchema, requestIdSchema, senSchema, textSchema } from './fields.ts'
import { reading, recording, senAnswer } from './procedure.ts'
import { yearSchema } from './tax.ts'

/** What a month's end asks for, in the order it is done. */
const monthSteps = [
  'earlier_months',
  'cash_count',
  'bank',
  'loan_interest',
  'loan_allowance',
  'savings_interest',
  'depreciation',
  'final_tax',
  'adjustments',
  'lock',
] as const

/** What a year's end asks for, in the order it is done. */
const yearSteps = [
  'earlier_years',
  'opening',
  'december',
  'months',
  'stock_count',
  'income_tax',
  'year_adjustments',
  'close',
  'decide',
  'pay',
  'deficit',
  'corrections',
] as const

/**
 * `changed`: it was done, and the book moved since. `missed`: it was not done and the month is locked. `not_yet`: its
 * time has not come. All of it is derived from the book whenever somebody asks.
 */
const stepStates = ['done', 'open', 'changed', 'missed', 'not_needed', 'not_yet'] as const

const stepShape = {
  state: z.enum(stepStates),
  /** Of a step that is done once for each account. */
  account: z.object({ code: z.string(), name: z.string(), nameEn: z.string() }).nullable(),
  /** The moment it was done, and by whom: names where the step has them, otherwise the role. */
  at: z.string().nullable(),
  by: z.string().nullable(),
  /** The day of its voucher or count. */
  date: z.string().nullable(),
  /** How many months, steps or places are left. */
  count: z.int().nullable(),
  /** What it is about: counted, in the book at the bank, due, or left to pay; sen. */
  amount: senAnswer.nullable(),
  /** What a bank's statement says, sen. */
  stated: senAnswer.nullable(),
  /** The month or year that comes first, or the later month that made up for it. */
  period: z.string().nullable(),
  note: z.string().nullable(),
  entryId: z.string().nullable(),
  voucher: z.string().nullable(),
  /** What undoes it. */
  requestId: z.string().nullable(),
}

const step = z.object({ key: z.enum([...monthSteps, ...yearSteps]), ...stepShape })

export const checklistContract = {
  /** What the end of a month or a year asks for, with the state of each step; without either, of the oldest month that is over and not locked. */
  checklist: reading.input(z.strictObject({ month: monthSchema.optional(), year: yearSchema.optional() })).output(
    z.object({
      period: z.string(),
      isOver: z.boolean(),
      /** The month is locked or its year closed; of a year, that it is closed. */
      isClosed: z.boolean(),
      steps: z.array(step),
      /** Steps that still wait. */
      left: z.int(),
    }),
  ),
  /**
   * Holds a bank account against the bank's statement on the last day of a month; what differs needs a note that says
   * why. Nothing is posted.
   */
  confirmBank: recording
    .input(
      z.strictObject({
        requestId: requestIdSchema,
        month: monthSchema,
        account: accountCodeSchema,
        stated: senSchema,
        note: textSchema(500).optional(),
      }),
    )
    .output(z.object({ month: z.string(), stated: senAnswer, expected: senAnswer, difference: senAnswer })),
  /** Says that whoever keeps the book looked for what still had to be adjusted in a month, or in a year. */
  confirmAdjustments: recording
    .input(
      z.strictObject({
        requestId: requestIdSchema,
        month: monthSchema.optional(),
        year: yearSchema.optional(),
        note: textSchema(500).min(1, 'required'),
      }),
    )
    .output(z.object({ period: z.string() })),
}
