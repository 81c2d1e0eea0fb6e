import type { Inputs } from '../../../../shared/contract/index.ts'
import type { PartnerAnswer } from '../../../../shared/contract/partners.ts'

export const partnerKinds = ['supplier', 'customer', 'maker', 'outlet', 'marketplace'] as const
export type PartnerKind = (typeof partnerKinds)[number]

/** What stands in the fields of a partner's form. */
export interface PartnerValues {
  readonly name: string
  readonly kind: PartnerKind
  readonly phone: string
  readonly address: string
  readonly taxId: string
  readonly feePct: string | null
  readonly withholdsTax: boolean
  readonly number: string
  readonly note: string
  readonly active: boolean
}

/** An empty form. */
export const newPartner: PartnerValues = {
  name: '',
  kind: 'supplier',
  phone: '',
  address: '',
  taxId: '',
  feePct: null,
  withholdsTax: false,
  number: '',
  note: '',
  active: true,
}

/** A partner's form filled in. */
export function partnerValues(partner: PartnerAnswer): PartnerValues {
  const { name, kind, feePct, withholdsTax, number, active } = partner
  return {
    ...{ name, kind, feePct, withholdsTax, number, active },
    phone: partner.phone ?? '',
    address: partner.address ?? '',
    taxId: partner.taxId ?? '',
    note: partner.note ?? '',
  }
}

/** What both a new and a changed partner are told; only a marketplace keeps a fee. */
export function partnerInput(values: PartnerValues) {
  const { name, kind, phone, address, taxId, feePct, withholdsTax, note } = values
  const isMarketplace = kind === 'marketplace'
  return {
    ...{ name, kind, phone: phone.trim() || null, address: address.trim() || null },
    ...{ taxId: taxId.trim() || null, note: note.trim() || null },
    ...{ feePct: isMarketplace ? (feePct ?? '0') : '0', withholdsTax: isMarketplace && withholdsTax },
  } satisfies Omit<Inputs['partners']['create'], 'requestId'>
}
