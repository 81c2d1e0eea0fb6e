import { type Kysely, sql } from 'kysely'

/**
 * The first shape of a book: the ledger with everything that guards it, the chart, periods, the identity of every
 * subledger, members and savings. Triggers use nothing newer than SQLite 3.40 and no function of our own, so that any
 * SQLite tool can open the book and meets the same guards.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [
    ...book,
    ...identities,
    ...ledger,
    ...ledgerGuards,
    ...memberGuards,
    ...balances,
    ...savings,
    ...loans,
    ...records,
  ]) {
    await sql.raw(statement).execute(db)
  }
}

const identityTables = ['loan', 'partner', 'item', 'fund', 'budget_line', 'asset', 'borrowing', 'person']

/** A day that exists, as `YYYY-MM-DD`; without the modifier SQLite before 3.46 lets 30 February pass. */
function realDay(column: string): string {
  return `${column} IS date(${column}, '+0 days')`
}

/** Refuses every change of a table's rows once written; REPLACE is caught by the insert guard beside it. */
function frozen(table: string): string[] {
  return [
    `CREATE TRIGGER ${table}_no_update BEFORE UPDATE ON ${table} BEGIN
      SELECT RAISE(ABORT, '${table}: what is written is never changed'); END`,
    `CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table} BEGIN
      SELECT RAISE(ABORT, '${table}: what is written is never deleted'); END`,
  ]
}

/** Refuses deletion, also the hidden one of REPLACE. */
function kept(table: string, ...unique: string[]): string[] {
  return [
    `CREATE TRIGGER ${table}_no_delete BEFORE DELETE ON ${table} BEGIN
      SELECT RAISE(ABORT, '${table}: rows are deactivated, never deleted'); END`,
    once(table, ...unique),
    alone(table, unique[0] ?? 'id', ...unique),
  ]
}

/** Refuses an insert that meets any of the table's unique columns: REPLACE would delete the row it meets. */
function once(table: string, ...unique: string[]): string {
  const met = unique.map((column) => `${column} = NEW.${column}`).join(' OR ')
  return `CREATE TRIGGER ${table}_once BEFORE INSERT ON ${table} WHEN EXISTS (SELECT 1 FROM ${table} WHERE ${met}) BEGIN
      SELECT RAISE(ABORT, '${table}: this row exists'); END`
}

/** Refuses an update that gives a row what another row has: UPDATE OR REPLACE would delete that one. */
function alone(table: string, key: string, ...unique: string[]): string {
  const met = unique.map((column) => `${column} = NEW.${column}`).join(' OR ')
  return `CREATE TRIGGER ${table}_alone BEFORE UPDATE OF ${unique.join(', ')} ON ${table}
    WHEN EXISTS (SELECT 1 FROM ${table} WHERE ${key} <> OLD.${key} AND (${met})) BEGIN
      SELECT RAISE(ABORT, '${table}: another row has this'); END`
}

