import { sql } from 'kysely'
import { accruedInterestAccount, penaltyAccount } from '../../../shared/rules/entries/loan-line.ts'
import { leaversAccount } from '../../../shared/rules/member-settlement.ts'
import type { Reader } from '../db/tables.ts'
import type { Problem } from './verify.ts'
import { voucherName } from './vouchers.ts'

const shownMax = 20

/**
 * What a leaving says was owed of each loan, against the lines of its entry and those before it: every loan that ran is
 * there, none of another member; no more was paid than was owed, all of it where money was paid out to her, and no more
 * interest was asked for than the schedule has. Leavings that were taken back since are proven too.
 */
export async function exitLoanProblems(db: Reader): Promise<Problem[]> {
  const told = await toldLoans(db)
  return told
    .flatMap((loan): Problem[] => {
      const detail = problemOf(loan)
      if (detail === undefined) return []
      const { id, book, year, number } = loan
      const voucher = book === null || year === null || number === null ? null : voucherName({ book, year, number })
      return [{ kind: 'subledger', entryId: id, voucher, detail }]
    })
    .slice(0, shownMax)
}

interface ToldLoan {
  readonly id: string | null
  readonly book: string | null
  readonly year: number | null
  readonly number: number | null
  readonly member: string
  readonly code: string
  readonly isHers: 0 | 1
  /** What the leaving says was owed beside principal, sen; null where it does not tell of the loan. */
  readonly interest: number | null
  readonly penalty: number | null
  /** Principal owed before the leaving, sen. */
  readonly owed: number
  /** What the leaving's entry pays, sen. */
  readonly paid: number
  readonly paidPenalty: number
  readonly scheduled: number
  readonly paidInterestBefore: number
  /** What was paid out to her, sen. */
  readonly payable: number
}

function problemOf(loan: ToldLoan): string | undefined {
  const { member, code, interest, penalty, owed, paid } = loan
  if (interest === null || penalty === null) {
    return owed === 0 && paid === 0 ? undefined : `the leaving of member ${member} does not tell of loan ${code}`
  }
  if (!loan.isHers) return `the leaving of member ${member} tells of loan ${code}, which is another's`
  const whole = owed + interest + penalty
  if (paid > whole || loan.paidPenalty > penalty) {
    return `the leaving of member ${member} pays more of loan ${code} than it says was owed`
  }
  if (loan.payable > 0 && paid < whole) return `the leaving of member ${member} pays out and leaves loan ${code} open`
  const asked = Math.max(0, loan.scheduled - loan.paidInterestBefore)
  if (interest > asked) return `the leaving of member ${member} asks for more interest of loan ${code} than was agreed`
  return undefined
}

async function toldLoans(db: Reader): Promise<ToldLoan[]> {
  const { rows } = await sql<ToldLoan>`
    WITH leaving AS (
      SELECT x.id AS exit_id, x.member_id, e.id, e.book, e.year, e.number, e.seq AS own, coalesce(e.seq, q.last_seq + 1) AS seq,
        (SELECT coalesce(sum(l.credit - l.debit), 0) FROM journal_line l WHERE l.seq = e.seq AND l.account = ${leaversAccount}) AS payable
      FROM member_exit x JOIN request q ON q.id = x.request_id LEFT JOIN journal_entry e ON e.id = x.entry_id
    ), named AS (
      SELECT exit_id, loan_id FROM exit_loan
      UNION SELECT v.exit_id, g.loan_id FROM leaving v JOIN loan_agreement g ON g.member_id = v.member_id
    )
    SELECT v.id, v.book, v.year, v.number, m.code AS member, o.code, g.member_id = v.member_id AS isHers,
      k.interest, k.penalty, v.payable,
      coalesce(sum(CASE WHEN l.account = g.account AND l.seq < v.seq THEN l.debit - l.credit END), 0) AS owed,
      coalesce(sum(CASE WHEN l.seq = v.own THEN l.credit - l.debit END), 0) AS paid,
      coalesce(sum(CASE WHEN l.seq = v.own AND l.account = ${penaltyAccount} THEN l.credit END), 0) AS paidPenalty,
      coalesce(sum(CASE WHEN l.seq < v.seq AND l.account IN (g.interest_account, ${accruedInterestAccount})
        THEN l.credit - l.debit END), 0) AS paidInterestBefore,
      (SELECT coalesce(sum(i.interest), 0) FROM loan_instalment i JOIN journal_entry p ON p.id = i.entry_id
        LEFT JOIN journal_entry r ON r.reverses_id = p.id
        WHERE i.loan_id = n.loan_id AND p.seq < v.seq AND (r.seq IS NULL OR r.seq > v.seq)) AS scheduled
    FROM named n JOIN leaving v ON v.exit_id = n.exit_id JOIN member m ON m.id = v.member_id
      JOIN loan o ON o.id = n.loan_id JOIN loan_agreement g ON g.loan_id = n.loan_id
      LEFT JOIN exit_loan k ON k.exit_id = n.exit_id AND k.loan_id = n.loan_id
      LEFT JOIN journal_line l ON l.loan_id = n.loan_id AND l.seq <= v.seq
        AND l.account IN (g.account, g.interest_account, ${accruedInterestAccount}, ${penaltyAccount})
    GROUP BY n.exit_id, n.loan_id
    ORDER BY m.sort, length(o.code), o.code`.execute(db)
  return rows
}
