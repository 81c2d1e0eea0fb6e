import { assert, invalidInput } from '../../../shared/errors.ts'
import type { DraftLine, LineReferences } from '../../../shared/rules/entries/draft.ts'
import { senMax } from '../../../shared/rules/money.ts'
import { among } from '../db/among.ts'
import { type Question, question } from '../db/question.ts'
import type { AccountTable, Reader, SavingsAccountTable, Subledger } from '../db/tables.ts'

/** What an entry needs to know of an account, and all that ever moved on it, sums in sen. */
export interface LedgerAccount extends Pick<AccountTable, 'code' | 'type' | 'normal' | 'subledger' | 'cash_flow'> {
  readonly debit: number
  readonly credit: number
}

/** The reference that a line on a control account must name, by the account's subledger. */
const referenceOf: Readonly<Record<Subledger, keyof LineReferences>> = {
  savings: 'savingsAccountId',
  loan: 'loanId',
  member: 'memberId',
  partner: 'partnerId',
  borrowing: 'borrowingId',
  fund: 'fundId',
  item: 'itemId',
  asset: 'assetId',
  person: 'personId',
}

/** The identity table behind each reference that has nothing more to say than that it exists. */
const identityOf = {
  memberId: 'member',
  loanId: 'loan',
  partnerId: 'partner',
  itemId: 'item',
  fundId: 'fund',
  budgetLineId: 'budget_line',
  assetId: 'asset',
  borrowingId: 'borrowing',
  personId: 'person',
} as const

/**
 * Reads the accounts of all lines; refuses INVALID_INPUT at the line whose account is unknown, only a heading, or
 * deactivated (`closedToo` lets a reversal reach an account that was deactivated since).
 */
export async function requireAccounts(
  db: Reader,
  lines: readonly DraftLine[],
  { closedToo = false } = {},
): Promise<Map<string, LedgerAccount>> {
  const codes = [...new Set(lines.map((line) => line.account))]
  const rows = await accountsNamed.all(db, JSON.stringify(codes))
  const known = new Map(rows.map((row) => [row.code, row]))
  for (const [index, { account }] of lines.entries()) {
    const row = known.get(account)
    const path = ['lines', index, 'account']
    if (!row) throw invalidInput(path, 'account_unknown', { account })
    if (!row.postable) throw invalidInput(path, 'account_is_heading', { account })
    if (!row.active && !closedToo) throw invalidInput(path, 'account_inactive', { account })
  }
  return known
}

const accountsNamed = question((db, codes: string) =>
  db
    .selectFrom('account as a')
    .select(['code', 'type', 'normal', 'subledger', 'cash_flow', 'postable', 'active'])
    .select((eb) =>
      (['debit', 'credit'] as const).map((side) =>
        eb
          .selectFrom('balance_year as b')
          .select((b) => b.fn.coalesce(b.fn.sum<number>(side), b.lit(0)).as('sum'))
          .whereRef('b.account', '=', 'a.code')
          .$asScalar()
          .$notNull()
          .as(side),
      ),
    )
    .where('code', 'in', among(codes)),
)

/**
 * Refuses INVALID_INPUT `amount_too_large` at the line with which one side of an account would pass the bound of
 * ±9·10¹⁵ sen: beyond it sums are no longer exact.
 */
export function requireWithinBound(lines: readonly DraftLine[], accounts: ReadonlyMap<string, LedgerAccount>): void {
  const sums = new Map([...accounts].map(([code, { debit, credit }]) => [code, { debit, credit }]))
  for (const [index, line] of lines.entries()) {
    const sum = sums.get(line.account)
    assert(sum, 'the accounts of all lines are read')
    sum.debit += line.debit
    sum.credit += line.credit
    const side = sum.debit > senMax ? 'debit' : sum.credit > senMax ? 'credit' : undefined
    if (side) throw invalidInput(['lines', index, side], 'amount_too_large', { account: line.account })
  }
}

/**
 * The lines, each of a savings account with the member it belongs to: whose money moved is part of what is chained.
 * Refuses INVALID_INPUT at the line that misses its subledger reference, names one that is unknown or another's, or
 * moves a savings account that was closed (`closedToo` lets a reversal reach it). What
 * the lines name is looked up once per kind, so that a meeting of 600 members costs as few questions as one deposit.
 * `formerToo` lets what is reversed or moved reach an account on which savings stood before.
 */
