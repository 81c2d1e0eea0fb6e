import { z } from 'zod'
import { countSchema, requestIdSchema } from './fields.ts'
import { counter, idSchema, reading, senAnswer } from './procedure.ts'

/** Where a book in hand has its next free line. */
export const passbookPlaceSchema = z.strictObject({ page: countSchema(1, 999), line: countSchema(1, 80) })

const row = z.object({
  page: z.int(),
  line: z.int(),
  /** Null for the balance a new book begins with. */
  entryId: z.string().nullable(),
  date: z.string(),
  voucher: z.string().nullable(),
  code: z.enum(['opening', 'deposit', 'withdrawal', 'interest', 'correction', 'carried']),
  deposit: senAnswer,
  withdrawal: senAnswer,
  balance: senAnswer,
  /** Who recorded it. */
  officer: z.string(),
})
export type PassbookRow = z.infer<typeof row>

export const passbookProcedures = {
  /**
   * The lines of a passbook that were not printed yet, each with its place, in the order they were recorded. `startAt`
   * says where the book in hand has its next free line, should it not be where the last printing ended.
   */
  passbook: reading
    .input(z.strictObject({ savingsAccountId: idSchema, startAt: passbookPlaceSchema.optional() }))
    .output(
      z.object({
        savingsAccountId: z.string(),
        number: z.string(),
        memberNumber: z.string(),
        memberName: z.string(),
        productName: z.string(),
        linesPerPage: z.int(),
        /** The last line that was printed; line 0 of page 1 in a new book. */
        printed: z.object({ page: z.int(), line: z.int() }),
        rows: z.array(row),
        balance: senAnswer,
      }),
    ),
  /** Notes that so many of these lines now stand in the book; undone by its request where the paper got stuck. */
  passbookPrinted: counter
    .input(
      z.strictObject({
        requestId: requestIdSchema,
        savingsAccountId: idSchema,
        lines: countSchema(1, 10_000),
        startAt: passbookPlaceSchema.optional(),
      }),
    )
    .output(z.object({ page: z.int(), line: z.int(), left: z.int() })),
  /** A new book: its first line carries the balance of the last line printed, what came before is not printed again. */
  passbookRenewed: counter
    .input(z.strictObject({ requestId: requestIdSchema, savingsAccountId: idSchema }))
    .output(z.object({ page: z.int(), line: z.int(), left: z.int() })),
}
