import { firstDayOfYear, type Language, lastDayOfYear } from '../../../../shared/calendar.ts'
import { balanceSheet } from '../../../../shared/statements/balance-sheet.ts'
import { eliminated } from '../../../../shared/statements/elimination.ts'
import type { NotedLine } from '../../../../shared/statements/notes/facts.ts'
import { incomeLines, type Movement } from '../../../../shared/statements/report-lines.ts'
import type { Row } from '../../../../shared/statements/statement.ts'
import { surplus } from '../../../../shared/statements/surplus.ts'
import type { Reading } from '../../work.ts'
import { balanceSheetFacts } from '../balance-sheet/facts.ts'
import { surplusFacts } from '../surplus/facts.ts'

/** The lines of a year's balance sheet and statement of surplus, as they are printed, with the accounts behind each. */
export async function notedLines(
  reading: Reading,
  { year, asOf, names }: { readonly year: number; readonly asOf: string; readonly names: ReadonlyMap<string, string> },
  language: Language,
): Promise<{ balances: NotedLine[]; results: NotedLine[] }> {
  const last = year - 1
  const sheet = await balanceSheetFacts(reading, { asOf, compareTo: lastDayOfYear(last) }, language)
  const before = { compareFrom: firstDayOfYear(last), compareTo: lastDayOfYear(last) }
  const result = await surplusFacts(reading, { from: firstDayOfYear(year), to: asOf, ...before }, language)
  const balances = {
    current: netOf(eliminated(sheet.current).movements),
    compared: netOf(eliminated(sheet.compared).movements),
  }
  const results = { current: netOf(result.current.movements), compared: netOf(result.compared.movements) }
  return {
    balances: balanceSheet(sheet)
      .rows.filter(isLine)
      .map((row) => lineWith(row, balances, names)),
    results: surplus(result)
      .rows.filter((row) => isLine(row) && row.line !== 'H60')
      .map((row) => lineWith(row, results, names)),
  }
}

const isLine = ({ kind }: Row) => kind === 'line'

type Nets = Readonly<Record<'current' | 'compared', ReadonlyMap<string, number>>>

/** Debit less credit by account, sen. */
function netOf(movements: readonly Movement[]): Map<string, number> {
  const nets = new Map<string, number>()
  for (const { account, debit, credit } of movements) nets.set(account, (nets.get(account) ?? 0) + debit - credit)
  return nets
}

const income: ReadonlySet<string> = new Set(incomeLines)

function lineWith(row: Row, nets: Nets, names: ReadonlyMap<string, string>): NotedLine {
  const code = String(row.line)
  const isDebit = code.startsWith('A') || (code.startsWith('H') && !income.has(code))
  const amount = (net = 0) => (isDebit ? net : 0 - net) + 0
  const accounts = String(row.accounts ?? '')
    .split(' ')
    .filter((account) => account !== '')
    .map((account) => ({
      ...{ code: account, name: names.get(account) ?? '' },
      ...{ current: amount(nets.current.get(account)), compared: amount(nets.compared.get(account)) },
    }))
  return { row, accounts }
}
