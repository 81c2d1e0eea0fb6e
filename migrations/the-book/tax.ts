import { frozen, once } from './guards.ts'

/**
 * The final tax of a month, under the entry with which it became due. Where the turnover of the month changed since, another
 * entry stands beside it with the difference; what the tax of a turnover is becomes due once.
 */
export const tax = [
  `CREATE TABLE turnover_tax (
    entry_id TEXT NOT NULL PRIMARY KEY REFERENCES journal_entry (id) DEFERRABLE INITIALLY DEFERRED,
    month TEXT NOT NULL CHECK (month GLOB '[12][0-9][0-9][0-9]-[01][0-9]'),
    turnover INTEGER NOT NULL CHECK (turnover BETWEEN -9000000000000000 AND 9000000000000000)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX turnover_tax_month ON turnover_tax (month)',
  once('turnover_tax', 'entry_id'),
  `CREATE TRIGGER turnover_tax_before_entry BEFORE INSERT ON turnover_tax
    WHEN EXISTS (SELECT 1 FROM journal_entry WHERE id = NEW.entry_id) BEGIN
    SELECT RAISE(ABORT, 'turnover_tax: written before its entry, never after'); END`,
  `CREATE TRIGGER turnover_tax_alone BEFORE INSERT ON turnover_tax
    WHEN NEW.turnover IS (SELECT t.turnover FROM turnover_tax t JOIN journal_entry e ON e.id = t.entry_id
      WHERE t.month = NEW.month AND NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses_id = t.entry_id)
      ORDER BY e.seq DESC LIMIT 1) BEGIN
    SELECT RAISE(ABORT, 'turnover_tax: this month has the tax of this turnover'); END`,
  ...frozen('turnover_tax'),
]
