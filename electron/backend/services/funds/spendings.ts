import type { Answers } from '../../../../shared/contract/index.ts'
import { isFundUse } from '../../../../shared/rules/entries/fund-line.ts'
import { sumSen } from '../../../../shared/rules/money.ts'
import type { Reader } from '../../db/tables.ts'
import { voucherName } from '../../ledger/vouchers.ts'
import { localDayOf } from '../../log.ts'
import type { Reading } from '../../work.ts'
import { type BudgetRecord, budgetRecords, plannedAt } from './budget-records.ts'
import { fundCard } from './card.ts'

type Report = Answers['funds']['report']
type Spending = Report['spendings'][number]
type Approval = Report['approvals'][number]

interface Asked {
  readonly fundId: string
  readonly asOf: string
}

/**
 * Every voucher that spent money or goods of a fund by the end of a day, one row for each budget line, in the order of their
 * days; one that was taken back by then is no evidence and is left out together with what took it back.
 */
export async function fundSpendings(db: Reader, { fundId, asOf }: Asked): Promise<Spending[]> {
  const uses = (await usesOf(db, fundId)).filter(({ date, amount }) => date <= asOf && amount !== 0)
  const days = new Map(uses.map(({ entryId, date }) => [entryId, date]))
  const undone = new Set(uses.flatMap(({ reversesId }) => (reversesId && days.has(reversesId) ? [reversesId] : [])))
  return uses
    .filter(({ entryId, reversesId }) => !undone.has(entryId) && !(reversesId && undone.has(reversesId)))
    .toSorted((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)))
    .map(({ entryId, voucher, date, description, budgetLine, amount }) => {
      return { entryId, voucher, date, description, budgetLine, amount }
    })
}

/**
 * Who let more be spent of a fund than a budget line or the fund had, or raised its budget, and on which day that was
 * recorded. What a line had is what the budget said when the voucher was written.
 */
export async function fundApprovals(reading: Reading, { fundId, asOf }: Asked): Promise<Approval[]> {
  const { db } = reading
  const records = await budgetRecords(db, fundId)
  const { rows: card } = await fundCard(reading, { fundId })
  const shown = new Set((await fundSpendings(db, { fundId, asOf })).map(({ entryId }) => entryId))
  const spent = new Map<string, number>()
  const found = (await usesOf(db, fundId)).flatMap((use): Approval[] => {
    const ofLine = (spent.get(use.budgetLineId ?? '') ?? 0) + use.amount
    spent.set(use.budgetLineId ?? '', ofLine)
    if (use.approvedBy === null || !shown.has(use.entryId)) return []
    return overspendingOf(use, { ofLine, balance: lowestAfter(card, use), records })
  })
  return [...found, ...raisesOf(records)].toSorted((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)))
}

/** What the voucher left of the fund at the least, on its day or a later one, as the book was when it was written, sen. */
function lowestAfter(card: Answers['funds']['card']['rows'], { entryId, date }: Use): number {
  const written = card.slice(0, card.findIndex((row) => row.entryId === entryId) + 1)
  const leftOn = (day: string) =>
    sumSen(written.filter((row) => row.date <= day).map(({ received, spent, refunded }) => received - spent - refunded))
  return Math.min(...[date, ...written.map((row) => row.date).filter((day) => day > date)].map(leftOn))
}

type Use = Awaited<ReturnType<typeof usesOf>>[number]

interface After {
  /** What was spent of the budget line after the voucher, and the least that was left of the fund on its day or a later one, sen. */
  readonly ofLine: number
  readonly balance: number
  readonly records: readonly BudgetRecord[]
}

function overspendingOf(use: Use, { ofLine, balance, records }: After): Approval[] {
  const { entryId, voucher, budgetLine, budgetLineId, createdAt, amount: spent, approvedBy } = use
  const told = { entryId, voucher, date: localDayOf(createdAt), approvedBy: approvedBy ?? '' }
  const planned = budgetLineId === null ? undefined : plannedAt(records, budgetLineId, use.seq)
  const above = planned === undefined ? 0 : Math.min(spent, ofLine - planned)
  const missing = Math.min(spent, 0 - balance)
  return [
    ...(above > 0 ? [{ ...told, what: 'budget_line' as const, budgetLine, amount: above }] : []),
    ...(missing > 0 ? [{ ...told, what: 'fund_balance' as const, budgetLine: null, amount: missing }] : []),
  ]
}

/** Budget lines that somebody let be raised or added. */
function raisesOf(records: readonly BudgetRecord[]): Approval[] {
  return records.flatMap(({ approvedBy, madeAt, lines }, index) => {
    if (approvedBy === null) return []
    const before = new Map(records[index - 1]?.lines.map(({ budgetLineId, planned }) => [budgetLineId, planned]))
    const raised = lines.map((line) => ({ ...line, amount: line.planned - (before.get(line.budgetLineId) ?? 0) }))
    return raised
      .filter(({ amount }) => amount > 0)
      .map(({ name, amount }) => {
        const told = { entryId: null, voucher: null, date: localDayOf(madeAt), approvedBy }
        return { ...told, what: 'budget_raised' as const, budgetLine: name, amount }
      })
  })
}

/** What each entry spent of a fund, in the order in which they were written, sen. */
async function usesOf(db: Reader, fundId: string) {
  const lines = await db
    .selectFrom('journal_line as l')
    .innerJoin('journal_entry as e', 'e.seq', 'l.seq')
    .leftJoin('budget_line as b', 'b.id', 'l.budget_line_id')
    .select(['e.seq', 'e.id as entryId', 'e.reverses_id as reversesId', 'e.book', 'e.year', 'e.number', 'e.date'])
    .select(['e.description', 'e.approved_by as approvedBy', 'e.created_at as createdAt'])
    .select(['l.account', 'l.budget_line_id as budgetLineId', 'b.name as budgetLine'])
    .select((eb) => eb('l.debit', '-', eb.ref('l.credit')).as('net'))
    .where('l.fund_id', '=', fundId)
    .orderBy('l.seq')
    .orderBy('l.line_no')
    .execute()
  const uses = lines.filter(({ account }) => isFundUse(account))
  return [...Map.groupBy(uses, ({ seq, budgetLineId }) => `${seq} ${budgetLineId}`).values()].flatMap((own) => {
    const amount = own.reduce((sum, { net }) => sum + net, 0)
    return own.slice(0, 1).map((use) => ({ ...use, voucher: voucherName(use), amount }))
  })
}
