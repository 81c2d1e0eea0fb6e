import assert from 'node:assert/strict'
import { lastYear } from '../large-book.ts'
import { type Measured, summary, timed } from '../measure.ts'
import { type OpenBook, openCopy } from '../open-book.ts'

const month = `${lastYear}-11`
const promisedMs = 3_000

/**
 * A month's interest of so many accounts, each with money from before and three days of movements: reckoned, taxed and
 * posted in one transaction, against the time that was promised. Taken back between the rounds.
 */
export async function interestRun(empty: string, accounts: number, rounds: number): Promise<Measured[]> {
  const book = await openCopy(empty)
  await saveByAll(book, accounts)
  const pairs: { mine: number; theirs: number }[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const requestId = crypto.randomUUID()
    let answer = { accounts: 0, gross: 0, tax: 0, net: 0 }
    const mine = await timed(async () => {
      answer = await book.api.savings.accrueInterest({ requestId, month })
    })
    assert.equal(answer.accounts, accounts)
    assert.ok(answer.tax > 0 && answer.gross === answer.tax + answer.net)
    if (round > 0) pairs.push({ mine, theirs: promisedMs })
    const undo = { requestId: crypto.randomUUID(), undoes: requestId, date: `${lastYear}-12-01`, reason: 'bench' }
    await book.api.requests.undo(undo)
  }
  const { ok, problems } = await book.api.ledger.verify()
  assert.ok(ok, JSON.stringify(problems.slice(0, 3)))
  await book.close()
  const what = `interest run for ${accounts.toLocaleString('id')} accounts, durable / ${promisedMs / 1000} s`
  return [summary({ what, atLeast: 1, aim: 0.5 }, pairs)]
}

/** The first tenth has so much that its interest bears tax. */
async function saveByAll({ api }: OpenBook, accounts: number): Promise<void> {
  const rows = Array.from({ length: accounts }, (_, index) => `B${index},Penabung ${index},P,${lastYear}-01-01`)
  const csv = ['nomor anggota,nama,jenis kelamin,tanggal masuk', ...rows].join('\n')
  const { memberIds } = await api.members.import({ requestId: crypto.randomUUID(), csv })
  const tiers = [{ from: 0, ratePctPerYear: '6' }]
  await api.savings.setInterest({ product: 'sukarela', fromMonth: `${lastYear}-01`, method: 'average_daily', tiers })
  for (const day of [`${lastYear}-10-31`, `${month}-05`, `${month}-14`, `${month}-23`]) {
    const paid = memberIds.map((memberId, index) => {
      const amount = (index < accounts / 10 ? 40_000_000_00 : 150_000_00) + index * 1_00
      return { memberId, savings: { sukarela: amount } }
    })
    await api.collection.record({ requestId: crypto.randomUUID(), date: day, cashAccount: '11101', rows: paid })
  }
}
