import { type List, rows } from './json-lists.ts'

/** What was agreed with who lent or contributed: no balance among it. */
export const capitalLists: Readonly<Record<string, List>> = {
  borrowingTerms: async (db) =>
    rows(
      await db
        .selectFrom('borrowing_terms')
        .select(['borrowing_id', 'entry_id', 'account', 'lender', 'member_id', 'principal', 'method', 'rate_pct'])
        .select(['months', 'starts_on', 'agreement_number', 'covenant', 'collateral'])
        .orderBy('borrowing_id')
        .execute(),
    ),
  borrowingInstalments: async (db) =>
    rows(await db.selectFrom('borrowing_instalment').selectAll().orderBy('borrowing_id').orderBy('n').execute()),
}
