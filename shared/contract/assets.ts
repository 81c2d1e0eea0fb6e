import { z } from 'zod'
import { monthsMax } from '../rules/depreciation.ts'
import { accountCodeSchema } from './accounts.ts'
import { withChoices } from './alternatives.ts'
import {
  amountSchema,
  countSchema,
  dateSchema,
  monthSchema,
  nameSchema,
  rateSchema,
  requestIdSchema,
  senOrZeroSchema,
  textSchema,
} from './fields.ts'
import { unitSchema } from './journal.ts'
import { idSchema, postedShape, reading, recording, senAnswer } from './procedure.ts'

const methods = ['straight_line', 'declining'] as const
const conditions = ['good', 'worn', 'broken'] as const

const whereabouts = {
  place: textSchema(120).optional(),
  holder: textSchema(120).optional(),
  serial: textSchema(60).optional(),
  condition: z.enum(conditions).optional(),
  note: textSchema(500).optional(),
}

const terms = {
  requestId: requestIdSchema,
  date: dateSchema,
  name: nameSchema(),
  /** The next one unless said. */
  number: nameSchema(30).optional(),
  /** 18101 land, 18102 buildings, 18103 vehicles, 18104 machines, 18105 office, 19101 software. */
  account: accountCodeSchema,
  unit: unitSchema.optional(),
  cost: amountSchema,
  /** Nothing unless said. */
  residual: senOrZeroSchema.optional(),
  /** How long it lasts from when it was acquired; needed for all but land, which has none. */
  months: countSchema(1, monthsMax).optional(),
  /** `straight_line` unless said. */
  method: z.enum(methods).optional(),
  ratePctPerYear: rateSchema.optional(),
  ...whereabouts,
}

const answer = z.object({ ...postedShape, assetId: z.string(), number: z.string() })

const run = z.object({
  entryId: z.string(),
  requestId: z.string().nullable(),
  voucher: z.string(),
  date: z.string(),
})

const asset = z.object({
  assetId: z.string(),
  number: z.string(),
  name: z.string(),
  account: z.string(),
  unit: z.string(),
  acquiredOn: z.string(),
  cost: senAnswer,
  accumulated: senAnswer,
  bookValue: senAnswer,
  residual: senAnswer,
  months: z.int().nullable(),
  method: z.enum(methods).nullable(),
  ratePctPerYear: z.string().nullable(),
  place: z.string().nullable(),
  holder: z.string().nullable(),
  serial: z.string().nullable(),
  condition: z.enum(conditions),
  note: z.string().nullable(),
})

const moved = z.object({
  entryId: z.string(),
  voucher: z.string(),
  date: z.string(),
  description: z.string(),
  /** What the entry adds to or takes from what the asset stands at. */
  change: senAnswer,
  bookValue: senAnswer,
})

const sums = { cost: senAnswer, accumulated: senAnswer, bookValue: senAnswer }

