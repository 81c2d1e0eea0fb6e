import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import { assert } from '../../../../shared/errors.ts'
import type { CollectibilityPreset } from '../../../../shared/rules/collectibility.ts'
import { accruedInterestAccount } from '../../../../shared/rules/entries/loan-line.ts'
import {
  type LoanClassification,
  type LoanOnDay,
  loanClassification,
} from '../../../../shared/rules/loan-classification.ts'
import { unpaidOf } from '../../../../shared/rules/loan-payment.ts'
import { sen, sumSen } from '../../../../shared/rules/money.ts'
import type { Reader } from '../../db/tables.ts'
import { movementsUntil } from '../../ledger/balances.ts'
import { requireDateInReach } from '../../ledger/post.ts'
import type { Reading } from '../../work.ts'
import { continuedAt } from './continued.ts'
import { keptClassesOn } from './kept-classes.ts'
import { loanOnDay } from './loan-on-day.ts'
import { readLoanPolicy } from './policy.ts'
import { dueUntil, type LoanRow, loanRows, type Payout } from './rows.ts'
import { instalmentsOf } from './schedules.ts'
import { type LoanRecord, paidOf, readLoans, standingsOf } from './standing.ts'

type Classified = Answers['loans']['classify']

/** Every loan owed at the end of a day, by class: as a month's end that is done kept them. Refuses a day out of reach. */
export async function classifyLoans(
  { db, today }: Reading,
  { asOf, preset }: Inputs['loans']['classify'],
): Promise<Classified> {
  await requireDateInReach(db, today, asOf, 'asOf')
  const kept = await keptClassesOn(db, asOf, preset)
  if (!kept) return reckonLoans(db, asOf, preset)
  const loans = await loanRows(db, { loanIds: kept.rows.map(({ id }) => id) })
  return answered(db, asOf, { ...kept, agreements: new Map(loans.map((loan) => [loan.loan_id, loan])) })
}

/** The same as the book says it today, whatever a month's end kept. */
export async function reckonLoans(db: Reader, asOf: string, preset?: CollectibilityPreset): Promise<Classified> {
  const classes = await classesAt(db, asOf, { preset })
  const agreements = new Map([...classes.loans].map(([id, { record }]) => [id, record.agreement]))
  return answered(db, asOf, { ...classes, kept: null, agreements })
}

interface Told extends LoanClassification, Pick<Classified, 'preset' | 'kept'> {
  readonly agreements: ReadonlyMap<string, LoanRow>
}

async function answered(
  db: Reader,
  asOf: string,
  { preset, kept, rows, totals, agreements }: Told,
): Promise<Classified> {
  const difference = (await heldOnLoans(db, asOf)) - totals.outstanding
  return {
    ...{ asOf, preset, kept },
    rows: rows.map((row) => ({ ...namesOf(agreements.get(row.id)), ...row })),
    totals: { ...totals, difference },
  }
}

/** All loans as they stood at the end of a day, and what they come to. */
export interface Classes extends LoanClassification {
  readonly asOf: string
  readonly preset: CollectibilityPreset
  /** True where the schedules of all loans were read, not only of those that are behind. */
  readonly withSchedules: boolean
  /** By their ids, in the order of their numbers: those that are owed, and those of which booked interest is left. */
  readonly loans: ReadonlyMap<string, LoanAtDay>
}

interface LoanAtDay {
  readonly record: LoanRecord
  readonly onDay: LoanOnDay
}

interface Asked {
  /** The preset that was decided, unless another is asked for. */
  readonly preset?: CollectibilityPreset | undefined
  /** All loans, unless some are named. */
  readonly loanIds?: readonly string[]
  /** Schedules of all loans, not only of those that are behind. */
  readonly withSchedules?: boolean
}

