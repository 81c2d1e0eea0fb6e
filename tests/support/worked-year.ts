import { requestId, type TestBook } from './book.ts'
import { addMember, deposit, openSavings } from './counter.ts'

const rupiah = (amount: number) => amount * 100

/** What counts of the members of the worked surplus in 2025, rupiah (accounting.md section 6.3); the last is all others. */
const workedSharers = [
  { saved: 1_450_000, interest: 2_150_000 },
  { saved: 850_000, interest: 0 },
  { saved: 2_300_000, interest: 640_000 },
  { saved: 60_400_000, interest: 58_210_000 },
] as const

interface WorkedSharer {
  readonly saved: number
  readonly interest: number
}

/** Members with mandatory savings and interest paid in 2025, rupiah; answers their ids. */
export async function sharers(book: TestBook, ...rows: readonly WorkedSharer[]): Promise<string[]> {
  const ids: string[] = []
  for (const [at, { saved, interest }] of rows.entries()) {
    const id = await addMember(book, String(at + 1).padStart(4, '0'), '2025-01-02')
    ids.push(id)
    if (saved > 0) await deposit(book, await openSavings(book, id, 'wajib', '2025-01-02'), rupiah(saved), '2025-02-03')
    if (interest > 0) {
      await post(book, '2025-06-30', [
        { account: '11101', debit: rupiah(interest) },
        { account: '41101', credit: rupiah(interest), memberId: id },
      ])
    }
  }
  return ids
}

/** The worked surplus of the notes: 48.750.000 to divide. */
export async function workedYear(book: TestBook): Promise<string[]> {
  const ids = await sharers(book, ...workedSharers)
  await post(book, '2025-12-20', [
    { account: '52201', debit: rupiah(12_250_000) },
    { account: '11101', credit: rupiah(12_250_000) },
  ])
  return ids
}

type Lines = Parameters<TestBook['api']['journal']['post']>[0]['lines']

/** A journal entry in the book. */
export function post(book: TestBook, date: string, lines: Lines, description = 'Catatan') {
  return book.api.journal.post({ requestId: requestId(), date, description, lines })
}
