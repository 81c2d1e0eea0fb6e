import { z } from 'zod'
import { withChoices } from './alternatives.ts'
import { nameSchema, requestIdSchema, textSchema } from './fields.ts'
import { always } from './issue-words.ts'
import { counter, idSchema, pageOf, pageShape, reading, recording } from './procedure.ts'

/** What papers and pictures are attached to. */
const attachmentSubjects = [
  ...(['fund', 'borrowing', 'loan', 'tradeDocument', 'entry', 'member', 'asset', 'item'] as const),
] as const

const subjectSchema = z.strictObject({ kind: z.enum(attachmentSubjects), id: idSchema })
export type AttachmentSubject = z.infer<typeof subjectSchema>

/** A file of ten megabytes as base64, with some room, so that one that is larger is told its size. */
const base64LengthMax = 15_000_000
const pathLengthMax = 4_096
const itemsAtOnceMax = 1_000
const namePiecesMax = 10_000

const attachment = z.object({
  attachmentId: z.string(),
  subject: z.object({ kind: z.enum(attachmentSubjects), id: z.string() }),
  /** Safe to show and to save under; what the file is stands in `type`, by its content. */
  name: z.string(),
  type: z.enum(['application/pdf', 'image/jpeg', 'image/png', 'image/webp', 'image/heic']),
  bytes: z.int(),
  sha256: z.string(),
  note: z.string().nullable(),
  addedAt: z.string(),
  addedBy: z.string(),
  /** The one picture by which an item is known; others are papers. */
  isPhoto: z.boolean(),
  /** `reason` is what somebody wrote; where the program took it away itself, `code` says why. */
  removed: z
    .object({
      at: z.string(),
      by: z.string(),
      reason: z.string().nullable(),
      code: z.enum(['photo_replaced']).nullable(),
    })
    .nullable(),
  /** Whether its file lies beside the book, as large as it was. */
  state: z.enum(['kept', 'missing', 'changed']),
})

export const attachmentsContract = {
  /**
   * Keeps a copy of a paper or picture beside the book: PDF, JPEG, PNG, WebP or HEIC by content, at most 10 MB. Either the
   * path of a file on this machine, or its name with its content. Refuses a file that is attached there already.
   */
  add: counter
    .input(
      withChoices(
        z.strictObject({
          requestId: requestIdSchema.optional(),
          subject: subjectSchema,
          path: z
            .string(always('not_text'))
            .min(1, 'required')
            .max(pathLengthMax, 'too_long')
            .refine((path) => !path.includes('\0'), 'control_character')
            .optional(),
          name: z.string(always('not_text')).max(namePiecesMax, 'too_long').optional(),
          base64: z.base64(always('not_base64')).max(base64LengthMax, 'file_too_large').optional(),
          note: textSchema(200).optional(),
          /** The item's photo from now on: JPEG, PNG or WebP; the one there was is removed. */
          photo: z.literal(true).optional(),
        }),
        [{ needs: ['path'] }, { needs: ['name', 'base64'] }],
      ),
    )
    .output(attachment),
  /** What is attached, oldest first; with `removed` also what was taken away. */
  list: reading
    .input(z.strictObject({ subject: subjectSchema, removed: z.boolean().optional(), ...pageShape }))
    .output(pageOf(attachment)),
  /** The photo of each of these items that has one. */
  photos: reading
    .input(z.strictObject({ itemIds: z.array(idSchema).max(itemsAtOnceMax, 'too_many_lines') }))
    .output(z.object({ rows: z.array(z.object({ itemId: z.string(), attachmentId: z.string() })) })),
  get: reading.input(z.strictObject({ attachmentId: idSchema })).output(attachment),
  /** The file itself, proven by its hash; refuses one that is gone or that somebody changed. */
  open: reading.input(z.strictObject({ attachmentId: idSchema })).output(z.file()),
  /** Takes it out of the lists. Its row, its file and why stay. */
  remove: recording
    .input(z.strictObject({ requestId: requestIdSchema.optional(), attachmentId: idSchema, reason: nameSchema(200) }))
    .output(attachment),
}
