import { z } from 'zod'
import { promotionWays } from '../rules/member-promotion.ts'
import { amountSchema, dateSchema, nameSchema, rateSchema, requestIdSchema } from './fields.ts'
import { idSchema, reading, recording, senAnswer } from './procedure.ts'
import { yearSchema } from './tax.ts'

const way = z.enum(promotionWays)
/** Where a price or rate was seen, and when. */
const seen = { source: nameSchema(200), seenOn: dateSchema }
const seenAnswer = { source: z.string(), seenOn: z.string() }
const rateSeen = z.strictObject({ ratePctPerYear: rateSchema, ...seen }).nullable()
const rateAnswer = z.object({ ratePctPerYear: z.string(), ...seenAnswer }).nullable()

const balance = {
  /** Mean of the month ends, and interest of the year, sen. */
  mean: senAnswer,
  interest: senAnswer,
  outside: rateAnswer,
}

const answered = z.object({
  year: z.int(),
  /** Months of the year that the means and interest are of. */
  months: z.int(),
  loans: z.object(balance),
  savings: z.object(balance),
  /** What members bought, and what was bought from them or sold for them; thousandths and sen. */
  goods: z.array(
    z.object({
      ...{ itemId: z.string(), code: z.string(), name: z.string(), unitName: z.string(), way },
      ...{ qty: z.int(), amount: senAnswer },
      outside: z.object({ price: senAnswer, ...seenAnswer }).nullable(),
    }),
  ),
  /** What members gained by all of it, without the surplus, as far as it can be compared, sen. */
  benefit: senAnswer,
})

export const promotionContract = {
  /** What members did with the cooperative in a year, beside what it would have cost or brought elsewhere. */
  outsidePrices: reading.input(z.strictObject({ year: yearSchema })).output(answered),
  /** Keeps prices and rates seen elsewhere; those not named stay, and null forgets one. */
  setOutsidePrices: recording
    .input(
      z.strictObject({
        requestId: requestIdSchema,
        year: yearSchema,
        loans: rateSeen.optional(),
        savings: rateSeen.optional(),
        goods: z
          .array(
            z.strictObject({
              itemId: idSchema,
              way,
              outside: z.strictObject({ price: amountSchema, ...seen }).nullable(),
            }),
          )
          .max(1000, 'too_many')
          .optional(),
      }),
    )
    .output(answered),
}
