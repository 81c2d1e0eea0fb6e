import { addMonthsToMonth, monthOf } from '../../../../shared/calendar.ts'
import type { Answers } from '../../../../shared/contract/index.ts'
import { withheldTaxAccount } from '../../../../shared/rules/entries/savings-interest.ts'
import { accruedTermInterestAccount } from '../../../../shared/rules/entries/term-deposit.ts'
import { sumSen } from '../../../../shared/rules/money.ts'
import type { Reader } from '../../db/tables.ts'
import { everyRun, newestRun, type StandingRun } from '../../ledger/interest-runs.ts'
import type { Reading } from '../../work.ts'
import { doesEarn, ratesByProduct } from './rates.ts'

type Runs = Answers['savings']['interestRuns']

/** The months that have their interest, and the one that is next: without any, the first that has a rate. */
export async function interestRuns({ db, today }: Reading): Promise<Runs> {
  const runs = await everyRun(db)
  return { next: await nextInterestMonth(db, today), rows: await withSums(db, runs) }
}

/** The month after the newest that has its interest. */
export async function nextInterestMonth(db: Reader, today: string): Promise<string> {
  const newest = await newestRun(db)
  return newest ? addMonthsToMonth(newest.month, 1) : firstEarningMonth(db, today)
}

/** The last month that is over, or an earlier one since which somebody was promised interest on what lies there. */
async function firstEarningMonth(db: Reader, today: string): Promise<string> {
  const last = addMonthsToMonth(monthOf(today), -1)
  const rates = await ratesByProduct(db)
  const firsts = [...rates.values()].flatMap((own) => own.find(doesEarn)?.fromMonth ?? [])
  const [promised = last] = firsts.toSorted()
  if (promised >= last) return last
  const oldest = await db
    .selectFrom('savings_account')
    .select((eb) => eb.fn.min<string | null>('opened_on').as('date'))
    .executeTakeFirst()
  const saved = monthOf(oldest?.date ?? today)
  return [last, promised > saved ? promised : saved].toSorted()[0] ?? last
}

async function withSums(db: Reader, runs: readonly StandingRun[]): Promise<Runs['rows']> {
  if (runs.length === 0) return []
  const lines = await db
    .selectFrom('journal_line as l')
    .select(['l.seq', 'l.account'])
    .select((eb) => [eb.fn.sum<number>('l.debit').as('debit'), eb.fn.sum<number>('l.credit').as('credit')])
    .select((eb) => eb.fn.sum<number>(eb.case().when('l.debit', '>', 0).then(1).else(0).end()).as('accounts'))
    .where(
      'l.seq',
      'in',
      runs.map(({ seq }) => seq),
    )
    .groupBy(['l.seq', 'l.account'])
    .execute()
  const bySeq = Map.groupBy(lines, ({ seq }) => seq)
  return runs.map(({ month, entryId, requestId, voucher, date, seq }) => {
    const own = bySeq.get(seq) ?? []
    const gross = sumSen(own.map(({ debit }) => debit))
    const onto = (wanted: string) => sumSen(own.filter(({ account }) => account === wanted).map(({ credit }) => credit))
    const [tax, accrued] = [onto(withheldTaxAccount), onto(accruedTermInterestAccount)]
    const accounts = own.reduce((count, line) => count + line.accounts, 0)
    return { month, entryId, requestId, voucher, date, accounts, gross, tax, net: sumSen([gross, -tax]), accrued }
  })
}