const book = [
  `CREATE TABLE book (
    only INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
    id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('real', 'practice', 'sample')),
    made_at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
  `CREATE TRIGGER book_once BEFORE INSERT ON book WHEN EXISTS (SELECT 1 FROM book) BEGIN
    SELECT RAISE(ABORT, 'book: there is one book in a file'); END`,
  ...frozen('book'),
  `CREATE TABLE cooperative (
    only INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    founded_on TEXT CHECK (${realDay('founded_on')}),
    legal_entity_number TEXT, coop_registration_number TEXT, tax_id TEXT, business_id TEXT,
    address TEXT, village TEXT, district TEXT, regency TEXT, province TEXT, phone TEXT,
    coop_type TEXT CHECK (coop_type IN ('ksp', 'consumer', 'producer', 'marketing', 'service'))
  ) STRICT, WITHOUT ROWID`,
  ...kept('cooperative', 'only'),
  `CREATE TABLE officer (
    role TEXT NOT NULL PRIMARY KEY CHECK (role IN ('chair', 'secretary', 'treasurer', 'supervisor')),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE unit (
    id TEXT NOT NULL PRIMARY KEY,
    name_id TEXT NOT NULL, name_en TEXT NOT NULL,
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
    sort INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID`,
  ...kept('unit', 'id'),
  `CREATE TABLE request (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
    procedure TEXT NOT NULL,
    input_hash TEXT NOT NULL,
    result TEXT NOT NULL,
    at TEXT NOT NULL,
    made_by TEXT NOT NULL,
    last_seq INTEGER NOT NULL CHECK (last_seq >= 0)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TRIGGER request_once BEFORE INSERT ON request WHEN EXISTS (SELECT 1 FROM request WHERE id = NEW.id) BEGIN
    SELECT RAISE(ABORT, 'request: this id was used before'); END`,
  ...frozen('request'),
]

const identities = [
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
  `CREATE TABLE savings_product (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('principal', 'mandatory', 'voluntary', 'loan_linked', 'holiday', 'education', 'returnee', 'term')),
    name_id TEXT NOT NULL, name_en TEXT NOT NULL,
    account TEXT NOT NULL REFERENCES account (code),
    unit TEXT NOT NULL REFERENCES unit (id),
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
    sort INTEGER NOT NULL
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

const ledger = [
  `CREATE TABLE journal_entry (
    seq INTEGER NOT NULL PRIMARY KEY CHECK (seq > 0),
    id TEXT NOT NULL UNIQUE CHECK (length(id) BETWEEN 1 AND 64),
    kind TEXT NOT NULL CHECK (kind IN ('ordinary', 'opening', 'closing')),
    book TEXT NOT NULL CHECK (book IN ('BKM', 'BKK', 'BBM', 'BBK', 'BM', 'PJ', 'PB', 'PN', 'PT')),
    year INTEGER NOT NULL,
    number INTEGER NOT NULL CHECK (number > 0),
    date TEXT NOT NULL CHECK (${realDay('date')}),
    description TEXT NOT NULL CHECK (length(description) BETWEEN 1 AND 500),
    unit TEXT NOT NULL REFERENCES unit (id),
    procedure TEXT NOT NULL,
    request_id TEXT,
    reverses_id TEXT REFERENCES journal_entry (id),
    reason TEXT CHECK (length(reason) <= 500),
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL,
    approved_by TEXT,
    hash_version INTEGER NOT NULL CHECK (hash_version = 1),
    prev_hash TEXT NOT NULL CHECK (length(prev_hash) = 64),
    hash TEXT NOT NULL CHECK (length(hash) = 64),
    UNIQUE (book, year, number)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX journal_entry_date ON journal_entry (date, seq)',
  'CREATE UNIQUE INDEX journal_entry_reversal ON journal_entry (reverses_id) WHERE reverses_id IS NOT NULL',
  `CREATE TABLE journal_line (
    seq INTEGER NOT NULL REFERENCES journal_entry (seq) DEFERRABLE INITIALLY DEFERRED,
    line_no INTEGER NOT NULL CHECK (line_no > 0),
    entry_id TEXT NOT NULL,
    entry_date TEXT NOT NULL,
    account TEXT NOT NULL REFERENCES account (code),
    debit INTEGER NOT NULL CHECK (debit BETWEEN 0 AND 9000000000000000),
    credit INTEGER NOT NULL CHECK (credit BETWEEN 0 AND 9000000000000000),
    unit TEXT NOT NULL REFERENCES unit (id),
    member_id TEXT REFERENCES member (id),
    savings_account_id TEXT REFERENCES savings_account (id),
    loan_id TEXT REFERENCES loan (id),
    partner_id TEXT REFERENCES partner (id),
    item_id TEXT REFERENCES item (id),
    fund_id TEXT REFERENCES fund (id),
    budget_line_id TEXT REFERENCES budget_line (id),
    asset_id TEXT REFERENCES asset (id),
    borrowing_id TEXT REFERENCES borrowing (id),
    person_id TEXT REFERENCES person (id),
    cash_flow_line TEXT,
    memo TEXT CHECK (length(memo) <= 500),
    PRIMARY KEY (seq, line_no),
    CHECK ((debit = 0) <> (credit = 0))
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX journal_line_account ON journal_line (account, entry_date)',
  'CREATE INDEX journal_line_savings ON journal_line (savings_account_id, entry_date) WHERE savings_account_id IS NOT NULL',
  'CREATE INDEX journal_line_loan ON journal_line (loan_id, entry_date) WHERE loan_id IS NOT NULL',
  'CREATE INDEX journal_line_member ON journal_line (member_id, entry_date) WHERE member_id IS NOT NULL',
  `CREATE TABLE period_act (
    seq INTEGER NOT NULL PRIMARY KEY CHECK (seq > 0),
    period TEXT NOT NULL CHECK (period GLOB '[12][0-9][0-9][0-9]-[01][0-9]' OR period GLOB '[12][0-9][0-9][0-9]'),
    act TEXT NOT NULL CHECK (act IN ('lock', 'unlock', 'close', 'reopen')),
    reason TEXT CHECK (length(reason) <= 500),
    at TEXT NOT NULL,
    made_by TEXT NOT NULL,
    head_seq INTEGER NOT NULL,
    head_hash TEXT NOT NULL,
    CHECK (act NOT IN ('unlock', 'reopen') OR coalesce(length(trim(reason)), 0) > 0)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX period_act_period ON period_act (period, seq)',
  `CREATE TRIGGER period_act_order BEFORE INSERT ON period_act
    WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM period_act) BEGIN
    SELECT RAISE(ABORT, 'period_act: acts follow one another'); END`,
  ...frozen('period_act'),
]

/** Each of the ten references a line may carry, with the table it points into. */
const references: readonly (readonly [column: string, table: string])[] = [
  ['member_id', 'member'],
  ['savings_account_id', 'savings_account'],
  ...identityTables.map((table) => [`${table}_id`, table] as const),
]

const subledgerColumn = `CASE a.subledger
  WHEN 'savings' THEN NEW.savings_account_id WHEN 'loan' THEN NEW.loan_id WHEN 'member' THEN NEW.member_id
  WHEN 'partner' THEN NEW.partner_id WHEN 'borrowing' THEN NEW.borrowing_id WHEN 'fund' THEN NEW.fund_id
  WHEN 'item' THEN NEW.item_id WHEN 'asset' THEN NEW.asset_id WHEN 'person' THEN NEW.person_id END`

const ledgerGuards = [
  `CREATE TRIGGER journal_line_guard BEFORE INSERT ON journal_line BEGIN
    SELECT RAISE(ABORT, 'journal_line: lines belong to the entry that is being written next')
      WHERE NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM journal_entry);
    SELECT RAISE(ABORT, 'journal_line: this line is already written')
      WHERE EXISTS (SELECT 1 FROM journal_line WHERE seq = NEW.seq AND line_no = NEW.line_no);
    SELECT RAISE(ABORT, 'journal_line: the account takes no entries')
      WHERE NOT EXISTS (SELECT 1 FROM account WHERE code = NEW.account AND postable = 1);
    SELECT RAISE(ABORT, 'journal_line: the account needs its subledger reference')
      FROM account a WHERE a.code = NEW.account AND a.subledger IS NOT NULL AND ${subledgerColumn} IS NULL;
    ${references
      .map(
        ([column, table]) => `SELECT RAISE(ABORT, 'journal_line: ${column} is unknown')
      WHERE NEW.${column} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ${table} WHERE id = NEW.${column});`,
      )
      .join('\n    ')}
    SELECT RAISE(ABORT, 'journal_line: the savings account belongs to another account or member')
      FROM savings_account s JOIN account a ON a.code = NEW.account
      WHERE s.id = NEW.savings_account_id
        AND ((a.subledger = 'savings' AND s.account <> NEW.account)
          OR (NEW.member_id IS NOT NULL AND s.member_id <> NEW.member_id));
  END`,
  ...frozen('journal_line'),
  `CREATE TRIGGER journal_entry_guard BEFORE INSERT ON journal_entry BEGIN
    SELECT RAISE(ABORT, 'journal_entry: entries follow one another')
      WHERE NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM journal_entry);
    SELECT RAISE(ABORT, 'journal_entry: the chain is broken')
      WHERE NEW.prev_hash <> coalesce((SELECT hash FROM journal_entry ORDER BY seq DESC LIMIT 1),
        '0000000000000000000000000000000000000000000000000000000000000000');
    SELECT RAISE(ABORT, 'journal_entry: id or reversal exists')
      WHERE EXISTS (SELECT 1 FROM journal_entry WHERE id = NEW.id)
        OR (NEW.reverses_id IS NOT NULL AND EXISTS (SELECT 1 FROM journal_entry WHERE reverses_id = NEW.reverses_id));
    SELECT RAISE(ABORT, 'journal_entry: voucher numbers have no gaps and no doubles')
      WHERE NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM journal_entry WHERE book = NEW.book AND year = NEW.year);
    SELECT RAISE(ABORT, 'journal_entry: the year is the year of the date')
      WHERE NEW.year <> CAST(substr(NEW.date, 1, 4) AS INTEGER);
    SELECT RAISE(ABORT, 'journal_entry: lines are missing or belong to another entry or day')
      WHERE (SELECT count(*) FROM journal_line WHERE seq = NEW.seq) < 2
        OR EXISTS (SELECT 1 FROM journal_line
          WHERE seq = NEW.seq AND (entry_id <> NEW.id OR entry_date <> NEW.date));
    SELECT RAISE(ABORT, 'journal_entry: debit and credit differ in a unit')
      WHERE EXISTS (SELECT 1 FROM journal_line WHERE seq = NEW.seq GROUP BY unit HAVING sum(debit) <> sum(credit));
    SELECT RAISE(ABORT, 'journal_entry: the period is closed')
      WHERE (SELECT act FROM period_act WHERE period = substr(NEW.date, 1, 7) ORDER BY seq DESC LIMIT 1) = 'lock'
        OR (SELECT act FROM period_act WHERE period = substr(NEW.date, 1, 4) ORDER BY seq DESC LIMIT 1) = 'close';
    SELECT RAISE(ABORT, 'journal_entry: a reversal reverses an entry that is no reversal')
      WHERE NEW.reverses_id IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM journal_entry WHERE id = NEW.reverses_id AND reverses_id IS NULL);
  END`,
  ...frozen('journal_entry'),
]

/**
 * A member's number belongs to that member for ever, also after it was changed; a row goes only where it never made
 * anybody a member: entered by a request that is undone while nobody left, no savings account and no line name it.
 */
const memberGuards = [
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
      OR EXISTS (SELECT 1 FROM member WHERE id = OLD.${member}
        AND (request_id IS NULL OR active = 0 OR left_on IS NOT NULL)) BEGIN
    SELECT RAISE(ABORT, '${table}: whoever was a member is deactivated, never deleted'); END`,
  ),
  `CREATE TRIGGER member_former_number_no_update BEFORE UPDATE ON member_former_number BEGIN
    SELECT RAISE(ABORT, 'member_former_number: what is written is never changed'); END`,
]

