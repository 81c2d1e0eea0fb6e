import {
  claimAccount,
  grantCapitalAccount,
  isEquipment,
  isProgramExpense,
  releaseAccount,
  restrictedAccount,
  revolvingAccount,
} from './entries/fund-line.ts'

/** What one line of an entry moves, sen. */
export interface FundMove {
  readonly account: string
  readonly fundId: string | null
  readonly debit: number
  readonly credit: number
}

export type FundFlowProblem =
  | { readonly reason: 'release_without_fund' }
  | { readonly reason: 'fund_effect'; readonly fundId: string }
  | { readonly reason: 'fund_goes_elsewhere'; readonly account: string }
  | { readonly reason: 'fund_cash_unnamed'; readonly fundId: string }

/**
 * What is wrong with how an entry moves money that was given for a purpose (accounting.md section 4: grants never reach
 * the surplus that is shared). A release names its fund and is as large as what the fund spent and is owed less. Where
 * less is owed to donors, that goes to a release, to capital as far as equipment is bought, to another fund, out as money, or to whoever is still to be
 * paid for what was spent; capital that was given never becomes income or surplus. Cash that came or went for it names the
 * fund too. Undefined where nothing is wrong.
 */
export function fundFlowProblem(moves: readonly FundMove[]): FundFlowProblem | undefined {
  if (moves.some(({ account, fundId }) => account === releaseAccount && fundId === null)) {
    return { reason: 'release_without_fund' }
  }
  const funds = Map.groupBy(moves, ({ fundId }) => fundId)
  for (const [fundId, own] of funds) if (fundId !== null && !isReleasedAsSpent(own)) return effectOf(fundId)
  const others = moves.filter(({ account }) => !isOwed(account))
  const isOwedLess = [...funds.values()].some((own) => fallOf(own) > 0)
  const isCapitalLess = netOf(others, (account) => account === grantCapitalAccount) > 0
  const capitalStray = isCapitalLess ? others.find(isResult)?.account : undefined
  return elsewhere(isOwedLess ? strayOfOwed(others) : capitalStray) ?? unnamedCash(moves)
}

/**
 * The fund whose money the cash of an entry is, where the cash lines do not say so: the only fund the others name, and
 * nothing without a fund goes the other way. Undefined where there is none or more than one.
 */
export function fundOfCash(moves: readonly FundMove[]): string | undefined {
  const named = moves.filter(({ fundId }) => fundId !== null)
  const [first] = named
  if (!first || named.some(({ fundId }) => fundId !== first.fundId)) return undefined
  if (!named.some(({ account }) => isGiven(account) || isProgramExpense(account) || isEquipment(account)))
    return undefined
  const unnamed = moves.filter(({ account, fundId }) => fundId === null && account !== unitClearing)
  const isOneWay = unnamed.every(({ debit }) => debit === 0) || unnamed.every(({ credit }) => credit === 0)
  return isOneWay && unnamed.some(({ account }) => isCash(account)) ? (first.fundId ?? undefined) : undefined
}

/** Cash that names no fund and makes up for what the lines of a fund leave open: nobody could say whose it is. */
function unnamedCash(moves: readonly FundMove[]): FundFlowProblem | undefined {
  const cash = netOf(
    moves.filter(({ fundId }) => fundId === null),
    isCash,
  )
  for (const [fundId, own] of Map.groupBy(moves, (move) => move.fundId)) {
    if (fundId === null || !own.some(({ account }) => isGiven(account))) continue
    if (netOf(own, () => true) * cash < 0) return { reason: 'fund_cash_unnamed', fundId }
  }
  return undefined
}

/** What came from a donor: owed, or the cooperative's own. */
function isGiven(account: string): boolean {
  return isOwed(account) || account === grantCapitalAccount
}

/** Cash and banks of the chart (111xx, 112xx). */
export function isCash(account: string): boolean {
  return account.startsWith('11')
}

const effectOf = (fundId: string): FundFlowProblem => ({ reason: 'fund_effect', fundId })

function elsewhere(account: string | undefined): FundFlowProblem | undefined {
  return account === undefined ? undefined : { reason: 'fund_goes_elsewhere', account }
}

/** Owed to donors, and by them. */
function isOwed(account: string): boolean {
  return account === restrictedAccount || account === revolvingAccount || account === claimAccount
}

/** How much less is owed to the donor after some lines of one fund, sen. */
const fallOf = (own: readonly FundMove[]) => netOf(own, isOwed)

/** A fund that releases, or is owed less, releases what it spends, and no more than it is owed less. */
function isReleasedAsSpent(own: readonly FundMove[]): boolean {
  const released = -netOf(own, (account) => account === releaseAccount)
  const fall = fallOf(own)
  if (released === 0 && fall <= 0) return true
  const isOwedLess = released >= 0 ? fall >= released : fall <= released
  return isOwedLess && released === netOf(own, isProgramExpense)
}

/** The first account to which what is owed less must not go, among the lines of an entry that are not owed themselves. */
function strayOfOwed(others: readonly FundMove[]): string | undefined {
  const stray = others.find((move) => !mayTake(move))
  if (stray) return stray.account
  const accounts = Map.groupBy(others, ({ account }) => account)
  const nets = [...accounts].map(([account, own]) => ({ account, net: netOf(own, () => true) }))
  const lost = nets.find(({ account, net }) => isEquipment(account) && net < 0)
  if (lost) return lost.account
  // What was given becomes the cooperative's own only as far as the same entry buys equipment of it.
  const becomesOwn = -netOf(others, (account) => account === grantCapitalAccount)
  if (becomesOwn > netOf(others, isEquipment)) return grantCapitalAccount
  const unpaid = nets.filter(({ account, net }) => isLiability(account) && net < 0)
  const costs = netOf(others, (account) => isProgramExpense(account) || isEquipment(account))
  return unpaid.reduce((sum, { net }) => sum - net, 0) > costs ? unpaid[0]?.account : undefined
}

/** Cash and banks, what units owe each other, capital, equipment, whom it is owed to, and what a fund spends and releases. */
function mayTake({ account, fundId }: FundMove): boolean {
  if (account === releaseAccount || isProgramExpense(account)) return fundId !== null
  if (account === grantCapitalAccount || account === unitClearing || isEquipment(account)) return true
  return isCash(account) || isLiability(account)
}

const unitClearing = '19901'

function isLiability(account: string): boolean {
  return account.startsWith('2')
}

/** Income, costs, and surplus that waits or is of the year. */
function isResult({ account, fundId }: FundMove): boolean {
  if (account === releaseAccount || isProgramExpense(account)) return fundId === null
  return account.startsWith('4') || account.startsWith('5') || account.startsWith('35')
}

/** Debit less credit of the lines on some accounts, sen. */
function netOf(moves: readonly FundMove[], on: (account: string) => boolean): number {
  return moves.reduce((sum, { account, debit, credit }) => sum + (on(account) ? debit - credit : 0), 0)
}
