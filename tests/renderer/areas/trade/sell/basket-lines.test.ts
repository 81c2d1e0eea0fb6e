import { expect, test } from 'vitest'
import {
  type BasketValues,
  basketField,
  costAbove,
  isMemberSale,
  isShort,
  keptOf,
  reckonedLines,
  saleInput,
  staysOwed,
  withItem,
} from '../../../../../renderer/areas/trade/sell/basket-lines.ts'
import { basketSums } from '../../../../../shared/rules/basket.ts'
import { sen } from '../../../../../shared/rules/money.ts'
import { openTradingBook } from '../../../../support/trade.ts'

const empty: BasketValues = {
  ...{ lines: [], place: 'shop', member: null, partner: null, date: '2026-02-02', way: 'cash' },
  ...{ cashAccount: '11101', bankAccount: null, given: null, dueOn: null, fee: undefined, withheld: undefined },
}

async function openShop() {
  const book = await openTradingBook()
  const itemId = await book.item({ priceMember: 17_500_00 })
  await book.buy(itemId, 10, 150_000)
  return { ...book, sugar: await book.api.items.get({ itemId }) }
}

test('what is scanned again counts its line up, and stays one line', async () => {
  const { sugar } = await openShop()
  const lines = withItem(withItem([], sugar), sugar)
  expect(lines.map(({ qty }) => qty)).toEqual([2_000])
})

test('a member pays her price until another one is typed, and an emptied price is no price', async () => {
  const { sugar } = await openShop()
  const [line] = withItem([], sugar)
  if (!line) throw new Error('no line')
  const priceOf = (price: number | null | undefined, isMember: boolean) =>
    reckonedLines([{ ...line, price }], isMember)[0]?.price
  expect([priceOf(undefined, false), priceOf(undefined, true)]).toEqual([18_000_00, 17_500_00])
  expect([priceOf(16_000_00, true), priceOf(null, true)]).toEqual([16_000_00, 0])
})

test('more than there is is seen before it is saved', async () => {
  const { sugar } = await openShop()
  const [line] = withItem([], sugar)
  expect(line && [isShort({ ...line, qty: 10_000 }, 'shop'), isShort({ ...line, qty: 10_001 }, 'shop')]).toEqual([
    false,
    true,
  ])
})

test('a line that would bring less than its goods cost is told what they cost, before it is saved', async () => {
  const { sugar } = await openShop()
  const [line] = withItem([], sugar)
  if (!line) throw new Error('no line')
  const twoAt = (price: number, discount = 0) => costAbove({ ...line, qty: 2_000 }, { qty: 2_000, price, discount })
  expect([twoAt(15_000_00), twoAt(14_999_00), twoAt(15_000_00, 1_00)]).toEqual([undefined, 30_000_00, 30_000_00])
  const none = { ...line, item: { ...sugar, qty: 0, value: 0 } }
  expect(costAbove(none, { qty: 1_000, price: 1_00, discount: 0 })).toBeUndefined()
})

test('a basket is sold as it stands: for cash, to a member, and on credit', async () => {
  const { api, sugar, memberId } = await openShop()
  const values = { ...empty, lines: withItem([], sugar) }
  const sale = await api.trade.sell({ ...saleInput(values, undefined), requestId: 'r1' })
  expect(sale).toMatchObject({ total: 18_000_00, owed: 0, isMember: false })
  const member = { id: memberId, title: 'Siti', number: '0001' }
  const part = await api.trade.sell({ ...saleInput({ ...values, member }, 10_000_00), requestId: 'r2' })
  expect(part).toMatchObject({ total: 17_500_00, owed: 7_500_00, isMember: true })
  const later = await api.trade.sell({ ...saleInput({ ...values, member, way: 'credit' }, undefined), requestId: 'r3' })
  expect(later).toMatchObject({ owed: 17_500_00 })
})

