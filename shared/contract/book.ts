import { z } from 'zod'
import { cooperativeSchema } from './cooperative.ts'
import { dateSchema, nameSchema, requestIdSchema, textSchema } from './fields.ts'
import { beforeBook, governing, reading, recording, senAnswer } from './procedure.ts'

const alarm = z.object({
  kind: z.string(),
  entryId: z.string().nullable(),
  voucher: z.string().nullable(),
  detail: z.string(),
})

/** Where the data is and how it fares: the answer to "di mana data saya?". */
const openBook = z.object({
  bookId: z.string(),
  name: z.string(),
  path: z.string(),
  kind: z.enum(['real', 'practice', 'sample']),
  readOnly: z.boolean(),
  entries: z.int(),
  newestDate: z.string().nullable(),
  head: z.object({ number: z.int(), hash: z.string() }),
  lastBackup: z.object({ path: z.string(), at: z.string(), entriesSince: z.int() }).nullable(),
  alarms: z.array(alarm),
})
export type OpenBook = z.infer<typeof openBook>

const status = z.object({
  book: openBook.nullable(),
  today: z.string(),
  program: z.string(),
  folder: z.string(),
  /** False where the door serves one given book only (`lumbung serve <book>`). */
  canSwitch: z.boolean(),
})

const pathSchema = z.string().min(1, 'required').max(4_096, 'too_long')

export const bookContract = {
  status: beforeBook.input(z.strictObject({}).optional()).output(status),
  recent: beforeBook.input(z.strictObject({}).optional()).output(
    z.object({
      rows: z.array(z.object({ path: z.string(), name: z.string(), kind: z.string(), isThere: z.boolean() })),
    }),
  ),
  /** A new book in the program's folder, or at `path`; refuses ALREADY_EXISTS. */
  create: beforeBook
    .input(
      z.strictObject({
        cooperative: cooperativeSchema,
        path: pathSchema.optional(),
        treasurer: textSchema(120).optional(),
      }),
    )
    .output(status),
  open: beforeBook.input(z.strictObject({ path: pathSchema })).output(status),
  /** Opens the sample cooperative, making it first where it is not there yet. */
  openSample: beforeBook.input(z.strictObject({}).optional()).output(status),
  close: beforeBook.input(z.strictObject({}).optional()).output(status),
}

/** Papers and pictures that came along, each content once, and how many are not where they should be. */
const besideBook = z.object({ files: z.int(), missing: z.int() })

const backup = z.object({
  path: z.string(),
  at: z.string(),
  entries: z.int(),
  head: z.object({ number: z.int(), hash: z.string() }),
  attachments: besideBook,
})

export const backupContract = {
  /** A proven copy, in the program's own backup folder or at `path`. */
  now: recording
    .input(z.strictObject({ requestId: requestIdSchema.optional(), path: pathSchema.optional() }).optional())
    .output(backup),
  list: reading.input(z.strictObject({}).optional()).output(
    z.object({
      /** Newest first; `number` counts up with every backup of a book, `entries` is how many vouchers it holds. */
      rows: z.array(z.object({ path: z.string(), number: z.int(), entries: z.int(), at: z.string(), bytes: z.int() })),
    }),
  ),
  verify: reading.input(z.strictObject({ path: pathSchema })).output(
    z.object({
      ok: z.boolean(),
      entries: z.int(),
      head: z.object({ number: z.int(), hash: z.string() }),
      problems: z.array(alarm),
      warnings: z.array(alarm),
    }),
  ),
  /** Puts a backup in the place of the open book, which is moved aside, never thrown away; records why. */
  restore: governing.input(z.strictObject({ path: pathSchema, reason: nameSchema(500) })).output(
    z.object({
      path: z.string(),
      movedAside: z.string(),
      entries: z.int(),
      head: z.object({ number: z.int(), hash: z.string() }),
      attachments: besideBook,
    }),
  ),
}

const series = z.array(z.object({ month: z.string(), amount: senAnswer }))

export const homeContract = {
  /** Beranda: cash, what waits to be done, how the cooperative grows, the last entries. */
  summary: reading.input(z.strictObject({ asOf: dateSchema.optional() }).optional()).output(
    z.object({
      asOf: z.string(),
      cash: z.object({
        total: senAnswer,
        accounts: z.array(z.object({ code: z.string(), name: z.string(), balance: senAnswer })),
        receivedToday: senAnswer,
        spentToday: senAnswer,
      }),
      todo: z.array(
        z.object({
          task: z.enum([
            ...(['mandatory_unpaid', 'instalments_due', 'loans_behind', 'loan_interest', 'loan_allowance'] as const),
            ...(['savings_interest', 'terms_due'] as const),
            ...(['report_late', 'reports_late', 'report_due'] as const),
            ...(['lock_month', 'backup', 'opening_difference', 'cash_count', 'alarm'] as const),
          ]),
          count: z.int(),
          amount: senAnswer.nullable(),
          month: z.string().nullable(),
          /** Of a report that is due or late: which one, about which book year, until when; of several the oldest. */
          report: z.object({ name: z.string(), year: z.int(), dueOn: z.string() }).optional(),
        }),
      ),
      figures: z.array(
        z.object({
          figure: z.enum(['assets', 'own_capital', 'savings', 'members', 'surplus']),
          value: z.int(),
          before: z.int(),
          series,
        }),
      ),
      lastEntries: z.array(
        z.object({
          entryId: z.string(),
          voucher: z.string(),
          date: z.string(),
          description: z.string(),
          total: senAnswer,
          /** What it is about, as `journal.list` says. */
          amount: senAnswer,
        }),
      ),
    }),
  ),
}

export const searchContract = {
  /** Members and vouchers for Ctrl+K, at most twenty. */
  find: reading.input(z.strictObject({ text: textSchema(120) })).output(
    z.object({
      rows: z.array(
        z.object({ kind: z.enum(['member', 'entry']), id: z.string(), title: z.string(), detail: z.string() }),
      ),
    }),
  ),
}
