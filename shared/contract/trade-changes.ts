import { z } from 'zod'
import { accountCodeSchema } from './accounts.ts'
import {
  amountSchema,
  dateSchema,
  nameSchema,
  quantityOrZeroSchema,
  quantitySchema,
  senOrZeroSchema,
  textSchema,
} from './fields.ts'
import { always } from './issue-words.ts'
import { itemKinds } from './items.ts'
import { idSchema, postedShape, reading, recording, senAnswer } from './procedure.ts'
import { goodsHead, linesOf, quantities } from './trade-fields.ts'
import { stockReasons } from './trade-kinds.ts'

/** With its voucher where something is worth more or less by it, else with a number of its own. */
const numbered = {
  documentId: z.string(),
  number: z.string(),
  entryId: z.string().nullable(),
  voucher: z.string().nullable(),
  date: z.string(),
  warnings: z.array(z.string()),
}

const counted = linesOf(
  z.strictObject({
    itemId: idSchema,
    counted: quantityOrZeroSchema,
    reason: z.enum(stockReasons).optional(),
  }),
)

/** What a count comes to. */
const found = {
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
}

/** Products with what all of each cost, sen. */
const costedProducts = z.array(z.object({ itemId: z.string(), qty: z.int(), cost: senAnswer }))

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
        lines: counted,
      }),
    )
    .output(z.object({ ...numbered, ...found })),
  /** What `stockTake` would book, and what it would warn of; nothing is kept. */
  previewStockTake: reading
    .input(z.strictObject({ date: dateSchema, locationId: idSchema.optional(), lines: counted }))
    .output(z.object({ ...found, warnings: z.array(z.string()) })),
  /** All that can be counted at a place, with what the book says is there at the end of a day; in the order of their numbers. */
  countSheet: reading
    .input(z.strictObject({ locationId: idSchema.optional(), asOf: dateSchema.optional() }).optional())
    .output(
      z.object({
        asOf: z.string(),
        locationId: z.string(),
        rows: z.array(
          z.object({
            itemId: z.string(),
            number: z.string(),
            name: z.string(),
            kind: z.enum(itemKinds),
            unitName: z.string(),
            barcode: z.string().nullable(),
            ownerName: z.string().nullable(),
            expected: z.int(),
          }),
        ),
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
        products: costedProducts,
      }),
    ),
  /** What `produce` would make of them, and what the materials cost; nothing is kept. */
  previewProduction: reading
    .input(
      z.strictObject({
        date: dateSchema,
        locationId: idSchema.optional(),
        materials: quantities,
        /** Not yet said from where: what is paid counts all the same. */
        costs: z
          .array(z.strictObject({ account: accountCodeSchema.optional(), amount: amountSchema }))
          .max(50, 'too_many_lines')
          .optional(),
        products: quantities,
      }),
    )
    .output(z.object({ materials: senAnswer, total: senAnswer, products: costedProducts })),
}
