import { daysBetween } from '../../../../shared/calendar.ts'
import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import { sumSen } from '../../../../shared/rules/money.ts'
import { termInterest } from '../../../../shared/rules/term-interest.ts'
import { requireDateInReach } from '../../ledger/post.ts'
import type { Reading } from '../../work.ts'
import { agreementOf, interestSoFar, readTerms, type TermInterestSoFar, type TermRecord } from './facts.ts'

type Terms = Answers['savings']['terms']
type Row = Terms['rows'][number]

/** Term deposits as they stand on a day, those that fall due first in front. */
export async function listTerms(
  { db, today }: Reading,
  { asOf = today, state, ...asked }: NonNullable<Inputs['savings']['terms']> = {},
): Promise<Terms> {
  await requireDateInReach(db, today, asOf, 'asOf')
  const soFar = await interestSoFar(db, asked.savingsAccountId, asOf)
  const rows = (await readTerms(db, asked))
    .filter(({ openedOn }) => openedOn <= asOf || asked.savingsAccountId !== undefined)
    .map((term) => rowOf(term, soFar(term.id), asOf))
    .filter((row) => (state === undefined ? row.state !== 'closed' || isAskedFor(asked) : row.state === state))
  const total = (part: 'amount' | 'accrued') =>
    sumSen(rows.filter((row) => row.state !== 'closed').map((row) => row[part]))
  return { rows, totals: { amount: total('amount'), accrued: total('accrued') } }
}

function isAskedFor({ savingsAccountId }: { savingsAccountId?: string | undefined }): boolean {
  return savingsAccountId !== undefined
}

function rowOf(term: TermRecord, { reckoned, accrued }: TermInterestSoFar, asOf: string): Row {
  const { id: savingsAccountId, number, memberId, memberNumber, memberName, product, productName } = term
  const isClosed = term.closedOn !== null && term.closedOn <= asOf
  const interestInAll = termInterest(agreementOf(term), term.matures_on)
  return {
    ...{ savingsAccountId, number, memberId, memberNumber, memberName, product, productName },
    ...{ amount: term.amount, ratePctPerYear: term.rate_pct, months: term.months },
    ...{ startsOn: term.starts_on, maturesOn: term.matures_on },
    state: isClosed ? 'closed' : term.matures_on <= asOf ? 'matured' : 'running',
    daysLeft: daysBetween(asOf, term.matures_on),
    ...{ rollover: term.rollover, payInterestTo: term.pay_interest_to },
    ...{ earlyWithdrawal: term.early_withdrawal, earlyPct: term.early_pct },
    ...{ interestInAll, accrued, interestPaid: reckoned - accrued },
    ...{ rolledFrom: term.rolled_from, openedOn: term.openedOn, closedOn: isClosed ? term.closedOn : null },
  }
}
