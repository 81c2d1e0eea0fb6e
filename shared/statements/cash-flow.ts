import type { Language } from '../calendar.ts'
import { cashFlows, type Flow, type FlowLine } from '../rules/cash-flows.ts'
import { type FlowGroup, type FlowRow, flowGroups } from './cash-flow-layout.ts'
import { periodHead, type Span, spanTitle } from './period-text.ts'
import { accountsBehind } from './report-lines.ts'
import type { Row, Statement } from './statement.ts'
import { column, reportTexts } from './texts.ts'
import { type YearTexts, yearTexts } from './year-texts.ts'

/** One entry that moved cash; a reversal takes away from what it reverses. */
export interface CashEntry {
  readonly isReversal: boolean
  readonly lines: readonly FlowLine[]
}

/** Entries of a period that moved cash, but for opening and closing ones; cash before and after it in sen. */
export interface CashMovements {
  readonly entries: Iterable<CashEntry>
  /** With what opening entries of the period brought. */
  readonly opening: number
  readonly closing: number
  /** Of the closing cash, what belongs to programme funds. */
  readonly restricted: number
}

export interface CashFlowFacts {
  readonly language: Language
  readonly period: Span
  readonly comparedPeriod: Span
  readonly unit?: string | undefined
  readonly current: CashMovements
  readonly compared: CashMovements
}

/** Laporan Arus Kas by the direct method (domain notes on reports, section 4): two columns, per unit or combined. */
export function cashFlow(facts: CashFlowFacts): Statement {
  const { language, period, comparedPeriod, unit } = facts
  const texts = yearTexts(language).cashFlow
  const current = figures(facts.current)
  const compared = figures(facts.compared)
  return {
    report: 'cashFlow',
    language,
    title: reportTexts(language).title.cashFlow,
    ...periodHead(period, language, unit),
    comparedTo: comparedPeriod.to,
    columns: [
      column(language, 'caption', 'text'),
      { key: 'current', title: spanTitle(period, language), kind: 'money', days: period },
      { key: 'compared', title: spanTitle(comparedPeriod, language), kind: 'money', days: comparedPeriod },
    ],
    rows: [
      ...flowGroups.flatMap((group) => groupRows(group, texts, current, compared)),
      ...endRows(texts, current, compared),
    ],
    totals: totalsOf(current),
    notes: [],
  }
}

interface Figures extends Omit<CashMovements, 'entries'> {
  amountOf(row: FlowRow): number
  accountsOf(row: FlowRow): readonly string[]
  netOf(group: FlowGroup): number
}

interface Direction {
  amount: number
  readonly accounts: Set<string>
}

function figures({ entries, ...cash }: CashMovements): Figures {
  const sums = new Map<string, Direction>()
  for (const { isReversal, lines } of entries)
    for (const flow of cashFlows(lines)) {
      if (flow.amount === 0) continue
      const sum = directionOf(sums, flow, isReversal)
      sum.amount += flow.amount
      for (const account of flow.accounts) sum.accounts.add(account)
    }
  const ways = ({ flow, only }: FlowRow): Direction[] =>
    (only ? [only] : ['in', 'out']).flatMap((way) => sums.get(`${flow} ${way}`) ?? [])
  const amountOf = (row: FlowRow) => ways(row).reduce((sum, { amount }) => sum + amount, 0)
  const accountsOf = (row: FlowRow) => ways(row).flatMap(({ accounts }) => [...accounts])
  return { ...cash, amountOf, accountsOf, netOf: ({ rows }) => rows.reduce((sum, row) => sum + amountOf(row), 0) }
}

function directionOf(sums: Map<string, Direction>, { flow, amount }: Flow, isReversal: boolean): Direction {
  const key = `${flow} ${amount > 0 === isReversal ? 'out' : 'in'}`
  const known = sums.get(key)
  if (known) return known
  const made = { amount: 0, accounts: new Set<string>() }
  sums.set(key, made)
  return made
}

function groupRows(group: FlowGroup, texts: YearTexts['cashFlow'], current: Figures, compared: Figures): Row[] {
  const { section } = group
  const net = { current: current.netOf(group) + 0, compared: compared.netOf(group) + 0 }
  const rows = group.rows.map((row): Row => {
    const line = row.only ? `${row.flow}.${row.only}` : row.flow
    const columns = [current, compared].map(({ accountsOf }) => ({ accountsOf: () => accountsOf(row) }))
    return {
      ...{ kind: 'line', level: 1, line },
      caption: texts.line[row.caption],
      current: current.amountOf(row) + 0,
      compared: compared.amountOf(row) + 0,
      ...accountsBehind(line, columns),
    }
  })
  if (section === 'INTERUNIT' && rows.every((row) => row.current === 0 && row.compared === 0)) return []
  const heading = { line: null, caption: texts.section[section], current: null, compared: null }
  return [
    { kind: 'heading', level: 0, ...heading },
    ...rows,
    { kind: 'subtotal', level: 0, line: section, caption: texts.net[section], ...net },
  ]
}

function endRows(texts: YearTexts['cashFlow'], current: Figures, compared: Figures): Row[] {
  const row = (
    kind: Row['kind'],
    level: number,
    line: string,
    caption: string,
    of: (column: Figures) => number,
  ): Row => ({
    ...{ kind, level, line, caption },
    current: of(current) + 0,
    compared: of(compared) + 0,
  })
  return [
    row('subtotal', 0, 'change', texts.change, changeOf),
    row('line', 0, 'opening', texts.opening, ({ opening }) => opening),
    row('total', 0, 'closing', texts.closing, ({ closing }) => closing),
    row('line', 1, 'restricted', texts.restricted, ({ restricted }) => restricted),
  ]
}

function changeOf(column: Figures): number {
  return flowGroups.reduce((sum, group) => sum + column.netOf(group), 0)
}

function totalsOf(column: Figures): Record<string, number> {
  const netOf = (section: FlowGroup['section']) => {
    const group = flowGroups.find((one) => one.section === section)
    return group ? column.netOf(group) + 0 : 0
  }
  return {
    operating: netOf('OP'),
    investing: netOf('INV'),
    financing: netOf('FIN'),
    interunit: netOf('INTERUNIT'),
    change: changeOf(column) + 0,
    opening: column.opening,
    closing: column.closing,
    restricted: column.restricted,
  }
}
