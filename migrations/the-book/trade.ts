import { alone, frozen, kept, once, realDay } from './guards.ts'

const amount = 'BETWEEN 0 AND 9000000000000000'

/** Who the cooperative trades with beside its members, what it trades, and where the goods lie. */
export const tradeTerms = [
  `CREATE TABLE partner_terms (
    partner_id TEXT NOT NULL PRIMARY KEY REFERENCES partner (id),
    kind TEXT NOT NULL CHECK (kind IN ('supplier', 'customer', 'maker', 'outlet', 'marketplace')),
    phone TEXT, address TEXT, tax_id TEXT,
    fee_pct TEXT NOT NULL DEFAULT '0',
    withholds_tax INTEGER NOT NULL DEFAULT 0 CHECK (withholds_tax IN (0, 1)),
    note TEXT CHECK (length(note) <= 500),
    search TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
  ...kept('partner_terms', 'partner_id'),
  `CREATE TABLE stock_location (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 40),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    kind TEXT NOT NULL CHECK (kind IN ('own', 'outlet', 'marketplace')),
    partner_id TEXT REFERENCES partner (id),
    active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
    sort INTEGER NOT NULL,
    CHECK ((kind = 'own') = (partner_id IS NULL))
  ) STRICT, WITHOUT ROWID`,
  ...kept('stock_location', 'id'),
  `CREATE TABLE item_terms (
    item_id TEXT NOT NULL PRIMARY KEY REFERENCES item (id),
    kind TEXT NOT NULL CHECK (kind IN
      ('merchandise', 'member_product', 'material', 'finished', 'consigned', 'service')),
    costing TEXT NOT NULL CHECK (costing IN ('moving_average', 'fifo')),
    unit_name TEXT NOT NULL CHECK (length(unit_name) BETWEEN 1 AND 20),
    price_member INTEGER NOT NULL CHECK (price_member ${amount}),
    price_other INTEGER NOT NULL CHECK (price_other ${amount}),
    minimum INTEGER NOT NULL DEFAULT 0 CHECK (minimum ${amount}),
    barcode TEXT UNIQUE CHECK (length(barcode) BETWEEN 1 AND 60),
    owner_member_id TEXT REFERENCES member (id),
    owner_partner_id TEXT REFERENCES partner (id),
    commission_pct TEXT,
    note TEXT CHECK (length(note) <= 500),
    search TEXT NOT NULL,
    CHECK ((kind = 'consigned') = ((owner_member_id IS NULL) <> (owner_partner_id IS NULL))),
    CHECK ((kind = 'consigned') = (commission_pct IS NOT NULL)),
    CHECK (kind = 'consigned' OR (owner_member_id IS NULL AND owner_partner_id IS NULL))
  ) STRICT, WITHOUT ROWID`,
  `CREATE TRIGGER item_terms_no_delete BEFORE DELETE ON item_terms BEGIN
    SELECT RAISE(ABORT, 'item_terms: rows are deactivated, never deleted'); END`,
  `CREATE TRIGGER item_terms_once BEFORE INSERT ON item_terms
    WHEN EXISTS (SELECT 1 FROM item_terms WHERE item_id = NEW.item_id OR barcode = NEW.barcode) BEGIN
    SELECT RAISE(ABORT, 'item_terms: this row exists'); END`,
  alone('item_terms', 'item_id', 'item_id', 'barcode'),
  `CREATE TRIGGER item_nature_stays BEFORE UPDATE ON item_terms
    WHEN NEW.kind <> OLD.kind OR NEW.owner_member_id IS NOT OLD.owner_member_id
      OR NEW.owner_partner_id IS NOT OLD.owner_partner_id
      OR (NEW.costing <> OLD.costing AND EXISTS (SELECT 1 FROM stock_move WHERE item_id = OLD.item_id)) BEGIN
    SELECT RAISE(ABORT, 'item_terms: what an item is, and whose, never changes'); END`,
]

/**
 * What was bought, sold, given into keeping and moved, line by line, and the quantities it moved. A document that moves
 * money is written before its entry and names it; one that moves goods alone has a number of its own. Moves have a chain
 * of their own whose head is part of the next entry.
 */
export const trade = [
  `CREATE TABLE trade_document (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('opening', 'purchase', 'grant', 'purchase_return', 'sale', 'sale_return',
      'consignment_in', 'consignment_return', 'consignment_settlement', 'transfer', 'stock_take', 'production')),
    code TEXT UNIQUE CHECK (length(code) BETWEEN 1 AND 30),
    date TEXT NOT NULL CHECK (${realDay('date')}),
    member_id TEXT REFERENCES member (id),
    partner_id TEXT REFERENCES partner (id),
    location_id TEXT REFERENCES stock_location (id),
    to_location_id TEXT REFERENCES stock_location (id),
    channel TEXT CHECK (channel IN ('direct', 'marketplace')),
    of_document_id TEXT REFERENCES trade_document (id),
    entry_id TEXT UNIQUE REFERENCES journal_entry (id) DEFERRABLE INITIALLY DEFERRED,
    request_id TEXT REFERENCES request (id) DEFERRABLE INITIALLY DEFERRED,
    made_by TEXT NOT NULL,
    made_at TEXT NOT NULL,
    note TEXT CHECK (length(note) <= 500),
    counted_by TEXT CHECK (json_valid(counted_by)),
    due_on TEXT CHECK (due_on IS NULL OR (${realDay('due_on')} AND due_on >= date AND kind IN ('sale', 'purchase'))),
    CHECK ((entry_id IS NULL) = (code IS NOT NULL))
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX trade_document_date ON trade_document (date, kind)',
  'CREATE INDEX trade_document_member ON trade_document (member_id) WHERE member_id IS NOT NULL',
  'CREATE INDEX trade_document_partner ON trade_document (partner_id) WHERE partner_id IS NOT NULL',
  'CREATE INDEX trade_document_of ON trade_document (of_document_id) WHERE of_document_id IS NOT NULL',
  'CREATE INDEX trade_document_request ON trade_document (request_id) WHERE request_id IS NOT NULL',
  once('trade_document', 'id', 'code', 'entry_id'),
  `CREATE TRIGGER trade_document_before_entry BEFORE INSERT ON trade_document
    WHEN EXISTS (SELECT 1 FROM journal_entry WHERE id = NEW.entry_id) BEGIN
    SELECT RAISE(ABORT, 'trade_document: written before its entry, never after'); END`,
  ...frozen('trade_document'),
  `CREATE TABLE trade_line (
    document_id TEXT NOT NULL REFERENCES trade_document (id),
    n INTEGER NOT NULL CHECK (n > 0),
    item_id TEXT NOT NULL REFERENCES item (id),
    qty INTEGER NOT NULL,
    counted INTEGER CHECK (counted >= 0),
    price INTEGER CHECK (price ${amount}),
    discount INTEGER NOT NULL DEFAULT 0 CHECK (discount ${amount}),
    amount INTEGER NOT NULL CHECK (amount ${amount}),
    commission_pct TEXT,
    commission INTEGER CHECK (commission BETWEEN 0 AND amount),
    of_n INTEGER,
    reason TEXT CHECK (length(reason) <= 120),
    PRIMARY KEY (document_id, n),
    CHECK (qty <> 0 OR counted IS NOT NULL)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX trade_line_item ON trade_line (item_id)',
  `CREATE TRIGGER trade_line_once BEFORE INSERT ON trade_line
    WHEN EXISTS (SELECT 1 FROM trade_line WHERE document_id = NEW.document_id AND n = NEW.n) BEGIN
    SELECT RAISE(ABORT, 'trade_line: this row exists'); END`,
  ...frozen('trade_line'),
  `CREATE TABLE stock_move (
    seq INTEGER NOT NULL PRIMARY KEY CHECK (seq > 0),
    entry_seq INTEGER NOT NULL CHECK (entry_seq > 0),
    line_no INTEGER,
    document_id TEXT NOT NULL REFERENCES trade_document (id),
    n INTEGER NOT NULL CHECK (n > 0),
    item_id TEXT NOT NULL REFERENCES item (id),
    location_id TEXT NOT NULL REFERENCES stock_location (id),
    date TEXT NOT NULL CHECK (${realDay('date')}),
    qty INTEGER NOT NULL CHECK (qty <> 0 AND qty BETWEEN -9000000000000000 AND 9000000000000000),
    undoes INTEGER REFERENCES stock_move (seq),
    prev_hash TEXT NOT NULL CHECK (length(prev_hash) = 64),
    hash TEXT NOT NULL CHECK (length(hash) = 64)
  ) STRICT, WITHOUT ROWID`,
  // What there is of every item, and where, is added up from this index alone.
  'CREATE INDEX stock_move_item ON stock_move (item_id, date, location_id, qty, undoes, line_no)',
  // What came of an item, the newest first: what is left of it came last.
  'CREATE INDEX stock_move_in ON stock_move (item_id, seq) WHERE qty > 0',
  'CREATE UNIQUE INDEX stock_move_undoes ON stock_move (undoes) WHERE undoes IS NOT NULL',
  'CREATE INDEX stock_move_document ON stock_move (document_id, n)',
  'CREATE INDEX stock_move_entry ON stock_move (entry_seq)',
  `CREATE TRIGGER stock_move_guard BEFORE INSERT ON stock_move BEGIN
    SELECT RAISE(ABORT, 'stock_move: moves follow one another')
      WHERE NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM stock_move);
    SELECT RAISE(ABORT, 'stock_move: the chain is broken')
      WHERE NEW.prev_hash <> coalesce((SELECT hash FROM stock_move ORDER BY seq DESC LIMIT 1),
        '0000000000000000000000000000000000000000000000000000000000000000');
    SELECT RAISE(ABORT, 'stock_move: moves belong to the entry that is written next')
      WHERE NEW.entry_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM journal_entry);
    SELECT RAISE(ABORT, 'stock_move: the period is closed')
      WHERE (SELECT act FROM period_act WHERE period = substr(NEW.date, 1, 7) ORDER BY seq DESC LIMIT 1) = 'lock'
        OR (SELECT act FROM period_act WHERE period = substr(NEW.date, 1, 4) ORDER BY seq DESC LIMIT 1) = 'close';
    SELECT RAISE(ABORT, 'stock_move: a move is undone once, whole, by its opposite')
      WHERE NEW.undoes IS NOT NULL AND (EXISTS (SELECT 1 FROM stock_move WHERE undoes = NEW.undoes)
        OR NOT EXISTS (SELECT 1 FROM stock_move WHERE seq = NEW.undoes AND undoes IS NULL
          AND item_id = NEW.item_id AND location_id = NEW.location_id AND qty = 0 - NEW.qty));
  END`,
  ...frozen('stock_move'),
]

/** Who stood at a box from when to when; a shift is closed once, with the count of its box. */
export const cashierShifts = [
  `CREATE TABLE cashier_shift (
    id TEXT NOT NULL PRIMARY KEY,
    cash_account TEXT NOT NULL REFERENCES account (code),
    cashier TEXT NOT NULL CHECK (length(cashier) BETWEEN 1 AND 120),
    date TEXT NOT NULL CHECK (${realDay('date')}),
    opened_at TEXT NOT NULL, opened_by TEXT NOT NULL, opened_seq INTEGER NOT NULL,
    closed_at TEXT, closed_by TEXT, closed_seq INTEGER,
    count_id TEXT UNIQUE REFERENCES cash_count (id),
    CHECK ((closed_at IS NULL) = (count_id IS NULL) AND (closed_at IS NULL) = (closed_seq IS NULL))
  ) STRICT, WITHOUT ROWID`,
  'CREATE UNIQUE INDEX cashier_shift_open ON cashier_shift (cash_account) WHERE closed_at IS NULL',
  ...kept('cashier_shift', 'id'),
  `CREATE TRIGGER cashier_shift_closed BEFORE UPDATE ON cashier_shift
    WHEN OLD.closed_at IS NOT NULL OR NEW.id <> OLD.id OR NEW.opened_seq <> OLD.opened_seq
      OR NEW.cash_account <> OLD.cash_account OR NEW.cashier <> OLD.cashier BEGIN
    SELECT RAISE(ABORT, 'cashier_shift: a shift is closed once and stays as it was'); END`,
]

/** The head of the moves of goods is part of every entry that is written after them. */
export const tradeGuards = [
  `CREATE TRIGGER journal_entry_stock BEFORE INSERT ON journal_entry
    WHEN NEW.stock_hash IS NOT (SELECT hash FROM stock_move ORDER BY seq DESC LIMIT 1) BEGIN
    SELECT RAISE(ABORT, 'journal_entry: the moves of goods before it are not named'); END`,
]
