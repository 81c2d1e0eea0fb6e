import { z } from 'zod'
import { idSchema, pageOf, pageShape, reading, senAnswer } from './procedure.ts'

const linked = z.object({ entryId: z.string(), voucher: z.string() }).nullable()

/** A loan somebody else still owes on and she answers for. */
export const guaranteeAnswer = z.object({ loanId: z.string(), number: z.string(), borrower: z.string() })

const standing = z.object({
  memberId: z.string(),
  asOf: z.string(),
  /** Simpanan wajib: a report, never a receivable. */
  dues: z.array(
    z.object({
      product: z.string(),
      name: z.string(),
      arrears: senAnswer,
      monthsBehind: z.int(),
      paidUntil: z.string().nullable(),
    }),
  ),
  /** Every loan she ever asked for; `due` fell due by today and is unpaid, `nextDue` falls due on `nextDueOn`. */
  loans: z.array(
    z.object({
      loanId: z.string(),
      number: z.string(),
      product: z.string(),
      productName: z.string(),
      state: z.string(),
      principal: senAnswer,
      outstanding: senAnswer,
      due: senAnswer,
      dueSince: z.string().nullable(),
      nextDueOn: z.string().nullable(),
      nextDue: senAnswer,
    }),
  ),
  /** What stands on her other cards: positive is hers, negative she owes. */
  cards: z.array(z.object({ account: z.string(), name: z.string(), balance: senAnswer })),
  guarantees: z.array(guaranteeAnswer),
  totals: z.object({ arrears: senAnswer, outstanding: senAnswer, due: senAnswer }),
})
export type MemberStanding = z.infer<typeof standing>

const entry = z.object({
  entryId: z.string(),
  voucher: z.string(),
  date: z.string(),
  description: z.string(),
  /** Her own part of the voucher: what she brought, or what she got. */
  paid: senAnswer,
  received: senAnswer,
  reverses: linked,
  reversedBy: linked,
})
export type MemberEntry = z.infer<typeof entry>

export const memberStandingContract = {
  /** Where a member stands today with her dues, loans and other cards. */
  standing: reading.input(z.strictObject({ memberId: idSchema })).output(standing),
  /** The vouchers that name a member with her own part of them, the newest first. */
  entries: reading.input(z.strictObject({ memberId: idSchema, ...pageShape })).output(pageOf(entry)),
}
