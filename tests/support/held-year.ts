import { usualBylaw } from '../../shared/rules/surplus-bylaw.ts'
import { requestId, type TestBook } from './book.ts'
import { workedYear } from './worked-year.ts'

/** The usual rule with 5 % for modal penyertaan in the place of the social fund. */
export function withParticipation() {
  const shares = usualBylaw.shares.map(({ bases, ...share }) =>
    share.key === 'social'
      ? { key: 'Penyertaan', pct: share.pct, to: 'by_participation' as const }
      : { ...share, ...(bases && { bases: [...bases] }) },
  )
  return { ...usualBylaw, shares, savingsProducts: [...usualBylaw.savingsProducts] }
}

/** Modal penyertaan that comes in during 2025, rupiah. */
export function contribute(
  book: TestBook,
  contributor: string,
  amount: number,
  more: { memberId?: string; repayableOn?: string } = {},
) {
  return book.api.capital.contribute({
    ...{ requestId: requestId(), date: '2025-03-01', contributor, amount: amount * 100, cashAccount: '11101', ...more },
  })
}

/** The worked year with 2.437.500 for two holders, one of them a member; a third has a day on which it goes back. */
export async function heldYear(book: TestBook) {
  const [memberId = ''] = await workedYear(book)
  await book.api.closing.setBylaw({ requestId: requestId(), fromYear: 2025, bylaw: withParticipation() })
  const village = await contribute(book, 'BUM Desa Sukamaju', 20_000_000)
  const member = await contribute(book, 'Anggota 0001', 10_000_000, { memberId })
  await contribute(book, 'Desa Sukamaju', 8_000_000, { repayableOn: '2027-01-15' })
  return { memberId, village, member }
}
