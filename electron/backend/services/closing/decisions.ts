import { yearOf } from '../../../../shared/calendar.ts'
import { invalidInput, Refusal } from '../../../../shared/errors.ts'
import { clearedCards } from '../../../../shared/rules/member-settlement.ts'
import type { SurplusBylaw } from '../../../../shared/rules/surplus-bylaw.ts'
import type { Reader } from '../../db/tables.ts'
import { voucherName } from '../../ledger/vouchers.ts'

/** What a meeting decided on the surplus of a year. */
export interface SurplusDecided {
  readonly entryId: string
  readonly voucher: string
  readonly date: string
  readonly decision: string
  readonly bylaw: SurplusBylaw
}

/** The decision on a year that was not taken back. */
export async function standingDecision(db: Reader, year: number): Promise<SurplusDecided | undefined> {
  const row = await db
    .selectFrom('surplus_decision as d')
    .innerJoin('journal_entry as e', 'e.id', 'd.entry_id')
    .leftJoin('journal_entry as r', 'r.reverses_id', 'e.id')
    .select(['e.id', 'e.book', 'e.year', 'e.number', 'e.date', 'd.decision', 'd.bylaw'])
    .where('d.year', '=', year)
    .where('r.id', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const { id, date, decision, bylaw } = row
  return { entryId: id, voucher: voucherName(row), date, decision, bylaw: JSON.parse(bylaw) as SurplusBylaw }
}

/** What a meeting decided it decided by now: refuses INVALID_INPUT `decision_ahead` for a day after today. */
export function requireDecidedByNow(today: string, date: string): void {
  if (date > today) throw invalidInput(['date'], 'decision_ahead', { date: today })
}

/** What a decision gave each member, or one of them, sen, from the lines of its entry. */
export async function sharesOf(
  db: Reader,
  { entryId }: Pick<SurplusDecided, 'entryId'>,
  memberId?: string,
): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('journal_line as l')
    .innerJoin('journal_entry as e', 'e.seq', 'l.seq')
    .select(['l.member_id', 'l.credit'])
    .where('e.id', '=', entryId)
    .where('l.account', '=', clearedCards.shu)
    .$if(memberId !== undefined, (query) => query.where('l.member_id', '=', memberId ?? ''))
    .$narrowType<{ member_id: string }>()
    .execute()
  return new Map(rows.map(({ member_id, credit }) => [member_id, credit]))
}

/** What members, or one of them, were paid of a year's surplus, sen, without what was taken back. */
export async function paidOf(db: Reader, year: number, memberId?: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('surplus_payment as p')
    .innerJoin('journal_entry as e', 'e.id', 'p.entry_id')
    .leftJoin('journal_entry as r', 'r.reverses_id', 'e.id')
    .innerJoin('journal_line as l', 'l.seq', 'e.seq')
    .select((eb) => ['l.member_id', eb.fn.sum<number>('l.debit').as('paid')])
    .where('p.year', '=', year)
    .where('r.id', 'is', null)
    .where('l.account', '=', clearedCards.shu)
    .$if(memberId !== undefined, (query) => query.where('l.member_id', '=', memberId ?? ''))
    .groupBy('l.member_id')
    .$narrowType<{ member_id: string }>()
    .execute()
  return new Map(rows.map(({ member_id, paid }) => [member_id, paid]))
}

/** The decisions that stand, the newest year first. */
export async function standingDecisions(db: Reader): Promise<(SurplusDecided & { readonly year: number })[]> {
  const rows = await db.selectFrom('surplus_decision').select('year').distinct().orderBy('year', 'desc').execute()
  const found: (SurplusDecided & { readonly year: number })[] = []
  for (const { year } of rows) {
    const decided = await standingDecision(db, year)
    if (decided) found.push({ ...decided, year })
  }
  return found
}

/**
 * Who shared in a decided year stays: refuses NOT_ALLOWED `joined_before_decided` for a day of joining that would put a
 * member into such a year or take her out of it.
 */
export async function requireSharersStay(db: Reader, before: string, after: string): Promise<void> {
  const [first, last] = [yearOf(before), yearOf(after)].sort((a, b) => a - b)
  for (let year = first ?? 0; year < (last ?? 0); year += 1) {
    if (await standingDecision(db, year)) throw new Refusal('NOT_ALLOWED', 'joined_before_decided', { year })
  }
}
