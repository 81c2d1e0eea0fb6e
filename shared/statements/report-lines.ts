/** An account as statements need to know it; its name already in the language of the statement. */
export interface StatementAccount {
  readonly code: string
  readonly type: 'asset' | 'liability' | 'equity' | 'income' | 'expense'
  readonly reportLine: string | null
}

/** What moved on an account, sums in sen. */
export interface Movement {
  readonly account: string
  readonly debit: number
  readonly credit: number
}

// biome-ignore format: read as the list it is
export const assetLines = ['A01', 'A02', 'A03', 'A04', 'A05', 'A06', 'A07', 'A08', 'A09', 'A10', 'A11', 'A12', 'A13', 'A14', 'A15', 'A16', 'A17', 'A18'] as const
// biome-ignore format: read as the list it is
export const liabilityLines = ['L01', 'L02', 'L03', 'L04', 'L05', 'L06', 'L07', 'L08', 'L09', 'L10', 'L11', 'L12', 'L13', 'L14', 'L15', 'L16'] as const
export const equityLines = ['E01', 'E02', 'E03', 'E04', 'E05', 'E06', 'E07', 'E08', 'E09', 'E10'] as const
export const incomeLines = ['H01', 'H02', 'H03', 'H04', 'H11', 'H12', 'H13', 'H40', 'H42'] as const
// biome-ignore format: read as the list it is
export const expenseLines = ['H05', 'H06', 'H07', 'H14', 'H15', 'H20', 'H21', 'H22', 'H23', 'H24', 'H25', 'H30', 'H41', 'H43', 'H50'] as const

export type BalanceLine = (typeof assetLines)[number] | (typeof liabilityLines)[number] | (typeof equityLines)[number]
export type ResultLine = (typeof incomeLines)[number] | (typeof expenseLines)[number]

const balanceLines: ReadonlySet<string> = new Set<BalanceLine>([...assetLines, ...liabilityLines, ...equityLines])
const resultLines: ReadonlySet<string> = new Set<ResultLine>([...incomeLines, ...expenseLines])
const assetLineSet: ReadonlySet<string> = new Set<string>(assetLines)
const incomeLineSet: ReadonlySet<string> = new Set<string>(incomeLines)

/** Where an account belongs whose line is missing or is no line of its statement: nothing may be lost from a total. */
const lineWithoutOne = { asset: 'A18', liability: 'L16', equity: 'E08', income: 'H40', expense: 'H41' } as const

/** True for what stands in the surplus statement. */
export function isResultAccount({ type }: Pick<StatementAccount, 'type'>): boolean {
  return type === 'income' || type === 'expense'
}

/** The line of the statement an account stands in (domain notes on reports, sections 1 and 2). */
function lineOf(account: StatementAccount): BalanceLine | ResultLine {
  const known = isResultAccount(account) ? resultLines : balanceLines
  const line = account.reportLine ?? ''
  return known.has(line) ? (line as BalanceLine | ResultLine) : lineWithoutOne[account.type]
}

/** The line of the balance sheet an account of assets, liabilities or equity stands in. */
export function balanceLineOf(account: StatementAccount): BalanceLine {
  return lineOf(account) as BalanceLine
}

/** The line of the surplus statement an account of income or costs stands in. */
export function resultLineOf(account: StatementAccount): ResultLine {
  return lineOf(account) as ResultLine
}

/** Amounts in sen per line, each positive on the line's own side, with the accounts that stand in it. */
export interface LineAmounts {
  amountOf(line: string): number
  accountsOf(line: string): readonly string[]
}

/** Adds up movements by line; contra accounts take away from their line by their own side. */
export function lineAmounts(accounts: readonly StatementAccount[], movements: readonly Movement[]): LineAmounts {
  const lines = new Map(accounts.map((account) => [account.code, lineOf(account)]))
  const amounts = new Map<string, number>()
  const members = new Map<string, string[]>()
  for (const { account, debit, credit } of movements) {
    const line = lines.get(account)
    if (line === undefined || debit === credit) continue
    amounts.set(line, (amounts.get(line) ?? 0) + (isDebitLine(line) ? debit - credit : credit - debit))
    members.set(line, [...(members.get(line) ?? []), account])
  }
  return { amountOf: (line) => amounts.get(line) ?? 0, accountsOf: (line) => members.get(line) ?? [] }
}

function isDebitLine(line: BalanceLine | ResultLine): boolean {
  return assetLineSet.has(line) || (resultLines.has(line) && !incomeLineSet.has(line))
}

/** The accounts behind a line in either of two columns, for the way from a figure to its entries; one alone by itself too. */
export function accountsBehind(
  line: string,
  columns: readonly Pick<LineAmounts, 'accountsOf'>[],
): { accounts: string; account: string | null } {
  const codes = [...new Set(columns.flatMap((amounts) => amounts.accountsOf(line)))].sort()
  return { accounts: codes.join(' '), account: codes.length === 1 ? (codes[0] ?? null) : null }
}
