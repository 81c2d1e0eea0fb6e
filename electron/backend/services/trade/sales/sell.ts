import type { Answers, Inputs } from '../../../../../shared/contract/index.ts'
import { invalidInput } from '../../../../../shared/errors.ts'
import { lineSums } from '../../../../../shared/rules/basket.ts'
import { sale } from '../../../../../shared/rules/entries/sale.ts'
import {
  customerReceivable,
  feesAccount,
  goodsLines,
  type MoneyPart,
  marketplaceReceivable,
  memberReceivable,
  prepaidTaxAccount,
  type SoldLine,
} from '../../../../../shared/rules/entries/trade-line.ts'
import { type Sen, sen, sumSen } from '../../../../../shared/rules/money.ts'
import { commissionOf, marketplaceFee, withheldTax } from '../../../../../shared/rules/sale-price.ts'
import type { Reader } from '../../../db/tables.ts'
import { post } from '../../../ledger/post.ts'
import type { ItemState } from '../../../ledger/stock.ts'
import type { Work } from '../../../work.ts'
import { keepDocument, type NewLine } from '../documents/documents.ts'
import { Counter, locationOf, ownerOf, requireParty, tradeUnit } from '../documents/goods.ts'
import { paidAndOwed } from '../documents/paid-and-owed.ts'
import { ownerIsMemberOn, requireMemberOn } from '../partners/membership.ts'
import { agreedDueOn, requireCredit } from '../policy.ts'

type Input = Inputs['trade']['sell']
type Sold = Answers['trade']['sell']

/**
 * Sells goods and services. Refuses STOCK_BELOW_ZERO at the line that asks for more than there is, INVALID_INPUT for a
 * line that comes to nothing, for credit without a buyer, for more paid than it comes to and for who was no member on
 * the day, and a day before goods came in that were sold since.
 */
export async function sellGoods(work: Work, input: Input): Promise<Sold> {
  const { date, memberId, partnerId, channel = 'direct', note } = input
  await requireParty(work.tx, input)
  const isMember = memberId !== undefined && (await requireMemberOn(work.tx, memberId, date))
  const locationId = await locationOf(work.tx, input.locationId)
  const counter = await Counter.at(work.tx, { locationId, date }, input.lines)
  const priced = input.lines.map((line, index) => pricedLine(counter.item(line.itemId), line, { isMember, index }))
  const lines: (SoldLine & NewLine)[] = []
  for (const [index, line] of priced.entries()) {
    const cost = await counter.take(line.itemId, line.qty, ['lines', index, 'qty'])
    const isOwnerMember = line.owner && (await ownerIsMemberOn(work.tx, line.owner, date))
    lines.push({ ...line, cost, isOwnerMember })
  }
  const total = sumSen(lines.map(({ amount }) => amount))
  const money =
    channel === 'marketplace' ? await keptByMarketplace(work.tx, input, total) : await paid(work, input, total)
  const sums = sumsOf(money, lines)
  if (memberId !== undefined) await requireCredit(work.tx, memberId, sums.owed)
  const dueOn = await dueOnOf(work.tx, input, sums.owed)
  const draft = sale({ date, buyer: { memberId, partnerId }, isMember, channel, unit: tradeUnit, money, lines })
  const [documentId, entryId] = [work.newId(), work.newId()]
  const lineNos = goodsLines(draft.lines, lines)
  const moves = lines.flatMap(({ itemId, kind, qty }, index) =>
    kind === 'service' ? [] : [{ n: index + 1, itemId, locationId, qty: -qty, lineNo: lineNos[index] ?? null }],
  )
  const head = {
    documentId,
    kind: 'sale' as const,
    date,
    memberId,
    partnerId,
    locationId,
    channel,
    entryId,
    note,
    dueOn,
  }
  await keepDocument(work, { ...head, lines }, moves)
  const posted = await post(work, draft, { entryId })
  const warnings = [...posted.warnings, ...belowCost(lines)]
  return { ...posted, warnings, documentId, total, isMember, ...sums, dueOn: dueOn ?? null }
}

