import type { Inputs } from '../../../../shared/contract/index.ts'
import type { ItemAnswer } from '../../../../shared/contract/items.ts'
import type { PickedMember } from '../../../ui/fields/MemberPicker.tsx'
import type { PickerOption } from '../../../ui/fields/Picker.tsx'

export const itemKinds = ['merchandise', 'member_product', 'consigned', 'finished', 'material', 'service'] as const
export type ItemKind = (typeof itemKinds)[number]

/** What stands in the fields of an item's form: prices in sen, the minimum in thousandths. */
export interface ItemValues {
  readonly name: string
  readonly kind: ItemKind
  readonly unitName: string
  readonly priceOther: number | null
  readonly priceMember: number | null
  readonly barcode: string
  readonly minimum: number | null
  readonly ownerType: 'member' | 'partner'
  readonly owner: PickedMember | PickerOption | null
  readonly commissionPct: string | null
  readonly number: string
  readonly costing: 'moving_average' | 'fifo'
  readonly note: string
  readonly active: boolean
}

/** An empty form. */
export const newItem: ItemValues = {
  name: '',
  kind: 'merchandise',
  unitName: 'buah',
  priceOther: null,
  priceMember: null,
  barcode: '',
  minimum: null,
  ownerType: 'member',
  owner: null,
  commissionPct: null,
  number: '',
  costing: 'moving_average',
  note: '',
  active: true,
}

/** An item's form filled in. */
export function itemValues(item: ItemAnswer): ItemValues {
  const { name, kind, unitName, priceOther, priceMember, minimum, commissionPct, number, costing, active } = item
  return {
    ...{ name, kind, unitName, priceOther, commissionPct, number, costing, active },
    priceMember: priceMember === priceOther ? null : priceMember,
    barcode: item.barcode ?? '',
    minimum: minimum === 0 ? null : minimum,
    ownerType: item.ownerPartnerId === null ? 'member' : 'partner',
    owner: null,
    note: item.note ?? '',
  }
}

/** What both a new and a changed item are told; without a price of their own members pay what others pay. */
function terms(values: ItemValues) {
  const { name, unitName, priceOther, priceMember, minimum, barcode, commissionPct, kind, costing, note } = values
  return {
    ...{ name, unitName, costing, minimum: minimum ?? 0, barcode: barcode.trim() || null, note: note.trim() || null },
    priceOther: priceOther ?? 0,
    priceMember: priceMember ?? priceOther ?? 0,
    // Nothing is a share too, but only where it was typed: what was left empty is refused beside its field.
    ...(kind === 'consigned' && { commissionPct: commissionPct ?? '' }),
  }
}

/** The form of a new item as the API takes it. */
export function createInput(values: ItemValues): Inputs['items']['create'] {
  const { kind, number, owner, ownerType } = values
  const owned = kind === 'consigned' && owner !== null
  return {
    ...{ ...terms(values), kind },
    ...(number.trim() !== '' && { number }),
    ...(owned && (ownerType === 'member' ? { ownerMemberId: owner.id } : { ownerPartnerId: owner.id })),
  } as Inputs['items']['create']
}

/** What is changed of an item: what it is, whose, and its number stay. */
export function updateInput(values: ItemValues): Omit<Inputs['items']['update'], 'itemId'> {
  return { ...terms(values), active: values.active } as Omit<Inputs['items']['update'], 'itemId'>
}

/** Which field a problem of the input belongs to: a kind that lacks its owner is about the owner. */
export function itemField(path: string, { kind }: ItemValues): string {
  if (path === 'ownerMemberId' || path === 'ownerPartnerId') return 'owner'
  return path === 'kind' && kind === 'consigned' ? 'owner' : path
}