export async function classesAt(db: Reader, asOf: string, asked: Asked = {}): Promise<Classes> {
  const policy = await readLoanPolicy(db)
  const measure = { ...policy, asOf, preset: asked.preset ?? policy.collectibilityPreset }
  const read = await readLoans(db, { asOf, loanIds: asked.loanIds })
  const records = read.filter((record) => isOwed(record) || record.moved.accrued !== 0)
  const { withSchedules = false } = asked
  const loanIds = records.map(({ agreement }) => agreement.loan_id)
  const continued = await continuedAt(db, loanIds, asOf, measure)
  const judgedByDays = records.filter(({ agreement }) => continued.has(agreement.loan_id))
  const needed = withSchedules ? records : [...(await behindAt(db, records, asOf)), ...judgedByDays]
  const instalments = await instalmentsOf(db, needed, { asOf })
  const rests = await restsOf(db, records, asOf)
  const pledged = await collateralAt(db, asOf)
  const loans = records.map((record) => {
    const id = record.agreement.loan_id
    const schedule = instalments.get(id)?.schedule ?? []
    const own = { ...onDay(record, schedule, pledged.get(id) ?? 0), ...rests.get(id) }
    return { record, onDay: { ...own, continues: continued.get(id) } }
  })
  const owed = loans.filter(({ record }) => isOwed(record)).map((loan) => loan.onDay)
  return {
    ...{ asOf, preset: measure.preset, withSchedules },
    ...loanClassification(owed, measure),
    loans: new Map(loans.map((loan) => [loan.onDay.id, loan])),
  }
}

/** True while principal is owed, or a rest of interest or penalty after it. */
function isOwed(record: LoanRecord): boolean {
  return record.moved.owed !== 0 || (record.disbursement !== undefined && record.loan.state === 'disbursed')
}

function paidOut(records: readonly LoanRecord[]): Payout[] {
  return records.flatMap(({ disbursement }) => disbursement ?? [])
}

/**
 * Those of which something that fell due by the day may be unpaid, for principal paid ahead lowers what was signed: of the
 * others a class asks for no schedule.
 */
async function behindAt(db: Reader, records: readonly LoanRecord[], asOf: string): Promise<LoanRecord[]> {
  const due = await dueUntil(db, paidOut(records), asOf)
  return records.filter((record) => {
    const { principal = 0, interest = 0 } = due.get(record.disbursement?.entryId ?? '') ?? {}
    const { paidPrincipal, paidInterest } = paidOf(record)
    return paidPrincipal < principal || paidInterest < interest
  })
}

/**
 * Of loans whose principal is all paid back, what was left open: later instalments of their schedules earn nothing any
 * more, so that what is unpaid stands here as if nothing else had been agreed.
 */
async function restsOf(db: Reader, records: readonly LoanRecord[], asOf: string) {
  const paidBack = records.filter((record) => record.moved.owed === 0 && isOwed(record))
  const standings = paidBack.length === 0 ? [] : await standingsOf(db, paidBack, { asOf })
  const paid = { paidPrincipal: sen(0), paidInterest: sen(0) }
  return new Map([...standings].map(([id, standing]) => [id, { schedule: unpaidOf(standing), ...paid }]))
}

function onDay(record: LoanRecord, schedule: LoanOnDay['schedule'], collateral: number): LoanOnDay {
  const { agreement, moved } = record
  const { owed, accrued } = moved
  return loanOnDay({ agreement, owed, accrued, paid: paidOf(record), schedule, collateral })
}

/** What the collateral of each loan is worth that was appraised by the day, or noted without that, and not given back until then, sen. */
async function collateralAt(db: Reader, asOf: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('loan_collateral')
    .select((eb) => ['loan_id as loanId', eb.fn.sum<number>('appraised').as('worth')])
    .where((eb) => eb(eb.fn.coalesce('appraised_on', 'recorded_on'), '<=', asOf))
    .where((eb) => eb.or([eb('released_on', 'is', null), eb('released_on', '>', asOf)]))
    .groupBy('loan_id')
    .execute()
  return new Map(rows.map(({ loanId, worth }) => [loanId, worth]))
}

function namesOf(agreement: LoanRow | undefined) {
  assert(agreement, 'what was classified is a loan')
  const { loan_id: loanId, number, member_id: memberId, memberNumber, memberName, hamlet, productName } = agreement
  return { loanId, number, memberId, memberNumber, memberName, hamlet, productName }
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
