import { addDays } from '../../../../shared/calendar.ts'
import type { LoanClass } from '../../../../shared/rules/allowance.ts'
import { accruedInterestAccount } from '../../../../shared/rules/entries/loan-line.ts'
import { loanClassification, type Measure } from '../../../../shared/rules/loan-classification.ts'
import type { PaidOnDay } from '../../../../shared/rules/loan-penalty.ts'
import { sen, sumSen } from '../../../../shared/rules/money.ts'
import type { Continued } from '../../../../shared/rules/restructured-class.ts'
import { among } from '../../db/among.ts'
import type { LoanAgreementTable, Reader } from '../../db/tables.ts'
import { loanOnDay } from './loan-on-day.ts'
import { historiesOf } from './rows.ts'
import { instalmentsOf } from './schedules.ts'

/** What classes are judged by, but the day: each loan has its own. */
type Rules = Omit<Measure, 'asOf'>
type Continuing = Pick<Continued, 'classBefore' | 'payments'>

/** Of those of these loans that continue another one: the class that one had the day before, and what was paid since. */
export async function continuedAt(
  db: Reader,
  loanIds: readonly string[],
  asOf: string,
  rules: Rules,
): Promise<Map<string, Continuing>> {
  const continued = await restructuredAmong(db, loanIds)
  if (continued.length === 0) return new Map()
  const classBefore = await classesBefore(db, continued, rules)
  const paid = await historiesOf(db, { loanIds: [...classBefore.keys()], asOf })
  return new Map([...classBefore].map(([id, before]) => [id, { classBefore: before, payments: paid.get(id) ?? [] }]))
}

/** A loan that goes on as another, and the last day it was judged by itself. */
interface GoneOn {
  readonly id: string
  readonly oldId: string
  readonly day: string
}

async function restructuredAmong(db: Reader, loanIds: readonly string[]): Promise<GoneOn[]> {
  const rows = await db
    .selectFrom('loan_restructuring as x')
    .innerJoin('journal_entry as e', 'e.id', 'x.entry_id')
    .select(['x.new_loan_id as id', 'x.loan_id as oldId', 'e.date'])
    .where('x.new_loan_id', 'in', among(JSON.stringify(loanIds)))
    .execute()
  return rows.map(({ date, ...loan }) => ({ ...loan, day: addDays(date, -1) }))
}

/**
 * The class each of these had on its own last day, by the loan it goes on as: a handful of questions for all of them, and
 * again for those among them that went on for another one themselves.
 */
async function classesBefore(db: Reader, gone: readonly GoneOn[], rules: Rules): Promise<Map<string, LoanClass>> {
  const oldIds = JSON.stringify([...new Set(gone.map(({ oldId }) => oldId))])
  const agreements = await agreementsOf(db, oldIds)
  const lines = Map.groupBy(await linesOf(db, oldIds), ({ loanId }) => loanId)
  const pledged = Map.groupBy(await collateralOf(db, oldIds), ({ loanId }) => loanId)
  const further = await restructuredAmong(db, [...agreements.keys()])
  const continued = further.length === 0 ? new Map<string, LoanClass>() : await classesBefore(db, further, rules)
  const last = gone.flatMap(({ id, oldId, day }) => {
    const agreement = agreements.get(oldId)
    return agreement ? [{ id, agreement, day, ...standingOn(agreement, lines.get(oldId) ?? [], day) }] : []
  })
  const ran = last.map(({ agreement, payout }) => ({ agreement, disbursement: payout, ending: undefined }))
  const histories = new Map(last.map(({ agreement, payments }) => [agreement.loan_id, payments]))
  const instalments = await instalmentsOf(db, ran, { histories })
  return new Map(
    last.map(({ id, agreement, day, payout: _payout, payments, ...standing }): [string, LoanClass] => {
      const own = pledged.get(agreement.loan_id) ?? []
      const held = own.filter(({ from, releasedOn }) => from <= day && (releasedOn === null || releasedOn > day))
      const schedule = instalments.get(agreement.loan_id)?.schedule ?? []
      const collateral = sumSen(held.map(({ appraised }) => appraised))
      const classBefore = continued.get(agreement.loan_id)
      const loan = loanOnDay({ agreement, accrued: 0, ...standing, schedule, collateral })
      const judged = { ...loan, continues: classBefore && { classBefore, payments } }
      // What began and went on as another on one day hands on what it kept itself.
      const [row] = standing.owed === 0 ? [] : loanClassification([judged], { ...rules, asOf: day }).rows
      return [id, row?.class ?? classBefore ?? 'current']
    }),
  )
}

