import { Refusal } from '../../../shared/errors.ts'
import { credit, type DraftLine, debit } from '../../../shared/rules/entries/draft.ts'
import { inPieces } from '../db/pieces.ts'
import type { JournalEntryTable, JournalLineTable, Reader, Tx } from '../db/tables.ts'
import { voucherName } from './vouchers.ts'

/** What moves a product and its members' savings to another account of the chart. */
const moving = 'savings.reclassify'

/**
 * Puts a product and all its savings accounts on another account of the chart; what they leave is written down, so that
 * their earlier lines can still be reversed. Whoever asks moves the money in the same transaction.
 */
export async function moveProduct(tx: Tx, product: string, from: string, to: string): Promise<void> {
  await tx
    .insertInto('savings_account_former')
    .columns(['savings_account_id', 'account'])
    .expression((eb) =>
      eb
        .selectFrom('savings_account as s')
        .leftJoin('savings_account_former as f', (join) =>
          join.onRef('f.savings_account_id', '=', 's.id').onRef('f.account', '=', 's.account'),
        )
        .select(['s.id', 's.account'])
        .where('s.product', '=', product)
        .where('s.account', '=', from)
        .where('f.account', 'is', null),
    )
    .execute()
  await tx.updateTable('savings_account').set({ account: to }).where('product', '=', product).execute()
  await tx.updateTable('savings_product').set({ account: to }).where('id', '=', product).execute()
}

/**
 * What a reversal adds so that savings lie where their product stands now: the mirror image of an entry from before a
 * move touches the account they left, and takes them home again in the same entry. The move itself is taken back whole,
 * product and all, as long as nothing was saved or drawn since: else NOT_ALLOWED `product_moved_on`.
 */
export async function homeOfSavings(
  tx: Tx,
  entry: JournalEntryTable,
  lines: readonly JournalLineTable[],
): Promise<DraftLine[]> {
  const named = [...new Set(lines.map((line) => line.savings_account_id).filter((id) => id !== null))]
  if (named.length === 0) return []
  if (entry.procedure === moving) {
    await moveBack(tx, entry, lines)
    return []
  }
  const left = await formerOf(tx, named)
  return lines.flatMap((line) => homing(line, left.get(`${line.savings_account_id} ${line.account}`)))
}

async function moveBack(tx: Tx, entry: JournalEntryTable, lines: readonly JournalLineTable[]): Promise<void> {
  const left = lines.find((line) => line.debit > 0)
  const card = await tx
    .selectFrom('savings_account as s')
    .innerJoin('savings_product as p', 'p.id', 's.product')
    .select(['s.product', 's.account', 'p.name_id'])
    .where('s.id', '=', left?.savings_account_id ?? '')
    .executeTakeFirstOrThrow()
  const later = await tx
    .selectFrom('savings_account as s')
    // A cross join keeps its order in SQLite: from the product's cards to their newest lines.
    .crossJoin('journal_line as l')
    .innerJoin('journal_entry as e', 'e.seq', 'l.seq')
    .select(['e.book', 'e.year', 'e.number'])
    .where('s.product', '=', card.product)
    .whereRef('l.savings_account_id', '=', 's.id')
    .where('l.seq', '>', entry.seq)
    .limit(1)
    .executeTakeFirst()
  if (later) {
    const data = { product: card.name_id, voucher: voucherName(later) }
    throw new Refusal('NOT_ALLOWED', 'product_moved_on', data)
  }
  await moveProduct(tx, card.product, card.account, left?.account ?? '')
}

/** Where savings stand now, by savings account and the account of the chart they left. */
async function formerOf(db: Reader, savingsAccounts: readonly string[]): Promise<Map<string, string>> {
  const rows = await inPieces(savingsAccounts, (ids) =>
    db
      .selectFrom('savings_account_former as f')
      .innerJoin('savings_account as s', 's.id', 'f.savings_account_id')
      .select(['s.id', 'f.account as left', 's.account'])
      .where('s.id', 'in', ids)
      .whereRef('f.account', '<>', 's.account')
      .execute(),
  )
  return new Map(rows.map((row) => [`${row.id} ${row.left}`, row.account]))
}

function homing(line: JournalLineTable, home: string | undefined): DraftLine[] {
  if (home === undefined) return []
  const extras = {
    savingsAccountId: line.savings_account_id ?? undefined,
    memberId: line.member_id ?? undefined,
    unit: line.unit,
  }
  return line.credit > 0
    ? [debit(home, line.credit, extras), credit(line.account, line.credit, extras)]
    : [debit(line.account, line.debit, extras), credit(home, line.debit, extras)]
}
