import { openTestBook, requestId, type TestBook } from './book.ts'
import { putCash } from './counter.ts'

type Funds = TestBook['api']['funds']
type Spending = Omit<Partial<Parameters<Funds['spend']>[0]>, 'budgetLineId'> & { budgetLineId: string | undefined }

/** A book with money in the box and programmes that give some. */
export interface FundBook extends TestBook {
  /** An agreement of 2026 with two budget lines, 20 and 10 million; more of its terms as given. */
  fund(terms?: Partial<Parameters<Funds['create']>[0]>): Promise<{ fundId: string; lines: string[] }>
  /** Money comes in on 11203, on 1 March unless said otherwise. */
  receive(fundId: string, amount: number, date?: string): ReturnType<Funds['receive']>
  /** Spends from 11203 on 10 March unless said otherwise. */
  spend(fundId: string, amount: number, spending: Spending): ReturnType<Funds['spend']>
  /** A machine in the register, of which nothing is known yet but its name. */
  asset(): string
  /** What an account says at the end of 2026: debit less credit, sen. */
  balance(account: string): Promise<number>
}

export async function openFundBook(): Promise<FundBook> {
  const book = await openTestBook()
  await putCash(book, 50_000_000_00, '2026-01-02')
  const { funds, ledger } = book.api
  const agreed = { name: 'Pelatihan perempuan', donor: 'Yayasan Mitra', purpose: 'Pelatihan keuangan keluarga' }
  const budget = [
    { name: 'Narasumber', amount: 20_000_000_00 },
    { name: 'Konsumsi', amount: 10_000_000_00 },
  ]
  return {
    ...book,
    fund: async (terms) => {
      const during = { from: '2026-01-01', to: '2026-12-31' }
      const made = await funds.create({ ...agreed, treatment: 'activity', ...during, budget, ...terms })
      return { fundId: made.fundId, lines: made.budget.map(({ budgetLineId }) => budgetLineId) }
    },
    receive: (fundId, amount, date = '2026-03-01') =>
      funds.receive({ requestId: requestId(), date, fundId, amount, cashAccount: '11203' }),
    spend: (fundId, amount, { budgetLineId = '', ...spending }) =>
      funds.spend({
        ...{ requestId: requestId(), date: '2026-03-10', fundId, amount, budgetLineId, cashAccount: '11203' },
        ...{ description: 'Pelatihan hari pertama', ...spending },
      }),
    asset: () => {
      const id = requestId()
      const { database } = book.desk.app().file
      database.prepare("INSERT INTO asset (id, code, name, active) VALUES (?, ?, 'Mesin', 1)").run(id, id)
      return id
    },
    balance: async (account) => {
      const { rows } = await ledger.trialBalance({ asOf: '2026-12-31' })
      const row = rows.find(({ code }) => code === account)
      return row ? row.debit - row.credit : 0
    },
  }
}
