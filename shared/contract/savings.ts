import { z } from 'zod'
import { accountCodeSchema } from './accounts.ts'
import { withChoices } from './alternatives.ts'
import { amountSchema, dateSchema, requestIdSchema, senOrZeroSchema, textSchema } from './fields.ts'
import { passbookProcedures } from './passbook.ts'
import { counter, idSchema, pageOf, pageShape, postedShape, reading, senAnswer } from './procedure.ts'
import { savingsInterestProcedures } from './savings-interest.ts'
import { productSchema, savingsProductProcedures } from './savings-products.ts'
import { termDepositProcedures } from './term-deposits.ts'

export type { SavingsProduct } from './savings-products.ts'

const movement = z.strictObject({
  requestId: requestIdSchema,
  savingsAccountId: idSchema,
  date: dateSchema,
  amount: amountSchema,
  cashAccount: accountCodeSchema,
  memo: textSchema(500).optional(),
})
const moved = z.object({ ...postedShape, balance: senAnswer })

/** What of a withdrawal is taken before its time and what that costs, sen. */
const early = {
  free: senAnswer,
  early: senAnswer,
  penalty: senAnswer,
  forfeited: senAnswer,
  paid: senAnswer,
}

/** Into an account, or into a member's account of a product, which is opened on the way where it is missing. */
const deposited = withChoices(
  movement.extend({
    savingsAccountId: idSchema.optional(),
    memberId: idSchema.optional(),
    product: productSchema.optional(),
  }),
  [{ needs: ['savingsAccountId'] }, { needs: ['memberId', 'product'] }],
)

const accountRow = z.object({
  savingsAccountId: z.string(),
  number: z.string(),
  memberId: z.string(),
  memberNumber: z.string(),
  memberName: z.string(),
  product: z.string(),
  productName: z.string(),
  kind: z.string(),
  openedOn: z.string(),
  active: z.boolean(),
  balance: senAnswer,
})

export const savingsContract = {
  ...savingsProductProcedures,
  ...savingsInterestProcedures,
  ...termDepositProcedures,
  ...passbookProcedures,
  open: counter
    .input(z.strictObject({ requestId: requestIdSchema, memberId: idSchema, product: productSchema, date: dateSchema }))
    .output(z.object({ savingsAccountId: z.string(), number: z.string() })),
  deposit: counter.input(deposited).output(moved.extend({ savingsAccountId: z.string() })),
  /**
   * Pokok and wajib cannot be withdrawn while a member (UU 25/1992): refused NOT_ALLOWED. Of other locked savings what
   * is taken before its time is refused or costs what the product says; `paid` is what leaves the cash box.
   */
  withdraw: counter.input(movement.extend({ purpose: textSchema(120).optional() })).output(moved.extend(early)),
  /** What a withdrawal would cost, without doing it. */
  withdrawQuote: reading
    .input(
      z.strictObject({
        savingsAccountId: idSchema,
        date: dateSchema,
        amount: amountSchema,
        purpose: textSchema(120).optional(),
      }),
    )
    .output(z.object(early)),
  card: reading
    .input(z.strictObject({ savingsAccountId: idSchema, from: dateSchema.optional(), to: dateSchema.optional() }))
    .output(
      z.object({
        account: accountRow,
        opening: senAnswer,
        rows: z.array(
          z.object({
            entryId: z.string(),
            date: z.string(),
            voucher: z.string(),
            description: z.string(),
            deposit: senAnswer,
            withdrawal: senAnswer,
            balance: senAnswer,
            /** The voucher this row reverses, and the one that reversed it. */
            reverses: z.string().nullable(),
            reversedBy: z.string().nullable(),
          }),
        ),
        totals: z.object({ deposit: senAnswer, withdrawal: senAnswer }),
        closing: senAnswer,
      }),
    ),
  list: reading
    .input(
      z
        .strictObject({
          memberId: idSchema.optional(),
          product: productSchema.optional(),
          asOf: dateSchema.optional(),
          text: textSchema(120).optional(),
          ...pageShape,
        })
        .optional(),
    )
    .output(pageOf(accountRow).extend({ totals: z.object({ balance: senAnswer }) })),
  /** Simpanan wajib that is due and unpaid: a report, never a receivable. */
  arrears: reading.input(z.strictObject({ asOf: dateSchema, product: productSchema.optional() })).output(
    z.object({
      rows: z.array(
        z.object({
          memberId: z.string(),
          memberNumber: z.string(),
          memberName: z.string(),
          hamlet: z.string().nullable(),
          product: z.string(),
          due: senAnswer,
          paid: senAnswer,
          arrears: senAnswer,
          monthsBehind: z.int(),
          paidUntil: z.string().nullable(),
        }),
      ),
      totals: z.object({ due: senAnswer, paid: senAnswer, arrears: senAnswer }),
    }),
  ),
}

const collected = z.strictObject({
  memberId: idSchema,
  // Keys are taken as they are: two spellings that trimming makes one product would lose an amount.
  savings: z.record(z.string().min(1, 'required').max(40, 'too_long'), amountSchema).optional(),
  loans: z
    .array(
      z.strictObject({
        loanId: idSchema,
        amount: amountSchema.optional(),
        /** Brought beside `amount`, which then pays no penalty; left out, `amount` goes by the agreement's order. */
        penalty: senOrZeroSchema.optional(),
      }),
    )
    .max(20)
    .optional(),
})
export type CollectedRow = z.infer<typeof collected>

export const collectionContract = {
  /**
   * One row per active member with what is due on the day, in the order of the paper form. `due` is all that is to be
   * paid now: of pokok what is left of it, of wajib this month's and what is behind; `arrears` is the part of it from
   * months before this one. Sukarela is never due.
   */
  sheet: reading.input(z.strictObject({ date: dateSchema })).output(
    z.object({
      products: z.array(z.object({ product: z.string(), name: z.string(), kind: z.string() })),
      rows: z.array(
        z.object({
          memberId: z.string(),
          number: z.string(),
          name: z.string(),
          hamlet: z.string().nullable(),
          savings: z.record(
            z.string(),
            z.object({
              due: senAnswer,
              arrears: senAnswer,
              balance: senAnswer,
              savingsAccountId: z.string().nullable(),
            }),
          ),
          /** Loans that run, with what of them fell due by the day. */
          loans: z.array(
            z.object({
              loanId: z.string(),
              number: z.string(),
              due: senAnswer,
              outstanding: senAnswer,
              /** Penalty owed on the day beside what fell due, and what is held for the loan already. */
              penalty: senAnswer,
              held: senAnswer,
            }),
          ),
        }),
      ),
    }),
  ),
  /** A whole meeting as one voucher, deposits and what is paid on loans; all of it is saved or nothing. */
  record: counter
    .input(
      z.strictObject({
        requestId: requestIdSchema,
        date: dateSchema,
        cashAccount: accountCodeSchema,
        rows: z.array(collected).min(1, 'too_few_lines').max(20_000, 'too_many_lines'),
      }),
    )
    .output(z.object({ ...postedShape, total: senAnswer, members: z.int(), opened: z.int() })),
}
