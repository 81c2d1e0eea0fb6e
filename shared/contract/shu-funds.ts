import { z } from 'zod'
import { surplusFundAccounts } from '../rules/entries/surplus-distribution.ts'
import { amountSchema, dateSchema, nameSchema, requestIdSchema, senOrZeroSchema, textSchema } from './fields.ts'
import { idSchema, postedShape, reading, recording, senAnswer } from './procedure.ts'
import { yearSchema } from './tax.ts'

/** The funds the meeting fills out of the surplus: what came in, what they were used for, what is left. */
export const shuFundsContract = {
  /** Every fund in a year with all its uses, oldest first; `balance` below zero where more was used than there was. */
  shuFunds: reading.input(z.strictObject({ year: yearSchema })).output(
    z.object({
      year: z.int(),
      funds: z.array(
        z.object({
          account: z.enum(surplusFundAccounts),
          name: z.string(),
          nameEn: z.string(),
          opening: senAnswer,
          added: senAnswer,
          used: senAnswer,
          balance: senAnswer,
        }),
      ),
      uses: z.array(
        z.object({
          entryId: z.string(),
          voucher: z.string(),
          date: z.string(),
          account: z.enum(surplusFundAccounts),
          description: z.string(),
          /** Null where it was written without saying who got it. */
          paidTo: z.string().nullable(),
          /** What left the fund, tax withheld with it. */
          amount: senAnswer,
        }),
      ),
    }),
  ),
  /**
   * Pays out of a fund; what is withheld as income tax (`tax`) is owed to the state. More than there is on that day or a
   * later one needs a second person and answers the warning `shu_fund_below_zero`.
   */
  spendShuFund: recording
    .input(
      z.strictObject({
        requestId: requestIdSchema,
        date: dateSchema,
        account: z.enum(surplusFundAccounts),
        amount: amountSchema,
        tax: senOrZeroSchema.optional(),
        cashAccount: idSchema,
        description: textSchema(500).min(1, 'required'),
        paidTo: nameSchema(),
        approvedBy: nameSchema().optional(),
      }),
    )
    .output(
      z.object({
        ...postedShape,
        /** What is left in the fund on that day and later. */
        balance: senAnswer,
      }),
    ),
}
