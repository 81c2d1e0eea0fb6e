import { assert } from '../../errors.ts'
import { cashVoucherBook } from '../cash-accounts.ts'
import { credit, type DraftLine, debit, type JournalDraft } from './draft.ts'
import { openingClearing } from './opening.ts'
import { ownUseAccount, stockAccounts, stockDifferenceAccount, type TradedKind, written } from './trade-line.ts'

/** Goods of the cooperative and what all of them cost, sen. */
export interface CostedGoods {
  readonly itemId: string
  readonly kind: TradedKind
  readonly cost: number
}

/** Goods taken over from the paper books, against what the opening balances do not balance yet (36901). */
export function openingStock({ date, unit, lines }: StockTakenOver): JournalDraft {
  const goods = lines.map(({ itemId, kind, cost }) => debit(accountOf(kind), cost, { itemId, unit }))
  const total = lines.reduce((sum, { cost }) => sum + cost, 0)
  const all = written([...goods, openingClearing(total)])
  return { kind: 'opening', book: 'BM', date, description: 'Saldo awal persediaan', unit, lines: all }
}

export interface StockTakenOver {
  readonly date: string
  readonly unit: string
  readonly lines: readonly CostedGoods[]
}

export interface StockDifference {
  readonly date: string
  readonly unit: string
  readonly lines: readonly (CostedGoods & {
    /** 1 where more was found than was known, -1 where less. */
    readonly way: 1 | -1
    /** Taken for the cooperative's own use: a cost of running it, no loss. */
    readonly isOwnUse: boolean
  })[]
}

/** What a count of the goods found to be more or less than was known, sen (accounting.md section 5; chart 52303, 52601). */
export function stockDifference({ date, unit, lines }: StockDifference): JournalDraft {
  const all = lines.flatMap(({ itemId, kind, cost, way, isOwnUse }): DraftLine[] => {
    const goods = { itemId, unit }
    if (way === 1) return [debit(accountOf(kind), cost, goods), credit(stockDifferenceAccount, cost, goods)]
    const lost = isOwnUse ? ownUseAccount : stockDifferenceAccount
    return [debit(lost, cost, goods), credit(accountOf(kind), cost, goods)]
  })
  return { kind: 'ordinary', book: 'BM', date, description: 'Selisih persediaan', unit: 'general', lines: written(all) }
}

export interface Production {
  readonly date: string
  readonly unit: string
  readonly materials: readonly CostedGoods[]
  /** Paid for making them: wages, gas, packing; sen. */
  readonly costs: readonly { readonly account: string; readonly amount: number; readonly memo?: string | undefined }[]
  readonly products: readonly CostedGoods[]
}

/** Materials and money become products at what both cost together, sen (accounting.md section 5). */
export function production({ date, unit, materials, costs, products }: Production): JournalDraft {
  const used = materials.map(({ itemId, kind, cost }) => credit(accountOf(kind), cost, { itemId, unit }))
  const paid = costs.map(({ account, amount, memo }) => credit(account, amount, { memo }))
  const made = products.map(({ itemId, kind, cost }) => debit(accountOf(kind), cost, { itemId, unit }))
  const [first] = costs
  const book = first ? cashVoucherBook(first.account, 'out') : 'BM'
  const lines = written([...used, ...made, ...paid])
  return { kind: 'ordinary', book, date, description: 'Produksi barang', unit: 'general', lines }
}

function accountOf(kind: TradedKind): string {
  const account = stockAccounts[kind]
  assert(account, 'only goods of the cooperative have a value')
  return account
}
