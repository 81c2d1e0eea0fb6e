import type { Answers, Inputs } from '../../../../../shared/contract/index.ts'
import { invalidInput } from '../../../../../shared/errors.ts'
import { type Ages, agesOf, noAges, type OwedMove, openParts } from '../../../../../shared/rules/ages.ts'
import {
  customerReceivable,
  marketplaceReceivable,
  memberPayable,
  memberReceivable,
  supplierPayable,
} from '../../../../../shared/rules/entries/trade-line.ts'
import type { Reader } from '../../../db/tables.ts'
import { voucherName } from '../../../ledger/vouchers.ts'
import type { Reading } from '../../../work.ts'
import { requireKnownParty } from '../documents/goods.ts'

type Asked = Inputs['trade']['receivables']
type Answer = Answers['trade']['receivables']
type Row = Answer['rows'][number]

const payableAccounts = [supplierPayable, memberPayable]
const receivableAccounts = [memberReceivable, customerReceivable, marketplaceReceivable]

/** What is owed for goods that were bought, by who is owed and since when. */
export async function tradePayables(reading: Reading, input: Asked): Promise<Answer> {
  return agedCards(reading, input, { accounts: payableAccounts, side: -1 })
}

/** What buyers owe for goods, and what marketplaces hold, by who owes it and since when. */
export async function tradeReceivables(reading: Reading, input: Asked): Promise<Answer> {
  return agedCards(reading, input, { accounts: receivableAccounts, side: 1 })
}

/**
 * One card of what is owed for goods: what it comes from with what of each is open, and what was paid. Refuses NOT_FOUND
 * for who is unknown and INVALID_INPUT for an account that keeps no such card.
 */
export async function tradeDebt(
  { db, today }: Reading,
  { account, memberId, partnerId, asOf = today }: Inputs['trade']['debt'],
): Promise<Answers['trade']['debt']> {
  const side = payableAccounts.includes(account) ? -1 : 1
  if (side === 1 && !receivableAccounts.includes(account))
    throw invalidInput(['account'], 'no_debt_account', { account })
  await requireKnownParty(db, { memberId, partnerId })
  const person = await partyOf(db, { memberId, partnerId })
  const moved = (await movesOf(db, [account], asOf))
    .filter((move) => move.memberId === person.memberId && move.partnerId === person.partnerId)
    .map(({ moved: net, book, year, number: n, ...move }) => ({
      ...{ date: move.date, entryId: move.entryId, documentId: move.documentId, description: move.description },
      dueOn: move.dueOn,
      ...{ voucher: voucherName({ book, year, number: n }), amount: side * net },
    }))
  const { ages, oldest, dueOn } = agesOf(moved, asOf)
  const paid = moved.filter(({ amount }) => amount < 0).toReversed()
  return {
    ...{ asOf, account, ...person, ...ages, oldest, dueOn, rows: [...openParts(moved).rows] },
    total: moved.reduce((sum, { amount }) => sum + amount, 0),
    payments: paid.map(({ date, voucher, entryId, amount }) => ({ date, voucher, entryId, amount: 0 - amount })),
  }
}

async function partyOf(
  db: Reader,
  { memberId, partnerId }: { memberId?: string | undefined; partnerId?: string | undefined },
) {
  const table = memberId === undefined ? 'partner' : 'member'
  const { code, name } = await db
    .selectFrom(table)
    .select(['code', 'name'])
    .where('id', '=', memberId ?? partnerId ?? '')
    .executeTakeFirstOrThrow()
  return { memberId: memberId ?? null, partnerId: partnerId ?? null, number: code, name }
}

interface Cards {
  readonly accounts: readonly string[]
  readonly side: 1 | -1
}

async function agedCards({ db, today }: Reading, input: Asked, { accounts, side }: Cards): Promise<Answer> {
  const asOf = input?.asOf ?? today
  const moves = await movesOf(db, accounts, asOf)
  const cards = Map.groupBy(moves, ({ account, memberId, partnerId }) => `${account} ${memberId ?? partnerId}`)
  const all = [...cards.values()].flatMap((own) => agedRow(own, side, asOf))
  const rows = all.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
  return {
    ...{ asOf, rows, ...sumOf(rows) },
    accounts: accounts.map((account) => ({
      account,
      total: sumOf(rows.filter((row) => row.account === account)).total,
    })),
  }
}

function sumOf(rows: readonly (Ages & { readonly total: number })[]): Ages & { total: number } {
  return rows.reduce(
    (sum, row) => ({
      total: sum.total + row.total,
      notDue: sum.notDue + row.notDue,
      days0to30: sum.days0to30 + row.days0to30,
      days31to60: sum.days31to60 + row.days31to60,
      days61to90: sum.days61to90 + row.days61to90,
      over90: sum.over90 + row.over90,
    }),
    { total: 0, ...noAges },
  )
}

type Move = Awaited<ReturnType<typeof movesOf>>[number]

function agedRow(own: readonly Move[], side: 1 | -1, asOf: string): Row[] {
  const [first] = own
  if (!first) return []
  const moves = own.map(({ date, dueOn, moved }): OwedMove => ({ date, dueOn, amount: side * moved }))
  const total = moves.reduce((sum, { amount }) => sum + amount, 0)
  if (total === 0) return []
  const { ages, oldest, dueOn } = agesOf(moves, asOf)
  const { account, memberId, partnerId, code, name } = first
  return [{ account, memberId, partnerId, number: code ?? '', name: name ?? '', total, ...ages, oldest, dueOn }]
}

/** What moved each card until a day, entry by entry; an entry and what took it back by then are left out together. */
async function movesOf(db: Reader, accounts: readonly string[], asOf: string) {
  return db
    .selectFrom('journal_line as l')
    .innerJoin('journal_entry as e', 'e.seq', 'l.seq')
    .leftJoin('journal_entry as r', (join) => join.onRef('r.reverses_id', '=', 'e.id').on('r.date', '<=', asOf))
    .leftJoin('member as m', 'm.id', 'l.member_id')
    .leftJoin('partner as p', 'p.id', 'l.partner_id')
    .select(['l.account', 'l.entry_date as date', 'l.member_id as memberId', 'l.partner_id as partnerId'])
    .leftJoin('trade_document as d', 'd.entry_id', 'e.id')
    .select(['e.id as entryId', 'e.book', 'e.year', 'e.number', 'e.description', 'd.id as documentId'])
    .select('d.due_on as dueOn')
    .select((eb) => [eb.fn.coalesce('m.code', 'p.code').as('code'), eb.fn.coalesce('m.name', 'p.name').as('name')])
    .select((eb) => eb('l.debit', '-', eb.ref('l.credit')).$castTo<number>().as('moved'))
    .where('l.account', 'in', accounts)
    .where('l.entry_date', '<=', asOf)
    .where('r.id', 'is', null)
    .where('e.reverses_id', 'is', null)
    .orderBy('l.entry_date')
    .orderBy('l.seq')
    .execute()
}
