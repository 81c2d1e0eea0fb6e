import { z } from 'zod'
import { accountCodeSchema } from './accounts.ts'
import { withChoices } from './alternatives.ts'
import {
  amountSchema,
  dateSchema,
  nameSchema,
  quantitySchema,
  requestIdSchema,
  senOrZeroSchema,
  textSchema,
} from './fields.ts'
import { counter, idSchema, postedShape, reading, recording, senAnswer } from './procedure.ts'
import { tradeChangesContract } from './trade-changes.ts'
import { tradeDebtsContract } from './trade-debts.ts'
import { tradeDeskContract } from './trade-desk.ts'
import { documentHead } from './trade-document.ts'
import { goodsHead, linesOf, quantities } from './trade-fields.ts'
import { tradeLookContract } from './trade-look.ts'
import { tradeStockContract } from './trade-stock.ts'

/** At most one of them: a member, or somebody the cooperative trades with. */
const party = { memberId: idSchema.optional(), partnerId: idSchema.optional() }

/**
 * When what stays owed is to be paid; so many days after as the cooperative decided, unless said otherwise. Refused where
 * nothing stays owed.
 */
const dueOn = dateSchema.optional()

const bought = linesOf(z.strictObject({ itemId: idSchema, qty: quantitySchema, amount: amountSchema }))
const sold = linesOf(
  z.strictObject({
    itemId: idSchema,
    qty: quantitySchema,
    /** Sen per unit; the item's price for this buyer unless said otherwise. */
    price: senOrZeroSchema.optional(),
    /** Off the line, sen. */
    discount: senOrZeroSchema.optional(),
  }),
)
/** Goods of a document that come back or go back, line by line. */
const returning = z.strictObject({
  requestId: requestIdSchema,
  date: dateSchema,
  documentId: idSchema,
  lines: linesOf(z.strictObject({ n: z.int().min(1), qty: quantitySchema })),
  cashAccount: accountCodeSchema.optional(),
  note: textSchema(500).optional(),
})

const location = z.object({
  locationId: z.string(),
  name: z.string(),
  kind: z.enum(['own', 'outlet', 'marketplace']),
  partnerId: z.string().nullable(),
  active: z.boolean(),
})

const slip = z.object({ documentId: z.string(), number: z.string(), date: z.string() })

const keepingSlip = slip.extend({ warnings: z.array(z.string()) })

const documented = z.object({ ...postedShape, documentId: z.string(), total: senAnswer })

/** `owed` is what is owed for goods after it, sen: below nothing the other way round, null where nobody is named. */
const broughtBack = documented.extend({ owed: senAnswer.nullable() })

/** `owed` is what was not paid with it, sen. */
const onCredit = documented.extend({ dueOn: z.string().nullable(), owed: senAnswer })

/** What a line of goods came to: thousandths and sen; `cost` is what the goods cost, nothing for goods in keeping. */
const lineAnswer = z.object({
  n: z.int(),
  itemId: z.string(),
  item: z.string(),
  unitName: z.string(),
  qty: z.int(),
  price: senAnswer.nullable(),
  discount: senAnswer,
  amount: senAnswer,
  cost: senAnswer,
  /** What of it was brought back since. */
  returned: z.int(),
  /** What a count found, and why it is not what was known. */
  counted: z.int().nullable(),
  reason: z.string().nullable(),
})

