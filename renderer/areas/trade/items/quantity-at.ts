import type { ItemAnswer } from '../../../../shared/contract/items.ts'

/** How much of an item lies at a place, thousandths; in all where no place is named. */
export function quantityAt({ qty, places }: Pick<ItemAnswer, 'qty' | 'places'>, place: string | undefined): number {
  if (place === undefined) return qty
  return places.find(({ locationId }) => locationId === place)?.qty ?? 0
}
