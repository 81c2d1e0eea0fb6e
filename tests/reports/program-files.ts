import { createPrivateKey } from 'node:crypto'
import { writeProgramFile } from '../../electron/backend/services/program/signed-file.ts'
import type { ProgramContent } from '../../shared/contract/program-file.ts'
import { indicatorDefinitions } from '../../shared/statements/program-indicators.ts'

type Counts = ProgramContent['people']['total']

/** Two keys that are the same in every run, so that what is printed of them is too. */
function keyOf(seed: string) {
  const pkcs8 = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.alloc(32, seed)])
  return createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' })
}

const all = (members: Counts['members'], borrowers = members, savers = members): Counts => ({
  members,
  borrowers,
  savers,
})
const hidden = all('hidden')

const base: ProgramContent = {
  ...{ format: 'lumbung-program', version: 1, quarter: '2026-Q3', madeOn: '2026-10-05' },
  cooperative: {
    ...{ id: '11111111-1111-4111-8111-111111111111', name: 'Koperasi Mawar', registrationNumber: '3276010001' },
    ...{ village: 'Sukamaju', district: 'Sukasari', regency: 'Indramayu', province: 'Jawa Barat', kind: 'real' },
  },
  book: { entries: 120, hash: 'a'.repeat(64), isFinal: true, hasAlarm: false },
  people: {
    total: all(85, 40, 80),
    sex: { female: all(60, 30, 58), male: all(25, 10, 22) },
    age: { age15: hidden, age25: all(20, 'hidden'), age35: all(40, 20, 38), age45: all(18, 8, 18), age60: hidden },
    disability: { disabled: all(6, 'hidden', 6), notDisabled: all(79, 'hidden', 74) },
    returnee: { returnee: all(50, 25, 48), family: all(35, 15, 32), none: hidden, returneeUnknown: hidden },
  },
  money: {
    assets: { start: 148_000_000_00, end: 160_000_000_00 },
    ownCapital: { start: 62_500_000_00, end: 65_000_000_00 },
    savings: { start: 72_000_000_00, end: 80_000_000_00 },
    loans: { start: 91_500_000_00, end: 98_250_000_50 },
    granted: 24_000_000_00,
  },
  definitions: indicatorDefinitions,
}

const earlier: ProgramContent = {
  ...base,
  ...{ quarter: '2026-Q2', madeOn: '2026-07-04', book: { ...base.book, entries: 80 } },
  money: { ...base.money, assets: { start: 140_000_000_00, end: 148_000_000_00 }, granted: 10_000_000_00 },
}

const other: ProgramContent = {
  ...base,
  cooperative: {
    ...{ id: '22222222-2222-4222-8222-222222222222', name: 'Koperasi "Melati & Jaya" <Bersama>' },
    ...{ registrationNumber: null, village: null, district: null, regency: null, province: null, kind: 'real' },
  },
  book: { ...base.book, isFinal: false, hasAlarm: true },
  people: { ...base.people, total: all(12, 'hidden', 12), sex: { female: hidden, male: hidden } },
  money: {
    ...{ assets: { start: 0, end: 1_800_000_00 }, ownCapital: { start: 0, end: -200_000_00 } },
    ...{ savings: { start: 0, end: 1_800_000_00 }, loans: { start: 0, end: 0 }, granted: 0 },
  },
  definitions: { ...indicatorDefinitions, savers: 'Setiap orang yang menabung.' },
}

/** Files of two cooperatives as the report is asked with them: one of two quarters, one whose book proves nothing. */
export const programFiles = [
  { name: 'mawar-q2.json', base64: signed(earlier, 'm') },
  { name: 'melati.json', base64: signed(other, 'n') },
  { name: 'mawar-q3.json', base64: signed(base, 'm') },
]

function signed(content: ProgramContent, seed: string): string {
  return Buffer.from(writeProgramFile(content, keyOf(seed))).toString('base64')
}
