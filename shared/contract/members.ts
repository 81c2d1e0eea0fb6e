import { z } from 'zod'
import { countSchema, dateSchema, nameSchema, requestIdSchema, textSchema } from './fields.ts'
import { memberExitContract } from './member-exit.ts'
import { memberStandingContract } from './member-standing.ts'
import { idSchema, pageOf, pageShape, reading, recording, senAnswer } from './procedure.ts'

const returnee = z.strictObject({
  status: z.enum(['returnee', 'family', 'none']),
  country: textSchema(60).optional(),
  sector: textSchema(60).optional(),
  years: countSchema(0, 60).optional(),
  returnedOn: dateSchema.optional(),
})

/** The short six-question set: each answered 1 (no difficulty) to 4 (cannot). */
const grade = countSchema(1, 4).optional()
const disability = z.strictObject({
  seeing: grade,
  hearing: grade,
  walking: grade,
  remembering: grade,
  selfCare: grade,
  communicating: grade,
})

const particulars = {
  nationalId: textSchema(30).nullish(),
  birthDate: dateSchema.nullish(),
  phone: textSchema(30).nullish(),
  address: textSchema(200).nullish(),
  hamlet: textSchema(80).nullish(),
  rt: textSchema(5).nullish(),
  rw: textSchema(5).nullish(),
  village: textSchema(80).nullish(),
  district: textSchema(80).nullish(),
  occupation: textSchema(80).nullish(),
  returnee: returnee.nullish(),
  disability: disability.nullish(),
  bpjs: z.enum(['active', 'inactive', 'none']).nullish(),
  consentOn: dateSchema.nullish(),
  note: textSchema(500).nullish(),
}

const sex = z.enum(['female', 'male'])

export const memberInputSchema = z.strictObject({
  number: nameSchema(30),
  name: nameSchema(),
  sex,
  joinedOn: dateSchema,
  ...particulars,
})
export type MemberInput = z.infer<typeof memberInputSchema>

const listed = z.object({
  memberId: z.string(),
  number: z.string(),
  name: z.string(),
  sex,
  hamlet: z.string().nullable(),
  phone: z.string().nullable(),
  joinedOn: z.string(),
  leftOn: z.string().nullable(),
  active: z.boolean(),
  savings: senAnswer,
})
export type MemberRow = z.infer<typeof listed>

const member = z.object({
  memberId: z.string(),
  number: z.string(),
  name: z.string(),
  sex,
  joinedOn: z.string(),
  leftOn: z.string().nullable(),
  active: z.boolean(),
  /** Six of sixteen digits, the rest hidden, unless `revealNationalId` asked for all. */
  nationalId: z.string().nullable(),
  birthDate: z.string().nullable(),
  phone: z.string().nullable(),
  address: z.string().nullable(),
  hamlet: z.string().nullable(),
  rt: z.string().nullable(),
  rw: z.string().nullable(),
  village: z.string().nullable(),
  district: z.string().nullable(),
  occupation: z.string().nullable(),
  returnee: returnee.nullable(),
  disability: disability.nullable(),
  bpjs: z.string().nullable(),
  consentOn: z.string().nullable(),
  note: z.string().nullable(),
  savings: z.array(
    z.object({
      savingsAccountId: z.string(),
      number: z.string(),
      product: z.string(),
      name: z.string(),
      kind: z.string(),
      balance: senAnswer,
      active: z.boolean(),
    }),
  ),
  totals: z.object({ savings: senAnswer }),
})
export type MemberAnswer = z.infer<typeof member>

/** `line` and `column` as the file has them; `reason` is a word, its sentence `error.INVALID_INPUT_<word>`. */
const refusedRow = z.object({
  line: z.int(),
  name: z.string().nullable(),
  reasons: z.array(
    z.object({ column: z.string().nullable(), reason: z.string(), data: z.record(z.string(), z.unknown()) }),
  ),
})

/** A row that would be taken, as far as the screen shows it. */
const soundRow = z.object({
  number: z.string(),
  name: z.string(),
  sex,
  hamlet: z.string().nullable(),
  joinedOn: z.string(),
})

export const membersContract = {
  ...memberStandingContract,
  ...memberExitContract,
  create: recording
    .input(z.strictObject({ requestId: requestIdSchema.optional(), ...memberInputSchema.shape }))
    .output(z.object({ memberId: z.string(), number: z.string(), warnings: z.array(z.string()) })),
  /** Changes what is given; null empties a field. The number stays taken for ever. */
  update: recording
    .input(
      z.strictObject({
        requestId: requestIdSchema.optional(),
        memberId: idSchema,
        number: nameSchema(30).optional(),
        name: nameSchema().optional(),
        sex: sex.optional(),
        joinedOn: dateSchema.optional(),
        ...particulars,
      }),
    )
    .output(z.object({ memberId: z.string(), warnings: z.array(z.string()) })),
  get: reading.input(z.strictObject({ memberId: idSchema, revealNationalId: z.boolean().optional() })).output(member),
  /** In the order of their numbers; every word of `text` must occur somewhere in name, number or hamlet. */
  list: reading
    .input(
      z
        .strictObject({
          text: textSchema(120).optional(),
          status: z.enum(['active', 'left', 'all']).optional(),
          ...pageShape,
        })
        .optional(),
    )
    .output(pageOf(listed).extend({ total: z.int() })),
  nextNumber: reading.input(z.strictObject({}).optional()).output(z.object({ number: z.string() })),
  /**
   * Members from a CSV text or an XLSX file (base64). Sound rows are taken, each refused row says why; `dryRun` only
   * looks. The whole import can be undone with `requests.undo` while nothing stands on its members.
   */
  import: recording
    .input(
      z
        .strictObject({
          requestId: requestIdSchema,
          csv: z.string().max(12_000_000).optional(),
          xlsx: z.base64().max(12_000_000).optional(),
          dryRun: z.boolean().optional(),
        })
        .refine((file) => (file.csv === undefined) !== (file.xlsx === undefined), { error: 'one_file', path: ['csv'] }),
    )
    .output(
      z.object({
        imported: z.int(),
        memberIds: z.array(z.string()),
        refused: z.array(refusedRow),
        columns: z.array(z.object({ heading: z.string(), field: z.string().nullable() })),
        /** The first of the sound rows, where `dryRun` only looked. */
        preview: z.array(soundRow).optional(),
      }),
    ),
}
