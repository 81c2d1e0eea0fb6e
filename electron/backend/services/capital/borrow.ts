import { monthOf } from '../../../../shared/calendar.ts'
import type { Inputs as AllInputs, Answers } from '../../../../shared/contract/index.ts'
import { invalidInput } from '../../../../shared/errors.ts'
import type { BorrowingInstalment } from '../../../../shared/rules/borrowing-payment.ts'
import {
  borrowingReceipt,
  participationAccount,
  participationOwedAccount,
} from '../../../../shared/rules/entries/borrowing.ts'
import { loanInstalments } from '../../../../shared/rules/loan-schedule.ts'
import type { BorrowingTermsTable, Reader } from '../../db/tables.ts'
import { type Posted, post } from '../../ledger/post.ts'
import type { Work } from '../../work.ts'
import { requireCashAccount } from '../cash/account.ts'

type Inputs = AllInputs['capital']
type Borrow = Inputs['borrow']

/** Money is borrowed. Refuses INVALID_INPUT for a loan of a member without the member, and what schedules refuse. */
export async function borrow(work: Work, input: Borrow): Promise<Answers['capital']['borrow']> {
  if (input.kind === '27105' && input.memberId === undefined) throw invalidInput(['memberId'], 'required')
  if (input.kind !== '27105' && input.memberId !== undefined) throw invalidInput(['memberId'], 'not_together')
  const schedule = scheduleFor(input)
  const { posted, borrowingId, number } = await take(work, input, {
    terms: {
      ...{ account: input.kind, lender: input.lender, principal: input.principal, method: input.method },
      ...{ rate_pct: input.ratePctPerYear, months: input.months },
      ...{ covenant: input.covenant ?? null, collateral: input.collateral ?? null },
    },
    schedule,
  })
  return { ...posted, borrowingId, number, owed: input.principal, schedule }
}

function scheduleFor({ principal, ratePctPerYear, method, months, date, firstDueOn }: Borrow): BorrowingInstalment[] {
  const rate = { ratePct: ratePctPerYear, per: 'year' as const }
  const rows = loanInstalments({ principal, months, rate, method, disbursedOn: date, firstDueOn })
  return rows.map((row) => ({ n: row.n, dueOn: row.dueOn ?? date, principal: row.principal, interest: row.interest }))
}

/** Modal penyertaan comes in; refuses INVALID_INPUT for a day to pay it back that is not after it came. */
export async function contribute(work: Work, input: Inputs['contribute']): Promise<Answers['capital']['contribute']> {
  const { amount, date, repayableOn } = input
  if (repayableOn !== undefined && repayableOn <= date) throw invalidInput(['repayableOn'], 'first_due_too_early')
  const isOwed = repayableOn !== undefined
  const { posted, borrowingId, number } = await take(work, input, {
    terms: {
      ...{ account: isOwed ? participationOwedAccount : participationAccount, lender: input.contributor },
      ...{ principal: amount, method: isOwed ? ('bullet' as const) : null, rate_pct: '0' },
      ...{ months: isOwed ? monthsBetween(date, repayableOn) : null, covenant: null, collateral: null },
    },
    schedule: isOwed ? [{ n: 1, dueOn: repayableOn, principal: amount, interest: 0 }] : [],
  })
  return { ...posted, borrowingId, number, owed: amount }
}

/** Months that have begun between two days, at least one. */
function monthsBetween(from: string, to: string): number {
  const ordinal = (date: string) => {
    const [year, month] = monthOf(date).split('-').map(Number)
    return (year ?? 0) * 12 + (month ?? 0)
  }
  return Math.max(1, ordinal(to) - ordinal(from))
}

interface Taken {
  readonly terms: Omit<
    BorrowingTermsTable,
    'borrowing_id' | 'entry_id' | 'member_id' | 'starts_on' | 'agreement_number'
  >
  readonly schedule: readonly BorrowingInstalment[]
}

type Head = Pick<Borrow, 'date' | 'cashAccount' | 'agreementNumber' | 'memberId'>

/** Writes what was agreed, and then the entry that seals it. */
async function take(
  work: Work,
  { date, cashAccount, agreementNumber, memberId }: Head,
  { terms, schedule }: Taken,
): Promise<{ posted: Posted; borrowingId: string; number: string }> {
  await requireCashAccount(work.tx, cashAccount, 'cashAccount')
  if (memberId !== undefined) await requireMember(work.tx, memberId)
  const [borrowingId, entryId, number] = [work.newId(), work.newId(), await nextNumber(work.tx)]
  await work.tx
    .insertInto('borrowing')
    .values({ id: borrowingId, code: number, name: terms.lender, active: 1 })
    .execute()
  await work.tx
    .insertInto('borrowing_terms')
    .values({
      ...{ ...terms, borrowing_id: borrowingId, entry_id: entryId, member_id: memberId ?? null },
      ...{ starts_on: date, agreement_number: agreementNumber ?? null },
    })
    .execute()
  for (const { n, dueOn, principal, interest } of schedule) {
    await work.tx
      .insertInto('borrowing_instalment')
      .values({ borrowing_id: borrowingId, n, due_on: dueOn, principal, interest })
      .execute()
  }
  const borrowing = { borrowingId, memberId, account: terms.account, lender: terms.lender }
  const draft = borrowingReceipt({ date, borrowing, amount: terms.principal, cashAccount })
  return { posted: await post(work, draft, { entryId }), borrowingId, number }
}

async function requireMember(db: Reader, memberId: string): Promise<void> {
  const row = await db.selectFrom('member').select('id').where('id', '=', memberId).executeTakeFirst()
  if (!row) throw invalidInput(['memberId'], 'reference_unknown')
}

const numberWidth = 3

/** `U-001`, `U-002` …: they are never deleted, so their count goes on. */
async function nextNumber(db: Reader): Promise<string> {
  const { count } = await db
    .selectFrom('borrowing')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return `U-${String(count + 1).padStart(numberWidth, '0')}`
}