/** Warns where goods of ours bring less than they cost. */
function belowCost(lines: readonly { readonly cost: Sen; readonly amount: Sen }[]): string[] {
  return lines.some(({ cost, amount }) => cost > amount) ? ['sold_below_cost'] : []
}

/** When the buyer is to pay; what a marketplace holds is due by its own terms. */
async function dueOnOf(db: Reader, { date, channel, dueOn }: Input, owed: Sen): Promise<string | undefined> {
  if (channel !== 'marketplace') return agreedDueOn(db, { date, dueOn, owed }, 'saleDueDays')
  if (dueOn !== undefined) throw invalidInput(['dueOn'], 'not_together')
  return undefined
}

function sumsOf(money: readonly MoneyPart[], lines: readonly NewLine[]) {
  const on = (...codes: string[]) =>
    sumSen(money.filter(({ account }) => codes.includes(account)).map(({ amount }) => amount))
  return {
    discount: sumSen(lines.map(({ discount = 0 }) => discount)),
    owed: on(memberReceivable, customerReceivable, marketplaceReceivable),
    fee: on(feesAccount),
    withheld: on(prepaidTaxAccount),
  }
}

interface Buying {
  readonly isMember: boolean
  readonly index: number
}

/** A line at its price: refuses INVALID_INPUT for one that comes to nothing after its discount. */
function pricedLine(
  item: ItemState,
  { itemId, qty, price: asked, discount = sen(0) }: Input['lines'][number],
  { isMember, index }: Buying,
): Omit<SoldLine & NewLine, 'cost'> {
  const price = asked ?? sen(isMember ? item.price_member : item.price_other)
  const { whole, amount } = lineSums({ qty, price, discount })
  if (whole === 0) throw invalidInput(['lines', index, 'price'], 'amount_not_positive')
  if (discount >= whole) throw invalidInput(['lines', index, 'discount'], 'discount_too_large', { available: whole })
  const line = { itemId, qty, price, discount, amount, kind: item.kind, commissionPct: item.commission_pct }
  if (item.kind !== 'consigned') return line
  return { ...line, owner: ownerOf(item), commission: commissionOf(amount, item.commission_pct ?? '0') }
}

/** What is paid now and what the buyer owes. */
async function paid(work: Work, input: Input, total: Sen): Promise<MoneyPart[]> {
  const { cashAccount, memberId } = input
  for (const field of ['fee', 'withheld'] as const) {
    if (input[field] !== undefined) throw invalidInput([field], 'not_together')
  }
  const account = memberId === undefined ? customerReceivable : memberReceivable
  return paidAndOwed(work, input, { total, account, nameless: cashAccount === undefined ? 'cashAccount' : 'paid' })
}

/** What a marketplace holds for us, keeps as its fee and withholds for the state (accounting.md section 5). */
async function keptByMarketplace(db: Reader, input: Input, total: Sen): Promise<MoneyPart[]> {
  const { partnerId, cashAccount, paid: now } = input
  if (cashAccount !== undefined) throw invalidInput(['cashAccount'], 'not_together')
  if (now !== undefined) throw invalidInput(['paid'], 'not_together')
  if (input.memberId !== undefined) throw invalidInput(['memberId'], 'not_together')
  if (partnerId === undefined) throw invalidInput(['partnerId'], 'required')
  const terms = await db.selectFrom('partner_terms').selectAll().where('partner_id', '=', partnerId).executeTakeFirst()
  if (terms?.kind !== 'marketplace') throw invalidInput(['partnerId'], 'no_marketplace')
  const fee = input.fee ?? marketplaceFee(total, terms.fee_pct)
  const withheld = input.withheld ?? (terms.withholds_tax ? withheldTax(total) : sen(0))
  const held = total - fee - withheld
  if (held < 0)
    throw invalidInput([input.fee === undefined ? 'withheld' : 'fee'], 'paid_above_total', { available: total })
  const parts = [
    { account: marketplaceReceivable, amount: held, partnerId },
    { account: feesAccount, amount: fee, partnerId, unit: tradeUnit },
    { account: prepaidTaxAccount, amount: withheld, partnerId },
  ]
  return parts.filter(({ amount }) => amount > 0)
}
