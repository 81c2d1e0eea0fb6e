import Database from 'better-sqlite3'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Inputs } from '../../../shared/contract/index.ts'
import { openTestBook, refusalOf, requestId, type TestBook } from '../../support/book.ts'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook()
})
afterEach(async () => {
  expect(book.bugs).toEqual([])
  await book.close()
})

type Form = Inputs['members']['create']

function form(changes: Partial<Form> = {}): Form {
  return { number: 'A-001', name: 'Siti Aminah', sex: 'female', joinedOn: '2021-03-01', ...changes }
}

const create = (changes: Partial<Form> = {}) => book.api.members.create(form(changes))
const nik = '3507126712900001'

/** Pays Rp50.000 into a member's simpanan pokok, by the service everybody uses. */
async function save(memberId: string, amount = 50_000_00) {
  const { savingsAccountId } = await book.api.savings.open({
    requestId: requestId(),
    memberId,
    product: 'pokok',
    date: '2026-01-05',
  })
  await book.api.savings.deposit({
    requestId: requestId(),
    savingsAccountId,
    date: '2026-01-05',
    amount,
    cashAccount: '11101',
  })
  return savingsAccountId
}

describe('entering a member', () => {
  test('what was filled in is what is shown, the identity number hidden', async () => {
    const particulars = {
      ...{
        nationalId: nik,
        birthDate: '1990-12-27',
        phone: '0812',
        address: 'Jl. Mawar 1',
        hamlet: 'Krajan',
        rt: '003',
      },
      ...{ rw: '002', village: 'Sumberagung', district: 'Gandusari', occupation: 'Penjahit', consentOn: '2021-03-01' },
      returnee: {
        status: 'returnee',
        country: 'Hong Kong',
        sector: 'Rumah tangga',
        years: 6,
        returnedOn: '2019-05-01',
      },
      disability: { seeing: 1, walking: 2 },
      bpjs: 'active',
      note: '',
    } as const
    const { memberId, number, warnings } = await create(particulars)
    expect([number, warnings]).toEqual(['A-001', []])
    expect(await book.api.members.get({ memberId })).toEqual({
      memberId,
      ...form(),
      ...particulars,
      ...{
        nationalId: '350712**********',
        note: null,
        leftOn: null,
        active: true,
        savings: [],
        totals: { savings: 0 },
      },
    })
    const revealed = await book.api.members.get({ memberId, revealNationalId: true })
    expect(revealed.nationalId).toBe(nik)
  })

  test('the same request enters one member', async () => {
    const input = { ...form(), requestId: requestId() }
    const first = await book.api.members.create(input)
    expect(await book.api.members.create(input)).toEqual(first)
    expect((await book.api.members.list({})).total).toBe(1)
  })

  test.each([
    ['A-001', 'a-001'],
    ['KSU 12', 'ksu  12'],
    ['12', '１２'],
  ])('after %s the number %s is refused, beside its field', async (taken, number) => {
    const { memberId } = await create({ number: taken })
    expect(await refusalOf(create({ number, name: 'Budi' }))).toMatchObject({
      code: 'ALREADY_EXISTS',
      data: { reason: 'member_number', memberId, name: 'Siti Aminah', issues: [{ path: ['number'] }] },
      message: `Nomor ${number} sudah dipakai Siti Aminah. Beri nomor lain; nomor anggota tidak dipakai ulang.`,
    })
    expect((await book.api.members.list({})).total).toBe(1)
  })

  test('the last day of reach follows the newest entry, not a clock that is behind', async () => {
    const lines = [
      { account: '11101', debit: 1_00 },
      { account: '48106', credit: 1_00 },
    ]
    await book.api.journal.post({ requestId: requestId(), date: '2027-12-25', description: 'Jauh', lines })
    expect(await create({ joinedOn: '2029-01-28' })).toMatchObject({ number: 'A-001' })
    expect(await refusalOf(create({ number: '2', joinedOn: '2029-01-29' }))).toMatchObject({ code: 'INVALID_INPUT' })
  })
})

