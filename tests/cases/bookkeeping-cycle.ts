import { assert } from '../../shared/errors.ts'
import { openTestBook, requestId, type TestBook } from '../support/book.ts'
import type { Answer } from './case.ts'

/** Balances by plain English names, debit above zero, and entries among those names; rupiah. */
type Inputs = {
  readonly opening_trial_balance: Readonly<Record<string, number>>
  readonly entries: readonly { readonly debit: string; readonly credit: string; readonly amount: number }[]
}

/** What the textbooks' names are in the chart. */
const accounts: Readonly<Record<string, string>> = {
  cash: '11101',
  bank: '11201',
  accounts_receivable: '14102',
  inventory: '15101',
  supplies: '19301',
  accounts_payable: '22101',
  capital: '33201',
  retained_earnings: '34101',
  sales: '43101',
  sales_returns: '43103',
  service_revenue: '43107',
  interest_income: '48101',
  cost_of_sales: '51201',
  salaries: '52101',
  supplies_expense: '52201',
  utilities: '52202',
  rent: '52203',
  transport: '52204',
  insurance: '52207',
  advertising: '52403',
  depreciation: '52501',
  interest_expense: '51206',
  other_expense: '52601',
}

/** What stands in the register of equipment card by card gets an account of its own, for textbooks have one sum. */
const own: Readonly<Record<string, { code: string; nameId: string; type: 'asset' | 'liability'; parent: string }>> = {
  equipment: { code: '18106', nameId: 'Peralatan', type: 'asset', parent: '18000' },
  accumulated_depreciation: { code: '18906', nameId: 'Akumulasi penyusutan', type: 'asset', parent: '18000' },
  notes_payable: { code: '27109', nameId: 'Wesel bayar', type: 'liability', parent: '27000' },
}

const year = { from: '2026-01-01', to: '2026-12-31' }

/** Posts a whole year by hand, as an accountant does, and reads what the book says at its end. */
export async function bookkeepingCycleCase({ opening_trial_balance: opening, entries }: Inputs): Promise<Answer> {
  const book = await openTestBook()
  try {
    const lineOf = await chartFor(book, [...Object.keys(opening), ...entries.flatMap((one) => [one.debit, one.credit])])
    const post = (date: string, lines: readonly [string, number][]) =>
      book.api.journal.post({
        ...{ requestId: requestId(), date, description: 'Kasus' },
        lines: lines.map(([name, amount]) => lineOf(name, amount * 100)),
      })
    await post(year.from, Object.entries(opening))
    for (const { debit, credit, amount } of entries) {
      await post('2026-06-30', [
        [debit, amount],
        [credit, -amount],
      ])
    }
    return { answers: await closing(book) }
  } finally {
    await book.close()
  }
}

/** Makes what the names need, and says how a line on each is written. */
async function chartFor({ api }: TestBook, names: readonly string[]) {
  for (const name of new Set(names)) {
    const made = own[name]
    if (made) await api.accounts.create({ ...made, normal: name === 'equipment' ? 'debit' : 'credit' })
  }
  const { itemId } = await api.items.create({ name: 'Barang dagangan' })
  const { partnerId } = await api.partners.create({ name: 'Rekan dagang', kind: 'supplier' })
  const references: Readonly<Record<string, object>> = {
    inventory: { itemId },
    accounts_receivable: { partnerId },
    accounts_payable: { partnerId },
  }
  return (name: string, amount: number) => ({
    account: accounts[name] ?? own[name]?.code ?? name,
    ...(amount > 0 ? { debit: amount } : { credit: -amount }),
    ...references[name],
  })
}

async function closing({ api }: TestBook) {
  const { rows } = await api.ledger.trialBalance({ asOf: year.to })
  const balance = (name: string) => {
    const row = rows.find(({ code }) => code === (accounts[name] ?? own[name]?.code))
    return row ? (row.debit - row.credit) / 100 : 0
  }
  const surplus = await api.reports.run({ report: 'surplus', params: year })
  const sheet = await api.reports.run({ report: 'balanceSheet', params: { asOf: year.to } })
  const names = [...Object.keys(accounts), ...Object.keys(own)]
  const { problems } = await api.ledger.verify()
  assert(problems.length === 0, 'a book posted by hand holds')
  return {
    closing_balances: Object.fromEntries(names.map((name) => [name, balance(name)])),
    net_income: (surplus.totals.surplus ?? 0) / 100,
    total_assets: (sheet.totals.assets ?? 0) / 100,
    accounts_payable: 0 - balance('accounts_payable'),
    closing_capital: (sheet.totals.equity ?? 0) / 100,
  }
}
