import { monthOf } from '../../../../shared/calendar.ts'
import type { Inputs as AllInputs, Answers } from '../../../../shared/contract/index.ts'
import { invalidInput } from '../../../../shared/errors.ts'
import type { BorrowingInstalment } from '../../../../shared/rules/borrowing-payment.ts'
import { borrowingSchedule } from '../../../../shared/rules/borrowing-schedule.ts'
import {
  borrowingReceipt,
  participationAccount,
  participationOwedAccount,
} from '../../../../shared/rules/entries/borrowing.ts'
import type { BorrowingTermsTable, Reader } from '../../db/tables.ts'
import { type Posted, post } from '../../ledger/post.ts'
import type { Reading, Work } from '../../work.ts'
import { requireCashAccount } from '../cash/account.ts'

type Inputs = AllInputs['capital']
type Borrow = Inputs['borrow']

/** Money is borrowed. Refuses INVALID_INPUT for a loan of a member without the member, and what schedules refuse. */
export async function borrow(work: Work, input: Borrow): Promise<Answers['capital']['borrow']> {
  if (input.kind === '27105' && input.memberId === undefined) throw invalidInput(['memberId'], 'required')
  if (input.kind !== '27105' && input.memberId !== undefined) throw invalidInput(['memberId'], 'not_together')
  const schedule = borrowingSchedule(input).rows.map(({ n, dueOn, principal, interest }) => {
    return { n, dueOn, principal, interest }
  })
  const { posted, borrowingId, number } = await take(work, input, { terms: termsOf(input), schedule })
  return { ...posted, borrowingId, number, owed: input.principal, schedule }
}

function termsOf(input: Borrow): Taken['terms'] {
  return {
    ...{ account: input.kind, lender: input.lender, principal: input.principal, method: input.method },
    ...{ rate_pct: input.ratePctPerYear, months: input.months, first_due_on: input.firstDueOn ?? null },
    ...{ every_months: input.everyMonths ?? null, grace_all_months: input.graceAllMonths ?? null },
    ...{ grace_principal_months: input.gracePrincipalMonths ?? null, round_to: input.roundTo ?? null },
    ...{ round_payment_to: input.roundPaymentTo ?? null },
    ...{ covenant: input.covenant ?? null, collateral: input.collateral ?? null },
  }
}

/** A borrowing as it would be paid back, before anything is recorded; refuses what schedules refuse. */
export async function previewBorrowing(
  _: Reading,
  input: Inputs['previewBorrowing'],
): Promise<Answers['capital']['previewBorrowing']> {
  const { rows, ...told } = borrowingSchedule(input)
  return { schedule: rows, ...told }
}

/** Modal penyertaan comes in; refuses INVALID_INPUT for a day to pay it back that is not after it came. */
export async function contribute(work: Work, input: Inputs['contribute']): Promise<Answers['capital']['contribute']> {
  const { amount, date, repayableOn } = input
  if (repayableOn !== undefined && repayableOn <= date) throw invalidInput(['repayableOn'], 'repayable_too_early')
  const isOwed = repayableOn !== undefined
  const { posted, borrowingId, number } = await take(work, input, {
    terms: {
      ...{ account: isOwed ? participationOwedAccount : participationAccount, lender: input.contributor },
      ...{ principal: amount, method: isOwed ? ('bullet' as const) : null, rate_pct: '0' },
      ...{ months: isOwed ? monthsBetween(date, repayableOn) : null, ...asUsual },
    },
    schedule: isOwed ? [{ n: 1, dueOn: repayableOn, principal: amount, interest: 0 }] : [],
  })
  return { ...posted, borrowingId, number, owed: amount }
}

const asUsual = {
  ...{ first_due_on: null, every_months: null, grace_principal_months: null, grace_all_months: null },
  ...{ round_to: null, round_payment_to: null, covenant: null, collateral: null },
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
