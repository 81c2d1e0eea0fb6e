import { z } from 'zod'
import { loanAllocations, loanExcesses, penaltyKinds, stampPayers } from '../rules/loan-terms.ts'
import { withChoices } from './alternatives.ts'
import {
  amountSchema,
  countSchema,
  nameSchema,
  rateSchema,
  requestIdSchema,
  senOrZeroSchema,
  shareSchema,
  textSchema,
} from './fields.ts'
import { always } from './issue-words.ts'
import { unitSchema } from './journal.ts'
import { senAnswer } from './procedure.ts'

/** How a loan may be asked for: never more than fifty years. */
export const loanMonthsMax = 600

export const loanMethodSchema = z.enum(['flat', 'declining', 'annuity', 'bullet'])
const settlements = ['due', 'running', 'full'] as const
const dayCounts = ['months', 'actual_365', 'actual_360'] as const
const roundings = ['half_up', 'up', 'down'] as const

/** Terms as every loan and product answers them. */
export const termsAnswer = {
  method: loanMethodSchema,
  ratePct: z.string(),
  ratePer: z.enum(['month', 'year']),
  interval: z.object({ unit: z.enum(['month', 'week']), every: z.int() }),
  gracePrincipalMonths: z.int(),
  graceAllMonths: z.int(),
  dayCount: z.enum(dayCounts),
  rounding: z.enum(roundings),
  roundTo: senAnswer,
  roundPaymentTo: senAnswer.nullable(),
  /** Whether who pays back early owes the interest that fell due, of the running instalment too, or all of it. */
  earlySettlement: z.enum(settlements),
  /** What is taken off the payout. */
  fees: z.object({
    provisionPct: z.string(),
    administration: senAnswer,
    insurancePct: z.string(),
    loanSavingsPct: z.string(),
    stamp: senAnswer,
    stampPaidBy: z.enum(stampPayers),
  }),
  penalty: z.object({
    kind: z.enum(penaltyKinds),
    pct: z.string(),
    graceDays: z.int(),
    capPct: z.string().nullable(),
  }),
  allocation: z.enum(loanAllocations),
  excess: z.enum(loanExcesses),
}

/** Where a loan stands between application and its end. */
export const loanStateSchema = z.enum([
  ...['applied', 'approved', 'rejected', 'disbursed', 'settled'],
  ...['restructured', 'written_off'],
] as const)

export const deductionsAnswer = z.object({
  provision: senAnswer,
  administration: senAnswer,
  insurance: senAnswer,
  loanSavings: senAnswer,
  stamp: senAnswer,
})

export const instalmentAnswer = z.object({
  n: z.int(),
  dueOn: z.string(),
  opening: senAnswer,
  principal: senAnswer,
  interest: senAnswer,
  payment: senAnswer,
  closing: senAnswer,
})

export const productSchema = textSchema(40).min(1, 'required')

export const loanProductAnswer = z.object({
  product: z.string(),
  name: z.string(),
  nameId: z.string(),
  nameEn: z.string(),
  ...termsAnswer,
  limits: z.object({
    principalMax: senAnswer.nullable(),
    monthsMax: z.int().nullable(),
    timesSavings: z.string().nullable(),
    collateralAbove: senAnswer.nullable(),
    guarantorAbove: senAnswer.nullable(),
  }),
  account: z.string(),
  unit: z.string(),
  active: z.boolean(),
})
export type LoanProduct = z.infer<typeof loanProductAnswer>

/** A share of the principal or of an instalment: 0 to 100 percent. */

/** `"3"` or `"2.5"` times the savings. */
const timesSchema = z
  .string(always('not_a_number'))
  .regex(/^(0|[1-9]\d{0,3})(\.\d{1,2})?$/, { error: 'not_a_number', abort: true })

const daysMax = 365

const givenTerms = {
  nameId: nameSchema().optional(),
  nameEn: nameSchema().optional(),
  ratePctPerMonth: rateSchema.optional(),
  ratePctPerYear: rateSchema.optional(),
  interval: z.strictObject({ unit: z.enum(['month', 'week']), every: countSchema(1, 120) }).optional(),
  gracePrincipalMonths: countSchema(0, loanMonthsMax).optional(),
  graceAllMonths: countSchema(0, loanMonthsMax).optional(),
  dayCount: z.enum(dayCounts).optional(),
  rounding: z.enum(roundings).optional(),
  roundTo: amountSchema.optional(),
  roundPaymentTo: amountSchema.nullable().optional(),
  earlySettlement: z.enum(settlements).optional(),
  fees: z
    .strictObject({
      provisionPct: shareSchema.optional(),
      administration: senOrZeroSchema.optional(),
      insurancePct: shareSchema.optional(),
      loanSavingsPct: shareSchema.optional(),
      stamp: senOrZeroSchema.optional(),
      stampPaidBy: z.enum(stampPayers).optional(),
    })
    .optional(),
  penalty: z
    .strictObject({
      kind: z.enum(penaltyKinds).optional(),
      pct: shareSchema.optional(),
      graceDays: countSchema(0, daysMax).optional(),
      capPct: rateSchema.nullable().optional(),
    })
    .optional(),
  allocation: z.enum(loanAllocations).optional(),
  excess: z.enum(loanExcesses).optional(),
  limits: z
    .strictObject({
      principalMax: amountSchema.nullable().optional(),
      monthsMax: countSchema(1, loanMonthsMax).nullable().optional(),
      timesSavings: timesSchema.nullable().optional(),
      collateralAbove: senOrZeroSchema.nullable().optional(),
      guarantorAbove: senOrZeroSchema.nullable().optional(),
    })
    .optional(),
  unit: unitSchema.optional(),
}

/** A rate is agreed by the month or by the year. */
const rateChoice = [
  { needs: [], may: ['ratePctPerMonth'] },
  { needs: ['ratePctPerYear'] },
] as const satisfies Parameters<typeof withChoices<z.ZodObject<typeof givenTerms>>>[1]

/** What is left out is as products of a new book have it. */
export const newLoanProduct = withChoices(
  z.strictObject({
    requestId: requestIdSchema.optional(),
    product: productSchema.optional(),
    ...givenTerms,
    nameId: nameSchema(),
    method: loanMethodSchema,
  }),
  rateChoice,
)

/** What is left out stays; null takes a limit or a bound away. */
export const changedLoanProduct = withChoices(
  z.strictObject({
    requestId: requestIdSchema.optional(),
    product: productSchema,
    ...givenTerms,
    method: loanMethodSchema.optional(),
    active: z.boolean().optional(),
  }),
  rateChoice,
)