describe('what cannot be entered', () => {
  let shared: TestBook
  beforeAll(async () => {
    shared = await openTestBook()
  })
  afterAll(async () => {
    expect(shared.bugs).toEqual([])
    expect((await shared.api.members.list({})).total).toBe(0)
    await shared.close()
  })
  const refused = (changes: Partial<Form>) => refusalOf(shared.api.members.create(form(changes)))

  test.each<[string, Partial<Form>, string, string]>([
    ['before the founding', { joinedOn: '2019-12-31' }, 'joinedOn', 'date_before_founding'],
    ['401 days ahead', { joinedOn: '2027-12-26' }, 'joinedOn', 'date_too_far_ahead'],
    ['born 401 days ahead', { birthDate: '2027-12-26' }, 'birthDate', 'date_too_far_ahead'],
    ['born on the day of joining', { birthDate: '2021-03-01' }, 'birthDate', 'birth_after_joining'],
    ['consent in 2999', { consentOn: '2999-01-01' }, 'consentOn', 'date_too_far_ahead'],
  ])('a member %s is refused', async (_, changes, field, reason) => {
    expect(await refused(changes)).toMatchObject({
      code: 'INVALID_INPUT',
      data: { reason, issues: [{ path: [field], message: reason }] },
    })
  })

  test.each<[string, Partial<Form>]>([
    ['no number', { number: ' ' }],
    ['no name', { name: '' }],
    ['a name that shows nothing', { name: '\u200d' }],
    ['half a letter', { name: 'Siti\ud800' }],
    ['a line break', { name: 'Siti\nAminah' }],
    ['a mark that turns the reading direction', { name: 'Siti\u202egnp.exe' }],
    ['ten million letters', { name: 'x'.repeat(10_000_000) }],
    ['a day that does not exist', { joinedOn: '2021-02-29' }],
    ['a third sex', { sex: 'x' as 'female' }],
  ])('%s is refused and nothing is saved', async (_, changes) => {
    expect((await refused(changes)).code).toBe('INVALID_INPUT')
  })
})

describe('what is asked back, never refused', () => {
  test.each<[string, Partial<Form>, string[]]>([
    ['a short identity number', { nationalId: '350712' }, ['national_id_length']],
    ['one without a province', { nationalId: '9907126712900001' }, ['national_id_province']],
    ['one that says man', { nationalId: '3507122712900001' }, ['national_id_sex_mismatch']],
    ['one of another birthday', { nationalId: nik, birthDate: '1990-12-28' }, ['national_id_birth_date_mismatch']],
    ['a child', { birthDate: '2010-01-01' }, ['younger_than_17']],
  ])('%s', async (_, changes, warnings) => {
    expect((await create(changes)).warnings).toEqual(warnings)
  })

  test('the same identity number, and the same name with the same birth date', async () => {
    await create({ nationalId: nik, birthDate: '1990-12-27', name: "Siti Mu'minah" })
    const same = { number: '2', nationalId: '3507 1267 1290 0001', birthDate: '1990-12-27', name: 'SITI MUMINAH' }
    expect((await create(same)).warnings).toEqual(['same_national_id', 'same_name_and_birth_date'])
    expect((await create({ number: '3', name: "Siti Mu'minah" })).warnings).toEqual([])
  })
})

