import type { CalendarDate } from '../../../shared/calendar.ts'
import type { Good, PartnerKey } from './shop-goods.ts'

/** Whom goods come from or go to: a member by her place in the list, or a partner. */
export type Party = { readonly member: number } | { readonly partner: PartnerKey }

/** Whole units of an item, by the name under which the plan knows it. */
export interface Units {
  readonly item: string
  readonly qty: number
}

/** What the plan expects a step to bring into the box (or take out of it), in sen. */
interface InCash {
  readonly cash: number
}

/** A line of a document that comes back. */
export interface BackLine {
  readonly n: number
  readonly qty: number
}

/** One thing done in the shop; money in sen, `total` is what the book should say. */
export type ShopStep = { readonly date: CalendarDate } & (
  | { readonly act: 'partner'; readonly partner: PartnerKey }
  | { readonly act: 'item'; readonly item: string; readonly good: Good; readonly owner?: Party }
  | { readonly act: 'place'; readonly name: string; readonly partner: PartnerKey }
  | { readonly act: 'stockBegins'; readonly lines: readonly (Units & { readonly cost: number })[] }
  | ({
      readonly act: 'buy'
      readonly document: string
      readonly party: Party
      readonly lines: readonly (Units & { readonly amount: number })[]
      readonly otherCosts: number
      readonly total: number
    } & InCash)
  | ({
      readonly act: 'sell'
      readonly document: string
      readonly party?: Party
      readonly atOutlet?: true
      readonly lines: readonly (Units & { readonly discount?: number })[]
      readonly way: 'cash' | 'wallet' | 'credit' | 'marketplace'
      readonly total: number
    } & InCash)
  | ({
      readonly act: 'goodsBack'
      readonly way: 'returnSale' | 'returnPurchase'
      readonly document: string
      readonly lines: readonly BackLine[]
      readonly total: number
    } & InCash)
  | {
      readonly act: 'keep'
      readonly way: 'receiveConsignment' | 'returnConsignment'
      readonly lines: readonly Units[]
    }
  | ({ readonly act: 'settle'; readonly party: Party; readonly amount: number } & InCash)
  | { readonly act: 'carry'; readonly way: 'out' | 'back'; readonly lines: readonly Units[] }
  | ({
      readonly act: 'produce'
      readonly materials: readonly Units[]
      readonly wages: number
      readonly products: readonly Units[]
    } & InCash)
  | {
      readonly act: 'takeStock'
      readonly lines: readonly { item: string; counted: number; reason?: 'damaged' | 'lost' | 'expired' }[]
      readonly countedBy: readonly [string, string]
    }
  | ({
      readonly act: 'payDebt'
      readonly way: 'pay' | 'receive' | 'withdrawMarketplace'
      readonly party: Party
      readonly amount: number
      readonly cashAccount: string
    } & InCash)
  | { readonly act: 'beginShift'; readonly cashier: string }
  | {
      readonly act: 'endShift'
      readonly denominations: Readonly<Record<string, number>>
      readonly countedBy: readonly [string, string]
    }
)
