import { z } from 'zod'
import { dateSchema } from './fields.ts'
import { itemKinds } from './items.ts'
import { idSchema, reading, senAnswer } from './procedure.ts'
import { tradeKinds } from './trade-kinds.ts'

/** Thousandths, and sen at cost. */
const there = z.object({ qty: z.int(), value: senAnswer })

/** How much there is of goods, and what they are worth. */
export const tradeStockContract = {
  /**
   * The card of an item: what came, what went and what is there after it. With a place quantities alone: goods are worth
   * the same wherever they lie, and what goes from one place to another is seen only there.
   */
  stockCard: reading
    .input(
      z.strictObject({
        itemId: idSchema,
        from: dateSchema.optional(),
        to: dateSchema.optional(),
        locationId: idSchema.optional(),
      }),
    )
    .output(
      z.object({
        itemId: z.string(),
        number: z.string(),
        name: z.string(),
        kind: z.enum(itemKinds),
        costing: z.string(),
        unitName: z.string(),
        from: z.string(),
        to: z.string(),
        opening: there,
        rows: z.array(
          z.object({
            date: z.string(),
            number: z.string(),
            /** `journal` where an entry alone changed what goods are worth. */
            kind: z.enum([...tradeKinds, 'journal']),
            /** Takes the document back. */
            isReversal: z.boolean(),
            documentId: z.string().nullable(),
            partyName: z.string().nullable(),
            in: z.int(),
            out: z.int(),
            /** What came or went was worth; with neither what was added to the value, or taken off it. */
            cost: senAnswer,
            qtyAfter: z.int(),
            valueAfter: senAnswer,
          }),
        ),
        closing: there,
      }),
    ),
  /** All goods at the end of a day with what they are worth; what has neither quantity nor value is left out. */
  valuation: reading.input(z.strictObject({ asOf: dateSchema.optional() }).optional()).output(
    z.object({
      asOf: z.string(),
      rows: z.array(
        z.object({
          itemId: z.string(),
          number: z.string(),
          name: z.string(),
          kind: z.enum(itemKinds),
          unitName: z.string(),
          ...there.shape,
        }),
      ),
      value: senAnswer,
      accounts: z.array(z.object({ account: z.string(), total: senAnswer })),
    }),
  ),
}
