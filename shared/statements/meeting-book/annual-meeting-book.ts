import { formatDate } from '../../calendar.ts'
import { formatRupiah, sumSen } from '../../rules/money.ts'
import { paragraph } from '../parts.ts'
import type { Part, Row, Statement } from '../statement.ts'
import { filled, reportTexts } from '../texts.ts'
import { boardReport, comparedColumns, comparedLine, line, textColumn } from './board-report.ts'
import { chapter, numbered, told, writtenPart } from './chapters.ts'
import { meetingDocuments } from './documents.ts'
import type { MeetingBookFacts } from './facts.ts'
import { officersSigning, undated } from './signing.ts'
import { bookTexts } from './texts.ts'

/**
 * The book of the annual meeting (domain notes on reports, section 7): reports of board and supervisors, statements, division
 * of the surplus, next year's plan, annexes and the papers of the day, in this order. Lists of members show number and
 * name alone.
 */
export function annualMeetingBook(facts: MeetingBookFacts): Statement {
  const { language, year } = facts
  const chapters = facts.isBrief ? brief(facts) : [cover(facts), ...body(facts).filter(isAskedFor(facts))]
  return {
    report: 'annualMeetingBook',
    language,
    title: reportTexts(language).title.annualMeetingBook,
    subtitle: filled(reportTexts(language).period.year, { year }),
    date: `${year}-12-31`,
    label: facts.part === undefined ? String(year) : `${year} ${facts.part}`,
    particulars: [],
    columns: [
      { key: 'number', title: reportTexts(language).column.code, kind: 'code' },
      { key: 'caption', title: reportTexts(language).column.caption, kind: 'text' },
    ],
    rows: chapters.slice(1).map(({ place, title }): Row => {
      return { kind: 'line', level: (place?.level ?? 1) - 1, number: place?.number ?? null, caption: title }
    }),
    totals: totalsOf(facts),
    notes: [filled(bookTexts(language)[facts.isClosed ? 'closedYear' : 'openYear'], { year })],
    chapters,
  }
}

function body(facts: MeetingBookFacts): Statement[] {
  const { language, year } = facts
  const { chapter: titles, ...texts } = bookTexts(language)
  const written = (title: string, part: Parameters<typeof writtenPart>[1]) =>
    chapter(facts, { title, parts: writtenPart(facts, part) })
  const state = paragraph(filled(facts.isClosed ? texts.closedYear : texts.openYear, { year }))
  return [
    ...[written(titles.preface, 'preface'), written(titles.agenda, 'agenda'), written(titles.rules, 'rules')].map(
      (one): Statement => ({ ...one, place: { number: '', level: 1 } }),
    ),
    ...numbered('1', [boardReport(facts), told(facts, facts.budgetComparison)]),
    ...numbered('2', [
      chapter(undated(facts), {
        title: titles.finance,
        parts: [state, ...mainFigures(facts)],
        signers: officersSigning(facts, 'chair', 'secretary', 'treasurer'),
      }),
      ...facts.finance.map((one) => told(facts, one)),
    ]),
    ...numbered('3', [surplusChapter(facts, titles.surplus, state)]),
    ...numbered('4', [supervisorsReport(facts)]),
    ...numbered('5', [written(filled(titles.plan, { year: year + 1 }), 'workPlan'), told(facts, facts.budgetPlan)]),
    ...numbered('6', [
      chapter(facts, { title: titles.annexes, parts: [] }),
      ...[memberList(facts), ...facts.annexes.map((one) => told(facts, one))].map(asAnnex),
      // Signed by who counted: minutes without their signatures prove nothing.
      ...facts.stockTakes.map(asAnnex),
      cashCounts(facts),
      chapter(facts, { title: titles.bankStatements, parts: [paragraph(filled(texts.bankStatements, { year }))] }),
    ]),
    ...numbered('7', [chapter(facts, { title: titles.documents, parts: [] }), ...meetingDocuments(facts)]),
  ]
}

/** The division itself, or why there is none, below the sentence that says whether the year is closed. */
function surplusChapter(facts: MeetingBookFacts, title: string, state: Part): Statement {
  const [division] = facts.division
  if (!division) return chapter(facts, { title, parts: [state] })
  const one = told(facts, division)
  return { ...one, title, before: [state, ...(one.before ?? [])] }
}

/** Lists are bound by themselves where the book is long. */
const asAnnex = (list: Statement): Statement => ({ ...list, isAnnex: true })

/** All chapters, or those of the one part that was asked for. */
function isAskedFor({ part }: MeetingBookFacts): (chapter: Statement) => boolean {
  return ({ place }) => part === undefined || place?.number === part || place?.number.startsWith(`${part}.`) === true
}

