import { formatMonth, type Language, lastDayOfYear } from '../calendar.ts'
import { formatRupiah } from '../rules/money.ts'
import type { TaxRegime } from '../rules/turnover-tax.ts'
import { taxPapers as en } from '../text/en/tax-papers.ts'
import { taxPapers as id } from '../text/id/tax-papers.ts'
import type { Shape } from '../text/shape.ts'
import type { ColumnKind, Row, Statement } from './statement.ts'
import { filled, reportTexts } from './texts.ts'

type TaxTexts = Shape<typeof id>
type TaxWarning = keyof TaxTexts['warning']

/** A year's turnover and tax, sen. */
export interface TaxSheetFacts {
  readonly language: Language
  readonly year: number
  readonly regime: TaxRegime | null
  readonly startYear: number | null
  readonly lastYear: number | null
  readonly rows: readonly {
    readonly month: string
    readonly turnover: number
    readonly tax: number
    readonly twelveMonths: number
    readonly posted: { readonly entryId: string; readonly voucher: string; readonly amount: number } | null
  }[]
  readonly totals: { readonly turnover: number; readonly tax: number; readonly posted: number }
  readonly limit: number
  readonly warnings: readonly TaxWarning[]
}

/** Lembar pajak: a year's turnover month by month and the final tax of it (accounting.md section 7); sen. */
export function taxSheet(facts: TaxSheetFacts): Statement {
  const { language, year, totals, rows } = facts
  const texts: TaxTexts = language === 'en' ? en : id
  const own = (key: keyof TaxTexts['column'], kind: ColumnKind) => ({ key, title: texts.column[key], kind })
  return {
    report: 'taxSheet',
    language,
    title: reportTexts(language).title.taxSheet,
    subtitle: filled(reportTexts(language).period.year, { year }),
    date: lastDayOfYear(year),
    label: String(year),
    particulars: particularsOf(facts, texts),
    columns: [
      own('month', 'text'),
      own('turnover', 'money'),
      own('twelveMonths', 'money'),
      own('tax', 'money'),
      own('posted', 'money'),
      own('voucher', 'code'),
    ],
    rows: [
      ...rows.map((row) => lineOf(row, language)),
      {
        kind: 'total',
        level: 0,
        month: reportTexts(language).total.total,
        twelveMonths: null,
        voucher: null,
        ...totals,
      },
    ],
    totals: { ...totals },
    notes: [
      texts.note,
      filled(texts.limit, { limit: formatRupiah(facts.limit) }),
      ...facts.warnings.map((warning) => texts.warning[warning]),
    ],
  }
}

function particularsOf({ regime, startYear: from, lastYear: to }: TaxSheetFacts, texts: TaxTexts) {
  const what = { key: 'regime', title: texts.regime, text: texts.regimes[regime ?? 'undecided'] }
  if (from === null || to === null) return [what]
  return [what, { key: 'span', title: texts.span, text: filled(texts.spanText, { from, to }) }]
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
