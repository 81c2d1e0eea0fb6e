import type { Language } from '../../calendar.ts'
import { type Quarter, quarterSpan } from '../../rules/quarters.ts'
import { type BookOf, chapter, numbered, told } from '../meeting-book/chapters.ts'
import type { ToldStatement } from '../meeting-book/facts.ts'
import { paragraph } from '../parts.ts'
import type { Row, Statement } from '../statement.ts'
import { filled, reportTexts } from '../texts.ts'
import { packageCover, packageOf } from './package.ts'
import { governmentTexts } from './texts.ts'

/** The statements a quarter is told with; loans loan by loan, of which only the classes are handed on. */
export interface GovernmentQuarterlyFacts {
  readonly language: Language
  readonly quarter: Quarter
  readonly isOver: boolean
  readonly balance: Statement
  readonly surplus: Statement
  readonly surplusSoFar: Statement
  readonly loans: ToldStatement
}

/**
 * The package of a quarter (domain notes on reports, section 8): balance sheet, the result of the quarter and of the year
 * so far, loans by class. No member is named in it.
 */
export function governmentQuarterly(facts: GovernmentQuarterlyFacts): Statement {
  const { language, quarter, isOver, balance, surplus, surplusSoFar } = facts
  const { year, number, to } = quarterSpan(quarter)
  const { quarterly: texts, numbers, annual } = governmentTexts(language)
  const book = { ...{ language, year, report: 'governmentQuarterly' as const }, date: to, label: quarter }
  const named = { number: numbers[number], year }
  const subtitle = filled(texts.quarter, named)
  const notes = [...(isOver ? [] : [texts.open]), ...(number === 2 ? [texts.halfYear] : [])]
  const chapters = [
    ...numbered('1', [told(book, balance)]),
    ...numbered('2', [told(book, { ...surplus, title: filled(texts.surplus, named) })]),
    ...numbered('3', [told(book, { ...surplusSoFar, title: texts.surplusSoFar })]),
    ...numbered('4', [loansByClass(book, facts.loans)]),
  ]
  return packageOf(book, {
    title: reportTexts(language).title.governmentQuarterly,
    subtitle,
    chapters: [packageCover(book, texts.cover, subtitle, [annual.to, ...notes]), ...chapters],
    totals: {
      assets: balance.totals.assets ?? 0,
      surplus: surplus.totals.surplus ?? 0,
      surplusSoFar: surplusSoFar.totals.surplus ?? 0,
      loans: 'missing' in facts.loans ? 0 : (facts.loans.totals.outstanding ?? 0),
    },
    notes,
  })
}

const classColumns: ReadonlySet<string> = new Set([
  ...['name', 'outstanding', 'overduePrincipal', 'overdueInterest', 'collateral', 'base', 'allowance'],
])

/** The sums of the classes as they stand in the list of loans, without the loans. */
function loansByClass(book: BookOf, loans: ToldStatement): Statement {
  const { quarterly: texts } = governmentTexts(book.language)
  if ('missing' in loans) return told(book, loans)
  const sums = loans.rows.filter(({ kind }) => kind === 'subtotal').map((row): Row => ({ ...row, kind: 'line' }))
  const total = loans.rows.filter(({ kind }) => kind === 'total')
  if (sums.length === 0) return chapter(book, { title: texts.loans, parts: [paragraph(texts.noLoans)] })
  return {
    ...told(book, loans),
    title: texts.loans,
    columns: loans.columns.filter(({ key }) => classColumns.has(key)),
    rows: [...sums, ...total],
  }
}