/** Five numbers on one page, and behind it the statements they come from. */
function brief(facts: MeetingBookFacts): Statement[] {
  const { language, year, members, business, savings } = facts
  const { brief: texts, cover: coverTexts } = bookTexts(language)
  const { current } = business
  const count = members.end.female + members.end.male
  const numbers = [
    [texts.members, filled(texts.people, { count })],
    [texts.assets, formatRupiah(current.assets)],
    [texts.savings, formatRupiah(sumSen(savings.map(({ amount }) => amount)))],
    [texts.loans, formatRupiah(current.outstanding)],
    [filled(texts.surplus, { year }), formatRupiah(current.surplus)],
  ] as const
  const first: Statement = {
    ...chapter(facts, { title: texts.title, parts: [] }),
    subtitle: filled(coverTexts.subtitle, { year }),
    particulars: numbers.map(([title, text]) => ({ key: 'number', title, text })),
    isCover: true,
  }
  const behind = [facts.finance[0], facts.finance[1], facts.division[0]].flatMap((one) =>
    one ? [told(facts, one)] : [],
  )
  return [first, ...behind.map((one, index): Statement => ({ ...one, place: { number: String(index + 1), level: 1 } }))]
}

/** What most people look for first, beside the year before. */
function mainFigures(facts: MeetingBookFacts): Part[] {
  const { capital, figures, surplusLine } = bookTexts(facts.language)
  return [
    {
      ...{ kind: 'table', title: figures, columns: comparedColumns(facts) },
      rows: [
        comparedLine(facts, capital.assets, 'assets'),
        comparedLine(facts, capital.outside, 'outsideCapital'),
        comparedLine(facts, capital.own, 'ownCapital'),
        comparedLine(facts, surplusLine, 'surplus'),
      ],
    },
  ]
}

function cover(facts: MeetingBookFacts): Statement {
  const { cover: texts } = bookTexts(facts.language)
  const { record, date } = facts.meeting
  const day = date === null ? texts.draft : formatDate(date, facts.language)
  const held = record === null ? day : filled(texts.held, { place: record.place, date: day })
  return {
    ...chapter(facts, { title: texts.title, parts: [] }),
    subtitle: filled(texts.subtitle, { year: facts.year }),
    particulars: [{ key: 'held', title: '', text: held }],
    isCover: true,
  }
}

function supervisorsReport(facts: MeetingBookFacts): Statement {
  const { chapter: titles, organisation } = bookTexts(facts.language)
  const name = facts.officers.find(({ role }) => role === 'supervisor')?.name ?? null
  return chapter(undated(facts), {
    title: titles.supervisors,
    parts: writtenPart(facts, 'supervisors'),
    signers: [{ role: organisation.role.supervisor, name, hasStamp: false }],
  })
}

/** Number, name, sex and the day of joining: nothing a stranger could use. */
function memberList(facts: MeetingBookFacts): Statement {
  const { list, chapter: titles } = bookTexts(facts.language)
  return chapter(facts, {
    title: titles.members,
    parts: [],
    table: {
      columns: [
        { key: 'number', title: list.number, kind: 'code' },
        textColumn('name', list.name),
        { key: 'sex', title: list.sex, kind: 'code' },
        { key: 'joinedOn', title: list.joinedOn, kind: 'date' },
      ],
      rows: facts.listed.map(({ number, name, sex, joinedOn }) => line({ number, name, sex: list[sex], joinedOn })),
    },
  })
}

function cashCounts(facts: MeetingBookFacts): Statement {
  const { counts: texts, chapter: titles } = bookTexts(facts.language)
  if (facts.counts.length === 0) return chapter(facts, { title: titles.cashCounts, parts: [paragraph(texts.none)] })
  return chapter(facts, {
    title: titles.cashCounts,
    parts: [],
    table: {
      columns: [
        textColumn('account', texts.account),
        { key: 'date', title: texts.date, kind: 'date' },
        { key: 'counted', title: texts.counted, kind: 'money' },
        { key: 'booked', title: texts.booked, kind: 'money' },
        { key: 'difference', title: texts.difference, kind: 'money' },
        textColumn('by', texts.by),
      ],
      rows: facts.counts.map(({ account, date, counted, booked, countedBy }) =>
        line({ account, date, counted, booked, difference: counted - booked, by: countedBy }),
      ),
    },
  })
}

function totalsOf({ business: { current }, surplus, members, savings }: MeetingBookFacts): Record<string, number> {
  return {
    ...{ assets: current.assets, ownCapital: current.ownCapital, loans: current.outstanding, surplus },
    ...{ savings: sumSen(savings.map(({ amount }) => amount)), members: members.end.female + members.end.male },
  }
}
