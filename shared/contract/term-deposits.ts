import { z } from 'zod'
import { accountCodeSchema } from './accounts.ts'
import { amountSchema, countSchema, dateSchema, rateSchema, requestIdSchema } from './fields.ts'
import { counter, idSchema, postedShape, reading, recording, senAnswer } from './procedure.ts'
import { productSchema } from './savings-products.ts'

const rollover = z.enum(['none', 'principal', 'principal_and_interest'])

const agreed = {
  memberId: idSchema,
  product: productSchema,
  /** The day it begins to earn. */
  date: dateSchema,
  amount: amountSchema,
  months: countSchema(1, 600),
  ratePctPerYear: rateSchema,
  rollover: rollover.optional(),
  /** The savings account its interest goes onto every month; without one it is paid at the end. */
  payInterestTo: idSchema.optional(),
}

const placed = {
  savingsAccountId: z.string(),
  /** Of the certificate (bilyet). */
  number: z.string(),
  maturesOn: z.string(),
}

/** What the end of a term pays, sen. */
const closing = {
  isEarly: z.boolean(),
  principal: senAnswer,
  interest: senAnswer,
  tax: senAnswer,
  penalty: senAnswer,
  forfeited: senAnswer,
  /** What leaves the cash box, and what goes onto the account that takes the interest. */
  paid: senAnswer,
  toSavings: senAnswer,
}

const term = z.object({
  savingsAccountId: z.string(),
  number: z.string(),
  memberId: z.string(),
  memberNumber: z.string(),
  memberName: z.string(),
  product: z.string(),
  productName: z.string(),
  amount: senAnswer,
  ratePctPerYear: z.string(),
  months: z.int(),
  startsOn: z.string(),
  maturesOn: z.string(),
  state: z.enum(['running', 'matured', 'closed']),
  /** Days until it falls due, negative after. */
  daysLeft: z.int(),
  rollover,
  payInterestTo: z.string().nullable(),
  earlyWithdrawal: z.enum(['refused', 'forfeit_interest', 'penalty_pct']),
  earlyPct: z.string().nullable(),
  /** All it brings if it runs its time, what of it is put aside, and what was paid before tax, sen. */
  interestInAll: senAnswer,
  accrued: senAnswer,
  interestPaid: senAnswer,
  rolledFrom: z.string().nullable(),
  openedOn: z.string(),
  closedOn: z.string().nullable(),
})
export type TermDeposit = z.infer<typeof term>

export const termDepositProcedures = {
  /** What a placing would bring if it runs its time, sen: the first month alone, all of it, and its tax if paid at once. */
  termPreview: reading
    .input(
      z.strictObject({
        product: productSchema,
        date: dateSchema,
        amount: amountSchema,
        months: countSchema(1, 600),
        ratePctPerYear: rateSchema,
      }),
    )
    .output(z.object({ maturesOn: z.string(), firstMonth: senAnswer, interest: senAnswer, taxAtEnd: senAnswer })),
  /** Places money for a term; each placing is an account of its own. */
  termOpen: counter
    .input(z.strictObject({ requestId: requestIdSchema, ...agreed, cashAccount: accountCodeSchema }))
    .output(z.object({ ...postedShape, ...placed })),
  /**
   * Takes over a term deposit from the paper books, without money: its principal comes with the opening balances. `date`
   * is the day from which its interest is still to be paid, `months` what is left from there.
   */
  termTakeOver: recording.input(z.strictObject({ requestId: requestIdSchema, ...agreed })).output(z.object(placed)),
  /** What closing it on a day would pay. */
  termQuote: reading.input(z.strictObject({ savingsAccountId: idSchema, date: dateSchema })).output(z.object(closing)),
  /** Pays it back whole: at its end, or before it as its product said when it was placed. */
  termClose: counter
    .input(
      z.strictObject({
        requestId: requestIdSchema,
        savingsAccountId: idSchema,
        date: dateSchema,
        cashAccount: accountCodeSchema,
      }),
    )
    .output(z.object({ ...postedShape, ...closing })),
  /** Places it again when it is over, from the day it fell due; what is left open is as before. */
  termRollOver: counter
    .input(
      z.strictObject({
        requestId: requestIdSchema,
        savingsAccountId: idSchema,
        date: dateSchema,
        rollover: z.enum(['principal', 'principal_and_interest']).optional(),
        months: countSchema(1, 600).optional(),
        ratePctPerYear: rateSchema.optional(),
        /** Needed where its interest is paid in cash. */
        cashAccount: accountCodeSchema.optional(),
      }),
    )
    .output(z.object({ ...postedShape, ...placed, ...closing, amount: senAnswer })),
  /** Term deposits that are placed on a day, those that fall due first in front; `closed` ones only when asked for. */
  terms: reading
    .input(
      z
        .strictObject({
          asOf: dateSchema.optional(),
          memberId: idSchema.optional(),
          savingsAccountId: idSchema.optional(),
          state: z.enum(['running', 'matured', 'closed']).optional(),
        })
        .optional(),
    )
    .output(z.object({ rows: z.array(term), totals: z.object({ amount: senAnswer, accrued: senAnswer }) })),
}
