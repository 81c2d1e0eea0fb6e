import type { Reader } from '../db/tables.ts'

export type Row = Readonly<Record<string, unknown>>
export type List = (db: Reader) => Promise<Row[]>

/** Columns are named one by one: a private column added later does not slip out. */
export const lists: Readonly<Record<string, List>> = {
  officers: async (db) => db.selectFrom('officer').select(['role', 'name']).orderBy('role').execute(),
  units: async (db) =>
    rows(await db.selectFrom('unit').select(['id as unit', 'name_id', 'name_en', 'active']).orderBy('sort').execute()),
  accounts: async (db) => rows(await db.selectFrom('account').selectAll().orderBy('code').execute()),
  savingsProducts: async (db) =>
    rows(
      await db
        .selectFrom('savings_product')
        .select(['id as product', 'kind', 'name_id', 'name_en', 'account', 'unit', 'active', 'collected'])
        .select(['lock_rule', 'unlocks_on', 'early_withdrawal', 'early_pct', 'minimum_deposit', 'instalments'])
        .select('passbook_lines')
        .orderBy('sort')
        .execute(),
    ),
  savingsDues: async (db) =>
    rows(
      await db
        .selectFrom('savings_due')
        .select(['product', 'from_month', 'amount'])
        .orderBy('product')
        .orderBy('from_month')
        .execute(),
    ),
  savingsRates: async (db) =>
    rows(
      await db
        .selectFrom('savings_rate')
        .select(['product', 'from_month', 'method', 'day_basis', 'rounding', 'minimum_balance', 'opening_counts'])
        .select('tiers')
        .orderBy('product')
        .orderBy('from_month')
        .execute(),
    ),
  savingsTerms: async (db) =>
    rows(
      await db
        .selectFrom('savings_term')
        .select(['savings_account_id', 'amount', 'starts_on', 'months', 'matures_on', 'rate_pct', 'day_basis'])
        .select(['rounding', 'early_withdrawal', 'early_pct', 'rollover', 'pay_interest_to', 'rolled_from'])
        .orderBy('savings_account_id')
        .execute(),
    ),
  members,
  savingsAccounts: async (db) =>
    rows(
      await db
        .selectFrom('savings_account')
        .select(['id as savings_account_id', 'code as number', 'member_id', 'product', 'account'])
        .select(['opened_on', 'closed_on', 'active'])
        .orderBy('code')
        .execute(),
    ),
  ...identities('loan', 'partner', 'item', 'fund', 'budget_line', 'asset', 'borrowing', 'person'),
  periodActs: async (db) =>
    rows(
      await db
        .selectFrom('period_act')
        .select(['seq', 'period', 'act', 'reason', 'at', 'made_by', 'head_seq', 'head_hash'])
        .orderBy('seq')
        .execute(),
    ),
  cashCounts,
}

async function members(db: Reader): Promise<Row[]> {
  const found = await db
    .selectFrom('member')
    .select(['id as member_id', 'code as number', 'name', 'sex', 'joined_on', 'left_on', 'active', 'birth_date'])
    .select(['phone', 'address', 'hamlet', 'rt', 'rw', 'village', 'district', 'occupation'])
    .select(['returnee', 'disability', 'bpjs', 'consent_on', 'note'])
    .orderBy('sort')
    .execute()
  return rows(found.map((row) => ({ ...row, returnee: parsed(row.returnee), disability: parsed(row.disability) })))
}

async function cashCounts(db: Reader): Promise<Row[]> {
  const found = await db.selectFrom('cash_count').selectAll().orderBy('date').orderBy('id').execute()
  return rows(
    found.map(({ id, denominations, counted_by, ...row }) => ({
      count_id: id,
      ...row,
      denominations: parsed(denominations),
      counted_by: parsed(counted_by),
    })),
  )
}

type IdentityTable = 'loan' | 'partner' | 'item' | 'fund' | 'budget_line' | 'asset' | 'borrowing' | 'person'

/** Everything else a line may point at, as `{ id, code, name, active }` under the table's name in the plural. */
function identities(...tables: readonly IdentityTable[]): Record<string, List> {
  const named = tables.map((table): [string, List] => [
    `${camelKey(table === 'person' ? 'people' : table)}${table === 'person' ? '' : 's'}`,
    async (db) => rows(await db.selectFrom(table).select(['id', 'code', 'name', 'active']).orderBy('code').execute()),
  ])
  return Object.fromEntries(named)
}

/** JSON in a column, as what it says. */
export function parsed(text: string | null): unknown {
  return text === null ? null : JSON.parse(text)
}

const flags = new Set([
  ...['active', 'postable', 'collected', 'opening_counts', 'related_party', 'joint_liability', 'restructured'],
])

/** Rows under the API's names. */
export function rows(found: readonly Row[]): Row[] {
  return found.map(camelKeys)
}

/** `name_id` → `nameId`; flags become true and false. */
export function camelKeys(row: object): Row {
  const pairs = Object.entries(row).map(([key, value]) => [camelKey(key), flags.has(key) ? value === 1 : value])
  return Object.fromEntries(pairs)
}

function camelKey(key: string): string {
  return key.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())
}
