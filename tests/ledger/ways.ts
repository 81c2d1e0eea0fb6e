import { addMonthsToMonth, monthOf } from '../../shared/calendar.ts'
import { openTestBook, requestId, type TestBook } from '../support/book.ts'
import { addMember, approvedLoan, deposit, openSavings, putCash } from '../support/counter.ts'
import { closingWayNames, closingWays } from './closing-ways.ts'
import { fundWayNames, fundWays } from './fund-ways.ts'

/** Every procedure that posts on a day. */
export const wayNames = [
  'journal.post',
  'journal.reverse',
  'opening.post',
  'cash.receive',
  'cash.spend',
  'cash.transfer',
  'cash.count',
  ...fundWayNames,
  ...closingWayNames,
  'savings.deposit',
  'savings.withdraw',
  'savings.reclassify',
  'savings.accrueInterest',
  'savings.termOpen',
  'savings.termClose',
  'savings.termRollOver',
  'collection.record',
  'loans.disburse',
  'loans.pay',
  'loans.payOff',
  'loans.refundHeld',
  'loans.restructure',
  'loans.writeOff',
  'loans.recover',
  'members.exit',
  'members.payExit',
  'trade.purchase',
  'trade.returnPurchase',
  'trade.sell',
  'trade.returnSale',
  'trade.receiveConsignment',
  'trade.returnConsignment',
  'trade.settleConsignor',
  'trade.transfer',
  'trade.pay',
  'trade.closeShift',
  'trade.openingStock',
  'trade.stockTake',
  'trade.produce',
  'trade.receive',
  'trade.withdrawMarketplace',
  'assets.acquire',
  'assets.takeOver',
  'assets.depreciate',
  'assets.dispose',
  'tax.post',
  'requests.undo',
] as const

type Ways = Readonly<Record<(typeof wayNames)[number], (date: string) => Promise<unknown>>>

/** A book in which each of these ways has what it needs from the first days of a year on. */
export interface WaysBook extends TestBook {
  /** Each with an input that is right in all but the day. */
  readonly ways: Ways
}

export async function openBookWithWays(year: number): Promise<WaysBook> {
  const book = await openTestBook()
  const closing = await closingWays(book, year)
  const memberId = await addMember(book, '0001', `${year}-01-01`)
  const savingsAccountId = await openSavings(book, memberId, 'sukarela', `${year}-01-02`)
  await deposit(book, savingsAccountId, 900_000_00, `${year}-01-03`)
  await deposit(book, await openSavings(book, memberId, 'hari_raya', `${year}-01-02`), 50_00, `${year}-01-03`)
  const tiers = [{ from: 0, ratePctPerYear: '6' }]
  await book.api.savings.setInterest({ product: 'sukarela', fromMonth: `${year}-01`, tiers })
  const { entryId } = await putCash(book, 1_000_000_00, `${year}-01-04`)
  const collection = requestId()
  const collected = { cashAccount: '11101', rows: [{ memberId, savings: { wajib: 20_000_00 } }] }
  await book.api.collection.record({ requestId: collection, date: `${year}-01-05`, ...collected })
  const ways = {
    ...closing,
    ...(await loanWays(book, memberId, year)),
    ...(await leavingWays(book, year)),
    ...(await tradeWays(book, memberId, year)),
    ...(await assetWays(book, year)),
    ...(await taxWays(book, year)),
    ...ledgerWays(book, entryId),
    ...(await fundWays(book, year)),
    ...counterWays(book, savingsAccountId, collected, collection),
    ...(await termWays(book, memberId, year)),
  }
  return { ...book, ways }
}

/** One loan waits for its payout, one is paid back in parts, one at once. */
async function loanWays(book: TestBook, memberId: string, year: number) {
  const waiting = await approvedLoan(book, memberId, `${year}-01-04`)
  const [slow, quick] = [await runningLoan(book, memberId, year), await runningLoan(book, memberId, year)]
  const { loans } = book.api
  const ahead = await runningLoan(book, memberId, year)
  const paid = { requestId: requestId(), loanId: ahead, date: `${year}-01-06`, amount: 100_00, cashAccount: '11101' }
  await loans.pay({ ...paid, excess: 'hold' })
  return {
    'loans.refundHeld': (date: string) =>
      loans.refundHeld({ requestId: requestId(), loanId: ahead, date, amount: 5_00, cashAccount: '11101' }),
    ...(await endingWays(book, memberId, year)),
    'loans.disburse': (date: string) =>
      loans.disburse({ requestId: requestId(), loanId: waiting, date, cashAccount: '11101' }),
    'loans.pay': (date: string) =>
      loans.pay({ requestId: requestId(), loanId: slow, date, amount: 5_00, cashAccount: '11101' }),
    'loans.payOff': (date: string) =>
      loans.payOff({ requestId: requestId(), loanId: quick, date, cashAccount: '11101' }),
  }
}

