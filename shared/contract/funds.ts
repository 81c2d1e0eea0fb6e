import { z } from 'zod'
import { accountCodeSchema } from './accounts.ts'
import { withChoices } from './alternatives.ts'
import {
  amountSchema,
  dateSchema,
  nameSchema,
  quantitySchema,
  requestIdSchema,
  senOrZeroSchema,
  textSchema,
} from './fields.ts'
import { idSchema, pageOf, pageShape, postedShape, reading, recording, senAnswer } from './procedure.ts'
import { goodsHead, linesOf } from './trade-fields.ts'

/**
 * How a fund is kept (accounting.md section 4): a capital grant is the cooperative's own, money for activities is owed
 * until it is spent as agreed, and revolving money is owed and lent on.
 */
const fundTreatments = ['capital', 'activity', 'revolving'] as const
const treatmentSchema = z.enum(fundTreatments)

const budgetLinesMax = 100

const fund = z.object({
  fundId: z.string(),
  number: z.string(),
  name: z.string(),
  donor: z.string(),
  purpose: z.string(),
  treatment: treatmentSchema,
  agreementNumber: z.string().nullable(),
  from: z.string(),
  to: z.string(),
  cashAccount: z.string(),
  restriction: z.string().nullable(),
  active: z.boolean(),
  /** What was planned in all, what came in, went out as agreed, went back, and is left, sen. Below zero: laid out. */
  planned: senAnswer,
  received: senAnswer,
  spent: senAnswer,
  refunded: senAnswer,
  balance: senAnswer,
  /**
   * Of money that is lent on alone, sen: principal lent, come back, lost and still owed, what came after all of what was
   * lost, interest earned, and what is free to lend or to give back; below zero money of the cooperative was lent.
   */
  revolving: z
    .object({
      ...{ lent: senAnswer, returned: senAnswer, lost: senAnswer, outstanding: senAnswer },
      ...{ recovered: senAnswer, interest: senAnswer, free: senAnswer },
    })
    .nullable(),
})

const budgetLine = z.object({
  budgetLineId: z.string(),
  name: z.string(),
  planned: senAnswer,
  spent: senAnswer,
  left: senAnswer,
})
const fundWithBudget = fund.extend({ budget: z.array(budgetLine) })

/** `balance` is what is left of the fund after the entry, sen. */
const moved = z.object({ ...postedShape, balance: senAnswer })

const move = { requestId: requestIdSchema, date: dateSchema, fundId: idSchema, amount: amountSchema }

