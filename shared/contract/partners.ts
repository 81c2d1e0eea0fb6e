import { z } from 'zod'
import { nameSchema, requestIdSchema, shareSchema, textSchema } from './fields.ts'
import { idSchema, pageOf, pageShape, reading, recording, senAnswer } from './procedure.ts'

const partnerKinds = ['supplier', 'customer', 'maker', 'outlet', 'marketplace'] as const

const particulars = {
  kind: z.enum(partnerKinds),
  phone: textSchema(30).nullish(),
  address: textSchema(200).nullish(),
  taxId: textSchema(30).nullish(),
  /** What a marketplace keeps of a sale, in percent of the price. */
  feePct: shareSchema.optional(),
  /** Whether a marketplace withholds income tax (PPh 22, 0,5 %) for the state. */
  withholdsTax: z.boolean().optional(),
  note: textSchema(500).nullish(),
}

const partner = z.object({
  partnerId: z.string(),
  number: z.string(),
  name: z.string(),
  kind: z.enum(partnerKinds),
  phone: z.string().nullable(),
  address: z.string().nullable(),
  taxId: z.string().nullable(),
  feePct: z.string(),
  withholdsTax: z.boolean(),
  note: z.string().nullable(),
  active: z.boolean(),
})
export type PartnerAnswer = z.infer<typeof partner>

/** Who buys, sells, keeps goods for us or has us keep theirs, and is no member. */
export const partnersContract = {
  create: recording
    .input(
      z.strictObject({
        requestId: requestIdSchema.optional(),
        number: nameSchema(30).optional(),
        name: nameSchema(),
        ...particulars,
      }),
    )
    .output(partner),
  /** Changes what is given; null empties a field. */
  update: recording
    .input(
      z.strictObject({
        requestId: requestIdSchema.optional(),
        partnerId: idSchema,
        name: nameSchema().optional(),
        ...particulars,
        kind: particulars.kind.optional(),
        active: z.boolean().optional(),
      }),
    )
    .output(partner),
  get: reading.input(z.strictObject({ partnerId: idSchema })).output(
    partner.extend({
      /** What she owes for goods, what is owed to her, and what a marketplace holds, sen. */
      balances: z.object({
        receivable: senAnswer,
        payable: senAnswer,
        consignment: senAnswer,
        held: senAnswer,
      }),
    }),
  ),
  list: reading
    .input(
      z
        .strictObject({
          text: textSchema(120).optional(),
          kind: z.enum(partnerKinds).optional(),
          activeOnly: z.boolean().optional(),
          ...pageShape,
        })
        .optional(),
    )
    .output(pageOf(partner)),
}
