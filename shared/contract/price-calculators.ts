import { z } from 'zod'
import { packPrice } from '../rules/pack-price.ts'
import { calculator } from './calculator.ts'
import { amountSchema, countSchema, rateSchema, senOrZeroSchema, senSchema } from './fields.ts'

/** What one pack costs and what it must be sold for: exactly one of `marginPct`, `markupPct` and `price` is given. */
export const packPriceCalculator = calculator({
  input: z.strictObject({
    packs: countSchema(1, 1_000_000),
    materials: senOrZeroSchema.optional(),
    labour: senOrZeroSchema.optional(),
    packaging: senOrZeroSchema.optional(),
    overhead: senOrZeroSchema.optional(),
    marginPct: rateSchema.optional(),
    markupPct: rateSchema.optional(),
    price: amountSchema.optional(),
    roundTo: amountSchema.optional(),
  }),
  output: z.object({
    batchCost: senSchema,
    costPerPack: senSchema,
    price: senSchema,
    profitPerPack: senSchema,
    profitPerBatch: senSchema,
    marginPct: z.string(),
    markupPct: z.string(),
    breakEvenPrice: senSchema,
    breakEvenPacks: z.int().nullable(),
  }),
  run: packPrice,
})
