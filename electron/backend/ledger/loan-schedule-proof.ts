import { Refusal } from '../../../shared/errors.ts'
import { loanInstalments } from '../../../shared/rules/loan-schedule.ts'
import { type LoanWish, scheduleInput } from '../../../shared/rules/loan-terms.ts'
import { sen } from '../../../shared/rules/money.ts'
import { among } from '../db/among.ts'
import { termsOf } from '../db/loan-columns.ts'
import { pieces } from '../db/pieces.ts'
import type { JournalEntryTable, LoanAgreementTable, LoanInstalmentTable, Reader } from '../db/tables.ts'
import type { Problem } from './verify.ts'
import { voucherName } from './vouchers.ts'

const payoutsAtATime = 500
const shownMax = 20

/**
 * Schedules lie outside the chain: each is reckoned again from what was agreed and the day of its entry, also those of
 * payouts that were reversed and of loans that go on from others. The entry, which is in the chain, says how much.
 */
export async function scheduleProblems(db: Reader): Promise<Problem[]> {
  const problems: Problem[] = []
  for (const piece of pieces(await payouts(db), payoutsAtATime)) {
    const schedules = await schedulesOf(db, piece)
    for (const payout of piece) {
      const detail = differenceOf(payout, schedules.get(payout.entryId) ?? [])
      if (detail === undefined) continue
      problems.push({ kind: 'subledger', entryId: payout.entryId, voucher: voucherName(payout), detail })
      if (problems.length === shownMax) return problems
    }
    await new Promise((resolve) => setImmediate(resolve))
  }
  return problems
}

type Payout = LoanAgreementTable &
  Pick<JournalEntryTable, 'book' | 'year' | 'number' | 'date'> & {
    readonly entryId: string
    readonly loanNumber: string
    /** What the entry says was lent, sen. */
    readonly lent: number
  }

/** Every entry that lent money under an agreement, whatever its schedule says. */
async function payouts(db: Reader): Promise<Payout[]> {
  return db
    .selectFrom('journal_entry as e')
    .innerJoin('journal_line as l', 'l.seq', 'e.seq')
    .innerJoin('loan_agreement as a', (join) =>
      join.onRef('a.loan_id', '=', 'l.loan_id').onRef('a.account', '=', 'l.account'),
    )
    .innerJoin('loan as o', 'o.id', 'a.loan_id')
    .selectAll('a')
    .select(['e.id as entryId', 'e.book', 'e.year', 'e.number', 'e.date', 'o.code as loanNumber', 'l.debit as lent'])
    .where('e.procedure', 'in', ['loans.disburse', 'loans.restructure'])
    .where('e.reverses_id', 'is', null)
    .where('l.debit', '>', 0)
    .orderBy('e.seq')
    .execute()
}

type Row = Pick<LoanInstalmentTable, 'entry_id' | 'n' | 'due_on' | 'principal' | 'interest'>

async function schedulesOf(db: Reader, of: readonly Payout[]): Promise<Map<string, Row[]>> {
  const rows = await db
    .selectFrom('loan_instalment')
    .select(['entry_id', 'n', 'due_on', 'principal', 'interest'])
    .where('entry_id', 'in', among(JSON.stringify(of.map(({ entryId }) => entryId))))
    .orderBy('entry_id')
    .orderBy('n')
    .execute()
  return Map.groupBy(rows, (row) => row.entry_id)
}

function differenceOf(payout: Payout, kept: readonly Row[]): string | undefined {
  const loan = `loan ${payout.loanNumber}`
  if (payout.lent !== payout.principal) return `${loan} was agreed for another principal than was paid out`
  const wish = { principal: sen(payout.principal), months: payout.months, disbursedOn: payout.date }
  // Where nobody named a first day the days follow the payout's: both are tried, for the table does not say which it was.
  const isAsAgreed = isSame(kept, payout, wish) || isSame(kept, payout, { ...wish, firstDueOn: kept[0]?.due_on })
  return isAsAgreed ? undefined : `the schedule of ${loan} is not what its terms ask for`
}

function isSame(kept: readonly Row[], payout: Payout, wish: LoanWish): boolean {
  const rows = reckoned(payout, wish)
  return (
    rows?.length === kept.length &&
    rows.every(({ n, dueOn, principal, interest }, index) => {
      const row = kept[index]
      return row?.n === n && row.due_on === dueOn && row.principal === principal && row.interest === interest
    })
  )
}

/** Undefined where the terms as they now stand give no schedule at all. */
function reckoned(payout: Payout, wish: LoanWish) {
  try {
    return loanInstalments(scheduleInput(termsOf(payout), wish))
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}
