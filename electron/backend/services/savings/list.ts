import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import { invalidInput } from '../../../../shared/errors.ts'
import { searchWords } from '../../../../shared/rules/search-text.ts'
import type { Reader } from '../../db/tables.ts'
import { savingsHeldAt } from '../../ledger/savings-balances.ts'
import { unmadeSavings } from '../../ledger/unmade-savings.ts'
import type { Reading } from '../../work.ts'

type Asked = NonNullable<Inputs['savings']['list']>
type Page = Answers['savings']['list']
type Row = Page['rows'][number]

const pageSize = 100

/**
 * Savings accounts in the order of their members' numbers, a page at a time, with the total of all that match, this
 * page or not. As of a day, accounts opened later stand there only with money on them.
 */
export async function listSavings({ db }: Reading, input: Asked = {}): Promise<Page> {
  const { limit = pageSize, cursor } = input
  const matching = matchingAccounts(db, input)
  let page = matching
  if (cursor !== undefined) {
    const after = await positionOf(db, cursor)
    page = page.where((eb) =>
      eb(eb.refTuple('m.sort', 'p.sort', 's.id'), '>', eb.tuple(after.member, after.product, after.id)),
    )
  }
  const found = await page
    .orderBy('m.sort')
    .orderBy('p.sort')
    .orderBy('s.id')
    .limit(limit + 1)
    .execute()
  const rows = found.slice(0, limit).map(asRow)
  const last = found.length > limit ? rows.at(-1) : undefined
  const total = await db
    .selectFrom(matching.as('account'))
    .select((eb) => eb.fn.sum<number | null>('balance').as('balance'))
    .executeTakeFirst()
  return { rows, nextCursor: last?.savingsAccountId ?? null, totals: { balance: total?.balance ?? 0 } }
}

/** One account as lists show it, with what it holds now. */
export async function savingsRow(db: Reader, savingsAccountId: string): Promise<Row | undefined> {
  const row = await accountsWithBalance(db, always).where('s.id', '=', savingsAccountId).executeTakeFirst()
  return row ? asRow(row) : undefined
}

/** A day after all days: what accounts hold now, whatever was dated ahead. */
const always = '9999-12-31'

function matchingAccounts(db: Reader, { memberId, product, text = '', asOf = always }: Asked) {
  let query = accountsWithBalance(db, asOf).where('s.id', 'not in', unmadeSavings(db))
  if (memberId !== undefined) query = query.where('s.member_id', '=', memberId)
  if (product !== undefined) query = query.where('s.product', '=', product)
  for (const word of searchWords(text)) {
    query = query.where((eb) =>
      eb.or([
        eb(eb.fn<number>('instr', ['m.search', eb.val(word)]), '>', 0),
        eb(eb.fn<number>('instr', [eb.fn('lower', ['s.code']), eb.val(word)]), '>', 0),
      ]),
    )
  }
  return query.where((eb) =>
    eb.or([eb('s.opened_on', '<=', asOf), eb(eb.fn.coalesce('b.balance', eb.val(0)), '<>', 0)]),
  )
}

function accountsWithBalance(db: Reader, asOf: string) {
  return db
    .selectFrom('savings_account as s')
    .innerJoin('member as m', 'm.id', 's.member_id')
    .innerJoin('savings_product as p', 'p.id', 's.product')
    .leftJoin(savingsHeldAt(db, asOf).as('b'), 'b.id', 's.id')
    .select(['s.id as savingsAccountId', 's.code as number', 's.opened_on as openedOn', 's.active', 's.product'])
    .select(['m.id as memberId', 'm.code as memberNumber', 'm.name as memberName'])
    .select(['p.name_id as productName', 'p.kind'])
    .select((eb) => eb.fn.coalesce('b.balance', eb.val(0)).as('balance'))
}

function asRow(row: Omit<Row, 'active'> & { readonly active: number }): Row {
  return { ...row, active: row.active === 1 }
}

/** Where in the list the last page ended. */
async function positionOf(db: Reader, cursor: string) {
  const row = await db
    .selectFrom('savings_account as s')
    .innerJoin('member as m', 'm.id', 's.member_id')
    .innerJoin('savings_product as p', 'p.id', 's.product')
    .select(['m.sort as member', 'p.sort as product', 's.id'])
    .where('s.id', '=', cursor)
    .executeTakeFirst()
  if (!row) throw invalidInput(['cursor'], 'not_a_cursor')
  return row
}
