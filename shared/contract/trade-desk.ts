import { z } from 'zod'
import { dueDaysMax } from '../rules/credit-terms.ts'
import { accountCodeSchema } from './accounts.ts'
import { cashCountShape } from './cash.ts'
import { countSchema, dateSchema, nameSchema, requestIdSchema, senOrZeroSchema, textSchema } from './fields.ts'
import { counter, idSchema, pageOf, pageShape, reading, recording, senAnswer } from './procedure.ts'
import { documentHead } from './trade-document.ts'
import { tradeKinds } from './trade-kinds.ts'

const policy = z.object({
  memberCreditLimit: senAnswer.nullable(),
  saleDueDays: z.int().nullable(),
  purchaseDueDays: z.int().nullable(),
})
const dueDays = countSchema(0, dueDaysMax).nullable().optional()

const shift = z.object({
  shiftId: z.string(),
  cashAccount: z.string(),
  cashier: z.string(),
  date: z.string(),
  openedAt: z.string(),
  closedAt: z.string().nullable(),
  /** What came into the box and went out of it meanwhile, sen. */
  received: senAnswer,
  paid: senAnswer,
  countId: z.string().nullable(),
  counted: senAnswer.nullable(),
  expected: senAnswer.nullable(),
  difference: senAnswer.nullable(),
  reason: z.string().nullable(),
})

const part = { count: z.int(), total: senAnswer }

/** What whoever stands at the counter looks up and signs. */
export const tradeDeskContract = {
  /** By any part of number, name and note; the newest first. `totals` are of all that stand, whatever page is shown. */
  documents: reading
    .input(
      z
        .strictObject({
          text: textSchema(120).optional(),
          from: dateSchema.optional(),
          to: dateSchema.optional(),
          kind: z.enum(tradeKinds).optional(),
          memberId: idSchema.optional(),
          partnerId: idSchema.optional(),
          itemId: idSchema.optional(),
          ...pageShape,
        })
        .optional(),
    )
    .output(pageOf(documentHead).extend({ totals: z.array(z.object({ kind: z.enum(tradeKinds), ...part })) })),
  /** The sales of one day, how they were paid, what was brought back, and what was taken back on it of earlier days. */
  recap: reading.input(z.strictObject({ date: dateSchema })).output(
    z.object({
      date: z.string(),
      ...part,
      discount: senAnswer,
      cash: senAnswer,
      credit: senAnswer,
      marketplace: z.object({ ...part, held: senAnswer, fee: senAnswer, withheld: senAnswer }),
      member: z.object(part),
      nonMember: z.object(part),
      /** Of the total: goods in keeping, and what of them stays here. */
      kept: z.object({ total: senAnswer, commission: senAnswer }),
      returns: z.object({ ...part, cash: senAnswer, kept: senAnswer }),
      /** What the goods that stayed away cost. */
      cost: senAnswer,
      /** Sales and returns of earlier days; cash that went out for them and the cost that is none any more, or came back below zero. */
      takenBack: z.object({ sales: z.object(part), returns: z.object(part), cash: senAnswer, cost: senAnswer }),
      cashAccounts: z.array(z.object({ account: z.string(), received: senAnswer, paid: senAnswer })),
    }),
  ),
  /** A cashier begins at a box; one at a time. */
  openShift: counter
    .input(
      z.strictObject({
        requestId: requestIdSchema,
        date: dateSchema,
        cashAccount: accountCodeSchema,
        cashier: nameSchema(),
      }),
    )
    .output(shift),
  /** Her shift ends with a count of the box, as by `cash.count`. */
  closeShift: counter
    .input(z.strictObject({ requestId: requestIdSchema, date: dateSchema, shiftId: idSchema, ...cashCountShape }))
    .output(shift.extend({ entryId: z.string().nullable(), voucher: z.string().nullable() })),
  shifts: reading
    .input(
      z
        .strictObject({
          cashAccount: accountCodeSchema.optional(),
          from: dateSchema.optional(),
          to: dateSchema.optional(),
        })
        .optional(),
    )
    .output(z.object({ rows: z.array(shift) })),
  policy: reading.input(z.strictObject({}).optional()).output(policy),
  /**
   * How much a member may owe for goods, sen, and in how many days what is sold or bought on credit falls due unless a due
   * date is said; null for no limit and for no due date.
   */
  setPolicy: recording
    .input(
      z.strictObject({
        requestId: requestIdSchema.optional(),
        memberCreditLimit: senOrZeroSchema.nullable().optional(),
        saleDueDays: dueDays,
        purchaseDueDays: dueDays,
      }),
    )
    .output(policy),
}
