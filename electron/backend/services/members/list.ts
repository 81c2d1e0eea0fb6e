import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from 'kysely'
import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import { memberNumberKey } from '../../../../shared/rules/member-number.ts'
import { searchWords } from '../../../../shared/rules/search-text.ts'
import type { MemberTable, Reader, Tables } from '../../db/tables.ts'
import type { Reading } from '../../work.ts'

type Asked = NonNullable<Inputs['members']['list']>
type Page = Answers['members']['list']
type MemberTables = Tables & { m: MemberTable }
type Condition = (eb: ExpressionBuilder<MemberTables, 'm'>) => ExpressionWrapper<MemberTables, 'm', SqlBool>

const pageSize = 100

/** Members in the order of their numbers, a page at a time; the cursor is the number of the last row. */
export async function listMembers({ db }: Reading, input: Asked = {}): Promise<Page> {
  const { limit = pageSize, cursor } = input
  const wanted = matching(input)
  let query = membersWithSavings(db).where(wanted)
  if (cursor !== undefined) query = query.where('m.sort', '>', memberNumberKey(cursor))
  const found = await query
    .orderBy('m.sort')
    .limit(limit + 1)
    .execute()
  const rows = found.slice(0, limit).map(({ savings, active, ...row }) => ({
    ...row,
    active: active === 1,
    savings: savings ?? 0,
  }))
  const last = found.length > limit ? rows.at(-1) : undefined
  return { rows, nextCursor: last?.number ?? null, total: await count(db, wanted) }
}

/** Members whose name, number and hamlet contain every word of `text`, in the order of their numbers. */
export async function findMembers(db: Reader, text: string, limit: number) {
  return db
    .selectFrom('member as m')
    .select(['m.id', 'm.code', 'm.name', 'm.hamlet'])
    .where(matching({ text }))
    .orderBy('m.sort')
    .limit(limit)
    .execute()
}

function matching({ text = '', status = 'all' }: Asked): Condition {
  return (eb) =>
    eb.and([
      ...(status === 'all' ? [] : [eb('m.active', '=', status === 'active' ? 1 : 0)]),
      ...searchWords(text).map((word) => eb(eb.fn<number>('instr', ['m.search', eb.val(word)]), '>', 0)),
    ])
}

function membersWithSavings(db: Reader) {
  return db
    .selectFrom('member as m')
    .select(['m.id as memberId', 'm.code as number', 'm.name', 'm.sex', 'm.hamlet', 'm.phone', 'm.active'])
    .select(['m.joined_on as joinedOn', 'm.left_on as leftOn'])
    .select((eb) =>
      eb
        .selectFrom('savings_account as s')
        // A cross join keeps its order in SQLite: from a member's few accounts to their balances, not through all of them.
        .crossJoin('balance_subledger as b')
        .select((inner) => inner.fn.sum<number>(inner('b.credit', '-', inner.ref('b.debit'))).as('saved'))
        .whereRef('s.member_id', '=', 'm.id')
        .where('b.subledger', '=', 'savings')
        .whereRef('b.reference', '=', 's.id')
        .as('savings'),
    )
}

async function count(db: Reader, wanted: Condition): Promise<number> {
  const { total } = await db
    .selectFrom('member as m')
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .where(wanted)
    .executeTakeFirstOrThrow()
  return total
}
