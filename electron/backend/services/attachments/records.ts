import type { AttachmentSubject } from '../../../../shared/contract/attachments.ts'
import type { Inputs as AllInputs, Answers } from '../../../../shared/contract/index.ts'
import { assert, Refusal } from '../../../../shared/errors.ts'
import type { App } from '../../app.ts'
import { attachmentFolder, keptState, readKept } from '../../db/attachment-files.ts'
import type { AttachmentTable, Reader } from '../../db/tables.ts'
import type { Reading } from '../../work.ts'

type Inputs = AllInputs['attachments']
type Attachment = Answers['attachments']['get']

type SubjectKind = AttachmentSubject['kind']

/** The column that names a subject of each kind. */
export const subjectColumns = {
  fund: 'fund_id',
  borrowing: 'borrowing_id',
  loan: 'loan_id',
  tradeDocument: 'document_id',
  entry: 'entry_id',
  member: 'member_id',
  asset: 'asset_id',
  item: 'item_id',
} as const satisfies Record<SubjectKind, keyof AttachmentTable>

const kinds = Object.keys(subjectColumns) as SubjectKind[]

/** Where the files of the open book lie. */
export function folderOf(app: App): string {
  return attachmentFolder(app.file.path)
}

/** A row of the list with how its file fares. */
export function attachmentAnswer(row: AttachmentTable, folder: string): Attachment {
  const kind = kinds.find((one) => row[subjectColumns[one]] !== null)
  assert(kind, 'an attachment belongs to something')
  const { removed_at: at, removed_by: by, removed_reason: reason, removed_code: code } = row
  return {
    attachmentId: row.id,
    subject: { kind, id: row[subjectColumns[kind]] ?? '' },
    ...{ name: row.name, type: row.media_type, bytes: row.bytes, sha256: row.sha256, note: row.note },
    ...{ addedAt: row.added_at, addedBy: row.added_by, isPhoto: row.is_photo === 1 },
    removed: at === null ? null : { at, by: by ?? '', reason, code },
    state: keptState(folder, row),
  }
}

/** Refuses NOT_FOUND for an id that is no attachment's. */
export async function attachmentRow(db: Reader, attachmentId: string): Promise<AttachmentTable> {
  const row = await db.selectFrom('attachment').selectAll().where('id', '=', attachmentId).executeTakeFirst()
  if (!row) throw new Refusal('NOT_FOUND', 'attachment', { attachmentId })
  return row
}

export async function getAttachment({ db }: Reading, input: Inputs['get'], app: App): Promise<Attachment> {
  return attachmentAnswer(await attachmentRow(db, input.attachmentId), folderOf(app))
}

const pageSize = 100

/** What is attached to one thing, in the order in which it came, a page at a time. */
export async function listAttachments(
  { db }: Reading,
  input: Inputs['list'],
  app: App,
): Promise<Answers['attachments']['list']> {
  const { subject, removed = false, limit = pageSize, cursor } = input
  let query = db.selectFrom('attachment').selectAll().where(subjectColumns[subject.kind], '=', subject.id)
  if (!removed) query = query.where('removed_at', 'is', null)
  if (cursor !== undefined) query = query.where('n', '>', Number(cursor) || 0)
  const found = await query
    .orderBy('n')
    .limit(limit + 1)
    .execute()
  const shown = found.slice(0, limit)
  const rows = shown.map((row) => attachmentAnswer(row, folderOf(app)))
  return { rows, nextCursor: found.length > limit ? String(shown.at(-1)?.n ?? 0) : null }
}

/** The photo of each of these items that has one. */
export async function photosOfItems(
  { db }: Reading,
  { itemIds }: Inputs['photos'],
): Promise<Answers['attachments']['photos']> {
  const found = await db
    .selectFrom('attachment')
    .select(['item_id', 'id as attachmentId'])
    .where('item_id', 'in', itemIds)
    .where('is_photo', '=', 1)
    .where('removed_at', 'is', null)
    .execute()
  return { rows: found.map(({ item_id, attachmentId }) => ({ itemId: item_id ?? '', attachmentId })) }
}

/** The file with its safe name. Refuses NOT_FOUND where it is gone and NOT_ALLOWED where it is not what was attached. */
export async function openAttachment({ db }: Reading, input: Inputs['open'], app: App): Promise<File> {
  const row = await attachmentRow(db, input.attachmentId)
  const folder = folderOf(app)
  const found = readKept(folder, row)
  if (found === 'missing') throw new Refusal('NOT_FOUND', 'attachment_file', { name: row.name, path: folder })
  if (found === 'changed') throw new Refusal('NOT_ALLOWED', 'attachment_changed', { name: row.name })
  return new File([found as Uint8Array<ArrayBuffer>], row.name, { type: row.media_type })
}