/** One term of a month is paid back, one placed again. */
async function termWays({ api }: TestBook, memberId: string, year: number) {
  const terms = { memberId, product: 'berjangka', amount: 10_000_00, months: 1, ratePctPerYear: '0' }
  const place = (date: string) => api.savings.termOpen({ requestId: requestId(), ...terms, date, cashAccount: '11101' })
  const [paid, renewed] = [await place(`${year}-01-04`), await place(`${year}-01-04`)]
  return {
    'savings.termOpen': place,
    'savings.termClose': (date: string) => {
      const { savingsAccountId } = paid
      return api.savings.termClose({ requestId: requestId(), savingsAccountId, date, cashAccount: '11101' })
    },
    'savings.termRollOver': (date: string) => {
      const { savingsAccountId } = renewed
      return api.savings.termRollOver({ requestId: requestId(), savingsAccountId, date, rollover: 'principal' })
    },
  }
}

/** Loans that are restructured, written off, and recovered of one that was. */
async function endingWays(book: TestBook, memberId: string, year: number) {
  const { loans } = book.api
  const [moved, lost, gone] = [
    await runningLoan(book, memberId, year),
    await runningLoan(book, memberId, year),
    await runningLoan(book, memberId, year),
  ]
  const decision = { number: '1/RAT', on: `${year}-01-06`, by: 'rat' as const }
  await loans.writeOff({ requestId: requestId(), loanId: gone, date: `${year}-01-06`, decision })
  const anew = { months: 5, reason: 'Panen gagal', approvedBy: 'Sri Wahyuni' }
  return {
    'loans.restructure': (date: string) => loans.restructure({ requestId: requestId(), loanId: moved, date, ...anew }),
    'loans.writeOff': (date: string) => loans.writeOff({ requestId: requestId(), loanId: lost, date, decision }),
    'loans.recover': (date: string) =>
      loans.recover({ requestId: requestId(), loanId: gone, date, amount: 5_00, cashAccount: '11101' }),
  }
}

async function runningLoan(book: TestBook, memberId: string, year: number): Promise<string> {
  const loanId = await approvedLoan(book, memberId, `${year}-01-04`)
  await book.api.loans.disburse({ requestId: requestId(), loanId, date: `${year}-01-05`, cashAccount: '11101' })
  return loanId
}

/** One member is about to leave, one has left and is still to be paid. */
async function leavingWays(book: TestBook, year: number) {
  const leaving = await addMember(book, '0002', `${year}-01-01`)
  const left = await addMember(book, '0003', `${year}-01-01`)
  for (const memberId of [leaving, left]) {
    await deposit(book, await openSavings(book, memberId, 'pokok', `${year}-01-02`), 100_000_00, `${year}-01-03`)
  }
  const { members } = book.api
  const exit = (memberId: string, date: string) =>
    members.exit({ requestId: requestId(), memberId, date, reason: 'resigned' })
  await exit(left, `${year}-01-04`)
  return {
    'members.exit': (date: string) => exit(leaving, date),
    'members.payExit': (date: string) =>
      members.payExit({ requestId: requestId(), memberId: left, date, cashAccount: '11101', amount: 5_00 }),
  }
}

