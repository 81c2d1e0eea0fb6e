import type { Inputs } from '../../../../shared/contract/index.ts'
import type { ItemAnswer } from '../../../../shared/contract/items.ts'
import type { PartnerAnswer } from '../../../../shared/contract/partners.ts'
import { type BasketLine, basketSums, handedOver, lineSums } from '../../../../shared/rules/basket.ts'
import { type Sen, sen } from '../../../../shared/rules/money.ts'
import { marketplaceFee, withheldTax } from '../../../../shared/rules/sale-price.ts'
import type { PickedMember } from '../../../ui/fields/MemberPicker.tsx'
import type { PickerOption } from '../../../ui/fields/Picker.tsx'
import { costOf } from '../items/cost-of.ts'
import { quantityAt } from '../items/quantity-at.ts'

/** A line of the basket as it is typed. */
export interface TypedLine {
  /** Names the line while others come and go. */
  readonly key: string
  readonly item: ItemAnswer
  readonly qty: number | null
  /** Sen per unit as typed; undefined where the item's own price stands. */
  readonly price: number | null | undefined
  readonly discount: number | null
}

export const payingWays = ['cash', 'bank', 'credit', 'marketplace'] as const
export type PayingWay = (typeof payingWays)[number]

export interface BasketValues {
  /** Where the goods lie that are sold. */
  readonly place: string
  readonly lines: readonly TypedLine[]
  readonly member: PickedMember | null
  readonly partner: PickerOption | null
  readonly date: string | null
  readonly way: PayingWay
  readonly cashAccount: string | null
  readonly bankAccount: string | null
  /** What was handed over; nothing typed means exactly what it comes to. */
  readonly given: number | null
  readonly dueOn: string | null
  /** What a marketplace keeps and withholds of it, sen; undefined where its terms stand. */
  readonly fee: number | null | undefined
  readonly withheld: number | null | undefined
}

const one = 1_000

/** The basket with one more of an item: a scanned pack counts up the line it has already, at the end where it is new. */
export function withItem(lines: readonly TypedLine[], item: ItemAnswer): readonly TypedLine[] {
  const known = lines.some((line) => line.item.itemId === item.itemId)
  if (!known) return [...lines, { key: item.itemId, item, qty: one, price: undefined, discount: null }]
  return lines.map((line) => (line.item.itemId === item.itemId ? { ...line, qty: (line.qty ?? 0) + one } : line))
}

/** Sen per unit for this buyer: as typed, or the item's own. */
export function unitPrice({ price, item }: TypedLine, isMember: boolean): number | null {
  return price === undefined ? usualPrice(item, isMember) : price
}

/** Sen per unit that the item's own terms ask of this buyer. */
export function usualPrice({ priceMember, priceOther }: ItemAnswer, isMember: boolean): number {
  return isMember ? priceMember : priceOther
}

/** The lines as the rule reckons them; what is not typed yet comes to nothing. */
export function reckonedLines(lines: readonly TypedLine[], isMember: boolean): BasketLine[] {
  return lines.map((line) => ({
    qty: line.qty ?? 0,
    price: unitPrice(line, isMember) ?? 0,
    discount: line.discount ?? 0,
  }))
}

/** True where more is asked for than there is of goods at a place. */
export function isShort({ item, qty }: TypedLine, place: string): boolean {
  return item.kind !== 'service' && (qty ?? 0) > quantityAt(item, place)
}

/** What the goods of a line cost, sen, where it would bring less than that; undefined where it does not. */
export function costAbove({ item, qty }: TypedLine, sums: BasketLine): Sen | undefined {
  const cost = costOf(item, qty)
  return cost !== undefined && lineSums(sums).amount < cost ? cost : undefined
}

/** The basket as a sale; what is missing or unreadable is left for it to refuse, beside its field. */
export function saleInput(values: BasketValues, paid: number | undefined): Omit<Inputs['trade']['sell'], 'requestId'> {
  const { lines, place, member, partner, date, way, fee, withheld, cashAccount, bankAccount, dueOn } = values
  const account = way === 'cash' ? cashAccount : way === 'bank' ? bankAccount : undefined
  return {
    ...{ date: date ?? '', locationId: place },
    lines: lines.map(({ item, qty, price, discount }) => ({
      itemId: item.itemId,
      qty: qty ?? 0,
      ...(price !== undefined && { price: price ?? 0 }),
      ...(discount !== null && { discount }),
    })),
    ...(way === 'marketplace' && { channel: way }),
    ...(way === 'marketplace' && fee !== undefined && { fee: fee ?? 0 }),
    ...(way === 'marketplace' && withheld !== undefined && { withheld: withheld ?? 0 }),
    ...(member !== null && isMemberSale(values) && { memberId: member.id }),
    ...(partner !== null && needsPartner(values) && { partnerId: partner.id }),
    ...(account !== undefined && { cashAccount: account ?? '' }),
    ...(account !== undefined && paid !== undefined && { paid }),
    ...(dueOn !== null && staysOwed(values) && { dueOn }),
  } as Omit<Inputs['trade']['sell'], 'requestId'>
}

/** True where a member buys, at her prices; through a marketplace nobody does. */
export function isMemberSale({ way, member }: Pick<BasketValues, 'way' | 'member'>): boolean {
  return way !== 'marketplace' && member !== null
}

/** True where the buyer may be a partner: a marketplace, or a customer who is no member and pays later. */
export function needsPartner({ way, member }: Pick<BasketValues, 'way' | 'member'>): boolean {
  return way === 'marketplace' || (way === 'credit' && member === null)
}

/** True where part of the basket is paid later: all of it, or less was handed over than it comes to. */
export function staysOwed(values: BasketValues): boolean {
  const { way, given, lines } = values
  if (way !== 'cash' || given === null) return way === 'credit'
  return handedOver(given, basketSums(reckonedLines(lines, isMemberSale(values))).total).owed > 0
}

/** What a marketplace keeps of a basket and withholds for the state, sen: as typed, or by its terms. */
export function keptOf(
  { fee, withheld }: Pick<BasketValues, 'fee' | 'withheld'>,
  { feePct, withholdsTax }: Pick<PartnerAnswer, 'feePct' | 'withholdsTax'>,
  total: Sen,
): { readonly fee: number | null; readonly withheld: number | null; readonly held: Sen } {
  const kept = {
    fee: fee === undefined ? marketplaceFee(total, feePct) : fee,
    withheld: withheld === undefined ? (withholdsTax ? withheldTax(total) : 0) : withheld,
  }
  return { ...kept, held: sen(total - (kept.fee ?? 0) - (kept.withheld ?? 0)) }
}

/** Which field a problem of the sale belongs to. */
export function basketField(path: string, { lines, way, member }: BasketValues): string {
  const [, index, field] = /^lines\.(\d+)\.(\w+)$/.exec(path) ?? []
  if (index !== undefined) return `lines.${lines[Number(index)]?.key}.${field === 'itemId' ? 'qty' : field}`
  if (path === 'paid') return 'given'
  if (path === 'locationId') return 'place'
  if (path === 'memberId') return 'member'
  if (path === 'partnerId') return 'partner'
  if (path !== 'cashAccount') return path
  return way === 'credit' ? (member === null ? 'partner' : 'member') : way === 'bank' ? 'bankAccount' : path
}
