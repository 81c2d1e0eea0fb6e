import { realpathSync } from 'node:fs'
import type { Answers } from '../../../../shared/contract/index.ts'
import type { App } from '../../app.ts'
import { attachmentFolder, sharedAttachmentFolder } from '../../db/attachment-files.ts'
import { type OpenFile, openPrivateCopy, requireOpenable } from '../../db/open.ts'
import { schemaDifferences } from '../../db/schema.ts'
import { sqliteCode } from '../../db/sqlite-trouble.ts'
import type { Reader } from '../../db/tables.ts'
import { chainStart } from '../../ledger/chain.ts'
import { firstHash } from '../../ledger/head.ts'
import { witnessAlarms } from '../../ledger/inspection.ts'
import { type Problem, type Verification, verifyBook } from '../../ledger/verify.ts'
import { recallWitness } from '../../ledger/witness.ts'
import type { Reading } from '../../work.ts'
import { folderOf } from '../attachments/records.ts'
import { type AttachmentProof, proveAttachments } from './attachment-copies.ts'

type Answer = Answers['ledger']['verify']

/** Everything that must hold of an open book, and what its witness said when it was opened. */
export async function verifyOpenBook({ db }: Reading, _input: unknown, app: App): Promise<Answer> {
  const proof = await verifyBook(db)
  const answer = verdict(proof, [...(await guardProblems(app.file)), ...app.alarms])
  if (answer.ok) app.guardian.noteProven(proof.head)
  return withAttachments(answer, await proveAttachments(db, [folderOf(app)]))
}

/** Triggers and tables that differ from what a book of this version has: the guards of the ledger may be gone. */
async function guardProblems(file: Pick<OpenFile, 'database'>): Promise<Problem[]> {
  const differences = await schemaDifferences(file.database)
  return differences.map((name) => ({
    kind: 'schema',
    entryId: null,
    voucher: null,
    detail: `${name} is not as this version of a book has it`,
  }))
}

/** The answer of `ledger.verify` and of the command line. */
function verdict(proof: Verification, further: readonly Problem[]): Answer {
  const problems = [...proof.problems, ...further]
  return {
    ok: problems.length === 0,
    entries: proof.entries,
    lines: proof.lines,
    head: { number: proof.head.seq, hash: proof.head.hash },
    problems,
    warnings: [],
  }
}

/** A file that is not what was attached is a problem; one that is not there leaves the book whole. */
function withAttachments(answer: Answer, { changed, missing }: AttachmentProof): Answer {
  const problems = [...answer.problems, ...changed]
  return { ...answer, ok: problems.length === 0, problems, warnings: [...missing] }
}

/**
 * Verifies a file without opening it for work: on a private copy, so that nothing of it is written. Refuses NOT_A_BOOK,
 * BOOK_NEWER and NOT_FOUND; a book that SQLite itself cannot read any more is an answer, not a refusal.
 */
export async function verifyFile(path: string, home: string, now: string): Promise<Answer> {
  return verifyCopy(path, { home, now }, async (db, answer) => {
    const at = realpathSync(path)
    return withAttachments(answer, await proveAttachments(db, [attachmentFolder(at), sharedAttachmentFolder(at)]))
  })
}

/** The same of the book alone, whatever became of the files attached to it: a backup is worth restoring without them. */
export async function verifyFileAlone(path: string, home: string, now: string): Promise<Answer> {
  return verifyCopy(path, { home, now }, async (_, answer) => answer)
}

interface Place {
  readonly home: string
  readonly now: string
}

async function verifyCopy(
  path: string,
  { home, now }: Place,
  further: (db: Reader, answer: Answer) => Promise<Answer>,
): Promise<Answer> {
  requireOpenable(path)
  const file = openPrivateCopy(realpathSync(path))
  try {
    const guards = await guardProblems(file)
    const proof = await verifyBook(file.db)
    const book = await file.db.selectFrom('book').select('id').executeTakeFirst()
    if (!book) return verdict(proof, [...guards, nameless])
    const { alarms } = await witnessAlarms(
      file.db,
      recallWitness(home, { ...book, first: await firstHash(file.db) }, file.path),
      now,
    )
    return await further(file.db, verdict(proof, [...guards, ...alarms]))
  } catch (error) {
    const code = sqliteCode(error)
    if (code === undefined) throw error
    return verdict(nothingProven, [{ kind: 'integrity', entryId: null, voucher: null, detail: code }])
  } finally {
    file.close()
  }
}

const nameless: Problem = {
  kind: 'schema',
  entryId: null,
  voucher: null,
  detail: 'the row that says which book this is is gone',
}

const nothingProven: Verification = { entries: 0, lines: 0, head: { seq: 0, hash: chainStart }, problems: [] }
