import { z } from 'zod'
import { languageSchema } from './procedure.ts'

export const receiptFormats = ['58mm', '80mm', 'A4'] as const
export const receiptFormatSchema = z.enum(receiptFormats)

/** Finished text, from above: a screen draws it and adds nothing. */
export const pictureSchema = z.object({
  /** Of the file. */
  name: z.string(),
  head: z.array(z.string()),
  title: z.string(),
  subtitle: z.string(),
  particulars: z.array(z.object({ title: z.string(), text: z.string() })),
  tables: z.array(
    z.object({
      title: z.string().nullable(),
      /** How many earlier rows are left out, as a sentence. */
      omitted: z.string().nullable(),
      columns: z.array(z.object({ title: z.string(), isFigure: z.boolean() })),
      rows: z.array(z.object({ isSum: z.boolean(), cells: z.array(z.string()) })),
    }),
  ),
  notes: z.array(z.string()),
  warnings: z.array(z.string()),
  /** The word across a paper that must not be taken for a valid one. */
  mark: z.string().nullable(),
  code: z.string(),
})
export type Picture = z.infer<typeof pictureSchema>

/** How far a book is: waiting, or so many reports read, chapters planned or pages drawn of so many. */
export const bookProgressSchema = z.object({
  stage: z.enum(['waiting', 'reading', 'planning', 'drawing']),
  done: z.int(),
  of: z.int(),
  /** Of the whole work, by what each stage takes. */
  pct: z.int(),
})
export type BookProgress = z.infer<typeof bookProgressSchema>

const cell = z.union([z.string(), z.int(), z.null()])

/**
 * Money cells are sen, dates `YYYY-MM-DD`, decimals and percents decimal strings; the screen, the page and the spreadsheet show the same rows. Beside its cells
 * a row has `kind`, `level` and links: `entryId`, `account`, `accounts` (codes with blanks between), `memberId`.
 */
const table = {
  columns: z.array(
    z.object({
      key: z.string(),
      title: z.string(),
      kind: z.enum(['text', 'code', 'date', 'money', 'number', 'quantity', 'decimal', 'percent']),
      /** The days whose entries lie behind the figures of the column; of balances, those of the year they stand in. */
      days: z.object({ from: z.string(), to: z.string() }).optional(),
    }),
  ),
  rows: z.array(z.record(z.string(), cell)),
}

const text = z.string()

const titled = { title: text, text }
const signer = z.object({ role: text, name: text.nullable(), hasStamp: z.boolean() })
const label = z.object({ head: text, code: text, title: text, lines: z.array(text) })

/** What stands before or after the table: sentences, a lesser table with columns of its own, a slip to be cut off, or labels to stick on. */
const part = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['heading', 'paragraph']), text }),
  z.object({ kind: z.literal('clause'), label: text, text }),
  z.object({ kind: z.literal('fact'), ...titled }),
  z.object({ kind: z.literal('table'), title: text, ...table }),
  z.object({
    ...{ kind: z.literal('slip'), head: text, title: text, subtitle: text },
    facts: z.array(z.object(titled)),
    ...table,
    ...{ words: z.object(titled), note: text.optional(), signer },
  }),
  z.object({
    ...{ kind: z.literal('bars'), title: text, unit: z.enum(['money', 'number']) },
    bars: z.array(z.object({ label: text, amount: z.int() })),
  }),
  z.object({ kind: z.literal('labels'), labels: z.array(label) }),
])

/** What every report is made of, beside its name. */
export const statementShape = {
  language: languageSchema,
  title: z.string(),
  subtitle: z.string(),
  /** The day the report speaks of. */
  date: z.string(),
  /** What tells it from others of its kind in a file's name. */
  label: z.string(),
  /** What stands above the table of a card or a voucher. */
  particulars: z.array(z.object({ key: z.string(), title: z.string(), text: z.string() })),
  before: z.array(part).optional(),
  ...table,
  after: z.array(part).optional(),
  totals: z.record(z.string(), z.int()),
  notes: z.array(z.string()),
  /** Who signs where that is more than officers. */
  signers: z.array(signer).optional(),
  /** True while a meeting has still to decide it. */
  isProposal: z.boolean().optional(),
  /** What it is printed on, where its kind of paper is printed on more than one. */
  paper: receiptFormatSchema.optional(),
}
