import { afterAll, beforeAll, expect, test } from 'vitest'
import { requestId } from '../support/book.ts'
import { addMember, deposit, openSavings } from '../support/counter.ts'
import { cashAccount, type LendingBook, openLendingBook, rupiah } from '../support/lending.ts'
import { exported } from './hostile-book.ts'

type Rows = readonly Readonly<Record<string, unknown>>[]

/** Everything a program that comes after this one needs is in the dump, table by table. */

let book: LendingBook
let dump: Readonly<Record<string, Rows>>
beforeAll(async () => {
  book = await openLendingBook(rupiah(100_000_000), '2026-12-31')
  await live()
  dump = JSON.parse((await exported(book, 'json')).toString())
})
afterAll(async () => {
  expect(book.bugs).toEqual([])
  await book.close()
})

/** Some of everything that is agreed and decided about loans, savings and leavings. */
async function live(): Promise<void> {
  const { loans, savings, members } = book.api
  const penalty = { kind: 'pct_per_day' as const, pct: '0.1' }
  const product = await book.product({
    method: 'annuity',
    penalty,
    excess: 'hold',
    allocation: 'penalty_interest_principal',
  })
  const motor = { kind: 'BPKB motor', owner: 'Sendiri', appraised: rupiah(9_000_000) }
  const mandate = { savingsProducts: ['sukarela'], on: '2026-01-05' }
  const backed = { product, guarantors: [{ name: 'Budi', phone: '0811' }], collateral: [motor], mandate }
  const loanId = await book.running(backed)
  await book.pay(loanId, '2026-02-15', rupiah(2_000_000))
  await loans.waivePenalty({ requestId: requestId(), loanId, date: '2026-05-20', amount: 100, reason: 'Sakit' })
  await loans.noteReminder({ requestId: requestId(), loanId, date: '2026-05-21', letter: 1 })
  await loans.setPolicy({ reminderDays: [7, 14, 21] })
  await loans.accrueInterest({ requestId: requestId(), month: '2026-05' })
  await loans.accrueAllowance({ requestId: requestId(), month: '2026-05' })
  const goingOn = { months: 12, reason: 'Panen gagal', approvedBy: 'Sri Wahyuni' }
  await loans.restructure({ requestId: requestId(), loanId, date: '2026-06-20', ...goingOn })
  const lost = await book.running()
  const decision = { number: 'RAT/1', on: '2026-07-01', by: 'rat' as const }
  await loans.writeOff({ requestId: requestId(), loanId: lost, date: '2026-07-02', decision })
  const refused = { requestId: requestId(), loanId: await book.applied(), date: '2026-02-01', reason: 'Terlalu besar' }
  await loans.reject(refused)
  const leaver = await addMember(book, '0002')
  const savingsAccountId = await openSavings(book, leaver)
  await deposit(book, savingsAccountId, rupiah(500_000))
  await book.running({ memberId: leaver, principal: rupiah(100_000) })
  await savings.setInterest({ product: 'sukarela', fromMonth: '2026-01', tiers: [{ from: 0, ratePctPerYear: '6' }] })
  await savings.accrueInterest({ requestId: requestId(), month: '2026-02' })
  const term = { memberId: leaver, product: 'berjangka', date: '2026-02-10', amount: rupiah(1_000_000), months: 3 }
  await savings.termOpen({ requestId: requestId(), ...term, ratePctPerYear: '6', cashAccount })
  const heir = { name: 'Ani', relation: 'anak', document: 'Surat kematian' }
  await members.exit({ requestId: requestId(), memberId: leaver, date: '2026-08-01', reason: 'died', heir })
  await members.payExit({ requestId: requestId(), memberId: leaver, date: '2026-08-02', cashAccount })
}

