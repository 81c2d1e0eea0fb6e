import { formatDate, type Language } from '../calendar.ts'
import { formatRupiah, sen, sumSen } from '../rules/money.ts'
import { formatPct } from '../rules/percent.ts'
import { commissionOf } from '../rules/sale-price.ts'
import { rupiahInWords } from '../words.ts'
import { goodsList } from './goods-table.ts'
import type { TradeParty } from './sale-receipt.ts'
import type { Part, Particular, Row, Statement } from './statement.ts'
import { filled, numbered, reportTexts } from './texts.ts'
import { tradeColumn, tradeTexts } from './trade-texts.ts'

interface KeptItem {
  readonly itemId: string
  readonly item: string
  readonly unitName: string
}

/** What both papers of goods in keeping say: which document, of whom. */
interface ConsignmentFacts {
  readonly language: Language
  readonly number: string
  readonly date: string
  readonly owner: TradeParty
  readonly note: string | null
  readonly reversedBy: string | null
}

/** What was agreed of one unit when goods came in: its price, sen, and what percent of it stays here; nothing where it was not kept. */
interface Agreed {
  readonly price: number | null
  readonly commissionPct: string | null
}

export interface ConsignmentReceiptFacts extends ConsignmentFacts {
  /** Goods come in, or go back to their owner. */
  readonly way: 'in' | 'back'
  /** Thousandths. */
  readonly lines: readonly (KeptItem & { readonly qty: number } & Agreed)[]
}

/**
 * Tanda terima titipan: goods that came into keeping or went back, by quantity, never by value; of what came in also what one
 * unit will be sold for and how that is shared, so that the maker can reckon it herself.
 */
export function consignmentReceipt(facts: ConsignmentReceiptFacts): Statement {
  const { language, number, date, owner, way, lines } = facts
  const texts = tradeTexts(language).consignment
  const handOver = [
    { role: texts.owner, name: owner.name, hasStamp: false },
    { role: way === 'in' ? texts.taker : texts.giver, name: null, hasStamp: false },
  ]
  return {
    report: 'consignmentReceipt',
    language,
    title: way === 'in' ? reportTexts(language).title.consignmentReceipt : texts.backTitle,
    subtitle: numbered(language, number, date),
    date,
    label: number,
    particulars: particularsOf(facts),
    ...agreedGoods(language, lines),
    notes: [way === 'in' ? texts.receivedNote : texts.backNote, ...(isAgreed(lines) ? [texts.agreedNote] : [])],
    signers: way === 'in' ? handOver : handOver.toReversed(),
  }
}

type ReceiptLines = ConsignmentReceiptFacts['lines']

const isAgreed = (lines: ReceiptLines) => lines.some(({ price }) => price !== null)

/** The goods with the price of one unit, the cooperative's part of it and what is left for the maker, sen. */
function agreedGoods(language: Language, lines: ReceiptLines): Pick<Statement, 'columns' | 'rows' | 'totals'> {
  const listed = goodsList(language, lines)
  if (!isAgreed(lines)) return listed
  return {
    ...listed,
    columns: [
      ...listed.columns,
      tradeColumn(language, 'price', 'money'),
      tradeColumn(language, 'commissionPct', 'code'),
      { ...tradeColumn(language, 'commissionEach', 'money'), key: 'commission' },
      { ...tradeColumn(language, 'shareEach', 'money'), key: 'share' },
    ],
    rows: listed.rows.map((row, index) => ({ ...row, ...agreedCells(lines[index], language) })),
  }
}

function agreedCells(line: Agreed | undefined, language: Language) {
  if (line === undefined || line.price === null)
    return { price: null, commissionPct: null, commission: null, share: null }
  const { price, commissionPct } = line
  const pct = commissionPct ?? '0'
  const commission = commissionOf(sen(price), pct)
  return { price, commissionPct: `${formatPct(pct, language)}%`, commission, share: price - commission }
}

export interface ConsignmentSettlementFacts extends ConsignmentFacts {
  /** The day of the settlement before this one; null for the first. */
  readonly since: string | null
  /** What was owed after it, sen. */
  readonly opening: number
  /** What was sold since less what was brought back: thousandths and sen. */
  readonly items: readonly (KeptItem & { readonly qty: number; readonly amount: number; readonly commission: number })[]
  /** What moved the debt without a sale, sen. */
  readonly changed: number
  readonly paid: number
  /** Where it was paid from; null for cash in hand. */
  readonly account: string | null
  /** What happened to the goods meanwhile, thousandths. */
  readonly goods: readonly (KeptItem & GoodsMoved)[]
}

export interface GoodsMoved {
  readonly before: number
  readonly received: number
  readonly sold: number
  readonly back: number
  /** What counts found, and whatever else moved them. */
  readonly other: number
}

