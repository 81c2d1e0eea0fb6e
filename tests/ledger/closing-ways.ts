import { requestId, type TestBook } from '../support/book.ts'
import { addMember, deposit, openSavings } from '../support/counter.ts'

export const closingWayNames = [
  'closing.decideShu',
  'closing.payShu',
  'closing.coverDeficit',
  'closing.spendShuFund',
  'closing.clearCorrections',
] as const

/** The surplus of two years before waits to be paid, that of the last year for the meeting; a deficit can be covered. */
export async function closingWays(book: TestBook, year: number) {
  const { closing, journal } = book.api
  const memberId = await addMember(book, '0900', `${year - 2}-01-02`)
  const savings = await openSavings(book, memberId, 'wajib', `${year - 2}-01-02`)
  await deposit(book, savings, 90_000_00, `${year - 2}-01-03`)
  const earn = (earned: number) =>
    journal.post({
      ...{ requestId: requestId(), date: `${earned}-05-05`, description: 'Jasa pinjaman' },
      lines: [
        { account: '11101', debit: 70_000_00 },
        { account: '41101', credit: 70_000_00, memberId },
      ],
    })
  const decide = (decided: number, date: string) =>
    closing.decideShu({ requestId: requestId(), year: decided, date, decision: 'Keputusan RAT' })
  await earn(year - 2)
  await earn(year - 1)
  await closing.closeYear({ requestId: requestId(), year: year - 2 })
  await decide(year - 2, `${year - 1}-03-01`)
  await closing.closeYear({ requestId: requestId(), year: year - 1 })
  const lines = [
    { account: '35104', debit: 5_00 },
    { account: '34101', credit: 5_00 },
    { account: '35103', credit: 3_00 },
    { account: '24103', debit: 3_00 },
  ]
  await journal.post({ requestId: requestId(), date: `${year}-01-02`, description: 'Defisit lama', lines })
  return {
    'closing.decideShu': (date: string) => decide(year - 1, date),
    'closing.payShu': (date: string) =>
      closing.payShu({ requestId: requestId(), year: year - 2, date, cashAccount: '11101' }),
    'closing.clearCorrections': (date: string) =>
      closing.clearCorrections({ requestId: requestId(), date, to: 'reserve' }),
    'closing.spendShuFund': (date: string) =>
      closing.spendShuFund({
        ...{ requestId: requestId(), date, account: '25105', amount: 1_00, cashAccount: '11101' },
        ...{ description: 'Santunan', paidTo: 'Bu Ratna' },
      }),
    'closing.coverDeficit': (date: string) => closing.coverDeficit({ requestId: requestId(), date, amount: 5_00 }),
  }
}
