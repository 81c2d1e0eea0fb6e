import { z } from 'zod'
import { defaultChart } from '../rules/default-chart.ts'
import { voucherBooks } from '../rules/entries/draft.ts'
import { accountCodeSchema } from './accounts.ts'
import { amountSchema, dateSchema, monthSchema, nameSchema, requestIdSchema, textSchema } from './fields.ts'
import {
  governing,
  idSchema,
  languageSchema,
  pageOf,
  pageShape,
  postedSchema,
  postedShape,
  reading,
  recording,
  senAnswer,
} from './procedure.ts'

/** What a line may point at. */
export const referencesShape = {
  memberId: idSchema.optional(),
  savingsAccountId: idSchema.optional(),
  loanId: idSchema.optional(),
  partnerId: idSchema.optional(),
  itemId: idSchema.optional(),
  fundId: idSchema.optional(),
  budgetLineId: idSchema.optional(),
  assetId: idSchema.optional(),
  borrowingId: idSchema.optional(),
  personId: idSchema.optional(),
}

/** Which unit's books: Umum `general`, Simpan Pinjam `usp`, Usaha `shop`. */
export const unitSchema = z.enum(['general', 'usp', 'shop'])

/** Where money may stand in the cash-flow statement, whatever its account says. */
export const cashFlowLineSchema = z.enum([...new Set(defaultChart.flatMap(({ cashFlowLine }) => cashFlowLine ?? []))])

/** A journal line: exactly one of debit and credit, in sen. */
const journalLineSchema = z
  .strictObject({
    account: accountCodeSchema,
    debit: amountSchema.optional(),
    credit: amountSchema.optional(),
    ...referencesShape,
    unit: unitSchema.optional(),
    cashFlowLine: cashFlowLineSchema.optional(),
    memo: textSchema(500).optional(),
  })
  .refine((line) => (line.debit === undefined) !== (line.credit === undefined), {
    error: 'one_side_only',
    path: ['debit'],
  })
export type JournalLineInput = z.infer<typeof journalLineSchema>

export const descriptionSchema = nameSchema(500)

const line = z.object({
  account: z.string(),
  name: z.string(),
  debit: senAnswer,
  credit: senAnswer,
  unit: z.string(),
  memberId: z.string().nullable(),
  memberName: z.string().nullable(),
  savingsAccountId: z.string().nullable(),
  loanId: z.string().nullable(),
  partnerId: z.string().nullable(),
  itemId: z.string().nullable(),
  fundId: z.string().nullable(),
  budgetLineId: z.string().nullable(),
  assetId: z.string().nullable(),
  borrowingId: z.string().nullable(),
  personId: z.string().nullable(),
  cashFlowLine: z.string().nullable(),
  memo: z.string().nullable(),
})

const entryShape = {
  entryId: z.string(),
  seq: z.int(),
  voucher: z.string(),
  kind: z.string(),
  date: z.string(),
  description: z.string(),
  unit: z.string(),
  procedure: z.string(),
  hash: z.string(),
  /** The sum of one side. */
  total: senAnswer,
  /** What it is about: money and debts, without the cost of goods that went along. */
  amount: senAnswer,
  reverses: z.object({ entryId: z.string(), voucher: z.string() }).nullable(),
  reversedBy: z.object({ entryId: z.string(), voucher: z.string() }).nullable(),
}

const entry = z.object({
  ...entryShape,
  reason: z.string().nullable(),
  createdAt: z.string(),
  createdBy: z.string(),
  approvedBy: z.string().nullable(),
  prevHash: z.string(),
  lines: z.array(line),
})
export type EntryAnswer = z.infer<typeof entry>

export const journalContract = {
  post: recording
    .input(
      z.strictObject({
        requestId: requestIdSchema,
        date: dateSchema,
        description: descriptionSchema,
        book: z.enum(voucherBooks).optional(),
        unit: unitSchema.optional(),
        lines: z.array(journalLineSchema).min(2, 'too_few_lines').max(10_000, 'too_many_lines'),
      }),
    )
    .output(postedSchema),
  /** A linked mirror entry; the only way to correct. */
  reverse: recording
    .input(z.strictObject({ requestId: requestIdSchema, entryId: idSchema, date: dateSchema, reason: nameSchema(500) }))
    .output(postedSchema),
  /** By id or by voucher name. */
  get: reading
    .input(z.union([z.strictObject({ entryId: idSchema }), z.strictObject({ voucher: textSchema(30) })]))
    .output(entry),
  /** Newest last, in order of day and posting; `order: "newest"` turns it round. */
  list: reading
    .input(
      z.strictObject({
        from: dateSchema.optional(),
        to: dateSchema.optional(),
        account: accountCodeSchema.optional(),
        memberId: idSchema.optional(),
        text: textSchema(120).optional(),
        order: z.enum(['oldest', 'newest']).optional(),
        ...pageShape,
      }),
    )
    .output(pageOf(z.object(entryShape))),
}

