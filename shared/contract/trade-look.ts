import { z } from 'zod'
import { buyerKinds, lookGroups } from '../rules/sales-look.ts'
import { dateSchema } from './fields.ts'
import { reading, senAnswer } from './procedure.ts'

export const lookGroupSchema = z.enum(lookGroups)
export const buyerKindSchema = z.enum(buyerKinds)

const figures = {
  /** What buyers paid or owe, for goods in keeping too. */
  paid: senAnswer,
  /** Income before and after what came back; of goods in keeping the commission alone. */
  gross: senAnswer,
  returned: senAnswer,
  revenue: senAnswer,
  cost: senAnswer,
  margin: senAnswer,
  /** Of the revenue; null where there is none. */
  marginPct: z.string().nullable(),
}

/** How the shop does. */
export const tradeLookContract = {
  /**
   * Sales of a time by item, channel, month, maker or kind of buyer, returns taken off, as the journal has them. `buyer`
   * narrows them to members or to others. Refuses INVALID_INPUT for a time that ends before it begins.
   */
  salesLook: reading
    .input(z.strictObject({ from: dateSchema, to: dateSchema, by: lookGroupSchema, buyer: buyerKindSchema.optional() }))
    .output(
      z.object({
        rows: z.array(
          z.object({
            /** The id of an item or maker, a month, a channel, a kind of buyer; `own` goods, or `other` than goods. */
            key: z.string(),
            code: z.string().nullable(),
            name: z.string().nullable(),
            unitName: z.string().nullable(),
            /** Thousandths of one item; null where units differ. */
            qty: z.int().nullable(),
            ...figures,
          }),
        ),
        totals: z.object(figures),
      }),
    ),
}
