import type { Inputs } from '../../../../shared/contract/index.ts'
import type { ExitStatement, SettlementSheet } from '../../../../shared/contract/member-exit.ts'
import { Refusal } from '../../../../shared/errors.ts'
import { recoveryAccount } from '../../../../shared/rules/entries/loan-line.ts'
import { withheldTaxAccount } from '../../../../shared/rules/entries/savings-interest.ts'
import { accruedTermInterestAccount, termInterestAccount } from '../../../../shared/rules/entries/term-deposit.ts'
import { clearedCards, deficitAccount, leaversAccount } from '../../../../shared/rules/member-settlement.ts'
import { sumSen } from '../../../../shared/rules/money.ts'
import type { Reader } from '../../db/tables.ts'
import { standingExits } from '../../ledger/exits.ts'
import { cardBalance } from '../../ledger/member-cards.ts'
import { voucherName } from '../../ledger/vouchers.ts'
import type { Reading } from '../../work.ts'

/** The settlement of who left, read from the lines of its entry, with what was paid of it since; refuses NOT_FOUND. */
export async function exitStatement(
  { db }: Reading,
  { memberId }: Inputs['members']['exitStatement'],
): Promise<ExitStatement> {
  const exit = await standingExit(db, memberId)
  const { heirName: name, heirRelation: relation, heirDocument: document } = exit
  const isEntered = exit.book !== null && exit.year !== null && exit.voucherNumber !== null
  return {
    ...{ memberId, number: exit.number, name: exit.name, joinedOn: exit.joinedOn },
    ...(await postedSheet(db, memberId, exit)),
    ...{ date: exit.date, reason: exit.reason, note: exit.note },
    heir: name === null || relation === null || document === null ? null : { name, relation, document },
    ...{ requestId: exit.requestId, entryId: exit.entryId },
    voucher: isEntered
      ? voucherName({ book: exit.book ?? '', year: exit.year ?? 0, number: exit.voucherNumber ?? 0 })
      : null,
    payments: await paymentsTo(db, memberId, exit.lastSeq),
    due: await cardBalance(db, memberId, leaversAccount),
  }
}

async function standingExit(db: Reader, memberId: string) {
  const exit = await standingExits(db)
    .innerJoin('request as q', 'q.id', 'x.request_id')
    .select(['m.code as number', 'm.name', 'm.joined_on as joinedOn'])
    .select(['x.id', 'x.date', 'x.reason', 'x.note', 'x.request_id as requestId', 'x.entry_id as entryId'])
    .select(['x.heir_name as heirName', 'x.heir_relation as heirRelation', 'x.heir_document as heirDocument'])
    .select(['e.book', 'e.year', 'e.number as voucherNumber', 'q.last_seq as lastSeq'])
    .where('x.member_id', '=', memberId)
    .executeTakeFirst()
  if (!exit) throw new Refusal('NOT_FOUND', 'member_exit', { memberId })
  return exit
}

type StandingExit = Awaited<ReturnType<typeof standingExit>>

async function postedSheet(db: Reader, memberId: string, exit: StandingExit): Promise<SettlementSheet> {
  const lines = exit.entryId === null ? [] : await linesOf(db, exit.entryId)
  const on = (account: string) =>
    sumSen(lines.filter((line) => line.account === account).map(({ credit, debit }) => credit - debit))
  const loans = await settledLoans(db, exit, lines)
  // Interest that was put aside and is given up lowers what is hers; it is no debt.
  const hers = sumSen([...lines.map(({ debit }) => debit), ...lines.filter(isGivenUp).map(({ credit }) => -credit)])
  const payable = on(leaversAccount)
  const short = sumSen([...loans.map(({ left }) => left), await boughtUnpaid(db, memberId, exit)])
  return {
    ...(await closedSavings(db, exit, lines)),
    shu: 0 - on(clearedCards.shu),
    held: 0 - on(clearedCards.held),
    lossShare: on(deficitAccount),
    receivable: on(clearedCards.receivable),
    loans,
    writtenOff: await lostLoans(db, memberId, exit, lines),
    totals: { hers, owed: sumSen([hers, -payable, short]), payable, short },
  }
}

