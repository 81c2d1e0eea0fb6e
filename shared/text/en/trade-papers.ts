import type { tradePapers as id } from '../id/trade-papers.ts'
import type { Shape } from '../shape.ts'

export const tradePapers: Shape<typeof id> = {
  place: 'Place',
  own: 'GOODS OF THE COOPERATIVE',
  kept: 'GOODS IN KEEPING',
  keptNote: 'Goods in keeping belong to their owners: they are counted, and are no part of the value of the stock.',
  commissionNote: 'Of goods in keeping only the commission is income of the cooperative.',
  noneKept: 'No goods are in keeping, and nothing is to be paid for any.',
  column: {
    item: 'Item',
    owner: 'Owner',
    ownerAndGoods: 'Owner and goods',
    unitName: 'Unit',
    qty: 'Quantity',
    value: 'Value at cost',
    toMembers: 'To members',
    toOthers: 'To others',
    cost: 'Cost',
    margin: 'Gross profit',
    owed: 'To be paid',
  },
}
