import fc from 'fast-check'
import { addDays } from '../../shared/calendar.ts'
import { requestId } from './book.ts'
import { addMember } from './counter.ts'
import { openTradingBook, type TradingBook } from './trade.ts'

/** Lives of goods in a shop: bought, sold, kept, moved, counted, made and taken back, by both ways of costing. */

/** Everything that is done with goods; whoever lives long enough does each of them. */
export const deeds = [
  ...(['buy', 'give', 'sell', 'receive', 'sellKept', 'settle', 'returnSale', 'returnPurchase', 'returnKept'] as const),
  ...(['transfer', 'count', 'produce', 'revalue', 'undo', 'undoOlder'] as const),
] as const
export type Deed = (typeof deeds)[number]

const how = {
  which: fc.nat({ max: 3 }),
  halves: fc.integer({ min: 1, max: 40 }),
  rupiah: fc.integer({ min: 1, max: 900_000 }),
  later: fc.constantFrom(0, 0, 1, 3, -2),
  isMember: fc.boolean(),
  isCash: fc.boolean(),
  isTakenBack: fc.constantFrom(true, false, false),
  /** Does it with whatever comes, whether that is there or not; the rules refuse much of it. */
  isBlind: fc.constantFrom(false, false, false, true),
}
const act = fc.record({ does: fc.constantFrom(...deeds), ...how })
export type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never

/** Every deed once, in any order. */
const eachDeed = fc
  .tuple(
    fc.shuffledSubarray([...deeds], { minLength: deeds.length }),
    fc.array(fc.record(how), { minLength: deeds.length, maxLength: deeds.length }),
  )
  .map(([order, ways]) => order.flatMap((does, at): Act[] => (ways[at] ? [{ does, ...ways[at] }] : [])))

const usual = { halves: 20, later: 0, isMember: false, isCash: true, isTakenBack: false, isBlind: false } as const

/** Bought twice at other prices, some sold, and the first purchase taken back: the rules refuse it. */
const soldFrom = fc
  .record({ which: fc.nat({ max: 2 }), rupiah: fc.integer({ min: 1, max: 400_000 }) })
  .map(({ which, rupiah }): Act[] => [
    { ...usual, which, does: 'buy', rupiah },
    { ...usual, which, does: 'buy', rupiah: 2 * rupiah },
    { ...usual, which, does: 'sell', rupiah: 1 },
    { ...usual, which, does: 'undoOlder', rupiah: 0 },
  ])

/** A shop that has something of everything and sold some, so that the rest of its life has something to do. */
const opening = ['buy', 'buy', 'buy', 'receive', 'receive', 'receive', 'sell', 'sellKept', 'sellKept'] as const
const stockedUp = fc
  .array(fc.record({ halves: how.halves, rupiah: how.rupiah, isMember: how.isMember }), {
    minLength: opening.length,
    maxLength: opening.length,
  })
  .map((sizes): Act[] =>
    sizes.flatMap(({ halves, rupiah, isMember }, at) => {
      const does = opening[at]
      return does ? [{ ...usual, isMember, does, which: at, halves: halves + 20, rupiah: rupiah + 1_000 }] : []
    }),
  )

/** Every third life begins with goods that were sold from; each does everything once and anything in any order. */
export const anyActs = fc
  .tuple(
    fc.oneof({ arbitrary: fc.constant([]), weight: 2 }, { arbitrary: soldFrom, weight: 1 }),
    stockedUp,
    eachDeed,
    fc.array(act, { minLength: 4, maxLength: 12 }),
  )
  .map((parts) => parts.flat())

type Owner = { readonly memberId: string } | { readonly partnerId: string }

export interface LifeBook extends TradingBook {
  /** Of the cooperative: by moving average and by FIFO, and what is made of the first two. */
  readonly own: readonly string[]
  readonly made: string
  /** Kept for two members, of whom one leaves, and for somebody else; a fifth of the price stays here. */
  readonly kept: readonly { readonly itemId: string; readonly owner: Owner; readonly leaves?: string }[]
  readonly outlet: string
  /** Goods for the shop are given by it. */
  readonly fundId: string
}

