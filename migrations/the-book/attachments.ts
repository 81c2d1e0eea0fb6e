import { kept } from './guards.ts'

/** Columns of what a paper or a picture is attached to: a row names exactly one. */
const subjects = {
  fund_id: 'fund',
  borrowing_id: 'borrowing',
  loan_id: 'loan',
  document_id: 'trade_document',
  entry_id: 'journal_entry',
  member_id: 'member',
  asset_id: 'asset',
  item_id: 'item',
}
const columns = Object.keys(subjects)

const stays = [
  'id',
  ...columns,
  'name',
  'media_type',
  'bytes',
  'sha256',
  'note',
  'added_at',
  'added_by',
  'request_id',
  'is_photo',
]

/** Papers and pictures kept beside the book: their files are named by their hash, which stands here. */
export const attachments = [
  `CREATE TABLE attachment (
    n INTEGER NOT NULL PRIMARY KEY CHECK (n > 0),
    id TEXT NOT NULL UNIQUE,
    ${Object.entries(subjects)
      .map(([column, table]) => `${column} TEXT REFERENCES ${table} (id)`)
      .join(', ')},
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    media_type TEXT NOT NULL CHECK (media_type IN
      ('application/pdf', 'image/jpeg', 'image/png', 'image/webp', 'image/heic')),
    bytes INTEGER NOT NULL CHECK (bytes > 0),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
    note TEXT CHECK (length(note) <= 200),
    added_at TEXT NOT NULL, added_by TEXT NOT NULL,
    request_id TEXT REFERENCES request (id) DEFERRABLE INITIALLY DEFERRED,
    is_photo INTEGER NOT NULL CHECK (is_photo = 0
      OR (is_photo = 1 AND item_id IS NOT NULL AND media_type IN ('image/jpeg', 'image/png', 'image/webp'))),
    removed_at TEXT, removed_by TEXT,
    removed_reason TEXT CHECK (length(removed_reason) BETWEEN 1 AND 500),
    removed_code TEXT CHECK (removed_code IN ('photo_replaced')),
    CHECK (${columns.map((column) => `(${column} IS NOT NULL)`).join(' + ')} = 1),
    CHECK ((removed_at IS NULL) = (removed_by IS NULL) 
      AND (removed_at IS NOT NULL) = (removed_reason IS NOT NULL) + (removed_code IS NOT NULL))
  ) STRICT, WITHOUT ROWID`,
  ...columns.map(
    (column) => `CREATE INDEX attachment_${column} ON attachment (${column}, n) WHERE ${column} IS NOT NULL`,
  ),
  'CREATE UNIQUE INDEX attachment_photo ON attachment (item_id) WHERE is_photo = 1 AND removed_at IS NULL',
  'CREATE INDEX attachment_request ON attachment (request_id) WHERE request_id IS NOT NULL',
  ...kept('attachment', 'n', 'id'),
  `CREATE TRIGGER attachment_stays BEFORE UPDATE ON attachment
    WHEN OLD.removed_at IS NOT NULL OR ${stays.map((column) => `NEW.${column} IS NOT OLD.${column}`).join(' OR ')} BEGIN
    SELECT RAISE(ABORT, 'attachment: it is only ever removed, and once'); END`,
]