/** Goods of the shop and goods in keeping that lie there, with one purchase and one sale behind them. */
async function tradeWays({ api }: TestBook, memberId: string, year: number) {
  const { items, partners, trade } = api
  const { itemId } = await items.create({ name: 'Gula', priceOther: 5_00_00 })
  const { itemId: kept } = await items.create({ name: 'Keripik', priceOther: 5_00_00, ownerMemberId: memberId })
  const { partnerId } = await partners.create({ name: 'Warung Bu Sri', kind: 'outlet' })
  const { locationId: outlet } = await trade.createLocation({ name: 'Warung Bu Sri', partnerId })
  const [goods, keeping] = [[{ itemId, qty: 1_000 }], [{ itemId: kept, qty: 1_000 }]]
  const cash = { cashAccount: '11101' }
  const buy = (date: string, qty = 1_000) =>
    trade.purchase({ requestId: requestId(), date, ...cash, lines: [{ itemId, qty, amount: 3_00_00 }] })
  const receive = (date: string, qty = 1_000) =>
    trade.receiveConsignment({ requestId: requestId(), date, lines: [{ itemId: kept, qty }] })
  const sell = (date: string) => trade.sell({ requestId: requestId(), date, ...cash, lines: [...goods, ...keeping] })
  const bought = await buy(`${year}-01-06`, 50_000)
  await receive(`${year}-01-06`, 50_000)
  const sold = await sell(`${year}-01-07`)
  const part = { lines: [{ n: 1, qty: 500 }], ...cash }
  return {
    ...(await tradeDebtWays(api, { itemId, memberId }, year)),
    'trade.purchase': buy,
    'trade.returnPurchase': (date: string) =>
      trade.returnPurchase({ requestId: requestId(), date, documentId: bought.documentId, ...part }),
    'trade.sell': sell,
    'trade.returnSale': (date: string) =>
      trade.returnSale({ requestId: requestId(), date, documentId: sold.documentId, ...part }),
    'trade.receiveConsignment': receive,
    'trade.returnConsignment': (date: string) =>
      trade.returnConsignment({ requestId: requestId(), date, lines: keeping }),
    'trade.settleConsignor': (date: string) =>
      trade.settleConsignor({ requestId: requestId(), date, memberId, amount: 5_00, ...cash }),
    'trade.transfer': (date: string) =>
      trade.transfer({ requestId: requestId(), date, from: 'shop', to: outlet, lines: goods }),
  }
}

/** Goods bought and sold on credit and through a marketplace, to be paid in parts. */
async function tradeDebtWays(
  { items, partners, trade }: TestBook['api'],
  { itemId, memberId }: { readonly itemId: string; readonly memberId: string },
  year: number,
) {
  const { partnerId: market } = await partners.create({ name: 'Pasar Daring', kind: 'marketplace' })
  const { partnerId: supplier } = await partners.create({ name: 'UD Sumber Rejeki', kind: 'supplier' })
  const goods = { date: `${year}-01-07`, lines: [{ itemId, qty: 1_000 }] }
  const bought = { ...goods, lines: [{ itemId, qty: 1_000, amount: 900_00 }] }
  await trade.purchase({ requestId: requestId(), ...bought, partnerId: supplier })
  await trade.sell({ requestId: requestId(), ...goods, memberId })
  await trade.sell({ requestId: requestId(), ...goods, partnerId: market, channel: 'marketplace' })
  const part = { amount: 5_00, cashAccount: '11101' }
  return {
    ...(await stockWays({ items, trade }, itemId)),
    ...(await shiftWays(trade, `${year}-01-07`)),
    'trade.pay': (date: string) => trade.pay({ requestId: requestId(), date, partnerId: supplier, ...part }),
    'trade.receive': (date: string) => trade.receive({ requestId: requestId(), date, memberId, ...part }),
    'trade.withdrawMarketplace': (date: string) =>
      trade.withdrawMarketplace({ requestId: requestId(), date, partnerId: market, ...part }),
  }
}

/** A shift at the box that is to be counted. */
async function shiftWays(trade: TestBook['api']['trade'], opened: string) {
  const begun = { requestId: requestId(), date: opened, cashAccount: '11102', cashier: 'Sari' }
  const { shiftId } = await trade.openShift(begun)
  const count = { denominations: { '1000': 1 }, countedBy: ['Sari', 'Budi'] as [string, string], reason: 'Selisih' }
  return {
    'trade.closeShift': (date: string) => trade.closeShift({ requestId: requestId(), date, shiftId, ...count }),
  }
}

/** Goods that are taken over, counted and made of others. */
async function stockWays({ items, trade }: Pick<TestBook['api'], 'items' | 'trade'>, itemId: string) {
  const { itemId: made } = await items.create({ name: 'Sirup', kind: 'finished' })
  return {
    'trade.openingStock': (date: string) =>
      trade.openingStock({ requestId: requestId(), date, lines: [{ itemId, qty: 1_000, cost: 3_00_00 }] }),
    'trade.stockTake': (date: string) =>
      trade.stockTake({
        requestId: requestId(),
        date,
        countedBy: ['Sari', 'Budi'],
        lines: [{ itemId, counted: 9_000 }],
      }),
    'trade.produce': (date: string) =>
      trade.produce({
        ...{ requestId: requestId(), date, materials: [{ itemId, qty: 1_000 }] },
        products: [{ itemId: made, qty: 2_000 }],
      }),
  }
}

