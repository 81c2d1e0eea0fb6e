import { formatDate, type Language, lastDayOfYear } from '../calendar.ts'
import type { Answers } from '../contract/index.ts'
import {
  goodsBenefit,
  loanBenefit,
  outsideAmount,
  outsideInterest,
  type PromotionWay,
  promotionWays,
  savingsBenefit,
} from '../rules/member-promotion.ts'
import { Exact, formatRupiah, roundToSen, sumSen } from '../rules/money.ts'
import { formatQuantity, type Milli } from '../rules/quantity.ts'
import { promotionPapers as en } from '../text/en/promotion-papers.ts'
import { promotionPapers as id } from '../text/id/promotion-papers.ts'
import type { Shape } from '../text/shape.ts'
import { pctText } from './loan-terms.ts'
import type { ColumnKind, Row, Statement } from './statement.ts'
import { filled, reportTexts } from './texts.ts'

type PromotionTexts = Shape<typeof id>
type Prices = Answers['closing']['outsidePrices']

export interface PromotionFacts {
  readonly language: Language
  readonly year: number
  readonly asOf: string
  readonly prices: Prices
  /** What the surplus of the year gives to members, sen. */
  readonly memberSurplus: number
  /** How many members there are at the end. */
  readonly members: number
}

/** Laporan Promosi Ekonomi Anggota (reports.md section 6): what members gained beside the open market, and their surplus. */
export function promotion(facts: PromotionFacts): Statement {
  const { language, year, asOf, prices, memberSurplus, members } = facts
  const texts: PromotionTexts = language === 'en' ? en : id
  const own = (key: keyof PromotionTexts['column'], kind: ColumnKind) => ({ key, title: texts.column[key], kind })
  const total = sumSen([prices.benefit, memberSurplus])
  return {
    report: 'promotion',
    language,
    title: reportTexts(language).title.promotion,
    subtitle: filled(reportTexts(language).period.year, { year }),
    date: asOf,
    label: String(year),
    particulars:
      members === 0 ? [] : [{ key: 'perMember', title: texts.perMember, text: perMember(total, members, texts) }],
    columns: [
      ...[own('what', 'text'), own('measure', 'text'), own('outside', 'text'), own('source', 'text')],
      ...[own('own', 'money'), own('elsewhere', 'money'), own('benefit', 'money')],
    ],
    rows: rowsOf(facts, texts, total),
    totals: { promotion: prices.benefit, memberSurplus, total },
    notes: notesOf(facts, texts),
  }
}

function perMember(total: number, members: number, texts: PromotionTexts): string {
  const amount = formatRupiah(roundToSen(new Exact(total).div(members), 'half_up', 100))
  return filled(texts.perMemberText, { amount, members })
}

const empty = { measure: null, outside: null, source: null, own: null, elsewhere: null }

function rowsOf(facts: PromotionFacts, texts: PromotionTexts, total: number): Row[] {
  const { prices, memberSurplus, language } = facts
  const credit = creditRows(prices, texts, language)
  const group = (key: keyof PromotionTexts['group'], rows: readonly Row[]): Row[] => {
    const title = texts.group[key]
    if (rows.length === 0) return []
    const benefit = sumSen(rows.map((row) => Number(row.benefit ?? 0)))
    return [
      { kind: 'heading', level: 0, what: title, ...empty, benefit: null },
      ...rows,
      { kind: 'subtotal', level: 0, what: texts.sum, ...empty, benefit },
    ]
  }
  return [
    ...promotionWays.flatMap((way) => group(way, goodsRows(prices, way, texts, language))),
    ...group('credit', credit),
    { kind: 'total', level: 0, what: texts.promotion, ...empty, benefit: prices.benefit },
    { kind: 'heading', level: 0, what: texts.group.surplus, ...empty, benefit: null },
    { kind: 'line', level: 1, what: texts.surplus, ...empty, benefit: memberSurplus },
    { kind: 'total', level: 0, what: texts.total, ...empty, benefit: total },
  ]
}

function sourceText(
  seen: { readonly source: string; readonly seenOn: string },
  texts: PromotionTexts,
  language: Language,
) {
  return filled(texts.source, { source: seen.source, date: formatDate(seen.seenOn, language) })
}

function goodsRows({ goods }: Prices, way: PromotionWay, texts: PromotionTexts, language: Language): Row[] {
  return goods
    .filter((one) => one.way === way)
    .map(({ code, name, unitName, qty, amount, outside }): Row => {
      const head = {
        kind: 'line',
        level: 1,
        what: `${code} ${name}`,
        measure: `${formatQuantity(qty as Milli)} ${unitName}`,
      } as const
      if (!outside)
        return { ...head, outside: texts.missing, source: null, own: amount, elsewhere: null, benefit: null }
      const compared = { way, qty, amount, outsidePrice: outside.price }
      return {
        ...{ ...head, own: amount, source: sourceText(outside, texts, language) },
        outside: filled(texts.price, { amount: formatRupiah(outside.price), unit: unitName }),
        ...{ elsewhere: outsideAmount(compared), benefit: goodsBenefit(compared) },
      }
    })
}

function creditRows({ loans, savings, months }: Prices, texts: PromotionTexts, language: Language): Row[] {
  const row = (what: string, own: Prices['loans'], benefitOf: typeof loanBenefit): Row[] => {
    const { mean, interest, outside } = own
    if (mean === 0 && interest === 0) return []
    const measure = filled(texts.mean, { amount: formatRupiah(mean) })
    const head = { kind: 'line', level: 1, what, measure, own: interest } as const
    if (!outside) return [{ ...head, outside: texts.missing, source: null, elsewhere: null, benefit: null }]
    const compared = { mean, interest, months, outsideRate: outside.ratePctPerYear }
    return [
      {
        ...{ ...head, source: sourceText(outside, texts, language) },
        outside: filled(texts.rate, { pct: pctText(outside.ratePctPerYear, language) }),
        ...{ elsewhere: outsideInterest(compared), benefit: benefitOf(compared) },
      },
    ]
  }
  return [...row(texts.loans, loans, loanBenefit), ...row(texts.savings, savings, savingsBenefit)]
}

function notesOf({ prices, language, asOf, year }: PromotionFacts, texts: PromotionTexts): string[] {
  const { goods, loans, savings } = prices
  const balances = [loans, savings].filter(({ mean, interest }) => mean !== 0 || interest !== 0)
  const count = [...goods, ...balances].filter(({ outside }) => outside === null).length
  return [
    texts.method,
    ...(count === 0 ? [] : [filled(texts.missingNote, { count })]),
    ...(asOf === lastDayOfYear(year) ? [] : [filled(texts.openNote, { date: formatDate(asOf, language) })]),
  ]
}
