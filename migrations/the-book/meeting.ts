import { frozen, realDay } from './guards.ts'

/**
 * What happened at the annual meeting, and what the board writes into the book of it: every version is kept, the newest
 * counts. A text that stays the same over the years counts until another is written, any other in its own year alone.
 */
export const meeting = [
  `CREATE TABLE meeting_record (
    year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2999),
    version INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000000),
    held_on TEXT NOT NULL CHECK (${realDay('held_on')}),
    record TEXT NOT NULL CHECK (json_valid(record)),
    made_at TEXT NOT NULL,
    made_by TEXT NOT NULL,
    PRIMARY KEY (year, version)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TRIGGER meeting_record_in_order BEFORE INSERT ON meeting_record
    WHEN NEW.version <> (SELECT count(*) + 1 FROM meeting_record WHERE year = NEW.year) BEGIN
    SELECT RAISE(ABORT, 'meeting_record: a version follows the one before it'); END`,
  ...frozen('meeting_record'),
  `CREATE TABLE meeting_text (
    part TEXT NOT NULL CHECK (length(part) BETWEEN 1 AND 40),
    year INTEGER NOT NULL CHECK (year BETWEEN 1900 AND 2999),
    version INTEGER NOT NULL CHECK (version BETWEEN 1 AND 1000000),
    paragraphs TEXT NOT NULL CHECK (json_valid(paragraphs)),
    made_at TEXT NOT NULL,
    made_by TEXT NOT NULL,
    PRIMARY KEY (part, year, version)
  ) STRICT, WITHOUT ROWID`,
  `CREATE TRIGGER meeting_text_in_order BEFORE INSERT ON meeting_text
    WHEN NEW.version <> (SELECT count(*) + 1 FROM meeting_text WHERE part = NEW.part AND year = NEW.year) BEGIN
    SELECT RAISE(ABORT, 'meeting_text: a version follows the one before it'); END`,
  ...frozen('meeting_text'),
]