const problem = z.object({
  kind: z.string(),
  entryId: z.string().nullable(),
  voucher: z.string().nullable(),
  detail: z.string(),
})

export const ledgerContract = {
  /** Net balance of every account at the end of a day; `beforeClosing` leaves closing entries out. */
  trialBalance: reading
    .input(
      z.strictObject({
        asOf: dateSchema,
        unit: unitSchema.optional(),
        beforeClosing: z.boolean().optional(),
        language: languageSchema.optional(),
      }),
    )
    .output(
      z.object({
        rows: z.array(z.object({ code: z.string(), name: z.string(), debit: senAnswer, credit: senAnswer })),
        totals: z.object({ debit: senAnswer, credit: senAnswer }),
      }),
    ),
  /**
   * An account's register: opening, lines with running balance (positive on the account's normal side), closing.
   * `offset` jumps to any position of a long account.
   */
  account: reading
    .input(
      z.strictObject({
        code: accountCodeSchema,
        from: dateSchema,
        to: dateSchema,
        unit: unitSchema.optional(),
        offset: z.int().min(0).optional(),
        limit: pageShape.limit,
        language: languageSchema.optional(),
      }),
    )
    .output(
      z.object({
        code: z.string(),
        name: z.string(),
        normal: z.string(),
        opening: senAnswer,
        rows: z.array(
          z.object({
            entryId: z.string(),
            voucher: z.string(),
            date: z.string(),
            description: z.string(),
            memberName: z.string().nullable(),
            memo: z.string().nullable(),
            debit: senAnswer,
            credit: senAnswer,
            balance: senAnswer,
          }),
        ),
        count: z.int(),
        totals: z.object({ debit: senAnswer, credit: senAnswer }),
        closing: senAnswer,
      }),
    ),
  verify: reading.input(z.strictObject({}).optional()).output(
    z.object({
      ok: z.boolean(),
      entries: z.int(),
      lines: z.int(),
      head: z.object({ number: z.int(), hash: z.string() }),
      problems: z.array(problem),
      /** What leaves the book whole: attached files that are not beside it. */
      warnings: z.array(problem),
    }),
  ),
}

const periodRow = z.object({
  month: z.string(),
  state: z.enum(['open', 'locked']),
  entries: z.int(),
  at: z.string().nullable(),
  by: z.string().nullable(),
  reason: z.string().nullable(),
})
const periodChange = z.strictObject({
  requestId: requestIdSchema,
  month: monthSchema,
  reason: textSchema(500).optional(),
})

export const periodsContract = {
  /** The months from the first entry or the founding to the current one, newest first. */
  list: reading
    .input(z.strictObject({ year: z.int().min(1900).max(2999).optional() }).optional())
    .output(z.object({ rows: z.array(periodRow) })),
  /** Nothing can be dated into a locked month, by any path. */
  lockMonth: recording.input(periodChange).output(periodRow),
  /** Needs a reason, which is kept. */
  unlockMonth: governing.input(periodChange).output(periodRow),
}

export const openingContract = {
  /** Opening balances; what the lines do not balance stands in 36901 until the rest is entered. */
  post: recording
    .input(
      z.strictObject({
        requestId: requestIdSchema,
        date: dateSchema,
        description: descriptionSchema.optional(),
        unit: unitSchema.optional(),
        lines: z.array(journalLineSchema).min(1, 'too_few_lines').max(10_000, 'too_many_lines'),
      }),
    )
    .output(z.object({ ...postedShape, difference: senAnswer })),
}

export const requestsContract = {
  /** Reverses everything one request did: an import, a run, a collection. */
  undo: recording
    .input(
      z.strictObject({
        requestId: requestIdSchema,
        undoes: requestIdSchema,
        date: dateSchema,
        reason: nameSchema(500),
      }),
    )
    .output(z.object({ entries: z.array(postedSchema), removed: z.int() })),
}
