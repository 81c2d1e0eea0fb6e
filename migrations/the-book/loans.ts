import { frozen, kept, once, realDay } from './guards.ts'
import { loanSecurities } from './loan-securities.ts'

/** What a loan costs and how it is paid back: the same columns for a product and for what was agreed with one member. */
const loanTerms = `method TEXT NOT NULL CHECK (method IN ('flat', 'declining', 'annuity', 'bullet')),
    rate_pct TEXT NOT NULL, rate_per TEXT NOT NULL CHECK (rate_per IN ('month', 'year')),
    interval_unit TEXT NOT NULL CHECK (interval_unit IN ('month', 'week')),
    interval_every INTEGER NOT NULL CHECK (interval_every > 0),
    grace_principal_months INTEGER NOT NULL CHECK (grace_principal_months >= 0),
    grace_all_months INTEGER NOT NULL CHECK (grace_all_months >= 0),
    rounding TEXT NOT NULL CHECK (rounding IN ('half_up', 'up', 'down')),
    round_to INTEGER NOT NULL CHECK (round_to > 0),
    round_payment_to INTEGER CHECK (round_payment_to > 0),
    day_count TEXT NOT NULL CHECK (day_count IN ('months', 'actual_365', 'actual_360')),
    early_settlement TEXT NOT NULL CHECK (early_settlement IN ('due', 'running', 'full')),
    provision_pct TEXT NOT NULL, insurance_pct TEXT NOT NULL, loan_savings_pct TEXT NOT NULL,
    administration INTEGER NOT NULL CHECK (administration BETWEEN 0 AND 9000000000000000),
    stamp INTEGER NOT NULL CHECK (stamp BETWEEN 0 AND 9000000000000000),
    stamp_paid_by TEXT NOT NULL CHECK (stamp_paid_by IN ('member', 'cooperative')),
    penalty_kind TEXT NOT NULL CHECK (penalty_kind IN ('none', 'pct_per_day', 'pct_per_month')),
    penalty_pct TEXT NOT NULL, penalty_cap_pct TEXT,
    penalty_grace_days INTEGER NOT NULL CHECK (penalty_grace_days >= 0),
    allocation TEXT NOT NULL CHECK (allocation IN
      ('interest_principal_penalty', 'penalty_interest_principal', 'principal_interest_penalty')),
    excess TEXT NOT NULL CHECK (excess IN ('prepay', 'hold')),
    account TEXT NOT NULL REFERENCES account (code),
    interest_account TEXT NOT NULL REFERENCES account (code),
    unit TEXT NOT NULL REFERENCES unit (id)`

