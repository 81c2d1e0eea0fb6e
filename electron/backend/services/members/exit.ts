import type { Inputs as AllInputs, Answers } from '../../../../shared/contract/index.ts'
import type { ExitReason, SettlementSheet } from '../../../../shared/contract/member-exit.ts'
import { invalidInput, Refusal } from '../../../../shared/errors.ts'
import { exitPayment } from '../../../../shared/rules/entries/exit-payment.ts'
import { memberExit } from '../../../../shared/rules/entries/member-exit.ts'
import { clearedCards, type Settlement } from '../../../../shared/rules/member-settlement.ts'
import { sen, sumSen } from '../../../../shared/rules/money.ts'
import type { MemberExitTable } from '../../db/tables.ts'
import { lowestOwedToLeaver } from '../../ledger/below-zero.ts'
import { closeMember, standingExits } from '../../ledger/exits.ts'
import { requireOpenPeriod } from '../../ledger/periods.ts'
import { type Posted, post } from '../../ledger/post.ts'
import type { Reading, Work } from '../../work.ts'
import { requireCashAccount } from '../cash/account.ts'
import { namedLoan } from '../loans/standing.ts'
import { type Leaving, type LeavingLoan, requireLeaving, settlementOf } from './leaving.ts'

type Inputs = AllInputs['members']
type Exited = Answers['members']['exit']

/** The settlement sheet of a member as of a day. */
export async function exitQuote(
  { db, today }: Reading,
  { memberId, date, lossShare = sen(0), payWrittenOff }: Inputs['exitQuote'],
): Promise<Answers['members']['exitQuote']> {
  const leaving = await requireLeaving(db, today, memberId, date)
  const { id, code: number, name, joined_on: joinedOn } = leaving.member
  const settlement = settlementOf(leaving, { lossShare, payWrittenOff })
  return {
    ...{ memberId: id, number, name, joinedOn, date, guarantees: leaving.guarantees, warnings: leaving.warnings },
    ...sheetOf(leaving, settlement, lossShare),
  }
}

/**
 * Posts the settlement of the day, closes her savings accounts and the member. Refuses what `requireLeaving` refuses,
 * PERIOD_CLOSED, INSUFFICIENT_BALANCE `exit` where who resigns or moves cannot pay what she owes, and as INVALID_INPUT a
 * death without an heir or an heir without a death.
 */
export async function exitMember(work: Work, input: Inputs['exit']): Promise<Exited> {
  const { memberId, date, reason, lossShare = sen(0) } = input
  const leaving = await requireLeaving(work.tx, work.today, memberId, date)
  requireHeir(input)
  await requireOpenPeriod(work.tx, date)
  const settlement = settlementOf(leaving, input)
  const { hers: available, short } = settlement.totals
  if (short > 0 && !mayStayOwing(reason)) {
    throw new Refusal('INSUFFICIENT_BALANCE', 'exit', { number: leaving.member.code, available, short })
  }
  const entry = await settle(work, input, { leaving, settlement })
  const warnings = [...leaving.warnings, ...(short > 0 ? ['debt_stays_open'] : []), ...(entry?.warnings ?? [])]
  return { ...entry, entry, date, warnings, ...sheetOf(leaving, settlement, lossShare) }
}

/** Who is gone against her will, or dead, cannot be made to pay first: what her savings do not cover is pursued. */
function mayStayOwing(reason: ExitReason): boolean {
  return reason === 'died' || reason === 'expelled'
}

function requireHeir({ reason, heir }: Inputs['exit']): void {
  if (reason === 'died' && !heir) throw invalidInput(['heir'], 'heir_missing')
  if (reason !== 'died' && heir) throw invalidInput(['heir'], 'heir_of_the_living')
}

interface Settling {
  readonly leaving: Leaving
  readonly settlement: Settlement<LeavingLoan>
}

/** The row of the leaving, its entry where there is anything to settle, and the closed accounts. */
async function settle(work: Work, input: Inputs['exit'], settling: Settling): Promise<Posted | null> {
  const draft = draftOf(input, settling)
  const entryId = draft.lines.length === 0 ? null : work.newId()
  const exit: MemberExitTable = {
    ...{ id: work.newId(), member_id: input.memberId, date: input.date, reason: input.reason },
    note: input.note || null,
    heir_name: input.heir?.name ?? null,
    heir_relation: input.heir?.relation ?? null,
    heir_document: input.heir?.document ?? null,
    ...{ entry_id: entryId, request_id: input.requestId },
  }
  await work.tx.insertInto('member_exit').values(exit).execute()
  await keepLoans(work, exit.id, settling.settlement)
  const posted = entryId === null ? null : await post(work, draft, { entryId })
  await closeMember(work.tx, exit)
  return posted
}

