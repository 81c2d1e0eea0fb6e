import type { CooperativeInput } from '../../../shared/contract/cooperative.ts'

/** A cooperative that does not exist, in a village that does not exist. */
export function sampleCooperative(foundedOn: string): CooperativeInput {
  return {
    name: 'Koperasi Contoh Purna Migran Sumber Rejeki',
    foundedOn,
    legalEntityNumber: `000/BH-CONTOH/${foundedOn.slice(0, 4)}`,
    address: 'Balai Dusun Krajan RT 02 RW 01',
    village: 'Karangwilujeng',
    district: 'Tirtasekar',
    regency: 'Wonosekar',
    province: 'Jawa Tengah',
    coopType: 'producer',
  }
}

export const hamlets = ['Krajan', 'Ngadirejo', 'Sumberan', 'Kedungwaru', 'Tegalsari', 'Gunungsari'] as const

/** What members make, how it is sold, and what a piece costs in rupiah. */
export const products = [
  { name: 'kerupuk singkong', unit: 'bungkus', price: 8_000 },
  { name: 'kopi robusta bubuk', unit: 'bungkus', price: 22_000 },
  { name: 'kain tenun', unit: 'lembar', price: 165_000 },
  { name: 'lele asap', unit: 'kg', price: 60_000 },
  { name: 'gula semut', unit: 'bungkus', price: 18_000 },
  { name: 'keripik pisang', unit: 'bungkus', price: 10_000 },
  { name: 'telur asin', unit: 'butir', price: 4_000 },
  { name: 'sirup jahe', unit: 'botol', price: 25_000 },
] as const

export const occupations = [
  'Pembuat kerupuk',
  'Petani kopi',
  'Penenun',
  'Pembudidaya lele',
  'Penderes nira',
  'Petani',
  'Pedagang sayur',
  'Penjahit',
  'Peternak bebek',
  'Pengurus rumah tangga',
  'Guru PAUD',
  'Buruh tani',
] as const

/** Where members worked abroad, and as what. */
export const countries = ['Hong Kong', 'Taiwan', 'Malaysia', 'Singapura', 'Arab Saudi', 'Korea Selatan'] as const
export const sectors = ['Rumah tangga', 'Perawat lansia', 'Pabrik', 'Perkebunan', 'Konstruksi'] as const

/** What the cooperative lets out, to members and to others, with the rent of a day in rupiah. */
export const rentals = [
  { what: 'tenda dan kursi', price: 150_000 },
  { what: 'mesin giling kopi', price: 40_000 },
  { what: 'mesin jahit', price: 25_000 },
  { what: 'alat pres kemasan', price: 15_000 },
] as const
