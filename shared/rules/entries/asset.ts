import { type CalendarMonth, formatMonth } from '../../calendar.ts'
import { cashVoucherBook } from '../cash-accounts.ts'
import { sumSen } from '../money.ts'
import { credit, type DraftLine, debit, type JournalDraft, type LineExtras } from './draft.ts'
import { grantCapitalAccount } from './fund-line.ts'
import { fundRelease, type SpendingOfFund } from './fund-spending.ts'
import { supplierPayable, written } from './trade-line.ts'

const depreciationExpense = '52501'
const disposalGain = '48103'
const disposalLoss = '58101'

/** Where an asset stands in the books. */
export interface AssetCard {
  readonly assetId: string
  readonly account: string
  readonly unit: string
}

/** Paid at once, with money of a fund or the cooperative's own, owed to whom it was bought from, or given. */
export type AssetSource =
  | { readonly from: 'cash'; readonly cashAccount: string; readonly fund?: SpendingOfFund }
  | { readonly from: 'credit'; readonly partnerId: string }
  | { readonly from: 'grant'; readonly fundId?: string }

/**
 * An asset comes in at what it cost, sen. What is given is capital, and so is what restricted money buys: Dr 26101 Cr 33201
 * in the same entry (accounting.md section 4).
 */
export function assetAcquisition(acquired: {
  readonly date: string
  readonly asset: AssetCard
  readonly cost: number
  readonly source: AssetSource
}): JournalDraft {
  const { date, asset, cost, source } = acquired
  const { account, ...card } = asset
  const { tags, against } = comingFrom(source, account, cost)
  const lines = [debit(account, cost, { ...card, ...tags }), ...against]
  const book = source.from === 'cash' ? cashVoucherBook(source.cashAccount, 'out') : bookOf[source.from]
  const description = source.from === 'grant' ? 'Hibah aset tetap' : 'Pembelian aset tetap'
  return { kind: 'ordinary', book, date, description, unit: 'general', lines }
}

const bookOf = { credit: 'PB', grant: 'BM' } as const

/** How the line of the asset is tagged, and the lines against it. */
function comingFrom(source: AssetSource, account: string, cost: number): { tags: LineExtras; against: DraftLine[] } {
  if (source.from === 'credit') {
    return { tags: {}, against: [credit(supplierPayable, cost, { partnerId: source.partnerId })] }
  }
  if (source.from === 'grant') {
    const tags = source.fundId === undefined ? {} : { fundId: source.fundId }
    return { tags, against: [credit(grantCapitalAccount, cost, tags)] }
  }
  const { cashAccount, fund } = source
  if (fund === undefined) return { tags: {}, against: [credit(cashAccount, cost)] }
  const { fundId, budgetLineId } = fund
  const paid = credit(cashAccount, cost, { fundId })
  return { tags: { fundId, budgetLineId }, against: [paid, ...fundRelease(fund, { amount: cost, account })] }
}

/** What all assets lose in a month, each on two lines of its own, sen. */
export function assetDepreciation(run: {
  readonly date: string
  readonly month: CalendarMonth
  readonly rows: readonly {
    readonly assetId: string
    readonly contra: string
    readonly unit: string
    readonly amount: number
  }[]
}): JournalDraft {
  const { date, month, rows } = run
  const lines = rows.flatMap(({ assetId, contra, unit, amount }) => [
    debit(depreciationExpense, amount, { assetId, unit }),
    credit(contra, amount, { assetId, unit }),
  ])
  return { kind: 'ordinary', book: 'BM', date, description: `Penyusutan ${formatMonth(month)}`, unit: 'general', lines }
}

/**
 * An asset leaves with what is written off of it, for a price or for nothing: what it brings more than it stands at is a
 * gain, what it brings less a loss, sen.
 */
export function assetDisposal(disposed: {
  readonly date: string
  readonly asset: AssetCard & { readonly contra: string | null }
  readonly cost: number
  readonly accumulated: number
  readonly price: number
  readonly cashAccount?: string | undefined
}): JournalDraft {
  const { date, asset, cost, accumulated, price, cashAccount } = disposed
  const { account, contra, ...card } = asset
  const difference = sumSen([price, accumulated, -cost])
  const lines = written([
    ...(cashAccount === undefined ? [] : [debit(cashAccount, price)]),
    debit(contra ?? account, accumulated, card),
    debit(disposalLoss, Math.max(0, -difference), card),
    credit(account, cost, card),
    credit(disposalGain, Math.max(0, difference), card),
  ])
  const book = cashAccount === undefined ? 'BM' : cashVoucherBook(cashAccount, 'in')
  const description = price > 0 ? 'Penjualan aset tetap' : 'Penghapusan aset tetap'
  return { kind: 'ordinary', book, date, description, unit: 'general', lines }
}