export async function requireReferences(
  db: Reader,
  lines: readonly DraftLine[],
  accounts: ReadonlyMap<string, LedgerAccount>,
  { closedToo = false, formerToo = false } = {},
): Promise<readonly DraftLine[]> {
  const savings = await savingsNamed(db, lines)
  const known = await identitiesNamed(db, lines)
  for (const [index, line] of lines.entries()) {
    const subledger = accounts.get(line.account)?.subledger ?? null
    if (subledger && !line[referenceOf[subledger]]) {
      throw invalidInput(['lines', index, referenceOf[subledger]], 'reference_missing', {
        account: line.account,
        subledger,
      })
    }
    requireSavingsReference(line, index, formerToo ? null : subledger, savings)
    if (!closedToo) requireOpenSavings(line, index, subledger, savings)
    for (const [field, ids] of known) {
      const id = line[field]
      if (id !== undefined && !ids.has(id)) throw invalidInput(['lines', index, field], 'reference_unknown')
    }
  }
  return lines.map((line) => withOwner(line, savings))
}

function withOwner(line: DraftLine, known: ReadonlyMap<string, Owned>): DraftLine {
  if (line.savingsAccountId === undefined || line.memberId !== undefined) return line
  return { ...line, memberId: known.get(line.savingsAccountId)?.member_id }
}

type Owned = Pick<SavingsAccountTable, 'id' | 'code' | 'account' | 'member_id' | 'active'>

async function savingsNamed(db: Reader, lines: readonly DraftLine[]): Promise<Map<string, Owned>> {
  const named = namedIn(lines, 'savingsAccountId')
  if (named.length === 0) return new Map()
  const rows = await savingsAccountsNamed.all(db, JSON.stringify(named))
  return new Map(rows.map((row) => [row.id, row]))
}

const savingsAccountsNamed = question((db, ids: string) =>
  db
    .selectFrom('savings_account')
    .select(['id', 'code', 'account', 'member_id', 'active'])
    .where('id', 'in', among(ids)),
)

/** For each kind of reference the lines use, the ids among them that exist. */
async function identitiesNamed(db: Reader, lines: readonly DraftLine[]) {
  const known: [keyof typeof identityOf, ReadonlySet<string>][] = []
  for (const [field, asking] of identitiesAsked) {
    const named = namedIn(lines, field)
    if (named.length === 0) continue
    const rows = await asking.all(db, JSON.stringify(named))
    known.push([field, new Set(rows.map((row) => row.id))])
  }
  return known
}

const identitiesAsked = (Object.entries(identityOf) as [keyof typeof identityOf, 'member'][]).map(
  ([field, table]): [keyof typeof identityOf, Question<[string], { id: string }>] => [
    field,
    question((db, ids: string) => db.selectFrom(table).select('id').where('id', 'in', among(ids))),
  ],
)

function namedIn(lines: readonly DraftLine[], field: keyof LineReferences): string[] {
  const named = new Set<string>()
  for (const line of lines) {
    const id = line[field]
    if (id !== undefined) named.add(id)
  }
  return [...named]
}

function requireSavingsReference(
  line: DraftLine,
  index: number,
  subledger: Subledger | null,
  known: ReadonlyMap<string, Owned>,
): void {
  if (line.savingsAccountId === undefined) return
  const path = ['lines', index, 'savingsAccountId']
  const savings = known.get(line.savingsAccountId)
  if (!savings) throw invalidInput(path, 'reference_unknown')
  const belongsElsewhere = subledger === 'savings' && savings.account !== line.account
  const ownedByAnother = line.memberId !== undefined && savings.member_id !== line.memberId
  if (belongsElsewhere || ownedByAnother) throw invalidInput(path, 'reference_foreign', { account: line.account })
}

function requireOpenSavings(
  { savingsAccountId }: DraftLine,
  index: number,
  subledger: Subledger | null,
  known: ReadonlyMap<string, Owned>,
): void {
  const savings = known.get(savingsAccountId ?? '')
  if (subledger !== 'savings' || savings?.active !== 0) return
  throw invalidInput(['lines', index, 'savingsAccountId'], 'savings_account_closed', { number: savings.code })
}