describe('changing a member', () => {
  test('only what is given changes; null and an empty text empty a field', async () => {
    const { memberId } = await create({ phone: '0812', hamlet: 'Krajan', nationalId: nik, note: 'Ketua RT' })
    await book.api.members.update({ memberId, name: 'Siti Rahma', phone: null, note: '' })
    expect(await book.api.members.get({ memberId, revealNationalId: true })).toMatchObject({
      ...{ name: 'Siti Rahma', phone: null, note: null, hamlet: 'Krajan', nationalId: nik, number: 'A-001' },
    })
    expect((await book.api.members.list({ text: 'rahma krajan' })).total).toBe(1)
    expect((await book.api.members.list({ text: 'aminah' })).total).toBe(0)
  })

  test('sending back the hidden identity number leaves it as it is', async () => {
    const { memberId } = await create({ nationalId: nik })
    const { nationalId } = await book.api.members.get({ memberId })
    await book.api.members.update({ memberId, nationalId, name: 'Siti' })
    expect((await book.api.members.get({ memberId, revealNationalId: true })).nationalId).toBe(nik)
    await book.api.members.update({ memberId, nationalId: null })
    expect((await book.api.members.get({ memberId })).nationalId).toBeNull()
  })

  test('a number that is given up stays hers: nobody else gets it, she may take it back', async () => {
    const { memberId } = await create()
    await book.api.members.update({ memberId, number: 'A-002' })
    expect(await refusalOf(create({ number: 'a-001', name: 'Budi' }))).toMatchObject({
      code: 'ALREADY_EXISTS',
      data: { reason: 'member_number', memberId },
    })
    await book.api.members.update({ memberId, number: 'A-001' })
    await book.api.members.update({ memberId, number: 'A-003' })
    for (const number of ['A-001', 'A-002']) expect((await refusalOf(create({ number }))).code).toBe('ALREADY_EXISTS')
    expect((await book.api.members.get({ memberId })).number).toBe('A-003')
  })

  test("another member's number is refused, her own in capitals is not", async () => {
    const { memberId } = await create()
    await create({ number: 'B-1' })
    const taken = book.api.members.update({ memberId, number: 'b-1' })
    expect(await refusalOf(taken)).toMatchObject({ code: 'ALREADY_EXISTS', data: { reason: 'member_number' } })
    await book.api.members.update({ memberId, number: 'a-001' })
    expect((await book.api.members.get({ memberId })).number).toBe('a-001')
  })

  test('dates are looked at together with what stays', async () => {
    const { memberId } = await create({ birthDate: '1990-12-27' })
    const refusal = await refusalOf(book.api.members.update({ memberId, birthDate: '2022-01-01' }))
    expect(refusal.data).toMatchObject({ reason: 'birth_after_joining' })
    expect((await book.api.members.update({ memberId, birthDate: '2015-01-01' })).warnings).toEqual(['younger_than_17'])
  })

  test('somebody who is not there is not found', async () => {
    const unknown = { code: 'NOT_FOUND', message: 'Anggota ini tidak ditemukan.' }
    expect(await refusalOf(book.api.members.update({ memberId: 'nobody', name: 'X' }))).toMatchObject(unknown)
    expect(await refusalOf(book.api.members.get({ memberId: 'nobody' }))).toMatchObject(unknown)
  })
})

describe('the list', () => {
  async function village() {
    for (const [number, name, hamlet] of [
      ['10', 'Budi Santoso', 'Krajan'],
      ['2', "Siti Mu'minah", 'Tegalrejo'],
      ['1', 'Siti Aminah', 'Krajan'],
      ['A-3', 'José Ximenes', ''],
    ] as const)
      await create({ number, name, hamlet })
  }
  const numbers = async (asked: Inputs['members']['list']) =>
    (await book.api.members.list(asked)).rows.map(({ number }) => number)

  test('members stand in the order of their numbers, 2 before 10', async () => {
    await village()
    expect(await numbers({})).toEqual(['1', '2', '10', 'A-3'])
  })

  const searches = [
    ['siti', ['1', '2']],
    ['SITI krajan', ['1']],
    ['krajan siti', ['1']],
    ['muminah', ['2']],
    ['Mu’min', ['2']],
    ['jose', ['A-3']],
    ['ant', ['10']],
    ['a-3', ['A-3']],
    ['%', []],
    ['_', []],
    ["'; DROP TABLE member", []],
    ['   ', ['1', '2', '10', 'A-3']],
    ['zzz', []],
  ] as const

  test('every word must occur somewhere in name, number or hamlet, however it is written', async () => {
    await village()
    for (const [text, expected] of searches) expect([text, await numbers({ text })]).toEqual([text, expected])
  })

  test('identity numbers are not searched: nobody is found by guessing them', async () => {
    await create({ nationalId: nik })
    expect(await numbers({ text: nik })).toEqual([])
  })

  test('pages follow one another without a gap, whatever the numbers are', async () => {
    await village()
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await book.api.members.list({ limit: 1, ...(cursor === undefined ? {} : { cursor }) })
      expect(page.total).toBe(4)
      seen.push(...page.rows.map(({ number }) => number))
      cursor = page.nextCursor ?? undefined
    } while (cursor !== undefined)
    expect(seen).toEqual(['1', '2', '10', 'A-3'])
  })

  test('savings of every kind are added up beside the name', async () => {
    const siti = await create()
    const budi = await create({ number: 'A-002', name: 'Budi' })
    await save(siti.memberId)
    const savingsAccountId = await save(budi.memberId, 75_000_00)
    const { rows } = await book.api.members.list({})
    expect(rows.map(({ savings }) => savings)).toEqual([50_000_00, 75_000_00])
    expect(await book.api.members.get({ memberId: budi.memberId })).toMatchObject({
      savings: [{ savingsAccountId, product: 'pokok', name: 'Simpanan pokok', kind: 'principal', balance: 75_000_00 }],
      totals: { savings: 75_000_00 },
    })
  })

  test('those who left are shown when they are asked for', async () => {
    await village()
    const app = book.desk.app()
    const leave = app.file.db.updateTable('member').set({ active: 0, left_on: '2026-05-01' }).where('code', '=', '2')
    await leave.execute()
    expect(await numbers({ status: 'active' })).toEqual(['1', '10', 'A-3'])
    expect(await numbers({ status: 'left' })).toEqual(['2'])
    expect(await numbers({ status: 'all', text: 'siti' })).toEqual(['1', '2'])
  })
})

