import { z } from 'zod'
import { serviceBases, shareTargets } from '../rules/surplus-bylaw.ts'
import { checklistContract } from './closing-checklist.ts'
import { dueContract } from './closing-due.ts'
import { healthContract } from './closing-health.ts'
import { promotionContract } from './closing-promotion.ts'
import { amountSchema, countSchema, dateSchema, nameSchema, rateSchema, requestIdSchema, textSchema } from './fields.ts'
import { governing, idSchema, postedSchema, postedShape, reading, recording, senAnswer } from './procedure.ts'
import { shuFundsContract } from './shu-funds.ts'
import { yearSchema } from './tax.ts'

const bylawSchema = z.strictObject({
  shares: z
    .array(
      z.strictObject({
        key: nameSchema(64),
        pct: rateSchema,
        to: z.enum(shareTargets),
        bases: z
          .array(z.strictObject({ basis: z.enum(serviceBases), weight: rateSchema }))
          .max(10, 'too_many')
          .optional(),
      }),
    )
    .min(1, 'required')
    .max(100, 'too_many'),
  savingsBasis: z.enum(['year_end', 'month_ends']),
  savingsProducts: z.array(idSchema).min(1, 'required').max(100, 'too_many'),
  leavers: z.enum(['included', 'excluded']),
  nonMembers: z.enum(['reserve', 'divided']),
  roundTo: countSchema(1, 100_000_000),
})

const bylawAnswer = z.object({
  shares: z.array(
    z.object({
      key: z.string(),
      pct: z.string(),
      to: z.enum(shareTargets),
      bases: z.array(z.object({ basis: z.enum(serviceBases), weight: z.string() })).optional(),
    }),
  ),
  savingsBasis: z.enum(['year_end', 'month_ends']),
  savingsProducts: z.array(z.string()),
  leavers: z.enum(['included', 'excluded']),
  nonMembers: z.enum(['reserve', 'divided']),
  roundTo: z.int(),
})
const bylawInForce = z.object({ fromYear: z.int().nullable(), bylaw: bylawAnswer })

const pools = z.record(z.string(), senAnswer)

const memberShare = {
  memberId: z.string(),
  number: z.string(),
  name: z.string(),
  /** What counts of her savings, as a balance of one day. */
  savings: senAnswer,
  /** What counts of her business, by share. */
  transactions: pools,
  capital: senAnswer,
  service: pools,
  total: senAnswer,
}

/** The answer of calculator `shu`, with where the surplus comes from and the rule it is divided by. */
const division = {
  year: z.int(),
  members: z.array(z.object({ id: z.string(), ...memberShare })),
  /** Where the year's result comes from; the three add up to it. */
  fromMembers: senAnswer,
  fromOthers: senAnswer,
  grants: senAnswer,
  /** Of what came from others: kept as a reserve and not divided. */
  reservedForOthers: senAnswer,
  /** What is divided. */
  surplus: senAnswer,
  bylaw: bylawAnswer,
  components: z.array(z.object({ key: z.string(), pct: z.string(), amount: senAnswer })),
  /** Who holds modal penyertaan that is capital (33101), what stood of it on the year's last day, and what it gets. */
  participation: z.array(
    z.object({
      ...{ borrowingId: z.string(), number: z.string(), holder: z.string(), memberId: z.string().nullable() },
      ...{ capital: senAnswer, amount: senAnswer },
    }),
  ),
  totals: z.object({
    components: senAnswer,
    capital: senAnswer,
    service: pools,
    members: senAnswer,
    participation: senAnswer,
    undistributed: senAnswer,
  }),
  warnings: z.array(z.string()),
}

const closed = z.object({
  year: z.int(),
  /** What the year earned; a loss is below zero. */
  result: senAnswer,
  /** On its last day, and on the first of the next; none where nothing was earned or spent. */
  entries: z.array(postedSchema),
  /** Steps of the year's end that came before the closing and were not done. */
  stepsOpen: z.int(),
  warnings: z.array(z.enum(['steps_open'])),
})

const sharePaid = {
  /** What the meeting gave her. */
  share: senAnswer,
  paid: senAnswer,
  /** What can still be paid: nothing to a leaver whose share was settled with her leaving. */
  left: senAnswer,
}

const decision = z.object({ date: z.string(), decision: z.string(), entryId: z.string(), voucher: z.string() })

