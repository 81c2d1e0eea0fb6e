import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestBook, refusalOf, requestId, type TestBook } from '../support/book.ts'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook()
})
afterEach(async () => {
  expect(book.bugs).toEqual([])
  await book.close()
})

async function post(unit: 'general' | 'shop', debit: string, credit: string) {
  const lines = [
    { account: debit, debit: 10_000_00 },
    { account: credit, credit: 10_000_00 },
  ]
  return book.api.journal.post({ requestId: requestId(), date: '2026-01-05', description: 'Catatan', unit, lines })
}

describe('the cooperative', () => {
  test('only what is given changes; null and an empty text empty a field', async () => {
    const given = {
      ...{
        legalEntityNumber: 'AHU-001',
        coopRegistrationNumber: '3507',
        taxId: '01.2',
        businessId: '91',
      },
      ...{
        address: 'Jl. Mawar 1',
        village: 'Sumberagung',
        district: 'Gandusari',
        regency: 'Blitar',
        province: 'Jatim',
      },
      phone: '0812',
      coopType: 'ksp',
    } as const
    await book.api.cooperative.update({ requestId: requestId(), ...given })
    await book.api.cooperative.update({ name: 'Koperasi Purna', phone: null, village: '' })
    expect(await book.api.cooperative.get({})).toEqual({
      ...given,
      ...{
        name: 'Koperasi Purna',
        foundedOn: '2020-01-01',
        phone: null,
        village: null,
        units: ['general', 'usp', 'shop'],
      },
    })
  })

  test('without anything to change it answers what is there', async () => {
    expect(await book.api.cooperative.update({})).toMatchObject({ name: 'Koperasi Uji' })
  })

  test.each([
    [{ name: ' ' }, 'required'],
    [{ name: 'x'.repeat(121) }, 'too_long'],
    [{ foundedOn: '2020-02-30' }, 'not_a_date'],
    [{ foundedOn: '2027-12-26' }, 'date_too_far_ahead'],
    [{ coopType: 'bank' as 'ksp' }, 'not_in_list'],
    [{ units: [] }, 'too_small'],
  ])('%j is refused', async (changes, reason) => {
    expect(await refusalOf(book.api.cooperative.update(changes))).toMatchObject({
      ...{ code: 'INVALID_INPUT', data: { reason } },
    })
  })

  test('it cannot be founded after its first entry or its first member', async () => {
    await post('general', '11101', '48106')
    const later = (foundedOn: string) => refusalOf(book.api.cooperative.update({ foundedOn }))
    expect(await later('2026-01-06')).toMatchObject({
      data: { reason: 'founded_after_records', date: '2026-01-05', issues: [{ path: ['foundedOn'] }] },
      message: 'Koperasi tidak mungkin berdiri sesudah catatan pertamanya (5 Januari 2026).',
    })
    await book.api.members.create({ number: '1', name: 'Siti', sex: 'female', joinedOn: '2021-01-01' })
    expect((await later('2021-01-02')).data).toMatchObject({ date: '2021-01-01' })
    expect((await book.api.cooperative.update({ foundedOn: '2021-01-01' })).foundedOn).toBe('2021-01-01')
    expect((await book.api.cooperative.update({ foundedOn: null })).foundedOn).toBeNull()
  })
})

describe('its units', () => {
  const active = async () => (await book.api.units.list({})).rows.filter((row) => row.active).map(({ unit }) => unit)

  test('those that are named are in use, the others are not', async () => {
    expect((await book.api.cooperative.update({ units: ['general', 'shop'] })).units).toEqual(['general', 'shop'])
    expect(await active()).toEqual(['general', 'shop'])
    await book.api.cooperative.update({ units: ['usp', 'general'] })
    expect(await active()).toEqual(['general', 'usp'])
    expect((await book.api.units.list({})).rows[1]).toEqual({
      ...{ unit: 'usp', nameId: 'Simpan Pinjam', nameEn: 'Savings and loans', active: true },
    })
  })

  test('one that owns something stays in use until it owns nothing', async () => {
    await post('shop', '11101', '48106')
    expect(await refusalOf(book.api.cooperative.update({ units: ['general'] }))).toMatchObject({
      ...{ code: 'NOT_ALLOWED', data: { reason: 'unit_has_balance', unit: 'shop', account: '11101' } },
    })
    expect(await active()).toEqual(['general', 'usp', 'shop'])
    await post('shop', '48106', '11101')
    expect((await book.api.cooperative.update({ units: ['general'] })).units).toEqual(['general'])
  })
})

describe('who signs', () => {
  test('officers are named one by one, in the order in which they sign', async () => {
    await book.api.officers.set({ officers: [{ role: 'treasurer', name: 'Siti Aminah' }] })
    await book.api.officers.set({
      officers: [
        { role: 'supervisor', name: 'Tini' },
        { role: 'chair', name: 'Budi "Ucok" S' },
      ],
    })
    expect((await book.api.officers.list({})).rows).toEqual([
      { role: 'chair', name: 'Budi "Ucok" S' },
      { role: 'treasurer', name: 'Siti Aminah' },
      { role: 'supervisor', name: 'Tini' },
    ])
  })

  test('an empty name leaves the office open', async () => {
    await book.api.officers.set({ officers: [{ role: 'chair', name: 'Budi' }] })
    expect((await book.api.officers.set({ officers: [{ role: 'chair', name: ' ' }] })).rows).toEqual([])
  })

  test('an office that is named twice is refused and nothing changes', async () => {
    const officers = [
      { role: 'chair', name: 'Budi' },
      { role: 'chair', name: 'Tini' },
    ] as const
    expect((await refusalOf(book.api.officers.set({ officers: [...officers] }))).data).toMatchObject({
      ...{ reason: 'officer_doubled', issues: [{ path: ['officers', 1, 'role'] }] },
    })
    expect((await book.api.officers.list({})).rows).toEqual([])
  })
})