/** Under which key a table stands; the others are reckoned from entries, or belong to the program. */
const lists: Readonly<Record<string, string>> = {
  ...{ account: 'accounts', asset: 'assets', borrowing: 'borrowings', budget_line: 'budgetLines', fund: 'funds' },
  ...{ item: 'items', loan: 'loans', member: 'members', officer: 'officers', partner: 'partners', person: 'people' },
  ...{ unit: 'units', cash_count: 'cashCounts', period_act: 'periodActs', journal_entry: 'entries' },
  ...{ savings_product: 'savingsProducts', savings_due: 'savingsDues', savings_rate: 'savingsRates' },
  ...{ savings_account: 'savingsAccounts', savings_term: 'savingsTerms', savings_passbook: 'savingsPassbooks' },
  ...{ savings_account_former: 'savingsAccountsFormer', savings_interest_run: 'savingsInterestRuns' },
  ...{ loan_product: 'loanProducts', loan_agreement: 'loanAgreements', loan_rejection: 'loanRejections' },
  ...{ loan_guarantor: 'loanGuarantors', loan_collateral: 'loanCollateral', loan_mandate: 'loanMandates' },
  ...{ loan_instalment: 'loanInstalments', loan_waiver: 'loanWaivers', loan_restructuring: 'loanRestructurings' },
  ...{ loan_write_off: 'loanWriteOffs', loan_month_end: 'loanMonthEnds', loan_class: 'loanClasses' },
  ...{ loan_reminder: 'loanReminders', member_exit: 'memberExits', exit_account: 'exitAccounts' },
  exit_loan: 'exitLoans',
  ...{ member_former_number: 'memberFormerNumbers', voucher_party: 'voucherParties' },
  ...{ request_undo: 'requestUndos', setting: 'settings' },
  ...{ partner_terms: 'partnerTerms', item_terms: 'itemTerms', stock_location: 'stockLocations' },
  ...{ turnover_tax: 'turnoverTaxes', surplus_decision: 'surplusDecisions', surplus_payment: 'surplusPayments' },
  ...{ budget_plan: 'budgetPlans', budget_reason: 'budgetReasons' },
  ...{ meeting_record: 'meetingRecords', meeting_text: 'meetingTexts' },
  ...{ asset_terms: 'assetTerms', depreciation_run: 'depreciationRuns', asset_disposal: 'assetDisposals' },
  ...{ trade_document: 'tradeDocuments', trade_line: 'tradeLines', stock_move: 'stockMoves' },
  ...{ cashier_shift: 'cashierShifts', period_check: 'periodChecks' },
  ...{ fund_terms: 'fundTerms', fund_budget: 'fundBudgets', terms_record: 'termsRecords' },
  ...{ borrowing_terms: 'borrowingTerms', borrowing_instalment: 'borrowingInstalments' },
  attachment: 'attachments',
}
const elsewhere = ['book', 'cooperative', 'journal_line', 'request']
const reckoned = ['balance_day', 'balance_month', 'balance_year', 'balance_subledger', 'balance_stock']

const countOf = (table: string) =>
  book.desk.app().file.database.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number

test('every table of a book has its list with as many rows, or is told elsewhere', () => {
  const tables = book.desk
    .app()
    .file.database.prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .pluck()
    .all() as string[]
  expect(tables).toEqual([...Object.keys(lists), ...elsewhere, ...reckoned].sort())
  const counted = tables.filter((table) => table in lists).map((table) => [table, dump[lists[table] ?? '']?.length])
  expect(counted).toEqual(counted.map(([table]) => [table, countOf(String(table))]))
})

test('what was agreed about loans, savings and leavings comes with something in every list', () => {
  const unused = ['savingsDues', 'savingsPassbooks', 'savingsAccountsFormer', 'memberFormerNumbers', 'requestUndos']
  const empty = Object.entries(lists)
    .filter(([table, list]) => /^(loan|savings|member|exit|voucher|setting)/.test(table) && dump[list]?.length === 0)
    .map(([, list]) => list)
  expect(empty.filter((list) => !unused.includes(list))).toEqual([])
  const [first] = dump.loanAgreements?.filter(({ jointLiability }) => jointLiability === false) ?? []
  expect(Object.keys(first ?? {})).toHaveLength(39)
  expect(dump.loanMandates).toContainEqual(expect.objectContaining({ savingsProducts: ['sukarela'] }))
  expect(dump.settings).toContainEqual({
    name: 'loan_policy',
    value: expect.objectContaining({ reminderDays: [7, 14, 21] }),
  })
  expect(dump.loanWriteOffs).toEqual([expect.objectContaining({ decisionNumber: 'RAT/1', decidedBy: 'rat' })])
})

test('schedules and entries of the dump alone say what of each loan is unpaid', async () => {
  const { rows } = await book.api.loans.list({ limit: 100 })
  const entries = dump.entries as unknown as {
    lines: { account: string; debit: number; credit: number; loanId?: string }[]
  }[]
  for (const { loanId, outstanding } of rows) {
    const account = dump.loanAgreements?.find((agreement) => agreement.loanId === loanId)?.account
    const lines = entries
      .flatMap((entry) => entry.lines)
      .filter((line) => line.loanId === loanId && line.account === account)
    expect(lines.reduce((sum, line) => sum + line.debit - line.credit, 0)).toBe(outstanding)
  }
})
