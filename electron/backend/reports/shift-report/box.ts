import type { BoxMoved } from '../../../../shared/statements/shift-report.ts'
import type { Reader } from '../../db/tables.ts'
import type { ShiftSpan } from './facts.ts'

/** What was in the box before the shift, and what moved it until its end but for the difference of the count. */
export async function boxMoved(db: Reader, { box, after, until, countEntryId }: ShiftSpan): Promise<BoxMoved> {
  const before = await db
    .selectFrom('journal_line')
    .select((eb) => eb.fn.coalesce(eb.fn.sum<number>(eb('debit', '-', eb.ref('credit'))), eb.lit(0)).as('balance'))
    .where('account', '=', box)
    .where('seq', '<=', after)
    .executeTakeFirstOrThrow()
  const lines = await db
    .selectFrom('journal_line as l')
    .innerJoin('journal_entry as e', 'e.seq', 'l.seq')
    .leftJoin('trade_document as d', (join) =>
      join.on((eb) => eb('d.entry_id', '=', eb.fn.coalesce('e.reverses_id', 'e.id'))),
    )
    .select('d.kind')
    .select((eb) => [eb.fn.sum<number>('l.debit').as('came'), eb.fn.sum<number>('l.credit').as('went')])
    .where('l.account', '=', box)
    .where('l.seq', '>', after)
    .where('l.seq', '<=', until)
    .where('e.id', '<>', countEntryId ?? '')
    .groupBy('d.kind')
    .execute()
  const on = (kind: string) => lines.filter((line) => line.kind === kind)
  const others = lines.filter(({ kind }) => kind !== 'sale' && kind !== 'sale_return')
  return {
    opening: before.balance,
    sold: sum(on('sale'), ({ came, went }) => came - went),
    otherIn: sum(others, ({ came }) => came),
    broughtBack: sum(on('sale_return'), ({ came, went }) => went - came),
    otherOut: sum(others, ({ went }) => went),
  }
}

function sum<Line>(lines: readonly Line[], amount: (line: Line) => number): number {
  return lines.reduce((all, line) => all + amount(line), 0)
}
