import { z } from 'zod'
import { accountCodeSchema } from './accounts.ts'
import { withChoices } from './alternatives.ts'
import { amountSchema, dateSchema, requestIdSchema } from './fields.ts'
import { counter, idSchema, postedShape, reading, recording, senAnswer } from './procedure.ts'

const payment = {
  requestId: requestIdSchema,
  date: dateSchema,
  /** All that is owed on the day unless said otherwise. */
  amount: amountSchema.optional(),
  cashAccount: accountCodeSchema,
}

const byEither = withChoices(
  z.strictObject({ ...payment, memberId: idSchema.optional(), partnerId: idSchema.optional() }),
  [{ needs: ['memberId'] }, { needs: ['partnerId'] }],
)

/** `owed` is what stays open after it, by all that is in the book. */
const paid = z.object({ ...postedShape, amount: senAnswer, owed: senAnswer })

/** By days since it fell due, or since its day where no due date was agreed; sen. */
const agesShape = {
  total: senAnswer,
  notDue: senAnswer,
  days0to30: senAnswer,
  days31to60: senAnswer,
  days61to90: senAnswer,
  over90: senAnswer,
}

const card = {
  account: z.string(),
  memberId: z.string().nullable(),
  partnerId: z.string().nullable(),
  number: z.string(),
  name: z.string(),
  ...agesShape,
  /** Since when the oldest of it is owed; null where more was paid than was owed. */
  oldest: z.string().nullable(),
  /** When the first of what is open falls due; null where that was not agreed. */
  dueOn: z.string().nullable(),
}

const aged = z.object({
  asOf: z.string(),
  rows: z.array(z.object(card)),
  ...agesShape,
  accounts: z.array(z.object({ account: z.string(), total: senAnswer })),
})

const day = z.strictObject({ asOf: dateSchema.optional() }).optional()

/** What is owed for goods, on both sides, and what is paid of it. */
export const tradeDebtsContract = {
  /** A supplier is paid, or a member whose products were bought. Refuses ALREADY_DONE where nothing is owed. */
  pay: recording.input(byEither).output(paid),
  /** A member or a customer pays what was sold on credit. Refuses ALREADY_DONE where nothing is owed. */
  receive: counter.input(byEither).output(paid),
  /** Money a marketplace holds is taken out of it. */
  withdrawMarketplace: recording.input(z.strictObject({ ...payment, partnerId: idSchema })).output(paid),
  /** What is owed to sellers at the end of a day, by its age; what was paid covers what falls due first. */
  payables: reading.input(day).output(aged),
  /** What buyers owe and marketplaces hold at the end of a day, by its age. */
  receivables: reading.input(day).output(aged),
  /** What one owes, or is owed, for goods: the documents it comes from, what falls due first before the others, with what of each is open. */
  debt: reading
    .input(
      withChoices(
        z.strictObject({
          account: accountCodeSchema,
          memberId: idSchema.optional(),
          partnerId: idSchema.optional(),
          asOf: dateSchema.optional(),
        }),
        [{ needs: ['memberId'] }, { needs: ['partnerId'] }],
      ),
    )
    .output(
      z.object({
        ...card,
        asOf: z.string(),
        rows: z.array(
          z.object({
            date: z.string(),
            voucher: z.string(),
            entryId: z.string(),
            description: z.string(),
            /** Null where no document of goods stands behind it. */
            documentId: z.string().nullable(),
            dueOn: z.string().nullable(),
            amount: senAnswer,
            open: senAnswer,
          }),
        ),
        /** What was paid of it, the newest first. */
        payments: z.array(z.object({ date: z.string(), voucher: z.string(), entryId: z.string(), amount: senAnswer })),
      }),
    ),
}
