import { z } from 'zod'
import { accountCodeSchema } from './accounts.ts'
import { amountSchema, countSchema, dateSchema, nameSchema, requestIdSchema, textSchema } from './fields.ts'
import { always } from './issue-words.ts'
import { cashFlowLineSchema, descriptionSchema, referencesShape, unitSchema } from './journal.ts'
import { counter, postedSchema, reading, senAnswer } from './procedure.ts'

const moneyMove = z.strictObject({
  requestId: requestIdSchema,
  date: dateSchema,
  cashAccount: accountCodeSchema,
  description: descriptionSchema,
  /** From or to whom, as the kwitansi says it; kept outside the chain, so that a name can be corrected. */
  party: nameSchema().optional(),
  unit: unitSchema.optional(),
  lines: z
    .array(
      z.strictObject({
        account: accountCodeSchema,
        amount: amountSchema,
        ...referencesShape,
        cashFlowLine: cashFlowLineSchema.optional(),
        memo: textSchema(500).optional(),
      }),
    )
    .min(1, 'too_few_lines')
    .max(1_000, 'too_many_lines'),
})
export type MoneyMove = z.infer<typeof moneyMove>

/** Face values in rupiah, as keys, with the number of notes or coins. */
const denominations = z.record(z.string().regex(/^[1-9]\d{0,6}$/, 'not_a_denomination'), countSchema(0, 1_000_000))

const count = z.object({
  countId: z.string(),
  date: z.string(),
  cashAccount: z.string(),
  counted: senAnswer,
  expected: senAnswer,
  difference: senAnswer,
  countedBy: z.array(z.string()),
  denominations: z.record(z.string(), z.int()),
  reason: z.string().nullable(),
})

/** A count of the cash by denomination, signed by two names, with the reason of a difference. */
export const cashCountShape = {
  denominations,
  countedBy: z.tuple([nameSchema(), nameSchema()], always('two_names')),
  reason: textSchema(500).optional(),
}

export const cashContract = {
  /** Money in: debits the cash or bank account, credits the lines. */
  receive: counter.input(moneyMove).output(postedSchema),
  /** Money out: credits the cash or bank account, debits the lines. */
  spend: counter.input(moneyMove).output(postedSchema),
  transfer: counter
    .input(
      z.strictObject({
        requestId: requestIdSchema,
        date: dateSchema,
        from: accountCodeSchema,
        to: accountCodeSchema,
        amount: amountSchema,
        description: descriptionSchema.optional(),
        unit: unitSchema.optional(),
      }),
    )
    .output(postedSchema),
  /**
   * Counts the cash by denomination, signed by two names; a difference is booked to 48105 or 58102 and needs a reason.
   * A count can not be edited afterwards.
   */
  count: counter
    .input(
      z.strictObject({
        requestId: requestIdSchema,
        date: dateSchema,
        cashAccount: accountCodeSchema,
        ...cashCountShape,
      }),
    )
    .output(count.extend({ entry: postedSchema.nullable(), ...postedSchema.partial().shape })),
  counts: reading
    .input(z.strictObject({ cashAccount: accountCodeSchema.optional() }).optional())
    .output(z.object({ rows: z.array(count.extend({ at: z.string() })) })),
  /** The cash and bank accounts with their balances at the end of a day. */
  accounts: reading.input(z.strictObject({ asOf: dateSchema.optional() }).optional()).output(
    z.object({
      rows: z.array(
        z.object({
          code: z.string(),
          name: z.string(),
          nameEn: z.string(),
          balance: senAnswer,
          isCashOnHand: z.boolean(),
          /** Cash that somebody carries: only the journal can name who, so the money forms leave it out. */
          needsPerson: z.boolean(),
          active: z.boolean(),
        }),
      ),
    }),
  ),
}
