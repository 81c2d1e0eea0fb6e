import { kept, realDay } from './guards.ts'

/** Who and what stands behind a loan: people who answer for it, things that can be sold, savings it may be taken from. */
export const loanSecurities = [
  `CREATE TABLE loan_guarantor (
    id TEXT NOT NULL PRIMARY KEY,
    loan_id TEXT NOT NULL REFERENCES loan (id),
    n INTEGER NOT NULL CHECK (n > 0),
    member_id TEXT REFERENCES member (id),
    name TEXT CHECK (length(name) BETWEEN 1 AND 120),
    address TEXT, phone TEXT,
    CHECK ((member_id IS NULL) <> (name IS NULL))
  ) STRICT, WITHOUT ROWID`,
  ...kept('loan_guarantor', 'id'),
  'CREATE UNIQUE INDEX loan_guarantor_loan ON loan_guarantor (loan_id, n)',
  `CREATE TRIGGER loan_guarantor_no_update BEFORE UPDATE ON loan_guarantor BEGIN
    SELECT RAISE(ABORT, 'loan_guarantor: what is written is never changed'); END`,
  `CREATE TABLE loan_collateral (
    id TEXT NOT NULL PRIMARY KEY,
    loan_id TEXT NOT NULL REFERENCES loan (id),
    n INTEGER NOT NULL CHECK (n > 0),
    origin_id TEXT NOT NULL REFERENCES loan_collateral (id),
    kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 120),
    owner TEXT NOT NULL CHECK (length(owner) BETWEEN 1 AND 120),
    document_number TEXT,
    appraised INTEGER NOT NULL CHECK (appraised BETWEEN 0 AND 9000000000000000),
    appraised_on TEXT CHECK (${realDay('appraised_on')}),
    recorded_on TEXT NOT NULL CHECK (${realDay('recorded_on')}),
    kept_at TEXT,
    released_on TEXT CHECK (${realDay('released_on')})
  ) STRICT, WITHOUT ROWID`,
  ...kept('loan_collateral', 'id'),
  'CREATE UNIQUE INDEX loan_collateral_loan ON loan_collateral (loan_id, n)',
  'CREATE INDEX loan_collateral_origin ON loan_collateral (origin_id)',
  `CREATE TRIGGER loan_collateral_stays BEFORE UPDATE ON loan_collateral
    WHEN OLD.released_on IS NOT NULL OR NEW.id <> OLD.id OR NEW.loan_id <> OLD.loan_id OR NEW.origin_id <> OLD.origin_id
      OR NEW.kind <> OLD.kind
      OR NEW.owner <> OLD.owner OR NEW.appraised <> OLD.appraised OR NEW.document_number IS NOT OLD.document_number
      OR NEW.recorded_on <> OLD.recorded_on BEGIN
    SELECT RAISE(ABORT, 'loan_collateral: it is only ever released'); END`,
  `CREATE TABLE loan_mandate (
    id TEXT NOT NULL PRIMARY KEY,
    loan_id TEXT NOT NULL REFERENCES loan (id),
    origin_id TEXT NOT NULL REFERENCES loan_mandate (id),
    savings_products TEXT NOT NULL CHECK (json_valid(savings_products)),
    given_on TEXT NOT NULL CHECK (${realDay('given_on')}),
    revoked_on TEXT CHECK (${realDay('revoked_on')})
  ) STRICT, WITHOUT ROWID`,
  ...kept('loan_mandate', 'id'),
  'CREATE INDEX loan_mandate_loan ON loan_mandate (loan_id)',
  'CREATE INDEX loan_mandate_origin ON loan_mandate (origin_id)',
  `CREATE TRIGGER loan_mandate_stays BEFORE UPDATE ON loan_mandate
    WHEN OLD.revoked_on IS NOT NULL OR NEW.id <> OLD.id OR NEW.loan_id <> OLD.loan_id
      OR NEW.origin_id <> OLD.origin_id OR NEW.savings_products <> OLD.savings_products OR NEW.given_on <> OLD.given_on BEGIN
    SELECT RAISE(ABORT, 'loan_mandate: it is only ever revoked'); END`,
]
