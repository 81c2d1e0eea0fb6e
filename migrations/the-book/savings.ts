import { alone, frozen, kept, once, realDay } from './guards.ts'

/** Products and accounts: what a savings line of the ledger refers to. */
export const savingsIdentities = [
  `CREATE TABLE savings_product (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('principal', 'mandatory', 'voluntary', 'loan_linked', 'holiday', 'education', 'returnee', 'term')),
    name_id TEXT NOT NULL, name_en TEXT NOT NULL,
    account TEXT NOT NULL REFERENCES account (code),
    unit TEXT NOT NULL REFERENCES unit (id),
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
    collected INTEGER NOT NULL CHECK (collected IN (0, 1)),
    lock_rule TEXT NOT NULL CHECK (lock_rule IN ('none', 'until_exit', 'until_date', 'until_purpose')),
    unlocks_on TEXT CHECK (length(unlocks_on) IN (5, 10)),
    early_withdrawal TEXT NOT NULL CHECK (early_withdrawal IN ('refused', 'forfeit_interest', 'penalty_pct')),
    early_pct TEXT,
    minimum_deposit INTEGER NOT NULL CHECK (minimum_deposit BETWEEN 0 AND 9000000000000000),
    instalments INTEGER NOT NULL CHECK (instalments BETWEEN 1 AND 60),
    passbook_lines INTEGER NOT NULL CHECK (passbook_lines BETWEEN 5 AND 80),
    sort INTEGER NOT NULL,
    CHECK (collected = 0 OR kind NOT IN ('term', 'loan_linked')),
    CHECK (unlocks_on IS NULL OR lock_rule = 'until_date'),
    CHECK ((early_pct IS NOT NULL) = (early_withdrawal = 'penalty_pct'))
  ) STRICT, WITHOUT ROWID`,
  ...kept('savings_product', 'id'),
  `CREATE TABLE savings_account (
    id TEXT NOT NULL PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
    member_id TEXT NOT NULL REFERENCES member (id),
    product TEXT NOT NULL REFERENCES savings_product (id),
    account TEXT NOT NULL REFERENCES account (code),
    opened_on TEXT NOT NULL CHECK (${realDay('opened_on')}),
    closed_on TEXT CHECK (${realDay('closed_on')}),
    request_id TEXT REFERENCES request (id) DEFERRABLE INITIALLY DEFERRED
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX savings_account_request ON savings_account (request_id) WHERE request_id IS NOT NULL',
  once('savings_account', 'id', 'code'),
  alone('savings_account', 'id', 'id', 'code'),
  `CREATE TRIGGER savings_account_owner_stays BEFORE UPDATE ON savings_account
    WHEN NEW.id <> OLD.id OR NEW.member_id <> OLD.member_id OR NEW.product <> OLD.product BEGIN
    SELECT RAISE(ABORT, 'savings_account: owner and product never change'); END`,
  'CREATE INDEX savings_account_member ON savings_account (member_id, product)',
  `CREATE TABLE savings_account_former (
    savings_account_id TEXT NOT NULL REFERENCES savings_account (id),
    account TEXT NOT NULL REFERENCES account (code),
    PRIMARY KEY (savings_account_id, account)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TRIGGER savings_account_former_once BEFORE INSERT ON savings_account_former
    WHEN EXISTS (SELECT 1 FROM savings_account_former
      WHERE savings_account_id = NEW.savings_account_id AND account = NEW.account) BEGIN
    SELECT RAISE(ABORT, 'savings_account_former: this row exists'); END`,
  ...frozen('savings_account_former'),
  `CREATE TRIGGER savings_account_leaves_a_trace BEFORE UPDATE OF account ON savings_account
    WHEN NEW.account <> OLD.account AND NOT EXISTS (SELECT 1 FROM savings_account_former
      WHERE savings_account_id = OLD.id AND account = OLD.account) BEGIN
    SELECT RAISE(ABORT, 'savings_account: the account it leaves is written down first'); END`,
]

export const savings = [
  `CREATE TABLE savings_due (
    product TEXT NOT NULL REFERENCES savings_product (id),
    from_month TEXT NOT NULL CHECK (from_month GLOB '[12][0-9][0-9][0-9]-[01][0-9]'),
    amount INTEGER NOT NULL CHECK (amount BETWEEN 0 AND 9000000000000000),
    PRIMARY KEY (product, from_month)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE savings_rate (
    product TEXT NOT NULL REFERENCES savings_product (id),
    from_month TEXT NOT NULL CHECK (from_month GLOB '[12][0-9][0-9][0-9]-[01][0-9]'),
    method TEXT NOT NULL CHECK (method IN ('lowest', 'average_daily', 'daily', 'average_of_balances')),
    day_basis TEXT NOT NULL CHECK (day_basis IN ('365', '360', 'actual', 'twelfths')),
    rounding TEXT NOT NULL CHECK (rounding IN ('down', 'half_up')),
    minimum_balance INTEGER NOT NULL CHECK (minimum_balance BETWEEN 0 AND 9000000000000000),
    opening_counts INTEGER NOT NULL CHECK (opening_counts IN (0, 1)),
    tiers TEXT NOT NULL CHECK (json_valid(tiers)),
    PRIMARY KEY (product, from_month)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE savings_term (
    savings_account_id TEXT NOT NULL PRIMARY KEY REFERENCES savings_account (id),
    amount INTEGER NOT NULL CHECK (amount BETWEEN 1 AND 9000000000000000),
    starts_on TEXT NOT NULL CHECK (${realDay('starts_on')}),
    months INTEGER NOT NULL CHECK (months BETWEEN 1 AND 600),
    matures_on TEXT NOT NULL CHECK (${realDay('matures_on')}),
    rate_pct TEXT NOT NULL,
    day_basis TEXT NOT NULL CHECK (day_basis IN ('365', '360', 'actual', 'twelfths')),
    rounding TEXT NOT NULL CHECK (rounding IN ('down', 'half_up')),
    early_withdrawal TEXT NOT NULL CHECK (early_withdrawal IN ('refused', 'forfeit_interest', 'penalty_pct')),
    early_pct TEXT,
    rollover TEXT NOT NULL CHECK (rollover IN ('none', 'principal', 'principal_and_interest')),
    pay_interest_to TEXT REFERENCES savings_account (id),
    rolled_from TEXT REFERENCES savings_account (id)
  ) STRICT, WITHOUT ROWID`,
  once('savings_term', 'savings_account_id'),
  `CREATE TRIGGER savings_term_no_update BEFORE UPDATE ON savings_term BEGIN
    SELECT RAISE(ABORT, 'savings_term: what was agreed is never changed'); END`,
  `CREATE TRIGGER savings_term_no_delete BEFORE DELETE ON savings_term
    WHEN EXISTS (SELECT 1 FROM journal_line WHERE savings_account_id = OLD.savings_account_id) BEGIN
    SELECT RAISE(ABORT, 'savings_term: what money went through is never deleted'); END`,
  `CREATE TABLE savings_passbook (
    savings_account_id TEXT NOT NULL REFERENCES savings_account (id),
    number INTEGER NOT NULL CHECK (number > 0),
    last_seq INTEGER NOT NULL CHECK (last_seq > 0),
    page INTEGER NOT NULL CHECK (page > 0),
    line INTEGER NOT NULL CHECK (line >= 0),
    at TEXT NOT NULL,
    request_id TEXT NOT NULL REFERENCES request (id) DEFERRABLE INITIALLY DEFERRED,
    PRIMARY KEY (savings_account_id, number)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TRIGGER savings_passbook_once BEFORE INSERT ON savings_passbook
    WHEN EXISTS (SELECT 1 FROM savings_passbook
      WHERE savings_account_id = NEW.savings_account_id AND number = NEW.number) BEGIN
    SELECT RAISE(ABORT, 'savings_passbook: this row exists'); END`,
  ...frozen('savings_passbook'),
  'CREATE INDEX savings_passbook_request ON savings_passbook (request_id)',
  `CREATE TABLE savings_interest_run (
    entry_id TEXT NOT NULL PRIMARY KEY REFERENCES journal_entry (id) DEFERRABLE INITIALLY DEFERRED,
    month TEXT NOT NULL CHECK (month GLOB '[12][0-9][0-9][0-9]-[01][0-9]')
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX savings_interest_run_month ON savings_interest_run (month)',
  once('savings_interest_run', 'entry_id'),
  `CREATE TRIGGER savings_interest_run_before_entry BEFORE INSERT ON savings_interest_run
    WHEN EXISTS (SELECT 1 FROM journal_entry WHERE id = NEW.entry_id) BEGIN
    SELECT RAISE(ABORT, 'savings_interest_run: written before its entry, never after'); END`,
  `CREATE TRIGGER savings_interest_run_alone BEFORE INSERT ON savings_interest_run
    WHEN EXISTS (SELECT 1 FROM savings_interest_run i WHERE i.month = NEW.month
      AND NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses_id = i.entry_id)) BEGIN
    SELECT RAISE(ABORT, 'savings_interest_run: this month has its interest'); END`,
  ...frozen('savings_interest_run'),
]
