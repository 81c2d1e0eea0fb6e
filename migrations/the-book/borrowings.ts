import { frozen, once, realDay } from './guards.ts'

const amount = 'BETWEEN 0 AND 9000000000000000'

/**
 * What was agreed with who lent to the cooperative or takes part in its capital, and when it is to be paid back: written
 * before the entry that brought the money, sealed by it, and never changed. What is owed is in the journal.
 */
export const borrowings = [
  `CREATE TABLE borrowing_terms (
    borrowing_id TEXT NOT NULL PRIMARY KEY REFERENCES borrowing (id),
    entry_id TEXT NOT NULL UNIQUE REFERENCES journal_entry (id) DEFERRABLE INITIALLY DEFERRED,
    account TEXT NOT NULL REFERENCES account (code),
    lender TEXT NOT NULL CHECK (length(lender) BETWEEN 1 AND 120),
    member_id TEXT REFERENCES member (id),
    principal INTEGER NOT NULL CHECK (principal > 0 AND principal ${amount}),
    method TEXT CHECK (method IN ('flat', 'declining', 'annuity', 'bullet')),
    rate_pct TEXT NOT NULL,
    months INTEGER CHECK (months > 0),
    first_due_on TEXT CHECK (${realDay('first_due_on')}),
    every_months INTEGER CHECK (every_months > 0),
    grace_principal_months INTEGER CHECK (grace_principal_months >= 0),
    grace_all_months INTEGER CHECK (grace_all_months >= 0),
    round_to INTEGER CHECK (round_to > 0 AND round_to ${amount}),
    round_payment_to INTEGER CHECK (round_payment_to > 0 AND round_payment_to ${amount}),
    starts_on TEXT NOT NULL CHECK (${realDay('starts_on')}),
    agreement_number TEXT CHECK (length(agreement_number) <= 60),
    covenant TEXT CHECK (length(covenant) <= 500),
    collateral TEXT CHECK (length(collateral) <= 500),
    CHECK ((method IS NULL) = (months IS NULL))
  ) STRICT, WITHOUT ROWID`,
  once('borrowing_terms', 'borrowing_id', 'entry_id'),
  ...frozen('borrowing_terms'),
  `CREATE TABLE borrowing_instalment (
    borrowing_id TEXT NOT NULL REFERENCES borrowing_terms (borrowing_id),
    n INTEGER NOT NULL CHECK (n > 0),
    due_on TEXT NOT NULL CHECK (${realDay('due_on')}),
    principal INTEGER NOT NULL CHECK (principal ${amount}),
    interest INTEGER NOT NULL CHECK (interest ${amount}),
    PRIMARY KEY (borrowing_id, n)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TRIGGER borrowing_instalment_once BEFORE INSERT ON borrowing_instalment
    WHEN EXISTS (SELECT 1 FROM borrowing_instalment WHERE borrowing_id = NEW.borrowing_id AND n = NEW.n) BEGIN
    SELECT RAISE(ABORT, 'borrowing_instalment: this row exists'); END`,
  ...frozen('borrowing_instalment'),
  'CREATE INDEX journal_line_borrowing ON journal_line (borrowing_id, account, entry_date) WHERE borrowing_id IS NOT NULL',
]
