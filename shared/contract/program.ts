import { z } from 'zod'
import { quarterSchema } from './fields.ts'
import { languageSchema, reading, roles } from './procedure.ts'
import { programFilesSchema } from './program-files.ts'
import { statementShape } from './report-answers.ts'

/** Nothing in these names a member, so whoever looks after a programme may call them too. */
const telling = reading.meta({ roles, needsBook: true })

const place = z.string().nullable()

/** Whose file it is, of when, and the code of the key it was signed with, to be compared by telephone. */
const mergedFile = z.object({
  file: z.string(),
  cooperativeId: z.string(),
  cooperative: z.string(),
  ...{ village: place, regency: place },
  quarter: z.string(),
  madeOn: z.string(),
  isFinal: z.boolean(),
  key: z.string(),
  /** True where this machine saw no file of this cooperative before. */
  isNew: z.boolean(),
})

export const programContract = {
  /** Which quarters are over and can be told, newest first, and the code of this book's key; null while it has none. */
  quarters: telling
    .input(z.strictObject({}).optional())
    .output(
      z.object({ rows: z.array(z.object({ quarter: z.string(), isFinal: z.boolean() })), key: z.string().nullable() }),
    ),
  /**
   * The signed file of a quarter that is over: indicators, growth and state of the book, no member's name, no count below
   * five. Described in electron/backend/export/program-file.md.
   */
  export: telling.input(z.strictObject({ quarter: quarterSchema })).output(z.file()),
  /**
   * Several cooperatives' files as one report, in whatever order they come. Refuses a file that is foreign, damaged, forged,
   * of another version or there twice, and one signed with another key than this cooperative's files before
   * (`NOT_ALLOWED program_key_changed`), unless `accept` names the code of that key. Writes nothing into the book.
   */
  merge: telling
    .input(
      z.strictObject({
        files: programFilesSchema,
        accept: z.array(z.string().max(40, 'too_long')).max(50, 'too_many_lines').optional(),
        language: languageSchema.optional(),
      }),
    )
    .output(
      z.object({
        report: z.literal('programConsolidated'),
        ...statementShape,
        files: z.array(mergedFile),
      }),
    ),
}
