import type { Inputs } from '../../../../shared/contract/index.ts'
import { Refusal } from '../../../../shared/errors.ts'
import { accruedTermInterestAccount, termInterestAccount } from '../../../../shared/rules/entries/term-deposit.ts'
import { sen } from '../../../../shared/rules/money.ts'
import { type TermAgreement, termClosing } from '../../../../shared/rules/term-interest.ts'
import type { Reader, SavingsTermTable } from '../../db/tables.ts'

type Asked = Pick<NonNullable<Inputs['savings']['terms']>, 'memberId' | 'savingsAccountId'>

/** A term deposit with its owner, its product and the account its interest goes onto. */
export type TermRecord = Awaited<ReturnType<typeof readTerms>>[number]

/** Term deposits in the order they fall due, those that are closed too. */
export async function readTerms(db: Reader, { memberId, savingsAccountId }: Asked = {}) {
  let query = db
    .selectFrom('savings_term as t')
    .innerJoin('savings_account as s', 's.id', 't.savings_account_id')
    .innerJoin('savings_product as p', 'p.id', 's.product')
    .innerJoin('member as m', 'm.id', 's.member_id')
    .leftJoin('savings_account as y', 'y.id', 't.pay_interest_to')
    .leftJoin('savings_product as yp', 'yp.id', 'y.product')
    .selectAll('t')
    .select(['s.id', 's.code as number', 's.account', 's.active', 's.product', 's.opened_on as openedOn'])
    .select(['s.closed_on as closedOn', 'p.unit', 'p.name_id as productName'])
    .select(['m.id as memberId', 'm.code as memberNumber', 'm.name as memberName', 'm.active as isMemberActive'])
    .select(['y.account as payAccount', 'yp.unit as payUnit', 'y.active as isPayOpen'])
    .select((eb) =>
      eb
        .selectFrom('balance_subledger as b')
        .select((b) => b.fn.sum<number | null>(b('b.credit', '-', b.ref('b.debit'))).as('held'))
        .where('b.subledger', '=', 'savings')
        .whereRef('b.reference', '=', 's.id')
        .as('held'),
    )
    .orderBy('t.matures_on')
    .orderBy('s.code')
  if (memberId !== undefined) query = query.where('s.member_id', '=', memberId)
  if (savingsAccountId !== undefined) query = query.where('s.id', '=', savingsAccountId)
  return query.execute()
}

/** Refuses NOT_FOUND for an id that is no term deposit and NOT_ALLOWED for one that is closed. */
export async function requireOpenTerm(db: Reader, savingsAccountId: string): Promise<TermRecord> {
  const [term] = await readTerms(db, { savingsAccountId })
  if (!term) throw new Refusal('NOT_FOUND', 'term_deposit', { savingsAccountId })
  if (term.active !== 1) throw new Refusal('NOT_ALLOWED', 'savings_account_closed', { number: term.number })
  return term
}

/** What was agreed, as rules are told it. */
export function agreementOf(term: SavingsTermTable): TermAgreement {
  return {
    amount: sen(term.amount),
    startsOn: term.starts_on,
    months: term.months,
    ratePctPerYear: term.rate_pct,
    dayBasis: term.day_basis,
    rounding: term.rounding,
  }
}

/** How a term deposit ends on a day by what was agreed, whether or not its product lets it. */
export function closingOf(term: TermRecord, date: string, { reckoned, accrued }: TermInterestSoFar) {
  return termClosing({
    ...{ term: agreementOf(term), date, rule: term.early_withdrawal, pct: term.early_pct },
    ...{ reckoned: sen(reckoned), accrued: sen(accrued) },
  })
}

/** The open savings account that takes a term deposit's interest, as lines of an entry name it. */
export function interestAccountOf(term: TermRecord) {
  const { pay_interest_to: savingsAccountId, payAccount: account, payUnit: unit, memberId } = term
  if (savingsAccountId === null || account === null || unit === null || term.isPayOpen !== 1) return undefined
  return { savingsAccountId, account, unit, memberId }
}

/** Interest of a term deposit so far, in sen: all that was reckoned, and what of it is put aside. */
export interface TermInterestSoFar {
  readonly reckoned: number
  readonly accrued: number
}

/** What the lines say of the interest of every term deposit, or of one, until the end of a day. */
export async function interestSoFar(
  db: Reader,
  savingsAccountId?: string,
  asOf = '9999-12-31',
): Promise<(id: string) => TermInterestSoFar> {
  let query = db
    .selectFrom('savings_term as t')
    .innerJoin('journal_line as l', 'l.savings_account_id', 't.savings_account_id')
    .select(['t.savings_account_id as id', 'l.account'])
    .select((eb) => eb.fn.sum<number>(eb('l.debit', '-', eb.ref('l.credit'))).as('moved'))
    .where('l.account', 'in', [termInterestAccount, accruedTermInterestAccount])
    .where('l.entry_date', '<=', asOf)
    .groupBy(['t.savings_account_id', 'l.account'])
  if (savingsAccountId !== undefined) query = query.where('t.savings_account_id', '=', savingsAccountId)
  const moved = new Map((await query.execute()).map((row) => [`${row.id} ${row.account}`, row.moved]))
  return (id) => ({
    reckoned: moved.get(`${id} ${termInterestAccount}`) ?? 0,
    accrued: 0 - (moved.get(`${id} ${accruedTermInterestAccount}`) ?? 0),
  })
}
