import {
  customerReceivable,
  feesAccount,
  marketplaceReceivable,
  memberReceivable,
  prepaidTaxAccount,
} from '../../../../shared/rules/entries/trade-line.ts'
import type { ShiftSales } from '../../../../shared/statements/shift-report.ts'
import type { Reader } from '../../db/tables.ts'
import type { ShiftSpan } from './facts.ts'

const credit: readonly string[] = [memberReceivable, customerReceivable]
const market: readonly string[] = [marketplaceReceivable, feesAccount, prepaidTaxAccount]

/** Sales written while the shift lasted, by who began it or into its box, that were not taken back before its end. */
export async function shiftSales(db: Reader, span: ShiftSpan): Promise<ShiftSales> {
  const lines = await moneyOf(db, span)
  const sum = (fits: (line: (typeof lines)[number]) => boolean) =>
    lines.filter(fits).reduce((all, { amount }) => all + amount, 0)
  return {
    count: new Set(lines.map(({ id }) => id)).size,
    box: sum(({ account }) => account === span.box),
    otherCash: sum(({ account, isCash }) => isCash && account !== span.box),
    credit: sum(({ account }) => credit.includes(account)),
    marketplace: sum(({ account }) => market.includes(account)),
  }
}

async function moneyOf(db: Reader, { box, openedBy, after, until }: ShiftSpan) {
  const rows = await db
    .selectFrom('trade_document as d')
    .innerJoin('journal_entry as e', 'e.id', 'd.entry_id')
    .leftJoin('journal_entry as r', (join) => join.onRef('r.reverses_id', '=', 'e.id').on('r.seq', '<=', until))
    .innerJoin('journal_line as l', 'l.seq', 'e.seq')
    .innerJoin('account as a', 'a.code', 'l.account')
    .select(['d.id', 'l.account', 'l.debit as amount', 'a.cash_flow'])
    .where('d.kind', '=', 'sale')
    .where('e.seq', '>', after)
    .where('e.seq', '<=', until)
    .where('r.id', 'is', null)
    .where('l.debit', '>', 0)
    .where((eb) =>
      eb.or([
        eb('d.made_by', '=', openedBy),
        eb.exists(
          eb
            .selectFrom('journal_line as b')
            .select('b.seq')
            .whereRef('b.seq', '=', 'e.seq')
            .where('b.account', '=', box),
        ),
      ]),
    )
    .execute()
  return rows.map(({ cash_flow, ...row }) => ({ ...row, isCash: cash_flow === 'cash' }))
}
