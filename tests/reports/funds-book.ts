import { requestId } from '../support/book.ts'
import { type FundBook, openFundBook } from '../support/funds.ts'

/** Two programmes on one bank account: one spent as agreed and partly given back, one laid out and given goods. */
export interface ProgrammeBook extends FundBook {
  readonly funds: Readonly<Record<'training' | 'machines', string>>
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
  return { ...book, funds: { training: training.fundId, machines: machines.fundId } }
}
