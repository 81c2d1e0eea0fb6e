import { formatMonth, type Language, lastDayOfYear } from '../calendar.ts'
import type { Answers } from '../contract/index.ts'
import { incomeTaxRates } from '../rules/article-31e.ts'
import { formatRupiah } from '../rules/money.ts'
import type { TaxRegime } from '../rules/turnover-tax.ts'
import { taxPapers as en } from '../text/en/tax-papers.ts'
import { taxPapers as id } from '../text/id/tax-papers.ts'
import type { Shape } from '../text/shape.ts'
import type { ColumnKind, Row, Statement, Table } from './statement.ts'
import { filled, reportTexts } from './texts.ts'

type TaxTexts = Shape<typeof id>
type TaxWarning = keyof TaxTexts['warning']

type IncomeTax = NonNullable<Answers['tax']['sheet']['article31e']>

/** A year's turnover and tax, sen. */
export interface TaxSheetFacts {
  readonly language: Language
  /** A year that is not over is signed on the day it is printed. */
  readonly today: string
  readonly year: number
  readonly regime: TaxRegime | null
  readonly startYear: number | null
  readonly lastYear: number | null
  readonly rows: readonly {
    readonly month: string
    readonly turnover: number
    readonly carried: number
    readonly tax: number
    readonly twelveMonths: number
    readonly posted: {
      readonly entryId: string
      readonly voucher: string
      readonly amount: number
      /** What of the amount others withheld. */
      readonly withheld: number
    } | null
  }[]
  readonly totals: {
    readonly turnover: number
    readonly tax: number
    readonly posted: number
    readonly withheld: number
  }
  /** Final tax that is posted and not paid, and tax withheld before it is owed. */
  readonly owed: number
  readonly prepaid: number
  readonly limit: number
  readonly composition: Answers['tax']['sheet']['composition']
  readonly article31e: IncomeTax | null
  readonly warnings: readonly TaxWarning[]
}

function taxTexts(language: Language): TaxTexts {
  return language === 'en' ? en : id
}

/** Lembar pajak: a year's turnover month by month and the final tax of it (accounting.md section 7); sen. */
export function taxSheet(facts: TaxSheetFacts): Statement {
  const { language, today, year, totals, rows } = facts
  const { withheld, ...sums } = totals
  const texts = taxTexts(language)
  const isCarried = facts.regime === 'final_0_5' && rows.some(({ carried }) => carried !== 0)
  const isWithheld = rows.some(({ posted }) => posted !== null && posted.withheld !== 0)
  return {
    report: 'taxSheet',
    language,
    title: reportTexts(language).title.taxSheet,
    subtitle: filled(reportTexts(language).period.year, { year }),
    date: today < lastDayOfYear(year) ? today : lastDayOfYear(year),
    label: String(year),
    particulars: particularsOf(facts, texts),
    columns: columnsOf(texts, { isCarried, isWithheld }),
    rows: [
      ...rows.map((row) => ({
        ...lineOf(row, language),
        ...(isCarried && { carried: row.carried }),
        ...(isWithheld && { withheld: row.posted?.withheld ?? null, left: row.posted && leftOf(row.posted) }),
      })),
      {
        kind: 'total',
        level: 0,
        month: reportTexts(language).total.total,
        twelveMonths: null,
        voucher: null,
        ...(isCarried && { carried: null }),
        ...sums,
        ...(isWithheld && { withheld, left: leftOf({ amount: totals.posted, withheld }) }),
      },
    ],
    totals: { ...sums },
    after: facts.composition.length === 0 ? [] : [turnoverTable(language, facts.composition, totals.turnover)],
    notes: [
      texts.note,
      ...(isCarried ? [texts.carriedNote] : []),
      ...(isWithheld ? [texts.withheldNote] : []),
      filled(texts.limit, { limit: formatRupiah(facts.limit) }),
      ...(facts.article31e ? [texts.article31eNote] : []),
      ...facts.warnings.map((warning) => texts.warning[warning]),
    ],
  }
}

