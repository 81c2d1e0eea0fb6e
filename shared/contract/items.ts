import { z } from 'zod'
import { withChoices } from './alternatives.ts'
import {
  nameSchema,
  quantityOrZeroSchema,
  requestIdSchema,
  senOrZeroSchema,
  shareSchema,
  textSchema,
} from './fields.ts'
import { idSchema, pageOf, pageShape, reading, recording, senAnswer } from './procedure.ts'

export const itemKinds = ['merchandise', 'member_product', 'material', 'finished', 'consigned', 'service'] as const
const costMethods = ['moving_average', 'fifo'] as const

const terms = {
  unitName: nameSchema(20).optional(),
  /** Sen per unit; without a price for members they pay what others pay. */
  priceOther: senOrZeroSchema.optional(),
  priceMember: senOrZeroSchema.optional(),
  /** Thousandths below which it is to be bought again. */
  minimum: quantityOrZeroSchema.optional(),
  barcode: nameSchema(60).nullish(),
  /** What of the price stays here when goods in keeping are sold, in percent. */
  commissionPct: shareSchema.optional(),
  note: textSchema(500).nullish(),
}

const item = z.object({
  itemId: z.string(),
  number: z.string(),
  name: z.string(),
  kind: z.enum(itemKinds),
  costing: z.enum(costMethods),
  unitName: z.string(),
  priceOther: senAnswer,
  priceMember: senAnswer,
  minimum: z.int(),
  barcode: z.string().nullable(),
  ownerMemberId: z.string().nullable(),
  ownerPartnerId: z.string().nullable(),
  ownerName: z.string().nullable(),
  commissionPct: z.string().nullable(),
  note: z.string().nullable(),
  active: z.boolean(),
})

/** With what there is of it: thousandths, and sen at cost; and how much of it lies where, no place without any. */
const stocked = item.extend({
  qty: z.int(),
  value: senAnswer,
  places: z.array(z.object({ locationId: z.string(), qty: z.int() })),
  /** Of goods of which none are there: what came in last and cost, to tell an unusual price by; nothing before the first. */
  lastBought: z.object({ qty: z.int(), value: senAnswer }).nullable(),
})
export type ItemAnswer = z.infer<typeof stocked>

/** What is traded: goods of the cooperative, goods kept for members and others, services. */
export const itemsContract = {
  create: recording
    .input(
      withChoices(
        z.strictObject({
          requestId: requestIdSchema.optional(),
          number: nameSchema(30).optional(),
          name: nameSchema(),
          kind: z.enum(itemKinds).optional(),
          costing: z.enum(costMethods).optional(),
          ...terms,
          ownerMemberId: idSchema.optional(),
          ownerPartnerId: idSchema.optional(),
        }),
        [{ needs: [] }, { needs: ['ownerMemberId'] }, { needs: ['ownerPartnerId'] }],
      ),
    )
    // `no_commission`: goods in keeping of whose price nobody said what stays here, so nothing does.
    .output(stocked.extend({ warnings: z.array(z.string()) })),
  /** Changes what is given; what an item is, and whose, never changes. */
  update: recording
    .input(
      z.strictObject({
        requestId: requestIdSchema.optional(),
        itemId: idSchema,
        name: nameSchema().optional(),
        costing: z.enum(costMethods).optional(),
        active: z.boolean().optional(),
        ...terms,
      }),
    )
    .output(stocked),
  get: reading.input(z.strictObject({ itemId: idSchema })).output(stocked),
  /**
   * By any part of name and number, or by the whole barcode, which comes first; in the order of their numbers. Kinds and
   * owner are asked before the page is cut.
   */
  list: reading
    .input(
      z
        .strictObject({
          text: textSchema(120).optional(),
          kind: z.enum(itemKinds).optional(),
          /** Any of these. */
          kinds: z.array(z.enum(itemKinds)).min(1).max(itemKinds.length).optional(),
          ownerMemberId: idSchema.optional(),
          ownerPartnerId: idSchema.optional(),
          activeOnly: z.boolean().optional(),
          belowMinimum: z.boolean().optional(),
          ...pageShape,
        })
        .optional(),
    )
    .output(pageOf(stocked)),
}
