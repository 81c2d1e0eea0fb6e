import { createHash } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ExportFormat, exportFormats } from '../../electron/backend/export/index.ts'
import type { TestBook } from '../support/book.ts'
import { exported, lastDay, openHostileBook, plantedNationalId } from './hostile-book.ts'

interface Line {
  readonly account: string
  readonly debit: number
  readonly credit: number
}

interface Dump {
  readonly [list: string]: unknown
  readonly members: readonly Record<string, unknown>[]
  readonly accounts: readonly Record<string, unknown>[]
  readonly entries: readonly ({ hash: string; prevHash: string; seq: number; lines: Line[] } & Record<
    string,
    unknown
  >)[]
}

let book: TestBook
let dump: Dump
beforeAll(async () => {
  book = await openHostileBook()
  dump = JSON.parse((await exported(book, 'json')).toString())
})
afterAll(() => book.close())

test('the dump holds every list its description names', () => {
  expect(Object.keys(dump)).toEqual([
    'format',
    'version',
    'book',
    'head',
    'cooperative',
    'officers',
    'units',
    'accounts',
    'savingsProducts',
    'savingsDues',
    'savingsRates',
    'savingsTerms',
    'members',
    'savingsAccounts',
    'loans',
    'partners',
    'items',
    'funds',
    'budgetLines',
    'assets',
    'borrowings',
    'people',
    'periodActs',
    'cashCounts',
    ...['loanProducts', 'loanAgreements', 'loanRejections', 'loanGuarantors', 'loanCollateral', 'loanMandates'],
    ...['loanInstalments', 'loanWaivers', 'loanRestructurings', 'loanWriteOffs'],
    ...['loanMonthEnds', 'loanClasses', 'loanReminders'],
    ...['savingsInterestRuns', 'savingsPassbooks', 'savingsAccountsFormer'],
    ...[
      'memberFormerNumbers',
      'memberExits',
      'exitAccounts',
      'exitLoans',
      'periodChecks',
      'voucherParties',
      'requestUndos',
      'settings',
    ],
    ...['partnerTerms', 'itemTerms', 'stockLocations', 'tradeDocuments', 'tradeLines', 'cashierShifts', 'stockMoves'],
    ...['fundTerms', 'fundBudgets', 'termsRecords', 'borrowingTerms', 'borrowingInstalments'],
    ...[
      'assetTerms',
      'depreciationRuns',
      'turnoverTaxes',
      'surplusDecisions',
      'surplusPayments',
      'budgetPlans',
      'budgetReasons',
      'meetingRecords',
      'meetingTexts',
    ],
    ...['assetDisposals', 'attachments'],
    'entries',
  ])
  expect(dump).toMatchObject({ format: 'lumbung-book', version: 1, cooperative: { foundedOn: '2020-01-01' } })
})

test('its entries are those of the book, to the letter', async () => {
  const { rows } = await book.api.journal.list({ limit: 1000 })
  expect(dump.entries.map(({ voucher, description, hash }) => [voucher, description, hash])).toEqual(
    rows.map(({ voucher, description, hash }) => [voucher, description, hash]),
  )
  const sums: Record<string, number> = {}
  for (const { account, debit, credit } of dump.entries.flatMap(({ lines }) => lines)) {
    sums[account] = (sums[account] ?? 0) + debit - credit
  }
  const { rows: balances } = await book.api.ledger.trialBalance({ asOf: lastDay })
  for (const { code, debit, credit } of balances) expect([code, sums[code]]).toEqual([code, debit - credit])
})

/** As json-format.md tells it, from the dump alone. */
function recomputed(entry: Dump['entries'][number]): string {
  const header = ['seq', 'entryId', 'kind', 'book', 'year', 'number', 'date', 'description', 'unit', 'procedure']
  const rest = ['requestId', 'reversesId', 'reason', 'createdAt', 'createdBy', 'approvedBy']
  const references = ['member', 'savingsAccount', 'loan', 'partner', 'item', 'fund', 'budgetLine', 'asset', 'borrowing']
  const ids = [...references, 'person'].map((name) => `${name}Id`)
  const line = ['lineNo', 'account', 'debit', 'credit', 'unit', ...ids, 'cashFlowLine', 'memo']
  const text = JSON.stringify([
    entry.hashVersion,
    entry.prevHash,
    pairs(entry, [...header, ...rest]),
    entry.lines.map((row) => pairs(row, line)),
  ])
  return createHash('sha256').update(text).digest('hex')
}

function pairs(row: object, keys: readonly string[]): [string, unknown][] {
  const values = row as Record<string, unknown>
  const present = keys.filter((key) => values[key] !== undefined && values[key] !== null)
  return present.map((key) => [columnOf(key), values[key]])
}

function columnOf(key: string): string {
  return key === 'entryId' ? 'id' : key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

test('the chain of hashes can be checked from the dump alone', () => {
  const entries = [...dump.entries].sort((a, b) => a.seq - b.seq)
  expect(entries.map(recomputed)).toEqual(entries.map(({ hash }) => hash))
  expect(entries.slice(1).map(({ prevHash }) => prevHash)).toEqual(entries.slice(0, -1).map(({ hash }) => hash))
  expect(dump.head).toEqual({ number: entries.length, hash: entries.at(-1)?.hash })
})

test('a member leaves with everything but the NIK', () => {
  expect(dump.members).toEqual([
    expect.objectContaining({ memberId: 'm1', number: '=A,1:[x]', active: true, leftOn: null }),
  ])
  expect(dump.members[0]).not.toHaveProperty('nationalId')
  expect(dump.accounts[0]).toMatchObject({ code: '10000', postable: false, active: true })
})

const plain = exportFormats.filter((format) => format !== 'xlsx')
test.each(plain)('the %s export has no NIK in it', async (format: ExportFormat) => {
  expect((await exported(book, format)).includes(plantedNationalId)).toBe(false)
})
