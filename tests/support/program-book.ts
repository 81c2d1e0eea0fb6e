import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BookKind } from '../../electron/backend/db/tables.ts'
import { openTestBook, requestId, type TestBook } from './book.ts'

interface ProgramBookOptions {
  readonly name: string
  readonly village?: string
  readonly women?: number
  readonly men?: number
  readonly kind?: BookKind
}

/** A cooperative with so many members, each of whom saved Rp100.000 in February and Rp50.000 in August. */
export async function openProgramBook({
  name,
  village,
  women = 8,
  men = 7,
  kind,
}: ProgramBookOptions): Promise<TestBook> {
  const cooperative = { name, ...(village !== undefined && { village }) }
  const book = await openTestBook({ cooperative, ...(kind && { kind }) })
  for (let index = 0; index < women + men; index += 1) {
    const { memberId } = await book.api.members.create({
      ...{ number: `A-${index}`, name: `Rahasia ${index}`, sex: index < women ? 'female' : 'male' },
      ...{ joinedOn: '2026-01-05', birthDate: '1990-01-01', nationalId: undefined },
    })
    for (const [date, amount] of [
      ['2026-02-01', 100_000_00],
      ['2026-08-01', 50_000_00],
    ] as const) {
      const deposit = { requestId: requestId(), date, amount, cashAccount: '11101' }
      await book.api.savings.deposit({ ...deposit, memberId, product: 'sukarela' })
    }
  }
  return book
}

/** A cooperative's file of a quarter, written to a folder as it would be carried there. */
export async function writtenFile(book: TestBook, quarter: string, folder: string): Promise<string> {
  const file = await book.api.program.export({ quarter })
  const path = join(folder, file.name)
  writeFileSync(path, new Uint8Array(await file.arrayBuffer()))
  return path
}
