import { z } from 'zod'
import { loanClasses } from '../rules/allowance.ts'
import { countSchema, dateSchema, monthSchema, requestIdSchema, shareSchema } from './fields.ts'
import { idSchema, reading, recording, senAnswer } from './procedure.ts'

const presetSchema = z.enum(['ksp_2009', 'days_30_180_270'])
export const loanClassSchema = z.enum(loanClasses)

function ofEachClass<Schema extends z.ZodType>(schema: Schema) {
  return { current: schema, substandard: schema, doubtful: schema, loss: schema }
}

const daysSchema = countSchema(1, 3_650)
const reminderDaysSchema = z
  .tuple([daysSchema, daysSchema, daysSchema])
  .refine(([first, second, third]) => first < second && second < third, 'not_ascending')

const policy = z.object({
  collectibilityPreset: presetSchema,
  doubtfulMonthsMax: z.int(),
  allowance: z.object(ofEachClass(z.string())),
  reminderDays: z.tuple([z.int(), z.int(), z.int()]),
  accrueInterest: z.boolean(),
  yearEndCutOff: z.boolean(),
})

const classTotals = {
  loans: z.int(),
  outstanding: senAnswer,
  collateral: senAnswer,
  base: senAnswer,
  allowance: senAnswer,
  overduePrincipal: senAnswer,
  overdueInterest: senAnswer,
  interestNotAccrued: senAnswer,
}

const classified = z.object({
  loanId: z.string(),
  number: z.string(),
  memberId: z.string(),
  memberNumber: z.string(),
  memberName: z.string(),
  hamlet: z.string().nullable(),
  productName: z.string(),
  class: loanClassSchema,
  /** Days since the oldest instalment that is not fully paid fell due. */
  daysOverdue: z.int(),
  overduePrincipal: senAnswer,
  overdueInterest: senAnswer,
  /** Principal owed, what its collateral is worth, what is to be set aside and of what, sen. */
  outstanding: senAnswer,
  collateral: senAnswer,
  base: senAnswer,
  pct: z.string(),
  allowance: senAnswer,
  /** Interest that fell due and is unpaid, what of it was booked, and the memo of what never was. */
  interestDue: senAnswer,
  interestAccrued: senAnswer,
  interestNotAccrued: senAnswer,
  restructured: z.boolean(),
})

const letterSchema = z.literal([1, 2, 3])
const visits = { loans: z.int(), arrears: senAnswer, letters: z.int() }

/** What a month's end wrote; where nothing had to change there is no voucher. */
const monthEnd = {
  month: z.string(),
  entryId: z.string().nullable(),
  voucher: z.string().nullable(),
  date: z.string(),
  hash: z.string().nullable(),
  warnings: z.array(z.string()),
  loans: z.int(),
}
const byClass = z.array(z.object({ class: loanClassSchema, ...classTotals }))
/** Which request wrote a step, and its voucher where there was anything to write. */
const done = z
  .object({ requestId: z.string(), entryId: z.string().nullable(), voucher: z.string().nullable() })
  .nullable()
const ofMonth = z.strictObject({ requestId: requestIdSchema, month: monthSchema })

/** All loans together: what was decided about them, their classes, and what month ends do with them. */
export const portfolioProcedures = {
  policy: reading.input(z.strictObject({}).optional()).output(policy),
  /** What is left out stays as it is; months already written keep what held then. */
  setPolicy: recording
    .input(
      z.strictObject({
        requestId: requestIdSchema.optional(),
        collectibilityPreset: presetSchema.optional(),
        doubtfulMonthsMax: countSchema(1, 120).optional(),
        allowance: z.strictObject(ofEachClass(shareSchema)).optional(),
        reminderDays: reminderDaysSchema.optional(),
        accrueInterest: z.boolean().optional(),
        yearEndCutOff: z.boolean().optional(),
      }),
    )
    .output(policy),
  /**
   * Every loan that is owed at the end of a day, also of one past, as it stood then. Of a month's end that is done the
   * classes are those it kept, with its preset and percentages: `kept` says which wrote them.
   */
  classify: reading.input(z.strictObject({ asOf: dateSchema, preset: presetSchema.optional() })).output(
    z.object({
      asOf: z.string(),
      preset: presetSchema,
      /** Null where the classes were reckoned now. */
      kept: done,
      rows: z.array(classified),
      totals: z.object({
        ...classTotals,
        byClass,
        riskWeighted: senAnswer,
        riskPct: z.string(),
        /** What the accounts of loans hold beside these loans; nil in a sound book. */
        difference: senAnswer,
      }),
    }),
  ),
  /** Whom to visit on a day, hamlet by hamlet, with the letter that is due and the last that was sent. */
  reminders: reading.input(z.strictObject({ asOf: dateSchema })).output(
    z.object({
      asOf: z.string(),
      rows: z.array(
        z.object({
          loanId: z.string(),
          number: z.string(),
          memberId: z.string(),
          memberNumber: z.string(),
          memberName: z.string(),
          hamlet: z.string().nullable(),
          phone: z.string().nullable(),
          class: loanClassSchema,
          daysOverdue: z.int(),
          /** The day the oldest unpaid instalment fell due. */
          since: z.string(),
          overduePrincipal: senAnswer,
          overdueInterest: senAnswer,
          arrears: senAnswer,
          outstanding: senAnswer,
          letter: letterSchema.nullable(),
          lastLetter: z.object({ letter: letterSchema, date: z.string() }).nullable(),
        }),
      ),
      hamlets: z.array(z.object({ hamlet: z.string().nullable(), ...visits })),
      totals: z.object(visits),
    }),
  ),
  /** Notes that a letter went out; the first comes before the second, the second before the third. */
  noteReminder: recording
    .input(z.strictObject({ requestId: requestIdSchema, loanId: idSchema, date: dateSchema, letter: letterSchema }))
    .output(z.object({ loanId: z.string(), number: z.string(), letter: letterSchema, date: z.string() })),
  /** What the steps of a month's end would write now, and which of them are written; nothing is. */
  monthEnd: reading.input(z.strictObject({ month: monthSchema })).output(
    z.object({
      month: z.string(),
      date: z.string(),
      /** False while the month still runs: its steps would be refused. */
      isOver: z.boolean(),
      loans: z.int(),
      byClass,
      allowance: z.object({ needed: senAnswer, before: senAnswer, change: senAnswer, heldBack: senAnswer, done }),
      interest: z.object({ accrues: z.boolean(), booked: senAnswer, takenBack: senAnswer, done }),
    }),
  ),
  /**
   * Keeps every loan's class at the end of a month and brings what is set aside (13901) to what they ask for: `before`
   * and `change` come to `allowance`, and to what is `heldBack` because a write-off of a later day was borne by it. Once
   * a month; `requests.undo` takes it back.
   */
  accrueAllowance: recording.input(ofMonth).output(
    z.object({
      ...monthEnd,
      allowance: senAnswer,
      before: senAnswer,
      change: senAnswer,
      heldBack: senAnswer,
      byClass,
    }),
  ),
  /**
   * Books interest of current loans that fell due by the end of a month and is unpaid (13401), and takes back what was
   * booked of worse ones. Once a month; `requests.undo` takes it back.
   */
  accrueInterest: recording.input(ofMonth).output(z.object({ ...monthEnd, booked: senAnswer, takenBack: senAnswer })),
}