const moved = `debit INTEGER NOT NULL CHECK (debit BETWEEN 0 AND 9000000000000000),
    credit INTEGER NOT NULL CHECK (credit BETWEEN 0 AND 9000000000000000),
    lines INTEGER NOT NULL`

function balanceTable(table: string, column: string): string {
  return `CREATE TABLE ${table} (
    account TEXT NOT NULL, ${column} TEXT NOT NULL, unit TEXT NOT NULL, kind TEXT NOT NULL,
    ${moved},
    PRIMARY KEY (account, ${column}, unit, kind)
  ) STRICT, WITHOUT ROWID`
}

/** Line by line: grouping first would cost a short entry more than everything else its triggers do. */
function carry(table: string, column: string, period: string): string {
  return `INSERT INTO ${table} (account, ${column}, unit, kind, debit, credit, lines)
      SELECT account, ${period}, unit, NEW.kind, debit, credit, 1 FROM journal_line WHERE seq = NEW.seq
      ON CONFLICT (account, ${column}, unit, kind) DO UPDATE
      SET debit = debit + excluded.debit, credit = credit + excluded.credit, lines = lines + excluded.lines;`
}

const subledgerOfLine = subledgerColumn.replaceAll('NEW.', 'l.')

/** Kept by the database itself: what moved per account and day, month and year, and per subledger card and year. */
const balances = [
  balanceTable('balance_day', 'day'),
  balanceTable('balance_month', 'month'),
  balanceTable('balance_year', 'year'),
  `CREATE TABLE balance_subledger (
    subledger TEXT NOT NULL, reference TEXT NOT NULL, account TEXT NOT NULL, unit TEXT NOT NULL, year TEXT NOT NULL,
    ${moved},
    PRIMARY KEY (subledger, reference, account, unit, year)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TRIGGER journal_entry_carry AFTER INSERT ON journal_entry BEGIN
    ${carry('balance_day', 'day', 'NEW.date')}
    ${carry('balance_month', 'month', 'substr(NEW.date, 1, 7)')}
    ${carry('balance_year', 'year', 'substr(NEW.date, 1, 4)')}
    INSERT INTO balance_subledger (subledger, reference, account, unit, year, debit, credit, lines)
      SELECT a.subledger, ${subledgerOfLine}, l.account, l.unit, substr(NEW.date, 1, 4), l.debit, l.credit, 1
      FROM journal_line l JOIN account a ON a.code = l.account
      WHERE l.seq = NEW.seq AND a.subledger IS NOT NULL
      ON CONFLICT (subledger, reference, account, unit, year) DO UPDATE
      SET debit = debit + excluded.debit, credit = credit + excluded.credit, lines = lines + excluded.lines;
  END`,
]

