import fc from 'fast-check'
import { addDays } from '../../shared/calendar.ts'
import { requestId } from './book.ts'
import { openTradingBook, type TradingBook } from './trade.ts'

/** Lives of goods in a shop: bought, sold, kept, moved, counted, made and taken back, by both ways of costing. */

const act = fc.record({
  does: fc.constantFrom(
    ...([
      'buy',
      'buy',
      'give',
      'sell',
      'sell',
      'sell',
      'receive',
      'receive',
      'sellKept',
      'sellKept',
      'settle',
    ] as const),
    ...([
      'returnSale',
      'returnPurchase',
      'returnKept',
      'transfer',
      'count',
      'produce',
      'revalue',
      'undo',
      'undo',
    ] as const),
  ),
  which: fc.nat({ max: 3 }),
  halves: fc.integer({ min: 1, max: 40 }),
  rupiah: fc.integer({ min: 1, max: 900_000 }),
  later: fc.constantFrom(0, 0, 1, 3, -2),
  isMember: fc.boolean(),
  isCash: fc.boolean(),
  isTakenBack: fc.boolean(),
})
export type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never

/** Bought twice at other prices, some sold, and the first purchase taken back: the rules refuse it. */
const soldFrom = fc
  .record({ which: fc.nat({ max: 2 }), rupiah: fc.integer({ min: 1, max: 400_000 }) })
  .map(({ which, rupiah }): Act[] => {
    const usual = { which, halves: 20, later: 0 as const, isMember: false, isCash: true, isTakenBack: false }
    return [
      { ...usual, does: 'buy', rupiah },
      { ...usual, does: 'buy', rupiah: 2 * rupiah },
      { ...usual, does: 'sell', rupiah: 1 },
      { ...usual, does: 'undo', rupiah: 0, isCash: false },
    ]
  })

/** Anything in any order; every third life begins with goods that were sold from. */
export const anyActs = fc
  .tuple(
    fc.oneof({ arbitrary: fc.constant([]), weight: 2 }, { arbitrary: soldFrom, weight: 1 }),
    fc.array(act, { minLength: 8, maxLength: 30 }),
  )
  .map(([first, then]) => [...first, ...then])

export interface LifeBook extends TradingBook {
  /** Of the cooperative: by moving average and by FIFO, and what is made of the first two. */
  readonly own: readonly string[]
  readonly made: string
  /** Kept for a member and for somebody else, a fifth of the price stays here. */
  readonly kept: readonly { readonly itemId: string; readonly owner: { memberId?: string; partnerId?: string } }[]
  readonly outlet: string
  /** Goods for the shop are given by it. */
  readonly fundId: string
}

/** What the goods in keeping are sold for: a fifth of any half of it is whole rupiah. */
const keptPrice = 10_000_00

export async function openLifeBook(): Promise<LifeBook> {
  const book = await openTradingBook()
  const { items, partners, trade } = book.api
  const own = [
    await book.item({ priceOther: 20_000_00, priceMember: 19_000_00 }),
    await book.item({ costing: 'fifo', kind: 'member_product', priceOther: 15_000_00 }),
    await book.item({ costing: 'fifo', kind: 'material', priceOther: 7_500_00 }),
  ]
  const made = await book.item({ kind: 'finished', priceOther: 30_000_00 })
  const { partnerId } = await partners.create({ name: 'Bu Tuti', kind: 'maker' })
  const keep = async (owner: { memberId?: string; partnerId?: string }) => {
    const named = owner.memberId ? { ownerMemberId: owner.memberId } : { ownerPartnerId: owner.partnerId ?? '' }
    const terms = { name: 'Keripik', priceOther: keptPrice, commissionPct: '20' }
    return { itemId: (await items.create({ ...terms, ...named })).itemId, owner }
  }
  const kept = [await keep({ memberId: book.makerId }), await keep({ partnerId })]
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
  readonly requestId: string
  readonly date: string
  readonly entryId: string | null
  readonly documentId: string
}

const expected = ['INVALID_INPUT', 'NOT_ALLOWED', 'ALREADY_DONE', 'ALREADY_REVERSED', 'STOCK_BELOW_ZERO']

/** A refusal of the rules; a bug is thrown on. */
export function refused(error: unknown): undefined {
  if (!expected.includes((error as { code?: string }).code ?? '')) throw error
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
  return { requestId: key, date, entryId, documentId } satisfies Done
}

type Head = { readonly requestId: string; readonly date: string }

async function did(book: LifeBook, life: Act, head: Head, standing: readonly Done[]) {
  const { api } = book
  const { trade } = api
  const qty = life.halves * 500
  const cash = life.isCash ? { cashAccount: '11101' } : {}
  const paid = { cashAccount: '11101' }
  const itemId = book.own[life.which % book.own.length] ?? ''
  const kept = book.kept[life.which % 2]
  const keptLines = [{ itemId: kept?.itemId ?? '', qty }]
  const buyer = life.isMember ? { memberId: book.memberId } : { partnerId: book.supplierId }
  switch (life.does) {
    case 'buy': {
      const lines = [{ itemId, qty, amount: life.rupiah * 100 }]
      return trade.purchase({ ...head, partnerId: book.supplierId, ...cash, lines })
    }
    case 'give':
      return api.funds.receiveGoods({
        ...head,
        fundId: book.fundId,
        lines: [{ itemId, qty, amount: life.rupiah * 100 }],
      })
    case 'sell':
      return trade.sell({ ...head, ...buyer, ...cash, lines: [{ itemId, qty: Math.ceil(qty / 4) }] })
    case 'sellKept':
      return trade.sell({ ...head, ...buyer, ...cash, lines: keptLines })
    case 'receive':
      return trade.receiveConsignment({ ...head, lines: keptLines })
    case 'returnKept':
      return trade.returnConsignment({ ...head, lines: keptLines })
    case 'settle':
      return trade.settleConsignor({ ...head, ...kept?.owner, ...paid })
    case 'returnSale':
    case 'returnPurchase': {
      const documentId = standing[life.halves % Math.max(1, standing.length)]?.documentId
      if (!documentId) return undefined
      const back = { ...head, documentId, lines: [{ n: 1, qty: 500 }], ...cash }
      const { kind } = await trade.document({ documentId })
      if (kind === 'sale') return trade.returnSale(back)
      return kind === 'purchase' ? trade.returnPurchase(back) : undefined
    }
    case 'transfer':
      return trade.transfer({ ...head, from: 'shop', to: book.outlet, lines: [{ itemId, qty }] })
    case 'count': {
      const lines = [
        { itemId, counted: qty, reason: 'lost' as const },
        { itemId: kept?.itemId ?? '', counted: qty },
      ]
      return trade.stockTake({ ...head, countedBy: ['Sari', 'Budi'], lines })
    }
    case 'produce': {
      const costs = life.isCash ? [{ account: '11101', amount: life.rupiah * 100 }] : []
      const materials = [{ itemId, qty: Math.ceil(qty / 3) }]
      return trade.produce({ ...head, materials, costs, products: [{ itemId: book.made, qty }] })
    }
    case 'revalue':
      return revalued(book, life, head)
    case 'undo':
      return undefined
  }
}

/** Somebody says by hand that goods which are there are worth more or less. */
async function revalued(book: LifeBook, { which, rupiah, isCash: isMore }: Act, head: Head) {
  const of = which % book.own.length
  const [account, itemId] = [['15101', '15102', '15103'][of] ?? '', book.own[of] ?? '']
  const amount = rupiah * 10
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
