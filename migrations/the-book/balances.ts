import { subledgerColumn } from './ledger.ts'

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
export const balances = [
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

/** How many thousandths of an item are at each place, and how many moves brought or took them that stand on a line. */
export const stockBalances = [
  `CREATE TABLE balance_stock (
    item_id TEXT NOT NULL, location_id TEXT NOT NULL,
    qty INTEGER NOT NULL CHECK (qty BETWEEN -9000000000000000 AND 9000000000000000),
    valued_moves INTEGER NOT NULL,
    PRIMARY KEY (item_id, location_id)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TRIGGER stock_move_carry AFTER INSERT ON stock_move BEGIN
    INSERT INTO balance_stock (item_id, location_id, qty, valued_moves)
      VALUES (NEW.item_id, NEW.location_id, NEW.qty, NEW.line_no IS NOT NULL)
      ON CONFLICT (item_id, location_id) DO UPDATE
      SET qty = qty + excluded.qty, valued_moves = valued_moves + excluded.valued_moves;
  END`,
]