const savings = [
  `CREATE TABLE savings_due (
    product TEXT NOT NULL REFERENCES savings_product (id),
    from_month TEXT NOT NULL CHECK (from_month GLOB '[12][0-9][0-9][0-9]-[01][0-9]'),
    amount INTEGER NOT NULL CHECK (amount BETWEEN 0 AND 9000000000000000),
    PRIMARY KEY (product, from_month)
  ) STRICT, WITHOUT ROWID`,
]

/** What a loan costs and how it is paid back: the same columns for a product and for what was agreed with one member. */
const loanTerms = `method TEXT NOT NULL CHECK (method IN ('flat', 'declining', 'annuity', 'bullet')),
    rate_pct TEXT NOT NULL, rate_per TEXT NOT NULL CHECK (rate_per IN ('month', 'year')),
    interval_unit TEXT NOT NULL CHECK (interval_unit IN ('month', 'week')),
    interval_every INTEGER NOT NULL CHECK (interval_every > 0),
    grace_principal_months INTEGER NOT NULL CHECK (grace_principal_months >= 0),
    grace_all_months INTEGER NOT NULL CHECK (grace_all_months >= 0),
    rounding TEXT NOT NULL CHECK (rounding IN ('half_up', 'up', 'down')),
    round_to INTEGER NOT NULL CHECK (round_to > 0),
    round_payment_to INTEGER CHECK (round_payment_to > 0),
    early_settlement TEXT NOT NULL CHECK (early_settlement IN ('due', 'running', 'full')),
    account TEXT NOT NULL REFERENCES account (code),
    interest_account TEXT NOT NULL REFERENCES account (code),
    unit TEXT NOT NULL REFERENCES unit (id)`

