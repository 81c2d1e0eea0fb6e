import assert from 'node:assert/strict'
import { addDays, daysBetween, firstDayOfYear, yearOf } from '../../../shared/calendar.ts'
import { lastYear } from '../large-book.ts'
import { type Measured, paired, timed, within } from '../measure.ts'
import { type OpenBook, openCopy, today } from '../open-book.ts'

type Ask = (book: OpenBook, asOf: string) => Promise<unknown>

const questions: Readonly<Record<string, Ask>> = {
  'trial balance': ({ api }, asOf) => api.ledger.trialBalance({ asOf }),
  'balance sheet and surplus': async ({ api }, asOf) => {
    const from = firstDayOfYear(yearOf(asOf))
    await api.reports.run({ report: 'balanceSheet', params: { asOf } })
    await api.reports.run({ report: 'surplus', params: { from, to: asOf } })
  },
  'home.summary': ({ api }, asOf) => api.home.summary({ asOf }),
}

const daysARound = 4

/** Half of the days in the year both books have, half anywhere in the book's life. */
function daysOf(firstYear: number, round: number): string[] {
  return Array.from({ length: daysARound }, (_, index) => {
    const first = firstDayOfYear(index % 2 === 0 ? lastYear : firstYear)
    const place = (round * daysARound + index) * 0.618_033_988_75
    return addDays(first, Math.floor((place % 1) * daysBetween(first, today)))
  })
}

/** Every statement of a year of a book of a million lines, beside the year before. */
export async function statementsInTime(decade: string, rounds: number): Promise<Measured[]> {
  const book = await openCopy(decade)
  const params = { from: firstDayOfYear(lastYear), to: today }
  const measured: Measured[] = []
  for (const report of ['surplus', 'cashFlow', 'equityChanges'] as const) {
    const what = `${report} of a year, 1 million lines`
    const run = async () => void (await book.api.reports.run({ report, params }))
    measured.push(await within({ what, allowed: 200 }, rounds, run))
  }
  await book.close()
  return measured
}

/** Figures as of any day, of ten years and of the newest of them alone. */
export async function balancesOverYears(decade: string, year: string, rounds: number): Promise<Measured[]> {
  const [long, short] = [await openCopy(decade), await openCopy(year)]
  await requireExact(long)
  const on = (book: OpenBook, firstYear: number, ask: Ask) => (round: number) =>
    timed(async () => {
      for (const asOf of daysOf(firstYear, round)) await ask(book, asOf)
    })
  const measured: Measured[] = []
  for (const [name, ask] of Object.entries(questions)) {
    const what = `${name} as of any day: 10 years / 1 year`
    const promised = { what, atLeast: 1.5, aim: 1.1 }
    measured.push(await paired(promised, rounds, on(long, lastYear - 9, ask), on(short, lastYear, ask)))
  }
  await long.close()
  await short.close()
  return measured
}

/** The same of ten years, through the service and as one prepared question to the kept balances. */
export async function balancesAgainstQuery(decade: string, rounds: number): Promise<Measured[]> {
  const book = await openCopy(decade)
  const bare = bareQuery(book)
  const bareSide = (round: number) => timed(() => daysOf(lastYear - 9, round).map(bare))
  const measured: Measured[] = []
  for (const [name, ask] of Object.entries(questions)) {
    const service = (round: number) =>
      timed(async () => {
        for (const asOf of daysOf(lastYear - 9, round)) await ask(book, asOf)
      })
    const what = `${name}, 1 million lines: service / bare kept-balance query`
    measured.push(await paired({ what, atLeast: 30, aim: 10 }, rounds, service, bareSide))
  }
  await book.close()
  return measured
}

interface Moved {
  readonly account: string
  readonly net: number
}

function bareQuery({ app }: OpenBook): (asOf: string) => Moved[] {
  const kept = (table: string, when: string) =>
    `SELECT b.account, b.debit - b.credit AS net FROM account a CROSS JOIN ${table} b ON b.account = a.code WHERE ${when}`
  const pieces = [
    kept('balance_year', 'year < substr(:day, 1, 4)'),
    kept('balance_month', "month >= substr(:day, 1, 4) || '-01' AND month < substr(:day, 1, 7)"),
    kept('balance_day', "day >= substr(:day, 1, 7) || '-01' AND day <= :day"),
  ]
  const statement = app.file.database.prepare(
    `SELECT account, sum(net) AS net FROM (${pieces.join(' UNION ALL ')}) GROUP BY account ORDER BY account`,
  )
  return (day) => statement.all({ day }) as Moved[]
}

/** What the service answers is what the lines add up to. */
async function requireExact(book: OpenBook): Promise<void> {
  const fromLines = book.app.file.database.prepare(
    'SELECT account, sum(debit) - sum(credit) AS net FROM journal_line WHERE entry_date <= ? GROUP BY account ORDER BY account',
  )
  for (const asOf of [`${lastYear - 4}-02-28`, `${lastYear}-06-15`, today]) {
    const { rows } = await book.api.ledger.trialBalance({ asOf })
    const answered = rows.map(({ code, debit, credit }) => ({ account: code, net: debit - credit }))
    const expected = (fromLines.all(asOf) as Moved[]).filter(({ net }) => net !== 0)
    assert.deepEqual(answered, expected)
    const { cash } = await book.api.home.summary({ asOf })
    const inHand = expected.filter(({ account }) => account.startsWith('111') || account.startsWith('112'))
    assert.equal(
      cash.total,
      inHand.reduce((sum, { net }) => sum + net, 0),
    )
  }
}
