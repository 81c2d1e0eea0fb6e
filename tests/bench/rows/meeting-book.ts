import assert from 'node:assert/strict'
import { lastYear } from '../large-book.ts'
import { type Measured, within } from '../measure.ts'
import { openCopy } from '../open-book.ts'

interface Wanted {
  readonly members: number
  /** Milliseconds it may take. */
  readonly allowed: number
}

/** The whole book of the annual meeting of a year, with every annex: asked for, planned, drawn and written. */
export async function meetingBookInTime(
  path: string,
  { members, allowed }: Wanted,
  rounds: number,
): Promise<Measured[]> {
  const book = await openCopy(path)
  const what = `the book of the annual meeting of ${members.toLocaleString('id')} members`
  const asked = { report: 'annualMeetingBook', params: { year: lastYear } } as const
  const measured = await within({ what, allowed }, rounds, async () => {
    const { size } = await book.api.reports.pdf(asked)
    assert.ok(size > 50_000, `${size} bytes`)
  })
  await book.close()
  return [measured]
}
