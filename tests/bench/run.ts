import { parseArgs } from 'node:util'
import { large, small } from './cooperative.ts'
import { bookOf } from './large-book.ts'
import { bookOfLoans, members } from './many-loans.ts'
import type { Measured } from './measure.ts'
import { balancesAgainstQuery, balancesOverYears, statementsInTime } from './rows/balances.ts'
import { interestRun } from './rows/interest.ts'
import { loansInTime } from './rows/loans.ts'
import { meetingBookInTime } from './rows/meeting-book.ts'
import { meetingsInTime } from './rows/meetings.ts'
import { paperAgainstPdfmake } from './rows/paper.ts'
import { importing, postingAgainstBare, postingIntoLarge } from './rows/posting.ts'
import { openingProof } from './rows/proof.ts'
import { registerPages } from './rows/register.ts'
import { surplusSimulation } from './rows/surplus.ts'
import { goodsInTime, sellingAgainstBare } from './rows/trade.ts'
import { bookOfGoods } from './stocked-shop.ts'
import { tableOf } from './table.ts'

const { values } = parseArgs({
  options: { strict: { type: 'boolean' }, quick: { type: 'boolean' }, only: { type: 'string' } },
})
const say = (text: string) => process.stdout.write(`${text}\n`)
const isQuick = values.quick === true
const size = isQuick ? small : large
const lent = { loans: isQuick ? 1_000 : 10_000, months: 24 }
const lentToMeeting = { loans: 2 * members, months: 24 }
/** One of the first cooperatives, and one as large as they may become. */
const villageSize = { members: 85, salesADay: 5, paymentsADay: 2 }
const townSize = { members: 10_000, salesADay: 50, paymentsADay: 16 }
const stocked = { items: isQuick ? 1_000 : 10_000, moves: isQuick ? 50_000 : 500_000 }
const rounds = (usual: number) => (isQuick ? Math.ceil(usual / 4) : usual)

const [empty, year, decade] = [await bookOf(size, 0), await bookOf(size, 1), await bookOf(size, 10)]

const groups: Readonly<Record<string, () => Promise<Measured[]>>> = {
  posting: () => postingAgainstBare(empty, rounds(60)),
  large: () => postingIntoLarge(empty, decade, rounds(60)),
  years: () => balancesOverYears(decade, year, rounds(40)),
  balances: () => balancesAgainstQuery(decade, rounds(40)),
  statements: () => statementsInTime(decade, rounds(12)),
  register: () => registerPages(decade, rounds(100)),
  import: () => importing(empty, size, isQuick ? 20_000 : 100_000),
  interest: () => interestRun(empty, isQuick ? 1_000 : 10_000, rounds(8)),
  surplus: () => surplusSimulation(empty, isQuick ? 1_000 : 10_000, rounds(8)),
  proof: () => openingProof(decade, isQuick ? 2 : 3),
  loans: async () => loansInTime(await bookOfLoans(lent), lent.loans, rounds(12)),
  meeting: async () => meetingsInTime(await bookOfLoans(lentToMeeting), lentToMeeting.loans, rounds(12)),
  selling: () => sellingAgainstBare(empty, { costing: 'moving_average', earlier: 0 }, rounds(60)),
  sellingLots: () => sellingAgainstBare(empty, { costing: 'fifo', earlier: 400 }, rounds(60)),
  goods: async () => goodsInTime(await bookOfGoods(stocked), stocked, rounds(40)),
  meetingBook: async () => [
    ...(await meetingBookInTime(await bookOf(villageSize, 1), { members: villageSize.members, allowed: 5_000 }, 3)),
    ...(isQuick
      ? []
      : await meetingBookInTime(await bookOf(townSize, 1), { members: townSize.members, allowed: 60_000 }, 1)),
  ],
  paper: () => paperAgainstPdfmake(decade, isQuick ? 500 : 4_000, rounds(8)),
}

const measured: Measured[] = []
for (const [name, measure] of Object.entries(groups)) {
  if (values.only !== undefined && values.only !== name) continue
  const start = performance.now()
  measured.push(...(await measure()))
  say(`${name}: ${((performance.now() - start) / 1000).toFixed(0)} s`)
}
say('')
say(tableOf(measured))
const missed = measured.filter(({ ratio, atLeast }) => !(ratio <= atLeast))
if (missed.length > 0) say(`\nbelow "at least": ${missed.map(({ what }) => what).join('; ')}`)
process.exit(values.strict && missed.length > 0 ? 1 : 0)
