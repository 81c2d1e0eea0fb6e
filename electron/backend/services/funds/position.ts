import {
  claimAccount,
  type FundTreatment,
  fundAccounts,
  isFundUse,
} from '../../../../shared/rules/entries/fund-line.ts'
import type { Reader } from '../../db/tables.ts'
import { byHand, refundedBy } from './refunds.ts'

/** What became of a fund's money by the end of a day, sen. */
export interface FundPosition {
  readonly received: number
  readonly spent: number
  readonly refunded: number
  /** Received less spent and refunded: what the card of the fund says, less what was laid out for it. */
  readonly balance: number
  readonly claimed: number
  /** Cash of the fund by account. */
  readonly cash: ReadonlyMap<string, number>
  readonly spentByLine: ReadonlyMap<string, number>
}

interface Asked {
  readonly fundId?: string
  readonly asOf: string
}

interface Line {
  readonly account: string
  readonly budgetLineId: string | null
  readonly isCash: boolean
  /** Debit less credit. */
  readonly net: number
}

/** Added up from the lines that name a fund alone: one fund, or all that have any. */
export async function fundPositions(db: Reader, asked: Asked, treatments: ReadonlyMap<string, FundTreatment>) {
  const lines = Map.groupBy(await linesOfFunds(db, asked), ({ fundId }) => fundId)
  const refunds = await refundsOfFunds(db, asked, treatments)
  const found = [...treatments].map(([fundId, treatment]) => {
    return [fundId, positionOf(lines.get(fundId) ?? [], treatment, refunds.get(fundId) ?? 0)] as const
  })
  return new Map<string, FundPosition>(found)
}

function positionOf(lines: readonly Line[], treatment: FundTreatment, refunded: number): FundPosition {
  const on = (wanted: (line: Line) => boolean) => lines.filter(wanted).reduce((sum, { net }) => sum + net, 0)
  const costs = lines.filter(({ account }) => isFundUse(account))
  const spent = costs.reduce((sum, { net }) => sum + net, 0)
  const claimed = on(({ account }) => account === claimAccount)
  const onCard = 0 - on(({ account }) => account === fundAccounts[treatment])
  // A capital grant stays capital when it is spent; of what is owed, spending and refunds are taken off.
  const balance = treatment === 'capital' ? onCard - spent : onCard - claimed
  const byLine = Map.groupBy(costs, ({ budgetLineId }) => budgetLineId ?? '')
  const cash = Map.groupBy(
    lines.filter(({ isCash }) => isCash),
    ({ account }) => account,
  )
  return {
    ...{ received: balance + spent + refunded, spent, refunded, balance, claimed },
    cash: sums(cash),
    spentByLine: sums(byLine),
  }
}

function sums(groups: ReadonlyMap<string, readonly Line[]>): Map<string, number> {
  return new Map([...groups].map(([key, own]) => [key, own.reduce((sum, { net }) => sum + net, 0)]))
}

async function linesOfFunds(db: Reader, { fundId, asOf }: Asked) {
  let query = db
    .selectFrom('journal_line as l')
    .innerJoin('account as a', 'a.code', 'l.account')
    .select(['l.fund_id as fundId', 'l.account', 'l.budget_line_id as budgetLineId', 'a.cash_flow'])
    .select((eb) => eb.fn.sum<number>(eb('l.debit', '-', eb.ref('l.credit'))).as('net'))
    .where('l.fund_id', 'is not', null)
    .where('l.entry_date', '<=', asOf)
  if (fundId !== undefined) query = query.where('l.fund_id', '=', fundId)
  const rows = await query.groupBy(['l.fund_id', 'l.account', 'l.budget_line_id', 'a.cash_flow']).execute()
  return rows.map(({ cash_flow, fundId: of, ...line }) => ({ ...line, fundId: of ?? '', isCash: cash_flow === 'cash' }))
}

/** What went back, by the entries that gave it back and those that took that back. */
async function refundsOfFunds(db: Reader, { fundId, asOf }: Asked, treatments: ReadonlyMap<string, FundTreatment>) {
  let query = db
    .selectFrom('journal_line as l')
    .innerJoin('journal_entry as e', 'e.seq', 'l.seq')
    .leftJoin('journal_entry as o', 'o.id', 'e.reverses_id')
    .select(['l.fund_id as fundId', 'l.seq', 'l.account'])
    .select((eb) => [
      eb('l.debit', '-', eb.ref('l.credit')).as('net'),
      eb.fn.coalesce('o.procedure', 'e.procedure').as('origin'),
      eb.case().when('e.reverses_id', 'is', null).then(eb.lit(0)).else(eb.lit(1)).end().as('isReversal'),
    ])
    .where('l.fund_id', 'is not', null)
    .where('l.entry_date', '<=', asOf)
    .where((eb) => eb(eb.fn.coalesce('o.procedure', 'e.procedure'), 'in', ['funds.refund', ...byHand]))
  if (fundId !== undefined) query = query.where('l.fund_id', '=', fundId)
  const refunds = new Map<string, number>()
  for (const own of Map.groupBy(await query.execute(), (line) => `${line.seq} ${line.fundId}`).values()) {
    const of = own[0]?.fundId ?? ''
    const refunded = refundedBy(own, treatments.get(of) ?? 'activity')
    refunds.set(of, (refunds.get(of) ?? 0) + refunded)
  }
  return refunds
}
