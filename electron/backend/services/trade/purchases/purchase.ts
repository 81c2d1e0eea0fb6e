import type { Answers, Inputs } from '../../../../../shared/contract/index.ts'
import { invalidInput, Refusal } from '../../../../../shared/errors.ts'
import { purchase } from '../../../../../shared/rules/entries/purchase.ts'
import {
  goodsLines,
  type MoneyPart,
  memberPayable,
  type Owner,
  stockAccounts,
  supplierPayable,
} from '../../../../../shared/rules/entries/trade-line.ts'
import { allocate, sen, sumSen } from '../../../../../shared/rules/money.ts'
import { post } from '../../../ledger/post.ts'
import type { Work } from '../../../work.ts'
import { requireCashAccount } from '../../cash/account.ts'
import { keepDocument } from '../documents/documents.ts'
import { Counter, locationOf, requireParty, tradeUnit } from '../documents/goods.ts'
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
  for (const { itemId, qty, cost } of lines) await counter.lay(itemId, qty, cost)
  const total = sumSen(lines.map(({ cost }) => cost))
  const money = await paidFor(work, input, total)
  const owed = sumSen(money.filter(({ account }) => account === payableOf({ memberId })).map(({ amount }) => amount))
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

/** What is paid now and what stays owed to the seller. */
async function paidFor(work: Work, input: Input, total: number): Promise<MoneyPart[]> {
  const { cashAccount, memberId, partnerId } = input
  const paid = input.paid ?? (cashAccount === undefined ? 0 : total)
  if (paid > total) throw invalidInput(['paid'], 'paid_above_total', { available: total })
  if (paid > 0 && cashAccount === undefined) throw invalidInput(['cashAccount'], 'required')
  if (cashAccount !== undefined) await requireCashAccount(work.tx, cashAccount, 'cashAccount')
  const owed = total - paid
  if (owed > 0 && memberId === undefined && partnerId === undefined) {
    throw new Refusal('INVALID_INPUT', 'credit_needs_name', {
      issues: [{ path: ['partnerId'], message: 'credit_needs_name' }],
    })
  }
  return [
    ...(paid > 0 && cashAccount !== undefined ? [{ account: cashAccount, amount: paid }] : []),
    ...(owed > 0 ? [{ account: payableOf({ memberId }), amount: owed, memberId, partnerId }] : []),
  ]
}

/** Where what is owed for goods stands: to a member, or to a supplier. */
export function payableOf({ memberId }: Owner): string {
  return memberId === undefined ? supplierPayable : memberPayable
}
