import { frozen, once, realDay } from './guards.ts'

const amount = (column: string) => `${column} INTEGER NOT NULL CHECK (${column} BETWEEN 0 AND 9000000000000000)`

/**
 * What month ends did with the loans: interest that was booked, and every loan's class with what was set aside. A step
 * that changed nothing has no entry. It stands until its entry is reversed or its request undone; then the month can be
 * done again. Months follow one another: what a later one did was reckoned from what stood before it.
 */
export const loanMonthEnds = [
  `CREATE TABLE loan_month_end (
    request_id TEXT NOT NULL PRIMARY KEY REFERENCES request (id) DEFERRABLE INITIALLY DEFERRED,
    step TEXT NOT NULL CHECK (step IN ('interest', 'allowance')),
    month TEXT NOT NULL CHECK (month GLOB '[12][0-9][0-9][0-9]-[01][0-9]'),
    preset TEXT NOT NULL CHECK (preset IN ('ksp_2009', 'days_30_180_270')),
    entry_id TEXT UNIQUE REFERENCES journal_entry (id) DEFERRABLE INITIALLY DEFERRED
  ) STRICT, WITHOUT ROWID`,
  once('loan_month_end', 'request_id', 'entry_id'),
  `CREATE TRIGGER loan_month_end_order BEFORE INSERT ON loan_month_end BEGIN
    SELECT RAISE(ABORT, 'loan_month_end: written before its entry, never after')
      WHERE EXISTS (SELECT 1 FROM journal_entry WHERE id = NEW.entry_id);
    SELECT RAISE(ABORT, 'loan_month_end: this month or a later one is done')
      WHERE EXISTS (SELECT 1 FROM loan_month_end m
        LEFT JOIN journal_entry r ON r.reverses_id = m.entry_id
        LEFT JOIN request_undo u ON u.request_id = m.request_id
        WHERE m.step = NEW.step AND m.month >= NEW.month AND r.id IS NULL AND u.request_id IS NULL);
  END`,
  ...frozen('loan_month_end'),
  `CREATE TABLE loan_class (
    request_id TEXT NOT NULL REFERENCES loan_month_end (request_id),
    loan_id TEXT NOT NULL REFERENCES loan (id),
    class TEXT NOT NULL CHECK (class IN ('current', 'substandard', 'doubtful', 'loss')),
    days_overdue INTEGER NOT NULL CHECK (days_overdue >= 0),
    ${amount('overdue_principal')}, ${amount('overdue_interest')},
    ${amount('outstanding')}, ${amount('collateral')}, ${amount('base')},
    pct TEXT NOT NULL,
    ${amount('allowance')},
    ${amount('interest_due')}, ${amount('interest_accrued')}, ${amount('interest_not_accrued')},
    restructured INTEGER NOT NULL CHECK (restructured IN (0, 1)),
    PRIMARY KEY (request_id, loan_id),
    CHECK (allowance <= base AND base <= outstanding)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TRIGGER loan_class_guard BEFORE INSERT ON loan_class BEGIN
    SELECT RAISE(ABORT, 'loan_class: this row exists')
      WHERE EXISTS (SELECT 1 FROM loan_class WHERE request_id = NEW.request_id AND loan_id = NEW.loan_id);
    SELECT RAISE(ABORT, 'loan_class: classes are written with their month end, never after')
      WHERE EXISTS (SELECT 1 FROM request WHERE id = NEW.request_id);
  END`,
  ...frozen('loan_class'),
  `CREATE TABLE loan_reminder (
    request_id TEXT NOT NULL PRIMARY KEY REFERENCES request (id) DEFERRABLE INITIALLY DEFERRED,
    loan_id TEXT NOT NULL REFERENCES loan (id),
    letter INTEGER NOT NULL CHECK (letter BETWEEN 1 AND 3),
    date TEXT NOT NULL CHECK (${realDay('date')}),
    at TEXT NOT NULL, made_by TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
  once('loan_reminder', 'request_id'),
  'CREATE INDEX loan_reminder_loan ON loan_reminder (loan_id)',
  ...frozen('loan_reminder'),
]
