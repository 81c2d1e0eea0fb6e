import { z } from 'zod'
import { turnoverParts } from '../rules/turnover-parts.ts'
import { expenseLines, incomeLines } from '../statements/report-lines.ts'
import { countSchema, dateSchema, monthSchema, requestIdSchema, senOrZeroSchema } from './fields.ts'
import { postedShape, reading, recording, senAnswer } from './procedure.ts'

const regimes = ['final_0_5', 'article_31e', 'none'] as const
const warnings = ['regime_missing', 'final_period_over', 'above_limit', 'posted_differs', 'posted_wrongly'] as const
export const yearSchema = countSchema(1990, 2998)

const regime = z.object({
  year: z.int(),
  /** Nothing while nobody decided it. */
  regime: z.enum(regimes).nullable(),
  /** Of the final tax: the year it began in, and the last of its four. */
  startYear: z.int().nullable(),
  lastYear: z.int().nullable(),
})

/** The income tax of a year that is under article 31E, reckoned from the books so far. */
const incomeTax = z.object({
  isOver: z.boolean(),
  /** Before income tax. */
  surplus: senAnswer,
  /** In it, and taxed by itself or by nothing: bank interest (48101), and grants with what was spent of them (482, 582). */
  bankInterest: senAnswer,
  grants: senAnswer,
  /** What is left of it, or what was said instead. */
  taxableIncome: senAnswer,
  isSaid: z.boolean(),
  halfRated: senAnswer,
  fullRated: senAnswer,
  tax: senAnswer,
  /** What stands on 59102. */
  recorded: senAnswer,
})

export const taxContract = {
  regime: reading.input(z.strictObject({ year: yearSchema })).output(regime),
  /** Which income tax the cooperative is under in a year; `startYear` is when the final tax began. */
  setRegime: recording
    .input(
      z.strictObject({
        requestId: requestIdSchema,
        year: yearSchema,
        regime: z.enum(regimes),
        startYear: yearSchema.optional(),
      }),
    )
    .output(regime),
  /**
   * Turnover month by month: all income from members and others (41, 42, 43) less what came back, without what is no
   * turnover of the business or is taxed by itself (48: bank interest, gains, grants). Under article 31E `taxableIncome` is
   * what the tax office's reckoning says instead of the books.
   */
  sheet: reading.input(z.strictObject({ year: yearSchema, taxableIncome: senOrZeroSchema.optional() })).output(
    regime.extend({
      rows: z.array(
        z.object({
          month: z.string(),
          turnover: senAnswer,
          /** What earlier months of the year were below nothing and no month made up for yet; never above zero. */
          carried: senAnswer,
          /** What the tax is reckoned of: both together. */
          taxed: senAnswer,
          tax: senAnswer,
          /** Of this month and the eleven before it. */
          twelveMonths: senAnswer,
          aboveLimit: z.boolean(),
          /** All entries that stand for the month together, told by the newest. */
          posted: z
            .object({
              ...{ entryId: z.string(), voucher: z.string(), date: z.string(), amount: senAnswer },
              /** What of it was taken off, for others withheld it: not owed. */
              withheld: senAnswer,
            })
            .nullable(),
          /** What is still to be posted; below zero too much was. */
          missing: senAnswer,
          /** What posting it takes off, for others withheld it (16104); below zero too much was taken off before. */
          withheld: senAnswer,
          /** The first day it can be posted on: the month's last, later where what was withheld is back only then. */
          since: z.string(),
        }),
      ),
      /**
       * What the year's turnover is made of, less what came back; parts add up to it. Each account with the line of the
       * surplus statement it stands in. Of goods in keeping the commission alone is turnover.
       */
      composition: z.array(
        z.object({
          part: z.enum(turnoverParts),
          amount: senAnswer,
          accounts: z.array(
            z.object({
              account: z.string(),
              name: z.string(),
              line: z.enum([...incomeLines, ...expenseLines]),
              amount: senAnswer,
            }),
          ),
        }),
      ),
      totals: z.object({ turnover: senAnswer, tax: senAnswer, posted: senAnswer, withheld: senAnswer }),
      /** Final tax that is posted and not paid (23101), whatever its year, and tax withheld before (16104) at the year's end. */
      owed: senAnswer,
      prepaid: senAnswer,
      article31e: incomeTax.nullable(),
      limit: senAnswer,
      warnings: z.array(z.enum(warnings)),
    }),
  ),
  /**
   * The final tax of a month becomes due, on the day its row of the sheet says unless `date` names a later one; where the turnover changed since
   * it was posted, `posted` is the difference to `tax` alone; `turnover` is what it is reckoned of. Refuses ALREADY_DONE where
   * nothing is missing, NOT_ALLOWED `turnover_made_up_for`; warns `final_period_over`.
   */
  post: recording
    .input(z.strictObject({ requestId: requestIdSchema, month: monthSchema, date: dateSchema.optional() }))
    .output(
      z.object({
        ...postedShape,
        ...{ month: z.string(), turnover: senAnswer, tax: senAnswer, posted: senAnswer },
        /** What of `posted` is not owed, for others withheld it (23101 and 16104). */
        withheld: senAnswer,
      }),
    ),
}
