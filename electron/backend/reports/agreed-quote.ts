import { assert } from '../../../shared/errors.ts'
import { type LoanQuote, loanQuote } from '../../../shared/rules/loan-quote.ts'
import type { DueInstalment } from '../../../shared/rules/unpaid-instalments.ts'
import { termsOf } from '../db/loan-columns.ts'
import type { Reader } from '../db/tables.ts'
import { wishOf } from '../services/loans/preview.ts'
import { schedulesOf } from '../services/loans/rows.ts'
import { getLoan, type LoanRecord } from '../services/loans/standing.ts'
import type { Reading } from '../work.ts'

/** A loan with its schedule and what it costs, on the day of its payout or the one it is planned for. */
interface QuotedLoan {
  readonly record: LoanRecord
  readonly quote: LoanQuote
  readonly disbursedOn: string
  readonly isPlanned: boolean
}

interface PlannedPayout {
  readonly loanId: string
  readonly date?: string | undefined
  readonly firstDueOn?: string | undefined
}

/** Once a loan is paid out the day asked for says nothing any more; refuses NOT_FOUND. */
export async function agreedQuote(
  { db, today }: Reading,
  { loanId, date = today, firstDueOn }: PlannedPayout,
): Promise<QuotedLoan> {
  const record = await getLoan(db, loanId)
  const { agreement, disbursement } = record
  if (disbursement) {
    const quote = await quoteAsPaidOut(db, record, disbursement)
    return { record, quote, disbursedOn: disbursement.date, isPlanned: false }
  }
  const quote = loanQuote(termsOf(agreement), { ...wishOf(agreement, date), firstDueOn })
  return { record, quote, disbursedOn: date, isPlanned: true }
}

/** The quote that gives the schedule which was fixed with the payout: by itself, or from the first day it names. */
async function quoteAsPaidOut(
  db: Reader,
  { agreement }: LoanRecord,
  payout: NonNullable<LoanRecord['disbursement']>,
): Promise<LoanQuote> {
  const kept = (await schedulesOf(db, [payout])).get(payout.entryId) ?? []
  const wish = wishOf(agreement, payout.date)
  const quotes = [undefined, kept[0]?.dueOn].map((firstDueOn) => loanQuote(termsOf(agreement), { ...wish, firstDueOn }))
  const found = quotes.find(({ schedule }) => isSame(schedule.rows, kept))
  assert(found, 'a schedule follows from what was agreed')
  return found
}

function isSame(rows: LoanQuote['schedule']['rows'], kept: readonly DueInstalment[]): boolean {
  const sameRow = (row: (typeof rows)[number], index: number) => {
    const { dueOn, principal, interest } = kept[index] ?? {}
    return row.dueOn === dueOn && row.principal === principal && row.interest === interest
  }
  return rows.length === kept.length && rows.every(sameRow)
}