type Lines = Awaited<ReturnType<typeof linesOf>>

async function linesOf(db: Reader, entryId: string) {
  return (
    db
      .selectFrom('journal_line as l')
      .innerJoin('journal_entry as e', 'e.seq', 'l.seq')
      .innerJoin('account as a', 'a.code', 'l.account')
      .select(['l.account', 'l.debit', 'l.credit', 'l.savings_account_id', 'l.loan_id', 'a.type', 'a.subledger'])
      .where('e.id', '=', entryId)
      // What passes between units is nobody's.
      .where('l.member_id', 'is not', null)
      .execute()
  )
}

function isGivenUp({ account, credit }: Lines[number]): boolean {
  return account === termInterestAccount && credit > 0
}

/** The accounts the leaving closed with what each held, and what term deposits among them brought and cost. */
async function closedSavings(
  db: Reader,
  { id }: StandingExit,
  lines: Lines,
): Promise<Pick<SettlementSheet, 'savings' | 'terms'>> {
  const accounts = await db
    .selectFrom('exit_account as c')
    .innerJoin('savings_account as s', 's.id', 'c.savings_account_id')
    .innerJoin('savings_product as p', 'p.id', 's.product')
    .leftJoin('savings_term as t', 't.savings_account_id', 's.id')
    .select(['s.id as savingsAccountId', 's.code as number', 's.product', 'p.name_id as name', 's.account'])
    .select('t.savings_account_id as term')
    .where('c.exit_id', '=', id)
    .orderBy('p.sort')
    .orderBy('s.code')
    .execute()
  const linesOn = (savingsAccountId: string) => lines.filter((line) => line.savings_account_id === savingsAccountId)
  const savings = accounts.map(({ term: _term, ...account }) => {
    const held = linesOn(account.savingsAccountId).filter(({ subledger }) => subledger === 'savings')
    return { ...account, balance: sumSen(held.map(({ debit }) => debit)) }
  })
  const terms = accounts
    .filter(({ term, savingsAccountId }) => term !== null && linesOn(savingsAccountId).length > 0)
    .map(({ savingsAccountId, number }) => ({ savingsAccountId, number, ...endOfTerm(linesOn(savingsAccountId)) }))
  return { savings, terms }
}

function endOfTerm(lines: Lines) {
  const net = (...accounts: string[]) =>
    sumSen(lines.filter(({ account }) => accounts.includes(account)).map(({ debit, credit }) => debit - credit))
  return {
    interest: net(termInterestAccount, accruedTermInterestAccount),
    tax: 0 - net(withheldTaxAccount),
    penalty: sumSen(lines.filter(({ type }) => type === 'income').map(({ credit }) => credit)),
  }
}

/** Loans that ran when she left, with what settled them that day and what her money paid of it. */
async function settledLoans(
  db: Reader,
  { id, lastSeq }: StandingExit,
  lines: Lines,
): Promise<SettlementSheet['loans']> {
  const loans = await db
    .selectFrom('exit_loan as x')
    .innerJoin('loan_agreement as g', 'g.loan_id', 'x.loan_id')
    .innerJoin('loan as o', 'o.id', 'x.loan_id')
    .leftJoin('journal_line as l', (join) =>
      join.onRef('l.loan_id', '=', 'o.id').onRef('l.account', '=', 'g.account').on('l.seq', '<=', lastSeq),
    )
    .select(['o.id as loanId', 'o.code as number', 'g.account', 'x.interest', 'x.penalty'])
    .select((eb) => eb.fn.sum<number | null>(eb('l.debit', '-', eb.ref('l.credit'))).as('unpaid'))
    .where('x.exit_id', '=', id)
    .groupBy('o.id')
    .orderBy((eb) => eb.fn('length', ['o.code']))
    .orderBy('o.code')
    .execute()
  return loans.map(({ loanId, number, account, interest, penalty, unpaid }) => {
    const own = lines.filter((line) => line.loan_id === loanId && line.account !== recoveryAccount)
    const paidOn = (isPart: (line: Lines[number]) => boolean) => sumSen(own.filter(isPart).map((line) => line.credit))
    const principal = sumSen([unpaid ?? 0, paidOn((line) => line.account === account)])
    const paid = paidOn(() => true)
    return { loanId, number, principal, interest, penalty, paid, left: principal + interest + penalty - paid }
  })
}