/** What the goods in keeping are sold for: a fifth of any half of it is whole rupiah. */
const keptPrice = 10_000_00

export async function openLifeBook(): Promise<LifeBook> {
  const book = await openTradingBook()
  const { items, members, partners, trade } = book.api
  const own = [
    await book.item({ priceOther: 20_000_00, priceMember: 19_000_00 }),
    await book.item({ costing: 'fifo', kind: 'member_product', priceOther: 15_000_00 }),
    await book.item({ costing: 'fifo', kind: 'material', priceOther: 7_500_00 }),
  ]
  const made = await book.item({ kind: 'finished', priceOther: 30_000_00 })
  const { partnerId } = await partners.create({ name: 'Bu Tuti', kind: 'maker' })
  const keep = async (owner: Owner) => {
    const named = 'memberId' in owner ? { ownerMemberId: owner.memberId } : { ownerPartnerId: owner.partnerId }
    const terms = { name: 'Keripik', priceOther: keptPrice, commissionPct: '20' }
    return { itemId: (await items.create({ ...terms, ...named })).itemId, owner }
  }
  const otherMakerId = await addMember(book, '0003', '2026-01-01')
  const kept = [
    await keep({ memberId: book.makerId }),
    await keep({ partnerId }),
    { ...(await keep({ memberId: otherMakerId })), leaves: '2026-02-10' },
  ]
  await members.exit({ requestId: requestId(), date: '2026-02-10', memberId: otherMakerId, reason: 'moved' })
  const { partnerId: keeper } = await partners.create({ name: 'Warung Bu Sri', kind: 'outlet' })
  const { locationId: outlet } = await trade.createLocation({ name: 'Warung Bu Sri', partnerId: keeper })
  const { fundId } = await book.api.funds.create({
    ...{ name: 'Modal kedai', donor: 'Dinas Koperasi', purpose: 'Barang kedai', treatment: 'capital' },
    ...{ from: '2026-01-01', to: '2026-12-31', budget: [{ name: 'Barang', amount: 5_000_000_00 }] },
  })
  return { ...book, own, made, kept, outlet, fundId }
}

/** What an act did, so that it can be taken back. */
export interface Done {
  readonly does: Deed
  readonly requestId: string
  readonly date: string
  readonly entryId: string | null
  readonly documentId: string
}

const expected = ['INVALID_INPUT', 'NOT_ALLOWED', 'NOT_FOUND', 'ALREADY_DONE', 'ALREADY_REVERSED', 'STOCK_BELOW_ZERO']

/** A refusal of the rules; a bug is thrown on. */
export function isRefusal(error: unknown): true {
  if (!expected.includes((error as { code?: string }).code ?? '')) throw error
  return true
}

/** The day of an act: most follow the one before, some are dated back. */
export function dayAfter(date: string, { later }: Act): string {
  const next = addDays(date, later)
  return next < '2026-02-01' ? '2026-02-01' : next
}

/** Does one thing; refuses like the program. Undefined where there is nothing to do it with. */
export async function acted(book: LifeBook, life: Act, date: string, standing: readonly Done[]) {
  const key = requestId()
  const answer = await did(book, life, { requestId: key, date }, standing)
  if (!answer) return undefined
  const { entryId = null, documentId } = answer as { entryId?: string | null; documentId: string }
  return { does: life.does, requestId: key, date, entryId, documentId } satisfies Done
}

type Head = { readonly requestId: string; readonly date: string }

