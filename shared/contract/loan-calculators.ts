import { z } from 'zod'
import { allowance, loanClasses, usualAllowance } from '../rules/allowance.ts'
import { collectibility } from '../rules/collectibility.ts'
import { loanSchedule } from '../rules/loan-schedule.ts'
import { withChoices } from './alternatives.ts'
import { calculator } from './calculator.ts'
import { amountSchema, countSchema, dateSchema, rateSchema, senOrZeroSchema, senSchema } from './fields.ts'

const monthsMax = 600

const loanMethodSchema = z.enum(['flat', 'declining', 'annuity', 'bullet'])
const loanIntervalSchema = z.strictObject({ unit: z.enum(['month', 'week']), every: countSchema(1, 120) })

const loanScheduleInput = withChoices(
  z.strictObject({
    principal: amountSchema,
    months: countSchema(1, monthsMax).optional(),
    ratePctPerMonth: rateSchema.optional(),
    ratePctPerYear: rateSchema.optional(),
    method: loanMethodSchema,
    roundTo: amountSchema.optional(),
    rounding: z.enum(['half_up', 'up', 'down', 'none']).optional(),
    roundPaymentTo: amountSchema.optional(),
    payment: amountSchema.optional(),
    gracePrincipalMonths: countSchema(0, monthsMax).optional(),
    graceAllMonths: countSchema(0, monthsMax).optional(),
    interval: loanIntervalSchema.optional(),
    disbursedOn: dateSchema.optional(),
    firstDueOn: dateSchema.optional(),
    dayCount: z.enum(['months', 'actual_365', 'actual_360']).optional(),
  }),
  [{ needs: ['months'] }, { needs: ['payment'] }],
  [{ needs: ['ratePctPerMonth'] }, { needs: ['ratePctPerYear'] }],
)

const instalmentSchema = z.object({
  n: countSchema(1, 10_000),
  dueOn: dateSchema.nullable(),
  opening: senSchema,
  principal: senSchema,
  interest: senSchema,
  payment: senSchema,
  closing: senSchema,
})

export const loanScheduleCalculator = calculator({
  input: loanScheduleInput,
  output: z.object({
    rows: z.array(instalmentSchema),
    totals: z.object({ principal: senSchema, interest: senSchema, payment: senSchema }),
    flatPctPerMonth: z.string(),
    effectivePctPerMonth: z.string(),
  }),
  run: ({ ratePctPerMonth, ratePctPerYear, ...rest }) =>
    loanSchedule({
      ...rest,
      rate:
        ratePctPerMonth === undefined
          ? { ratePct: ratePctPerYear ?? '0', per: 'year' }
          : { ratePct: ratePctPerMonth, per: 'month' },
    }),
})

const loanClassSchema = z.enum(loanClasses)
const loansMax = 100_000

const allowanceInput = withChoices(
  z.strictObject({
    preset: z.enum(['ppap_0_5_10_50_100']).optional(),
    percentages: z.strictObject(percentageOf(rateSchema)).optional(),
    loans: z
      .array(
        z.strictObject({
          id: z.string().min(1, 'required').max(64, 'too_long'),
          outstanding: senOrZeroSchema,
          class: loanClassSchema,
          collateral: senOrZeroSchema.optional(),
        }),
      )
      .max(loansMax, 'too_many'),
  }),
  [{ needs: [], may: ['preset'] }, { needs: ['percentages'] }],
)

function percentageOf<Schema extends z.ZodType>(schema: Schema) {
  return { current: schema, substandard: schema, doubtful: schema, loss: schema }
}

export const allowanceCalculator = calculator({
  input: allowanceInput,
  output: z.object({
    rows: z.array(z.object({ id: z.string(), base: senSchema, pct: rateSchema, allowance: senSchema })),
    total: senSchema,
    riskWeighted: senSchema,
  }),
  run: ({ loans, percentages }) => allowance(loans, percentages ?? usualAllowance),
})

/** An instalment as `loanSchedule` answers it; what falls due is enough. */
const dueInstalmentSchema = instalmentSchema
  .partial({ n: true, opening: true, payment: true, closing: true })
  .extend({ dueOn: dateSchema, principal: senOrZeroSchema, interest: senOrZeroSchema })
  .strict()

const paidSchema = withChoices(
  z.strictObject({
    date: dateSchema,
    amount: senOrZeroSchema.optional(),
    principal: senOrZeroSchema.optional(),
    interest: senOrZeroSchema.optional(),
  }),
  [{ needs: ['amount'] }, { needs: [], may: ['principal', 'interest'] }],
)

export const collectibilityCalculator = calculator({
  input: z.strictObject({
    preset: z.enum(['ksp_2009', 'days_30_180_270']),
    asOf: dateSchema,
    schedule: z.array(dueInstalmentSchema).min(1, 'required').max(10_000, 'too_many'),
    payments: z.array(paidSchema).max(20_000, 'too_many'),
    collateral: senOrZeroSchema.optional(),
    repayment: z.enum(['instalments', 'bullet']),
  }),
  output: z.object({
    class: loanClassSchema,
    daysOverdue: countSchema(0, 500_000),
    overduePrincipal: senSchema,
    overdueInterest: senSchema,
  }),
  run: (input) => collectibility(input),
})
