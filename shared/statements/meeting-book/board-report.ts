import { formatDate, formatMonth, type Language } from '../../calendar.ts'
import { sumSen } from '../../rules/money.ts'
import { fact, paragraph } from '../parts.ts'
import type { Cell, Column, Part, Row, Statement } from '../statement.ts'
import { filled } from '../texts.ts'
import { type BookOf, chapter, writtenPart } from './chapters.ts'
import type { BusinessFigures, BySex, MeetingBookFacts } from './facts.ts'
import { officersSigning, undated } from './signing.ts'
import { bookTexts } from './texts.ts'

/** Laporan pengurus (domain notes on reports, section 7.2): organisation, members, business, capital, programmes. */
export function boardReport(facts: MeetingBookFacts): Statement {
  const { heading, chapter: titles } = bookTexts(facts.language)
  const head = (text: string): Part => ({ kind: 'heading', text })
  return chapter(undated(facts), {
    title: titles.board,
    parts: [
      ...[head(heading.organisation), ...organisation(facts), ...writtenPart(facts, 'organisation')],
      ...[head(heading.membership), ...membership(facts)],
      ...[head(heading.business), ...business(facts), ...optional(facts, 'business')],
      ...[head(heading.capital), ...capital(facts)],
      ...[head(heading.programmes), ...programmes(facts), ...optional(facts, 'programmes')],
      ...[head(heading.followUp), ...decidedBefore(facts), ...writtenPart(facts, 'followUp')],
    ],
    signers: officersSigning(facts, 'chair', 'secretary', 'treasurer'),
  })
}

/** What the board wrote beside the figures; nothing where it did not. */
function optional(facts: MeetingBookFacts, part: 'business' | 'programmes'): Part[] {
  const written = facts.meeting.texts.find((one) => one.part === part)
  return written && written.paragraphs.length > 0 ? writtenPart(facts, part) : []
}

/** What the meeting before decided, with room to say what came of it. */
function decidedBefore({ decidedBefore: decided, language, year }: MeetingBookFacts): Part[] {
  if (decided.length === 0) return []
  const { followUp: texts, list } = bookTexts(language)
  return [
    {
      ...{ kind: 'table', title: filled(texts.title, { year: year - 1 }) },
      columns: [
        { key: 'order', title: list.order, kind: 'number' },
        textColumn('decision', texts.decision),
        textColumn('done', texts.done),
      ],
      rows: decided.map((decision, index) => line({ order: index + 1, decision, done: null })),
    },
  ]
}

export function organisation({
  cooperative,
  officers,
  language,
}: Pick<MeetingBookFacts, 'cooperative' | 'officers' | 'language'>): Part[] {
  const { organisation: texts } = bookTexts(language)
  const { legalEntityNumber, coopRegistrationNumber, taxId, businessId, foundedOn } = cooperative
  const known = (title: string, text: string | null | undefined): Part[] => (text ? [fact(title, text)] : [])
  const named = new Map(officers.map(({ role, name }) => [role, name]))
  const roles = ['chair', 'secretary', 'treasurer', 'supervisor'] as const
  return [
    ...known(texts.legal, legalEntityNumber),
    ...known(texts.registration, coopRegistrationNumber),
    ...known(texts.taxId, taxId),
    ...known(texts.businessId, businessId),
    ...known(texts.founded, foundedOn && formatDate(foundedOn, language)),
    {
      kind: 'table',
      title: texts.officers,
      columns: [textColumn('office', texts.office), textColumn('name', texts.name)],
      rows: roles.map((role) => line({ office: texts.role[role], name: named.get(role) ?? texts.notNamed })),
    },
  ]
}

/** Members at both ends of the year, who came and who left, by sex. */
export function memberFlow({ members, language, year }: Pick<MeetingBookFacts, 'members' | 'language' | 'year'>): Part {
  const { membership: texts } = bookTexts(language)
  return {
    ...{ kind: 'table', title: filled(texts.flow, { year }), columns: sexColumns(language) },
    rows: [
      countedLine(texts.start, members.start),
      countedLine(texts.joined, members.joined),
      countedLine(texts.left, members.left),
      countedLine(texts.end, members.end, 'total'),
    ],
  }
}

function sexColumns(language: Language): Column[] {
  const { membership: texts } = bookTexts(language)
  return [
    textColumn('what', texts.what),
    ...(['female', 'male', 'total'] as const).map((key) => ({ key, title: texts[key], kind: 'number' as const })),
  ]
}

function countedLine(what: string, { female, male }: BySex, kind: Row['kind'] = 'line'): Row {
  return { kind, level: 0, what, female, male, total: female + male }
}

function membership(facts: MeetingBookFacts): Part[] {
  const { members, language } = facts
  const { membership: texts } = bookTexts(language)
  const columns = sexColumns(language)
  const statuses: Readonly<Record<string, string>> = {
    returnee: texts.status.returnee,
    family: texts.status.family,
    none: texts.status.none,
  }
  return [
    memberFlow(facts),
    {
      ...{ kind: 'table', title: texts.villages, columns },
      rows: members.hamlets.map(({ hamlet, ...count }) => countedLine(hamlet ?? texts.noVillage, count)),
    },
    {
      ...{ kind: 'table', title: texts.returnees, columns },
      rows: members.returnees.map(({ status, ...count }) =>
        countedLine(statuses[status ?? ''] ?? texts.status.unknown, count),
      ),
    },
    paragraph(filled(texts.inactive, { count: members.inactive, year: facts.year })),
  ]
}

