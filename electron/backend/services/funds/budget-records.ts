import type { Reader } from '../../db/tables.ts'

/** What the budget of a fund said from one moment on, and who let it be raised. */
export interface BudgetRecord {
  /** The first entry that was written under it. */
  readonly fromSeq: number
  readonly approvedBy: string | null
  readonly madeAt: string
  readonly lines: readonly { readonly budgetLineId: string; readonly name: string; readonly planned: number }[]
}

/** Every state the budget of a fund was in, the oldest first. */
export async function budgetRecords(db: Reader, fundId: string): Promise<BudgetRecord[]> {
  const rows = await db
    .selectFrom('terms_record')
    .select(['entry_seq', 'approved_by', 'made_at', 'content'])
    .where('subject', '=', 'fund')
    .where('subject_id', '=', fundId)
    .orderBy('seq')
    .execute()
  return rows.map(({ entry_seq: fromSeq, approved_by: approvedBy, made_at: madeAt, content }) => {
    return { fromSeq, approvedBy, madeAt, lines: linesOf(content) }
  })
}

/** What was planned of a budget line when an entry was written, sen; nothing where no record tells. */
export function plannedAt(records: readonly BudgetRecord[], budgetLineId: string, seq: number): number | undefined {
  const record = records.findLast(({ fromSeq }) => fromSeq <= seq)
  return record?.lines.find((line) => line.budgetLineId === budgetLineId)?.planned
}

/** Rows as `termsText` keeps them: each with the name of its table, and pairs of column and value. */
function linesOf(content: string): BudgetRecord['lines'] {
  const rows = JSON.parse(content) as [table: string, pairs: [column: string, value: unknown][]][]
  return rows
    .filter(([table]) => table === 'fund_budget')
    .map(([, pairs]) => {
      const row = new Map(pairs)
      const [id, name, planned] = [row.get('budget_line_id'), row.get('name'), row.get('planned')]
      return { budgetLineId: String(id), name: String(name), planned: Number(planned) }
    })
}
