import type { Answers, Inputs } from '../../../../../shared/contract/index.ts'
import { invalidInput, Refusal } from '../../../../../shared/errors.ts'
import { purchaseReturn } from '../../../../../shared/rules/entries/purchase-return.ts'
import { saleReturn } from '../../../../../shared/rules/entries/sale-return.ts'
import {
  customerReceivable,
  goodsLines,
  type MoneyPart,
  marketplaceReceivable,
  memberCommission,
  memberReceivable,
  type SoldLine,
} from '../../../../../shared/rules/entries/trade-line.ts'
import { Exact, roundToSen, type Sen, sen, sumSen } from '../../../../../shared/rules/money.ts'
import type { TradeKind } from '../../../db/trade-tables.ts'
import { post } from '../../../ledger/post.ts'
import { keepingCard, owedOn } from '../../../ledger/trade-cards.ts'
import { voucherName } from '../../../ledger/vouchers.ts'
import type { Work } from '../../../work.ts'
import { requireCashAccount } from '../../cash/account.ts'
import { tradeDebt } from '../debts/ages.ts'
import { payableOf } from '../purchases/purchase.ts'
import { documentNamed, keepDocument, linesOf, type NewLine } from './documents.ts'
import { Counter, ownerOf, tradeUnit } from './goods.ts'
import { releasedByMarketplace } from './marketplace-return.ts'

type SaleReturn = Inputs['trade']['returnSale']
type Input = Inputs['trade']['returnPurchase']
type Returned = Answers['trade']['returnSale']
type Document = Awaited<ReturnType<typeof documentNamed>>
type Line = Awaited<ReturnType<typeof linesOf>>[number]

/** Part of a line that comes back: thousandths, and its share of what the line came to and cost, sen. */
interface Part {
  readonly line: Line
  readonly qty: number
  readonly amount: Sen
  readonly cost: Sen
  readonly commission: Sen
}

/**
 * Goods that were sold come back, for money or for a smaller debt. Refuses NOT_FOUND for what is no sale, ALREADY_REVERSED
 * for one that was taken back, INVALID_INPUT for more than was sold and is still away, and a day before the sale.
 */
export async function returnSale(work: Work, input: SaleReturn): Promise<Returned> {
  const of = await standingDocument(work, input, 'sale')
  const parts = await partsOf(work, input)
  const place = { locationId: of.location_id ?? '', date: input.date }
  const items = parts.map(({ line }) => ({ itemId: line.item_id }))
  const counter = await Counter.at(work.tx, place, items, { inactiveToo: true })
  for (const { line, qty, cost } of parts) await counter.lay(line.item_id, qty, cost, { isReturn: true })
  const ofMembers = await soldForMembers(work, of)
  const lines = parts.map((part) => ({ ...returnedLine(part), isOwnerMember: ofMembers.has(part.line.item_id) }))
  const total = sumSen(lines.map(({ amount }) => amount))
  const { memberId, partnerId } = partyOf(of)
  const kept = await releasedByMarketplace(work, input, { documentId: of.id, partnerId, total })
  const less = { of, total: sen(total - kept.total), owed: receivableOf(of) }
  const money = [await backTo(work, input, less), ...kept.parts].filter(({ amount }) => amount > 0)
  const isMember = memberId !== undefined
  const channel = of.channel ?? 'direct'
  const { date } = input
  const draft = saleReturn({ date, buyer: { memberId, partnerId }, isMember, channel, unit: tradeUnit, money, lines })
  const returned = await written(work, input, { of, kind: 'sale_return', draft, lines, total, way: 1 })
  const keeps = kept.stays > 0 && (await isAllBack(work, of.id)) ? ['fee_not_returned'] : []
  const unpaid = await stillUnpaid(work, input, { of, owed: less.owed, side: 1 })
  const warnings = [...returned.warnings, ...unpaid, ...(await makersOwing(work, lines)), ...keeps]
  return { ...returned, warnings, owed: await owedNow(work, less.owed, 1) }
}

/** Items whose commission the sale booked as a member's: it goes back from there, whoever is a member meanwhile. */
async function soldForMembers(work: Work, { entry_id }: Document): Promise<ReadonlySet<string | null>> {
  const lines = await work.tx
    .selectFrom('journal_line')
    .select('item_id')
    .where('entry_id', '=', entry_id ?? '')
    .where('account', '=', memberCommission)
    .execute()
  return new Set(lines.map(({ item_id }) => item_id))
}

/** True where nothing of a document is still away. */
async function isAllBack(work: Work, documentId: string): Promise<boolean> {
  return (await linesOf(work.tx, documentId)).every(({ qty, returned }) => returned >= qty)
}

