import type { Sen } from '../money.ts'
import { credit, type DraftLine, debit, type LineReferences } from './draft.ts'

/** What an item is tells where its goods stand; what is only kept for somebody, and services, stand nowhere. */
export type TradedKind = 'merchandise' | 'member_product' | 'material' | 'finished' | 'consigned' | 'service'

/** Goods on hand by what they are (chart 151xx). */
export const stockAccounts: Readonly<Partial<Record<TradedKind, string>>> = {
  merchandise: '15101',
  member_product: '15102',
  material: '15103',
  finished: '15105',
}

/** Selisih persediaan: what goods cost more or less than what was got for them, and what was lost. */
export const stockDifferenceAccount = '52303'

/** Beban operasional lain: goods the cooperative used up itself. */
export const ownUseAccount = '52601'

/** What marketplaces keep for themselves, and for the state. */
export const feesAccount = '52401'
export const prepaidTaxAccount = '16104'

export const memberPayable = '22102'
export const supplierPayable = '22101'
export const memberReceivable = '14101'
export const customerReceivable = '14102'
export const marketplaceReceivable = '14103'
export const memberConsignment = '22103'
export const partnerConsignment = '22104'

/** Where a sale stands, by who buys and how: members and others are kept apart line by line (accounting.md section 5). */
export function saleAccounts(isMember: boolean, channel: 'direct' | 'marketplace') {
  if (isMember) return { revenue: '42101', returns: '42102', cost: '51103', service: '42104' }
  const revenue = channel === 'marketplace' ? '43102' : '43101'
  return { revenue, returns: '43103', cost: '51201', service: '43107' }
}

export const memberCommission = '42103'
const otherCommission = '43104'

/**
 * Where what is owed to the owner of goods in keeping stands, and the commission of selling them: of who has left since,
 * the debt stays hers as it was and the commission is of a non-member.
 */
export function consignmentAccounts(owner: Owner, isOwnerMember: boolean = owner.memberId !== undefined) {
  return {
    owed: owner.memberId === undefined ? partnerConsignment : memberConsignment,
    commission: isOwnerMember ? memberCommission : otherCommission,
  }
}

/** A member, or somebody the cooperative trades with. */
export type Owner = Pick<LineReferences, 'memberId' | 'partnerId'>

/** How goods are paid for, one account each, sen: cash, what stays owed, what a marketplace keeps. */
export type MoneyPart = LineReferences & {
  readonly account: string
  readonly amount: number
  readonly unit?: string | undefined
}

/** One item of a sale or of its return, sen. */
export type SoldLine = {
  readonly itemId: string
  readonly kind: TradedKind
  readonly amount: Sen
  /** What the goods cost; nothing for goods in keeping and for services. */
  readonly cost: Sen
  /** Of goods in keeping: whose they are, and what of the amount stays here. */
  readonly owner?: Owner | undefined
  readonly commission?: Sen | undefined
  /** Whether the owner is a member on the day of the sale; who is named as one, unless said. */
  readonly isOwnerMember?: boolean | undefined
}

/** Lines of which some come to nothing: those are not written. */
export function written(lines: readonly DraftLine[]): DraftLine[] {
  return lines.filter((line) => line.debit + line.credit > 0)
}

/** Money of one side, in the order given. */
export function moneyLines(side: 'debit' | 'credit', parts: readonly MoneyPart[]): DraftLine[] {
  const line = side === 'debit' ? debit : credit
  return parts.map(({ account, amount, ...references }) => line(account, amount, references))
}

/** Where the goods of each line stand in a draft, counted from 1; null where they cost nothing. */
export function goodsLines(
  lines: readonly DraftLine[],
  goods: readonly { readonly itemId: string; readonly cost: number }[],
): (number | null)[] {
  const stock = new Set(Object.values(stockAccounts))
  let from = 0
  return goods.map(({ itemId, cost }) => {
    if (cost === 0) return null
    while (from < lines.length) {
      const line = lines[from]
      from += 1
      if (line?.itemId === itemId && stock.has(line.account)) return from
    }
    return 0
  })
}