test('what lies at another place is not there to be sold here, and is sold from there', async () => {
  const { api, sugar } = await openShop()
  const { locationId } = await api.trade.createLocation({ name: 'Gerai pasar' })
  const goods = [{ itemId: sugar.itemId, qty: 4_000 }]
  await api.trade.transfer({ requestId: 't1', date: '2026-02-01', from: 'shop', to: locationId, lines: goods })
  const there = await api.items.get({ itemId: sugar.itemId })
  const [line] = withItem([], there)
  if (!line) throw new Error('no line')
  const isShortOf = (qty: number, place: string) => isShort({ ...line, qty }, place)
  expect([isShortOf(6_000, 'shop'), isShortOf(6_001, 'shop')]).toEqual([false, true])
  expect([isShortOf(4_000, locationId), isShortOf(4_001, locationId)]).toEqual([false, true])
  const values = { ...empty, place: locationId, lines: [{ ...line, qty: 4_000 }] }
  await api.trade.sell({ ...saleInput(values, undefined), requestId: 'r1' })
  expect(await api.items.get({ itemId: sugar.itemId })).toMatchObject({
    ...{ qty: 6_000, places: [{ locationId: 'shop', qty: 6_000 }] },
  })
  const again = api.trade.sell({ ...saleInput(values, undefined), requestId: 'r2' })
  await expect(again).rejects.toMatchObject({ code: 'STOCK_BELOW_ZERO' })
})

test('a marketplace keeps what its terms say, or what is typed, and the screen says what the sale does', async () => {
  const { api, sugar, memberId, marketplaceId } = await openShop()
  const partner = { id: marketplaceId, title: 'Pasar Daring' }
  const member = { id: memberId, title: 'Siti', number: '0001' }
  const terms = await api.partners.get({ partnerId: marketplaceId })
  const sold = { ...empty, lines: withItem([], sugar), way: 'marketplace' as const, partner, member }
  const kinds = { terms: sold, typed: { ...sold, fee: 2_000_00, withheld: 500_00 }, none: { ...sold, fee: null } }
  for (const [requestId, values] of Object.entries(kinds)) {
    const sums = basketSums(reckonedLines(values.lines, isMemberSale(values)))
    const { held, fee, withheld } = keptOf(values, terms, sums.total)
    const sale = await api.trade.sell({ ...saleInput(values, undefined), requestId })
    expect(sale, requestId).toMatchObject({ total: sums.total, owed: held, fee: fee ?? 0, withheld: withheld ?? 0 })
  }
  expect(keptOf(kinds.typed, terms, sen(18_000_00)).held).toBe(15_500_00)
  expect(keptOf(kinds.terms, terms, sen(18_000_00))).toEqual({ fee: 1_170_00, withheld: 90_00, held: 16_740_00 })
})

test('a refusal stands at the line it is about, and at the field that can mend it', async () => {
  const { sugar } = await openShop()
  const values = { ...empty, lines: withItem([], sugar) }
  expect(basketField('lines.0.qty', values)).toBe(`lines.${sugar.itemId}.qty`)
  expect(basketField('lines.0.itemId', values)).toBe(`lines.${sugar.itemId}.qty`)
  expect(basketField('paid', values)).toBe('given')
  expect(basketField('locationId', values)).toBe('place')
  expect(basketField('cashAccount', { ...values, way: 'credit' })).toBe('partner')
  expect(basketField('cashAccount', { ...values, way: 'bank' })).toBe('bankAccount')
})

test('a due date is asked for where something stays owed, and only then given on', async () => {
  const { sugar } = await openShop()
  const lines = withItem([], sugar)
  const later = { ...empty, lines, way: 'credit' as const, dueOn: '2026-03-01' }
  expect(staysOwed(later)).toBe(true)
  expect(saleInput(later, undefined)).toMatchObject({ dueOn: '2026-03-01' })
  const part = { ...later, way: 'cash' as const, given: 10_000_00 }
  expect(staysOwed(part)).toBe(true)
  for (const whole of [
    { ...part, given: 18_000_00 },
    { ...part, given: null },
    { ...later, way: 'bank' as const },
  ]) {
    expect(staysOwed(whole)).toBe(false)
    expect(saleInput(whole, undefined)).not.toHaveProperty('dueOn')
  }
})
