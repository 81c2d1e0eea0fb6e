import { sql } from 'kysely'
import { leaversAccount } from '../../../shared/rules/member-settlement.ts'
import type { Reader } from '../db/tables.ts'
import { returnsOfGoods } from './card-bounds.ts'
import type { Problem } from './verify.ts'

const shownMax = 20

/**
 * What a member or a partner owes, and what either is owed, is at the end of no day further below nothing than goods that
 * came back, and are not sold again, took it: whatever path an entry took, it was refused, or somebody switched the guard
 * off. It looks at ends of days, as `requireCardsInBounds` does: within a day the book has an order and business has none,
 * and a slip of an earlier day that came late may leave a later day below nothing between two of its entries.
 */
export async function cardProblems(db: Reader): Promise<Problem[]> {
  const kinds = sql.join(returnsOfGoods.map((kind) => sql.lit(kind)))
  const result = await sql<{ account: string; code: string | null; day: string }>`
    WITH move AS (
      SELECT l.account, CASE a.subledger WHEN 'member' THEN l.member_id ELSE l.partner_id END AS party, l.entry_date AS day,
        sum(CASE a.normal WHEN 'debit' THEN l.debit - l.credit ELSE l.credit - l.debit END) AS moved,
        EXISTS (SELECT 1 FROM trade_document d WHERE d.entry_id = e.id AND d.kind IN (${kinds})) AS back,
        EXISTS (SELECT 1 FROM trade_document d WHERE d.entry_id = e.reverses_id AND d.kind IN (${kinds})) AS undone
      FROM account a JOIN journal_line l ON l.account = a.code JOIN journal_entry e ON e.seq = l.seq
      WHERE a.subledger IN ('member', 'partner') AND a.code <> ${leaversAccount}
      GROUP BY l.account, party, l.seq
    ), held AS (
      SELECT account, party, day, sum(CASE WHEN back THEN max(moved, 0) WHEN undone THEN min(moved, 0) ELSE moved END)
        OVER (PARTITION BY account, party ORDER BY day) AS held FROM move
    )
    SELECT account, coalesce(m.code, p.code) AS code, min(day) AS day FROM held
    LEFT JOIN member m ON m.id = party LEFT JOIN partner p ON p.id = party
    WHERE held < 0 GROUP BY account, party ORDER BY account LIMIT ${sql.lit(shownMax)}`.execute(db)
  return result.rows.map(({ account, code, day }) => ({
    ...{ kind: 'subledger' as const, entryId: null, voucher: null },
    detail: `what ${code ?? 'nobody'} owes or is owed on ${account} is below zero on ${day}`,
  }))
}
