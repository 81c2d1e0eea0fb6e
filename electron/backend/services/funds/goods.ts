import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import { invalidInput } from '../../../../shared/errors.ts'
import { fundStock } from '../../../../shared/rules/entries/fund-receipt.ts'
import { goodsLines } from '../../../../shared/rules/entries/trade-line.ts'
import { sumSen } from '../../../../shared/rules/money.ts'
import { post } from '../../ledger/post.ts'
import type { Work } from '../../work.ts'
import { keepDocument } from '../trade/documents/documents.ts'
import { Counter, locationOf, tradeUnit } from '../trade/documents/goods.ts'
import { requireOwnGoods } from '../trade/purchases/purchase.ts'
import { openFund, periodWarnings, warned, withReceived } from './money.ts'
import { budgetOf } from './records.ts'

type Received = Answers['funds']['receiveGoods']

/**
 * Goods for the shop are given. Refuses INVALID_INPUT for a fund that is no capital, for services and goods in keeping, and
 * a day before goods went out that would have cost otherwise.
 */
export async function receiveGoods(work: Work, input: Inputs['funds']['receiveGoods']): Promise<Received> {
  const { date, fundId, note } = input
  const fund = await openFund(work, fundId)
  if (fund.treatment !== 'capital') throw invalidInput(['fundId'], 'goods_are_capital', { fund: fund.name })
  const locationId = await locationOf(work.tx, input.locationId)
  const counter = await Counter.at(work.tx, { locationId, date }, input.lines)
  requireOwnGoods(counter, input.lines)
  const lines = input.lines.map(({ itemId, qty, amount }) => {
    return { itemId, qty, amount, cost: amount, kind: counter.item(itemId).kind }
  })
  for (const [index, { itemId, qty, cost }] of lines.entries()) {
    await counter.lay(itemId, qty, cost, { path: ['lines', index, 'qty'] })
  }
  const budgetLineId = await onlyBudgetLine(work, fundId)
  const draft = fundStock({ date, fundId, fundName: fund.name, unit: tradeUnit, lines, budgetLineId })
  const [documentId, entryId] = [work.newId(), work.newId()]
  const lineNos = goodsLines(draft.lines, lines)
  await keepDocument(
    work,
    { documentId, kind: 'grant', date, locationId, entryId, note, lines },
    lines.map(({ itemId, qty }, index) => ({ n: index + 1, itemId, locationId, qty, lineNo: lineNos[index] ?? null })),
  )
  const posted = warned(await post(work, draft, { entryId }), periodWarnings(fund, date))
  const moved = await withReceived(work, fund, posted)
  return { ...moved, documentId, total: sumSen(lines.map(({ cost }) => cost)) }
}

/** What was given is what the one line of the plan is for; of several nobody knows which. */
async function onlyBudgetLine({ tx }: Work, fundId: string): Promise<string | undefined> {
  const [first, ...others] = await budgetOf(tx, fundId)
  return others.length === 0 ? first?.budgetLineId : undefined
}
