import { type List, rows } from './json-lists.ts'

/** What was agreed with who lent or contributed: no balance among it. */
export const capitalLists: Readonly<Record<string, List>> = {
  borrowingTerms: async (db) =>
    rows(
      await db
        .selectFrom('borrowing_terms')
        .select(['borrowing_id', 'entry_id', 'account', 'lender', 'member_id', 'principal', 'method', 'rate_pct'])
        .select(['months', 'first_due_on', 'every_months', 'grace_principal_months', 'grace_all_months', 'round_to'])
        .select(['round_payment_to', 'starts_on', 'agreement_number', 'covenant', 'collateral'])
        .orderBy('borrowing_id')
        .execute(),
    ),
  borrowingInstalments: async (db) =>
    rows(await db.selectFrom('borrowing_instalment').selectAll().orderBy('borrowing_id').orderBy('n').execute()),
}
