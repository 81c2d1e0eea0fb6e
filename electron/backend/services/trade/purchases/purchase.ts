import type { Answers, Inputs } from '../../../../../shared/contract/index.ts'
import { invalidInput } from '../../../../../shared/errors.ts'
import { purchase } from '../../../../../shared/rules/entries/purchase.ts'
import {
  goodsLines,
  memberPayable,
  type Owner,
  stockAccounts,
  supplierPayable,
} from '../../../../../shared/rules/entries/trade-line.ts'
import { allocate, sen, sumSen } from '../../../../../shared/rules/money.ts'
import { post } from '../../../ledger/post.ts'
import type { Work } from '../../../work.ts'
import { keepDocument } from '../documents/documents.ts'
import { Counter, locationOf, requireParty, tradeUnit } from '../documents/goods.ts'
import { paidAndOwed } from '../documents/paid-and-owed.ts'
import { requireMemberOn } from '../partners/membership.ts'
import { agreedDueOn } from '../policy.ts'

type Purchased = Answers['trade']['purchase']
type Input = Inputs['trade']['purchase']

/**
 * Buys goods. Refuses INVALID_INPUT for goods in keeping and services, for credit without a seller, for more paid than it
 * comes to and for who was no member on the day, and a day before goods went out that would have cost otherwise.
 */
export async function buyGoods(work: Work, input: Input): Promise<Purchased> {
  const { date, memberId, partnerId, note } = input
  await requireParty(work.tx, input)
  if (memberId !== undefined) await requireMemberOn(work.tx, memberId, date)
  const locationId = await locationOf(work.tx, input.locationId)
  const counter = await Counter.at(work.tx, { locationId, date }, input.lines)
  requireOwnGoods(counter, input.lines)
  const amounts = input.lines.map(({ amount }) => amount)
  const extra = allocate(input.otherCosts ?? sen(0), amounts)
  const lines = input.lines.map(({ itemId, qty, amount }, index) => {
    const cost = sumSen([amount, extra[index] ?? 0])
    return { itemId, qty, amount: cost, cost, kind: counter.item(itemId).kind }
  })
  for (const [index, { itemId, qty, cost }] of lines.entries()) {
    await counter.lay(itemId, qty, cost, { path: ['lines', index, 'qty'] })
  }
  const total = sumSen(lines.map(({ cost }) => cost))
  const account = payableOf({ memberId })
  const money = await paidAndOwed(work, input, { total, account, nameless: 'partnerId' })
  const owed = sumSen(money.filter((part) => part.account === account).map(({ amount }) => amount))
  const dueOn = await agreedDueOn(work.tx, { date, dueOn: input.dueOn, owed }, 'purchaseDueDays')
  const draft = purchase({ date, seller: { memberId, partnerId }, unit: tradeUnit, money, lines })
  const [documentId, entryId] = [work.newId(), work.newId()]
  const lineNos = goodsLines(draft.lines, lines)
  await keepDocument(
    work,
    { documentId, kind: 'purchase', date, memberId, partnerId, locationId, entryId, note, dueOn, lines },
    lines.map(({ itemId, qty }, index) => ({ n: index + 1, itemId, locationId, qty, lineNo: lineNos[index] ?? null })),
  )
  return { ...(await post(work, draft, { entryId })), documentId, total, owed, dueOn: dueOn ?? null }
}

/** Refuses INVALID_INPUT for services and for goods that are only kept: those are never the cooperative's own. */
export function requireOwnGoods(counter: Counter, lines: readonly { readonly itemId: string }[]): void {
  for (const [index, { itemId }] of lines.entries()) {
    const { kind, name } = counter.item(itemId)
    if (stockAccounts[kind] !== undefined) continue
    throw invalidInput(['lines', index, 'itemId'], kind === 'service' ? 'service_not_bought' : 'kept_not_bought', {
      item: name,
    })
  }
}

/** Where what is owed for goods stands: to a member, or to a supplier. */
export function payableOf({ memberId }: Owner): string {
  return memberId === undefined ? supplierPayable : memberPayable
}
