import { openTestBook, requestId, type TestBook } from './book.ts'
import { addMember, putCash } from './counter.ts'

export const rupiah = (amount: number) => amount * 100
export const cashAccount = '11101'

type Api = TestBook['api']['loans']
type Asked = Omit<Parameters<Api['apply']>[0], 'requestId'>
type NewProduct = Omit<Parameters<Api['createProduct']>[0], 'requestId'>

/** A book in which one member may borrow: twelve million flat over twelve months unless a test says otherwise. */
export interface LendingBook extends TestBook {
  readonly memberId: string
  product(given: Partial<NewProduct>): Promise<string>
  applied(change?: Partial<Asked>): Promise<string>
  approved(change?: Partial<Asked>): Promise<string>
  running(change?: Partial<Asked>): Promise<string>
  disburse(loanId: string, date?: string): ReturnType<Api['disburse']>
  pay(loanId: string, date: string, amount: number): ReturnType<Api['pay']>
  payOff(loanId: string, date: string): ReturnType<Api['payOff']>
  undo(entryId: string, date?: string): Promise<unknown>
}

export async function openLendingBook(cash = rupiah(100_000_000), today = '2026-12-31'): Promise<LendingBook> {
  const book = await openTestBook({ today })
  const memberId = await addMember(book)
  await putCash(book, cash)
  const { loans, journal } = book.api
  const product = async (given: Partial<NewProduct>) => {
    const added = { requestId: requestId(), nameId: 'Pinjaman usaha', method: 'flat' as const, ...given }
    return (await loans.createProduct(added)).product
  }
  const applied = async (change: Partial<Asked> = {}) => {
    const asked = { memberId, product: 'flat', principal: rupiah(12_000_000), months: 12, purpose: 'Modal warung' }
    return (await loans.apply({ requestId: requestId(), ...asked, date: '2026-01-05', ...change })).loanId
  }
  const approved = async (change: Partial<Asked> = {}) => {
    const loanId = await applied(change)
    await loans.approve({ requestId: requestId(), loanId, date: '2026-01-08', approvedBy: 'Sri Wahyuni' })
    return loanId
  }
  const disburse = (loanId: string, date = '2026-01-10') =>
    loans.disburse({ requestId: requestId(), loanId, date, cashAccount })
  const running = async (change: Partial<Asked> = {}) => {
    const loanId = await approved(change)
    await disburse(loanId)
    return loanId
  }
  return {
    ...{ ...book, memberId, product, applied, approved, disburse, running },
    pay: (loanId, date, amount) => loans.pay({ requestId: requestId(), loanId, date, amount, cashAccount }),
    payOff: (loanId, date) => loans.payOff({ requestId: requestId(), loanId, date, cashAccount }),
    undo: (entryId, date = '2026-12-30') =>
      journal.reverse({ requestId: requestId(), entryId, date, reason: 'Salah catat' }),
  }
}