export const loans = [
  `CREATE TABLE loan_product (
    id TEXT NOT NULL PRIMARY KEY,
    name_id TEXT NOT NULL, name_en TEXT NOT NULL,
    ${loanTerms},
    principal_max INTEGER CHECK (principal_max > 0), months_max INTEGER CHECK (months_max BETWEEN 1 AND 600),
    times_savings TEXT,
    collateral_above INTEGER CHECK (collateral_above >= 0), guarantor_above INTEGER CHECK (guarantor_above >= 0),
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
    sort INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID`,
  ...kept('loan_product', 'id'),
  `CREATE TABLE loan_agreement (
    loan_id TEXT NOT NULL PRIMARY KEY REFERENCES loan (id),
    member_id TEXT NOT NULL REFERENCES member (id),
    product TEXT NOT NULL REFERENCES loan_product (id),
    principal INTEGER NOT NULL CHECK (principal BETWEEN 1 AND 9000000000000000),
    months INTEGER NOT NULL CHECK (months BETWEEN 1 AND 600),
    ${loanTerms},
    purpose TEXT NOT NULL CHECK (length(purpose) BETWEEN 1 AND 500),
    related_party INTEGER NOT NULL CHECK (related_party IN (0, 1)),
    joint_liability INTEGER NOT NULL CHECK (joint_liability IN (0, 1)),
    fund_id TEXT REFERENCES fund (id),
    applied_on TEXT NOT NULL CHECK (${realDay('applied_on')}),
    approved_on TEXT CHECK (${realDay('approved_on')}),
    approved_by TEXT CHECK (length(approved_by) BETWEEN 1 AND 120),
    CHECK ((approved_on IS NULL) = (approved_by IS NULL))
  ) STRICT, WITHOUT ROWID`,
  ...kept('loan_agreement', 'loan_id'),
  `CREATE TRIGGER loan_agreement_stays BEFORE UPDATE ON loan_agreement WHEN OLD.approved_on IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'loan_agreement: what was approved is never changed'); END`,
  'CREATE INDEX loan_agreement_member ON loan_agreement (member_id)',
  `CREATE TABLE loan_rejection (
    loan_id TEXT NOT NULL PRIMARY KEY REFERENCES loan (id),
    rejected_on TEXT NOT NULL CHECK (${realDay('rejected_on')}),
    reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 500)
  ) STRICT, WITHOUT ROWID`,
  once('loan_rejection', 'loan_id'),
  ...frozen('loan_rejection'),
  ...loanSecurities,
  `CREATE TABLE loan_instalment (
    entry_id TEXT NOT NULL REFERENCES journal_entry (id) DEFERRABLE INITIALLY DEFERRED,
    n INTEGER NOT NULL CHECK (n > 0),
    loan_id TEXT NOT NULL REFERENCES loan (id),
    due_on TEXT NOT NULL CHECK (${realDay('due_on')}),
    principal INTEGER NOT NULL CHECK (principal BETWEEN 0 AND 9000000000000000),
    interest INTEGER NOT NULL CHECK (interest BETWEEN 0 AND 9000000000000000),
    PRIMARY KEY (entry_id, n)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX loan_instalment_payout ON loan_instalment (loan_id) WHERE n = 1',
  `CREATE TRIGGER loan_instalment_guard BEFORE INSERT ON loan_instalment BEGIN
    SELECT RAISE(ABORT, 'loan_instalment: this row exists')
      WHERE EXISTS (SELECT 1 FROM loan_instalment WHERE entry_id = NEW.entry_id AND n = NEW.n);
    SELECT RAISE(ABORT, 'loan_instalment: the schedule is written before its payout, never after')
      WHERE EXISTS (SELECT 1 FROM journal_entry WHERE id = NEW.entry_id);
  END`,
  ...frozen('loan_instalment'),
  `CREATE TABLE loan_waiver (
    id TEXT NOT NULL PRIMARY KEY,
    loan_id TEXT NOT NULL REFERENCES loan (id),
    date TEXT NOT NULL CHECK (${realDay('date')}),
    amount INTEGER NOT NULL CHECK (amount BETWEEN 1 AND 9000000000000000),
    reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
    entry_id TEXT REFERENCES journal_entry (id) DEFERRABLE INITIALLY DEFERRED,
    request_id TEXT REFERENCES request (id) DEFERRABLE INITIALLY DEFERRED,
    withdrawn_on TEXT CHECK (${realDay('withdrawn_on')}),
    CHECK (withdrawn_on >= date)
  ) STRICT, WITHOUT ROWID`,
  ...kept('loan_waiver', 'id'),
  'CREATE INDEX loan_waiver_loan ON loan_waiver (loan_id)',
  `CREATE TRIGGER loan_waiver_stays BEFORE UPDATE ON loan_waiver
    WHEN OLD.withdrawn_on IS NOT NULL OR NEW.id <> OLD.id OR NEW.loan_id <> OLD.loan_id OR NEW.date <> OLD.date
      OR NEW.amount <> OLD.amount OR NEW.reason <> OLD.reason OR NEW.entry_id IS NOT OLD.entry_id BEGIN
    SELECT RAISE(ABORT, 'loan_waiver: it is only ever withdrawn'); END`,
  // How a loan ends that is not paid back: in a new one, or by a decision. Each stands until its entry is reversed.
  `CREATE TABLE loan_restructuring (
    entry_id TEXT NOT NULL PRIMARY KEY REFERENCES journal_entry (id) DEFERRABLE INITIALLY DEFERRED,
    loan_id TEXT NOT NULL REFERENCES loan (id),
    new_loan_id TEXT NOT NULL UNIQUE REFERENCES loan (id),
    interest_let_go INTEGER NOT NULL CHECK (interest_let_go BETWEEN 0 AND 9000000000000000),
    penalty_let_go INTEGER NOT NULL CHECK (penalty_let_go BETWEEN 0 AND 9000000000000000),
    reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
    CHECK (loan_id <> new_loan_id)
  ) STRICT, WITHOUT ROWID`,
  once('loan_restructuring', 'entry_id', 'new_loan_id'),
  ...frozen('loan_restructuring'),
  'CREATE INDEX loan_restructuring_loan ON loan_restructuring (loan_id)',
  `CREATE TABLE loan_write_off (
    entry_id TEXT NOT NULL PRIMARY KEY REFERENCES journal_entry (id) DEFERRABLE INITIALLY DEFERRED,
    loan_id TEXT NOT NULL REFERENCES loan (id),
    interest INTEGER NOT NULL CHECK (interest BETWEEN 0 AND 9000000000000000),
    penalty INTEGER NOT NULL CHECK (penalty BETWEEN 0 AND 9000000000000000),
    decision_number TEXT NOT NULL CHECK (length(decision_number) BETWEEN 1 AND 80),
    decided_on TEXT NOT NULL CHECK (${realDay('decided_on')}),
    decided_by TEXT NOT NULL CHECK (decided_by IN ('rat', 'board'))
  ) STRICT, WITHOUT ROWID`,
  once('loan_write_off', 'entry_id'),
  ...frozen('loan_write_off'),
  'CREATE INDEX loan_write_off_loan ON loan_write_off (loan_id)',
]
