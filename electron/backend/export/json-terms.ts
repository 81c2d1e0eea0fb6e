import type { Reader } from '../db/tables.ts'
import { type List, parsed, rows } from './json-lists.ts'

/** What was agreed about a loan: the same columns of a product and of an agreement. */
const loanTerms = [
  ...(['method', 'rate_pct', 'rate_per', 'interval_unit', 'interval_every'] as const),
  ...(['grace_principal_months', 'grace_all_months', 'day_count'] as const),
  ...(['rounding', 'round_to', 'round_payment_to', 'early_settlement'] as const),
  ...(['provision_pct', 'administration', 'insurance_pct', 'loan_savings_pct', 'stamp', 'stamp_paid_by'] as const),
  ...(['penalty_kind', 'penalty_pct', 'penalty_grace_days', 'penalty_cap_pct'] as const),
  ...(['allocation', 'excess', 'account', 'interest_account', 'unit'] as const),
] as const

/**
 * What was agreed and decided about loans, leavings and passbooks: no balance among it, for those are in the entries. What
 * an entry wrote stands while that is not reversed, and what only a request wrote while it is not among `requestUndos`.
 */
export const termLists: Readonly<Record<string, List>> = {
  loanProducts: async (db) =>
    rows(
      await db
        .selectFrom('loan_product')
        .select(['id as product', 'name_id', 'name_en', ...loanTerms])
        .select(['principal_max', 'months_max', 'times_savings', 'collateral_above', 'guarantor_above', 'active'])
        .orderBy('sort')
        .execute(),
    ),
  loanAgreements: async (db) =>
    rows(
      await db
        .selectFrom('loan_agreement')
        .select(['loan_id', 'member_id', 'product', 'principal', 'months', ...loanTerms])
        .select(['purpose', 'related_party', 'joint_liability', 'fund_id', 'applied_on', 'approved_on', 'approved_by'])
        .orderBy('loan_id')
        .execute(),
    ),
  loanRejections: async (db) =>
    rows(
      await db.selectFrom('loan_rejection').select(['loan_id', 'rejected_on', 'reason']).orderBy('loan_id').execute(),
    ),
  loanGuarantors: async (db) =>
    rows(
      await db
        .selectFrom('loan_guarantor')
        .select(['id as guarantor_id', 'loan_id', 'n', 'member_id', 'name', 'address', 'phone'])
        .orderBy('loan_id')
        .orderBy('n')
        .execute(),
    ),
  loanCollateral: async (db) =>
    rows(
      await db
        .selectFrom('loan_collateral')
        .select(['id as collateral_id', 'loan_id', 'n', 'origin_id', 'kind', 'owner', 'document_number'])
        .select(['appraised', 'appraised_on', 'recorded_on', 'kept_at', 'released_on'])
        .orderBy('loan_id')
        .orderBy('n')
        .execute(),
    ),
  loanMandates,
  loanInstalments: async (db) =>
    rows(
      await db
        .selectFrom('loan_instalment')
        .select(['entry_id', 'n', 'loan_id', 'due_on', 'principal', 'interest'])
        .orderBy('entry_id')
        .orderBy('n')
        .execute(),
    ),
  loanWaivers: async (db) =>
    rows(
      await db
        .selectFrom('loan_waiver')
        .select(['id as waiver_id', 'loan_id', 'date', 'amount', 'reason', 'entry_id', 'request_id', 'withdrawn_on'])
        .orderBy('date')
        .orderBy('id')
        .execute(),
    ),
  loanRestructurings: async (db) =>
    rows(
      await db
        .selectFrom('loan_restructuring')
        .select(['entry_id', 'loan_id', 'new_loan_id', 'interest_let_go', 'penalty_let_go', 'reason'])
        .orderBy('entry_id')
        .execute(),
    ),
  loanWriteOffs: async (db) =>
    rows(
      await db
        .selectFrom('loan_write_off')
        .select(['entry_id', 'loan_id', 'interest', 'penalty', 'decision_number', 'decided_on', 'decided_by'])
        .orderBy('entry_id')
        .execute(),
    ),
  loanMonthEnds: async (db) =>
    rows(
      await db
        .selectFrom('loan_month_end')
        .select(['request_id', 'step', 'month', 'preset', 'entry_id'])
        .orderBy('month')
        .orderBy('request_id')
        .execute(),
    ),
  loanClasses: async (db) =>
    rows(
      await db
        .selectFrom('loan_class')
        .select(['request_id', 'loan_id', 'class', 'days_overdue', 'overdue_principal', 'overdue_interest'])
        .select(['outstanding', 'collateral', 'base', 'pct', 'allowance'])
        .select(['interest_due', 'interest_accrued', 'interest_not_accrued', 'restructured'])
        .orderBy('request_id')
        .orderBy('loan_id')
        .execute(),
    ),
  loanReminders: async (db) =>
    rows(
      await db
        .selectFrom('loan_reminder')
        .select(['request_id', 'loan_id', 'letter', 'date', 'at', 'made_by'])
        .orderBy('date')
        .orderBy('request_id')
        .execute(),
    ),
  savingsInterestRuns: async (db) =>
    rows(await db.selectFrom('savings_interest_run').select(['entry_id', 'month']).orderBy('month').execute()),
  savingsPassbooks: async (db) =>
    rows(
      await db
        .selectFrom('savings_passbook')
        .select(['savings_account_id', 'number', 'last_seq', 'page', 'line', 'at', 'request_id'])
        .orderBy('savings_account_id')
        .orderBy('at')
        .execute(),
    ),
  savingsAccountsFormer: async (db) =>
    rows(
      await db
        .selectFrom('savings_account_former')
        .select(['savings_account_id', 'account'])
        .orderBy('savings_account_id')
        .orderBy('account')
        .execute(),
    ),
  memberFormerNumbers: async (db) =>
    rows(await db.selectFrom('member_former_number').select(['code as number', 'member_id']).orderBy('sort').execute()),
  memberExits: async (db) =>
    rows(
      await db
        .selectFrom('member_exit')
        .select(['id as exit_id', 'member_id', 'date', 'reason', 'note', 'heir_name', 'heir_relation'])
        .select(['heir_document', 'entry_id', 'request_id'])
        .orderBy('date')
        .orderBy('id')
        .execute(),
    ),
  exitAccounts: async (db) =>
    rows(
      await db
        .selectFrom('exit_account')
        .select(['exit_id', 'savings_account_id'])
        .orderBy('exit_id')
        .orderBy('savings_account_id')
        .execute(),
    ),
  exitLoans: async (db) =>
    rows(
      await db
        .selectFrom('exit_loan')
        .select(['exit_id', 'loan_id', 'interest', 'penalty'])
        .orderBy('exit_id')
        .orderBy('loan_id')
        .execute(),
    ),
  periodChecks: async (db) =>
    rows(
      await db
        .selectFrom('period_check')
        .select(['seq', 'request_id', 'period', 'step', 'account', 'stated', 'expected', 'note', 'at', 'made_by'])
        .orderBy('seq')
        .execute(),
    ),
  voucherParties: async (db) =>
    rows(await db.selectFrom('voucher_party').select(['entry_id', 'name']).orderBy('entry_id').execute()),
  requestUndos: async (db) =>
    rows(await db.selectFrom('request_undo').select(['request_id', 'undone_by']).orderBy('request_id').execute()),
  settings,
}

async function loanMandates(db: Reader) {
  const found = await db
    .selectFrom('loan_mandate')
    .select(['id as mandate_id', 'loan_id', 'origin_id', 'savings_products', 'given_on', 'revoked_on'])
    .orderBy('loan_id')
    .orderBy('id')
    .execute()
  return rows(found.map((row) => ({ ...row, savings_products: parsed(row.savings_products) })))
}

/** What the cooperative decided for all its loans and savings, as the program keeps it. */
async function settings(db: Reader) {
  const found = await db.selectFrom('setting').select(['name', 'value']).orderBy('name').execute()
  return rows(found.map(({ name, value }) => ({ name, value: parsed(value) })))
}
