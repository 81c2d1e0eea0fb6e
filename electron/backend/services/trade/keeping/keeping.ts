import type { Answers, Inputs } from '../../../../../shared/contract/index.ts'
import { invalidInput, Refusal } from '../../../../../shared/errors.ts'
import { consignmentSettlement } from '../../../../../shared/rules/entries/consignment-settlement.ts'
import type { Owner } from '../../../../../shared/rules/entries/trade-line.ts'
import { datedAhead, post } from '../../../ledger/post.ts'
import { keepingCard, owedOn, payableNow } from '../../../ledger/trade-cards.ts'
import type { Work } from '../../../work.ts'
import { requireCashAccount } from '../../cash/account.ts'
import { keepDocument } from '../documents/documents.ts'
import { Counter, locationOf, ownerOf, requireKnownParty } from '../documents/goods.ts'
import { requireMemberOn } from '../partners/membership.ts'

type Input = Inputs['trade']['receiveConsignment']
type Slip = Answers['trade']['receiveConsignment']

/** Refuses INVALID_INPUT for goods that are nobody else's or of more than one owner, and for who was no member on the day. */
export async function receiveConsignment(work: Work, input: Input): Promise<Slip> {
  const { counter, owner } = await keptGoods(work, input)
  if (owner.memberId !== undefined) await requireMemberOn(work.tx, owner.memberId, input.date, ['lines', 0, 'itemId'])
  for (const [index, { itemId, qty }] of input.lines.entries()) {
    await counter.lay(itemId, qty, 0, { path: ['lines', index, 'qty'] })
  }
  return slipOf(work, input, { kind: 'consignment_in', counter, owner, way: 1 })
}

/** Refuses like `receiveConsignment` but for who is no member any more, and STOCK_BELOW_ZERO for goods that are not there. */
export async function returnConsignment(work: Work, input: Input): Promise<Slip> {
  const { counter, owner } = await keptGoods(work, input)
  for (const [index, { itemId, qty }] of input.lines.entries()) await counter.take(itemId, qty, ['lines', index, 'qty'])
  const slip = await slipOf(work, input, { kind: 'consignment_return', counter, owner, way: -1 })
  return (await owedOn(work.tx, keepingCard(owner))) < 0
    ? { ...slip, warnings: [...slip.warnings, 'goods_of_maker_who_owes'] }
    : slip
}

async function keptGoods(work: Work, input: Input): Promise<{ counter: Counter; owner: Owner }> {
  const locationId = await locationOf(work.tx, input.locationId)
  const counter = await Counter.at(work.tx, { locationId, date: input.date }, input.lines, { inactiveToo: true })
  const [first] = input.lines
  const owner = ownerOf(counter.item(first?.itemId ?? ''))
  for (const [index, { itemId }] of input.lines.entries()) {
    const item = counter.item(itemId)
    if (item.kind !== 'consigned') throw invalidInput(['lines', index, 'itemId'], 'not_kept', { item: item.name })
    const own = ownerOf(item)
    if (own.memberId === owner.memberId && own.partnerId === owner.partnerId) continue
    throw invalidInput(['lines', index, 'itemId'], 'another_owner', { item: item.name })
  }
  return { counter, owner }
}

interface Moved {
  readonly kind: 'consignment_in' | 'consignment_return'
  readonly counter: Counter
  readonly owner: Owner
  /** 1 where goods come in, -1 where they go out. */
  readonly way: 1 | -1
}

async function slipOf(work: Work, { date, note, lines }: Input, { kind, counter, owner, way }: Moved): Promise<Slip> {
  const documentId = work.newId()
  const { locationId } = counter
  const number = await keepDocument(
    work,
    {
      ...{ documentId, kind, date, ...owner, locationId, note },
      lines: lines.map((line) => ({ ...line, amount: 0, ...(way === 1 && agreedOf(counter, line.itemId)) })),
    },
    lines.map(({ itemId, qty }, index) => ({ n: index + 1, itemId, locationId, qty: way * qty, lineNo: null })),
  )
  return { documentId, number: number ?? '', date, warnings: datedAhead(work, date) }
}

/** What goods are taken in for: the price they will be sold at, sen, and what of it stays here. Goods that go back leave it as it was. */
function agreedOf(counter: Counter, itemId: string) {
  const { price_other: price, commission_pct: commissionPct } = counter.item(itemId)
  return { price, commissionPct }
}

/**
 * Pays the owner of goods in keeping what was sold of them. Refuses ALREADY_DONE where nothing is owed, NOT_ALLOWED where
 * the owner owes, for goods that were paid and came back, INVALID_INPUT for more than is owed on the day or later.
 */
export async function settleConsignor(
  work: Work,
  input: Inputs['trade']['settleConsignor'],
): Promise<Answers['trade']['settleConsignor']> {
  const { date, cashAccount, memberId, partnerId, note } = input
  const owner = { memberId, partnerId }
  await requireKnownParty(work.tx, owner)
  await requireCashAccount(work.tx, cashAccount, 'cashAccount')
  const card = keepingCard(owner)
  const balance = await owedOn(work.tx, card)
  if (balance < 0) throw new Refusal('NOT_ALLOWED', 'maker_owes', { amount: -balance })
  const { amount, owed, parts } = await payableNow(work.tx, card, input)
  const [documentId, entryId] = [work.newId(), work.newId()]
  await keepDocument(work, { documentId, kind: 'consignment_settlement', date, ...owner, entryId, note, lines: [] }, [])
  const posted = await post(work, consignmentSettlement({ date, cashAccount, party: owner, parts }), { entryId })
  return { ...posted, documentId, total: amount, owed }
}
