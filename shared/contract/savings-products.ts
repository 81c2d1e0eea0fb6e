import { z } from 'zod'
import { isDate } from '../calendar.ts'
import { savingsKinds } from '../rules/default-savings.ts'
import { accountCodeSchema } from './accounts.ts'
import {
  countSchema,
  dateSchema,
  monthSchema,
  nameSchema,
  requestIdSchema,
  senOrZeroSchema,
  shareSchema,
  textSchema,
} from './fields.ts'
import { unitSchema } from './journal.ts'
import { postedSchema, reading, recording, senAnswer } from './procedure.ts'
import { savingsTiersSchema } from './savings-calculators.ts'

export const productSchema = textSchema(40).min(1, 'required')

const lock = z.enum(['none', 'until_exit', 'until_date', 'until_purpose'])
const earlyWithdrawal = z.enum(['refused', 'forfeit_interest', 'penalty_pct'])

/** A day, or a day of every year as `MM-DD`. */
const unlockDaySchema = z
  .string()
  .refine((text) => isDate(text) || (/^\d\d-\d\d$/.test(text) && isDate(`2000-${text}`)), 'not_a_day_of_year')

const interestTerms = {
  method: z.enum(['lowest', 'average_daily', 'daily', 'average_of_balances']),
  dayBasis: z.enum(['365', '360', 'actual', 'twelfths']),
  rounding: z.enum(['down', 'half_up']),
}

const product = z.object({
  product: z.string(),
  name: z.string(),
  nameId: z.string(),
  nameEn: z.string(),
  kind: z.string(),
  account: z.string(),
  unit: z.string(),
  active: z.boolean(),
  /** Has a column at the monthly meeting. */
  collected: z.boolean(),
  lock,
  /** A day, or a day of every year as `MM-DD`; null while none was set. */
  unlocksOn: z.string().nullable(),
  earlyWithdrawal,
  /** Percent of what is taken early. */
  earlyPct: z.string().nullable(),
  minimumDeposit: senAnswer,
  /** In how many monthly parts principal savings are paid. */
  instalments: z.int(),
  /** Lines on one page of the passbook. */
  passbookLines: z.int(),
  /** The monthly due by first month, sen; only mandatory savings have one. */
  dues: z.array(z.object({ fromMonth: z.string(), amount: senAnswer })),
  /** How they earn, by first month; none means no interest. */
  interest: z.array(
    z.object({
      fromMonth: z.string(),
      ...interestTerms,
      minimumBalance: senAnswer,
      openingCounts: z.boolean(),
      tiers: z.array(z.object({ from: senAnswer, ratePctPerYear: z.string() })),
    }),
  ),
})
export type SavingsProduct = z.infer<typeof product>

const rulesInput = {
  collected: z.boolean().optional(),
  lock: lock.optional(),
  unlocksOn: unlockDaySchema.nullish(),
  earlyWithdrawal: earlyWithdrawal.optional(),
  earlyPct: shareSchema.nullish(),
  minimumDeposit: senOrZeroSchema.optional(),
  instalments: countSchema(1, 60).optional(),
  passbookLines: countSchema(5, 80).optional(),
}

export const savingsProductProcedures = {
  products: reading.input(z.strictObject({}).optional()).output(z.object({ rows: z.array(product) })),
  /** One more kind of savings; what is left open is as usual for its kind, its id is made of its name. */
  createProduct: recording
    .input(
      z.strictObject({
        requestId: requestIdSchema.optional(),
        product: z
          .string()
          .regex(/^[a-z][a-z0-9_]{1,39}$/, 'not_a_product_id')
          .optional(),
        kind: z.enum(savingsKinds),
        nameId: nameSchema(),
        nameEn: nameSchema().optional(),
        account: accountCodeSchema.optional(),
        unit: unitSchema.optional(),
        ...rulesInput,
      }),
    )
    .output(product),
  /** Renames a product, moves it to a unit, takes it out of use, or changes its rules. */
  updateProduct: recording
    .input(
      z.strictObject({
        requestId: requestIdSchema.optional(),
        product: productSchema,
        nameId: nameSchema().optional(),
        nameEn: nameSchema().optional(),
        unit: unitSchema.optional(),
        active: z.boolean().optional(),
        ...rulesInput,
      }),
    )
    .output(product),
  /** Sets what is due every month from a month on (simpanan wajib), or once at joining (simpanan pokok). */
  setDue: recording
    .input(
      z.strictObject({
        requestId: requestIdSchema.optional(),
        product: productSchema,
        fromMonth: monthSchema,
        amount: senOrZeroSchema,
      }),
    )
    .output(product),
  /** Sets how a product earns from a month on; a rate of 0 ends it. Months that have their interest keep their rate. */
  setInterest: recording
    .input(
      z.strictObject({
        requestId: requestIdSchema.optional(),
        product: productSchema,
        fromMonth: monthSchema,
        method: interestTerms.method.optional(),
        dayBasis: interestTerms.dayBasis.optional(),
        rounding: interestTerms.rounding.optional(),
        minimumBalance: senOrZeroSchema.optional(),
        openingCounts: z.boolean().optional(),
        tiers: savingsTiersSchema,
      }),
    )
    .output(product),
  /**
   * Moves a product to another account of the chart, between equity and liabilities: one entry takes every member's
   * savings along, none where nothing lies on it.
   */
  reclassify: recording
    .input(
      z.strictObject({
        requestId: requestIdSchema,
        product: productSchema,
        account: accountCodeSchema,
        date: dateSchema,
      }),
    )
    .output(z.object({ entries: z.array(postedSchema), product, accounts: z.int(), amount: senAnswer })),
}
