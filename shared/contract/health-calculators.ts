import { z } from 'zod'
import { healthFigures } from '../rules/health-ratios.ts'
import { type HealthPart, healthQuestions, healthScore } from '../rules/health-score.ts'
import { calculator } from './calculator.ts'
import { countSchema, senOrZeroSchema, senSchema } from './fields.ts'

/** What a year of losses or of lost capital can turn below nothing. */
const either = ['ownCapital', 'weightedCapital', 'grossParticipation', 'grossSurplus', 'surplusBeforeTax'] as const
const alsoEither = ['memberSurplus', 'netParticipation', 'otherIncome', 'memberPromotion'] as const
const mayBeNegative: ReadonlySet<string> = new Set([...either, ...alsoEither])

const parts = Object.entries(healthQuestions) as [HealthPart, (typeof healthQuestions)[HealthPart]][]
const figuresShape = Object.fromEntries(
  healthFigures.map((name) => [name, mayBeNegative.has(name) ? senSchema : senOrZeroSchema]),
) as Record<(typeof healthFigures)[number], typeof senSchema>
const answersShape = Object.fromEntries(parts.map(([part, { count }]) => [part, countSchema(0, count)])) as Record<
  HealthPart,
  ReturnType<typeof countSchema>
>

export const healthScoreCalculator = calculator({
  input: z.strictObject({
    regulation: z.literal('perdep_06_2016'),
    figures: z.strictObject(figuresShape),
    answers: z.strictObject(answersShape),
    bandStyle: z.enum(['table', 'linear']).optional(),
  }),
  output: z.object({
    aspects: z.array(
      z.object({
        code: z.string(),
        ratioPct: z.string().nullable(),
        value: z.number().nullable(),
        weight: z.number(),
        score: z.number().nullable(),
      }),
    ),
    total: z.number(),
    predicate: z.enum(['sehat', 'cukup_sehat', 'dalam_pengawasan', 'dalam_pengawasan_khusus']),
  }),
  run: ({ figures, answers, bandStyle = 'table' }) => healthScore(figures, answers, bandStyle),
})
