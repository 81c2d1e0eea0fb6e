import type { Inputs } from '../../../shared/contract/index.ts'

type ItemTerms = Pick<
  Inputs['items']['create'],
  'name' | 'kind' | 'costing' | 'unitName' | 'barcode' | 'minimum' | 'commissionPct'
>

/** Something the shop has to do with; prices in rupiah a unit, and what it costs where it is bought. */
export interface Good extends ItemTerms {
  readonly price: number
  readonly priceMember?: number
  readonly cost?: number
}

/** Codes that begin with 2 are a shop's own: no real product has one. */
export const goods = {
  rice: {
    ...{ name: 'Beras 5 kg', kind: 'merchandise', unitName: 'karung', barcode: '2000000000015', minimum: 3_000 },
    ...{ cost: 66_000, price: 76_000, priceMember: 73_000 },
  },
  oil: {
    ...{ name: 'Minyak goreng', kind: 'merchandise', unitName: 'liter', barcode: '2000000000022', minimum: 5_000 },
    ...{ cost: 16_000, price: 20_000, priceMember: 18_500 },
  },
  soap: {
    ...{ name: 'Sabun cuci', kind: 'merchandise', unitName: 'bungkus', barcode: '2000000000039' },
    ...{ cost: 4_500, price: 6_500, priceMember: 6_000 },
  },
  coffee: {
    ...{ name: 'Kopi biji sangrai', kind: 'member_product', costing: 'fifo', unitName: 'kg', barcode: '2000000000046' },
    ...{ cost: 72_000, price: 95_000 },
  },
  cassava: { name: 'Singkong', kind: 'material', unitName: 'kg', cost: 3_500, price: 5_000 },
  crisps: {
    ...{ name: 'Keripik singkong koperasi', kind: 'finished', unitName: 'bungkus', barcode: '2000000000053' },
    ...{ price: 10_000, priceMember: 9_000 },
  },
  grinding: { name: 'Jasa giling kopi', kind: 'service', unitName: 'kg', price: 5_000, priceMember: 4_000 },
} as const satisfies Readonly<Record<string, Good>>

/** Who trades with the cooperative and is no member. */
export const partners = {
  grocer: { name: 'Grosir Pangan Contoh', kind: 'supplier' },
  farmers: { name: 'Kelompok Tani Contoh', kind: 'maker' },
  outlet: { name: 'Toko Oleh-oleh Contoh', kind: 'outlet' },
  workshop: { name: 'Bengkel Mesin Contoh', kind: 'supplier' },
  market: { name: 'Lokapasar Contoh', kind: 'marketplace', feePct: '6.5', withholdsTax: true },
} as const

export type PartnerKey = keyof typeof partners

/** Kept for the farmers' group. */
export const farmersGood: Good = {
  ...{ name: 'Emping melinjo', kind: 'consigned', unitName: 'bungkus', barcode: '2000000000060' },
  ...{ commissionPct: '15', price: 20_000 },
}

export const commissionPct = 20
