import { z } from 'zod'
import { costOfSales } from '../rules/cost-of-sales.ts'
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

/** What goods cost where only a count at the end tells what is left: the exercise of every trainer. */
export const costOfSalesCalculator = calculator({
  input: z.strictObject({
    opening: senOrZeroSchema,
    purchases: senOrZeroSchema,
    freightIn: senOrZeroSchema.optional(),
    purchaseReturns: senOrZeroSchema.optional(),
    purchaseDiscounts: senOrZeroSchema.optional(),
    closing: senOrZeroSchema,
    sales: senOrZeroSchema.optional(),
    salesReturns: senOrZeroSchema.optional(),
    salesDiscounts: senOrZeroSchema.optional(),
  }),
  output: z.object({
    netPurchases: senSchema,
    available: senSchema,
    costOfSales: senSchema,
    netSales: senSchema,
    grossProfit: senSchema,
  }),
  run: costOfSales,
})
