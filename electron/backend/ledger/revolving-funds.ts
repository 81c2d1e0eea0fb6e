import { revolvingAccount } from '../../../shared/rules/entries/fund-line.ts'
import { accruedInterestAccount, recoveryAccount } from '../../../shared/rules/entries/loan-line.ts'
import type { RevolvingMove } from '../../../shared/rules/revolving-fund.ts'
import type { Reader } from '../db/tables.ts'

interface Asked {
  readonly fundId?: string | undefined
  readonly asOf?: string | undefined
}

/** What every entry did to money that is lent on, by fund and oldest first: of one fund, or of all that have any. */
export async function revolvingMoves(db: Reader, asked: Asked): Promise<Map<string, RevolvingMove[]>> {
  const entries = Map.groupBy(await linesOf(db, asked), ({ fundId, seq }) => `${fundId} ${seq}`)
  const moves = [...entries.values()].map((lines) => ({ fundId: lines[0]?.fundId ?? '', move: revolvingMove(lines) }))
  const byFund = Map.groupBy(moves, ({ fundId }) => fundId)
  return new Map([...byFund].map(([fundId, own]) => [fundId, own.map(({ move }) => move)]))
}

/** One line of an entry that names a fund, as `revolvingMove` reads it. */
export interface RevolvingLine {
  readonly day: string
  readonly account: string
  readonly subledger: string | null
  /** Where interest of the loan goes that the line names. */
  readonly interestAccount: string | null
  /** What made the entry, or the one that it takes back. */
  readonly origin: string | null
  /** The entry that it takes back. */
  readonly reversesId: string | null
  /** Debit less credit, sen. */
  readonly net: number
}

/**
 * What the lines of one fund in one entry did. A loan that goes on as another moves nothing but the interest that became
 * principal, which counts as lent; what an entry took back it takes from where the first one put it.
 */
export function revolvingMove(lines: readonly RevolvingLine[]): RevolvingMove {
  const on = (wanted: (line: RevolvingLine) => boolean) =>
    lines.filter(wanted).reduce((total, { net }) => total + net, 0)
  const principal = on(({ subledger, account }) => subledger === 'loan' && account !== accruedInterestAccount)
  const [{ day = '', origin = null, reversesId = null } = {}] = lines
  const isLost = origin === 'loans.writeOff'
  const isLent = !isLost && (reversesId === null ? principal > 0 : principal < 0)
  return {
    day,
    owed: 0 - on(({ account }) => account === revolvingAccount),
    lent: isLent ? principal : 0,
    returned: isLent || isLost ? 0 : 0 - principal,
    lost: isLost ? 0 - principal : 0,
    recovered: 0 - on(({ account }) => account === recoveryAccount),
    interest: 0 - on(({ account, interestAccount }) => account === interestAccount),
  }
}

async function linesOf(db: Reader, { fundId, asOf }: Asked) {
  let query = db
    .selectFrom('journal_line as l')
    .innerJoin('fund_terms as t', 't.fund_id', 'l.fund_id')
    .innerJoin('account as a', 'a.code', 'l.account')
    .innerJoin('journal_entry as e', 'e.seq', 'l.seq')
    .leftJoin('journal_entry as o', 'o.id', 'e.reverses_id')
    .leftJoin('loan_agreement as g', 'g.loan_id', 'l.loan_id')
    .select(['t.fund_id as fundId', 'l.seq', 'l.entry_date as day', 'l.account', 'a.subledger'])
    .select(['g.interest_account as interestAccount', 'e.reverses_id as reversesId'])
    .select((eb) => [
      eb('l.debit', '-', eb.ref('l.credit')).as('net'),
      eb.fn.coalesce('o.procedure', 'e.procedure').as('origin'),
    ])
    .where('t.treatment', '=', 'revolving')
    .where('l.fund_id', 'is not', null)
  if (fundId !== undefined) query = query.where('l.fund_id', '=', fundId)
  if (asOf !== undefined) query = query.where('l.entry_date', '<=', asOf)
  // Asked for in order, the database would walk through all lines there are.
  return (await query.execute()).sort((a, b) => a.seq - b.seq)
}
