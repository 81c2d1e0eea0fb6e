import { z } from 'zod'
import { depreciation, monthsMax } from '../rules/depreciation.ts'
import { calculator } from './calculator.ts'
import { countSchema, dateSchema, rateSchema, senOrZeroSchema, senSchema } from './fields.ts'

export const depreciationCalculator = calculator({
  input: z.strictObject({
    cost: senOrZeroSchema,
    residual: senOrZeroSchema,
    months: countSchema(1, monthsMax),
    acquiredOn: dateSchema,
    method: z.enum(['straight_line', 'declining']),
    ratePctPerYear: rateSchema.optional(),
  }),
  output: z.object({ rows: z.array(z.object({ month: z.string(), amount: senSchema, bookValue: senSchema })) }),
  run: depreciation,
})