async function did(book: LifeBook, life: Act, head: Head, standing: readonly Done[]) {
  const { trade, funds } = book.api
  const cash = life.isCash ? { cashAccount: '11101' } : {}
  const qty = life.halves * 500
  const itemId = nth(book.own, life.which)
  switch (life.does) {
    case 'buy': {
      const line = { itemId, qty, amount: life.rupiah * 100 }
      // Of the same goods on one document, some may be dearer.
      const lines = life.isMember ? [line, { ...line, amount: 3 * line.amount }] : [line]
      return trade.purchase({ ...head, partnerId: book.supplierId, ...cash, lines })
    }
    case 'give':
      return funds.receiveGoods({ ...head, fundId: book.fundId, lines: [{ itemId, qty, amount: life.rupiah * 100 }] })
    case 'receive':
      return trade.receiveConsignment({ ...head, lines: [{ itemId: nth(keptItems(book), life.which), qty }] })
    case 'sell':
    case 'sellKept':
      return sold(book, life, head)
    case 'returnKept': {
      const goods = await aimed(book, life, keptItems(book))
      return trade.returnConsignment({ ...head, lines: [{ ...goods, qty: smaller(goods.qty) }] })
    }
    case 'settle':
      return settled(book, life, head)
    case 'returnSale':
    case 'returnPurchase':
      return returned(book, life, head, standing)
    case 'transfer': {
      const goods = await aimed(book, life, [...book.own, ...keptItems(book)])
      return trade.transfer({ ...head, from: 'shop', to: book.outlet, lines: [{ ...goods, qty: smaller(goods.qty) }] })
    }
    case 'count':
      return counted(book, life, head)
    case 'produce': {
      const costs = life.isCash ? [{ account: '11101', amount: life.rupiah * 100 }] : []
      const material = await aimed(book, life, book.own)
      return trade.produce({ ...head, materials: [material], costs, products: [{ itemId: book.made, qty }] })
    }
    case 'revalue':
      return revalued(book, life, head)
    case 'undo':
    case 'undoOlder':
      return undefined
  }
}

const keptItems = (book: LifeBook) => book.kept.map(({ itemId }) => itemId)

function nth<Thing>(things: readonly Thing[], at: number): Thing {
  const thing = things[at % things.length]
  if (thing === undefined) throw new Error('nothing to choose from')
  return thing
}

/** Half of it in halves of a unit, so that something is left for what comes. */
function smaller(qty: number): number {
  return Math.max(500, Math.floor(qty / 1_000) * 500)
}

/** Goods that are in the shop and no more than there are; anything and any quantity where it is done blindly. */
async function aimed(book: LifeBook, { which, halves, isBlind }: Act, among: readonly string[]) {
  const qty = halves * 500
  if (isBlind) return { itemId: nth(among, which), qty }
  const { rows } = await book.api.items.list()
  const here = among.flatMap((itemId) => {
    const item = rows.find((row) => row.itemId === itemId)
    const place = item?.places.find(({ locationId }) => locationId === 'shop')
    return place && place.qty > 0 ? [{ itemId, qty: Math.min(qty, place.qty) }] : []
  })
  return here.length > 0 ? nth(here, which) : { itemId: nth(among, which), qty }
}

async function sold(book: LifeBook, life: Act, head: Head) {
  const buyer = life.isMember ? { memberId: book.memberId } : { partnerId: book.supplierId }
  const cash = life.isCash ? { cashAccount: '11101' } : {}
  const isKept = life.does === 'sellKept'
  const { itemId, qty } = await aimed(book, life, isKept ? keptItems(book) : [...book.own, book.made])
  return book.api.trade.sell({
    ...{ ...head, ...buyer, ...cash },
    lines: [{ itemId, qty: isKept ? smaller(qty) : Math.ceil(qty / 4) }],
  })
}

