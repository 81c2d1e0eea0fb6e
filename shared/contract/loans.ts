import { z } from 'zod'
import { accountCodeSchema } from './accounts.ts'
import { amountSchema, countSchema, dateSchema, nameSchema, rateSchema, requestIdSchema, textSchema } from './fields.ts'
import {
  counter,
  governing,
  idSchema,
  pageOf,
  pageShape,
  postedShape,
  reading,
  recording,
  senAnswer,
} from './procedure.ts'

const productSchema = textSchema(40).min(1, 'required')

const terms = {
  method: z.enum(['flat', 'declining', 'annuity', 'bullet']),
  ratePct: z.string(),
  ratePer: z.enum(['month', 'year']),
  interval: z.object({ unit: z.enum(['month', 'week']), every: z.int() }),
}

const product = z.object({
  product: z.string(),
  name: z.string(),
  nameId: z.string(),
  nameEn: z.string(),
  ...terms,
  account: z.string(),
  unit: z.string(),
  active: z.boolean(),
})

const state = z.enum(['applied', 'approved', 'disbursed', 'settled'])

const loan = z.object({
  loanId: z.string(),
  number: z.string(),
  memberId: z.string(),
  memberNumber: z.string(),
  memberName: z.string(),
  product: z.string(),
  productName: z.string(),
  state,
  principal: senAnswer,
  months: z.int(),
  ...terms,
  purpose: z.string(),
  appliedOn: z.string(),
  approvedOn: z.string().nullable(),
  approvedBy: z.string().nullable(),
  disbursedOn: z.string().nullable(),
  /** Principal still owed, sen. */
  outstanding: senAnswer,
})

const paying = { requestId: requestIdSchema, loanId: idSchema, date: dateSchema, cashAccount: accountCodeSchema }
const paid = z.object({
  ...postedShape,
  principal: senAnswer,
  interest: senAnswer,
  penalty: senAnswer,
  outstanding: senAnswer,
})

export const loansContract = {
  products: reading.input(z.strictObject({}).optional()).output(z.object({ rows: z.array(product) })),
  apply: recording
    .input(
      z.strictObject({
        requestId: requestIdSchema,
        memberId: idSchema,
        product: productSchema,
        principal: amountSchema,
        months: countSchema(1, 600),
        ratePctPerMonth: rateSchema.optional(),
        purpose: nameSchema(500),
        date: dateSchema,
      }),
    )
    .output(z.object({ loanId: z.string(), number: z.string() })),
  /** A second person says yes; a name is enough while no people are set up in the book. */
  approve: governing
    .input(z.strictObject({ requestId: requestIdSchema, loanId: idSchema, date: dateSchema, approvedBy: nameSchema() }))
    .output(loan),
  disburse: counter.input(z.strictObject(paying)).output(z.object({ ...postedShape, outstanding: senAnswer })),
  /** The oldest instalment first, its interest before its principal. */
  pay: counter.input(z.strictObject({ ...paying, amount: amountSchema })).output(paid),
  payoffQuote: reading
    .input(z.strictObject({ loanId: idSchema, date: dateSchema }))
    .output(z.object({ principal: senAnswer, interest: senAnswer, penalty: senAnswer, total: senAnswer })),
  /** Posts exactly that day's quote. */
  payOff: counter.input(z.strictObject(paying)).output(paid),
  card: reading.input(z.strictObject({ loanId: idSchema })).output(
    z.object({
      loan,
      schedule: z.array(
        z.object({
          n: z.int(),
          dueOn: z.string(),
          principal: senAnswer,
          interest: senAnswer,
          payment: senAnswer,
          /** What is still unpaid of it, sen. */
          unpaid: senAnswer,
        }),
      ),
      rows: z.array(
        z.object({
          entryId: z.string(),
          date: z.string(),
          voucher: z.string(),
          description: z.string(),
          disbursed: senAnswer,
          principal: senAnswer,
          interest: senAnswer,
          balance: senAnswer,
        }),
      ),
      outstanding: senAnswer,
    }),
  ),
  list: reading
    .input(z.strictObject({ memberId: idSchema.optional(), state: state.optional(), ...pageShape }).optional())
    .output(pageOf(loan).extend({ totals: z.object({ outstanding: senAnswer }) })),
}
