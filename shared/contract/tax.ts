import { z } from 'zod'
import { countSchema, dateSchema, monthSchema, requestIdSchema } from './fields.ts'
import { postedShape, reading, recording, senAnswer } from './procedure.ts'

const regimes = ['final_0_5', 'article_31e', 'none'] as const
const warnings = ['regime_missing', 'final_period_over', 'above_limit', 'posted_differs'] as const
export const yearSchema = countSchema(1990, 2998)

const regime = z.object({
  year: z.int(),
  /** Nothing while nobody decided it. */
  regime: z.enum(regimes).nullable(),
  /** Of the final tax: the year it began in, and the last of its four. */
  startYear: z.int().nullable(),
  lastYear: z.int().nullable(),
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
   * turnover of the business or is taxed by itself (48: bank interest, gains, grants).
   */
  sheet: reading.input(z.strictObject({ year: yearSchema })).output(
    regime.extend({
      rows: z.array(
        z.object({
          month: z.string(),
          turnover: senAnswer,
          tax: senAnswer,
          /** Of this month and the eleven before it. */
          twelveMonths: senAnswer,
          aboveLimit: z.boolean(),
          posted: z
            .object({ entryId: z.string(), voucher: z.string(), date: z.string(), amount: senAnswer })
            .nullable(),
        }),
      ),
      totals: z.object({ turnover: senAnswer, tax: senAnswer, posted: senAnswer }),
      limit: senAnswer,
      warnings: z.array(z.enum(warnings)),
    }),
  ),
  /** The final tax of a month becomes due, once, on its last day unless `date` names a later one. */
  post: recording
    .input(z.strictObject({ requestId: requestIdSchema, month: monthSchema, date: dateSchema.optional() }))
    .output(z.object({ ...postedShape, month: z.string(), turnover: senAnswer, tax: senAnswer })),
}
