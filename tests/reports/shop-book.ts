import { requestId } from '../support/book.ts'
import { openTradingBook, type TradingBook } from '../support/trade.ts'

type Sales = 'long' | 'largest' | 'credit' | 'market' | 'owed'
type Kept = 'received' | 'broughtBack' | 'givenBack' | 'firstPaid' | 'paid'
type Documents = Sales | Kept | 'counted' | 'agreed' | 'sentBack' | 'sentOut' | 'cameBack'

/** A shop whose papers are as full as they get: the longest names, sixty lines, the largest amounts. */
export interface ShopBook extends TradingBook {
  readonly documents: Readonly<Record<Documents, string>>
  readonly gold: string
  /** One that was closed with money missing, and one that goes on. */
  readonly shifts: Readonly<Record<'closed' | 'open', string>>
  /** What makers bring: crackers of a member, and coffee of hers. */
  readonly kept: Readonly<Record<'crackers' | 'coffee', string>>
}

const longName =
  'Keripik singkong balado pedas manis buatan ibu-ibu kelompok tani wanita mawar melati kemasan ekonomis isi banyak'

export async function openShopBook(): Promise<ShopBook> {
  const book = await openTradingBook()
  const { api, memberId, marketplaceId } = book
  const long: { itemId: string; qty: number; discount: number }[] = []
  for (let n = 1; n <= 60; n += 1) {
    const itemId = await book.item({
      name: `${n}. ${longName}`.slice(0, 120),
      unitName: 'bungkus',
      priceOther: 1_250_00,
    })
    await book.buy(itemId, 2, 1_000)
    long.push({ itemId, qty: 1_125, discount: 5_00 })
  }
  const gold = await book.item({ name: 'Emas', unitName: 'batang', priceOther: 888_888_888_888_00 })
  await book.buy(gold, 30, 3_000)
  const sell = (date: string, input: object) =>
    api.trade.sell({ requestId: requestId(), date, ...input } as Parameters<typeof api.trade.sell>[0])
  const sold = await sell('2026-02-02', { cashAccount: '11101', lines: long })
  const most = [{ itemId: gold, qty: 9_999, discount: 1_00 }]
  const largest = await sell('2026-02-03', { cashAccount: '11201', lines: most })
  const few = [{ itemId: gold, qty: 1_000, price: 30_000_00 }]
  const credit = await sell('2026-02-04', {
    cashAccount: '11101',
    paid: 10_000_00,
    memberId,
    lines: few,
    note: longName,
  })
  const market = await sell('2026-02-05', { channel: 'marketplace', partnerId: marketplaceId, lines: few })
  const owed = { lines: [{ itemId: gold, qty: 1_000, amount: 8_000_000_00 }] }
  const debt = await api.trade.purchase({
    requestId: requestId(),
    date: '2026-02-05',
    partnerId: book.supplierId,
    ...owed,
  })
  const fromMember = await api.trade.purchase({ requestId: requestId(), date: '2026-04-20', memberId, ...owed })
  const keeping = await keepAndSettle(book)
  const counts = await countGoods(book, gold, keeping.kept.crackers)
  const sales = {
    ...{ long: sold.documentId, largest: largest.documentId },
    ...{ credit: credit.documentId, market: market.documentId, owed: debt.documentId },
  }
  const shifts = await standAtBox(book, gold, marketplaceId)
  const bad = { documentId: fromMember.documentId, lines: [{ n: 1, qty: 250 }], note: longName }
  const sentBack = await api.trade.returnPurchase({ requestId: requestId(), date: '2026-05-04', ...bad })
  const moved = await moveGoods(book, gold)
  return {
    ...{ ...book, gold, kept: keeping.kept, shifts },
    documents: { ...sales, ...keeping.documents, ...counts, sentBack: sentBack.documentId, ...moved },
  }
}

/** Goods in keeping are sold, brought back, sold by mistake, paid in part and then in full, and go back. */
async function keepAndSettle(book: TradingBook) {
  const { api, makerId, memberId } = book
  const item = (name: string, priceOther: number) =>
    book.item({ name, unitName: 'bungkus', priceOther, ownerMemberId: makerId, commissionPct: '12.5' })
  const crackers = await item(longName, 12_000_00)
  const coffee = await item('Kopi bubuk', 35_000_00)
  const sell = (date: string, itemId: string, qty: number, buyer: object = {}) =>
    api.trade.sell({ requestId: requestId(), date, cashAccount: '11101', lines: [{ itemId, qty }], ...buyer })
  const keep = (date: string, qty: number) => ({
    ...{ requestId: requestId(), date, lines: [crackers, coffee].map((itemId) => ({ itemId, qty })) },
  })
  const received = await api.trade.receiveConsignment({ ...keep('2026-02-06', 20_000), note: 'Diantar anaknya' })
  await sell('2026-02-06', crackers, 6_000, { memberId })
  const basket = await sell('2026-02-07', coffee, 2_500)
  const back = { documentId: basket.documentId, lines: [{ n: 1, qty: 500 }], cashAccount: '11101' }
  const broughtBack = await api.trade.returnSale({ requestId: requestId(), date: '2026-02-07', ...back })
  const pay = (date: string, input: object = {}) =>
    api.trade.settleConsignor({ requestId: requestId(), date, memberId: makerId, cashAccount: '11101', ...input })
  const firstPaid = await pay('2026-02-08', { amount: 50_000_00 })
  const mistake = await sell('2026-02-09', crackers, 3_000)
  const wrong = { date: '2026-02-09', reason: 'Salah catat' }
  await api.journal.reverse({ requestId: requestId(), entryId: mistake.entryId, ...wrong })
  await sell('2026-02-09', coffee, 1_000)
  const givenBack = await api.trade.returnConsignment(keep('2026-02-10', 2_000))
  const paid = await pay('2026-02-10')
  const documents = {
    ...{ received: received.documentId, givenBack: givenBack.documentId },
    ...{ firstPaid: firstPaid.documentId, paid: paid.documentId, broughtBack: broughtBack.documentId },
  }
  return { kept: { crackers, coffee }, documents }
}