describe('the next number', () => {
  test('it continues the pattern of the last one and passes over numbers that are taken', async () => {
    expect(await book.api.members.nextNumber({})).toEqual({ number: '001' })
    const { memberId } = await create({ number: 'A-007' })
    expect(await book.api.members.nextNumber({})).toEqual({ number: 'A-008' })
    await book.api.members.update({ memberId, number: 'A-009' })
    await book.api.members.update({ memberId, number: 'A-008' })
    expect(await book.api.members.nextNumber({})).toEqual({ number: 'A-010' })
  })
})

describe('the file itself holds a member fast', () => {
  /** What any SQLite tool would be answered. */
  async function tool(sql: string): Promise<string> {
    await book.desk.close()
    const file = new Database(book.path)
    file.pragma('foreign_keys = ON')
    try {
      file.exec(sql)
      return 'done'
    } catch (error) {
      return (error as Error).message
    } finally {
      file.close()
      await book.desk.open(book.path)
    }
  }

  test('a member without a request, or with savings, is not deleted; an entered one without is', async () => {
    await create()
    expect(await tool('DELETE FROM member')).toContain('never deleted')
    const { memberId } = await book.api.members.create({ ...form({ number: 'A-002' }), requestId: requestId() })
    await save(memberId)
    expect(await tool(`DELETE FROM member WHERE id = '${memberId}'`)).toContain('never deleted')
    await book.api.members.create({ ...form({ number: 'A-003' }), requestId: requestId() })
    expect(await tool("DELETE FROM member WHERE code = 'A-003'")).toBe('done')
  })

  test('a number in other letters, a former number and a replaced row are refused', async () => {
    const { memberId } = await create()
    await book.api.members.update({ memberId, number: 'A-002' })
    const columns = 'id, code, name, sort, search, sex, joined_on'
    const row = (sort: string) => `('x', 'X', 'X', '${sort}', 'x', 'male', '2021-01-01')`
    expect(await tool(`INSERT INTO member (${columns}) VALUES ${row('a-012 a-002')}`)).toContain('this row exists')
    expect(await tool(`REPLACE INTO member (${columns}) VALUES ${row('a-012 a-002')}`)).toContain('this row exists')
    expect(await tool(`INSERT INTO member (${columns}) VALUES ${row('a-011 a-001')}`)).toContain('another member')
    expect(await tool('DELETE FROM member_former_number')).toContain('never deleted')
    expect(await tool("UPDATE member_former_number SET code = 'Z'")).toContain('never changed')
  })
})