function columnsOf(
  texts: TaxTexts,
  { isCarried, isWithheld }: { readonly isCarried: boolean; readonly isWithheld: boolean },
): Statement['columns'] {
  const own = (key: keyof TaxTexts['column'], kind: ColumnKind) => ({ key, title: texts.column[key], kind })
  return [
    own('month', 'text'),
    own('turnover', 'money'),
    own('twelveMonths', 'money'),
    ...(isCarried ? [own('carried', 'money')] : []),
    own('tax', 'money'),
    own('posted', 'money'),
    ...(isWithheld ? [own('withheld', 'money'), own('left', 'money')] : []),
    own('voucher', 'code'),
  ]
}

/** What a year's turnover is made of: part by part, each account with its line of the surplus statement; sen. */
export function turnoverTable(
  language: Language,
  composition: TaxSheetFacts['composition'],
  turnover: number,
): Table & { readonly kind: 'table'; readonly title: string } {
  const { title, columns, parts } = taxTexts(language).composition
  const sum = (kind: 'subtotal' | 'total', name: string, amount: number): Row => {
    return { kind, level: 0, code: null, name, line: null, amount }
  }
  return {
    kind: 'table',
    title,
    columns: [
      { key: 'code', title: columns.code, kind: 'code' },
      { key: 'name', title: columns.name, kind: 'text' },
      { key: 'line', title: columns.line, kind: 'text' },
      { key: 'amount', title: columns.amount, kind: 'money' },
    ],
    rows: [
      ...composition.flatMap(({ part, amount, accounts }) => [
        ...accounts.map(({ account, name, line, amount: own }): Row => {
          const caption = reportTexts(language).line[line]
          return { kind: 'line', level: 1, code: account, name, line: caption, amount: own, account }
        }),
        sum('subtotal', parts[part], amount),
      ]),
      sum('total', reportTexts(language).total.total, turnover),
    ],
  }
}

type Particular = Statement['particulars'][number]

function particularsOf(facts: TaxSheetFacts, texts: TaxTexts): Particular[] {
  const { regime, startYear: from, lastYear: to, owed, prepaid, article31e, totals } = facts
  const amount = (key: 'owed' | 'prepaid', of: number) => ({ key, title: texts[key], text: formatRupiah(of) })
  return [
    { key: 'regime', title: texts.regime, text: texts.regimes[regime ?? 'undecided'] },
    ...(from === null || to === null
      ? []
      : [{ key: 'span', title: texts.span, text: filled(texts.spanText, { from, to }) }]),
    ...(regime === 'final_0_5' || owed !== 0 ? [amount('owed', owed)] : []),
    ...(prepaid === 0 ? [] : [amount('prepaid', prepaid)]),
    ...(article31e ? arithmeticOf(article31e, totals.turnover, texts) : []),
  ]
}

/** How the income tax of the year is reckoned, step by step. */
function arithmeticOf(year: IncomeTax, turnover: number, texts: TaxTexts): Particular[] {
  const { surplus, bankInterest, grants, taxableIncome, isSaid, halfRated, fullRated, tax, recorded } = year
  const titles = texts.article31e
  const line = (key: keyof TaxTexts['article31e'], of: number) => ({ key, title: titles[key], text: formatRupiah(of) })
  const part = (key: 'half' | 'full', of: number) => {
    const reckoned = { income: formatRupiah(of), rate: incomeTaxRates[key] }
    return { key, title: titles[key], text: filled(texts.rated, reckoned) }
  }
  return [
    line('turnover', turnover),
    line('surplus', surplus),
    line('bankInterest', 0 - bankInterest),
    line('grants', 0 - grants),
    line(isSaid ? 'said' : 'taxable', taxableIncome),
    part('half', halfRated),
    ...(fullRated > 0 ? [part('full', fullRated)] : []),
    line('tax', tax),
    line('recorded', recorded),
  ]
}

/** What the cooperative itself has to pay. */
function leftOf({ amount, withheld }: { readonly amount: number; readonly withheld: number }): number {
  return amount - withheld
}

function lineOf(
  { month, turnover, tax, twelveMonths, posted }: TaxSheetFacts['rows'][number],
  language: Language,
): Row {
  return {
    ...{ kind: 'line', level: 0, month: formatMonth(month, language), turnover, twelveMonths, tax },
    ...{ posted: posted?.amount ?? null, voucher: posted?.voucher ?? null },
    ...(posted && { entryId: posted.entryId }),
  }
}
