import { formatDate, type Language } from '../calendar.ts'
import type { Answers } from '../contract/index.ts'
import type { Part, Row, Statement } from './statement.ts'
import { column, reportTexts } from './texts.ts'
import { tradeColumn, tradeTexts } from './trade-texts.ts'

type Recap = Answers['trade']['recap']

export interface SalesRecapFacts {
  readonly language: Language
  readonly recap: Recap
  /** Names of cash accounts by their codes. */
  readonly names: ReadonlyMap<string, string>
}

/** Rekap penjualan harian: how many sales, to whom, how they were paid, what came back, and what moved each box; sen. */
export function salesRecap({ language, recap, names }: SalesRecapFacts): Statement {
  const texts = tradeTexts(language).recap
  const { date, count, total, returns, takenBack, cashAccounts } = recap
  return {
    report: 'salesRecap',
    language,
    title: reportTexts(language).title.salesRecap,
    subtitle: formatDate(date, language),
    date,
    label: date,
    particulars: [],
    columns: [
      column(language, 'caption', 'text'),
      tradeColumn(language, 'count', 'number'),
      { ...column(language, 'total', 'money'), key: 'amount' },
    ],
    rows: [...buyerRows(recap, language), ...payingRows(recap, language), ...besideRows(recap, language)],
    after: boxesOf(cashAccounts, names, language),
    totals: { count, total, returned: returns.total, takenBack: takenBackTotal(recap), net: netOf(recap) },
    notes: count + returns.count + takenBack.sales.count + takenBack.returns.count === 0 ? [texts.nothing] : [],
  }
}

function takenBackTotal({ takenBack: { sales, returns } }: Recap): number {
  return sales.total - returns.total
}

/** What the day brought: its sales less what came back, and less what was taken back on it of earlier days. */
function netOf(recap: Recap): number {
  return recap.total - recap.returns.total - takenBackTotal(recap)
}

/** Sales and returns of earlier days that were taken back on this one; nothing where there are none. */
function takenBackRows({ takenBack: { sales, returns, cash, cost } }: Recap, language: Language): Row[] {
  const texts = tradeTexts(language).recap
  if (sales.count + returns.count === 0) return []
  return [
    heading(texts.takenBack),
    ...(sales.count === 0 ? [] : [line(texts.takenBackSales, 0 - sales.total, sales.count)]),
    ...(returns.count === 0 ? [] : [line(texts.takenBackReturns, returns.total, returns.count)]),
    line(texts.takenBackCash, cash),
    line(texts.takenBackCost, 0 - cost),
  ]
}

/** What sales and returns moved in each box and bank. */
function boxesOf(boxes: Recap['cashAccounts'], names: SalesRecapFacts['names'], language: Language): Part[] {
  if (boxes.length === 0) return []
  return [
    {
      kind: 'table',
      title: tradeTexts(language).recap.boxes,
      columns: [
        column(language, 'code', 'code'),
        column(language, 'account', 'text'),
        column(language, 'in', 'money'),
        column(language, 'out', 'money'),
      ],
      rows: boxes.map(
        ({ account, received, paid }): Row => ({
          ...{ kind: 'line', level: 0, code: account, account: names.get(account) ?? account, in: received, out: paid },
        }),
      ),
    },
  ]
}

function heading(caption: string): Row {
  return { kind: 'heading', level: 0, caption, count: null, amount: null }
}

/** A line of the recap; without a number of sales where it is none. */
function line(caption: string, amount: number, count: number | null = null): Row {
  return { kind: 'line', level: 1, caption, count, amount }
}

function sum(caption: string, amount: number, count: number | null = null): Row {
  return { kind: 'subtotal', level: 0, caption, count, amount }
}

function buyerRows({ member, nonMember, total, count, discount }: Recap, language: Language): Row[] {
  const texts = tradeTexts(language).recap
  return [
    heading(texts.buyers),
    line(texts.member, member.total, member.count),
    line(texts.nonMember, nonMember.total, nonMember.count),
    sum(texts.sales, total, count),
    ...(discount === 0 ? [] : [line(texts.discount, discount)]),
  ]
}

function payingRows({ cash, credit, marketplace, total }: Recap, language: Language): Row[] {
  const texts = tradeTexts(language).recap
  const { receipt } = tradeTexts(language)
  const market =
    marketplace.count === 0
      ? []
      : [
          line(receipt.held, marketplace.held, marketplace.count),
          line(receipt.fee, marketplace.fee),
          line(receipt.withheld, marketplace.withheld),
        ]
  return [heading(texts.ways), line(texts.cash, cash), line(texts.credit, credit), ...market, sum(texts.paidSum, total)]
}

function besideRows(recap: Recap, language: Language): Row[] {
  const { returns, kept, cost } = recap
  const texts = tradeTexts(language).recap
  return [
    heading(texts.back),
    line(texts.returned, returns.total, returns.count),
    ...(returns.count === 0 ? [] : [line(texts.paidBack, returns.cash)]),
    ...takenBackRows(recap, language),
    { ...sum(texts.net, netOf(recap)), kind: 'total' },
    ...(kept.total === 0
      ? []
      : [heading(texts.kept), line(texts.keptSales, kept.total), line(texts.commission, kept.commission)]),
    heading(texts.own),
    line(texts.cost, cost),
  ]
}