/** What she bought on credit and her money did not reach when she had left, sen. */
async function boughtUnpaid(db: Reader, memberId: string, { lastSeq }: StandingExit): Promise<number> {
  const cards = await db
    .selectFrom('journal_line')
    .select((eb) => eb.fn.sum<number>(eb('debit', '-', eb.ref('credit'))).as('owed'))
    .where('member_id', '=', memberId)
    .where('account', '=', clearedCards.receivable)
    .where('seq', '<=', lastSeq)
    .groupBy('unit')
    .execute()
  return sumSen(cards.map(({ owed }) => Math.max(0, owed)))
}

/** Loans that had been written off when she left, with what could be claimed then and what her money paid of it. */
async function lostLoans(
  db: Reader,
  memberId: string,
  { lastSeq }: StandingExit,
  lines: Lines,
): Promise<SettlementSheet['writtenOff']> {
  const lost = await db
    .selectFrom('loan_write_off as w')
    .innerJoin('loan_agreement as g', 'g.loan_id', 'w.loan_id')
    .innerJoin('loan as o', 'o.id', 'w.loan_id')
    .innerJoin('journal_entry as e', 'e.id', 'w.entry_id')
    .leftJoin('journal_entry as r', 'r.reverses_id', 'e.id')
    .innerJoin('journal_line as l', 'l.loan_id', 'w.loan_id')
    .select(['o.id as loanId', 'o.code as number', 'w.interest', 'w.penalty'])
    .select((eb) => [
      eb.fn
        .sum<number>(
          eb
            .case()
            .when(eb.and([eb('l.seq', '=', eb.ref('e.seq')), eb('l.account', '=', eb.ref('g.account'))]))
            .then(eb.ref('l.credit'))
            .else(0)
            .end(),
        )
        .as('principal'),
      eb.fn
        .sum<number>(
          eb
            .case()
            .when('l.account', '=', recoveryAccount)
            .then(eb('l.credit', '-', eb.ref('l.debit')))
            .else(0)
            .end(),
        )
        .as('recovered'),
    ])
    .where('g.member_id', '=', memberId)
    .where('e.seq', '<=', lastSeq)
    .where('l.seq', '<=', lastSeq)
    .where((eb) => eb.or([eb('r.seq', 'is', null), eb('r.seq', '>', lastSeq)]))
    .groupBy('w.entry_id')
    .orderBy('o.code')
    .execute()
  return lost.flatMap(({ loanId, number, principal, interest, penalty, recovered }) => {
    const own = lines.filter((line) => line.loan_id === loanId && line.account === recoveryAccount)
    const paid = sumSen(own.map(({ credit }) => credit))
    const claim = principal + interest + penalty - recovered + paid
    return claim > 0 ? [{ loanId, number, claim, paid }] : []
  })
}

async function paymentsTo(db: Reader, memberId: string, since: number): Promise<ExitStatement['payments']> {
  const rows = await db
    .selectFrom('journal_line as l')
    .innerJoin('journal_entry as e', 'e.seq', 'l.seq')
    .leftJoin('journal_entry as r', 'r.reverses_id', 'e.id')
    .leftJoin('voucher_party as p', 'p.entry_id', 'e.id')
    .select(['e.id', 'e.book', 'e.year', 'e.number', 'e.date', 'l.debit', 'p.name'])
    .where('l.member_id', '=', memberId)
    .where('l.account', '=', leaversAccount)
    .where('l.debit', '>', 0)
    .where('l.seq', '>', since)
    .where('e.reverses_id', 'is', null)
    .where('r.id', 'is', null)
    .orderBy('e.date')
    .orderBy('e.seq')
    .execute()
  return rows.map((row) => ({
    ...{ entryId: row.id, voucher: voucherName(row), date: row.date },
    ...{ amount: row.debit, receivedBy: row.name },
  }))
}
