import { frozen, kept, once, realDay } from './guards.ts'

const amount = 'BETWEEN 0 AND 9000000000000000'

/**
 * What equipment and buildings are depreciated by; what they cost and what is written off of them is in the entries. The
 * terms are part of the entry that brought the asset in and never change; where it stands and who has it does.
 */
export const assets = [
  `CREATE TABLE asset_terms (
    asset_id TEXT NOT NULL PRIMARY KEY REFERENCES asset (id),
    account TEXT NOT NULL REFERENCES account (code),
    contra TEXT REFERENCES account (code),
    unit TEXT NOT NULL REFERENCES unit (id),
    acquired_on TEXT NOT NULL CHECK (${realDay('acquired_on')}),
    first_month TEXT NOT NULL CHECK (first_month GLOB '[12][0-9][0-9][0-9]-[01][0-9]'),
    residual INTEGER NOT NULL CHECK (residual ${amount}),
    months INTEGER CHECK (months BETWEEN 1 AND 600),
    method TEXT CHECK (method IN ('straight_line', 'declining')),
    rate_pct TEXT,
    entry_id TEXT NOT NULL UNIQUE REFERENCES journal_entry (id) DEFERRABLE INITIALLY DEFERRED,
    place TEXT CHECK (length(place) <= 120),
    holder TEXT CHECK (length(holder) <= 120),
    serial TEXT CHECK (length(serial) <= 60),
    condition TEXT NOT NULL DEFAULT 'good' CHECK (condition IN ('good', 'worn', 'broken')),
    note TEXT CHECK (length(note) <= 500),
    CHECK ((contra IS NULL) = (months IS NULL) AND (months IS NULL) = (method IS NULL)),
    CHECK ((rate_pct IS NOT NULL) = (method IS 'declining'))
  ) STRICT, WITHOUT ROWID`,
  ...kept('asset_terms', 'asset_id', 'entry_id'),
  `CREATE TRIGGER asset_terms_stay BEFORE UPDATE OF asset_id, account, contra, unit, acquired_on, first_month, residual,
    months, method, rate_pct, entry_id ON asset_terms BEGIN
    SELECT RAISE(ABORT, 'asset_terms: what an asset is depreciated by never changes'); END`,
  `CREATE TRIGGER asset_terms_before_entry BEFORE INSERT ON asset_terms
    WHEN EXISTS (SELECT 1 FROM journal_entry WHERE id = NEW.entry_id) BEGIN
    SELECT RAISE(ABORT, 'asset_terms: written before their entry, never after'); END`,
  'CREATE INDEX journal_line_asset ON journal_line (asset_id, account, entry_date) WHERE asset_id IS NOT NULL',
  `CREATE TABLE depreciation_run (
    entry_id TEXT NOT NULL PRIMARY KEY REFERENCES journal_entry (id) DEFERRABLE INITIALLY DEFERRED,
    month TEXT NOT NULL CHECK (month GLOB '[12][0-9][0-9][0-9]-[01][0-9]')
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX depreciation_run_month ON depreciation_run (month)',
  once('depreciation_run', 'entry_id'),
  `CREATE TRIGGER depreciation_run_before_entry BEFORE INSERT ON depreciation_run
    WHEN EXISTS (SELECT 1 FROM journal_entry WHERE id = NEW.entry_id) BEGIN
    SELECT RAISE(ABORT, 'depreciation_run: written before its entry, never after'); END`,
  `CREATE TRIGGER depreciation_run_alone BEFORE INSERT ON depreciation_run
    WHEN EXISTS (SELECT 1 FROM depreciation_run i WHERE i.month = NEW.month
      AND NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses_id = i.entry_id)) BEGIN
    SELECT RAISE(ABORT, 'depreciation_run: this month has its depreciation'); END`,
  ...frozen('depreciation_run'),
  `CREATE TABLE asset_disposal (
    entry_id TEXT NOT NULL PRIMARY KEY REFERENCES journal_entry (id) DEFERRABLE INITIALLY DEFERRED,
    asset_id TEXT NOT NULL REFERENCES asset_terms (asset_id),
    price INTEGER NOT NULL CHECK (price ${amount}),
    reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 200)
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX asset_disposal_asset ON asset_disposal (asset_id)',
  once('asset_disposal', 'entry_id'),
  `CREATE TRIGGER asset_disposal_before_entry BEFORE INSERT ON asset_disposal
    WHEN EXISTS (SELECT 1 FROM journal_entry WHERE id = NEW.entry_id) BEGIN
    SELECT RAISE(ABORT, 'asset_disposal: written before its entry, never after'); END`,
  `CREATE TRIGGER asset_disposal_alone BEFORE INSERT ON asset_disposal
    WHEN EXISTS (SELECT 1 FROM asset_disposal d WHERE d.asset_id = NEW.asset_id
      AND NOT EXISTS (SELECT 1 FROM journal_entry r WHERE r.reverses_id = d.entry_id)) BEGIN
    SELECT RAISE(ABORT, 'asset_disposal: this asset is gone'); END`,
  ...frozen('asset_disposal'),
]
