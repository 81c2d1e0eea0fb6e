import { z } from 'zod'
import { type CalendarDate, firstDayOfMonth, lastDayOfMonth } from '../calendar.ts'
import { memberIdNumber } from '../rules/member-id-number.ts'
import { sen } from '../rules/money.ts'
import { savingsInterest } from '../rules/savings-interest.ts'
import { savingsInterestTax } from '../rules/savings-interest-tax.ts'
import { amountInWords, numberInWords, ordinalInWords, rupiahInWords } from '../words.ts'
import { withChoices } from './alternatives.ts'
import { countSchema, dateSchema, monthSchema, rateSchema, senOrZeroSchema, senSchema } from './fields.ts'
import { invalidInputOf } from './issue-words.ts'

/** What a calculator is told beside its input: it has no clock of its own. */
export type CalculatorHost = { readonly today: CalendarDate }

type Calculator<Input extends z.ZodType, Output extends z.ZodType> = {
  readonly input: Input
  readonly output: Output
  /** Pure; refuses with INVALID_INPUT like any call. */
  readonly run: (input: z.output<Input>, host: CalculatorHost) => z.input<Output>
}

function calculator<Input extends z.ZodType, Output extends z.ZodType>(definition: Calculator<Input, Output>) {
  return definition
}

const words = calculator({
  input: withChoices(
    z.strictObject({
      amount: senSchema.optional(),
      currency: z.boolean().optional(),
      number: z.string().max(60, 'too_long').optional(),
      ordinal: z.boolean().optional(),
    }),
    [
      { needs: ['amount'], may: ['currency'] },
      { needs: ['number'], may: ['ordinal'] },
    ],
  ),
  output: z.object({ text: z.string() }),
  run: ({ amount, currency, number = '', ordinal }) => {
    if (amount !== undefined) return { text: currency === true ? rupiahInWords(amount) : amountInWords(amount) }
    return { text: ordinal === true ? ordinalInWords(number) : numberInWords(number) }
  },
})

const sexSchema = z.enum(['female', 'male'])

const memberIdNumberCalculator = calculator({
  input: z.strictObject({
    nationalId: z.string().max(64, 'too_long'),
    sex: sexSchema.optional(),
    birthDate: dateSchema.optional(),
    asOf: dateSchema.optional(),
  }),
  output: z.object({
    valid: z.boolean(),
    reasons: z.array(z.enum(['length', 'province', 'date', 'serial'])),
    birthDate: dateSchema.nullable(),
    sex: sexSchema.nullable(),
    warnings: z.array(z.enum(['sex_mismatch', 'birth_date_mismatch', 'century_unsure'])),
  }),
  run: (input, { today }) => memberIdNumber({ ...input, asOf: input.asOf ?? today }),
})

const tiersSchema = z
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
    tiers: tiersSchema.optional(),
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

const savingsInterestCalculator = calculator({
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

const savingsInterestTaxCalculator = calculator({
  input: z.strictObject({ grossInMonth: senOrZeroSchema, memberKind: z.enum(['individual', 'other']) }),
  output: z.object({
    tax: senSchema,
    net: senSchema,
    ratePct: rateSchema,
    warnings: z.array(z.enum(['not_individual'])),
  }),
  run: (input) => savingsInterestTax(input),
})

/**
 * Every calculator of the program: one list for the command line, for `lumbung procedures` and for the Kalkulator
 * screen. They need no book. A new one is a rule in shared/rules and an entry here.
 */
export const calculators = {
  words,
  memberIdNumber: memberIdNumberCalculator,
  savingsInterest: savingsInterestCalculator,
  savingsInterestTax: savingsInterestTaxCalculator,
} as const

export type CalculatorName = keyof typeof calculators

/**
 * Runs one calculator on an input nobody has checked yet, for every door alike. Refuses with INVALID_INPUT and the
 * issues of the input, or with the rule's own refusal.
 */
export function runCalculator(name: CalculatorName, input: unknown, host: CalculatorHost): unknown {
  const { input: schema, output, run } = calculators[name] as Calculator<z.ZodType, z.ZodType>
  const parsed = schema.safeParse(input)
  if (!parsed.success) throw invalidInputOf(parsed.error.issues)
  return output.parse(run(parsed.data, host))
}
