import { sql } from 'kysely'
import { depreciationDue } from '../../../shared/rules/asset-plan.ts'
import type { AssetTermsTable, Reader } from '../db/tables.ts'
import { assetRows } from './asset-cards.ts'
import type { Problem } from './verify.ts'
import { voucherName } from './vouchers.ts'

const shownMax = 20

/** What must hold of assets: never below their residual value, and every month took what its rule says. */
export async function assetProblems(db: Reader): Promise<Problem[]> {
  return [...(await overdrawn(db)), ...(await unlikeTheirRule(db))].slice(0, shownMax)
}

async function overdrawn(db: Reader): Promise<Problem[]> {
  const rows = await assetRows(db)
  return rows
    .filter(({ cost, residual, accumulated }) => accumulated > Math.max(0, cost - residual))
    .map(({ code }) => ({
      ...{ kind: 'subledger', entryId: null, voucher: null },
      detail: `more is written off of asset ${code} than its terms allow`,
    }))
}

interface Line extends AssetTermsTable {
  readonly seq: number
  readonly on_account: string
  readonly on_entry: string
  readonly debit: number
  readonly credit: number
  readonly book: string
  readonly year: number
  readonly number: number
  readonly code: string
  /** Of the run the line belongs to or takes back, and whether that run stands. */
  readonly month: string | null
  readonly stands: 0 | 1
}

interface Card {
  cost: number
  accumulated: number
  takenOver: number
}

/** Replays the cards of all assets: what a month that stands took is what was due then. */
async function unlikeTheirRule(db: Reader): Promise<Problem[]> {
  const result = await sql<Line>`
    SELECT t.*, l.seq, l.account AS on_account, l.entry_id AS on_entry, l.debit, l.credit,
      e.book, e.year, e.number, a.code, n.month,
      (e.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses_id = e.id)) AS stands
    FROM journal_line l
    JOIN asset_terms t ON t.asset_id = l.asset_id AND l.account IN (t.account, t.contra)
    JOIN asset a ON a.id = t.asset_id
    JOIN journal_entry e ON e.seq = l.seq
    LEFT JOIN depreciation_run n ON n.entry_id = coalesce(e.reverses_id, e.id)
    ORDER BY l.seq, l.line_no`.execute(db)
  const cards = new Map<string, Card>()
  return result.rows.flatMap((line) => {
    const card = cards.get(line.asset_id) ?? { cost: 0, accumulated: 0, takenOver: 0 }
    cards.set(line.asset_id, card)
    const isRight = line.month === null || !line.stands || line.credit === dueOf(line, card, line.month)
    follow(line, card)
    if (isRight) return []
    const detail = `what it writes off of asset ${line.code} is not what its terms say`
    return [{ kind: 'subledger' as const, entryId: line.on_entry, voucher: voucherName(line), detail }]
  })
}

function dueOf(line: Line, card: Card, month: string): number {
  return depreciationDue(
    {
      ...{ acquiredOn: line.acquired_on, firstMonth: line.first_month, months: line.months, method: line.method },
      ...{ ratePct: line.rate_pct, residual: line.residual, ...card },
    },
    month,
  )
}

function follow({ account, contra, month, ...line }: Line, card: Card): void {
  const isWrittenOff = contra !== null && line.on_account === contra && (contra !== account || month !== null)
  if (!isWrittenOff) {
    card.cost += line.debit - line.credit
    return
  }
  card.accumulated += line.credit - line.debit
  if (line.on_entry === line.entry_id) card.takenOver += line.credit - line.debit
}