export const assetsContract = {
  /**
   * Something that lasts comes in: paid, owed to a supplier, or given. It loses from the month of `date` on. `fundId` is
   * whose money pays it, or who gives it: what is owed to a donor becomes capital in the same entry. It goes from the
   * fund's budget line, the only one unless said, and is refused and warned of as `funds.spend` is.
   */
  acquire: recording
    .input(
      withChoices(
        z.strictObject({
          ...terms,
          cashAccount: accountCodeSchema.optional(),
          partnerId: idSchema.optional(),
          grant: z.literal(true).optional(),
          fundId: idSchema.optional(),
          budgetLineId: idSchema.optional(),
          approvedBy: nameSchema().optional(),
        }),
        [
          { needs: ['cashAccount'], may: ['fundId', 'budgetLineId', 'approvedBy'] },
          { needs: ['partnerId'] },
          { needs: ['grant'], may: ['fundId'] },
        ],
      ),
    )
    .output(answer),
  /**
   * Taken over from the books before at the end of `date`, against 36901: what it cost, and what of it was written off.
   * It loses here from the month of the next day on.
   */
  takeOver: recording
    .input(z.strictObject({ ...terms, acquiredOn: dateSchema, accumulated: senOrZeroSchema.optional() }))
    .output(answer),
  /** Where it is, who has it and how it is; an empty text empties a field. */
  update: recording
    .input(
      z.strictObject({
        requestId: requestIdSchema.optional(),
        assetId: idSchema,
        name: nameSchema().optional(),
        ...whereabouts,
      }),
    )
    .output(z.object({ assetId: z.string() })),
  /** One asset with every entry on its card; one that is gone stands at nothing. */
  get: reading.input(z.strictObject({ assetId: idSchema })).output(
    asset.extend({
      isThere: z.boolean(),
      /** The first month that has to have its depreciation before it may leave today. */
      depreciateFirst: z.string().nullable(),
      entries: z.array(moved),
    }),
  ),
  /** The months that have their depreciation, newest first, and the one that comes next. */
  runs: reading.input(z.strictObject({}).optional()).output(
    z.object({
      rows: z.array(run.extend({ month: z.string(), assets: z.int(), total: senAnswer })),
      next: z.string(),
    }),
  ),
  /** What the assets lose in a month; `done` is what stands for it already. */
  preview: reading.input(z.strictObject({ month: monthSchema })).output(
    z.object({
      month: z.string(),
      date: z.string(),
      isOver: z.boolean(),
      done: run.nullable(),
      rows: z.array(
        z.object({
          assetId: z.string(),
          number: z.string(),
          name: z.string(),
          account: z.string(),
          amount: senAnswer,
          /** After it. */
          bookValue: senAnswer,
        }),
      ),
      total: senAnswer,
    }),
  ),
  /**
   * Posts what all assets lose in a month as one entry, on its last day unless `date` names a later one. Months follow
   * one another; one that has its entry is refused (ALREADY_DONE).
   */
  depreciate: recording
    .input(z.strictObject({ requestId: requestIdSchema, month: monthSchema, date: dateSchema.optional() }))
    .output(z.object({ ...postedShape, month: z.string(), assets: z.int(), total: senAnswer })),
  /**
   * It leaves, for a price or for nothing, once the months before have their depreciation; the month it leaves in has
   * none. What it brings more or less than its book value is a gain or a loss (below zero).
   */
  dispose: recording
    .input(
      z.strictObject({
        requestId: requestIdSchema,
        date: dateSchema,
        assetId: idSchema,
        price: senOrZeroSchema.optional(),
        cashAccount: accountCodeSchema.optional(),
        reason: nameSchema(200),
      }),
    )
    .output(z.object({ ...postedShape, bookValue: senAnswer, gain: senAnswer })),
  /** What left and did not come back, the newest first; `gain` is below zero for a loss. */
  gone: reading.input(z.strictObject({}).optional()).output(
    z.object({
      rows: z.array(
        z.object({
          ...{ assetId: z.string(), number: z.string(), name: z.string(), account: z.string() },
          acquiredOn: z.string(),
          /** The day it left. */
          date: z.string(),
          /** As it was written when it left. */
          reason: z.string(),
          ...{ price: senAnswer, bookValue: senAnswer, gain: senAnswer },
          ...{ entryId: z.string(), voucher: z.string() },
        }),
      ),
      totals: z.object({ price: senAnswer, bookValue: senAnswer, gain: senAnswer }),
    }),
  ),
  /** What there is at the end of a day, today unless said; the totals are those of the accounts where no place is asked. */
  register: reading
    .input(z.strictObject({ asOf: dateSchema.optional(), place: textSchema(120).optional() }).optional())
    .output(
      z.object({
        asOf: z.string(),
        rows: z.array(asset),
        accounts: z.array(z.object({ account: z.string(), ...sums })),
        totals: z.object(sums),
      }),
    ),
}
