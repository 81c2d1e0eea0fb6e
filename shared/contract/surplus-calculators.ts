import { z } from 'zod'
import { surplusShares } from '../rules/surplus-shares.ts'
import { calculator } from './calculator.ts'
import { amountSchema, countSchema, nameSchema, rateSchema, senOrZeroSchema, senSchema } from './fields.ts'

const keySchema = nameSchema(64)
const poolsAnswer = z.record(z.string(), senSchema)

export const surplusCalculator = calculator({
  input: z.strictObject({
    surplus: amountSchema,
    shares: z
      .array(z.strictObject({ key: keySchema, pct: rateSchema }))
      .min(1, 'required')
      .max(100, 'too_many'),
    members: z
      .array(
        z.strictObject({ id: keySchema, savings: senOrZeroSchema, transactions: z.record(keySchema, senOrZeroSchema) }),
      )
      .max(100_000, 'too_many'),
    capitalShareKey: keySchema,
    serviceShares: z.array(z.strictObject({ key: keySchema, basis: keySchema })).max(100, 'too_many'),
    roundTo: countSchema(1, 100_000_000).optional(),
  }),
  output: z.object({
    components: z.array(z.object({ key: z.string(), pct: rateSchema, amount: senSchema })),
    members: z.array(z.object({ id: z.string(), capital: senSchema, service: poolsAnswer, total: senSchema })),
    totals: z.object({
      components: senSchema,
      capital: senSchema,
      service: poolsAnswer,
      members: senSchema,
      undistributed: senSchema,
    }),
    warnings: z.array(z.enum(['no_savings', 'no_transactions'])),
  }),
  run: ({ roundTo = 100, ...rule }) => surplusShares({ ...rule, roundTo }),
})