/** Goods go to a shop that sells them for us, and some come back. */
async function moveGoods({ api }: TradingBook, itemId: string) {
  const { partnerId } = await api.partners.create({ name: 'Warung Bu Sri', kind: 'outlet' })
  const { locationId } = await api.trade.createLocation({ name: 'Etalase Warung Bu Sri', partnerId })
  const move = (from: string, to: string, qty: number, note?: string) =>
    api.trade.transfer({
      requestId: requestId(),
      date: '2026-05-05',
      from,
      to,
      lines: [{ itemId, qty }],
      ...(note && { note }),
    })
  const out = await move('shop', locationId, 3_000, longName)
  const back = await move(locationId, 'shop', 1_250)
  return { sentOut: out.documentId, cameBack: back.documentId }
}

/** Gold is missing and crackers are too many; the day after everything agrees. */
async function countGoods({ api }: TradingBook, gold: string, crackers: string) {
  const countedBy: [string, string] = ['Siti Aminah', 'Wahyu Nugroho']
  const there = async (itemId: string) =>
    (await api.trade.stockCard({ itemId, from: '2026-05-01', to: '2026-05-02' })).closing.qty
  const [bars, packs] = [await there(gold), await there(crackers)]
  const take = (date: string, lines: Parameters<typeof api.trade.stockTake>[0]['lines']) =>
    api.trade.stockTake({ requestId: requestId(), date, countedBy, lines })
  const counted = await take('2026-05-01', [
    { itemId: gold, counted: bars - 1_000, reason: 'lost' },
    { itemId: crackers, counted: packs + 2_000 },
  ])
  const agreed = await take('2026-05-02', [{ itemId: gold, counted: bars - 1_000 }])
  return { counted: counted.documentId, agreed: agreed.documentId }
}

/** A cashier sells in every way, gives money back, pays for ice, and counts a little too little; another goes on. */
async function standAtBox(book: TradingBook, gold: string, marketplaceId: string) {
  const { api, memberId } = book
  const date = '2026-05-03'
  const open = (cashier: string) => api.trade.openShift({ requestId: requestId(), date, cashAccount: '11101', cashier })
  const { shiftId } = await open('Dewi Lestari')
  const lines = [{ itemId: gold, qty: 1_000, price: 100_000_00 }]
  type Sale = Partial<Parameters<typeof api.trade.sell>[0]>
  const sell = (how: Sale) => api.trade.sell({ requestId: requestId(), date, lines, ...how })
  const sold = await sell({ cashAccount: '11101' })
  const mistake = await sell({ cashAccount: '11101' })
  await sell({ cashAccount: '11201' })
  await sell({ memberId })
  await sell({ channel: 'marketplace', partnerId: marketplaceId })
  const undone = { date, reason: 'Dobel' }
  await api.journal.reverse({ requestId: requestId(), entryId: mistake.entryId, ...undone })
  const back = { documentId: sold.documentId, lines: [{ n: 1, qty: 250 }], cashAccount: '11101' }
  await api.trade.returnSale({ requestId: requestId(), date, ...back })
  const ice = { cashAccount: '11101', description: 'Es batu', lines: [{ account: '52209', amount: 15_000_00 }] }
  await api.cash.spend({ requestId: requestId(), date, ...ice })
  const inBox = (await book.balance('11101', date)) / 100
  const denominations = countOut(inBox - 500)
  const countedBy: [string, string] = ['Dewi Lestari', 'Wahyu Nugroho']
  const why = { denominations, countedBy, reason: 'Uang kembalian' }
  await api.trade.closeShift({ requestId: requestId(), date, shiftId, ...why })
  return { closed: shiftId, open: (await open('Sri Rahayu')).shiftId }
}

/** An amount in rupiah as notes and coins. */
function countOut(rupiah: number): Record<string, number> {
  const pieces: Record<string, number> = {}
  let left = rupiah
  for (const face of [100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50]) {
    const count = (left - (left % face)) / face
    if (count > 0) pieces[String(face)] = count
    left -= count * face
  }
  return pieces
}
