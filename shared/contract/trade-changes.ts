import { z } from 'zod'
import { accountCodeSchema } from './accounts.ts'
import { amountSchema, countSchema, nameSchema, quantitySchema, senOrZeroSchema, textSchema } from './fields.ts'
import { always } from './issue-words.ts'
import { idSchema, postedShape, recording, senAnswer } from './procedure.ts'
import { goodsHead, linesOf, quantities } from './trade-fields.ts'

const stockReasons = ['lost', 'damaged', 'expired', 'counting', 'own_use'] as const

/** With its voucher where something is worth more or less by it, else with a number of its own. */
const numbered = {
  documentId: z.string(),
  number: z.string(),
  entryId: z.string().nullable(),
  voucher: z.string().nullable(),
  date: z.string(),
  warnings: z.array(z.string()),
}

/** Goods that come, go and change without being bought or sold. */
export const tradeChangesContract = {
  /** Goods taken over from the paper books, against 36901; of goods in keeping the quantity alone. */
  openingStock: recording
    .input(
      z.strictObject({
        ...goodsHead,
        lines: linesOf(
          z.strictObject({
            itemId: idSchema,
            qty: quantitySchema,
            /** What all of it cost, sen. */
            cost: senOrZeroSchema.optional(),
          }),
        ),
      }),
    )
    .output(z.object({ ...numbered, total: senAnswer })),
  /**
   * Goods counted at one place at the end of a day, signed by two names. A difference is booked by its reason (`counting`
   * unless said otherwise), and a count that agrees is kept too.
   */
  stockTake: recording
    .input(
      z.strictObject({
        ...goodsHead,
        countedBy: z.tuple([nameSchema(), nameSchema()], always('two_names')),
        lines: linesOf(
          z.strictObject({
            itemId: idSchema,
            counted: countSchema(0, 1_000_000_000_000),
            reason: z.enum(stockReasons).optional(),
          }),
        ),
      }),
    )
    .output(
      z.object({
        ...numbered,
        lines: z.array(
          z.object({
            itemId: z.string(),
            expected: z.int(),
            counted: z.int(),
            difference: z.int(),
            /** What the difference is worth: below zero where goods are missing. */
            cost: senAnswer,
          }),
        ),
        value: senAnswer,
      }),
    ),
  /**
   * Materials and money become products: what both cost is shared by what the products are sold for, or by their
   * quantities where one of them has no price.
   */
  produce: recording
    .input(
      z.strictObject({
        ...goodsHead,
        materials: quantities,
        /** Paid for making them, each from a cash account. */
        costs: z
          .array(z.strictObject({ account: accountCodeSchema, amount: amountSchema, memo: textSchema(500).optional() }))
          .max(50, 'too_many_lines')
          .optional(),
        products: quantities,
      }),
    )
    .output(
      z.object({
        ...postedShape,
        documentId: z.string(),
        total: senAnswer,
        products: z.array(z.object({ itemId: z.string(), qty: z.int(), cost: senAnswer })),
      }),
    ),
}
