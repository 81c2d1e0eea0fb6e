import { z } from 'zod'
import { fewest } from '../rules/small-cells.ts'
import { dateSchema, nameSchema, quarterSchema, textSchema } from './fields.ts'
import { idSchema } from './procedure.ts'

/** What every programme file says first, so that no other file is taken for one. */
export const programFileFormat = 'lumbung-program'
/** The one form that is written and read; described in electron/backend/export/program-file.md. */
export const programFileVersion = 1

/** Larger than any programme file: about forty times what one holds. */
export const programFileBytesMax = 256 * 1024

/** How many files are merged at once: fifty cooperatives for a year. */
export const programFilesMax = 200

/** Sen; bounded so that the sum of all files that may be merged is still exact. */
const moneyMax = 40_000_000_000_000
const money = z.int().min(-moneyMax).max(moneyMax)
const growing = z.strictObject({ start: money, end: money })

/** A count as it may be told; a smaller one is in no file this program writes, and is read from none. */
const told = z.union([z.int().min(fewest).max(1_000_000), z.literal('hidden')])
const counts = z.strictObject({ members: told, borrowers: told, savers: told })

const definition = textSchema(600)

const place = textSchema(120).nullable()

/** What a programme file says, beside its key and its signature. */
export const programContentSchema = z.strictObject({
  format: z.literal(programFileFormat),
  version: z.literal(programFileVersion),
  cooperative: z.strictObject({
    id: idSchema,
    name: nameSchema(),
    registrationNumber: place,
    village: place,
    district: place,
    regency: place,
    province: place,
    /** Of a practice or sample book, whose figures are nobody's. */
    kind: z.enum(['real', 'practice', 'sample']),
  }),
  quarter: quarterSchema,
  /** The day the file was made. */
  madeOn: dateSchema,
  /** The state of the book it was made from: its newest entry, whether its last month is locked, and whether its proofs agree. */
  book: z.strictObject({
    entries: z.int().min(0),
    hash: z.string().regex(/^[0-9a-f]{64}$/),
    isFinal: z.boolean(),
    hasAlarm: z.boolean(),
  }),
  /** On the last day of the quarter. */
  people: z.strictObject({
    total: counts,
    sex: z.strictObject({ female: counts, male: counts }),
    age: z.strictObject({
      ...{ age15: counts, age25: counts, age35: counts, age45: counts, age60: counts },
      ageOther: counts.optional(),
    }),
    disability: z.strictObject({
      ...{ disabled: counts, notDisabled: counts },
      disabilityUnknown: counts.optional(),
    }),
    returnee: z.strictObject({
      ...{ returnee: counts, family: counts, none: counts },
      returneeUnknown: counts.optional(),
    }),
  }),
  /** Sen, at the end of the day before the quarter and of its last day; `granted` within it. */
  money: z.strictObject({ assets: growing, ownCapital: growing, savings: growing, loans: growing, granted: money }),
  definitions: z.strictObject({
    ...{ members: definition, borrowers: definition, savers: definition },
    ...{ age: definition, disability: definition, returnee: definition },
    ...{ assets: definition, ownCapital: definition, savings: definition, loans: definition, granted: definition },
  }),
})
export type ProgramContent = z.infer<typeof programContentSchema>

/** The whole file: its content, the key it was signed with, and the signature over all that stands before it. */
export type ProgramFile = ProgramContent & {
  /** Ed25519 public key, base64 of its 32 bytes. */
  readonly key: string
  /** Base64 of 64 bytes. */
  readonly signature: string
}
