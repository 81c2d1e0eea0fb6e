import { frozen, realDay } from './guards.ts'
import { identityTables } from './identities.ts'

export const ledger = [
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
    terms_hash TEXT CHECK (length(terms_hash) = 64),
    stock_hash TEXT,
    hash_version INTEGER NOT NULL CHECK (hash_version = 1),
    prev_hash TEXT NOT NULL CHECK (length(prev_hash) = 64),
    hash TEXT NOT NULL CHECK (length(hash) = 64),
    UNIQUE (book, year, number)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX journal_entry_date ON journal_entry (date, seq)',
  "CREATE INDEX journal_entry_kind ON journal_entry (kind, seq) WHERE kind <> 'ordinary'",
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
  'CREATE INDEX journal_line_flow ON journal_line (seq) WHERE cash_flow_line IS NOT NULL',
  'CREATE INDEX journal_line_savings ON journal_line (savings_account_id, entry_date) WHERE savings_account_id IS NOT NULL',
  // What all loans owe and paid is added up from this index alone, without their lines.
  'CREATE INDEX journal_line_loan ON journal_line (loan_id, account, entry_date, debit, credit) WHERE loan_id IS NOT NULL',
  'CREATE INDEX journal_line_member ON journal_line (member_id, entry_date) WHERE member_id IS NOT NULL',
  'CREATE INDEX journal_line_partner ON journal_line (partner_id, entry_date) WHERE partner_id IS NOT NULL',
  'CREATE INDEX journal_line_item ON journal_line (item_id, entry_date) WHERE item_id IS NOT NULL',
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

export const subledgerColumn = `CASE a.subledger
  WHEN 'savings' THEN NEW.savings_account_id WHEN 'loan' THEN NEW.loan_id WHEN 'member' THEN NEW.member_id
  WHEN 'partner' THEN NEW.partner_id WHEN 'borrowing' THEN NEW.borrowing_id WHEN 'fund' THEN NEW.fund_id
  WHEN 'item' THEN NEW.item_id WHEN 'asset' THEN NEW.asset_id WHEN 'person' THEN NEW.person_id END`

export const ledgerGuards = [
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
        AND ((a.subledger = 'savings' AND s.account <> NEW.account
            AND NOT EXISTS (SELECT 1 FROM savings_account_former f
              WHERE f.savings_account_id = s.id AND f.account = NEW.account))
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
      WHERE (NEW.kind <> 'closing'
          AND (SELECT act FROM period_act WHERE period = substr(NEW.date, 1, 7) ORDER BY seq DESC LIMIT 1) = 'lock')
        OR (SELECT act FROM period_act WHERE period = substr(NEW.date, 1, 4) ORDER BY seq DESC LIMIT 1) = 'close';
    SELECT RAISE(ABORT, 'journal_entry: a reversal reverses an entry that is no reversal')
      WHERE NEW.reverses_id IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM journal_entry WHERE id = NEW.reverses_id AND reverses_id IS NULL);
  END`,
  ...frozen('journal_entry'),
]
