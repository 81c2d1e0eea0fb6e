import { frozen, kept, realDay } from './guards.ts'

export const book = [
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
