import { z } from 'zod'
import { accountCodeSchema } from './accounts.ts'
import { amountSchema, dateSchema, nameSchema, requestIdSchema, senOrZeroSchema, textSchema } from './fields.ts'
import { guaranteeAnswer } from './member-standing.ts'
import { counter, idSchema, postedSchema, postedShape, reading, recording, senAnswer } from './procedure.ts'

const reason = z.enum(['resigned', 'died', 'expelled', 'moved'])
export type ExitReason = z.infer<typeof reason>

/** Who takes the money of a member who died, and the paper that says so. */
const heirShape = { name: nameSchema(), relation: nameSchema(60), document: nameSchema(120) }
const heir = z.object({ name: z.string(), relation: z.string(), document: z.string() })

/** What settles a loan on the day, what of it her money pays, and what stays open, sen. */
const settledLoan = z.object({
  loanId: z.string(),
  number: z.string(),
  principal: senAnswer,
  interest: senAnswer,
  penalty: senAnswer,
  paid: senAnswer,
  left: senAnswer,
})

const sheetShape = {
  savings: z.array(
    z.object({
      savingsAccountId: z.string(),
      number: z.string(),
      product: z.string(),
      name: z.string(),
      account: z.string(),
      balance: senAnswer,
    }),
  ),
  /** Term deposits among them, ended with the leaving: interest before tax, its tax, and what closing early costs. */
  terms: z.array(
    z.object({
      savingsAccountId: z.string(),
      number: z.string(),
      interest: senAnswer,
      tax: senAnswer,
      penalty: senAnswer,
    }),
  ),
  /** SHU not yet collected (25101) and instalments held for her (21401). */
  shu: senAnswer,
  held: senAnswer,
  lossShare: senAnswer,
  /** What she bought on credit (14101). */
  receivable: senAnswer,
  loans: z.array(settledLoan),
  /** Loans that were written off, with what may still be claimed and what her money pays of it, sen. */
  writtenOff: z.array(z.object({ loanId: z.string(), number: z.string(), claim: senAnswer, paid: senAnswer })),
  /** `hers` less `owed` is what is paid to her, or what is short. */
  totals: z.object({ hers: senAnswer, owed: senAnswer, payable: senAnswer, short: senAnswer }),
}
const sheet = z.object(sheetShape)
export type SettlementSheet = z.infer<typeof sheet>

const who = { memberId: z.string(), number: z.string(), name: z.string(), joinedOn: z.string() }

const statement = z.object({
  ...who,
  ...sheetShape,
  date: z.string(),
  reason,
  note: z.string().nullable(),
  heir: heir.nullable(),
  /** What undoes it: `requests.undo`. */
  requestId: z.string(),
  entryId: z.string().nullable(),
  voucher: z.string().nullable(),
  payments: z.array(
    z.object({
      entryId: z.string(),
      voucher: z.string(),
      date: z.string(),
      amount: senAnswer,
      receivedBy: z.string().nullable(),
    }),
  ),
  /** What is still to be paid to her now. */
  due: senAnswer,
})
export type ExitStatement = z.infer<typeof statement>

export const memberExitContract = {
  /** The settlement sheet of a member as of a day, before anything is decided. */
  exitQuote: reading
    .input(
      z.strictObject({
        ...{ memberId: idSchema, date: dateSchema, lossShare: senOrZeroSchema.optional() },
        payWrittenOff: z.boolean().optional(),
      }),
    )
    .output(
      z.object({
        ...{ ...who, ...sheetShape },
        date: z.string(),
        guarantees: z.array(guaranteeAnswer),
        warnings: z.array(z.string()),
      }),
    ),
  /**
   * A member leaves: the sheet of the day is posted, her savings accounts are closed, she is a member no more. Who
   * resigns or moves must be able to pay what she owes; who died or is expelled may leave a loan open, which is pursued.
   */
  exit: recording
    .input(
      z.strictObject({
        requestId: requestIdSchema,
        memberId: idSchema,
        date: dateSchema,
        reason,
        note: textSchema(500).optional(),
        /** Needed where she died, and only there. */
        heir: z.strictObject(heirShape).optional(),
        /** A share of the cooperative's losses, where the bylaws ask for it. */
        lossShare: senOrZeroSchema.optional(),
        /** What is left of her money pays of loans that were written off, as she signed. */
        payWrittenOff: z.boolean().optional(),
      }),
    )
    // A leaving without any money writes no entry.
    .output(
      z.object({
        ...postedSchema.partial().shape,
        date: z.string(),
        warnings: z.array(z.string()),
        entry: postedSchema.nullable(),
        ...sheetShape,
      }),
    ),
  /** Pays what is still owed to who left, all of it or a part. */
  payExit: counter
    .input(
      z.strictObject({
        requestId: requestIdSchema,
        memberId: idSchema,
        date: dateSchema,
        amount: amountSchema.optional(),
        cashAccount: accountCodeSchema,
        /** Who signs for it; the heir where nobody else is named. */
        receivedBy: nameSchema().optional(),
      }),
    )
    .output(z.object({ ...postedShape, paid: senAnswer, due: senAnswer })),
  /** The settlement as it was posted, with what was paid of it since. */
  exitStatement: reading.input(z.strictObject({ memberId: idSchema })).output(statement),
}
