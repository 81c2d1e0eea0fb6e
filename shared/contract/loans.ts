import { z } from 'zod'
import { loanExcesses } from '../rules/loan-terms.ts'
import { accountCodeSchema } from './accounts.ts'
import { withChoices } from './alternatives.ts'
import { amountSchema, countSchema, dateSchema, nameSchema, rateSchema, requestIdSchema, textSchema } from './fields.ts'
import { endingProcedures, endingsShape } from './loan-endings.ts'
import { portfolioProcedures } from './loan-portfolio.ts'
import { collateralSchema, guarantorSchema, savingsProductsSchema, securitiesShape } from './loan-securities.ts'
import {
  changedLoanProduct,
  deductionsAnswer,
  loanMonthsMax,
  loanProductAnswer,
  newLoanProduct,
  productSchema,
  termsAnswer,
} from './loan-terms.ts'
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

/** Where a loan stands between application and its end. */
export const loanStateSchema = z.enum([
  ...['applied', 'approved', 'rejected', 'disbursed', 'settled'],
  ...['restructured', 'written_off'],
] as const)

const loan = z.object({
  loanId: z.string(),
  number: z.string(),
  memberId: z.string(),
  memberNumber: z.string(),
  memberName: z.string(),
  product: z.string(),
  productName: z.string(),
  state: loanStateSchema,
  principal: senAnswer,
  months: z.int(),
  ...termsAnswer,
  purpose: z.string(),
  appliedOn: z.string(),
  approvedOn: z.string().nullable(),
  approvedBy: z.string().nullable(),
  rejectedOn: z.string().nullable(),
  rejectedFor: z.string().nullable(),
  /** Borrowed by the board, a supervisor or who is close to them; a group answers for it. */
  relatedParty: z.boolean(),
  jointLiability: z.boolean(),
  ...securitiesShape,
  disbursedOn: z.string().nullable(),
  ...endingsShape,
  /** Principal still owed, sen. */
  outstanding: senAnswer,
})

const naming = { requestId: requestIdSchema, loanId: idSchema }
const paying = { requestId: requestIdSchema, loanId: idSchema, date: dateSchema, cashAccount: accountCodeSchema }
const waiverSchema = z.strictObject({ amount: amountSchema, reason: nameSchema(500) })

/** Money for a loan: in cash or through a bank, or out of savings of the borrower, who signed for it. */
const bringing = {
  ...paying,
  cashAccount: accountCodeSchema.optional(),
  savingsAccountId: idSchema.optional(),
  /** Penalty that is let off with it, and why. */
  waivePenalty: waiverSchema.optional(),
}
const paid = z.object({
  ...postedShape,
  principal: senAnswer,
  interest: senAnswer,
  penalty: senAnswer,
  /** Put by for later instalments, and taken out of what was put by before. */
  held: senAnswer,
  fromHeld: senAnswer,
  outstanding: senAnswer,
})

const instalment = z.object({
  n: z.int(),
  dueOn: z.string(),
  opening: senAnswer,
  principal: senAnswer,
  interest: senAnswer,
  payment: senAnswer,
  closing: senAnswer,
})

