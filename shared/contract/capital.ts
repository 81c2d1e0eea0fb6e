import { z } from 'zod'
import { accountCodeSchema } from './accounts.ts'
import { withChoices } from './alternatives.ts'
import {
  amountSchema,
  countSchema,
  dateSchema,
  nameSchema,
  rateSchema,
  requestIdSchema,
  senOrZeroSchema,
  textSchema,
} from './fields.ts'
import { idSchema, postedShape, reading, recording, senAnswer } from './procedure.ts'

/** Bank, LPDB, village or government, other cooperatives, members, others (chart 271xx). */
const lenderKinds = ['27101', '27102', '27103', '27104', '27105', '27106'] as const
const methods = ['flat', 'declining', 'annuity', 'bullet'] as const

const monthsMax = 600

const instalment = z.object({ n: z.int(), dueOn: z.string(), principal: senAnswer, interest: senAnswer })

const borrowing = z.object({
  borrowingId: z.string(),
  number: z.string(),
  lender: z.string(),
  memberId: z.string().nullable(),
  /** The account it stands on: 271xx, or modal penyertaan on 33101 or 27201. */
  kind: z.string(),
  agreementNumber: z.string().nullable(),
  principal: senAnswer,
  ratePctPerYear: z.string(),
  method: z.enum(methods).nullable(),
  months: z.int().nullable(),
  everyMonths: z.int().nullable(),
  gracePrincipalMonths: z.int().nullable(),
  graceAllMonths: z.int().nullable(),
  startsOn: z.string(),
  covenant: z.string().nullable(),
  collateral: z.string().nullable(),
  entryId: z.string(),
  /** What is still to be paid back, what of it falls due within twelve months, and what fell due unpaid, sen. */
  owed: senAnswer,
  currentPart: senAnswer,
  overdue: senAnswer,
  /** What was paid of what it earned: interest, or of modal penyertaan its part of what was earned. */
  interestPaid: senAnswer,
  /** What modal penyertaan that is capital (33101) got of surpluses and was not paid yet, sen. */
  shareLeft: senAnswer,
  /** What is unpaid of the oldest instalment that is not paid. */
  nextDue: instalment.nullable(),
})

const borrowingMove = z.object({
  ...{ entryId: z.string(), voucher: z.string(), date: z.string(), description: z.string() },
  ...{ received: senAnswer, principal: senAnswer, interest: senAnswer, owed: senAnswer },
  /** What the meeting gave it of a surplus; below zero where that was taken back. */
  share: senAnswer,
})

/** When it is paid back: every month, at once and rounded to Rp1 unless something else was agreed. */
const planShape = {
  principal: amountSchema,
  ratePctPerYear: rateSchema,
  method: z.enum(methods),
  months: countSchema(1, monthsMax),
  date: dateSchema,
  firstDueOn: dateSchema.optional(),
  everyMonths: countSchema(1, monthsMax).optional(),
  /** The first months in which only interest is paid, and in which nothing is. */
  gracePrincipalMonths: countSchema(0, monthsMax).optional(),
  graceAllMonths: countSchema(0, monthsMax).optional(),
  /** What each part of an instalment, or the whole of it, is rounded to, sen. */
  roundTo: amountSchema.optional(),
  roundPaymentTo: amountSchema.optional(),
}

const agreed = {
  requestId: requestIdSchema,
  date: dateSchema,
  cashAccount: accountCodeSchema,
  agreementNumber: nameSchema(60).optional(),
}
/** One sum for one of them. */
const part = z.strictObject({
  requestId: requestIdSchema,
  date: dateSchema,
  borrowingId: idSchema,
  amount: amountSchema,
  cashAccount: accountCodeSchema,
})
const answered = z.object({ ...postedShape, borrowingId: z.string(), owed: senAnswer })

export const capitalContract = {
  /** Money is borrowed; the schedule is kept as it was agreed. */
  borrow: recording
    .input(
      z.strictObject({
        ...agreed,
        lender: nameSchema(),
        /** The member who lends (27105). */
        memberId: idSchema.optional(),
        kind: z.enum(lenderKinds),
        ...planShape,
        covenant: textSchema(500).optional(),
        collateral: textSchema(500).optional(),
      }),
    )
    .output(answered.extend({ number: z.string(), schedule: z.array(instalment) })),
  /** The schedule of a borrowing and what it really costs, before it is recorded. */
  previewBorrowing: reading.input(z.strictObject(planShape)).output(
    z.object({
      schedule: z.array(instalment.extend({ opening: senAnswer, payment: senAnswer, closing: senAnswer })),
      totals: z.object({ principal: senAnswer, interest: senAnswer, payment: senAnswer }),
      flatPctPerMonth: z.string(),
      effectivePctPerMonth: z.string(),
    }),
  ),
  /**
   * A borrowing is paid back. An amount covers the oldest instalments up to the next one, interest first, and more of it
   * pays principal ahead; or it is told apart as the lender did.
   */
  repay: recording
    .input(
      withChoices(
        z.strictObject({
          requestId: requestIdSchema,
          date: dateSchema,
          borrowingId: idSchema,
          cashAccount: accountCodeSchema,
          amount: amountSchema.optional(),
          principal: senOrZeroSchema.optional(),
          interest: senOrZeroSchema.optional(),
        }),
        [{ needs: ['amount'] }, { needs: ['principal'], may: ['interest'] }],
      ),
    )
    .output(answered.extend({ principal: senAnswer, interest: senAnswer })),
  /** Modal penyertaan comes in: capital (33101), or owed where it is to be paid back on a day that is fixed (27201). */
  contribute: recording
    .input(
      z.strictObject({
        ...agreed,
        contributor: nameSchema(),
        memberId: idSchema.optional(),
        amount: amountSchema,
        repayableOn: dateSchema.optional(),
      }),
    )
    .output(answered.extend({ number: z.string() })),
  /** Modal penyertaan is given back, at most what is left of it. */
  return: recording.input(part).output(answered),
  /**
   * What modal penyertaan earned is paid: with a day to pay it back (27201) as a cost, as capital (33101) out of what the
   * meeting gave it of surpluses.
   */
  payShare: recording.input(part).output(answered.extend({ shareLeft: senAnswer })),
  /** All that was lent or contributed, with what is owed at the end of a day. */
  borrowings: reading
    .input(z.strictObject({ asOf: dateSchema.optional(), openOnly: z.boolean().optional() }).optional())
    .output(z.object({ rows: z.array(borrowing), owed: senAnswer, currentPart: senAnswer, shareLeft: senAnswer })),
  /** One of them with its schedule, and every voucher with what was owed after it. */
  borrowing: reading
    .input(z.strictObject({ borrowingId: idSchema, asOf: dateSchema.optional() }))
    .output(borrowing.extend({ schedule: z.array(instalment), rows: z.array(borrowingMove) })),
}
