import { formatDateShort, type Language, yearUntil } from '../calendar.ts'
import { sumSen } from '../rules/money.ts'
import { asOfText, labelWith } from './period-text.ts'
import type { Row, Statement } from './statement.ts'
import { column, reportTexts } from './texts.ts'

export interface TrialBalanceRow {
  readonly code: string
  readonly name: string
  readonly debit: number
  readonly credit: number
}

export interface TrialBalanceFacts {
  readonly language: Language
  readonly asOf: string
  readonly unit?: string | undefined
  readonly rows: readonly TrialBalanceRow[]
  readonly compared?: { readonly asOf: string; readonly rows: readonly TrialBalanceRow[] } | undefined
}

/** Neraca saldo: every account net on one side, and beside it another day where one was asked for. */
export function trialBalance(facts: TrialBalanceFacts): Statement {
  const { language, asOf, unit, compared } = facts
  const texts = reportTexts(language)
  const rows = joined(facts.rows, compared?.rows ?? [])
  const totals = sidesOf(facts.rows)
  const sum: Row = { kind: 'total', level: 0, code: null, name: texts.total.total, ...totals }
  return {
    report: 'trialBalance',
    language,
    title: texts.title.trialBalance,
    subtitle: asOfText(asOf, language, unit),
    date: asOf,
    label: labelWith(asOf, unit),
    particulars: [],
    columns: [
      column(language, 'code', 'code'),
      column(language, 'name', 'text', 'account'),
      { ...column(language, 'debit', 'money'), days: yearUntil(asOf) },
      { ...column(language, 'credit', 'money'), days: yearUntil(asOf) },
      ...(compared ? comparedColumns(language, compared.asOf) : []),
    ],
    rows: [...rows, compared ? { ...sum, ...comparedSides(sidesOf(compared.rows)) } : sum],
    totals,
    notes: [],
  }
}

function comparedColumns(language: Language, asOf: string) {
  const { debit, credit } = reportTexts(language).column
  const balances = { kind: 'money' as const, days: yearUntil(asOf) }
  return [
    { key: 'comparedDebit', title: `${debit} ${formatDateShort(asOf)}`, ...balances },
    { key: 'comparedCredit', title: `${credit} ${formatDateShort(asOf)}`, ...balances },
  ]
}

/** One row per account of either day, in order of code. */
function joined(rows: readonly TrialBalanceRow[], compared: readonly TrialBalanceRow[]): Row[] {
  const current = new Map(rows.map((row) => [row.code, row]))
  const earlier = new Map(compared.map((row) => [row.code, row]))
  const codes = [...new Set([...current.keys(), ...earlier.keys()])].sort()
  return codes.map((code) => {
    const row = current.get(code)
    return {
      kind: 'line',
      level: 0,
      code,
      name: (row ?? earlier.get(code))?.name ?? code,
      account: code,
      debit: row?.debit ?? 0,
      credit: row?.credit ?? 0,
      ...(compared.length === 0 ? {} : comparedSides(earlier.get(code) ?? { debit: 0, credit: 0 })),
    }
  })
}

function comparedSides({ debit, credit }: { debit: number; credit: number }) {
  return { comparedDebit: debit, comparedCredit: credit }
}

function sidesOf(rows: readonly TrialBalanceRow[]): { debit: number; credit: number } {
  return { debit: sumSen(rows.map((row) => row.debit)), credit: sumSen(rows.map((row) => row.credit)) }
}