/** Warns where an owner of goods in keeping was paid for what came back, and owes that now. */
async function makersOwing(work: Work, lines: readonly SoldLine[]): Promise<string[]> {
  for (const { owner } of lines) {
    if (owner && (await owedOn(work.tx, keepingCard(owner))) < 0) return ['maker_owes']
  }
  return []
}

/**
 * Goods go back to who sold them, for money or for a smaller debt. Refuses like `returnSale`, and STOCK_BELOW_ZERO for
 * goods that are not there any more.
 */
export async function returnPurchase(work: Work, input: Inputs['trade']['returnPurchase']): Promise<Returned> {
  const of = await standingDocument(work, input, 'purchase')
  const parts = await partsOf(work, input)
  const place = { locationId: of.location_id ?? '', date: input.date }
  const items = parts.map(({ line }) => ({ itemId: line.item_id }))
  const counter = await Counter.at(work.tx, place, items, { inactiveToo: true })
  const lines: (NewLine & SoldLine)[] = []
  for (const [index, part] of parts.entries()) {
    const back = returnedLine(part)
    const going = { qty: part.qty, paid: back.amount, of: { documentId: of.id, n: part.line.n } }
    const cost = await counter.giveBack(part.line.item_id, going, ['lines', index, 'qty'])
    lines.push({ ...back, cost })
  }
  const total = sumSen(lines.map(({ amount }) => amount))
  const seller = partyOf(of)
  const owed = { account: payableOf(seller), ...seller }
  const money = [await backTo(work, input, { of, total, owed })]
  const draft = purchaseReturn({ date: input.date, seller, unit: tradeUnit, money, lines })
  const returned = await written(work, input, { of, kind: 'purchase_return', draft, lines, total, way: -1 })
  const unpaid = await stillUnpaid(work, input, { of, owed, side: -1 })
  return { ...returned, warnings: [...returned.warnings, ...unpaid], owed: await owedNow(work, owed, -1) }
}

/** What is owed for goods now, sen, below nothing the other way round; null where the first document names nobody. */
async function owedNow(work: Work, owed: Back['owed'], side: 1 | -1): Promise<number | null> {
  const { account, memberId, partnerId } = owed ?? {}
  if (account === undefined || (memberId === undefined && partnerId === undefined)) return null
  return owedOn(work.tx, { account, party: { memberId, partnerId }, side })
}

interface Unpaid extends Omit<Back, 'total'> {
  /** 1 where the buyer owes, -1 where the cooperative does. */
  readonly side: 1 | -1
}

/**
 * Warns where money goes back for what was left owed, while what the first document left owed is open, all lines of the
 * return together: that stays as it was. What was paid meanwhile covered what fell due first.
 */
async function stillUnpaid(work: Work, { cashAccount }: Input, { of, owed, side }: Unpaid): Promise<string[]> {
  if (cashAccount === undefined || owed === undefined) return []
  const { account, memberId, partnerId } = owed
  if ((await owedOn(work.tx, { account, party: { memberId, partnerId }, side })) <= 0) return []
  const reading = { db: work.tx, today: work.today }
  const { rows } = await tradeDebt(reading, { account, memberId, partnerId, asOf: lastDay })
  return rows.some(({ entryId, open }) => entryId === of.entry_id && open > 0) ? ['return_of_unpaid'] : []
}

/** A day after all that is in a book. */
const lastDay = '2999-12-31'

interface Return {
  readonly of: Document
  readonly kind: TradeKind
  readonly draft: ReturnType<typeof saleReturn>
  readonly lines: readonly (NewLine & SoldLine)[]
  readonly total: Sen
  /** 1 where goods come in, -1 where they go out. */
  readonly way: 1 | -1
}

async function written(work: Work, input: Input, { of, kind, draft, lines, total, way }: Return) {
  if (draft.lines.length === 0) throw invalidInput(['lines'], 'return_worth_nothing')
  const [documentId, entryId] = [work.newId(), work.newId()]
  const locationId = of.location_id ?? ''
  const lineNos = goodsLines(draft.lines, lines)
  const { date, note } = input
  const head = { documentId, kind, date, ...partyOf(of), locationId, ofDocumentId: of.id, entryId, note }
  const moves = lines.flatMap(({ itemId, qty, kind: what }, index) =>
    what === 'service' ? [] : [{ n: index + 1, itemId, locationId, qty: way * qty, lineNo: lineNos[index] ?? null }],
  )
  await keepDocument(work, { ...head, channel: of.channel ?? undefined, lines }, moves)
  return { ...(await post(work, draft, { entryId })), documentId, total }
}

function partyOf({ member_id, partner_id }: Document) {
  return { memberId: member_id ?? undefined, partnerId: partner_id ?? undefined }
}

