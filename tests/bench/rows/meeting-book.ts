import assert from 'node:assert/strict'
import { lastYear } from '../large-book.ts'
import { type Measured, summary, timed, within } from '../measure.ts'
import { type OpenBook, openCopy } from '../open-book.ts'

interface Wanted {
  readonly members: number
  /** Milliseconds it may take. */
  readonly allowed: number
}

/** Milliseconds another call may wait while a book is made: what a hand hardly notices. */
const waitAllowed = 300

/** The whole book of the annual meeting of a year, with every annex: asked for, planned, drawn and written. */
export async function meetingBookInTime(
  path: string,
  { members, allowed }: Wanted,
  rounds: number,
): Promise<Measured[]> {
  const book = await openCopy(path)
  const of = `the book of the annual meeting of ${members.toLocaleString('id')} members`
  const waits: number[] = []
  const measured = await within({ what: of, allowed }, rounds, async () => {
    const isMade = new AbortController()
    const longest = longestWait(book, isMade.signal)
    const { files } = await book.api.reports.volumes({ report: 'annualMeetingBook', params: { year: lastYear } })
    isMade.abort()
    waits.push(await longest)
    const size = files.reduce((sum, file) => sum + file.size, 0)
    assert.ok(size > 50_000, `${size} bytes`)
  })
  await book.close()
  const what = `longest wait while it is made, ${members.toLocaleString('id')} members / promised`
  const pairs = waits.slice(1).map((mine) => ({ mine, theirs: waitAllowed }))
  return [measured, summary({ what, atLeast: 1, aim: 0.5, isShare: true }, pairs)]
}

/** How long a page of the register took at most, asked for again and again until `isMade`, milliseconds. */
async function longestWait({ api }: OpenBook, isMade: AbortSignal): Promise<number> {
  let longest = 0
  while (!isMade.aborted) {
    longest = Math.max(longest, await timed(() => api.members.list({ limit: 20 })))
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  return longest
}