export const tradeContract = {
  ...tradeDebtsContract,
  ...tradeDeskContract,
  ...tradeLookContract,
  ...tradeStockContract,
  ...tradeChangesContract,
  /**
   * Goods bought from a supplier or outright from a member, or in the market for cash. `amount` is what a line cost in
   * all; `otherCosts` (freight and the like) are spread over the lines by their amounts. What is not paid now stays owed
   * to the seller.
   */
  purchase: recording
    .input(
      z.strictObject({
        ...goodsHead,
        ...party,
        lines: bought,
        otherCosts: senOrZeroSchema.optional(),
        cashAccount: accountCodeSchema.optional(),
        /** All of it where a cash account is named, unless said otherwise. */
        paid: senOrZeroSchema.optional(),
        dueOn,
      }),
    )
    .output(onCredit),
  /** Goods go back to who sold them; what they cost is paid back or owed less. Warns `return_of_unpaid` like `returnSale`. */
  returnPurchase: recording.input(returning).output(broughtBack),
  /**
   * A sale, for cash, on credit or through a marketplace. Whether the buyer is a member on the day is fixed with it.
   * `paid` is all of it where a cash account is named, unless said otherwise; the rest is owed by a buyer who is known.
   * Refuses STOCK_BELOW_ZERO for goods that are not there. Warns `sold_below_cost` where a line brings less than its goods cost.
   */
  sell: counter
    .input(
      z.strictObject({
        ...goodsHead,
        ...party,
        lines: sold,
        cashAccount: accountCodeSchema.optional(),
        paid: senOrZeroSchema.optional(),
        dueOn,
        /** `partnerId` is then the marketplace; what it keeps is reckoned by its terms unless said otherwise. */
        channel: z.enum(['direct', 'marketplace']).optional(),
        fee: senOrZeroSchema.optional(),
        withheld: senOrZeroSchema.optional(),
      }),
    )
    .output(
      onCredit.extend({
        isMember: z.boolean(),
        discount: senAnswer,
        fee: senAnswer,
        withheld: senAnswer,
      }),
    ),
  /**
   * Goods that were sold come back, line by line of the sale; money is given back, or is owed less. Warns
   * `maker_owes` where the owner of goods in keeping was paid for them and owes that now, and `fee_not_returned` where a
   * marketplace keeps some of its fee or of the tax although all goods came back, and `return_of_unpaid` where money is given
   * back for a sale on credit while its buyer still owes: her debt stays.
   */
  returnSale: counter
    .input(
      returning.extend({
        /** What a marketplace gives back of its fee and of the tax it withheld, sen; nothing unless said. */
        feeReturned: senOrZeroSchema.optional(),
        withheldReturned: senOrZeroSchema.optional(),
      }),
    )
    .output(broughtBack),
  /** Goods of a member or of somebody else come into keeping: counted, never worth anything here. One owner a slip. */
  receiveConsignment: counter.input(z.strictObject({ ...goodsHead, lines: quantities })).output(keepingSlip),
  /** Goods in keeping that were not sold go back to their owner. Warns `goods_of_maker_who_owes`. */
  returnConsignment: counter.input(z.strictObject({ ...goodsHead, lines: quantities })).output(keepingSlip),
  /**
   * The owner of goods in keeping is paid what was sold of them: all that is owed unless said otherwise. Refuses
   * NOT_ALLOWED `maker_owes` where it is the owner who owes: the next sales make up for it.
   */
  settleConsignor: counter
    .input(
      withChoices(
        z.strictObject({
          requestId: requestIdSchema,
          date: dateSchema,
          ...party,
          amount: amountSchema.optional(),
          cashAccount: accountCodeSchema,
          note: textSchema(500).optional(),
        }),
        [{ needs: ['memberId'] }, { needs: ['partnerId'] }],
      ),
    )
    .output(documented.extend({ owed: senAnswer })),
  /**
   * Who is owed for goods in keeping that were sold, and how much, sen; below zero where the owner owes. With `paidToo`
   * also who is owed nothing: everybody who has, or had, goods in keeping.
   */
  consignors: reading.input(z.strictObject({ paidToo: z.boolean().optional() }).optional()).output(
    z.object({
      rows: z.array(
        z.object({
          memberId: z.string().nullable(),
          partnerId: z.string().nullable(),
          number: z.string(),
          name: z.string(),
          owed: senAnswer,
        }),
      ),
    }),
  ),
  /** Goods go from one place to another: nobody owns them otherwise, and they are worth what they were. */
  transfer: recording
    .input(
      z.strictObject({
        requestId: requestIdSchema,
        date: dateSchema,
        from: idSchema,
        to: idSchema,
        lines: quantities,
        note: textSchema(500).optional(),
      }),
    )
    .output(slip),
  /** Places where goods lie: the shop, and outlets and marketplaces that sell for us. */
  locations: reading.input(z.strictObject({}).optional()).output(z.object({ rows: z.array(location) })),
  createLocation: recording
    .input(
      z.strictObject({
        requestId: requestIdSchema.optional(),
        name: nameSchema(),
        /** Who keeps the goods there; without one it is a place of our own. */
        partnerId: idSchema.optional(),
      }),
    )
    .output(location),
  updateLocation: recording
    .input(
      z.strictObject({
        requestId: requestIdSchema.optional(),
        locationId: idSchema,
        name: nameSchema().optional(),
        active: z.boolean().optional(),
      }),
    )
    .output(location),
  /** One document with its lines, by its id or by its entry's. */
  document: reading.input(z.strictObject({ documentId: idSchema })).output(
    documentHead.extend({
      lines: z.array(lineAnswer),
      /** What of a sale or a purchase was to be paid later, or is held by a marketplace. */
      onCredit: senAnswer,
      /** What a marketplace keeps of the sale as its fee and withheld, less what it gave back of it, sen. */
      kept: z.object({ fee: senAnswer, withheld: senAnswer }),
    }),
  ),
}
