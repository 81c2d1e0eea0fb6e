import { frozen } from './guards.ts'

/**
 * What a year is planned to be (RAPB), unit by unit: each plan is kept as it was made, a newer version stands beside it.
 * Why a line came out otherwise is told in the same way. A plan is no figure of the books.
 */
export const budget = [
  `CREATE TABLE budget_plan (
    year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2999),
    unit TEXT NOT NULL REFERENCES unit (id),
    version INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000000),
    lines TEXT NOT NULL CHECK (json_valid(lines)),
    decision TEXT CHECK (length(decision) BETWEEN 1 AND 500),
    reason TEXT CHECK (length(reason) BETWEEN 1 AND 500),
    made_at TEXT NOT NULL,
    made_by TEXT NOT NULL,
    PRIMARY KEY (year, unit, version)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TRIGGER budget_plan_in_order BEFORE INSERT ON budget_plan
    WHEN NEW.version <> (SELECT count(*) + 1 FROM budget_plan WHERE year = NEW.year AND unit = NEW.unit) BEGIN
    SELECT RAISE(ABORT, 'budget_plan: a version follows the one before it'); END`,
  ...frozen('budget_plan'),
  `CREATE TABLE budget_reason (
    year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2999),
    unit TEXT NOT NULL REFERENCES unit (id),
    line TEXT NOT NULL CHECK (length(line) BETWEEN 1 AND 60),
    version INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000000),
    reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
    made_at TEXT NOT NULL,
    made_by TEXT NOT NULL,
    PRIMARY KEY (year, unit, line, version)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TRIGGER budget_reason_in_order BEFORE INSERT ON budget_reason
    WHEN NEW.version <> (SELECT count(*) + 1 FROM budget_reason
      WHERE year = NEW.year AND unit = NEW.unit AND line = NEW.line) BEGIN
    SELECT RAISE(ABORT, 'budget_reason: a reason follows the one before it'); END`,
  ...frozen('budget_reason'),
]