function business(facts: MeetingBookFacts): Part[] {
  const { language, year, savings, salesByMonth } = facts
  const { business: texts, capital: charts } = bookTexts(language)
  const compared = (title: string, lines: readonly (readonly [string, keyof BusinessFigures])[]): Part => ({
    ...{ kind: 'table', title, columns: comparedColumns(facts) },
    rows: lines.map(([what, key]) => comparedLine(facts, what, key)),
  })
  return [
    {
      ...{ kind: 'table', title: texts.savings },
      columns: [textColumn('what', texts.sector), { key: 'current', title: String(year), kind: 'money' }],
      rows: savings.map(({ name, amount }) => line({ what: name, current: amount })),
    },
    {
      ...{ kind: 'bars', title: filled(charts.savingsChart, { year }), unit: 'money' },
      bars: savings.map(({ name, amount }) => ({ label: name, amount })),
    },
    compared(texts.loans, [
      [texts.granted, 'granted'],
      [texts.repaid, 'repaid'],
      [texts.outstanding, 'outstanding'],
      [texts.interest, 'interest'],
    ]),
    ...loanClasses(facts),
    compared(texts.sales, [
      [texts.memberSales, 'memberSales'],
      [texts.otherSales, 'otherSales'],
      [texts.commission, 'commission'],
    ]),
    {
      ...{ kind: 'bars', title: filled(charts.salesChart, { year }), unit: 'money' },
      bars: salesByMonth.map(({ month, amount }) => ({ label: formatMonth(month, language), amount })),
    },
  ]
}

/** Loans by class, as table and as bars; nothing where nobody owes. */
function loanClasses({ loanClasses: classes, language }: MeetingBookFacts): Part[] {
  if (classes.length === 0) return []
  const { business: texts } = bookTexts(language)
  return [
    {
      ...{ kind: 'table', title: texts.classes },
      columns: [
        textColumn('class', texts.class),
        { key: 'count', title: texts.count, kind: 'number' },
        { key: 'outstanding', title: texts.outstanding, kind: 'money' },
      ],
      rows: [
        ...classes.map(({ name, count, outstanding }) => line({ class: name, count, outstanding })),
        {
          ...{ kind: 'total', level: 0, class: texts.classTotal },
          count: classes.reduce((sum, { count }) => sum + count, 0),
          outstanding: sumSen(classes.map(({ outstanding }) => outstanding)),
        },
      ],
    },
    {
      ...{ kind: 'bars', title: texts.classes, unit: 'money' },
      bars: classes.map(({ name, outstanding }) => ({ label: name, amount: outstanding })),
    },
  ]
}

function capital(facts: MeetingBookFacts): Part[] {
  const { capital: texts } = bookTexts(facts.language)
  return [
    {
      ...{ kind: 'table', title: texts.title, columns: comparedColumns(facts) },
      rows: [
        comparedLine(facts, texts.own, 'ownCapital'),
        comparedLine(facts, texts.outside, 'outsideCapital'),
        { ...comparedLine(facts, texts.assets, 'assets'), kind: 'total' },
      ],
    },
    {
      ...{ kind: 'bars', title: texts.growth, unit: 'money' },
      bars: facts.growth.map(({ year, assets }) => ({ label: String(year), amount: assets })),
    },
    {
      ...{ kind: 'bars', title: texts.ownGrowth, unit: 'money' },
      bars: facts.growth.map(({ year, ownCapital }) => ({ label: String(year), amount: ownCapital })),
    },
  ]
}

/** What became of the money of each programme; every row adds up, and all of them together. */
export function programmes({ funds, language }: Pick<MeetingBookFacts, 'funds' | 'language'>): Part[] {
  const { programmes: texts } = bookTexts(language)
  if (funds.length === 0) return [{ kind: 'paragraph', text: texts.none }]
  const figures = ['received', 'spent', 'refunded', 'balance'] as const
  const sums = figures.map((key) => [key, sumSen(funds.map((fund) => fund[key]))])
  return [
    {
      ...{ kind: 'table', title: texts.title },
      columns: [
        textColumn('fund', texts.fund),
        textColumn('donor', texts.donor),
        ...figures.map((key) => ({ key, title: texts[key], kind: 'money' as const })),
      ],
      rows: [
        ...funds.map(({ name, ...fund }) => line({ fund: name, ...fund })),
        { kind: 'total', level: 0, fund: texts.total, ...Object.fromEntries(sums) },
      ],
    },
  ]
}

/** This year and the one before, beside what it is about. */
export function comparedColumns({ language, year }: BookOf) {
  const { business: texts } = bookTexts(language)
  return [
    textColumn('what', texts.sector),
    { key: 'current', title: String(year), kind: 'money' as const },
    { key: 'before', title: String(year - 1), kind: 'money' as const },
  ]
}

/** A figure of both years. */
export function comparedLine(
  { business: { current, before } }: Pick<MeetingBookFacts, 'business'>,
  what: string,
  key: keyof BusinessFigures,
) {
  return line({ what, current: current[key], before: before[key] })
}

export function textColumn(key: string, title: string) {
  return { key, title, kind: 'text' as const }
}

/** A plain row. */
export function line(cells: Readonly<Record<string, Cell>>): Row {
  return { kind: 'line', level: 0, ...cells }
}
