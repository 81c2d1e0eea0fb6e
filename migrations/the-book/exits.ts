import { frozen, once, realDay } from './guards.ts'

/**
 * Who left, when and why. The entry that settles it is written after this row; a leaving without any money has none. It
 * stands until its entry is reversed or its request undone: the row itself stays.
 */
export const exits = [
  `CREATE TABLE member_exit (
    id TEXT NOT NULL PRIMARY KEY,
    member_id TEXT NOT NULL REFERENCES member (id),
    date TEXT NOT NULL CHECK (${realDay('date')}),
    reason TEXT NOT NULL CHECK (reason IN ('resigned', 'died', 'expelled', 'moved')),
    note TEXT CHECK (length(note) <= 500),
    heir_name TEXT CHECK (length(heir_name) BETWEEN 1 AND 120),
    heir_relation TEXT CHECK (length(heir_relation) BETWEEN 1 AND 60),
    heir_document TEXT CHECK (length(heir_document) BETWEEN 1 AND 120),
    entry_id TEXT UNIQUE REFERENCES journal_entry (id) DEFERRABLE INITIALLY DEFERRED,
    request_id TEXT NOT NULL UNIQUE REFERENCES request (id) DEFERRABLE INITIALLY DEFERRED,
    CHECK ((reason = 'died') = (heir_name IS NOT NULL)),
    CHECK ((heir_name IS NULL) = (heir_relation IS NULL)),
    CHECK ((heir_name IS NULL) = (heir_document IS NULL))
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX member_exit_member ON member_exit (member_id)',
  once('member_exit', 'id', 'entry_id', 'request_id'),
  `CREATE TRIGGER member_exit_before_entry BEFORE INSERT ON member_exit
    WHEN EXISTS (SELECT 1 FROM journal_entry WHERE id = NEW.entry_id) BEGIN
    SELECT RAISE(ABORT, 'member_exit: written before its entry, never after'); END`,
  ...frozen('member_exit'),
  `CREATE TABLE exit_account (
    savings_account_id TEXT NOT NULL REFERENCES savings_account (id),
    exit_id TEXT NOT NULL REFERENCES member_exit (id),
    PRIMARY KEY (savings_account_id, exit_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TRIGGER exit_account_once BEFORE INSERT ON exit_account
    WHEN EXISTS (SELECT 1 FROM exit_account
      WHERE savings_account_id = NEW.savings_account_id AND exit_id = NEW.exit_id) BEGIN
    SELECT RAISE(ABORT, 'exit_account: this row exists'); END`,
  ...frozen('exit_account'),
  `CREATE TABLE exit_loan (
    loan_id TEXT NOT NULL REFERENCES loan (id),
    exit_id TEXT NOT NULL REFERENCES member_exit (id),
    interest INTEGER NOT NULL CHECK (interest BETWEEN 0 AND 9000000000000000),
    penalty INTEGER NOT NULL CHECK (penalty BETWEEN 0 AND 9000000000000000),
    PRIMARY KEY (loan_id, exit_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TRIGGER exit_loan_once BEFORE INSERT ON exit_loan
    WHEN EXISTS (SELECT 1 FROM exit_loan WHERE loan_id = NEW.loan_id AND exit_id = NEW.exit_id) BEGIN
    SELECT RAISE(ABORT, 'exit_loan: this row exists'); END`,
  ...frozen('exit_loan'),
]