export const loansContract = {
  ...portfolioProcedures,
  ...endingProcedures,
  products: reading.input(z.strictObject({}).optional()).output(z.object({ rows: z.array(loanProductAnswer) })),
  createProduct: recording.input(newLoanProduct).output(loanProductAnswer),
  /** Terms of loans that were asked for already never change: they were copied then. */
  updateProduct: recording.input(changedLoanProduct).output(loanProductAnswer),
  /**
   * What a loan would be if it were paid out on the day, by a product or as it was asked for: its schedule, what is taken
   * off, and its cost as a flat and as the true rate of what is really received.
   */
  preview: reading
    .input(
      withChoices(
        z.strictObject({
          product: productSchema.optional(),
          principal: amountSchema.optional(),
          months: countSchema(1, loanMonthsMax).optional(),
          ratePctPerMonth: rateSchema.optional(),
          loanId: idSchema.optional(),
          date: dateSchema,
          firstDueOn: dateSchema.optional(),
        }),
        [{ needs: ['product', 'principal', 'months'], may: ['ratePctPerMonth'] }, { needs: ['loanId'] }],
      ),
    )
    .output(
      z.object({
        schedule: z.array(instalment),
        totals: z.object({ principal: senAnswer, interest: senAnswer, payment: senAnswer }),
        flatPctPerMonth: z.string(),
        effectivePctPerMonth: z.string(),
        deductions: deductionsAnswer,
        netPayout: senAnswer,
        warnings: z.array(z.string()),
      }),
    ),
  apply: recording
    .input(
      z.strictObject({
        requestId: requestIdSchema,
        memberId: idSchema,
        product: productSchema,
        principal: amountSchema,
        months: countSchema(1, loanMonthsMax),
        ratePctPerMonth: rateSchema.optional(),
        purpose: nameSchema(500),
        date: dateSchema,
        guarantors: z.array(guarantorSchema).max(20, 'too_many').optional(),
        collateral: z.array(collateralSchema).max(50, 'too_many').optional(),
        jointLiability: z.boolean().optional(),
        relatedParty: z.boolean().optional(),
        mandate: z.strictObject({ savingsProducts: savingsProductsSchema, on: dateSchema }).optional(),
      }),
    )
    .output(z.object({ loanId: z.string(), number: z.string(), warnings: z.array(z.string()) })),
  /** A second person says yes; a name is enough while no people are set up in the book. */
  approve: governing
    .input(z.strictObject({ requestId: requestIdSchema, loanId: idSchema, date: dateSchema, approvedBy: nameSchema() }))
    .output(loan),
  /** Says no, or takes an approval back before the payout; the loan stays in the list with its reason. */
  reject: governing
    .input(z.strictObject({ requestId: requestIdSchema, loanId: idSchema, date: dateSchema, reason: nameSchema(500) }))
    .output(loan),
  addGuarantor: recording.input(z.strictObject({ ...naming, guarantor: guarantorSchema })).output(loan),
  addCollateral: recording.input(z.strictObject({ ...naming, collateral: collateralSchema })).output(loan),
  /** Given back to its owner; asked about while the loan runs. */
  releaseCollateral: recording
    .input(z.strictObject({ requestId: requestIdSchema, collateralId: idSchema, date: dateSchema }))
    .output(z.object({ loan, warnings: z.array(z.string()) })),
  /** The borrower signed that instalments may be taken from these savings; one such paper at a time. */
  giveMandate: recording
    .input(
      z.strictObject({
        requestId: requestIdSchema,
        loanId: idSchema,
        savingsProducts: savingsProductsSchema,
        date: dateSchema,
      }),
    )
    .output(loan),
  revokeMandate: recording
    .input(z.strictObject({ requestId: requestIdSchema, loanId: idSchema, date: dateSchema }))
    .output(loan),
  /** Pays out what was approved less its deductions; instalments fall due from the given day on, else one interval later. */
  disburse: counter.input(z.strictObject({ ...paying, firstDueOn: dateSchema.optional() })).output(
    z.object({
      ...{ ...postedShape, deductions: deductionsAnswer },
      ...{ netPayout: senAnswer, outstanding: senAnswer },
    }),
  ),
  /**
   * What fell due first, the oldest instalment first, in the agreed order with the penalty; what is more pays ahead or is
   * held for later, as agreed or as `excess` says.
   */
  pay: counter
    .input(
      withChoices(
        z.strictObject({
          ...bringing,
          amount: amountSchema,
          fromHeld: z.literal(true).optional(),
          excess: z.enum(loanExcesses).optional(),
        }),
        [
          { needs: ['cashAccount'], may: ['excess'] },
          { needs: ['savingsAccountId'], may: ['excess'] },
          { needs: ['fromHeld'] },
        ],
      ),
    )
    .output(paid),
  /** Lets penalty off without a payment. */
  waivePenalty: recording
    .input(z.strictObject({ ...naming, date: dateSchema, ...waiverSchema.shape }))
    .output(z.object({ waived: senAnswer, penalty: senAnswer })),
  /** Gives back what was held for later instalments: all of it, or an amount. */
  refundHeld: counter
    .input(z.strictObject({ ...paying, amount: amountSchema.optional() }))
    .output(z.object({ ...postedShape, refunded: senAnswer, held: senAnswer })),
  /** What fell due by the day and is unpaid, and the instalment after it. */
  due: reading.input(z.strictObject({ loanId: idSchema, date: dateSchema })).output(
    z.object({
      ...{ principal: senAnswer, interest: senAnswer, penalty: senAnswer, total: senAnswer, held: senAnswer },
      instalments: z.int(),
      since: z.string().nullable(),
      next: z.object({ dueOn: z.string(), total: senAnswer }).nullable(),
    }),
  ),
  payoffQuote: reading.input(z.strictObject({ loanId: idSchema, date: dateSchema })).output(
    z.object({
      ...{ principal: senAnswer, interest: senAnswer, penalty: senAnswer, total: senAnswer },
      /** Held for later instalments, and what is to be brought besides. */
      ...{ held: senAnswer, toPay: senAnswer },
    }),
  ),
  /** Posts exactly that day's quote; what is held for the loan goes first. */
  payOff: counter
    .input(withChoices(z.strictObject(bringing), [{ needs: ['cashAccount'] }, { needs: ['savingsAccountId'] }]))
    .output(paid),
  /** With the penalty of a day, today's unless said otherwise. */
  card: reading.input(z.strictObject({ loanId: idSchema, asOf: dateSchema.optional() })).output(
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
          penalty: senAnswer,
          /** Put by for later instalments; below zero where it was taken out again. */
          held: senAnswer,
          /** Moved to the loan it goes on as, given up for lost, and received of that later, sen. */
          transferred: senAnswer,
          writtenOff: senAnswer,
          recovered: senAnswer,
          balance: senAnswer,
          isReversed: z.boolean(),
        }),
      ),
      outstanding: senAnswer,
      /** What was taken off the payout, or will be. */
      deductions: deductionsAnswer,
      /** All penalty until the day, what of it was received and let off, and what is left, sen. */
      penalty: z.object({
        ...{ asOf: z.string(), reckoned: senAnswer, paid: senAnswer, waived: senAnswer, owed: senAnswer },
      }),
      waivers: z.array(z.object({ date: z.string(), amount: senAnswer, reason: z.string() })),
      /** Put by for later instalments, and interest that was booked before it is paid, sen. */
      held: senAnswer,
      accrued: senAnswer,
    }),
  ),
  list: reading
    .input(
      z
        .strictObject({
          memberId: idSchema.optional(),
          state: loanStateSchema.optional(),
          /** Any part of the borrower's name, number or hamlet, or of the loan's number. */
          text: textSchema(120).optional(),
          ...pageShape,
        })
        .optional(),
    )
    .output(pageOf(loan).extend({ totals: z.object({ outstanding: senAnswer, loans: z.int() }) })),
}
