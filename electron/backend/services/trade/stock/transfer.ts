import type { Answers, Inputs } from '../../../../../shared/contract/index.ts'
import { invalidInput } from '../../../../../shared/errors.ts'
import type { Work } from '../../../work.ts'
import { keepDocument } from '../documents/documents.ts'
import { Counter, locationOf } from '../documents/goods.ts'

/**
 * Takes goods from one place to another, to an outlet or back. Refuses INVALID_INPUT for the same place and for
 * services, STOCK_BELOW_ZERO for goods that are not there.
 */
export async function transferGoods(
  work: Work,
  input: Inputs['trade']['transfer'],
): Promise<Answers['trade']['transfer']> {
  const { date, note, lines } = input
  const from = await locationOf(work.tx, input.from)
  const to = await locationOf(work.tx, input.to)
  if (from === to) throw invalidInput(['to'], 'same_place')
  const counter = await Counter.at(work.tx, { locationId: from, date }, lines, { inactiveToo: true })
  for (const [index, { itemId, qty }] of lines.entries()) {
    const item = counter.item(itemId)
    if (item.kind === 'service')
      throw invalidInput(['lines', index, 'itemId'], 'service_not_moved', { item: item.name })
    counter.carry(itemId, qty, ['lines', index, 'qty'])
  }
  const documentId = work.newId()
  const number = await keepDocument(
    work,
    {
      ...{ documentId, kind: 'transfer', date, locationId: from, toLocationId: to, note },
      lines: lines.map((line) => ({ ...line, amount: 0 })),
    },
    lines.flatMap(({ itemId, qty }, index) => [
      { n: index + 1, itemId, locationId: from, qty: -qty, lineNo: null },
      { n: index + 1, itemId, locationId: to, qty, lineNo: null },
    ]),
  )
  return { documentId, number: number ?? '', date }
}
