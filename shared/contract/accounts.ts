import { z } from 'zod'
import { nameSchema, requestIdSchema, textSchema } from './fields.ts'
import { reading, recording } from './procedure.ts'

/** A five-digit account code; the first digit tells the class. */
export const accountCodeSchema = z.string().regex(/^[1-9]\d{4}$/, 'not_an_account_code')

const subledgers = ['savings', 'loan', 'member', 'partner', 'borrowing', 'fund', 'item', 'asset', 'person'] as const

/** A new account that takes entries. */
export const accountInputSchema = z.strictObject({
  code: accountCodeSchema,
  nameId: nameSchema(),
  nameEn: nameSchema().optional(),
  type: z.enum(['asset', 'liability', 'equity', 'income', 'expense']),
  normal: z.enum(['debit', 'credit']),
  parent: accountCodeSchema,
  cashFlow: z.enum(['cash', 'operating', 'investing', 'financing', 'interunit', 'none']).optional(),
  cashFlowLine: textSchema(40).optional(),
  reportLine: textSchema(10).optional(),
  subledger: z.enum(subledgers).optional(),
  note: textSchema(200).optional(),
})
export type AccountInput = z.infer<typeof accountInputSchema>

const account = z.object({
  code: z.string(),
  nameId: z.string(),
  nameEn: z.string(),
  type: z.string(),
  normal: z.string(),
  parent: z.string().nullable(),
  postable: z.boolean(),
  subledger: z.string().nullable(),
  cashFlow: z.string(),
  cashFlowLine: z.string().nullable(),
  reportLine: z.string().nullable(),
  note: z.string().nullable(),
  active: z.boolean(),
})
export type AccountAnswer = z.infer<typeof account>

const refusedRow = z.object({ line: z.int(), reason: z.string(), data: z.record(z.string(), z.unknown()) })

export const accountsContract = {
  list: reading
    .input(z.strictObject({ activeOnly: z.boolean().optional(), postableOnly: z.boolean().optional() }).optional())
    .output(z.object({ rows: z.array(account) })),
  /** A new account below a heading; cash-flow class and report line are the parent's neighbours' unless given. */
  create: recording
    .input(z.strictObject({ requestId: requestIdSchema.optional(), ...accountInputSchema.shape }))
    .output(account),
  /** Renames; code, type and side stay for ever. */
  update: recording
    .input(
      z.strictObject({
        requestId: requestIdSchema.optional(),
        code: accountCodeSchema,
        nameId: nameSchema().optional(),
        nameEn: nameSchema().optional(),
        cashFlowLine: textSchema(40).nullish(),
        reportLine: textSchema(10).nullish(),
        note: textSchema(200).nullish(),
        active: z.literal(true).optional(),
      }),
    )
    .output(account),
  /** Takes an account out of use; refused NOT_ALLOWED while it carries a balance. */
  deactivate: recording
    .input(z.strictObject({ requestId: requestIdSchema.optional(), code: accountCodeSchema }))
    .output(account),
  /**
   * Adds the accounts of a chart file: its columns as in the default chart, `code`, `name_id`, `type`, `normal` and
   * `parent` at least. Each refused row says why, an existing code too.
   */
  import: recording
    .input(z.strictObject({ requestId: requestIdSchema.optional(), csv: z.string().min(1).max(2_000_000) }))
    .output(z.object({ imported: z.int(), refused: z.array(refusedRow) })),
}
