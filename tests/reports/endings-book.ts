import { requestId } from '../support/book.ts'
import { type LoansBook, openLoansBook } from './loans-book.ts'

const rupiah = (amount: number) => amount * 100

/** The lending cooperative two months on: one loan went on as another, one was given up and a little of it came after all. */
export async function openEndingsBook(): Promise<LoansBook> {
  const book = await openLoansBook()
  const { late = '', flat = '' } = book.loans
  const { loans } = book.api
  const { loanId: goneOn } = await loans.restructure({
    ...{ requestId: requestId(), loanId: late, date: '2026-04-20', months: 18, ratePctPerMonth: '1' },
    ...{ capitaliseInterest: true, reason: 'Kambing mati karena penyakit', approvedBy: 'Sri Rahayu' },
  })
  await loans.writeOff({
    ...{ requestId: requestId(), loanId: flat, date: '2026-04-22' },
    decision: { number: 'RAT/04/2026', on: '2026-04-18', by: 'rat' },
  })
  const came = { date: '2026-04-25', amount: rupiah(250_000), cashAccount: '11101' }
  await loans.recover({ requestId: requestId(), loanId: flat, ...came })
  return { ...book, loans: { ...book.loans, goneOn } }
}
