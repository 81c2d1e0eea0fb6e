import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestBook, refusalOf, requestId, type TestBook } from '../support/book.ts'

let book: TestBook
beforeEach(async () => {
  book = await openTestBook()
})
afterEach(async () => {
  expect(book.bugs).toEqual([])
  await book.close()
})

async function post(description: string, date = '2026-01-05') {
  const lines = [
    { account: '11101', debit: 1_00 },
    { account: '48106', credit: 1_00 },
  ]
  return book.api.journal.post({ requestId: requestId(), date, description, lines })
}

async function member(number: string, name: string, hamlet?: string) {
  const { memberId } = await book.api.members.create({ number, name, hamlet, sex: 'female', joinedOn: '2021-01-01' })
  return memberId
}

const titles = async (text: string) => (await book.api.search.find({ text })).rows.map(({ title }) => title)

test('members and vouchers are found with what tells them apart', async () => {
  const memberId = await member('A-7', "Siti Mu'minah", 'Krajan')
  const { entryId } = await post('Beli ATK untuk Siti')
  expect((await book.api.search.find({ text: 'siti' })).rows).toEqual([
    { kind: 'member', id: memberId, title: "Siti Mu'minah", detail: 'A-7 · Krajan' },
    { kind: 'entry', id: entryId, title: 'BM-2026-0001', detail: '05/01/2026 · Beli ATK untuk Siti' },
  ])
  expect(await titles('krajan muminah')).toEqual(["Siti Mu'minah"])
  expect(await titles('ATK beli')).toEqual(['BM-2026-0001'])
})

test('a voucher is found by its name, part of it or its number, the newest first', async () => {
  for (const date of ['2025-03-01', '2026-01-05', '2026-01-06']) await post('Catatan', date)
  expect(await titles('BM-2026-0002')).toEqual(['BM-2026-0002'])
  expect(await titles('bm 2026')).toEqual(['BM-2026-0002', 'BM-2026-0001'])
  expect(await titles('bm-1')).toEqual(['BM-2026-0001', 'BM-2025-0001'])
  expect(await titles('BM')).toEqual(['BM-2026-0002', 'BM-2026-0001', 'BM-2025-0001'])
  expect(await titles('0002')).toEqual(['BM-2026-0002'])
  expect(await titles('bkk-2026-0002')).toEqual([])
})

test('at most twenty are shown, and neither members nor vouchers crowd the others out', async () => {
  for (let index = 1; index <= 25; index += 1) await member(String(index), `Siti ${index}`)
  expect((await titles('siti')).slice(0, 2)).toEqual(['Siti 1', 'Siti 2'])
  expect(await titles('siti')).toHaveLength(20)
  for (let index = 1; index <= 12; index += 1) await post('Setoran Siti')
  const { rows } = await book.api.search.find({ text: 'siti' })
  expect(rows.map(({ kind }) => kind)).toEqual([...Array(10).fill('member'), ...Array(10).fill('entry')])
})

test('signs that mean something to a database are letters like others', async () => {
  await member('1', '100% Siti_A')
  await member('2', 'Budi')
  await post("Beli '; DROP TABLE member; -- 50%")
  expect(await titles('%')).toEqual(['100% Siti_A', 'BM-2026-0001'])
  expect(await titles('i_a')).toEqual(['100% Siti_A'])
  expect(await titles('*')).toEqual([])
  expect(await titles("'; DROP TABLE member")).toEqual(['BM-2026-0001'])
  expect(await titles('\\')).toEqual([])
})

test('an empty search finds nothing, a broken or endless one is refused', async () => {
  await member('1', 'Siti')
  for (const text of ['', '   ', "'"]) expect(await titles(text)).toEqual([])
  for (const text of ['Siti\ud800', 'x'.repeat(121), '\u202eitiS'])
    expect((await refusalOf(book.api.search.find({ text }))).code).toBe('INVALID_INPUT')
})
