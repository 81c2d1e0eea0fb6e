import assert from 'node:assert/strict'
import { cash } from '../cooperative.ts'
import { type Measured, summary, timed } from '../measure.ts'
import { openCopy, today } from '../open-book.ts'

const entriesADay = 100

/** The proof of an opening after a day's work, and the full verification of the same book. */
export async function openingProof(decade: string, rounds: number): Promise<Measured[]> {
  const book = await openCopy(decade)
  const pairs: { mine: number; theirs: number }[] = []
  let posted = 0
  for (let round = 0; round <= rounds; round += 1) {
    for (let entry = 0; entry < entriesADay; entry += 1) await sell(book.api, entry)
    posted += entriesADay
    const mine = await book.reopen()
    assert.deepEqual(book.app.alarms, [])
    const theirs = await timed(async () => {
      const { ok, lines, problems } = await book.api.ledger.verify()
      assert.ok(ok && lines > posted * 2, JSON.stringify(problems.slice(0, 3)))
    })
    if (round > 0) pairs.push({ mine, theirs })
  }
  await book.close()
  const what = `opening after ${entriesADay} new entries / full verify, 1 million lines`
  return [summary({ what, atLeast: 0.05, aim: 0.01, isShare: true }, pairs)]
}

async function sell(api: Awaited<ReturnType<typeof openCopy>>['api'], entry: number): Promise<void> {
  await api.journal.post({
    requestId: crypto.randomUUID(),
    date: today,
    description: `Penjualan ${entry}`,
    lines: [
      { account: cash, debit: 10_000_00 },
      { account: '42101', credit: 10_000_00 },
    ],
  })
}
