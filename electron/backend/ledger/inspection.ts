import { sql } from 'kysely'
import { Refusal } from '../../../shared/errors.ts'
import type { Reader } from '../db/tables.ts'
import { actsHead } from './acts-head.ts'
import { chainStart } from './chain.ts'
import { type Head, head } from './head.ts'
import { type Problem, proveChain, verifyBook } from './verify.ts'
import { type FileState, type Seen, sameFileState, type Testimony } from './witness.ts'

/** A larger book that was touched from outside opens after a look at its end; the rest waits for verify. */
const openingProofMax = 100_000
/** Entries at the end of such a large book that the opening proves. */
const openingProofTail = 200

/** What a look at a closed book found before anything was written to it. */
export interface Inspection {
  /** The newest entry up to which every hash has been recomputed. */
  readonly proven: Head
  readonly alarms: readonly Problem[]
  readonly lost: Testimony['lost']
}

/**
 * Proves before opening that nothing was altered. A file that still lies as the program left it needs only the entries
 * since the last proof; any other, after a crash too, is verified whole. Refuses BOOK_DAMAGED, naming the vouchers. A
 * book that is behind its witness opens with an alarm.
 */
export async function inspect(
  db: Reader,
  testimony: Testimony | undefined,
  state: FileState | null,
  now: string,
): Promise<Inspection> {
  const untouched = testimony !== undefined && sameFileState(testimony.file, state)
  const { head: end, problems, isWhole } = untouched ? await proofSince(db, testimony.proven) : await proofOf(db)
  if (problems.length > 0) throw new Refusal('BOOK_DAMAGED', damageOf(problems), { problems: problems.slice(0, 20) })
  const { alarms, lost } = await witnessAlarms(db, testimony, now)
  return { proven: isWhole ? end : { seq: 0, hash: chainStart }, alarms, lost }
}

/** A file that SQLite itself finds torn is another matter than an entry that says something else. */
function damageOf(problems: readonly Problem[]): 'file' | 'altered' {
  return problems.some(({ kind }) => kind === 'integrity') ? 'file' : 'altered'
}

interface Proof {
  readonly head: Head
  readonly problems: readonly Problem[]
  /** True where nothing before it was left unproven. */
  readonly isWhole: boolean
}

async function proofSince(db: Reader, proven: Head): Promise<Proof> {
  return { ...(await proveChain(db, proven)), isWhole: true }
}

/** The whole book, or of a very large one its file and its end. */
async function proofOf(db: Reader): Promise<Proof> {
  const newest = await head(db)
  if (newest.seq <= openingProofMax) return { ...(await verifyBook(db)), isWhole: true }
  await requireSoundFile(db)
  return { ...(await proveChain(db, await startOfTail(db, newest))), isWhole: false }
}

async function requireSoundFile(db: Reader): Promise<void> {
  const check = await sql<{ quick_check: string }>`PRAGMA quick_check(5)`.execute(db)
  const damage = check.rows.map((row) => row.quick_check).filter((text) => text !== 'ok')
  if (damage.length > 0) throw new Refusal('BOOK_DAMAGED', 'file', { damage })
}

async function startOfTail(db: Reader, newest: Head): Promise<Head> {
  const start = await db
    .selectFrom('journal_entry')
    .select(['seq', 'hash'])
    .where('seq', '=', newest.seq - openingProofTail)
    .executeTakeFirst()
  return start ?? { seq: 0, hash: chainStart }
}

/** Heads that were seen at this path and that the book no longer has. Copies elsewhere have no testimony and no alarm. */
export async function witnessAlarms(
  db: Reader,
  testimony: Testimony | undefined,
  now: string,
): Promise<Pick<Inspection, 'alarms' | 'lost'>> {
  if (!testimony) return { alarms: [], lost: [] }
  const { seq, hash, voucher, acts, at } = { ...testimony, at: testimony.at || now }
  const seen: Seen[] = [...testimony.lost, { seq, hash, voucher, at }]
  if (acts) seen.push({ ...acts, at, of: 'acts' })
  const lost: Seen[] = []
  for (const head of seen) {
    if (head.seq > 0 && (await hashNow(db, head)) !== head.hash) lost.push(head)
  }
  return { lost, alarms: lost.map(alarm) }
}

async function hashNow(db: Reader, { seq, of }: Seen): Promise<string | undefined> {
  if (of === 'acts') return (await actsHead(db, seq)).hash
  const entry = await db.selectFrom('journal_entry').select('hash').where('seq', '=', seq).executeTakeFirst()
  return entry?.hash
}

function alarm({ seq, at, of, voucher }: Seen): Problem {
  const detail =
    of === 'acts'
      ? `locked and unlocked months are no longer those seen on ${at}`
      : `entry number ${seq}, seen on ${at}, is missing or was replaced`
  return { kind: 'witness', entryId: null, voucher: voucher ?? null, detail }
}
