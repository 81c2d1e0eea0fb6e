import { z } from 'zod'
import { budgetLineNames, budgetSections } from '../statements/budget-lines.ts'
import { monthSchema, nameSchema, requestIdSchema, senOrZeroSchema } from './fields.ts'
import { always } from './issue-words.ts'
import { unitSchema } from './journal.ts'
import { governing, reading, recording, senAnswer } from './procedure.ts'
import { yearSchema } from './tax.ts'

const lineSchema = z.enum(budgetLineNames)
const ofYear = { year: yearSchema, unit: unitSchema.optional() }

/** A change in percent of either sign, `"5"` or `"-2.5"`, from -100 to 999. */
const changeSchema = z
  .string(always('not_a_rate'))
  .regex(/^-?(0|[1-9]\d{0,2})(\.\d{1,2})?$/, { error: 'not_a_rate', abort: true })
  .refine((text) => Number(text) >= -100, { error: 'too_small', params: { least: -100 } })

const sectionAnswer = z.enum(budgetSections)
const wayAnswer = z.enum(['in', 'out'])
const monthsAnswer = z.array(senAnswer).length(12)

/** Sums of a plan or of what came of it; `surplus` is income less costs. */
const totalsAnswer = z.object({
  income: senAnswer,
  expense: senAnswer,
  surplus: senAnswer,
  /** Net of what comes in and goes out. */
  investing: senAnswer,
  financing: senAnswer,
})

const planRow = z.object({
  line: z.string(),
  section: sectionAnswer,
  way: wayAnswer,
  /** January first, each above zero whichever way the money goes, sen. */
  months: monthsAnswer,
  amount: senAnswer,
  note: z.string().nullable(),
})

const plan = z.object({
  year: z.int(),
  /** Null where all units are told together. */
  unit: unitSchema.nullable(),
  /** How often it was made; 0 where there is none yet. Of all units together their newest. */
  version: z.int(),
  /** The meeting's decision it was made binding with; a plan without one is a draft. */
  decision: z.string().nullable(),
  /** Why a decided plan was changed. */
  reason: z.string().nullable(),
  madeAt: z.string().nullable(),
  madeBy: z.string().nullable(),
  rows: z.array(planRow),
  totals: totalsAnswer,
})

const planned = z.union([
  z.strictObject({ line: lineSchema, amount: senOrZeroSchema, note: nameSchema(500).optional() }),
  z.strictObject({
    line: lineSchema,
    months: z.array(senOrZeroSchema).length(12, 'not_twelve_months'),
    note: nameSchema(500).optional(),
  }),
])

export const budgetContract = {
  /** RAPB of a year and one unit; of all units together without one. Every line is there, also those with nothing planned. */
  get: reading.input(z.strictObject(ofYear)).output(plan),
  /**
   * Makes the plan of a year and unit (`general` unless said): lines that are not named are planned at nothing. `amount`
   * is spread over the twelve months. Earlier versions stay. Refuses PERIOD_CLOSED for a closed year and asks for a
   * `reason` where a plan with a `decision` is changed.
   */
  set: recording
    .input(
      z.strictObject({
        requestId: requestIdSchema,
        ...ofYear,
        rows: z.array(planned).max(budgetLineNames.length, 'too_many_lines'),
        decision: nameSchema(500).optional(),
        reason: nameSchema(500).optional(),
      }),
    )
    .output(plan),
  /**
   * A first plan from what the year before really was, month by month, changed by `changePct` percent: months that are
   * not over yet take the mean of those that are. Writes nothing.
   */
  propose: reading.input(z.strictObject({ ...ofYear, changePct: changeSchema.optional() })).output(
    z.object({
      year: z.int(),
      /** How many months of the year before are over. */
      monthsKnown: z.int(),
      /** `lastYear` is what these months were. */
      rows: z.array(planRow.extend({ lastYear: senAnswer })),
      totals: totalsAnswer,
    }),
  ),
  /** Plan and what came of it from January to the end of the month `through`, the newest that is over unless said. */
  compare: reading.input(z.strictObject({ ...ofYear, through: monthSchema.optional() })).output(
    z.object({
      year: z.int(),
      unit: unitSchema.nullable(),
      through: z.string(),
      version: z.int(),
      rows: z.array(
        z.object({
          line: z.string(),
          section: sectionAnswer,
          way: wayAnswer,
          /** Up to that month; `plannedYear` is of the whole year. */
          planned: senAnswer,
          actual: senAnswer,
          difference: senAnswer,
          /** Actual of planned in percent, two places; null where nothing was planned. */
          pct: z.string().nullable(),
          plannedYear: senAnswer,
          reason: z.string().nullable(),
          /** It came out a tenth or more otherwise, and nobody said why. */
          needsReason: z.boolean(),
        }),
      ),
      totals: z.object({
        ...{ planned: totalsAnswer, actual: totalsAnswer },
        ...{ difference: totalsAnswer, plannedYear: totalsAnswer },
      }),
    }),
  ),
  /** Why a line came out otherwise; the newest reason counts. Also for a closed year: the meeting asks after it is over. */
  explain: governing
    .input(z.strictObject({ requestId: requestIdSchema, ...ofYear, line: lineSchema, reason: nameSchema(500) }))
    .output(z.object({ line: z.string(), reason: z.string() })),
}
