import { formatDate, type Language } from '../calendar.ts'
import type { Answers } from '../contract/index.ts'
import { type HealthImprovement, healthImprovements, openManagement, ratioParts } from '../rules/health-improvement.ts'
import { type HealthFigures, healthFigures } from '../rules/health-ratios.ts'
import {
  type HealthAspect,
  type HealthBandStyle,
  type HealthPart,
  type HealthScore,
  healthQuestions,
} from '../rules/health-score.ts'
import { Exact } from '../rules/money.ts'
import { formatPoints, twoPlaces } from '../rules/percent.ts'
import { healthPapers as en } from '../text/en/health-papers.ts'
import { healthPapers as id } from '../text/id/health-papers.ts'
import type { Shape } from '../text/shape.ts'
import { pctText } from './loan-terms.ts'
import type { Column, ColumnKind, Part, Particular, Row, Statement } from './statement.ts'
import { filled, reportTexts } from './texts.ts'

type HealthTexts = Shape<typeof id>

/** The words of the health score in a language. */
export function healthTexts(language: Language): HealthTexts {
  return language === 'en' ? en : id
}

export interface HealthScoreFacts {
  readonly language: Language
  readonly year: number
  readonly asOf: string
  readonly bandStyle: HealthBandStyle
  readonly figures: HealthFigures
  readonly answers: Answers['closing']['healthAnswers']
  readonly score: HealthScore
  /** Earlier years, the newest first. */
  readonly history: readonly { readonly year: number; readonly score: HealthScore }[]
}

/** Penilaian kesehatan: every ratio with its figures, the questionnaire, what would raise it (accounting.md section 8.1). */
export function healthScoreReport(facts: HealthScoreFacts): Statement {
  const { language, year, asOf, score } = facts
  const texts = healthTexts(language)
  const own = columnIn(texts)
  return {
    report: 'healthScore',
    language,
    title: reportTexts(language).title.healthScore,
    subtitle: filled(reportTexts(language).period.year, { year }),
    date: asOf,
    label: String(year),
    particulars: particularsOf(facts, texts),
    columns: [
      ...[own('code', 'code'), own('ratio', 'text'), own('part', 'money'), own('whole', 'money')],
      ...[own('ratioPct', 'decimal'), own('value', 'decimal'), own('weight', 'decimal'), own('score', 'decimal')],
    ],
    rows: rowsOf(facts, texts),
    after: [
      ...improvementTable(facts, texts),
      figureTable(facts, texts),
      questionTable(facts.answers, texts),
      ...historyTable(facts, texts),
    ],
    totals: { score: new Exact(score.total).mul(100).toNumber() },
    notes: notesOf(facts, texts),
  }
}

type ColumnName = keyof HealthTexts['column']

const columnIn =
  (texts: HealthTexts) =>
  (key: ColumnName, kind: ColumnKind): Column => ({
    ...{ key, title: texts.column[key], kind },
  })

/** How many questions nobody answered, neither a person nor the book. */
export function openAnswers({ rows }: Pick<HealthScoreFacts['answers'], 'rows'>): number {
  return rows.filter(({ answer, proposed }) => answer === null && proposed === null).length
}

function particularsOf(facts: HealthScoreFacts, texts: HealthTexts): Particular[] {
  const { score, answers, language, asOf, bandStyle } = facts
  const yes = Object.values(answers.counts).reduce((sum, one) => sum + one, 0)
  const asked = filled(texts.askedText, { yes, count: answers.rows.length, open: openAnswers(answers) })
  return [
    { key: 'score', title: texts.score, text: formatPoints(score.total, language) },
    { key: 'predicate', title: texts.predicate, text: texts.predicates[score.predicate] },
    { key: 'asOf', title: texts.asOf, text: formatDate(asOf, language) },
    { key: 'asked', title: texts.asked, text: asked },
    { key: 'bands', title: texts.bands, text: texts.bandStyles[bandStyle] },
  ]
}

const parts = Object.keys(healthQuestions) as HealthPart[]
const noFigures = { part: null, whole: null, ratioPct: null, value: null, weight: null, score: null }

function rowsOf(facts: HealthScoreFacts, texts: HealthTexts): Row[] {
  const { score, figures } = facts
  const figuresOf = ratioParts(figures)
  const rows = score.aspects.flatMap((aspect, at) => {
    const group = aspect.code.slice(0, 1)
    const isNew = score.aspects[at - 1]?.code.slice(0, 1) !== group
    const title = (texts.aspect as Readonly<Record<string, string>>)[group] ?? ''
    const heading: Row = { kind: 'heading', level: 0, code: null, ratio: title, ...noFigures }
    const own = aspect.code === '3' ? managementRows(facts, texts) : [ratioRow(aspect, figuresOf, texts)]
    return [...(isNew ? [heading] : []), ...own]
  })
  const total: Row = {
    ...{ kind: 'total', level: 0, code: null, ratio: texts.total, ...noFigures },
    ...{ weight: '100', score: twoPlaces(score.total) },
  }
  return [...rows, total]
}

function ratioRow(
  { code, ratioPct, value, weight, score }: HealthAspect,
  figuresOf: ReturnType<typeof ratioParts>,
  texts: HealthTexts,
): Row {
  const { part, whole } = figuresOf.get(code) ?? { part: 0, whole: 0 }
  const ratio = texts.ratio[code as keyof HealthTexts['ratio']]
  return {
    ...{ kind: 'line', level: 0, code, ratio, part, whole, weight: String(weight) },
    ratioPct: ratioPct ?? '-',
    value: value === null ? texts.notScored : String(value),
    score: score === null ? '-' : twoPlaces(score),
  }
}