export const closingContract = {
  ...checklistContract,
  ...healthContract,
  ...promotionContract,
  ...dueContract,
  ...shuFundsContract,
  /** The years with entries up to this one, newest first: what each earned, and how it was closed. */
  years: reading.input(z.strictObject({}).optional()).output(
    z.object({
      rows: z.array(
        z.object({
          year: z.int(),
          state: z.enum(['open', 'closed']),
          result: senAnswer,
          /** Of the newest closing or reopening. */
          at: z.string().nullable(),
          by: z.string().nullable(),
          reason: z.string().nullable(),
          /** What closings wrote, oldest first; one that was taken back names the voucher that did. */
          entries: z.array(
            z.object({
              entryId: z.string(),
              voucher: z.string(),
              date: z.string(),
              reversedBy: z.string().nullable(),
            }),
          ),
        }),
      ),
    }),
  ),
  /** Income and costs of a year become its surplus; nothing can be dated into it any more. */
  closeYear: recording.input(z.strictObject({ requestId: requestIdSchema, year: yearSchema })).output(closed),
  /** Needs a second person and a reason, which is printed on the vouchers that take the closing back. */
  reopenYear: governing
    .input(
      z.strictObject({
        requestId: requestIdSchema,
        year: yearSchema,
        reason: textSchema(500).min(1, 'required'),
        approvedBy: nameSchema(),
      }),
    )
    .output(z.object({ year: z.int(), entries: z.array(postedSchema) })),
  /** How the bylaws divide the surplus of a year; `fromYear` is null while the usual rule holds. */
  bylaw: reading.input(z.strictObject({ year: yearSchema })).output(bylawInForce),
  /** Enters the bylaws' rule from a year on; years that are decided keep theirs. */
  setBylaw: governing
    .input(z.strictObject({ requestId: requestIdSchema, fromYear: yearSchema, bylaw: bylawSchema }))
    .output(bylawInForce),
  /** How a year would be divided, by its own rule or one that is tried; writes nothing. */
  simulateShu: reading
    .input(z.strictObject({ year: yearSchema, bylaw: bylawSchema.optional() }))
    .output(z.object(division)),
  /** The meeting's decision, posted once; `date` is the day of the meeting, `decision` its number or words. */
  decideShu: governing
    .input(
      z.strictObject({ requestId: requestIdSchema, year: yearSchema, date: dateSchema, decision: nameSchema(500) }),
    )
    .output(z.object({ ...division, ...postedShape, warnings: z.array(z.string()) })),
  /** Pays what is not paid yet, to all or some, out of `cashAccount` or onto savings of `product`. */
  payShu: recording
    .input(
      z.strictObject({
        requestId: requestIdSchema,
        year: yearSchema,
        date: dateSchema,
        cashAccount: textSchema(16).optional(),
        product: idSchema.optional(),
        memberIds: z.array(idSchema).min(1, 'required').max(100_000, 'too_many').optional(),
      }),
    )
    .output(
      z.object({
        ...postedShape,
        paid: z.array(z.object({ memberId: z.string(), amount: senAnswer })),
        total: senAnswer,
      }),
    ),
  /** What the meeting decided on a year, and what each member was paid of it; nothing is in it before the decision. */
  distribution: reading.input(z.strictObject({ year: yearSchema })).output(
    z.object({
      year: z.int(),
      decided: decision.nullable(),
      members: z.array(
        z.object({ memberId: z.string(), number: z.string(), name: z.string(), active: z.boolean(), ...sharePaid }),
      ),
      totals: z.object(sharePaid),
    }),
  ),
  /** A member's shares of all decided years, the newest first. */
  memberShares: reading
    .input(z.strictObject({ memberId: idSchema }))
    .output(z.object({ rows: z.array(z.object({ year: z.int(), ...decision.shape, ...sharePaid })) })),
  /** One member's share with every figure it is reckoned from. */
  memberShu: reading.input(z.strictObject({ year: yearSchema, memberId: idSchema })).output(
    z.object({
      year: z.int(),
      ...memberShare,
      surplus: senAnswer,
      isDecided: z.boolean(),
      paid: senAnswer,
      /** What all members share in, by savings and by business. */
      pools: z.array(
        z.object({ key: z.string(), pct: z.string(), to: z.enum(['by_savings', 'by_services']), amount: senAnswer }),
      ),
      /** Shares are whole multiples of so many sen. */
      roundTo: senAnswer,
      /** What her business of each pool is made of, before it is counted `weight` times. */
      business: z.record(
        z.string(),
        z.array(z.object({ basis: z.enum(serviceBases), weight: z.string(), amount: senAnswer })),
      ),
      /** What all members have together of what counts. */
      ofAll: z.object({ savings: senAnswer, transactions: pools }),
    }),
  ),
  /** What can be covered on a day: the deficit there is then and later, and the reserve it may come out of. */
  deficit: reading
    .input(z.strictObject({ date: dateSchema }))
    .output(z.object({ deficit: senAnswer, reserve: senAnswer })),
  /** What corrections of closed years left on a day (35103): a loss of those years below zero. */
  corrections: reading
    .input(z.strictObject({ date: dateSchema }))
    .output(z.object({ amount: senAnswer, isCleared: z.boolean() })),
  /** The meeting sends all of it to the general reserve or to the accumulated deficit. */
  clearCorrections: governing
    .input(z.strictObject({ requestId: requestIdSchema, date: dateSchema, to: z.enum(['reserve', 'deficit']) }))
    .output(z.object({ ...postedShape, amount: senAnswer })),
  /** A deficit is covered out of the general reserve, as the meeting decided. */
  coverDeficit: governing
    .input(z.strictObject({ requestId: requestIdSchema, date: dateSchema, amount: amountSchema }))
    .output(z.object(postedShape)),
}
