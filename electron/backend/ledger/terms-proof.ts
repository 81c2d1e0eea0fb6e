import type { Reader } from '../db/tables.ts'
import { termsHashes } from './terms-seal.ts'
import type { Problem } from './verify.ts'
import { voucherName } from './vouchers.ts'

const entriesAtATime = 2_000
const shownMax = 20

/** Every entry carries the hash of what it put in force: terms that were changed, taken away or slipped in are found. */
export async function sealProblems(db: Reader): Promise<Problem[]> {
  const problems: Problem[] = []
  for (let after = 0; problems.length < shownMax; ) {
    const entries = await db
      .selectFrom('journal_entry')
      .select(['id', 'seq', 'book', 'year', 'number', 'terms_hash'])
      .where('seq', '>', after)
      .orderBy('seq')
      .limit(entriesAtATime)
      .execute()
    const upTo = entries.at(-1)?.seq
    if (upTo === undefined) break
    const hashes = await termsHashes(db, { ids: entries.map(({ id }) => id), after, upTo })
    for (const { id, terms_hash, ...voucher } of entries) {
      if ((hashes.get(id) ?? null) === terms_hash) continue
      const detail = 'the terms it put in force are not those it was written with'
      problems.push({ kind: 'altered', entryId: id, voucher: voucherName(voucher), detail })
    }
    after = upTo
    await new Promise((resolve) => setImmediate(resolve))
  }
  return problems.slice(0, shownMax)
}
