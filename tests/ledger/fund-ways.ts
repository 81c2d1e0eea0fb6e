import { requestId, type TestBook } from '../support/book.ts'
import { capitalWays } from './capital-ways.ts'

export const fundWayNames = [
  'capital.borrow',
  'capital.repay',
  'capital.contribute',
  'capital.return',
  'capital.payShare',
  'funds.receive',
  'funds.receiveGoods',
  'funds.spend',
  'funds.refund',
] as const

/** A fund whose money came in and is there to be spent. */
export async function fundWays(book: TestBook, year: number) {
  const { funds } = book.api
  const terms = { name: 'Pelatihan', donor: 'Yayasan', purpose: 'Pelatihan', treatment: 'activity' as const }
  const during = { from: `${year}-01-01`, to: `${year}-12-31` }
  const { fundId, budget } = await funds.create({ ...terms, ...during, budget: [{ name: 'Narasumber', amount: 5_00 }] })
  const move = (date: string) => ({ requestId: requestId(), date, fundId, amount: 5_00, cashAccount: '11101' })
  await funds.receive({ ...move(`${year}-01-06`), amount: 50_00 })
  const spent = { budgetLineId: budget[0]?.budgetLineId ?? '', description: 'Pelatihan' }
  const given = { ...terms, ...during, treatment: 'capital' as const, budget: [{ name: 'Barang', amount: 5_00 }] }
  const grant = await funds.create(given)
  const { itemId } = await book.api.items.create({ name: 'Beras hibah', unitName: 'kg', priceOther: 5_00 })
  const goods = { fundId: grant.fundId, lines: [{ itemId, qty: 1_000, amount: 5_00 }] }
  return {
    ...(await capitalWays(book, year)),
    'funds.receive': (date: string) => funds.receive(move(date)),
    'funds.receiveGoods': (date: string) => funds.receiveGoods({ requestId: requestId(), date, ...goods }),
    'funds.spend': (date: string) => funds.spend({ ...move(date), ...spent }),
    'funds.refund': (date: string) => funds.refund(move(date)),
  }
}
