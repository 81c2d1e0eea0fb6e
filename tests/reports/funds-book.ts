import { requestId } from '../support/book.ts'
import { addMembers } from '../support/counter.ts'
import { type FundBook, openFundBook } from '../support/funds.ts'

/** Two programmes on one bank account: one spent as agreed and partly given back, one laid out and given goods; and one that is lent on. */
export interface ProgrammeBook extends FundBook {
  readonly funds: Readonly<Record<'training' | 'machines' | 'lentOn', string>>
}

export async function openProgrammeBook(): Promise<ProgrammeBook> {
  const book = await openFundBook()
  const terms = { agreementNumber: 'PKS/12/2026', restriction: 'Hanya untuk peserta perempuan' }
  const training = await book.fund(terms)
  const machines = await book.fund({ treatment: 'capital', name: 'Hibah mesin', donor: 'Dinas Koperasi' })
  await book.receive(training.fundId, 30_000_000_00)
  await book.spend(training.fundId, 12_400_000_00, { budgetLineId: training.lines[0] })
  await book.api.funds.refund({
    ...{
      requestId: requestId(),
      date: '2026-04-01',
      fundId: training.fundId,
      amount: 600_000_00,
      cashAccount: '11203',
    },
  })
  await book.receive(machines.fundId, 8_000_000_00, '2026-04-02')
  const goods = { account: '18104', assetId: book.asset() }
  await book.api.funds.receive({
    ...{ requestId: requestId(), date: '2026-04-03', fundId: machines.fundId, amount: 15_000_000_00, goods },
  })
  await book.api.cash.transfer({
    ...{ requestId: requestId(), date: '2026-04-04', from: '11203', to: '11101', amount: 1_000_000_00 },
  })
  const lentOn = await lendOn(book)
  return { ...book, funds: { training: training.fundId, machines: machines.fundId, lentOn } }
}

/** Money of the village that two members borrowed: one pays, the other's loan was given up. */
async function lendOn(book: FundBook): Promise<string> {
  const agreed = { treatment: 'revolving' as const, name: 'Dana bergulir desa', donor: 'Pemerintah Desa' }
  const { fundId } = await book.fund({ ...agreed, cashAccount: '11201', purpose: 'Modal usaha anggota' })
  const at = { cashAccount: '11201' }
  await book.api.funds.receive({ requestId: requestId(), date: '2026-03-01', fundId, amount: 10_000_000_00, ...at })
  const [paying = '', lost = ''] = await addMembers(book, 2)
  const lend = async (memberId: string, principal: number) => {
    const asked = { memberId, product: 'flat', principal, months: 10, purpose: 'Modal warung', date: '2026-03-02' }
    const { loanId } = await book.api.loans.apply({ requestId: requestId(), ...asked, fundId })
    await book.api.loans.approve({ requestId: requestId(), loanId, date: '2026-03-02', approvedBy: 'Sri Wahyuni' })
    await book.api.loans.disburse({ requestId: requestId(), loanId, date: '2026-03-03', ...at })
    return loanId
  }
  const loanId = await lend(paying, 4_000_000_00)
  await book.api.loans.pay({ requestId: requestId(), loanId, date: '2026-04-03', amount: 460_000_00, ...at })
  const decision = { number: '1/RAT/2026', on: '2026-04-20', by: 'rat' as const }
  const givenUp = { loanId: await lend(lost, 1_000_000_00), date: '2026-04-20', decision }
  await book.api.loans.writeOff({ requestId: requestId(), ...givenUp })
  return fundId
}
