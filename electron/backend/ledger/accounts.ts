import { invalidInput } from '../../../shared/errors.ts'
import type { DraftLine, LineReferences } from '../../../shared/rules/entries/draft.ts'
import { inPieces } from '../db/pieces.ts'
import type { AccountTable, Reader, SavingsAccountTable, Subledger } from '../db/tables.ts'

/** What an entry needs to know of an account. */
export type LedgerAccount = Pick<AccountTable, 'code' | 'type' | 'normal' | 'subledger' | 'cash_flow'>

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
  const rows = await db
    .selectFrom('account')
    .select(['code', 'type', 'normal', 'subledger', 'cash_flow', 'postable', 'active'])
    .where('code', 'in', codes)
    .execute()
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

/**
 * Refuses INVALID_INPUT at the line that misses its subledger reference, or names one that is unknown or another's. What
 * the lines name is looked up once per kind, so that a meeting of 600 members costs as few questions as one deposit.
 */
export async function requireReferences(
  db: Reader,
  lines: readonly DraftLine[],
  accounts: ReadonlyMap<string, LedgerAccount>,
): Promise<void> {
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
    requireSavingsReference(line, index, subledger, savings)
    for (const [field, ids] of known) {
      const id = line[field]
      if (id !== undefined && !ids.has(id)) throw invalidInput(['lines', index, field], 'reference_unknown')
    }
  }
}

type Owned = Pick<SavingsAccountTable, 'id' | 'account' | 'member_id'>

async function savingsNamed(db: Reader, lines: readonly DraftLine[]): Promise<Map<string, Owned>> {
  const rows = await inPieces(namedIn(lines, 'savingsAccountId'), (ids) =>
    db.selectFrom('savings_account').select(['id', 'account', 'member_id']).where('id', 'in', ids).execute(),
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** For each kind of reference the lines use, the ids among them that exist. */
async function identitiesNamed(db: Reader, lines: readonly DraftLine[]) {
  const known: [keyof typeof identityOf, ReadonlySet<string>][] = []
  for (const [field, table] of Object.entries(identityOf) as [keyof typeof identityOf, 'member'][]) {
    const named = namedIn(lines, field)
    if (named.length === 0) continue
    const rows = await inPieces(named, (ids) => db.selectFrom(table).select('id').where('id', 'in', ids).execute())
    known.push([field, new Set(rows.map((row) => row.id))])
  }
  return known
}

function namedIn(lines: readonly DraftLine[], field: keyof LineReferences): string[] {
  return [...new Set(lines.map((line) => line[field]).filter((id) => id !== undefined))]
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