const loans = [
  `CREATE TABLE loan_product (
    id TEXT NOT NULL PRIMARY KEY,
    name_id TEXT NOT NULL, name_en TEXT NOT NULL,
    ${loanTerms},
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
    sort INTEGER NOT NULL
  ) STRICT, WITHOUT ROWID`,
  ...kept('loan_product', 'id'),
  `CREATE TABLE loan_agreement (
    loan_id TEXT NOT NULL PRIMARY KEY REFERENCES loan (id),
    member_id TEXT NOT NULL REFERENCES member (id),
    product TEXT NOT NULL REFERENCES loan_product (id),
    principal INTEGER NOT NULL CHECK (principal BETWEEN 1 AND 9000000000000000),
    months INTEGER NOT NULL CHECK (months BETWEEN 1 AND 600),
    ${loanTerms},
    purpose TEXT NOT NULL CHECK (length(purpose) BETWEEN 1 AND 500),
    applied_on TEXT NOT NULL CHECK (${realDay('applied_on')}),
    approved_on TEXT CHECK (${realDay('approved_on')}),
    approved_by TEXT CHECK (length(approved_by) BETWEEN 1 AND 120),
    CHECK ((approved_on IS NULL) = (approved_by IS NULL))
  ) STRICT, WITHOUT ROWID`,
  ...kept('loan_agreement', 'loan_id'),
  `CREATE TRIGGER loan_agreement_stays BEFORE UPDATE ON loan_agreement WHEN OLD.approved_on IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'loan_agreement: what was approved is never changed'); END`,
  'CREATE INDEX loan_agreement_member ON loan_agreement (member_id)',
  `CREATE TABLE loan_instalment (
    entry_id TEXT NOT NULL REFERENCES journal_entry (id) DEFERRABLE INITIALLY DEFERRED,
    n INTEGER NOT NULL CHECK (n > 0),
    loan_id TEXT NOT NULL REFERENCES loan (id),
    due_on TEXT NOT NULL CHECK (${realDay('due_on')}),
    principal INTEGER NOT NULL CHECK (principal BETWEEN 0 AND 9000000000000000),
    interest INTEGER NOT NULL CHECK (interest BETWEEN 0 AND 9000000000000000),
    PRIMARY KEY (entry_id, n)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TRIGGER loan_instalment_guard BEFORE INSERT ON loan_instalment BEGIN
    SELECT RAISE(ABORT, 'loan_instalment: this row exists')
      WHERE EXISTS (SELECT 1 FROM loan_instalment WHERE entry_id = NEW.entry_id AND n = NEW.n);
    SELECT RAISE(ABORT, 'loan_instalment: the schedule is written before its payout, never after')
      WHERE EXISTS (SELECT 1 FROM journal_entry WHERE id = NEW.entry_id);
  END`,
  ...frozen('loan_instalment'),
]

const records = [
  `CREATE TRIGGER savings_account_no_delete BEFORE DELETE ON savings_account
    WHEN OLD.request_id IS NULL OR EXISTS (SELECT 1 FROM journal_line WHERE savings_account_id = OLD.id) BEGIN
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
