import { z } from 'zod'
import { loanExcesses } from '../rules/loan-terms.ts'
import { accountCodeSchema } from './accounts.ts'
import { withChoices } from './alternatives.ts'
import { amountSchema, dateSchema, nameSchema, requestIdSchema } from './fields.ts'
import { loanStateSchema } from './loan-terms.ts'
import { counter, idSchema, postedShape, reading, recording, senAnswer } from './procedure.ts'

const naming = { requestId: requestIdSchema, loanId: idSchema }
export const paying = { requestId: requestIdSchema, loanId: idSchema, date: dateSchema, cashAccount: accountCodeSchema }
const waiverSchema = z.strictObject({ amount: amountSchema, reason: nameSchema(500) })

/** Money for a loan: in cash or through a bank, or out of savings of the borrower, who signed for it. */
const bringing = {
  ...paying,
  cashAccount: accountCodeSchema.optional(),
  savingsAccountId: idSchema.optional(),
  /** Penalty that is let off with it, and why. */
  waivePenalty: waiverSchema.optional(),
}
const paidShape = {
  principal: senAnswer,
  interest: senAnswer,
  penalty: senAnswer,
  /** Put by for later instalments, and taken out of what was put by before. */
  held: senAnswer,
  fromHeld: senAnswer,
  outstanding: senAnswer,
}
const paid = z.object({ ...postedShape, ...paidShape, state: loanStateSchema })

/** What is paid on a loan, looked at before and after. */
export const paymentProcedures = {
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
  /** How a payment would be split, and what would be left; refuses what `pay` refuses of amount and day. */
  previewPayment: reading
    .input(
      withChoices(
        z.strictObject({
          ...{ loanId: idSchema, date: dateSchema, amount: amountSchema },
          fromHeld: z.literal(true).optional(),
          excess: z.enum(loanExcesses).optional(),
          waivePenalty: amountSchema.optional(),
        }),
        [{ needs: [], may: ['excess'] }, { needs: ['fromHeld'] }],
      ),
    )
    .output(z.object({ ...paidShape, penaltyLeft: senAnswer })),
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
  /** With `waivePenalty` as if so much penalty were let off. */
  payoffQuote: reading
    .input(z.strictObject({ loanId: idSchema, date: dateSchema, waivePenalty: amountSchema.optional() }))
    .output(
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
}
