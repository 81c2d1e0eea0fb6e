import { type List, parsed, rows } from './json-lists.ts'

/** What assets are depreciated by and where they are, taxes that became due, and what meetings decided: no balance among it. */
export const assetLists: Readonly<Record<string, List>> = {
  assetTerms: async (db) =>
    rows(
      await db
        .selectFrom('asset_terms')
        .select(['asset_id', 'account', 'contra', 'unit', 'acquired_on', 'first_month', 'residual', 'months', 'method'])
        .select(['rate_pct', 'entry_id', 'place', 'holder', 'serial', 'condition', 'note'])
        .orderBy('asset_id')
        .execute(),
    ),
  depreciationRuns: async (db) =>
    rows(await db.selectFrom('depreciation_run').select(['entry_id', 'month']).orderBy('month').execute()),
  turnoverTaxes: async (db) =>
    rows(
      await db
        .selectFrom('turnover_tax')
        .select(['entry_id', 'month', 'turnover'])
        .orderBy('month')
        .orderBy('entry_id')
        .execute(),
    ),
  surplusDecisions: async (db) => {
    const found = await db.selectFrom('surplus_decision').selectAll().orderBy('year').orderBy('entry_id').execute()
    return rows(found.map(({ bylaw, ...decided }) => ({ ...decided, bylaw: parsed(bylaw) })))
  },
  surplusPayments: async (db) =>
    rows(await db.selectFrom('surplus_payment').selectAll().orderBy('year').orderBy('entry_id').execute()),
  budgetPlans: async (db) => {
    const found = await db
      .selectFrom('budget_plan')
      .selectAll()
      .orderBy('year')
      .orderBy('unit')
      .orderBy('version')
      .execute()
    return rows(found.map(({ lines, ...plan }) => ({ ...plan, lines: parsed(lines) })))
  },
  budgetReasons: async (db) =>
    rows(
      await db
        .selectFrom('budget_reason')
        .selectAll()
        .orderBy('year')
        .orderBy('unit')
        .orderBy('line')
        .orderBy('version')
        .execute(),
    ),
  meetingRecords: async (db) => {
    const found = await db.selectFrom('meeting_record').selectAll().orderBy('year').orderBy('version').execute()
    return rows(found.map(({ record, ...told }) => ({ ...told, record: parsed(record) })))
  },
  meetingTexts: async (db) => {
    const query = db.selectFrom('meeting_text').selectAll().orderBy('part').orderBy('year').orderBy('version')
    return rows((await query.execute()).map(({ paragraphs, ...text }) => ({ ...text, paragraphs: parsed(paragraphs) })))
  },
  assetDisposals: async (db) =>
    rows(
      await db
        .selectFrom('asset_disposal')
        .select(['entry_id', 'asset_id', 'price', 'reason'])
        .orderBy('entry_id')
        .execute(),
    ),
}