/** What was owed of each loan beside principal: what stays unpaid of it is in no entry. */
async function keepLoans({ tx }: Work, exitId: string, { loans }: Settlement<LeavingLoan>): Promise<void> {
  for (const { loan, owed } of loans) {
    const { interest, penalty } = owed
    const row = { loan_id: loan.loan.loanId, exit_id: exitId, interest, penalty }
    await tx.insertInto('exit_loan').values(row).execute()
  }
}

function draftOf({ memberId, date, lossShare = sen(0) }: Inputs['exit'], { leaving, settlement }: Settling) {
  const isTerm = new Set(leaving.terms.map(({ term }) => term.id))
  const held = leaving.savings.filter(({ balance, savingsAccountId }) => balance > 0 && !isTerm.has(savingsAccountId))
  const savings = held.map(({ savingsAccountId, account, unit, balance }) => {
    return { savings: { savingsAccountId, memberId, account, unit }, amount: balance }
  })
  const loans = settlement.loans.map(({ loan, paid }) => ({ loan: namedLoan(loan), ...paid }))
  const terms = leaving.terms.map(({ term, ...end }) => {
    const { id: savingsAccountId, account, unit, productName } = term
    return { savings: { savingsAccountId, memberId, account, unit, productName }, principal: term.amount, ...end }
  })
  const recovered = leaving.lost.map((lost, index) => ({ ...lost, amount: settlement.recovered[index] ?? 0 }))
  const { cards } = settlement
  return memberExit({ date, memberId, savings, terms, cards, loans, recovered, held: leaving.held, lossShare })
}

function sheetOf(
  { savings, terms, lost }: Leaving,
  settlement: Settlement<LeavingLoan>,
  lossShare: number,
): SettlementSheet {
  const { cards, loans, recovered, totals } = settlement
  const on = (account: string) => sumSen(cards.filter((card) => card.account === account).map(({ balance }) => balance))
  return {
    savings: savings.map(({ kind: _kind, unit: _unit, ...account }) => account),
    terms: terms.map(({ term: { id: savingsAccountId, number }, interest, tax, penalty }) => ({
      ...{ savingsAccountId, number, interest, tax, penalty },
    })),
    shu: on(clearedCards.shu),
    held: on(clearedCards.held),
    lossShare,
    receivable: 0 - on(clearedCards.receivable),
    loans: loans.map(({ loan: { loan }, owed: { total, ...parts }, left }) => ({
      ...{ loanId: loan.loanId, number: loan.number, ...parts, paid: total - left, left },
    })),
    writtenOff: lost.map(({ loanId, number, amount: claim }, index) => ({
      ...{ loanId, number, claim, paid: recovered[index] ?? 0 },
    })),
    totals,
  }
}

/**
 * Pays who left what is still owed to her, or to her heir. Refuses NOT_ALLOWED for who has not left, ALREADY_DONE where
 * nothing is owed, and as INVALID_INPUT more than that and a day before she left.
 */
export async function payExit(work: Work, input: Inputs['payExit']): Promise<Answers['members']['payExit']> {
  const { memberId, date, cashAccount } = input
  const exit = await getStandingExit(work, memberId)
  if (date < exit.date) throw invalidInput(['date'], 'date_before_exit', { date: exit.date })
  await requireCashAccount(work.tx, cashAccount, 'cashAccount')
  const { balance: owed } = await lowestOwedToLeaver(work.tx, memberId, date)
  if (owed <= 0) throw new Refusal('ALREADY_DONE', 'exit_paid', { number: exit.number })
  const amount = input.amount ?? owed
  if (amount > owed) throw invalidInput(['amount'], 'payment_above_owed', { available: owed })
  const posted = await post(work, exitPayment({ date, cashAccount, memberId, amount }))
  const name = input.receivedBy ?? exit.heir_name
  if (name !== null) await work.tx.insertInto('voucher_party').values({ entry_id: posted.entryId, name }).execute()
  return { ...posted, paid: amount, due: owed - amount }
}

async function getStandingExit({ tx }: Work, memberId: string) {
  const member = await tx.selectFrom('member').select('code').where('id', '=', memberId).executeTakeFirst()
  if (!member) throw new Refusal('NOT_FOUND', 'member', { memberId })
  const exit = await standingExits(tx)
    .select(['x.date', 'x.heir_name', 'm.code as number'])
    .where('x.member_id', '=', memberId)
    .executeTakeFirst()
  if (!exit) throw new Refusal('NOT_ALLOWED', 'member_not_left', { number: member.code })
  return exit
}
