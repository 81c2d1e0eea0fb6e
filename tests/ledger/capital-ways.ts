import { requestId, type TestBook } from '../support/book.ts'

/** Money that was lent and contributed, to be paid back in parts. */
export async function capitalWays({ api: { capital } }: TestBook, year: number) {
  const terms = { lender: 'Bank', kind: '27101' as const, principal: 120_00, ratePctPerYear: '12' }
  const borrow = (date: string) =>
    capital.borrow({
      ...{ requestId: requestId(), date, ...terms, method: 'declining' as const, months: 1, cashAccount: '11101' },
    })
  const contribute = (date: string) =>
    capital.contribute({ requestId: requestId(), date, contributor: 'Desa', amount: 5_00, cashAccount: '11101' })
  const [lent, given] = [await borrow(`${year}-01-06`), await contribute(`${year}-01-06`)]
  const owed = await capital.contribute({
    ...{ requestId: requestId(), date: `${year}-01-06`, contributor: 'Desa', amount: 5_00, cashAccount: '11101' },
    repayableOn: `${year + 1}-01-06`,
  })
  const part = { amount: 5_00, cashAccount: '11101' }
  return {
    'capital.borrow': borrow,
    'capital.repay': (date: string) =>
      capital.repay({ requestId: requestId(), date, borrowingId: lent.borrowingId, ...part }),
    'capital.contribute': contribute,
    'capital.payShare': (date: string) =>
      capital.payShare({ requestId: requestId(), date, borrowingId: owed.borrowingId, ...part }),
    'capital.return': (date: string) =>
      capital.return({ requestId: requestId(), date, borrowingId: given.borrowingId, ...part }),
  }
}
