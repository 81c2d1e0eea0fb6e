import { openTestBook, requestId, type TestBook } from '../support/book.ts'
import { post, workedYear } from '../support/worked-year.ts'

const rupiah = (amount: number) => amount * 100

/** The worked surplus of the notes, decided, partly paid and partly used; 2026 is not decided yet. */
export interface ShuBook extends TestBook {
  readonly members: readonly string[]
}

export async function openShuBook(): Promise<ShuBook> {
  const book = await openTestBook({ cooperative: { name: 'Koperasi Uji', village: 'Sukamaju' } })
  const { closing, journal, officers } = book.api
  await officers.set({
    officers: [
      { role: 'chair', name: 'Sri Rahayu' },
      { role: 'secretary', name: 'Joko Widagdo' },
      { role: 'treasurer', name: 'Wahyu Nugroho' },
    ],
  })
  const members = await workedYear(book)
  await closing.closeYear({ requestId: requestId(), year: 2025 })
  const decision = 'Keputusan RAT No. 3/RAT/2026'
  await closing.decideShu({ requestId: requestId(), year: 2025, date: '2026-03-14', decision })
  const paid = { cashAccount: '11101', memberIds: members.slice(0, 2) }
  await closing.payShu({ requestId: requestId(), year: 2025, date: '2026-03-20', ...paid })
  const use = (account: string, date: string, amount: number, what: string) =>
    post(
      book,
      date,
      [
        { account, debit: rupiah(amount) },
        { account: '11101', credit: rupiah(amount) },
      ],
      what,
    )
  await use('25104', '2026-04-05', 1_000_000, 'Pelatihan pembukuan')
  const { entryId } = await use('25104', '2026-04-06', 77_000, 'Salah catat')
  await journal.reverse({ requestId: requestId(), entryId, date: '2026-04-07', reason: 'salah dana' })
  await use('25105', '2026-05-01', 2_700_000, 'Santunan kebakaran')
  await post(book, '2026-06-30', [
    { account: '11101', debit: rupiah(3_000_000) },
    { account: '41101', credit: rupiah(3_000_000), memberId: members[0] },
  ])
  await post(book, '2026-06-30', [
    { account: '11101', debit: rupiah(2_000_000) },
    { account: '48201', credit: rupiah(2_000_000) },
  ])
  return { ...book, members }
}
