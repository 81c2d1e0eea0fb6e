import type { AccountInput } from '../../../../shared/contract/accounts.ts'
import { nearestNeighbour } from '../../../../shared/rules/account-nature.ts'
import type { ChartAccount } from '../../../../shared/rules/default-chart.ts'
import type { AccountTable, Reader } from '../../db/tables.ts'

/** An account of the book's chart, as rules look at it. */
export interface ChartRow extends ChartAccount {
  readonly active: boolean
}

/** The whole chart in the order of its codes. */
export async function chartOf(db: Reader): Promise<ChartRow[]> {
  return (await db.selectFrom('account').selectAll().orderBy('code').execute()).map(answerOf)
}

/** What a form leaves open about where the account's entries appear, its nearest neighbour answers. */
export function placedAccount(input: AccountInput, chart: readonly ChartRow[]): ChartRow {
  const neighbour = nearestNeighbour(input, chart)
  const isOfItsClass = input.cashFlow === undefined || input.cashFlow === neighbour?.cashFlow
  return {
    ...heading(input),
    postable: true,
    subledger: input.subledger ?? null,
    cashFlow: input.cashFlow ?? neighbour?.cashFlow ?? 'none',
    cashFlowLine: input.cashFlowLine ?? (isOfItsClass ? (neighbour?.cashFlowLine ?? null) : null),
    reportLine: input.reportLine ?? neighbour?.reportLine ?? null,
  }
}

/** An account that only gathers others: it takes no entries, so it stands on no card and in no statement. */
export function heading(input: AccountInput): ChartRow {
  return {
    code: input.code,
    nameId: input.nameId,
    nameEn: input.nameEn || input.nameId,
    type: input.type,
    normal: input.normal,
    parent: input.parent,
    postable: false,
    subledger: null,
    cashFlow: 'none',
    cashFlowLine: null,
    reportLine: null,
    note: input.note || null,
    active: true,
  }
}

/** The heading an account hangs below. */
export function parentOf(account: ChartRow, chart: readonly ChartRow[]): ChartRow | undefined {
  return chart.find(({ code }) => code === account.parent)
}

/** A stored account as the API shows it. */
export function answerOf(row: AccountTable): ChartRow {
  return {
    code: row.code,
    nameId: row.name_id,
    nameEn: row.name_en,
    type: row.type,
    normal: row.normal,
    parent: row.parent,
    postable: row.postable === 1,
    subledger: row.subledger,
    cashFlow: row.cash_flow,
    cashFlowLine: row.cash_flow_line,
    reportLine: row.report_line,
    note: row.note,
    active: row.active === 1,
  }
}
