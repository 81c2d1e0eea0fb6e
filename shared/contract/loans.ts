import { z } from 'zod'
import { withChoices } from './alternatives.ts'
import { amountSchema, countSchema, dateSchema, nameSchema, rateSchema, requestIdSchema, textSchema } from './fields.ts'
import { endingProcedures, endingsShape } from './loan-endings.ts'
import { paying, paymentProcedures } from './loan-payments.ts'
import { portfolioProcedures } from './loan-portfolio.ts'
import { collateralSchema, guarantorSchema, savingsProductsSchema, securitiesShape } from './loan-securities.ts'
import {
  changedLoanProduct,
  deductionsAnswer,
  instalmentAnswer,
  loanMonthsMax,
  loanProductAnswer,
  loanStateSchema,
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
  /** The revolving fund whose money is lent. */
  fund: z.object({ fundId: z.string(), number: z.string(), name: z.string() }).nullable(),
  ...securitiesShape,
  disbursedOn: z.string().nullable(),
  ...endingsShape,
  /** Principal still owed, sen. */
  outstanding: senAnswer,
})

const naming = { requestId: requestIdSchema, loanId: idSchema }
/** Loans of a list and the principal owed on them, sen. */
const countedLoans = { outstanding: senAnswer, loans: z.int() }

export const loansContract = {
  ...portfolioProcedures,
  ...paymentProcedures,
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
        schedule: z.array(instalmentAnswer),
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
        /** A fund that is lent on (`treatment` revolving) and whose money this is. */
        fundId: idSchema.optional(),
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
  /**
   * Pays out what was approved less its deductions; instalments fall due from the given day on, else one interval later.
   * More than is free of the fund whose money it is needs a second person's name.
   */
  disburse: counter
    .input(z.strictObject({ ...paying, firstDueOn: dateSchema.optional(), approvedBy: nameSchema().optional() }))
    .output(
      z.object({
        ...{ ...postedShape, deductions: deductionsAnswer },
        ...{ netPayout: senAnswer, outstanding: senAnswer },
      }),
    ),
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
          /** As it was signed: more than `interest` where principal was paid ahead. */
          agreedInterest: senAnswer,
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
    .output(
      pageOf(loan).extend({
        totals: z.object({
          ...countedLoans,
          /** How many stand where, whichever state was asked for; states without a loan are left out. */
          byState: z.array(z.object({ state: loanStateSchema, ...countedLoans })),
          /** What was claimed when these loans were given up, what of it came since, and what is still claimed; only of those. */
          writtenOff: z.object({ claim: senAnswer, recovered: senAnswer, left: senAnswer }).nullable(),
        }),
      }),
    ),
}
