import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import { invalidInput, Refusal } from '../../../../shared/errors.ts'
import type { Reader } from '../../db/tables.ts'
import { voucherName } from '../../ledger/vouchers.ts'
import type { Reading } from '../../work.ts'
import { savingsRow } from './list.ts'

type Card = Answers['savings']['card']

/** The card of one account: what it held before `from`, every movement up to `to` with the balance after it. */
export async function savingsCard({ db }: Reading, input: Inputs['savings']['card']): Promise<Card> {
  const { savingsAccountId, from, to } = input
  if (from !== undefined && to !== undefined && to < from)
    throw invalidInput(['to'], 'ends_before_it_begins', { from, to })
  const account = await savingsRow(db, savingsAccountId)
  if (!account) throw new Refusal('NOT_FOUND', 'savings_account', { savingsAccountId })
  const movements = await movementsOf(db, savingsAccountId, to)
  const shown = from === undefined ? movements : movements.filter((movement) => movement.date >= from)
  const opening = movements
    .slice(0, movements.length - shown.length)
    .reduce((sum, movement) => sum + change(movement), 0)
  let balance = opening
  const rows = shown.map((movement) => {
    balance += change(movement)
    return { ...movement, balance }
  })
  const total = (side: 'deposit' | 'withdrawal') => rows.reduce((sum, row) => sum + row[side], 0)
  const totals = { deposit: total('deposit'), withdrawal: total('withdrawal') }
  return { account, opening, rows, totals, closing: balance }
}

type Movement = Omit<Card['rows'][number], 'balance'>

function change({ deposit, withdrawal }: Movement): number {
  return deposit - withdrawal
}

/**
 * One movement for each entry, in order of day and posting; a reversed one stands beside its reversal. An entry that
 * only moves the savings to another account of the chart is none.
 */
async function movementsOf(db: Reader, savingsAccountId: string, to = '9999'): Promise<Movement[]> {
  const rows = await db
    .selectFrom('journal_line as l')
    .innerJoin('account as a', (join) => join.onRef('a.code', '=', 'l.account').on('a.subledger', '=', 'savings'))
    .innerJoin('journal_entry as e', 'e.seq', 'l.seq')
    .leftJoin('journal_entry as o', 'o.id', 'e.reverses_id')
    .leftJoin('journal_entry as r', 'r.reverses_id', 'e.id')
    .select(['e.id', 'e.date', 'e.book', 'e.year', 'e.number', 'e.description'])
    .select(['o.book as oBook', 'o.year as oYear', 'o.number as oNumber'])
    .select(['r.book as rBook', 'r.year as rYear', 'r.number as rNumber'])
    .select((eb) => eb.fn.sum<number>(eb('l.credit', '-', eb.ref('l.debit'))).as('moved'))
    .where('l.savings_account_id', '=', savingsAccountId)
    .where('l.entry_date', '<=', to)
    .groupBy('e.seq')
    .having((eb) => eb(eb.fn.sum('l.credit'), '<>', eb.fn.sum('l.debit')))
    .orderBy('e.date')
    .orderBy('e.seq')
    .execute()
  return rows.map((row) => ({
    entryId: row.id,
    date: row.date,
    voucher: voucherName(row),
    description: row.description,
    deposit: Math.max(row.moved, 0),
    withdrawal: Math.max(-row.moved, 0),
    reverses: voucherOrNull(row.oBook, row.oYear, row.oNumber),
    reversedBy: voucherOrNull(row.rBook, row.rYear, row.rNumber),
  }))
}

function voucherOrNull(book: string | null, year: number | null, number: number | null): string | null {
  return book === null || year === null || number === null ? null : voucherName({ book, year, number })
}
