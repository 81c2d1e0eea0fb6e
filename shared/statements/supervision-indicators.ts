import type { Language } from '../calendar.ts'
import type { Answers } from '../contract/index.ts'
import { healthQuestionList } from '../rules/health-questions.ts'
import type { HealthPart } from '../rules/health-score.ts'
import { roundedPct } from '../rules/percent.ts'
import {
  supervisionIndicators as indicatorsOf,
  type SupervisionBasis,
  type SupervisionGroup,
  type SupervisionStandard,
  supervisionGroups,
  type ToldIndicator,
  yesCredit,
} from '../rules/supervision-indicators.ts'
import { supervisionPapers as en } from '../text/en/supervision-papers.ts'
import { supervisionPapers as id } from '../text/id/supervision-papers.ts'
import type { Shape } from '../text/shape.ts'
import { healthTexts, openAnswers, questionTable } from './health-score.ts'
import type { Column, ColumnKind, Part, Row, Statement } from './statement.ts'
import { filled, reportTexts } from './texts.ts'

type Texts = Shape<typeof id>

export interface SupervisionFacts {
  readonly language: Language
  readonly year: number
  readonly asOf: string
  readonly basis: SupervisionBasis
  readonly answers: Answers['closing']['healthAnswers']
}

/** The indicators supervision of cooperatives looks at (accounting.md section 8.2): each with its figures and its measure. */
export function supervisionIndicators({ language, year, asOf, basis, answers }: SupervisionFacts): Statement {
  const texts = language === 'en' ? en : id
  const told = new Map(indicatorsOf(basis).map((one) => [one.key, one]))
  const open = openAnswers(answers)
  const own = columnIn(texts)
  const credits = [...told.values()].map(({ credit }) => credit).filter((credit) => credit !== null)
  return {
    ...{ report: 'supervisionIndicators', language, title: reportTexts(language).title.supervisionIndicators },
    subtitle: filled(reportTexts(language).period.year, { year }),
    ...{ date: asOf, label: String(year), particulars: [] },
    columns: [
      ...[own('indicator', 'text'), own('part', 'money'), own('whole', 'money'), own('ratioPct', 'decimal')],
      ...[own('standard', 'text'), own('credit', 'number'), own('state', 'text')],
    ],
    rows: (Object.keys(supervisionGroups) as SupervisionGroup[]).flatMap((group): Row[] => [
      { kind: 'heading', level: 0, indicator: texts.group[group], ...noFigures },
      ...supervisionGroups[group].flatMap((key) => {
        const one = told.get(key)
        return one ? [indicatorRow(one, texts)] : []
      }),
    ]),
    after: [governance(answers, texts, language), questionTable(answers, healthTexts(language))],
    totals: { credited: credits.length, credits: credits.reduce((sum, credit) => sum + credit, 0) },
    notes: [...texts.notes, ...(open === 0 ? [] : [filled(texts.openNote, { open })])],
  }
}

const noFigures = { part: null, whole: null, ratioPct: null, standard: null, credit: null, state: null }

const columnIn =
  (texts: Texts) =>
  (key: keyof Texts['column'], kind: ColumnKind): Column => ({ key, title: texts.column[key], kind })

function indicatorRow(told: ToldIndicator, texts: Texts): Row {
  const { key, part, whole, ratioPct, standard, credit, isBest } = told
  const isOfPeople = key === 'membersSaving'
  const counted = isOfPeople ? ` · ${filled(texts.people, { part, whole })}` : ''
  const state = isBest === null ? null : texts[isBest ? 'reached' : 'notReached']
  return {
    ...{ kind: 'line', level: 1, indicator: `${texts.indicator[key]}${counted}` },
    ...(isOfPeople ? { part: null, whole: null } : { part, whole }),
    ratioPct: ratioPct === null ? '-' : roundedPct(ratioPct),
    standard: standardText(standard, texts),
    ...{ credit, state: ratioPct === null ? texts.unknown : state },
  }
}

/** `sampai 75 = 4; sampai 85 = 3; …`, or the best value where that is all that is known. */
function standardText({ steps, best }: SupervisionStandard, texts: Texts): string {
  const told = steps.map(({ sign, pct, credit }) => filled(texts.steps, { sign: texts.sign[sign], pct, credit }))
  return [...(best ? [filled(texts.best, { sign: texts.sign[best.sign], pct: best.pct })] : []), ...told].join('; ')
}

/** Each part of the questionnaire with the credit of its answers. */
function governance({ rows, counts }: SupervisionFacts['answers'], texts: Texts, language: Language): Part {
  const own = columnIn(texts)
  const parts = Object.keys(healthQuestionList) as HealthPart[]
  return {
    ...{ kind: 'table', title: texts.governance },
    columns: [
      ...[own('indicator', 'text'), own('yes', 'number'), own('questions', 'number')],
      ...[own('open', 'number'), own('credit', 'number')],
    ],
    rows: parts.map((part): Row => {
      const questions = healthQuestionList[part].length
      const yes = counts[part] ?? 0
      const open = openAnswers({ rows: rows.filter((row) => row.part === part) })
      const indicator = healthTexts(language).part[part]
      return { kind: 'line', level: 0, indicator, yes, questions, open, credit: yesCredit(yes, questions) }
    }),
  }
}
