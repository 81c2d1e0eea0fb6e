import { z } from 'zod'
import { firstDayOfMonth, lastDayOfMonth } from '../calendar.ts'
import { sen } from '../rules/money.ts'
import { savingsInterest } from '../rules/savings-interest.ts'
import { savingsInterestTax } from '../rules/savings-interest-tax.ts'
import { withChoices } from './alternatives.ts'
import { calculator } from './calculator.ts'
import { countSchema, dateSchema, monthSchema, rateSchema, senOrZeroSchema, senSchema } from './fields.ts'

/** Rates by balance: each holds from its balance on; in any order, no two from the same. */
export const savingsTiersSchema = z
  .array(z.strictObject({ from: senOrZeroSchema, ratePctPerYear: rateSchema }))
  .min(1, 'required')
  .max(50, 'too_many')
  .refine((tiers) => new Set(tiers.map(({ from }) => from)).size === tiers.length, 'given_twice')

const savingsInterestInput = withChoices(
  z.strictObject({
    month: monthSchema.optional(),
    from: dateSchema.optional(),
    to: dateSchema.optional(),
    opening: senOrZeroSchema,
    movements: z.array(z.strictObject({ date: dateSchema, amount: senSchema })).max(20_000, 'too_many'),
    ratePctPerYear: rateSchema.optional(),
    tiers: savingsTiersSchema.optional(),
    method: z.enum(['lowest', 'average_daily', 'daily', 'average_of_balances']),
    dayBasis: z.enum(['365', '360', 'actual', 'twelfths']),
    rounding: z.enum(['down', 'half_up', 'none']),
    roundingPerStep: z.boolean().optional(),
    minimumBalance: senOrZeroSchema.optional(),
    openingCounts: z.boolean().optional(),
  }),
  [{ needs: ['month'] }, { needs: ['from', 'to'] }],
  [{ needs: ['ratePctPerYear'] }, { needs: ['tiers'] }],
)

export const savingsInterestCalculator = calculator({
  input: savingsInterestInput,
  output: z.object({
    base: senSchema,
    days: countSchema(1, 500_000),
    interest: senSchema,
    steps: z.array(
      z.object({
        from: dateSchema,
        to: dateSchema,
        days: countSchema(1, 500_000),
        balance: senSchema,
        interest: senSchema,
      }),
    ),
  }),
  run: ({ month, from, to, ratePctPerYear, tiers, ...rest }) =>
    savingsInterest({
      ...rest,
      from: month === undefined ? (from ?? '') : firstDayOfMonth(month),
      to: month === undefined ? (to ?? '') : lastDayOfMonth(month),
      tiers: tiers ?? [{ from: sen(0), ratePctPerYear: ratePctPerYear ?? '0' }],
    }),
})

export const savingsInterestTaxCalculator = calculator({
  input: z.strictObject({ grossInMonth: senOrZeroSchema, memberKind: z.enum(['individual', 'other']) }),
  output: z.object({
    tax: senSchema,
    net: senSchema,
    ratePct: rateSchema,
    warnings: z.array(z.enum(['not_individual'])),
  }),
  run: (input) => savingsInterestTax(input),
})