export const fundsContract = {
  /** Enters an agreement with its budget; `cashAccount` is where its money lies, 11203 unless said otherwise. */
  create: recording
    .input(
      z.strictObject({
        requestId: requestIdSchema.optional(),
        name: nameSchema(),
        donor: nameSchema(),
        purpose: nameSchema(500),
        treatment: treatmentSchema,
        from: dateSchema,
        to: dateSchema,
        agreementNumber: nameSchema(60).optional(),
        cashAccount: accountCodeSchema.optional(),
        restriction: textSchema(500).optional(),
        budget: z
          .array(z.strictObject({ name: nameSchema(), amount: senOrZeroSchema }))
          .min(1, 'too_few_lines')
          .max(budgetLinesMax, 'too_many_lines'),
      }),
    )
    .output(fundWithBudget),
  /** Changes what is given; null empties a field. Budget lines with an id are changed, others are added. Warns of one lowered below what was spent of it. */
  update: recording
    .input(
      z.strictObject({
        requestId: requestIdSchema.optional(),
        fundId: idSchema,
        name: nameSchema().optional(),
        donor: nameSchema().optional(),
        purpose: nameSchema(500).optional(),
        from: dateSchema.optional(),
        to: dateSchema.optional(),
        agreementNumber: nameSchema(60).nullish(),
        cashAccount: accountCodeSchema.optional(),
        restriction: textSchema(500).nullish(),
        active: z.boolean().optional(),
        budget: z
          .array(z.strictObject({ budgetLineId: idSchema.optional(), name: nameSchema(), amount: senOrZeroSchema }))
          .max(budgetLinesMax, 'too_many_lines')
          .optional(),
        /** A second person, for a budget line that is raised or added. */
        approvedBy: nameSchema().optional(),
      }),
    )
    .output(fundWithBudget.extend({ warnings: z.array(z.enum(['budget_below_spent'])) })),
  get: reading.input(z.strictObject({ fundId: idSchema, asOf: dateSchema.optional() })).output(fundWithBudget),
  list: reading
    .input(z.strictObject({ activeOnly: z.boolean().optional(), asOf: dateSchema.optional(), ...pageShape }).optional())
    .output(pageOf(fund)),
  /** Every voucher of the fund, oldest first, with what was left after it. */
  card: reading.input(z.strictObject({ fundId: idSchema })).output(
    z.object({
      fundId: z.string(),
      rows: z.array(
        z.object({
          ...{ entryId: z.string(), voucher: z.string(), date: z.string(), description: z.string() },
          ...{ received: senAnswer, spent: senAnswer, refunded: senAnswer, balance: senAnswer },
          /** Of money that is lent on: principal lent, come back and lost, and what is free after it, sen; else nil. */
          ...{ lent: senAnswer, returned: senAnswer, lost: senAnswer, free: senAnswer },
        }),
      ),
      balance: senAnswer,
    }),
  ),
  /** Money of the fund came in, or goods: those are capital. What was laid out for it before is made good first. */
  receive: recording
    .input(
      withChoices(
        z.strictObject({
          ...move,
          cashAccount: accountCodeSchema.optional(),
          goods: z.strictObject({ account: accountCodeSchema, assetId: idSchema.optional() }).optional(),
        }),
        [{ needs: ['cashAccount'] }, { needs: ['goods'] }],
      ),
    )
    .output(moved),
  /** Goods for the shop were given: they come onto their cards at what they are worth, as capital (33201). */
  receiveGoods: recording
    .input(
      z.strictObject({
        ...goodsHead,
        fundId: idSchema,
        lines: linesOf(z.strictObject({ itemId: idSchema, qty: quantitySchema, amount: amountSchema })),
      }),
    )
    .output(moved.extend({ documentId: z.string(), total: senAnswer })),
  /**
   * Money of the fund was spent as agreed, and what is owed to its donor falls by as much in the same entry: no surplus
   * comes of it. Refuses NEEDS_APPROVAL where a budget line or the fund has less left, unless a second person approves;
   * warns of that, of a day outside the agreement, of money that is not there yet and of another account than the fund's.
   */
  spend: recording
    .input(
      z.strictObject({
        ...move,
        budgetLineId: idSchema,
        cashAccount: accountCodeSchema,
        /** 58201 unless said otherwise; equipment (181xx) stays as capital. */
        account: accountCodeSchema.optional(),
        assetId: idSchema.optional(),
        description: nameSchema(300),
        approvedBy: nameSchema().optional(),
      }),
    )
    .output(moved),
  /** What was not spent goes back to who gave it. */
  refund: recording.input(z.strictObject({ ...move, cashAccount: accountCodeSchema })).output(moved),
  /** The report to the donor; the same figures are the report `fundReport`. */
  report: reading.input(z.strictObject({ fundId: idSchema, asOf: dateSchema.optional() })).output(
    fundWithBudget.extend({
      asOf: z.string(),
      /** What was spent without a budget line: goods in kind. */
      unplanned: senAnswer,
      /** What each voucher spent, a row for each budget line; together they are `spent`. */
      spendings: z.array(
        z.object({
          ...{ entryId: z.string(), voucher: z.string(), date: z.string(), description: z.string() },
          /** Its name; nothing for goods in kind. */
          budgetLine: z.string().nullable(),
          amount: senAnswer,
        }),
      ),
      /**
       * Who let `amount` more be spent than a budget line or the fund had, or a budget line be raised by as much; `date` is
       * the day it was recorded. A raise has no voucher.
       */
      approvals: z.array(
        z.object({
          ...{ entryId: z.string().nullable(), voucher: z.string().nullable(), date: z.string() },
          what: z.enum(['budget_line', 'fund_balance', 'budget_raised']),
          budgetLine: z.string().nullable(),
          amount: senAnswer,
          approvedBy: z.string(),
        }),
      ),
      /** What was laid out and is still to come from the donor. */
      claimed: senAnswer,
      /** Of money that is lent on: who owes how much principal of it, and what of it and its interest is overdue; sen. */
      borrowers: z.array(
        z.object({
          ...{ loanId: z.string(), number: z.string() },
          ...{ memberId: z.string(), memberNumber: z.string(), memberName: z.string() },
          ...{ outstanding: senAnswer, overdue: senAnswer, daysOverdue: z.int() },
        }),
      ),
      /** What the account holds where the money of the fund lies, and whose it is. */
      bank: z.object({
        account: z.string(),
        balance: senAnswer,
        ofFund: senAnswer,
        ofOtherFunds: senAnswer,
        /** What lies there of no fund; below zero some fund's money is missing. */
        rest: senAnswer,
      }),
    }),
  ),
}