async function agreementsOf(db: Reader, loanIds: string): Promise<Map<string, LoanAgreementTable>> {
  const rows = await db.selectFrom('loan_agreement').selectAll().where('loan_id', 'in', among(loanIds)).execute()
  return new Map(rows.map((row) => [row.loan_id, row]))
}

type Line = Awaited<ReturnType<typeof linesOf>>[number]

/** What each entry moved of what is owed and paid of loans, credit less debit in sen, and when that was taken back. */
async function linesOf(db: Reader, loanIds: string) {
  return db
    .selectFrom('journal_line as l')
    .innerJoin('loan_agreement as a', 'a.loan_id', 'l.loan_id')
    .innerJoin('journal_entry as e', 'e.seq', 'l.seq')
    .leftJoin('journal_entry as r', 'r.reverses_id', 'e.id')
    .leftJoin('loan_instalment as i', (join) =>
      join
        .onRef('i.entry_id', '=', 'e.id')
        .onRef('i.loan_id', '=', 'l.loan_id')
        .on('i.n', '=', (eb) => eb.lit(1)),
    )
    .select(['a.loan_id as loanId', 'l.account', 'e.id as entryId', 'e.date', 'r.date as reversedOn', 'i.n as payout'])
    .select((eb) => eb(eb.fn.sum<number>('l.credit'), '-', eb.fn.sum<number>('l.debit')).as('net'))
    .where('l.loan_id', 'in', among(loanIds))
    .where('e.reverses_id', 'is', null)
    .where((eb) =>
      eb.or([
        eb('l.account', '=', accruedInterestAccount),
        eb('l.account', '=', eb.ref('a.account')),
        eb('l.account', '=', eb.ref('a.interest_account')),
      ]),
    )
    .groupBy(['a.loan_id', 'l.account', 'e.id'])
    .orderBy('e.date')
    .orderBy('e.seq')
    .execute()
}

/** A loan at the end of a day: what was reversed by then never was. */
function standingOn(agreement: LoanAgreementTable, lines: readonly Line[], day: string) {
  const counted = lines.filter(({ date, reversedOn }) => date <= day && (reversedOn === null || reversedOn > day))
  const payout = counted.find((line) => line.payout !== null)
  const payments = counted
    .filter((line) => line.payout === null)
    .map(({ date, account, net }): PaidOnDay => {
      const isPrincipal = account === agreement.account
      return { date, principal: isPrincipal ? net : 0, interest: isPrincipal ? 0 : net, held: 0 }
    })
  const owed = 0 - sumSen(counted.filter(({ account }) => account === agreement.account).map(({ net }) => net))
  const paidInterest = sumSen(payments.map(({ interest }) => interest))
  return { payout, payments, owed, paid: { paidPrincipal: sen(agreement.principal - owed), paidInterest } }
}

async function collateralOf(db: Reader, loanIds: string) {
  return db
    .selectFrom('loan_collateral')
    .select(['loan_id as loanId', 'appraised', 'released_on as releasedOn'])
    .select((eb) => eb.fn.coalesce('appraised_on', 'recorded_on').as('from'))
    .where('loan_id', 'in', among(loanIds))
    .execute()
}
