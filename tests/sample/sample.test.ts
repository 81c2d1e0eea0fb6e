import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exportBook } from '../../electron/backend/export/index.ts'
import { findOrMakeSample, type WrittenSample, writeSample } from '../../electron/backend/sample/index.ts'
import { isInstalled, run } from '../export/programs.ts'
import { refusalOf } from '../support/book.ts'
import { filesBelow, withWritten } from './written.ts'

let folder: string
let home: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lumbung-sample-'))
  home = join(folder, 'home')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a small cooperative with its papers', () => {
  const request = { years: 1, members: 9 }
  let first: WrittenSample
  beforeAll(async () => {
    first = await writeSample(join(folder, 'first'), request)
  })

  test('is one book and its papers below it, and nothing else', () => {
    const files = [...filesBelow(join(folder, 'first')).keys()]
    expect(files.filter((file) => file.endsWith('.lumbung'))).toEqual(['koperasi-contoh.lumbung'])
    const attached = files.filter((file) => file.startsWith('koperasi-contoh.lumbung.lampiran/'))
    const papers = files.filter((file) => file.endsWith('.pdf') && !attached.includes(file))
    expect(papers.every((file) => file.startsWith('Cetakan/'))).toBe(true)
    expect(papers.map((file) => join(folder, 'first', file))).toEqual([...first.papers].sort())
    expect(attached.length).toBeGreaterThan(0)
    expect(files).toHaveLength(papers.length + attached.length + 1)
  })

  test('has the same bytes when it is made again, every paper too', async () => {
    await writeSample(join(folder, 'again'), request)
    const [before, after] = [filesBelow(join(folder, 'first')), filesBelow(join(folder, 'again'))]
    expect([...after.keys()]).toEqual([...before.keys()])
    const differing = [...before].filter(([path, bytes]) => !after.get(path)?.equals(bytes)).map(([path]) => path)
    expect(differing).toEqual([])
  }, 180_000)

  test('is another cooperative with another seed', async () => {
    const other = await writeSample(join(folder, 'other'), { ...request, seed: 'padi', papers: false })
    expect(other.head.hash).not.toBe(first.head.hash)
    expect(other.papers).toEqual([])
  })

  test('is not written over what lies there', async () => {
    const before = filesBelow(join(folder, 'first'))
    expect(await refusalOf(writeSample(join(folder, 'first'), request))).toMatchObject({ code: 'ALREADY_EXISTS' })
    expect(filesBelow(join(folder, 'first'))).toEqual(before)
  })

  test('is refused where its folder cannot be, and leaves nothing behind', async () => {
    mkdirSync(join(folder, 'blocked'))
    writeFileSync(join(folder, 'blocked', 'file'), '')
    expect(await refusalOf(writeSample(join(folder, 'blocked', 'file'), request))).toHaveProperty('code')
    expect([...filesBelow(join(folder, 'blocked')).keys()]).toEqual(['file'])
  })

  test('prints a kwitansi, cards and statements', () => {
    const names = first.papers.map((path) => path.slice(path.lastIndexOf('/') + 1))
    for (const kind of [
      'Laporan Posisi',
      'Laporan Perhitungan',
      'Neraca Saldo',
      'Buku Kas',
      'Daftar Simpanan',
      'Kartu',
      'Buku Rapat Anggota Tahunan 2025',
      'Pembagian SHU 2025',
    ]) {
      expect(names.some((name) => name.startsWith(kind))).toBe(true)
    }
    expect(names.filter((name) => name.startsWith('Bukti')).length).toBeGreaterThan(3)
  })

  describe.skipIf(!isInstalled('pdftotext'))('on paper', () => {
    /** The amounts, in sen, of the first line of a paper that begins with a code or word. */
    function amountsOf(kind: string, beginning: string): number[] {
      const paper = first.papers.find((path) => path.includes(`/${kind}`)) ?? kind
      const lines = run('pdftotext', '-layout', paper, '-').split('\n')
      const line = lines.find((text) => text.trim().startsWith(`${beginning} `)) ?? ''
      return [...line.matchAll(/(?<=\s)(?:\d{1,3}(?:\.\d{3})*(?:,\d\d)?|-)(?=\s|$)/g)].map(([text]) => senOf(text))
    }

    test('the trial balance shows every balance of the book, and they add up to its totals', async () => {
      const { rows, totals } = await withWritten(first.book, home, (api) => api.ledger.trialBalance({ asOf: first.to }))
      const moved = rows.filter(({ debit, credit }) => debit !== credit)
      expect(moved.length).toBeGreaterThan(15)
      for (const { code, debit, credit } of moved) {
        const shown = amountsOf('Neraca Saldo', code)
        expect([code, ...shown.slice(-2)]).toEqual([code, Math.max(debit - credit, 0), Math.max(credit - debit, 0)])
      }
      expect(amountsOf('Neraca Saldo', 'JUMLAH')).toEqual([totals.debit, totals.credit])
      expect(totals.debit).toBe(moved.reduce((sum, { debit, credit }) => sum + Math.max(debit - credit, 0), 0))
    })

    test('the statements end in the sums of the book', async () => {
      const { rows } = await withWritten(first.book, home, (api) => api.ledger.trialBalance({ asOf: first.to }))
      const sumOf = (classes: RegExp) =>
        rows.reduce((sum, { code, debit, credit }) => sum + (classes.test(code) ? debit - credit : 0), 0)
      expect(amountsOf('Laporan Posisi', 'JUMLAH ASET')[0]).toBe(sumOf(/^1/))
      expect(amountsOf('Daftar Simpanan', 'JUMLAH').at(-1)).toBe(-sumOf(/^(21[12]|311)/))
    })
  })
})

