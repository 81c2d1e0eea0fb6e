import { copyKept, type KeptFile, readKept } from '../../db/attachment-files.ts'
import type { Reader } from '../../db/tables.ts'
import type { Problem } from '../../ledger/verify.ts'

type Beside = { readonly files: number; readonly missing: number }

/** Each content that a book speaks of, once; what was taken away belongs to its history and is kept too. */
async function keptFiles(db: Reader): Promise<KeptFile[]> {
  return db.selectFrom('attachment').select(['sha256', 'media_type', 'bytes']).distinct().orderBy('sha256').execute()
}

/** Copies what is attached from the first folder that has it whole to another; answers how many lie there now. */
export async function copyAttachments(db: Reader, from: readonly string[], to: string): Promise<Beside> {
  const files = await keptFiles(db)
  const missing = copyKept(from, to, files)
  return { files: files.length - missing.length, missing: missing.length }
}

export interface AttachmentProof {
  /** Files whose content is not what was attached. */
  readonly changed: readonly Problem[]
  /** Files that none of the folders has. */
  readonly missing: readonly Problem[]
}

/** Reckons the hash of every attached file anew, one at a time, and lets other work run in between. */
export async function proveAttachments(db: Reader, folders: readonly string[]): Promise<AttachmentProof> {
  const changed: Problem[] = []
  const missing: Problem[] = []
  for (const file of await keptFiles(db)) {
    const found = folders.map((folder) => readKept(folder, file))
    if (found.some((content) => Buffer.isBuffer(content))) continue
    const isChanged = found.includes('changed')
    const detail = `attached file ${await nameOf(db, file)} ${isChanged ? 'differs from what was attached' : 'is missing'}`
    const list = isChanged ? changed : missing
    list.push({ kind: 'attachment', entryId: null, voucher: null, detail })
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { changed, missing }
}

/** The name it was attached under first. */
async function nameOf(db: Reader, { sha256 }: KeptFile): Promise<string> {
  const row = await db
    .selectFrom('attachment')
    .select('name')
    .where('sha256', '=', sha256)
    .orderBy('n')
    .executeTakeFirst()
  return row?.name ?? sha256
}