/** Slip penyelesaian titipan: what was sold of an owner's goods since the last one, her share, what she got; sen. */
export function consignmentSettlement(facts: ConsignmentSettlementFacts): Statement {
  const { language, number, date, opening, items, changed, paid, owner } = facts
  const texts = tradeTexts(language).consignment
  const share = sumSen(items.map(({ amount, commission }) => amount - commission))
  const due = sumSen([opening, share, changed])
  const left = due - paid
  return {
    report: 'consignmentSettlement',
    language,
    title: reportTexts(language).title.consignmentSettlement,
    subtitle: numbered(language, number, date),
    date,
    label: number,
    particulars: [...particularsOf(facts), ...sinceOf(facts)],
    columns: [
      tradeColumn(language, 'item', 'text'),
      { ...tradeColumn(language, 'sold', 'quantity'), key: 'qty' },
      tradeColumn(language, 'unitName', 'code'),
      { ...tradeColumn(language, 'saleAmount', 'money'), key: 'amount' },
      tradeColumn(language, 'commission', 'money'),
      tradeColumn(language, 'share', 'money'),
    ],
    rows: [
      ...(opening === 0 ? [] : [{ ...blank, kind: 'opening' as const, item: texts.opening, share: opening }]),
      ...items.map(soldRow),
      ...(changed === 0 ? [] : [{ ...blank, kind: 'line' as const, item: texts.changed, share: changed }]),
      { ...blank, kind: 'total', item: texts.due, ...sumsOf(items), share: due },
    ],
    after: [...payingOf(facts, left), ...goodsOf(facts)],
    totals: { opening, share, due, paid, left },
    notes: [],
    signers: [
      { role: texts.payee, name: owner.name, hasStamp: false },
      { role: texts.payer, name: null, hasStamp: false },
    ],
  }
}

const blank = { level: 0, item: null, qty: null, unitName: null, amount: null, commission: null }

function soldRow({
  itemId,
  item,
  qty,
  unitName,
  amount,
  commission,
}: ConsignmentSettlementFacts['items'][number]): Row {
  return { kind: 'line', level: 0, item, qty, unitName, amount, commission, share: amount - commission, itemId }
}

function sumsOf(items: ConsignmentSettlementFacts['items']) {
  return {
    amount: sumSen(items.map(({ amount }) => amount)),
    commission: sumSen(items.map(({ commission }) => commission)),
  }
}

function payingOf({ language, paid, account }: ConsignmentSettlementFacts, left: number): Part[] {
  const texts = tradeTexts(language).consignment
  const from = account ?? tradeTexts(language).receipt.cash
  return [
    { kind: 'fact', title: texts.paid, text: filled(texts.paidFrom, { amount: formatRupiah(paid), from }) },
    { kind: 'fact', title: tradeTexts(language).receipt.words, text: rupiahInWords(sen(paid)) },
    { kind: 'fact', title: texts.left, text: formatRupiah(left) },
  ]
}

/** What came in, was sold and went back, and what is still there. */
function goodsOf({ language, goods }: ConsignmentSettlementFacts): Part[] {
  if (goods.length === 0) return []
  const texts = tradeTexts(language).consignment
  const moved = (['before', 'received', 'sold', 'back'] as const).map((key) => tradeColumn(language, key, 'quantity'))
  const hasOther = goods.some(({ other }) => other !== 0)
  return [
    {
      kind: 'table',
      title: texts.goods,
      columns: [
        tradeColumn(language, 'item', 'text'),
        tradeColumn(language, 'unitName', 'code'),
        ...moved,
        ...(hasOther ? [tradeColumn(language, 'other', 'quantity')] : []),
        tradeColumn(language, 'there', 'quantity'),
      ],
      rows: goods.map(({ itemId, item, unitName, before, received, sold, back, other }): Row => {
        const there = before + received - sold - back + other
        return { kind: 'line', level: 0, item, unitName, before, received, sold, back, other, there, itemId }
      }),
    },
  ]
}

function particularsOf({ language, owner, note, reversedBy }: ConsignmentFacts): Particular[] {
  const { consignment: texts, receipt } = tradeTexts(language)
  const { name, number } = owner
  return [
    {
      key: 'owner',
      title: texts.owner,
      text: filled(owner.isMember ? receipt.member : receipt.other, { name, number }),
    },
    ...(note === null ? [] : [{ key: 'note', title: receipt.note, text: note }]),
    ...(reversedBy === null
      ? []
      : [{ key: 'reversedBy', title: reportTexts(language).particular.reversedBy, text: reversedBy }]),
  ]
}

function sinceOf({ language, since }: ConsignmentSettlementFacts): Particular[] {
  const texts = tradeTexts(language).consignment
  const text = since === null ? texts.first : filled(texts.sinceDay, { date: formatDate(since, language) })
  return [{ key: 'since', title: texts.since, text }]
}
