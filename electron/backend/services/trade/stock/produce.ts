import type { Answers, Inputs } from '../../../../../shared/contract/index.ts'
import { invalidInput } from '../../../../../shared/errors.ts'
import { production } from '../../../../../shared/rules/entries/stock-change.ts'
import { goodsLines, stockAccounts } from '../../../../../shared/rules/entries/trade-line.ts'
import { allocate, Exact, type Sen, sumSen } from '../../../../../shared/rules/money.ts'
import type { Reader } from '../../../db/tables.ts'
import { post } from '../../../ledger/post.ts'
import type { Reading, Work } from '../../../work.ts'
import { requireCashAccount } from '../../cash/account.ts'
import { keepDocument } from '../documents/documents.ts'
import { Counter, locationOf, tradeUnit } from '../documents/goods.ts'

type Input = Inputs['trade']['produce']
/** What an input and its preview have in common. */
type Asked = Inputs['trade']['previewProduction']
type List = 'materials' | 'products'

/**
 * Makes products of materials and money. Refuses INVALID_INPUT for what is not the cooperative's own, an item that is both
 * material and product, and products that would cost nothing; STOCK_BELOW_ZERO for materials that are not there.
 */
export async function produceGoods(work: Work, input: Input): Promise<Answers['trade']['produce']> {
  const { date, note, costs = [] } = input
  const { locationId, materials, products, total } = await reckoned(work.tx, input)
  const draft = production({ date, unit: tradeUnit, materials, costs, products })
  const goods = [...materials, ...products]
  const lineNos = goodsLines(draft.lines, goods)
  const [documentId, entryId] = [work.newId(), work.newId()]
  await keepDocument(
    work,
    { documentId, kind: 'production', date, locationId, entryId, note, lines: goods },
    goods.map(({ itemId, qty }, index) => ({ n: index + 1, itemId, locationId, qty, lineNo: lineNos[index] ?? null })),
  )
  return { ...(await post(work, draft, { entryId })), documentId, total, products: costed(products) }
}

/** What products would cost if they were made; refuses what `produceGoods` refuses of its goods. */
export async function previewProduction(
  { db }: Reading,
  input: Inputs['trade']['previewProduction'],
): Promise<Answers['trade']['previewProduction']> {
  const { materials, products, total } = await reckoned(db, input)
  return { materials: sumSen(materials.map(({ cost }) => cost)), total, products: costed(products) }
}

async function reckoned(db: Reader, input: Asked) {
  const { date, costs = [] } = input
  const locationId = await locationOf(db, input.locationId)
  const place = { locationId, date }
  const materialCounter = await Counter.at(db, place, input.materials, { list: 'materials' })
  const productCounter = await Counter.at(db, place, input.products, { list: 'products' })
  requireOwn(materialCounter, input, 'materials')
  requireOwn(productCounter, input, 'products')
  for (const [index, { account }] of costs.entries())
    if (account !== undefined) await requireCashAccount(db, account, ['costs', index, 'account'])
  const materials = await taken(materialCounter, input)
  const total = sumSen([...materials.map(({ cost }) => cost), ...costs.map(({ amount }) => amount)])
  if (total === 0) throw invalidInput(['materials'], 'production_costs_nothing')
  return { locationId, materials, products: await made(productCounter, input, total), total }
}

function costed(products: readonly { readonly itemId: string; readonly qty: number; readonly cost: Sen }[]) {
  return products.map(({ itemId, qty, cost }) => ({ itemId, qty, cost }))
}

function requireOwn(counter: Counter, input: Asked, list: List): void {
  const used = new Set(list === 'products' ? input.materials.map(({ itemId }) => itemId) : [])
  for (const [index, { itemId }] of input[list].entries()) {
    const { kind, name } = counter.item(itemId)
    if (stockAccounts[kind] === undefined) throw invalidInput([list, index, 'itemId'], 'not_own_goods', { item: name })
    if (used.has(itemId)) throw invalidInput([list, index, 'itemId'], 'given_twice')
  }
}

async function taken(counter: Counter, { materials }: Asked) {
  const lines: { itemId: string; kind: ReturnType<Counter['item']>['kind']; qty: number; cost: Sen; amount: Sen }[] = []
  for (const [index, { itemId, qty }] of materials.entries()) {
    const cost = await counter.take(itemId, qty, ['materials', index, 'qty'])
    lines.push({ itemId, kind: counter.item(itemId).kind, qty: 0 - qty, cost, amount: cost })
  }
  return lines
}

/** Shared by what the products are sold for; by their quantities where one of them has no price. */
async function made(counter: Counter, { products }: Asked, total: Sen) {
  const prices = products.map(({ itemId }) => counter.item(itemId).price_other)
  const isPriced = prices.every((price) => price > 0)
  const weights = products.map(({ qty }, index) => (isPriced ? new Exact(qty).mul(prices[index] ?? 0) : qty))
  const costs = allocate(total, weights)
  const lines = products.map(({ itemId, qty }, index) => {
    const cost = sumSen([costs[index] ?? 0])
    return { itemId, kind: counter.item(itemId).kind, qty, cost, amount: cost }
  })
  for (const [index, { itemId, qty, cost }] of lines.entries()) {
    await counter.lay(itemId, qty, cost, { path: ['products', index, 'qty'] })
  }
  return lines
}
