import type { Answers, Inputs } from '../../../shared/contract/index.ts'
import { assert } from '../../../shared/errors.ts'
import { accruedInterestAccount } from '../../../shared/rules/entries/loan-line.ts'
import { type LoanOnDay, loanClassification } from '../../../shared/rules/loan-classification.ts'
import { sen, sumSen } from '../../../shared/rules/money.ts'
import type { Reader } from '../db/tables.ts'
import { movementsUntil } from '../ledger/balances.ts'
import { requireDateInReach } from '../ledger/post.ts'
import type { Reading } from '../work.ts'
import { readLoanPolicy } from './loan-policy.ts'
import { schedulesOf } from './loan-rows.ts'
import { type LoanRecord, paidOf, readLoans } from './loan-standing.ts'

type Classified = Answers['loans']['classify']

/** Every loan owed at the end of a day, by class; refuses a day out of reach. */
export async function classifyLoans(
  { db, today }: Reading,
  { asOf, preset }: Inputs['loans']['classify'],
): Promise<Classified> {
  await requireDateInReach(db, today, asOf, 'asOf')
  const policy = await readLoanPolicy(db)
  const measure = { ...policy, asOf, preset: preset ?? policy.collectibilityPreset }
  const records = await owedLoans(db, asOf)
  const { rows, totals } = loanClassification(await loansOnDay(db, records), measure)
  const named = new Map(records.map((record) => [record.loan.loanId, record]))
  const difference = (await heldOnLoans(db, asOf)) - totals.outstanding
  return {
    ...{ asOf, preset: measure.preset },
    rows: rows.map(({ id, ...row }) => ({ ...namesOf(named, id), ...row, restructured: false })),
    totals: { ...totals, difference },
  }
}

function namesOf(records: ReadonlyMap<string, LoanRecord>, id: string) {
  const record = records.get(id)
  assert(record, 'what was classified was read')
  const { loanId, number, memberId, memberNumber, memberName, productName } = record.loan
  return { loanId, number, memberId, memberNumber, memberName, hamlet: record.borrower.hamlet, productName }
}

/** What the control accounts of principal hold at the end of a day, sen. */
async function heldOnLoans(db: Reader, asOf: string): Promise<number> {
  const accounts = await db
    .selectFrom('account')
    .select('code')
    .where('subledger', '=', 'loan')
    .where('code', '<>', accruedInterestAccount)
    .execute()
  const codes = new Set(accounts.map(({ code }) => code))
  const held = (await movementsUntil(db, asOf)).filter(({ account }) => codes.has(account))
  return sumSen(held.map(({ debit, credit }) => debit - credit))
}

/** Loans of which principal is owed at the end of the day, in the order of their numbers. */
async function owedLoans(db: Reader, asOf: string): Promise<LoanRecord[]> {
  const records = await readLoans(db, { asOf })
  return records.filter(({ moved }) => moved.owed !== 0)
}

/** What the rules ask of each of them, in their order. */
async function loansOnDay(db: Reader, records: readonly LoanRecord[]): Promise<LoanOnDay[]> {
  const payouts = records.flatMap(({ disbursement }) => (disbursement ? [disbursement] : []))
  const schedules = await schedulesOf(db, payouts)
  return records.map((record): LoanOnDay => {
    const { agreement, moved, disbursement } = record
    const schedule = schedules.get(disbursement?.entryId ?? '') ?? []
    return {
      ...{ id: agreement.loan_id, outstanding: sen(moved.owed), schedule, ...paidOf(record) },
      ...{ accrued: sen(moved.accrued), collateral: sen(0) },
      // One instalment is repaid at once, whatever the method is called.
      repayment: agreement.method === 'bullet' || schedule.length === 1 ? 'bullet' : 'instalments',
    }
  })
}
