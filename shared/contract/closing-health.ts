import { z } from 'zod'
import { healthQuestionKeys } from '../rules/health-questions.ts'
import { type HealthPart, healthQuestions } from '../rules/health-score.ts'
import { requestIdSchema, textSchema } from './fields.ts'
import { reading, recording } from './procedure.ts'
import { yearSchema } from './tax.ts'

const parts = Object.keys(healthQuestions) as [HealthPart, ...HealthPart[]]
const question = z.enum(healthQuestionKeys)

const answered = z.object({
  year: z.int(),
  /** The 38 questions in their order; `proposed` is what the book itself says, where it can tell. */
  rows: z.array(
    z.object({
      question,
      part: z.enum(parts),
      answer: z.boolean().nullable(),
      /** The paper that proves it. */
      proof: z.string().nullable(),
      proposed: z.boolean().nullable(),
    }),
  ),
  /** How many of each part count as yes: as answered, else as proposed. */
  counts: z.record(z.enum(parts), z.int()),
})

export const healthContract = {
  /** What was answered about management for a year's health score. */
  healthAnswers: reading.input(z.strictObject({ year: yearSchema })).output(answered),
  /** Keeps answers; those not named stay, and null forgets one. */
  setHealthAnswers: recording
    .input(
      z.strictObject({
        requestId: requestIdSchema,
        year: yearSchema,
        answers: z
          .array(z.strictObject({ question, answer: z.boolean().nullable(), proof: textSchema(200).optional() }))
          .min(1, 'required')
          .max(healthQuestionKeys.length, 'too_many'),
      }),
    )
    .output(answered),
}
