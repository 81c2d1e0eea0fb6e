import { type List, rows } from './json-lists.ts'

/** Papers and pictures by what they belong to; their files lie beside the book. */
export const attachmentLists: Readonly<Record<string, List>> = {
  attachments: async (db) =>
    rows(
      await db
        .selectFrom('attachment')
        .select(['id as attachment_id', 'fund_id', 'borrowing_id', 'loan_id', 'document_id', 'entry_id', 'member_id'])
        .select(['asset_id', 'item_id', 'name', 'media_type', 'bytes', 'sha256', 'note', 'added_at', 'added_by'])
        .select(['is_photo', 'removed_at', 'removed_by', 'removed_reason', 'removed_code'])
        .orderBy('n')
        .execute(),
    ),
}