/** Each part of the questionnaire with what its answers with yes are worth. */
function managementRows({ answers }: HealthScoreFacts, texts: HealthTexts): Row[] {
  return parts.map((part) => {
    const { count, points } = healthQuestions[part]
    const yes = answers.counts[part] ?? 0
    const worth = (answered: number) => new Exact(points).mul(answered).toNumber()
    const ratio = filled(texts.partAnswered, { part: texts.part[part], yes, count })
    const weight = String(worth(count))
    return { kind: 'line', level: 0, code: '3', ratio, ...noFigures, weight, score: twoPlaces(worth(yes)) }
  })
}

function improvementTable({ figures, score, answers, language }: HealthScoreFacts, texts: HealthTexts): Part[] {
  const own = columnIn(texts)
  const ratios = new Map(score.aspects.map(({ code, ratioPct }) => [code, ratioPct]))
  const byRatio = healthImprovements(figures, score.aspects).map((improvement) => {
    const { code, gain } = improvement
    const ratioPct = ratios.get(code) ?? null
    const ratio = texts.ratio[code as keyof HealthTexts['ratio']]
    const needed = neededText(improvement, texts, language)
    return { code, ratio, ratioPct, needed, gain }
  })
  const byAnswers = openManagement(answers.rows).map(({ part, open, gain }) => {
    const ratio = filled(texts.management, { part: texts.part[part] })
    return { code: '3', ratio, ratioPct: null, needed: filled(texts.needed.answers, { open }), gain }
  })
  const found = [...byRatio, ...byAnswers].sort((a, b) => b.gain - a.gain)
  if (found.length === 0) return []
  const rows = found.map(({ gain, ...one }): Row => ({ kind: 'line', level: 0, ...one, gain: twoPlaces(gain) }))
  const columns = [
    ...[own('code', 'code'), own('ratio', 'text'), own('ratioPct', 'decimal')],
    ...[own('needed', 'text'), own('gain', 'decimal')],
  ]
  return [{ kind: 'table', title: texts.improvements, columns, rows }]
}

/** `di atas 40% dan paling banyak 60%` */
function neededText({ over, from, upTo, below }: HealthImprovement, { needed }: HealthTexts, language: Language) {
  const written = (pct: number) => pctText(String(pct), language)
  const lower =
    over !== undefined
      ? filled(needed.over, { from: written(over) })
      : from === undefined
        ? undefined
        : filled(needed.from, { from: written(from) })
  const upper =
    upTo !== undefined
      ? filled(needed.upTo, { to: written(upTo) })
      : below === undefined
        ? undefined
        : filled(needed.below, { to: written(below) })
  return lower !== undefined && upper !== undefined
    ? filled(needed.both, { from: lower, to: upper })
    : (lower ?? upper ?? '')
}

function figureTable({ figures }: HealthScoreFacts, texts: HealthTexts): Part {
  const own = columnIn(texts)
  const rows = healthFigures.map((name): Row => {
    const [figure = '', from = ''] = texts.figure[name]
    return { kind: 'line', level: 0, figure, from, amount: figures[name] }
  })
  const columns = [own('figure', 'text'), own('from', 'text'), own('amount', 'money')]
  return { kind: 'table', title: texts.figures, columns, rows }
}

/** The questions about management with their answers and what proves them. */
export function questionTable(answers: HealthScoreFacts['answers'], texts: HealthTexts): Part {
  const own = columnIn(texts)
  const word = (yes: boolean) => (yes ? texts.yes : texts.no)
  const said = (answer: boolean | null, proposed: boolean | null) => {
    if (answer !== null) return word(answer)
    return proposed === null ? texts.unanswered : filled(texts.proposed, { answer: word(proposed) })
  }
  const rows = parts.flatMap((part): Row[] => [
    { kind: 'heading', level: 0, question: texts.part[part], answer: null, proof: null },
    ...answers.rows
      .filter((row) => row.part === part)
      .map(({ question, answer, proposed, proof }): Row => {
        return { kind: 'line', level: 1, question: texts.question[question], answer: said(answer, proposed), proof }
      }),
  ])
  const columns = [own('question', 'text'), own('answer', 'text'), own('proof', 'text')]
  return { kind: 'table', title: texts.questions, columns, rows }
}

function historyTable({ history }: HealthScoreFacts, texts: HealthTexts): Part[] {
  if (history.length === 0) return []
  const rows = history.map(({ year, score }): Row => {
    const predicate = texts.predicates[score.predicate]
    return { kind: 'line', level: 0, year: String(year), score: twoPlaces(score.total), predicate }
  })
  const own = columnIn(texts)
  const predicate: Column = { key: 'predicate', title: texts.predicate, kind: 'text' }
  return [
    { kind: 'table', title: texts.history, columns: [own('year', 'code'), own('score', 'decimal'), predicate], rows },
  ]
}

function notesOf(facts: HealthScoreFacts, texts: HealthTexts): string[] {
  const open = openAnswers(facts.answers)
  return [
    texts.note,
    ...(open === 0 ? [] : [filled(texts.openNote, { open })]),
    ...(facts.figures.memberPromotion === 0 ? [texts.noPromotion] : []),
  ]
}