function senOf(text: string): number {
  const [rupiah = '', sen = '00'] = text.replaceAll('.', '').split(',')
  return text === '-' ? 0 : Number(rupiah + sen)
}

/** A year, a quarter, and days that begin and end anywhere. */
const spans = [
  ['2025-01-01', '2025-12-31'],
  ['2026-04-01', '2026-06-30'],
  ['2025-11-17', '2026-09-08'],
] as const

describe('three years of 85 members', () => {
  let book: string
  beforeAll(async () => {
    book = (await writeSample(join(folder, 'usual'), { years: 3, members: 85, papers: false })).book
  })

  test('make a book that holds in every respect', async () => {
    const verdict = await withWritten(book, home, (api) => api.ledger.verify({}))
    expect(verdict).toMatchObject({ ok: true, problems: [] })
    expect(verdict.entries).toBeGreaterThan(1_500)
  })

  test('have statements that end where the balance sheet does, in every period and unit', async () => {
    await withWritten(book, home, async ({ reports }) => {
      for (const [from, to] of spans)
        for (const unit of [undefined, 'general', 'usp', 'shop'] as const) {
          const period = { from, to, unit }
          const sheet = await reports.run({ report: 'balanceSheet', params: { asOf: to, unit } })
          const money = await reports.run({ report: 'cashFlow', params: period })
          const { operating = 0, investing = 0, financing = 0, interunit = 0, change, opening = 0 } = money.totals
          expect([operating + investing + financing + interunit, opening + (change ?? 0)]).toEqual([
            change,
            money.totals.closing,
          ])
          expect(money.totals.closing).toBe(sheet.rows.find(({ line }) => line === 'A01')?.current)
          expect(unit === undefined ? interunit : 0).toBe(0)
          const equity = await reports.run({ report: 'equityChanges', params: period })
          expect(equity.totals.closing).toBe(sheet.totals.equity)
          const { totals } = await reports.run({ report: 'surplus', params: period })
          const shown = equity.rows.filter(({ line }) => line === 'surplus').at(-1)
          expect([shown?.SHU, shown?.total]).toEqual([totals.surplus, totals.surplus])
          const corrections = equity.rows.filter(({ line }) => line === 'corrections')
          expect(corrections.map(({ total }) => total)).toEqual([0, 0])
        }
    })
  })

  test('show members, some of them behind with simpanan wajib, and months that are locked', async () => {
    await withWritten(book, home, async (api, desk) => {
      expect(desk.kind()).toBe('sample')
      expect(await api.members.list({ limit: 1 })).toMatchObject({ total: 85 })
      const arrears = await api.savings.arrears({ asOf: '2026-10-31' })
      expect(arrears.rows.length).toBeGreaterThan(2)
      expect(arrears.rows.length).toBeLessThan(30)
      const { rows } = await api.periods.list({ year: 2026 })
      expect(rows.find(({ month }) => month === '2026-09')?.state).toBe('locked')
      expect(rows.find(({ month }) => month === '2026-10')?.state).toBe('open')
    })
  })

  test('lend in every class of collectibility, and have members who left', async () => {
    await withWritten(book, home, async (api) => {
      const { rows, totals } = await api.loans.classify({ asOf: '2026-10-31' })
      expect(new Set(rows.map((row) => row.class))).toEqual(new Set(['current', 'substandard', 'doubtful', 'loss']))
      expect(totals.allowance).toBeGreaterThan(0)
      const left = await api.members.list({ status: 'left', limit: 10 })
      expect(left.rows).toHaveLength(3)
    })
  })

  test('have a loan that goes on in its class, one that was written off and recovered in part, and term deposits', async () => {
    await withWritten(book, home, async (api) => {
      const [goneOn] = (await api.loans.list({ state: 'restructured' })).rows
      const { rows } = await api.loans.classify({ asOf: '2026-10-31' })
      const next = rows.find(({ loanId }) => loanId === goneOn?.restructuredBy?.loanId)
      expect(next).toMatchObject({ class: 'substandard', daysOverdue: 0, restructured: true })
      const { rows: lost, totals } = await api.loans.list({ state: 'written_off' })
      expect([lost.length, totals.outstanding]).toEqual([1, 0])
      expect(lost[0]?.writtenOff).toMatchObject({ recovered: 5_000_000, decision: { by: 'board' } })
      const { rows: terms } = await api.savings.terms({ asOf: '2026-10-31' })
      expect(terms.map(({ state, accrued }) => [state, accrued > 0])).toEqual([['running', true]])
      expect((await api.savings.terms({ state: 'closed' })).rows).toHaveLength(1)
    })
  })

  test('keep goods that are worth what the accounts say, makers who are owed what was sold, and funds that hold', async () => {
    await withWritten(book, home, async (api) => {
      const asOf = '2026-10-31'
      const { rows } = await api.ledger.trialBalance({ asOf })
      const balance = (code: string) => {
        const row = rows.find((one) => one.code === code)
        return row ? row.debit - row.credit : 0
      }
      const { value, accounts } = await api.trade.valuation({ asOf })
      for (const { account, total } of accounts) expect(total).toBe(balance(account))
      expect(value).toBeGreaterThan(0)
      const { rows: makers } = await api.trade.consignors({})
      const owed = makers.reduce((sum, row) => sum + row.owed, 0)
      expect([makers.length > 5, owed]).toEqual([true, 0 - balance('22103') - balance('22104')])
      const { items } = api
      const kept = await items.list({ kind: 'consigned', limit: 100 })
      expect(kept.rows.filter((item) => item.value !== 0)).toEqual([])
      const funds = (await api.funds.list({ asOf })).rows
      expect(new Set(funds.map(({ treatment }) => treatment))).toEqual(new Set(['activity', 'revolving', 'capital']))
      for (const { received, spent, refunded, balance: left } of funds) expect(left).toBe(received - spent - refunded)
      expect(balance('48202') + balance('58201')).toBe(0)
      const lentOn = funds.find(({ treatment }) => treatment === 'revolving')?.revolving
      const ofFund = (await api.loans.list({ limit: 1_000 })).rows.filter(({ fund }) => fund !== null)
      expect(ofFund.length).toBeGreaterThan(6)
      expect(lentOn?.outstanding).toBeGreaterThan(0)
      const { fundId = '' } = funds.find(({ revolving }) => revolving !== null) ?? {}
      expect((await api.funds.report({ fundId, asOf })).bank.rest).toBeGreaterThanOrEqual(0)
      expect(lentOn?.outstanding).toBe(ofFund.reduce((sum, loan) => sum + loan.outstanding, 0))
      expect([lentOn?.lent, lentOn?.lost]).toEqual([ofFund.reduce((sum, loan) => sum + loan.principal, 0), 0])
      expect((await api.trade.shifts({})).rows.filter(({ closedAt }) => closedAt === null)).toEqual([])
    })
  })

  test('owe a bank, the ministry and a member what they agreed, sell and buy with due dates, and have papers attached', async () => {
    await withWritten(book, home, async (api) => {
      const { rows } = await api.capital.borrowings({})
      expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(['27101', '27102', '27105', '33101']))
      const { rows: documents } = await api.trade.documents({ kind: 'grant' })
      expect(documents).toHaveLength(1)
      const sales = (await api.trade.documents({ kind: 'sale', limit: 200 })).rows
      const told = await Promise.all(sales.map(({ documentId }) => api.trade.document({ documentId })))
      const onCredit = told.filter(({ onCredit: owed, kept }) => owed > 0 && kept.fee === 0)
      expect(onCredit.length).toBeGreaterThan(2)
      expect(onCredit.filter(({ dueOn }) => dueOn === null)).toEqual([])
      const [loan] = (await api.loans.list({ limit: 1 })).rows
      const { rows: attached } = await api.attachments.list({ subject: { kind: 'loan', id: loan?.loanId ?? '' } })
      expect(attached.map(({ type, state }) => [type, state])).toEqual([['application/pdf', 'kept']])
    })
  })

  test('have equipment that stands at what the accounts say, and final tax that is posted and paid to the sen', async () => {
    await withWritten(book, home, async (api) => {
      const asOf = '2026-10-31'
      const { rows } = await api.ledger.trialBalance({ asOf })
      const balance = (code: RegExp) =>
        rows.reduce((sum, row) => sum + (code.test(row.code) ? row.debit - row.credit : 0), 0)
      const register = await api.assets.register({ asOf })
      expect(register.rows.length).toBeGreaterThan(4)
      expect(register.totals.cost).toBe(balance(/^181/))
      expect(register.totals.accumulated).toBe(0 - balance(/^189/))
      const movedOn = async (code: string) => {
        const params = { code, from: '2023-11-01', to: asOf }
        return (await api.reports.run({ report: 'ledgerAccount', params })).totals
      }
      expect([(await movedOn('48103')).credit, (await movedOn('58101')).debit].every((moved = 0) => moved > 0)).toBe(
        true,
      )
      const sheets = await Promise.all([2023, 2024, 2025].map((year) => api.tax.sheet({ year })))
      expect(sheets.map(({ regime }) => regime)).toEqual(['final_0_5', 'final_0_5', 'article_31e'])
      expect(sheets.flatMap(({ warnings }) => warnings)).toEqual([])
      const posted = sheets.reduce((sum, { totals }) => sum + totals.posted, 0)
      const due = sheets.reduce((sum, { totals }) => sum + totals.tax, 0)
      expect(posted).toBeGreaterThan(0)
      expect([due, (await movedOn('59101')).debit, balance(/^23101/)]).toEqual([posted, posted, 0])
    })
  })

  test('leave no opening difference and a surplus in every full year', async () => {
    await withWritten(book, home, async (api) => {
      const { rows } = await api.ledger.trialBalance({ asOf: '2026-10-31' })
      const clearing = rows.find(({ code }) => code === '36901')
      expect((clearing?.debit ?? 0) - (clearing?.credit ?? 0)).toBe(0)
      for (const year of [2024, 2025]) {
        const params = { from: `${year}-01-01`, to: `${year}-12-31` }
        const { totals } = await api.reports.run({ report: 'surplus', params })
        expect(totals.surplus).toBeGreaterThan(0)
      }
    })
  })

  test.skipIf(!isInstalled('hledger'))('hledger itself accepts the book strictly, with the same balances', async () => {
    const file = join(folder, 'usual.journal')
    const net = await withWritten(book, home, async (api, desk) => {
      const pieces: string[] = []
      for await (const piece of exportBook(desk.app(), 'hledger')) pieces.push(piece.toString())
      writeFileSync(file, pieces.join(''))
      const { rows } = await api.ledger.trialBalance({ asOf: '2026-10-31' })
      return rows.filter(({ debit, credit }) => debit !== credit).map((row) => [row.code, row.debit - row.credit])
    })
    expect(run('hledger', '-f', file, 'check', '--strict')).toBe('')
    const [, ...rows] = run('hledger', '-f', file, 'bal', '--flat', '--no-total', '-O', 'csv').trim().split('\n')
    const balances = rows.map((row) => /(\d{5})","(-?[\d.]+) IDR"$/.exec(row) ?? [])
    expect(balances.map(([, code, amount = '']) => [code, Number(amount.replace('.', ''))]).sort()).toEqual(net.sort())
  })

  test('are found again by the first screen, not made again', async () => {
    const before = filesBelow(join(folder, 'usual'))
    expect(await findOrMakeSample(join(folder, 'usual'))).toBe(book)
    expect(filesBelow(join(folder, 'usual'))).toEqual(before)
  })
})
