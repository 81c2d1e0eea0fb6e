import assert from 'node:assert/strict'
import { lastYear } from '../large-book.ts'
import { type Measured, summary, timed } from '../measure.ts'
import { type OpenBook, openCopy } from '../open-book.ts'

const promisedMs = 1_000

/** How the surplus of a year would be divided among so many members who all saved and paid interest, against the time that was promised. */
export async function surplusSimulation(empty: string, members: number, rounds: number): Promise<Measured[]> {
  const book = await openCopy(empty)
  await earnFromAll(book, members)
  const pairs: { mine: number; theirs: number }[] = []
  for (let round = 0; round <= rounds; round += 1) {
    let shared = 0
    const mine = await timed(async () => {
      const { members: rows } = await book.api.closing.simulateShu({ year: lastYear })
      shared = rows.filter(({ total }) => total > 0).length
    })
    assert.equal(shared, members)
    if (round > 0) pairs.push({ mine, theirs: promisedMs })
  }
  await book.close()
  const what = `surplus divided among ${members.toLocaleString('id')} members / ${promisedMs / 1000} s`
  return [summary({ what, atLeast: 1, aim: 0.5 }, pairs)]
}

/** Each saves what counts, and each pays some interest. */
async function earnFromAll({ api }: OpenBook, members: number): Promise<void> {
  const rows = Array.from({ length: members }, (_, index) => `B${index},Penabung ${index},P,${lastYear}-01-01`)
  const csv = ['nomor anggota,nama,jenis kelamin,tanggal masuk', ...rows].join('\n')
  const { memberIds } = await api.members.import({ requestId: crypto.randomUUID(), csv })
  const [date, cashAccount] = [`${lastYear}-02-05`, '11101']
  const saved = memberIds.map((memberId) => ({ memberId, savings: { wajib: 300_000_00 } }))
  await api.collection.record({ requestId: crypto.randomUUID(), date, cashAccount, rows: saved })
  for (let first = 0; first < members; first += 5_000) {
    const paying = memberIds.slice(first, first + 5_000)
    const lines = paying.map((memberId) => ({ account: '41101', credit: 10_000_00, memberId }))
    await api.journal.post({
      ...{ requestId: crypto.randomUUID(), date, description: 'Jasa pinjaman' },
      lines: [{ account: cashAccount, debit: paying.length * 10_000_00 }, ...lines],
    })
  }
}
