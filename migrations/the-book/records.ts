import { frozen, once, realDay } from './guards.ts'

export const records = [
  `CREATE TRIGGER savings_account_no_delete BEFORE DELETE ON savings_account
    WHEN OLD.request_id IS NULL OR EXISTS (SELECT 1 FROM journal_line WHERE savings_account_id = OLD.id)
      OR EXISTS (SELECT 1 FROM exit_account WHERE savings_account_id = OLD.id) BEGIN
    SELECT RAISE(ABORT, 'savings_account: what money went through is closed, never deleted'); END`,
  `CREATE TABLE request_undo (
    request_id TEXT NOT NULL PRIMARY KEY REFERENCES request (id),
    undone_by TEXT NOT NULL REFERENCES request (id) DEFERRABLE INITIALLY DEFERRED
  ) STRICT, WITHOUT ROWID`,
  once('request_undo', 'request_id'),
  ...frozen('request_undo'),
  `CREATE TABLE cash_count (
    id TEXT NOT NULL PRIMARY KEY,
    date TEXT NOT NULL CHECK (${realDay('date')}),
    account TEXT NOT NULL REFERENCES account (code),
    denominations TEXT NOT NULL,
    counted INTEGER NOT NULL, expected INTEGER NOT NULL,
    counted_by TEXT NOT NULL,
    reason TEXT CHECK (length(reason) <= 500),
    entry_id TEXT REFERENCES journal_entry (id),
    at TEXT NOT NULL, made_by TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
  `CREATE TRIGGER cash_count_once BEFORE INSERT ON cash_count
    WHEN EXISTS (SELECT 1 FROM cash_count WHERE id = NEW.id) BEGIN
    SELECT RAISE(ABORT, 'cash_count: this count is already signed'); END`,
  ...frozen('cash_count'),
  `CREATE TABLE period_check (
    seq INTEGER NOT NULL PRIMARY KEY,
    request_id TEXT NOT NULL UNIQUE REFERENCES request (id) DEFERRABLE INITIALLY DEFERRED,
    period TEXT NOT NULL CHECK (length(period) IN (4, 7)),
    step TEXT NOT NULL CHECK (step IN ('bank', 'adjustments')),
    account TEXT REFERENCES account (code),
    stated INTEGER, expected INTEGER,
    note TEXT CHECK (length(note) <= 500),
    at TEXT NOT NULL, made_by TEXT NOT NULL,
    CHECK ((step = 'bank') = (account IS NOT NULL AND stated IS NOT NULL AND expected IS NOT NULL))
  ) STRICT`,
  'CREATE INDEX period_check_period ON period_check (period)',
  once('period_check', 'seq', 'request_id'),
  ...frozen('period_check'),
  `CREATE TABLE voucher_party (
    entry_id TEXT NOT NULL PRIMARY KEY REFERENCES journal_entry (id) DEFERRABLE INITIALLY DEFERRED,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120)
  ) STRICT, WITHOUT ROWID`,
  once('voucher_party', 'entry_id'),
  `CREATE TABLE setting (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
]
