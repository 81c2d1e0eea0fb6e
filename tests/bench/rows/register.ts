import assert from 'node:assert/strict'
import { bank } from '../cooperative.ts'
import { type Measured, paired, timed } from '../measure.ts'
import { openCopy, today } from '../open-book.ts'

const page = 50

/** A page of an account's register anywhere, and the newest page of the same account. */
export async function registerPages(decade: string, rounds: number): Promise<Measured[]> {
  const book = await openCopy(decade)
  const read = (offset: number) =>
    book.api.ledger.account({ code: bank, from: '2010-01-01', to: today, offset, limit: page })
  const { count } = await read(0)
  const lines = book.app.file.database
    .prepare('SELECT debit - credit AS net FROM journal_line WHERE account = ? ORDER BY entry_date, seq, line_no')
    .all(bank) as { net: number }[]
  assert.equal(count, lines.length)
  let balance = 0
  const balances = lines.map(({ net }) => {
    balance += net
    return balance
  })
  const place = (round: number) => Math.floor(((round * 0.618_033_988_75) % 1) * (count - page))
  const at = async (offset: number) => {
    const { rows } = await read(offset)
    assert.deepEqual(
      rows.map((row) => row.balance),
      balances.slice(offset, offset + page),
    )
  }
  const what = `${page} lines anywhere in an account of ${count.toLocaleString('id')} / the newest ${page}`
  const anywhere = (round: number) => timed(() => at(place(round)))
  const measured = await paired({ what, atLeast: 10, aim: 2 }, rounds, anywhere, () => timed(() => at(count - page)))
  await book.close()
  return [measured]
}
