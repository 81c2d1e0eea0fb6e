import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isQuarter, quarterOf, quarterSpan } from '../../shared/rules/quarters.ts'
import { isInstalled } from '../export/programs.ts'
import { refusalOf, requestId } from '../support/book.ts'
import { openLoansBook } from './loans-book.ts'
import { Paper } from './paper.ts'
import { openShuBook, type ShuBook } from './shu-book.ts'

const canRead = isInstalled('pdftotext')

let book: ShuBook
beforeAll(async () => {
  book = await openShuBook()
})
afterAll(async () => {
  expect(book.bugs).toEqual([])
  await book.close()
})

const printed = (amount: number) => new Intl.NumberFormat('id-ID').format(amount / 100)

test('a quarter has three months, and a word that is none is refused', async () => {
  expect(quarterSpan('2026-Q1')).toEqual({ year: 2026, number: 1, from: '2026-01-01', to: '2026-03-31' })
  expect(quarterSpan('2026-Q4')).toEqual({ year: 2026, number: 4, from: '2026-10-01', to: '2026-12-31' })
  expect(['2026-03-31', '2026-04-01', '2026-12-31'].map(quarterOf)).toEqual(['2026-Q1', '2026-Q2', '2026-Q4'])
  expect(['2026-Q0', '2026-Q5', '2026-3', 'x2026-Q1', '1989-Q1', '2999-Q1'].filter(isQuarter)).toEqual([])
  const refused = await refusalOf(
    book.api.reports.run({ report: 'governmentQuarterly', params: { quarter: '2026-Q5' } }),
  )
  expect(refused).toMatchObject({ code: 'INVALID_INPUT' })
})

test('the yearly package tells the figures of the statements', async () => {
  const { api } = book
  const { totals } = await api.reports.run({ report: 'governmentAnnual', params: { year: 2025 } })
  const balance = await api.reports.run({ report: 'balanceSheet', params: { asOf: '2025-12-31' } })
  const surplus = await api.reports.run({ report: 'surplus', params: { from: '2025-01-01', to: '2025-12-31' } })
  const others = surplus.rows.find(({ line }) => line === 'T3')?.current
  expect(totals).toEqual({
    ...{ assets: balance.totals.assets, ownCapital: balance.totals.equity, outsideCapital: balance.totals.liabilities },
    volume: (surplus.totals.grossParticipation ?? 0) + Number(others),
    ...{ surplus: surplus.totals.surplus, members: book.members.length },
  })
})

test('the package of a quarter tells the quarter and the year so far', async () => {
  const { api } = book
  const { totals } = await api.reports.run({ report: 'governmentQuarterly', params: { quarter: '2026-Q3' } })
  const third = await api.reports.run({ report: 'surplus', params: { from: '2026-07-01', to: '2026-09-30' } })
  const soFar = await api.reports.run({ report: 'surplus', params: { from: '2026-01-01', to: '2026-09-30' } })
  const balance = await api.reports.run({ report: 'balanceSheet', params: { asOf: '2026-09-30' } })
  expect(totals).toMatchObject({
    ...{ assets: balance.totals.assets, surplus: third.totals.surplus, surplusSoFar: soFar.totals.surplus },
  })
  expect(totals.surplus).not.toBe(totals.surplusSoFar)
})

describe.skipIf(!canRead)('on paper', () => {
  test('the yearly package has the form of the office, what the meeting decided, and the statements', async () => {
    await book.api.meeting.set({
      ...{ requestId: requestId(), year: 2025, date: '2026-03-14', place: 'Balai Desa Sumberejo', present: 3 },
      ...{ chair: 'Ibu Ratna', secretary: 'Ibu Sari', decisions: ['Laporan pengurus diterima.'] },
    })
    const asked = { report: 'governmentAnnual', params: { year: 2025 } } as const
    const paper = await Paper.of(await book.api.reports.pdf(asked))
    const { totals } = await book.api.reports.run(asked)
    const sheet = (paper.pages().find((page) => /^ *1 +Lembar Laporan RAT$/m.test(page)) ?? '').replace(/\s+/g, ' ')
    const told = [totals.assets, totals.ownCapital, totals.outsideCapital, totals.volume, totals.surplus]
    for (const amount of told) expect(sheet).toContain(printed(amount ?? 0))
    for (const words of ['Sabtu, 14 Maret 2026', 'Sri Rahayu', 'Modal luar', 'Volume usaha'])
      expect(sheet).toContain(words)
    const text = paper.text().replace(/\s+/g, ' ')
    for (const words of ['Laporan pengurus diterima.', 'Laporan Arus Kas', 'Penilaian Kesehatan']) {
      expect(text).toContain(words)
    }
    paper.forget()
  })

  test('loans stand in it by class, and nobody who owes them', async () => {
    const lending = await openLoansBook()
    const quarter = { report: 'governmentQuarterly', params: { quarter: '2026-Q2' } } as const
    const listed = await lending.api.reports.run({ report: 'collectibility', params: { asOf: '2026-06-30' } })
    const paper = await Paper.of(await lending.api.reports.pdf(quarter))
    const page = (paper.pages().findLast((one) => /^ *4 +Pinjaman menurut/m.test(one)) ?? '').replace(/\s+/g, ' ')
    const classes = listed.rows.filter(({ kind }) => kind === 'subtotal')
    expect(classes.length).toBeGreaterThan(0)
    for (const { outstanding } of classes) expect(page).toContain(printed(Number(outstanding)))
    expect(page).toContain(printed(listed.totals.outstanding ?? 0))
    const { rows } = await lending.api.members.list({ limit: 100 })
    expect(rows.filter(({ name }) => paper.text().includes(name))).toEqual([])
    paper.forget()
    await lending.close()
  })

  test('the package of a quarter that is not over says so, and the second is the half-year too', async () => {
    const of = async (quarter: string) => {
      const paper = await Paper.of(await book.api.reports.pdf({ report: 'governmentQuarterly', params: { quarter } }))
      const text = paper.text().replace(/\s+/g, ' ')
      paper.forget()
      return text
    }
    expect(await of('2026-Q4')).toContain('Triwulan ini belum berakhir')
    const second = await of('2026-Q2')
    expect(second).not.toContain('Triwulan ini belum berakhir')
    expect(second).toContain('laporan setengah tahun')
  })
})
