import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestBook, requestId, type TestBook } from '../support/book.ts'

let book: TestBook
beforeAll(async () => {
  book = await openTestBook()
  for (let index = 0; index < 24; index += 1) {
    const { memberId } = await book.api.members.create({
      ...{
        number: `A-${index}`,
        name: `Anggota ${index}`,
        sex: index < 15 ? 'female' : 'male',
        joinedOn: '2026-01-05',
      },
      ...(index !== 20 && { birthDate: index < 3 ? '2004-06-30' : index < 12 ? '1995-01-01' : '1985-01-01' }),
      disability: { seeing: index < 6 ? 3 : 1, walking: 1 },
      returnee: { status: index < 10 ? 'returnee' : 'family' },
    })
    if (index >= 16) continue
    const deposit = { requestId: requestId(), date: '2026-02-01', amount: 100_000_00, cashAccount: '11101' }
    await book.api.savings.deposit({ ...deposit, memberId, product: 'sukarela' })
  }
})
afterAll(async () => {
  expect(book.bugs).toEqual([])
  await book.close()
})

const asked = { report: 'programIndicators', params: { from: '2026-01-01', to: '2026-06-30' } } as const

async function told() {
  const { rows, ...statement } = await book.api.reports.run(asked)
  const of = (group: string) =>
    rows.filter((row) => row.group === group).map(({ members, savers }) => [members, savers])
  return { rows, of, ...statement }
}

test('members and savers are counted by sex, age, disability and returnee status on the last day', async () => {
  const { of } = await told()
  expect(of('Semua')).toEqual([[24, 16]])
  expect(of('Perempuan')).toEqual([[15, '•']])
  expect(of('Laki-laki')).toEqual([[9, '•']])
  expect(of('Dengan disabilitas')).toEqual([[6, 6]])
  expect(of('Tanpa disabilitas')).toEqual([[18, 10]])
  expect(of('Keluarga migran')).toEqual([[14, 6]])
  expect(of('Tidak ditanyakan')).toEqual([])
})

test('no group of fewer than five is told, and none can be reckoned from those beside it', async () => {
  const { rows, of } = await told()
  for (const { members, borrowers, savers } of rows) {
    for (const cell of [members, borrowers, savers])
      if (typeof cell === 'number') expect(cell).toBeGreaterThanOrEqual(5)
  }
  // Three are 22 years old, one has no date of birth: four people, so a third group is hidden with them.
  expect(of('15-24 tahun')).toEqual([['•', '•']])
  expect(of('Umur tidak diketahui, atau di bawah 15 tahun')).toEqual([['•', '•']])
})

test('money is told with its growth, as the statements tell it', async () => {
  const { after, totals } = await told()
  const balance = await book.api.reports.run({ report: 'balanceSheet', params: { asOf: '2026-06-30' } })
  expect(totals).toMatchObject({
    assets: balance.totals.assets,
    ownCapital: balance.totals.equity,
    savings: 1_600_000_00,
  })
  const [money, definitions] = after ?? []
  expect(money).toMatchObject({ kind: 'table', title: 'Uang' })
  expect(money?.kind === 'table' && money.rows[0]).toMatchObject({ start: 0, end: 1_600_000_00, growth: 1_600_000_00 })
  expect(definitions?.kind === 'table' && definitions.rows.map(({ what }) => what)).toContain('Penabung')
})
