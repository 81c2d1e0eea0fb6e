import { frozen, once } from './guards.ts'

/** What meetings decided on the surplus of a year, and what was paid of it, each under its entry. */
export const surplus = [
  `CREATE TABLE surplus_decision (
    entry_id TEXT NOT NULL PRIMARY KEY REFERENCES journal_entry (id) DEFERRABLE INITIALLY DEFERRED,
    year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2999),
    decision TEXT NOT NULL CHECK (length(decision) BETWEEN 1 AND 500),
    bylaw TEXT NOT NULL CHECK (json_valid(bylaw))
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX surplus_decision_year ON surplus_decision (year)',
  once('surplus_decision', 'entry_id'),
  `CREATE TRIGGER surplus_decision_before_entry BEFORE INSERT ON surplus_decision
    WHEN EXISTS (SELECT 1 FROM journal_entry WHERE id = NEW.entry_id) BEGIN
    SELECT RAISE(ABORT, 'surplus_decision: written before its entry, never after'); END`,
  `CREATE TRIGGER surplus_decision_alone BEFORE INSERT ON surplus_decision
    WHEN EXISTS (SELECT 1 FROM surplus_decision d WHERE d.year = NEW.year
      AND NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses_id = d.entry_id)) BEGIN
    SELECT RAISE(ABORT, 'surplus_decision: this year is decided'); END`,
  ...frozen('surplus_decision'),
  `CREATE TABLE surplus_payment (
    entry_id TEXT NOT NULL PRIMARY KEY REFERENCES journal_entry (id) DEFERRABLE INITIALLY DEFERRED,
    year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2999)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX surplus_payment_year ON surplus_payment (year)',
  once('surplus_payment', 'entry_id'),
  `CREATE TRIGGER surplus_payment_before_entry BEFORE INSERT ON surplus_payment
    WHEN EXISTS (SELECT 1 FROM journal_entry WHERE id = NEW.entry_id) BEGIN
    SELECT RAISE(ABORT, 'surplus_payment: written before its entry, never after'); END`,
  ...frozen('surplus_payment'),
]
