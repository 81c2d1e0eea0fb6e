import { alone, kept, once, realDay } from './guards.ts'

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
    sort INTEGER NOT NULL,
    CHECK (collected = 0 OR kind NOT IN ('term', 'loan_linked'))
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
    WHEN NEW.id <> OLD.id OR NEW.member_id <> OLD.member_id OR NEW.product <> OLD.product OR NEW.account <> OLD.account BEGIN
    SELECT RAISE(ABORT, 'savings_account: owner, product and account never change'); END`,
  'CREATE INDEX savings_account_member ON savings_account (member_id, product)',
]

export const savings = [
  `CREATE TABLE savings_due (
    product TEXT NOT NULL REFERENCES savings_product (id),
    from_month TEXT NOT NULL CHECK (from_month GLOB '[12][0-9][0-9][0-9]-[01][0-9]'),
    amount INTEGER NOT NULL CHECK (amount BETWEEN 0 AND 9000000000000000),
    PRIMARY KEY (product, from_month)
  ) STRICT, WITHOUT ROWID`,
]
