import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exportBook } from '../../electron/backend/export/index.ts'
import { writeSample } from '../../electron/backend/sample/index.ts'
import { isInstalled, run } from '../export/programs.ts'
import { withWritten } from './written.ts'

/** Three years that the sample cooperative closes: 2023 is short, 2025 is the newest. */
const years = [2023, 2024, 2025] as const
const year = 2025

let folder: string
let home: string
let book: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lumbung-years-'))
  home = join(folder, 'home')
  book = (await writeSample(join(folder, 'book'), { years: 3, members: 85, papers: false })).book
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('each year that is over is closed, held a meeting about, divided, and mostly paid', async () => {
  await withWritten(book, home, async ({ closing, meeting, ledger }) => {
    const { rows } = await closing.years()
    expect(rows.map((row) => [row.year, row.state])).toEqual([[2026, 'open'], ...years.toReversed().map(closed)])
    for (const one of years) {
      const { record, hasQuorum } = await meeting.get({ year: one })
      expect([record?.date, hasQuorum]).toEqual([`${one + 1}-03-21`, true])
      expect(record?.decisions).toHaveLength(4)
      const { decided, totals } = await closing.distribution({ year: one })
      expect(decided?.date).toBe(record?.date)
      expect([totals.paid > totals.left, totals.left > 0, totals.paid + totals.left]).toEqual([
        true,
        true,
        totals.share,
      ])
    }
    const left = await Promise.all(years.map(async (one) => (await closing.distribution({ year: one })).totals.left))
    const owed = (await ledger.trialBalance({ asOf: '2026-10-31' })).rows.find(({ code }) => code === '25101')
    expect((owed?.credit ?? 0) - (owed?.debit ?? 0)).toBe(left.reduce((sum, amount) => sum + amount, 0))
    expect((await ledger.verify({})).problems).toEqual([])
  })
})

test('no unit keeps a surplus of a divided year or a difference of the opening balances', async () => {
  await withWritten(book, home, async ({ reports }) => {
    const params = { asOf: '2026-10-31', compareTo: '2023-12-31' }
    for (const unit of [undefined, 'general', 'usp', 'shop'] as const) {
      const { rows } = await reports.run({ report: 'balanceSheet', params: { ...params, unit } })
      const { current = 0, compared = 0 } = rows.find(({ line }) => line === 'E08') ?? {}
      expect([current, compared]).toEqual([0, 0])
    }
  })
})

const closed = (one: number) => [one, 'closed']

test('the checklists of the closed years and their months have nothing left but shares that were not fetched', async () => {
  await withWritten(book, home, async ({ closing }) => {
    for (const one of [2024, 2025]) {
      const { steps } = await closing.checklist({ year: one })
      const waiting = steps.filter(({ state }) => !['done', 'not_needed'].includes(state))
      expect(waiting.map(({ key, state }) => [key, state])).toEqual([['pay', 'open']])
      for (const month of ['03', '12']) expect((await closing.checklist({ month: `${one}-${month}` })).left).toBe(0)
    }
  })
})

test('the education and social funds are used and never overdrawn, and each new year has a plan the meeting made binding', async () => {
  await withWritten(book, home, async ({ budget, ledger, reports }) => {
    const { rows } = await ledger.trialBalance({ asOf: '2026-10-31' })
    for (const code of ['25104', '25105']) {
      const { totals } = await reports.run({
        ...{ report: 'ledgerAccount', params: { code, from: '2024-01-01', to: '2026-10-31' } },
      })
      expect(totals.debit).toBeGreaterThan(0)
      const row = rows.find((one) => one.code === code)
      expect((row?.credit ?? 0) - (row?.debit ?? 0)).toBeGreaterThanOrEqual(0)
    }
    for (const one of years) {
      const { decision, totals } = await budget.get({ year: one + 1, unit: 'general' })
      expect(decision).toBe(`Keputusan RAT 01/${one + 1}`)
      expect(totals.income).toBeGreaterThan(0)
    }
  })
})

/** What hledger alone says of the exported book: sen of every account by its code, credit below zero. */
class Journal {
  readonly #file: string

  constructor(file: string) {
    this.#file = file
  }

