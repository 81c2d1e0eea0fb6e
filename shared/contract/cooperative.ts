import { z } from 'zod'
import { dateSchema, nameSchema, requestIdSchema, textSchema } from './fields.ts'
import { reading, recording } from './procedure.ts'

const particulars = {
  foundedOn: dateSchema.nullish(),
  legalEntityNumber: textSchema(120).nullish(),
  coopRegistrationNumber: textSchema(60).nullish(),
  taxId: textSchema(40).nullish(),
  businessId: textSchema(40).nullish(),
  address: textSchema(200).nullish(),
  village: textSchema(80).nullish(),
  district: textSchema(80).nullish(),
  regency: textSchema(80).nullish(),
  province: textSchema(80).nullish(),
  phone: textSchema(40).nullish(),
  coopType: z.enum(['ksp', 'consumer', 'producer', 'marketing', 'service']).nullish(),
  units: z
    .array(z.enum(['general', 'usp', 'shop']))
    .min(1)
    .max(3)
    .optional(),
}

/** What a cooperative says of itself; only the name is required. `units` are the units that are in use. */
export const cooperativeSchema = z.strictObject({ name: nameSchema(), ...particulars })
export type CooperativeInput = z.infer<typeof cooperativeSchema>

const answer = z.object({
  name: z.string(),
  foundedOn: z.string().nullable(),
  legalEntityNumber: z.string().nullable(),
  coopRegistrationNumber: z.string().nullable(),
  taxId: z.string().nullable(),
  businessId: z.string().nullable(),
  address: z.string().nullable(),
  village: z.string().nullable(),
  district: z.string().nullable(),
  regency: z.string().nullable(),
  province: z.string().nullable(),
  phone: z.string().nullable(),
  coopType: z.string().nullable(),
  units: z.array(z.string()),
})
export type CooperativeAnswer = z.infer<typeof answer>

export const cooperativeContract = {
  get: reading.input(z.strictObject({}).optional()).output(answer),
  /** Changes what is given and leaves the rest; null empties a field. */
  update: recording
    .input(z.strictObject({ requestId: requestIdSchema.optional(), name: nameSchema().optional(), ...particulars }))
    .output(answer),
}

const officerRole = z.enum(['chair', 'secretary', 'treasurer', 'supervisor'])
const officers = z.object({ rows: z.array(z.object({ role: officerRole, name: z.string() })) })

/** Who signs the printed papers. */
export const officersContract = {
  list: reading.input(z.strictObject({}).optional()).output(officers),
  set: recording
    .input(
      z.strictObject({
        requestId: requestIdSchema.optional(),
        officers: z.array(z.strictObject({ role: officerRole, name: textSchema(120) })).max(4),
      }),
    )
    .output(officers),
}

export const unitsContract = {
  list: reading.input(z.strictObject({}).optional()).output(
    z.object({
      rows: z.array(z.object({ unit: z.string(), nameId: z.string(), nameEn: z.string(), active: z.boolean() })),
    }),
  ),
}
