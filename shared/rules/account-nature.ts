import type { AccountInput } from '../contract/accounts.ts'
import { type ChartAccount, defaultChart } from './default-chart.ts'

/** What is wrong with a new account, at one field of its form. */
export interface AccountProblem {
  readonly field: keyof AccountInput
  readonly reason: string
}

/** An account as this rule looks at it. */
export type AccountNature = Pick<
  ChartAccount,
  'code' | 'type' | 'normal' | 'parent' | 'postable' | 'subledger' | 'cashFlow' | 'cashFlowLine' | 'reportLine'
>

const typeByClass: Readonly<Record<string, ChartAccount['type']>> = {
  '1': 'asset',
  '2': 'liability',
  '3': 'equity',
  '4': 'income',
  '5': 'expense',
}

/** Codes of money: cash, banks and what is under way between them. */
const cashCodes = '11'

/**
 * What the chart's order forbids: a code of another class or outside its heading (the ledger tells cash and banks by
 * their codes), a parent that takes entries itself or is of another type, and a subledger, cash-flow line or statement
 * line that no account of the type has: entries there would ask for a card that cannot exist, or be missing from every
 * printed statement (the default chart knows them all). Undefined where nothing is wrong.
 */
export function accountProblem(account: AccountNature, parent: AccountNature | undefined): AccountProblem | undefined {
  if (typeByClass[account.code.slice(0, 1)] !== account.type) return { field: 'code', reason: 'code_of_other_class' }
  if (!parent) return { field: 'parent', reason: 'parent_unknown' }
  if (parent.postable) return { field: 'parent', reason: 'parent_not_heading' }
  if (parent.type !== account.type) return { field: 'parent', reason: 'parent_of_other_type' }
  if (!account.code.startsWith(parent.code.replace(/0+$/, ''))) return { field: 'code', reason: 'code_outside_parent' }
  return account.postable ? placeProblem(account) : undefined
}

/** Where entries of the account would appear: on a card, in the cash flow, on a statement. */
export function placeProblem(account: AccountNature): AccountProblem | undefined {
  if (account.subledger !== null && !isServed(account, 'subledger'))
    return { field: 'subledger', reason: 'subledger_of_other_type' }
  const isMoney = account.code.startsWith(cashCodes)
  if (account.cashFlow === 'interunit' || !isServed(account, 'cashFlow') || (account.cashFlow === 'cash') !== isMoney)
    return { field: 'cashFlow', reason: 'cash_flow_of_other_type' }
  if (!isServed(account, 'cashFlow', 'cashFlowLine')) return { field: 'cashFlowLine', reason: 'cash_flow_line_unknown' }
  if (!isServed(account, 'reportLine')) return { field: 'reportLine', reason: 'report_line_unknown' }
  return undefined
}

/** True where some account of the same type in the default chart has the same in all these columns. */
function isServed(account: AccountNature, ...columns: readonly (keyof AccountNature)[]): boolean {
  return defaultChart.some(
    (known) =>
      known.postable && known.type === account.type && columns.every((column) => known[column] === account[column]),
  )
}

/** A new account before it is known where its entries appear. */
export type NewAccount = Pick<AccountNature, 'code' | 'normal' | 'parent'> & {
  readonly cashFlow?: AccountNature['cashFlow'] | undefined
}

/**
 * The account whose cash-flow class and statement line a new account takes over: the one below the same heading that
 * stands nearest, before it rather than behind it; of the same cash-flow class where one is named, else rather of one
 * that moves cash; on the same side where there is one.
 */
export function nearestNeighbour<Account extends AccountNature>(
  account: NewAccount,
  chart: readonly Account[],
): Account | undefined {
  const siblings = chart.filter(({ parent, postable }) => postable && parent === account.parent)
  const flowing = rather(siblings, ({ cashFlow }) =>
    account.cashFlow === undefined ? cashFlow !== 'none' && cashFlow !== 'interunit' : cashFlow === account.cashFlow,
  )
  const sameSide = rather(flowing, ({ normal }) => normal === account.normal)
  const ordered = sameSide.toSorted((a, b) => Number(a.code) - Number(b.code))
  return ordered.findLast(({ code }) => code < account.code) ?? ordered[0]
}

/** Those that are so, or all where none is. */
function rather<Account>(accounts: readonly Account[], isSo: (account: Account) => boolean): readonly Account[] {
  const some = accounts.filter(isSo)
  return some.length > 0 ? some : accounts
}
