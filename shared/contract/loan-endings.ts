import { z } from 'zod'
import { accountCodeSchema } from './accounts.ts'
import { amountSchema, countSchema, dateSchema, nameSchema, rateSchema, requestIdSchema } from './fields.ts'
import { instalmentAnswer, loanMethodSchema, loanMonthsMax } from './loan-terms.ts'
import { counter, governing, idSchema, postedShape, reading, senAnswer } from './procedure.ts'

/** A decision to give a loan up: of the members' meeting or of the board. */
const decisionSchema = z.strictObject({ number: nameSchema(80), on: dateSchema, by: z.enum(['rat', 'board']) })

const other = { loanId: z.string(), number: z.string() }

/** How a loan came from another, and how it ended where it was not paid back. */
export const endingsShape = {
  /** The loan it goes on for. */
  restructures: z.object(other).nullable(),
  /** The loan it goes on as. */
  restructuredBy: z
    .object({
      ...{ ...other, on: z.string(), reason: z.string(), principal: senAnswer },
      ...{ interestCapitalised: senAnswer, interestLetGo: senAnswer, penaltyLetGo: senAnswer },
    })
    .nullable(),
  /** Given up for lost, never forgiven: what may still be claimed, what came in of it, and what is left, sen. */
  writtenOff: z
    .object({
      ...{ on: z.string(), principal: senAnswer, interest: senAnswer, penalty: senAnswer },
      ...{ recovered: senAnswer, left: senAnswer },
      decision: z.object({ number: z.string(), on: z.string(), by: z.enum(['rat', 'board']) }),
    })
    .nullable(),
}

const endings = z.object(endingsShape)
export type LoanEndings = z.infer<typeof endings>

/** What a loan goes on as. */
const goingOn = {
  months: countSchema(1, loanMonthsMax),
  ratePctPerMonth: rateSchema.optional(),
  method: loanMethodSchema.optional(),
  capitaliseInterest: z.boolean().optional(),
  firstDueOn: dateSchema.optional(),
}
const goesOnShape = {
  ...{ principal: senAnswer, interestCapitalised: senAnswer },
  ...{ interestLetGo: senAnswer, penaltyLetGo: senAnswer },
}

const naming = { requestId: requestIdSchema, loanId: idSchema, date: dateSchema }

/** How loans end that are not paid back as agreed. */
export const endingProcedures = {
  /**
   * Goes on as a new loan, on its account for restructured loans: longer, cheaper, or with the interest that fell due
   * unpaid made principal; else that is let go. Penalty always is. The old loan keeps its history.
   */
  restructure: governing
    .input(
      z.strictObject({
        ...{ ...naming, ...goingOn, reason: nameSchema(500), approvedBy: nameSchema() },
      }),
    )
    .output(z.object({ ...postedShape, ...goesOnShape, ...other })),
  /** What it would go on as, before it is agreed; refuses what `restructure` refuses of day and terms. */
  previewRestructure: reading.input(z.strictObject({ loanId: idSchema, date: dateSchema, ...goingOn })).output(
    z.object({
      ...goesOnShape,
      schedule: z.array(instalmentAnswer),
      totals: z.object({ principal: senAnswer, interest: senAnswer, payment: senAnswer }),
      ...{ flatPctPerMonth: z.string(), effectivePctPerMonth: z.string() },
    }),
  ),
  /** Off the books, by a meeting's decision: what the allowance cannot bear is set aside first. No forgiveness. */
  writeOff: governing
    .input(z.strictObject({ ...naming, decision: decisionSchema }))
    .output(z.object({ ...postedShape, principal: senAnswer, fromAllowance: senAnswer, setAside: senAnswer })),
  /** What would be given up, and what of it the allowance bears; refuses what `writeOff` refuses of the loan and the day. */
  previewWriteOff: reading.input(z.strictObject({ loanId: idSchema, date: dateSchema })).output(
    z.object({
      ...{ principal: senAnswer, interest: senAnswer, penalty: senAnswer, claim: senAnswer },
      ...{ fromAllowance: senAnswer, setAside: senAnswer },
    }),
  ),
  /** Money for a loan that was written off. */
  recover: counter
    .input(z.strictObject({ ...naming, cashAccount: accountCodeSchema, amount: amountSchema }))
    .output(z.object({ ...postedShape, recovered: senAnswer, left: senAnswer })),
}
