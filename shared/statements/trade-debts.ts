import type { Language } from '../calendar.ts'
import type { Answers } from '../contract/index.ts'
import { asOfText } from './period-text.ts'
import type { Row, Statement } from './statement.ts'
import { column, filled, reportTexts } from './texts.ts'
import { tradeColumn, tradeTexts } from './trade-texts.ts'

type Debts = Answers['trade']['receivables']

export interface TradeDebtsFacts {
  readonly language: Language
  readonly debts: Debts
  /** Names of accounts by their codes. */
  readonly names: ReadonlyMap<string, string>
}

const ages = ['notDue', 'days0to30', 'days31to60', 'days61to90', 'over90'] as const

/** Piutang usaha: who owes for goods, how much and since when; sen. */
export function tradeReceivables(facts: TradeDebtsFacts): Statement {
  return debtsList('tradeReceivables', facts)
}

/** Utang usaha: whom the cooperative owes for goods, how much and since when; sen. */
export function tradePayables(facts: TradeDebtsFacts): Statement {
  return debtsList('tradePayables', facts)
}

function debtsList(
  report: 'tradeReceivables' | 'tradePayables',
  { language, debts, names }: TradeDebtsFacts,
): Statement {
  const texts = tradeTexts(language)
  const { asOf, rows, accounts } = debts
  const shown = ages.filter((key) => key !== 'notDue' || rows.some(({ notDue }) => notDue !== 0))
  const groups = accounts.flatMap(({ account }): Row[] => {
    const own = rows.filter((row) => row.account === account)
    if (own.length === 0) return []
    const name = names.get(account) ?? account
    return [
      { ...blank, kind: 'heading', level: 0, name, account },
      ...own.map((row): Row => ({ kind: 'line', level: 1, ...cellsOf(row) })),
      { ...blank, kind: 'subtotal', level: 1, name: filled(texts.debts.sum, { name }), ...sumsOf(own), account },
    ]
  })
  return {
    report,
    language,
    title: reportTexts(language).title[report],
    subtitle: asOfText(asOf, language),
    date: asOf,
    label: asOf,
    particulars: [],
    columns: [
      column(language, 'code', 'code'),
      column(language, 'name', 'text'),
      tradeColumn(language, 'oldest', 'date'),
      ...shown.map((key) => tradeColumn(language, key, 'money')),
      column(language, 'total', 'money'),
    ],
    rows: [
      ...groups,
      { ...blank, kind: 'total', level: 0, name: reportTexts(language).total.total, ...sumsOf([debts]) },
    ],
    totals: sumsOf([debts]),
    notes: [rows.length === 0 ? texts.debts.none : texts.debts.ages],
  }
}

const blank = { code: null, name: null, oldest: null }

function cellsOf({ number, name, oldest, ...row }: Debts['rows'][number]) {
  return { code: number, name, oldest, ...sumsOf([row]) }
}

function sumsOf(rows: readonly Pick<Debts, 'total' | (typeof ages)[number]>[]) {
  const sum = (key: 'total' | (typeof ages)[number]) => rows.reduce((all, row) => all + row[key], 0)
  return {
    ...{ total: sum('total'), notDue: sum('notDue'), days0to30: sum('days0to30'), days31to60: sum('days31to60') },
    ...{ days61to90: sum('days61to90'), over90: sum('over90') },
  }
}