/** An owner who is owed something is paid all of it, or half. */
async function settled(book: LifeBook, { which, isMember: isAll, isBlind }: Act, head: Head) {
  const { rows } = await book.api.trade.consignors()
  const owed = rows.filter((row) => row.owed > 1)
  const row = isBlind || owed.length === 0 ? undefined : nth(owed, which)
  if (!row) return book.api.trade.settleConsignor({ ...head, ...nth(book.kept, which).owner, cashAccount: '11101' })
  const owner = row.memberId === null ? { partnerId: row.partnerId ?? '' } : { memberId: row.memberId }
  const amount = isAll ? {} : { amount: Math.floor(row.owed / 2) }
  return book.api.trade.settleConsignor({ ...head, ...owner, ...amount, cashAccount: '11101' })
}

/** Something that was sold or bought and was not all brought back yet: half a unit from a buyer, up to all that is there to a seller. */
async function returned(book: LifeBook, life: Act, head: Head, standing: readonly Done[]) {
  const { trade } = book.api
  const cash = life.isCash ? { cashAccount: '11101' } : {}
  const give = life.does === 'returnSale' ? trade.returnSale : trade.returnPurchase
  const kinds: readonly Deed[] = life.does === 'returnSale' ? ['sell', 'sellKept'] : ['buy']
  const fitting = standing.filter(({ does }) => life.isBlind || kinds.includes(does))
  const turned = fitting.map((_, at) => nth(fitting, at + life.halves))
  for (const { documentId } of turned) {
    if (documentId === '') continue
    const { lines } = await trade.document({ documentId })
    const line = life.isMember ? lines.at(-1) : lines[0]
    const left = line ? line.qty - line.returned : 0
    const most = life.does === 'returnPurchase' ? Math.min(life.halves * 500, await inShop(book, line?.itemId)) : 500
    const qty = life.isBlind ? 500 : Math.min(most, left)
    if (qty > 0) return give({ ...head, documentId, lines: [{ n: line?.n ?? 1, qty }], ...cash })
  }
  return undefined
}

/** Thousandths of an item that are in the shop. */
async function inShop({ api }: LifeBook, itemId = ''): Promise<number> {
  const { places } = await api.items.get({ itemId })
  return places.find(({ locationId }) => locationId === 'shop')?.qty ?? 0
}

function counted(book: LifeBook, { which, halves }: Act, head: Head) {
  const lines = [
    { itemId: nth(book.own, which), counted: halves * 500, reason: 'lost' as const },
    { itemId: nth(keptItems(book), which), counted: halves * 500 },
  ]
  return book.api.trade.stockTake({ ...head, countedBy: ['Sari', 'Budi'], lines })
}

/** Somebody says by hand that goods which are there are worth more or less. */
async function revalued(book: LifeBook, { which, rupiah, isCash: isMore, isBlind }: Act, head: Head) {
  const { rows } = await book.api.items.list()
  const valued = rows.filter(({ itemId, qty, value }) => book.own.includes(itemId) && qty > 0 && value > 0)
  const chosen = valued.length > 0 && !isBlind ? nth(valued, which) : undefined
  const itemId = chosen?.itemId ?? nth(book.own, which)
  const account = ['15101', '15102', '15103'][book.own.indexOf(itemId)] ?? ''
  const amount = isMore || !chosen ? rupiah * 10 : Math.min(rupiah * 10, chosen.value)
  const [goods, other] = isMore ? [{ debit: amount }, { credit: amount }] : [{ credit: amount }, { debit: amount }]
  const lines = [
    { account, itemId, ...goods },
    { account: '52303', ...other },
  ]
  const posted = await book.api.journal.post({ ...head, description: 'Nilai persediaan', lines })
  return { ...posted, documentId: '' }
}

/** Takes back what an act did on its day. */
export async function takenBack({ api }: LifeBook, { entryId, requestId: undoes, date }: Done): Promise<void> {
  if (entryId !== null) {
    await api.journal.reverse({ requestId: requestId(), entryId, date, reason: 'Salah' })
    return
  }
  await api.requests.undo({ requestId: requestId(), undoes, date, reason: 'Salah' })
}
