import { kept, realDay } from './guards.ts'

const amount = 'BETWEEN 0 AND 9000000000000000'

/** What was agreed about the money of programmes and donors, and what each part of it is meant for. */
export const funds = [
  `CREATE TABLE fund_terms (
    fund_id TEXT NOT NULL PRIMARY KEY REFERENCES fund (id),
    treatment TEXT NOT NULL CHECK (treatment IN ('capital', 'activity', 'revolving')),
    donor TEXT NOT NULL CHECK (length(donor) BETWEEN 1 AND 120),
    purpose TEXT NOT NULL CHECK (length(purpose) BETWEEN 1 AND 500),
    agreement_number TEXT CHECK (length(agreement_number) <= 60),
    starts_on TEXT NOT NULL CHECK (${realDay('starts_on')}),
    ends_on TEXT NOT NULL CHECK (${realDay('ends_on')}),
    cash_account TEXT NOT NULL REFERENCES account (code),
    restriction TEXT CHECK (length(restriction) <= 500),
    CHECK (starts_on <= ends_on)
  ) STRICT, WITHOUT ROWID`,
  ...kept('fund_terms', 'fund_id'),
  `CREATE TRIGGER fund_treatment_stays BEFORE UPDATE ON fund_terms
    WHEN NEW.fund_id <> OLD.fund_id OR NEW.treatment <> OLD.treatment BEGIN
    SELECT RAISE(ABORT, 'fund_terms: how a fund is treated never changes'); END`,
  `CREATE TABLE fund_budget (
    budget_line_id TEXT NOT NULL PRIMARY KEY REFERENCES budget_line (id),
    fund_id TEXT NOT NULL REFERENCES fund (id),
    n INTEGER NOT NULL CHECK (n > 0),
    planned INTEGER NOT NULL CHECK (planned ${amount})
  ) STRICT, WITHOUT ROWID`,
  'CREATE UNIQUE INDEX fund_budget_fund ON fund_budget (fund_id, n)',
  ...kept('fund_budget', 'budget_line_id'),
  `CREATE TRIGGER fund_budget_place_once BEFORE INSERT ON fund_budget
    WHEN EXISTS (SELECT 1 FROM fund_budget WHERE fund_id = NEW.fund_id AND n = NEW.n) BEGIN
    SELECT RAISE(ABORT, 'fund_budget: this row exists'); END`,
  `CREATE TRIGGER fund_budget_stays BEFORE UPDATE ON fund_budget
    WHEN NEW.budget_line_id <> OLD.budget_line_id OR NEW.fund_id <> OLD.fund_id OR NEW.n <> OLD.n BEGIN
    SELECT RAISE(ABORT, 'fund_budget: a budget line stays with its fund'); END`,
  // What a fund has, and what went through it, is added up from this index alone.
  'CREATE INDEX journal_line_fund ON journal_line (fund_id, account, entry_date, budget_line_id, debit, credit) WHERE fund_id IS NOT NULL',
]
