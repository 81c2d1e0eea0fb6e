import { frozen } from './guards.ts'

/** What was put in force without an entry, as it was written; the entry that is written next seals it. */
export const termsRecords = [
  `CREATE TABLE terms_record (
    seq INTEGER NOT NULL PRIMARY KEY CHECK (seq > 0),
    entry_seq INTEGER NOT NULL CHECK (entry_seq > 0),
    subject TEXT NOT NULL CHECK (subject IN ('fund', 'trade_document')),
    subject_id TEXT NOT NULL,
    content TEXT NOT NULL CHECK (json_valid(content)),
    approved_by TEXT CHECK (length(approved_by) BETWEEN 1 AND 120),
    made_by TEXT NOT NULL,
    made_at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX terms_record_entry ON terms_record (entry_seq)',
  'CREATE INDEX terms_record_subject ON terms_record (subject, subject_id, seq)',
  `CREATE TRIGGER terms_record_guard BEFORE INSERT ON terms_record BEGIN
    SELECT RAISE(ABORT, 'terms_record: records follow one another')
      WHERE NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM terms_record);
    SELECT RAISE(ABORT, 'terms_record: a record is sealed by the entry that is written next')
      WHERE NEW.entry_seq <> (SELECT coalesce(max(seq), 0) + 1 FROM journal_entry);
  END`,
  ...frozen('terms_record'),
]
