import { z } from 'zod'
import { stockCost } from '../rules/stock-cost.ts'
import { calculator } from './calculator.ts'
import { dateSchema, quantitySchema, senOrZeroSchema, senSchema } from './fields.ts'

const kindSchema = z.enum(['in', 'out'])
const quantityAnswer = z.int()

export const stockCostCalculator = calculator({
  input: z.strictObject({
    method: z.enum(['moving_average', 'fifo']),
    opening: z
      .array(z.strictObject({ qty: quantitySchema, cost: senOrZeroSchema }))
      .max(10_000, 'too_many')
      .optional(),
    moves: z
      .array(
        z.strictObject({
          date: dateSchema,
          kind: kindSchema,
          qty: quantitySchema,
          cost: senOrZeroSchema.optional(),
        }),
      )
      .max(20_000, 'too_many'),
  }),
  output: z.object({
    moves: z.array(
      z.object({
        date: dateSchema,
        kind: kindSchema,
        qty: quantitySchema,
        cost: senSchema,
        qtyAfter: quantityAnswer,
        valueAfter: senSchema,
      }),
    ),
    closing: z.object({ qty: quantityAnswer, value: senSchema }),
  }),
  run: stockCost,
})