/** January has turnover, and the year is under the final tax. */
async function taxWays({ api }: TestBook, year: number) {
  const sold = [{ account: '43107', amount: 200_00 }]
  const cash = { cashAccount: '11101', description: 'Jasa giling' }
  await api.cash.receive({ requestId: requestId(), date: `${year}-01-09`, ...cash, lines: sold })
  await api.tax.setRegime({ requestId: requestId(), year, regime: 'final_0_5' })
  return { 'tax.post': (date: string) => api.tax.post({ requestId: requestId(), month: `${year}-01`, date }) }
}

/** A machine that loses something every month, and land that is sold. */
async function assetWays({ api: { assets } }: TestBook, year: number) {
  const machine = { name: 'Mesin', account: '18104', cost: 12_000_00, months: 12 }
  const land = { name: 'Tanah', account: '18101', cost: 5_00 }
  const acquire = (date: string, what: typeof machine | typeof land) =>
    assets.acquire({ requestId: requestId(), date, ...what, cashAccount: '11101' })
  await acquire(`${year}-01-06`, machine)
  const { assetId } = await acquire(`${year}-01-06`, land)
  return {
    'assets.acquire': (date: string) => acquire(date, machine),
    'assets.takeOver': (date: string) =>
      assets.takeOver({ requestId: requestId(), date, acquiredOn: `${year - 1}-06-01`, ...machine }),
    'assets.depreciate': (date: string) => assets.depreciate({ requestId: requestId(), month: `${year}-01`, date }),
    'assets.dispose': (date: string) =>
      assets.dispose({ requestId: requestId(), date, assetId, reason: 'Dijual', price: 5_00, cashAccount: '11101' }),
  }
}

const lines = [{ account: '48106', amount: 5_00 }]
const both = [
  { account: '11101', debit: 5_00 },
  { account: '48106', credit: 5_00 },
]

function ledgerWays({ api }: TestBook, entryId: string) {
  return {
    'journal.post': (date: string) =>
      api.journal.post({ requestId: requestId(), date, description: 'Catatan', lines: both }),
    'journal.reverse': (date: string) =>
      api.journal.reverse({ requestId: requestId(), entryId, date, reason: 'Salah' }),
    'opening.post': (date: string) => api.opening.post({ requestId: requestId(), date, lines: both }),
    'cash.receive': (date: string) =>
      api.cash.receive({ requestId: requestId(), date, cashAccount: '11101', description: 'Masuk', lines }),
    'cash.spend': (date: string) =>
      api.cash.spend({
        requestId: requestId(),
        date,
        cashAccount: '11101',
        description: 'Keluar',
        lines: [{ account: '52201', amount: 5_00 }],
      }),
    'cash.transfer': (date: string) =>
      api.cash.transfer({ requestId: requestId(), date, from: '11101', to: '11201', amount: 5_00 }),
    'cash.count': (date: string) =>
      api.cash.count({
        requestId: requestId(),
        date,
        cashAccount: '11101',
        denominations: { '1000': 1 },
        countedBy: ['Sari', 'Budi'],
        reason: 'Selisih',
      }),
  }
}

type Collected = Omit<Parameters<TestBook['api']['collection']['record']>[0], 'requestId' | 'date'>

function counterWays(book: TestBook, savingsAccountId: string, collected: Collected, undoes: string) {
  const { api } = book
  return {
    'savings.deposit': (date: string) => deposit(book, savingsAccountId, 5_00, date),
    'savings.withdraw': (date: string) =>
      api.savings.withdraw({ requestId: requestId(), savingsAccountId, date, amount: 5_00, cashAccount: '11101' }),
    'savings.reclassify': (date: string) =>
      api.savings.reclassify({ requestId: requestId(), product: 'hari_raya', account: '21105', date }),
    'savings.accrueInterest': (date: string) =>
      api.savings.accrueInterest({ requestId: requestId(), month: addMonthsToMonth(monthOf(date), -1), date }),
    'collection.record': (date: string) => api.collection.record({ requestId: requestId(), date, ...collected }),
    'requests.undo': (date: string) =>
      api.requests.undo({ requestId: requestId(), undoes, date, reason: 'Salah hari' }),
  }
}
