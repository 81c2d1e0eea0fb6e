import type { AttachmentSubject } from '../../../../shared/contract/attachments.ts'
import type { Inputs as AllInputs, Answers } from '../../../../shared/contract/index.ts'
import { invalidInput, Refusal } from '../../../../shared/errors.ts'
import { attachmentName } from '../../../../shared/rules/attachment-name.ts'
import {
  type AttachmentType,
  attachmentBytesMax,
  attachmentTypeOf,
  isShownPicture,
} from '../../../../shared/rules/attachment-type.ts'
import type { App } from '../../app.ts'
import { contentHash, keepContent } from '../../db/attachment-files.ts'
import type { AttachmentTable, Reader, Tx } from '../../db/tables.ts'
import type { Work } from '../../work.ts'
import { readSource } from '../chosen-file.ts'
import { attachmentAnswer, attachmentRow, folderOf, subjectColumns } from './records.ts'

type Inputs = AllInputs['attachments']
type Attachment = Answers['attachments']['add']

const attachable = { bytesMax: attachmentBytesMax, empty: 'attachment_empty', tooLarge: 'attachment_too_large' }

/**
 * Keeps a copy of a file beside the book and notes whose it is. The file lies there, durably, before its row does. Refuses
 * NOT_FOUND for what does not exist, INVALID_INPUT for files that are not kept, ALREADY_EXISTS for one attached already.
 */
export async function addAttachment(work: Work, input: Inputs['add'], app: App): Promise<Attachment> {
  const { subject, note } = input
  await requireSubject(work.tx, subject)
  const source = readSource(input, attachable)
  const type = attachmentTypeOf(source.bytes)
  const field = input.path === undefined ? 'base64' : 'path'
  if (!type) throw invalidInput([field], 'not_a_document')
  const name = attachmentName(source.name, type)
  const sha256 = contentHash(source.bytes)
  const isPhoto = input.photo === true
  if (isPhoto) requirePhoto(subject, type, field)
  await requireNew(work.tx, subject, sha256, isPhoto)
  if (isPhoto) await removePhotoOf(work, subject.id)
  const file = { sha256, media_type: type, bytes: source.bytes.length }
  keepContent(folderOf(app), file, source.bytes)
  const row = { ...blankRow, ...file, n: await nextNumber(work.tx), id: work.newId(), name, note: note || null }
  const made = {
    is_photo: isPhoto ? (1 as const) : (0 as const),
    added_at: work.now,
    added_by: work.actor.id,
    request_id: work.requestId,
  }
  const whole = { ...row, ...made, [subjectColumns[subject.kind]]: subject.id }
  await work.tx.insertInto('attachment').values(whole).execute()
  return attachmentAnswer(whole, folderOf(app))
}

/** Takes an attachment out of the lists; refuses ALREADY_DONE for one that was. Its file stays where it is. */
export async function removeAttachment(work: Work, input: Inputs['remove'], app: App): Promise<Attachment> {
  const row = await attachmentRow(work.tx, input.attachmentId)
  if (row.removed_at !== null) throw new Refusal('ALREADY_DONE', 'attachment_removed', { name: row.name })
  await markRemoved(work, row.id, said(input.reason))
  return attachmentAnswer(await attachmentRow(work.tx, row.id), folderOf(app))
}

/** What a request attached is taken away with it; answers how many. */
export async function removeAttachmentsOf(work: Work, requestId: string, reason: string): Promise<number> {
  const rows = await work.tx
    .selectFrom('attachment')
    .select('id')
    .where('request_id', '=', requestId)
    .where('removed_at', 'is', null)
    .execute()
  for (const { id } of rows) await markRemoved(work, id, said(reason))
  return rows.length
}

type Why = Pick<AttachmentTable, 'removed_reason' | 'removed_code'>

/** Said by a person. */
function said(reason: string): Why {
  return { removed_reason: reason, removed_code: null }
}

async function markRemoved({ tx, now, actor }: Work, id: string, why: Why): Promise<void> {
  await tx
    .updateTable('attachment')
    .set({ ...why, removed_at: now, removed_by: actor.id })
    .where('id', '=', id)
    .execute()
}

const blankRow: AttachmentTable = {
  ...{ n: 0, id: '', name: '', media_type: 'application/pdf', bytes: 0, sha256: '', note: null },
  ...{ fund_id: null, borrowing_id: null, loan_id: null, document_id: null },
  ...{ entry_id: null, member_id: null, asset_id: null, item_id: null },
  ...{
    added_at: '',
    added_by: '',
    request_id: null,
    is_photo: 0,
    removed_at: null,
    removed_by: null,
    removed_reason: null,
    removed_code: null,
  },
}

const tables = {
  fund: 'fund',
  borrowing: 'borrowing',
  loan: 'loan',
  tradeDocument: 'trade_document',
  entry: 'journal_entry',
  member: 'member',
  asset: 'asset',
  item: 'item',
} as const

async function requireSubject(db: Reader, { kind, id }: AttachmentSubject): Promise<void> {
  const table = tables[kind]
  const found = await db.selectFrom(table).select('id').where('id', '=', id).executeTakeFirst()
  const reason = kind === 'entry' ? 'entry' : table
  if (!found) throw new Refusal('NOT_FOUND', reason, { id })
}

/** A photo is of an item, and every screen shows it. */
function requirePhoto({ kind }: AttachmentSubject, type: AttachmentType, field: string): void {
  if (kind !== 'item') throw invalidInput(['photo'], 'photo_of_item')
  if (!isShownPicture(type)) throw invalidInput([field], 'photo_not_shown')
}

/** Another photo takes the place of the one there was, which stays as evidence like any attachment. */
async function removePhotoOf(work: Work, itemId: string): Promise<void> {
  const photo = await work.tx
    .selectFrom('attachment')
    .select('id')
    .where('item_id', '=', itemId)
    .where('is_photo', '=', 1)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (photo) await markRemoved(work, photo.id, { removed_reason: null, removed_code: 'photo_replaced' })
}

/** A photo may also be kept as a paper of the item: these are two things. */
async function requireNew(
  db: Reader,
  { kind, id }: AttachmentSubject,
  sha256: string,
  isPhoto: boolean,
): Promise<void> {
  const found = await db
    .selectFrom('attachment')
    .select('name')
    .where(subjectColumns[kind], '=', id)
    .where('sha256', '=', sha256)
    .where('is_photo', '=', isPhoto ? 1 : 0)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  if (found) throw new Refusal('ALREADY_EXISTS', 'attachment', { name: found.name })
}

async function nextNumber(tx: Tx): Promise<number> {
  const { last } = await tx
    .selectFrom('attachment')
    .select((eb) => eb.fn.max('n').as('last'))
    .executeTakeFirstOrThrow()
  return (last ?? 0) + 1
}