  balances(...query: readonly string[]): Map<string, number> {
    const printed = run('hledger', '-f', this.#file, 'bal', '--flat', '--no-total', '-O', 'csv', ...query)
    const found = printed.matchAll(/(\d{5})","(-?\d+)\.(\d\d) IDR"/g)
    return new Map([...found].map(([, code = '', whole, part]) => [code, Number(`${whole}${part}`)]))
  }
}

function sumOf(balances: ReadonlyMap<string, number>, codes: RegExp): number {
  return [...balances].reduce((sum, [code, amount]) => sum + (codes.test(code) ? amount : 0), 0)
}

/** The parts of the surplus that the bylaws give to funds and members, in percent. */
const percents = { '25101': 45, '25102': 7.5, '25103': 5, '25104': 5, '25105': 5, '25106': 2.5 } as const

describe.skipIf(!isInstalled('hledger') || !isInstalled('pdftotext'))('reckoned again by hledger alone', () => {
  let journal: Journal
  let text: string
  beforeAll(async () => {
    const file = join(folder, 'book.journal')
    const paper = join(folder, 'book.pdf')
    await withWritten(book, home, async (api, desk) => {
      const pieces: string[] = []
      for await (const piece of exportBook(desk.app(), 'hledger')) pieces.push(piece.toString())
      writeFileSync(file, pieces.join(''))
      const pdf = await api.reports.pdf({ report: 'annualMeetingBook', params: { year } })
      writeFileSync(paper, await pdf.bytes())
    })
    journal = new Journal(file)
    text = run('pdftotext', '-layout', paper, '-')
  }, 180_000)

  /** The amounts of every line of the book that begins with these words, sen; the numbers of its notes (4, 9) are none. */
  function printed(words: string): number[][] {
    const lines = text.split('\n').filter((line) => new RegExp(`^\\s*${words}(\\s{2,}|$)`).test(line))
    const bare = lines.map((line) => line.replace(/(?<=\s{2})4(, \d{1,2})?(?=\s{2})/, ''))
    return bare.map((line) => [...line.matchAll(/\(?[\d.]+(?:,\d\d)?\)?(?=\s|$)/g)].map(([amount]) => senOf(amount)))
  }

  const endOf = (one: number) => journal.balances('-e', `${one + 1}-01-01`)
  const resultOf = (one: number) =>
    0 - sumOf(journal.balances('-b', `${one}-01-01`, '-e', `${one + 1}-01-01`, 'not:desc:Penutupan tahun'), /^[45]/)

  test('assets, liabilities and equity at the end of the closed years are those of the statements and of the paper', async () => {
    await withWritten(book, home, async ({ reports }) => {
      for (const one of years) {
        const balances = endOf(one)
        const [assets, debts, own] = [/^1/, /^2/, /^3/].map((codes) => Math.abs(sumOf(balances, codes)))
        expect(sumOf(balances, /^[45]/)).toBe(0)
        const { totals } = await reports.run({ report: 'balanceSheet', params: { asOf: `${one}-12-31` } })
        expect(totals).toEqual({ assets, liabilities: debts, equity: own })
      }
    })
    for (const [words, codes] of [
      ['JUMLAH ASET', /^1/],
      ['JUMLAH LIABILITAS', /^2/],
      ['JUMLAH EKUITAS', /^3/],
    ] as const) {
      const own = [year, year - 1].map((one) => Math.abs(sumOf(endOf(one), codes)))
      expect(printed(words)[0]).toEqual(own)
    }
  })

  test('what is told on several pages of the paper is told alike, and as hledger says it', () => {
    const both = (codes: RegExp) => [year, year - 1].map((one) => Math.abs(sumOf(endOf(one), codes)))
    for (const [words, codes, places] of [
      ['Dana bagian SHU', /^2510[2-6]/, 2],
      ['Bagian SHU belum diambil', /^2510[18]/, 2],
    ] as const) {
      const shown = printed(words).filter(({ length }) => length === 2)
      expect(shown.length).toBeGreaterThanOrEqual(places)
      expect(new Set(shown.map(String))).toEqual(new Set([String(both(codes))]))
    }
    for (const [words, codes] of [
      ['Aset', /^1/],
      ['Modal luar', /^2/],
      ['Modal sendiri', /^3/],
    ] as const) {
      expect(printed(words)).toContainEqual(both(codes))
    }
  })

  test('what each year earned is what its statement and the paper say', async () => {
    await withWritten(book, home, async ({ reports }) => {
      for (const one of years) {
        const params = { from: `${one}-01-01`, to: `${one}-12-31` }
        expect((await reports.run({ report: 'surplus', params })).totals.surplus).toBe(resultOf(one))
      }
    })
    const both = [resultOf(year), resultOf(year - 1)]
    expect(printed('SHU SETELAH PAJAK')[0]).toEqual(both)
    expect(printed('SHU tahun berjalan').length).toBeGreaterThan(1)
    expect(printed('SHU')).toContainEqual(both)
  })

  test('what the meeting gave to each fund is its share of the surplus to less than Rp500, and what the paper says', () => {
    const day = [`${year + 1}-03-21`, `${year + 1}-03-22`] as const
    const given = journal.balances('-b', day[0], '-e', day[1], 'desc:^Pembagian SHU', 'not:acct:Kas dan setara kas')
    const paid = sumOf(journal.balances('-b', day[0], '-e', day[1], 'desc:Pembagian SHU', '11101'), /^25101/)
    expect([sumOf(given, /^35101/), paid]).toEqual([resultOf(year), 0])
    const divided = resultOf(year) + sumOf(given, /^(34103|33201)$/)
    for (const [code, pct] of Object.entries(percents)) {
      const amount = 0 - sumOf(given, new RegExp(`^${code}$`))
      const pools = code === '25101' ? 2 : 1
      expect(Math.abs(amount - (divided * pct) / 100)).toBeLessThan(pools * 50_000)
    }
    const notes = text.slice(text.indexOf(`SHU tahun ${year}: Keputusan RAT 01/${year + 1}`))
    const shown = (words: string) => senOf(new RegExp(`${words}\\s+([\\d.,]+)$`, 'm').exec(notes)?.[1] ?? '')
    for (const [words, code] of [
      ['Dana pengurus dan pengawas 7,5%', '25102'],
      ['Dana karyawan 5%', '25103'],
      ['Dana pendidikan 5%', '25104'],
      ['Dana sosial 5%', '25105'],
      ['Dana pembangunan daerah kerja 2,5%', '25106'],
      ['Bagian non-anggota, masuk cadangan', '34103'],
    ] as const) {
      expect([words, shown(words)]).toEqual([words, 0 - (given.get(code) ?? 0)])
    }
    expect(shown('Jasa modal 20%') + shown('Jasa usaha 25%')).toBe(0 - (given.get('25101') ?? 0))
    const reserve = shown('Cadangan 30%') + shown('Sisa pembulatan, masuk cadangan umum')
    expect(reserve).toBe(0 - (given.get('34101') ?? 0))
  })

  test('what members owe is told alike by the board, by class, in the notes, the balance sheet and both lists', () => {
    const [owed = 0, before = 0] = [year, year - 1].map((one) => sumOf(endOf(one), /^13(1|2|3)0/))
    expect(owed).toBeGreaterThan(0)
    expect(printed('Sisa pinjaman akhir tahun')[0]).toEqual([owed, before])
    expect(printed('Piutang pinjaman anggota')[0]).toEqual([owed, before])
    expect(printed('13101 Piutang pinjaman anggota')[0]?.slice(-2)).toEqual([owed, before])
    // By class in the board's report.
    expect(printed('Jumlah').map((amounts) => amounts[1])).toContain(owed)
    // In the notes by class and by kind, at the end of the list of loans and of the list of classes.
    const totals = printed('JUMLAH').filter((amounts) => amounts.includes(owed))
    expect(totals.length).toBeGreaterThanOrEqual(4)
  })

  test('the division printed in the notes adds up to what the year earned', () => {
    const from = text.lastIndexOf(`SHU tahun ${year}: Keputusan RAT 01/${year + 1}`)
    const total = text.slice(from).match(/^\s*JUMLAH\s+([\d.,]+)\s*$/m)?.[1] ?? ''
    expect(senOf(total)).toBe(resultOf(year))
  })
})

function senOf(text: string): number {
  const [rupiah = '', sen = '00'] = text.replaceAll(/[.()]/g, '').split(',')
  return Number(rupiah + sen) * (text.startsWith('(') ? -1 : 1)
}
