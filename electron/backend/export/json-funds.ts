import { type List, rows } from './json-lists.ts'

/** What was agreed about funds: no balance among it. */
export const fundLists: Readonly<Record<string, List>> = {
  fundTerms: async (db) =>
    rows(
      await db
        .selectFrom('fund_terms')
        .select(['fund_id', 'treatment', 'donor', 'purpose', 'agreement_number', 'starts_on', 'ends_on'])
        .select(['cash_account', 'restriction'])
        .orderBy('fund_id')
        .execute(),
    ),
  fundBudgets: async (db) =>
    rows(
      await db
        .selectFrom('fund_budget')
        .select(['fund_id', 'n', 'budget_line_id', 'planned'])
        .orderBy('fund_id')
        .orderBy('n')
        .execute(),
    ),
  termsRecords: async (db) =>
    rows(
      await db
        .selectFrom('terms_record')
        .select(['seq', 'entry_seq', 'subject', 'subject_id', 'content', 'approved_by', 'made_at', 'made_by'])
        .orderBy('seq')
        .execute(),
    ),
}