async function standingDocument(work: Work, { documentId, date }: Input, kind: TradeKind): Promise<Document> {
  const document = await documentNamed(work.tx, documentId)
  if (document.kind !== kind) throw new Refusal('NOT_FOUND', 'trade_document', { documentId })
  if (document.rBook !== null) {
    const { book, year, number, rBook, rYear, rNumber } = document
    const by = voucherName({ book: rBook, year: rYear ?? 0, number: rNumber ?? 0 })
    const voucher = voucherName({ book: book ?? 'BM', year: year ?? 0, number: number ?? 0 })
    throw new Refusal('ALREADY_REVERSED', undefined, { voucher, by })
  }
  if (date < document.date) throw invalidInput(['date'], 'date_before_document', { date: document.date })
  return document
}

/** What of each line comes back: so much that all that came back is its share of what the line came to and cost. */
async function partsOf(work: Work, { documentId, lines }: Input): Promise<Part[]> {
  const { id } = await documentNamed(work.tx, documentId)
  const sold = new Map((await linesOf(work.tx, id)).map((line) => [line.n, line]))
  const seen = new Set<number>()
  const back = await returnedBefore(work, id)
  return lines.map(({ n, qty }, index): Part => {
    const line = sold.get(n)
    if (!line) throw invalidInput(['lines', index, 'n'], 'line_unknown')
    if (seen.has(n)) throw invalidInput(['lines', index, 'n'], 'given_twice')
    seen.add(n)
    const inStock = line.qty - line.returned
    if (qty > inStock) throw invalidInput(['lines', index, 'qty'], 'return_above_sold', { inStock })
    const before = back.get(n) ?? nothingBack
    const share = (whole: number, gone: number, step: number) => {
      const due = roundToSen(new Exact(whole).mul(line.returned + qty).div(line.qty), 'half_up', step)
      return sen(Math.max(0, (line.returned + qty === line.qty ? whole : due) - gone))
    }
    return {
      ...{ line, qty, amount: share(line.amount, before.amount, 100), cost: share(line.cost, before.cost, 1) },
      commission: share(line.commission ?? 0, before.commission, 100),
    }
  })
}

const nothingBack = { amount: 0, cost: 0, commission: 0 }

/** What came back of each line of a document until now, by documents that stand, sen. */
async function returnedBefore(work: Work, documentId: string): Promise<Map<number, typeof nothingBack>> {
  const documents = await work.tx
    .selectFrom('trade_document as d')
    .leftJoin('journal_entry as r', 'r.reverses_id', 'd.entry_id')
    .select('d.id')
    .where('d.of_document_id', '=', documentId)
    .where('r.id', 'is', null)
    .execute()
  const back = new Map<number, typeof nothingBack>()
  for (const { id } of documents) {
    for (const { of_n, amount, cost, commission } of await linesOf(work.tx, id)) {
      const before = back.get(of_n ?? 0) ?? nothingBack
      back.set(of_n ?? 0, {
        ...{ amount: before.amount + amount, cost: before.cost + cost },
        commission: before.commission + (commission ?? 0),
      })
    }
  }
  return back
}

function returnedLine({ line, qty, amount, cost, commission }: Part): NewLine & SoldLine {
  const own = {
    ...{ itemId: line.item_id, kind: line.kind, qty, amount, cost, price: line.price ?? undefined, ofN: line.n },
    commissionPct: line.commission_pct,
  }
  return line.kind === 'consigned' ? { ...own, owner: ownerOf(line), commission } : own
}

/** Where what a buyer owes stands; undefined for a sale whose buyer is not known. */
function receivableOf(of: Document): Omit<MoneyPart, 'amount'> | undefined {
  const { memberId, partnerId } = partyOf(of)
  if (memberId !== undefined) return { account: memberReceivable, memberId }
  if (partnerId === undefined) return undefined
  return { account: of.channel === 'marketplace' ? marketplaceReceivable : customerReceivable, partnerId }
}

interface Back {
  readonly of: Document
  readonly total: Sen
  readonly owed: Omit<MoneyPart, 'amount'> | undefined
}

/** Money is given back where a cash account is named; else less is owed, which needs somebody who owes or is owed. */
async function backTo(work: Work, { cashAccount }: Input, { total, owed }: Back): Promise<MoneyPart> {
  if (cashAccount !== undefined) {
    await requireCashAccount(work.tx, cashAccount, 'cashAccount')
    return { account: cashAccount, amount: total }
  }
  const isKnown = owed !== undefined && (owed.memberId !== undefined || owed.partnerId !== undefined)
  if (!isKnown) throw invalidInput(['cashAccount'], 'required')
  return { ...owed, amount: total }
}
