import type { ItemAnswer } from '../../../../shared/contract/items.ts'
import { useText } from '../../../ui/text.ts'
import type { ItemKind } from './item-values.ts'

/** What a form takes of all that is traded; the book is asked for just that, so that what does not fit hides nothing. */
export interface Wanted {
  readonly kinds: readonly ItemKind[]
  readonly ownerMemberId?: string
  readonly ownerPartnerId?: string
}

const own = ['merchandise', 'member_product', 'finished', 'material'] as const

/** Goods that are the cooperative's own. */
export const ownGoods: Wanted = { kinds: own }

/** Whatever lies on a shelf, in keeping or not. */
export const anyGoods: Wanted = { kinds: [...own, 'consigned'] }

/** Goods in keeping: of anybody, or of whom these are. */
export function keptGoods(like: ItemAnswer | undefined): Wanted {
  const { ownerMemberId, ownerPartnerId } = like ?? {}
  return { kinds: ['consigned'], ...(ownerMemberId && { ownerMemberId }), ...(ownerPartnerId && { ownerPartnerId }) }
}

/** What is wanted, as the API takes it; everything in use where nothing is said. */
export function wantedInput(wanted: Wanted | undefined) {
  return { activeOnly: true, ...(wanted && { ...wanted, kinds: [...wanted.kinds] }) }
}

/** Says why an item that matches is not offered here. */
export function useWhyNot(): (item: ItemAnswer, wanted: Wanted | undefined) => string {
  const { t } = useText()
  return ({ name, kind, active, ownerName }, wanted) => {
    const words = { item: name, owner: ownerName ?? '' }
    if (!active) return t(($) => $.trade.unfit.inactive, words)
    if (wanted?.kinds.includes(kind) !== false) return t(($) => $.trade.unfit.otherOwner, words)
    if (kind === 'service') return t(($) => $.trade.unfit.service, words)
    return kind === 'consigned' ? t(($) => $.trade.unfit.kept, words) : t(($) => $.trade.unfit.own, words)
  }
}
