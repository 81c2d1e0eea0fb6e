import { alone, kept, once, realDay } from './guards.ts'

export const identityTables = ['loan', 'partner', 'item', 'fund', 'budget_line', 'asset', 'borrowing', 'person']

export const identities = [
  `CREATE TABLE member (
    id TEXT NOT NULL PRIMARY KEY,
    code TEXT NOT NULL UNIQUE CHECK (length(code) BETWEEN 1 AND 30),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
    sort TEXT NOT NULL UNIQUE,
    search TEXT NOT NULL,
    sex TEXT NOT NULL CHECK (sex IN ('female', 'male')),
    joined_on TEXT NOT NULL CHECK (${realDay('joined_on')}),
    left_on TEXT CHECK (${realDay('left_on')}),
    birth_date TEXT CHECK (${realDay('birth_date')}),
    national_id TEXT, phone TEXT,
    address TEXT, hamlet TEXT, rt TEXT, rw TEXT, village TEXT, district TEXT,
    occupation TEXT,
    returnee TEXT, disability TEXT, bpjs TEXT,
    consent_on TEXT CHECK (${realDay('consent_on')}),
    note TEXT CHECK (length(note) <= 500),
    request_id TEXT REFERENCES request (id) DEFERRABLE INITIALLY DEFERRED
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX member_request ON member (request_id) WHERE request_id IS NOT NULL',
  once('member', 'id', 'code', 'sort'),
  alone('member', 'id', 'code', 'sort'),
  `CREATE TRIGGER member_id_stays BEFORE UPDATE OF id ON member WHEN NEW.id <> OLD.id BEGIN
    SELECT RAISE(ABORT, 'member: the id of a member never changes'); END`,
  `CREATE TABLE member_former_number (
    sort TEXT NOT NULL PRIMARY KEY,
    code TEXT NOT NULL,
    member_id TEXT NOT NULL REFERENCES member (id)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX member_former_number_member ON member_former_number (member_id)',
  once('member_former_number', 'sort'),
  ...identityTables.flatMap((table) => [
    `CREATE TABLE ${table} (
      id TEXT NOT NULL PRIMARY KEY,
      code TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
    ) STRICT, WITHOUT ROWID`,
    ...kept(table, 'id', 'code'),
  ]),
  `CREATE TABLE account (
    code TEXT NOT NULL PRIMARY KEY CHECK (code GLOB '[1-9][0-9][0-9][0-9][0-9]'),
    name_id TEXT NOT NULL CHECK (length(name_id) BETWEEN 1 AND 120),
    name_en TEXT NOT NULL CHECK (length(name_en) BETWEEN 1 AND 120),
    type TEXT NOT NULL CHECK (type IN ('asset', 'liability', 'equity', 'income', 'expense')),
    normal TEXT NOT NULL CHECK (normal IN ('debit', 'credit')),
    parent TEXT REFERENCES account (code),
    postable INTEGER NOT NULL CHECK (postable IN (0, 1)),
    subledger TEXT CHECK (subledger IN
      ('savings', 'loan', 'member', 'partner', 'borrowing', 'fund', 'item', 'asset', 'person')),
    cash_flow TEXT NOT NULL CHECK (cash_flow IN ('cash', 'operating', 'investing', 'financing', 'interunit', 'none')),
    cash_flow_line TEXT,
    report_line TEXT,
    note TEXT,
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
  ) STRICT, WITHOUT ROWID`,
  ...kept('account', 'code'),
  `CREATE TRIGGER account_nature_stays BEFORE UPDATE ON account
    WHEN NEW.code <> OLD.code OR NEW.type <> OLD.type OR NEW.normal <> OLD.normal
      OR NEW.subledger IS NOT OLD.subledger OR NEW.postable <> OLD.postable
      OR NEW.cash_flow <> OLD.cash_flow OR NEW.parent IS NOT OLD.parent BEGIN
    SELECT RAISE(ABORT, 'account: code, type and nature never change'); END`,
]

/**
 * A member's number belongs to that member for ever, also after it was changed; a row goes only where it never made
 * anybody a member: entered by a request that is undone while nobody left, no savings account and no line name it.
 */
export const memberGuards = [
  ...['INSERT ON member', 'UPDATE OF sort ON member'].map(
    (act) => `CREATE TRIGGER member_number_on_${act.slice(0, 6).toLowerCase()} BEFORE ${act}
    WHEN EXISTS (SELECT 1 FROM member_former_number WHERE sort = NEW.sort AND member_id <> NEW.id) BEGIN
    SELECT RAISE(ABORT, 'member: this number was another member''s'); END`,
  ),
  ...[
    ['member', 'id'],
    ['member_former_number', 'member_id'],
  ].map(
    ([table, member]) => `CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table}
    WHEN EXISTS (SELECT 1 FROM savings_account WHERE member_id = OLD.${member})
      OR EXISTS (SELECT 1 FROM journal_line WHERE member_id = OLD.${member})
      OR EXISTS (SELECT 1 FROM member_exit WHERE member_id = OLD.${member})
      OR EXISTS (SELECT 1 FROM member WHERE id = OLD.${member}
        AND (request_id IS NULL OR active = 0 OR left_on IS NOT NULL)) BEGIN
    SELECT RAISE(ABORT, '${table}: whoever was a member is deactivated, never deleted'); END`,
  ),
  `CREATE TRIGGER member_former_number_no_update BEFORE UPDATE ON member_former_number BEGIN
    SELECT RAISE(ABORT, 'member_former_number: what is written is never changed'); END`,
]
