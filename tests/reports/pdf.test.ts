import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cellText } from '../../electron/backend/reports/paper/cell-text.ts'
import type { AskedReport } from '../../shared/contract/reports.ts'
import { type Statement, tablesOf } from '../../shared/statements/statement.ts'
import { isInstalled } from '../export/programs.ts'
import { refusalOf, requestId } from '../support/book.ts'
import { openEndingsBook } from './endings-book.ts'
import { type LoansBook, openLoansBook } from './loans-book.ts'
import { Paper } from './paper.ts'
import { programFiles } from './program-files.ts'
import { openSeededBook, type SeededBook } from './seeded-book.ts'
import { openShopBook, type ShopBook } from './shop-book.ts'
import { openShuBook, type ShuBook } from './shu-book.ts'

/** In sen: the largest amount that the ledger takes in one line, nearly. */
const largest = 8_888_888_888_888_50

const canRead = isInstalled('pdftotext')
const canCheck = isInstalled('qpdf') && isInstalled('pdffonts')

let book: LoansBook
/** The same cooperative two months on, with loans that ended and the end of a month done. */
let ended: LoansBook
let shop: ShopBook
let meeting: ShuBook
const papers: Paper[] = []
/** Whatever answers for its reports. */
type Printing = Pick<SeededBook, 'api'>
/** Every report, printed once for all that is said about every paper. */
const printed: { readonly report: AskedReport; readonly paper: Paper; readonly from: Printing }[] = []

beforeAll(async () => {
  book = await openLoansBook({ cooperative: { name: 'Koperasi "Maju & Jaya" <Sejahtera>' } })
  const lines = [
    { account: '11201', debit: largest, memo: 'Dengan keterangan panjang sekali '.repeat(6).trim() },
    { account: '48106', credit: largest },
  ]
  const day = { date: '2026-02-28', description: 'Jumlah terbesar' }
  book.entries.largest = (await book.api.journal.post({ requestId: requestId(), ...day, lines })).entryId
  if (!canRead && !canCheck) return
  ended = await openEndingsBook()
  await ended.api.loans.accrueAllowance({ requestId: requestId(), month: '2026-04' })
  for (const report of everyReport()) printed.push({ report, paper: await print(report), from: book })
  for (const report of everyEnding()) printed.push({ report, paper: await print(report, ended), from: ended })
  shop = await openShopBook()
  const machine = { name: 'Mesin giling tepung singkong bertenaga solar', account: '18104', months: 48 }
  const where = { place: 'Gudang bersama Dusun Krajan', holder: 'Siti Nurhalimah', serial: 'SN-2026-000123456' }
  const given = { date: '2026-02-01', grant: true as const, ...machine, ...where }
  for (const number of ['AT-001', 'AT-002', 'AT-003']) {
    await shop.api.assets.acquire({
      ...given,
      requestId: requestId(),
      number,
      cost: number === 'AT-001' ? largest / 2 : 1_00,
    })
  }
  for (const report of everyReportOfShop()) printed.push({ report, paper: await print(report, shop), from: shop })
  meeting = await openShuBook()
  for (const report of everyReportOfYear()) printed.push({ report, paper: await print(report, meeting), from: meeting })
})
afterAll(async () => {
  for (const paper of papers) paper.forget()
  for (const one of [book, ended, shop, meeting]) {
    expect(one?.bugs ?? []).toEqual([])
    await one?.close()
  }
})

async function print(report: AskedReport, from: Printing = book): Promise<Paper> {
  const paper = await Paper.of(await from.api.reports.pdf(report))
  papers.push(paper)
  return paper
}

const year = { from: '2026-01-01', to: '2026-12-31' }
const asOf = '2026-02-28'
/** A day on which loans of every class are owed. */
const late = '2026-11-20'
const trialBalance = { report: 'trialBalance', params: { asOf } } as const

/** Every report there is. */
function everyReport(): AskedReport[] {
  return [
    { report: 'balanceSheet', params: { asOf } },
    { report: 'surplus', params: year },
    { ...trialBalance, params: { asOf, compareTo: '2025-12-31' } },
    { report: 'cashBook', params: year },
    { report: 'journal', params: year },
    { report: 'ledgerAccount', params: { ...year, code: '31102' } },
    { report: 'memberRegister', params: { asOf } },
    { report: 'savingsList', params: { asOf } },
    { report: 'savingsCard', params: { savingsAccountId: book.cards.voluntary ?? '' } },
    ...Object.values(book.loans).map((loanId): AskedReport => ({ report: 'loanCard', params: { loanId } })),
    ...['late', 'applied', 'approved'].flatMap((key): AskedReport[] => {
      const planned = { loanId: book.loans[key] ?? '', date: '2026-03-02' }
      return [
        { report: 'loanSchedule', params: planned },
        { report: 'loanAgreement', params: planned },
      ]
    }),
    { report: 'deductionMandate', params: { loanId: book.loans.approved ?? '', date: '2026-03-02' } },
    ...Object.values(book.leavers).map((memberId): AskedReport => ({ report: 'exitSettlement', params: { memberId } })),
    { report: 'collectionList', params: { entryId: book.entries.meeting ?? '' } },
    { report: 'collectionSlips', params: { entryId: book.entries.meeting ?? '' } },
    ...Object.values(book.terms).map(
      (savingsAccountId): AskedReport => ({ report: 'termCertificate', params: { savingsAccountId } }),
    ),
    { report: 'termList', params: { asOf: late } },
    { report: 'interestRun', params: { month: '2026-02' } },
    { report: 'withholdingList', params: { month: '2026-02' } },
    { report: 'withholdingSlip', params: { month: '2026-02' } },
    { report: 'loanList', params: { asOf: late } },
    { report: 'arrears', params: { asOf: late } },
    { report: 'collectibility', params: { asOf: late } },
    ...([1, 2, 3] as const).map(
      (letter): AskedReport => ({
        report: 'reminderLetter',
        params: { loanId: book.loans.late ?? '', letter, date: late },
      }),
    ),
    { report: 'collectionForm', params: { date: '2026-03-14' } },
    ...Object.values(book.entries).map((entryId): AskedReport => ({ report: 'receipt', params: { entryId } })),
  ]
}

/** The papers of loans that ended, and what the end of a month kept. */
function everyEnding(): AskedReport[] {
  return [
    { report: 'loanAddendum', params: { loanId: ended.loans.goneOn ?? '' } },
    { report: 'writeOffMinutes', params: { loanId: ended.loans.flat ?? '' } },
    { report: 'loanList', params: { asOf: '2026-04-30', state: 'written_off' } },
    { report: 'loanList', params: { asOf: '2026-04-30' } },
    { report: 'collectibility', params: { asOf: '2026-04-30' } },
  ]
}

/** What a shop hands over its counter, and what it counts. */
function everyReportOfShop(): AskedReport[] {
  const { documents, shifts } = shop
  const document = (key: keyof typeof documents) => ({ documentId: documents[key] })
  return [
    { report: 'saleReceipt', params: { ...document('long'), format: 'A4' } },
    { report: 'purchaseReceipt', params: document('owed') },
    { report: 'returnNote', params: document('broughtBack') },
    { report: 'returnNote', params: document('sentBack') },
    { report: 'transferNote', params: document('sentOut') },
    { report: 'transferNote', params: document('cameBack') },
    { report: 'consignmentReceipt', params: document('received') },
    { report: 'consignmentSettlement', params: document('paid') },
    { report: 'stockTakeMinutes', params: document('counted') },
    { report: 'salesRecap', params: { date: '2026-02-07' } },
    { report: 'shiftReport', params: { shiftId: shifts.closed } },
    { report: 'tradeReceivables', params: { asOf: '2026-04-30' } },
    { report: 'tradePayables', params: { asOf: '2026-04-30' } },
    { report: 'assetRegister', params: { asOf: '2026-04-30' } },
    { report: 'assetLabels', params: { asOf: '2026-04-30' } },
    { report: 'taxSheet', params: { year: 2026 } },
    { report: 'budgetPlan', params: { year: 2027 } },
    { report: 'annualMeetingBook', params: { year: 2026 } },
    { report: 'annualMeetingBook', params: { year: 2026, brief: true } },
    { report: 'governmentAnnual', params: { year: 2026 } },
    { report: 'governmentQuarterly', params: { quarter: '2026-Q1' } },
    { report: 'programIndicators', params: { from: '2026-01-01', to: '2026-06-30' } },
    { report: 'programConsolidated', params: { files: programFiles } },
    { report: 'supervisionIndicators', params: { year: 2026 } },
    { report: 'budgetComparison', params: { year: 2026 } },
  ]
}

/** What the meeting of members is given. */
function everyReportOfYear(): AskedReport[] {
  return [2025, 2026].flatMap((of): AskedReport[] => [
    { report: 'shuComponents', params: { year: of } },
    { report: 'shuMembers', params: { year: of, signature: true } },
    { report: 'shuMember', params: { year: of } },
    { report: 'healthScore', params: { year: of } },
    { report: 'notes', params: { year: of } },
    { report: 'promotion', params: { year: of } },
  ])
}

/**
 * Papers of one transaction, card or loan, and forms to write on: they speak of no period of the book. What is merged of
 * many books' files says of each whether its quarter was locked.
 */
const handedOut = [
  'assetLabels',
  'collectionForm',
  'collectionList',
  'collectionSlips',
  'consignmentReceipt',
  'consignmentSettlement',
  'deductionMandate',
  'exitSettlement',
  'loanAddendum',
  'loanAgreement',
  'loanCard',
  'loanSchedule',
  'programConsolidated',
  'purchaseReceipt',
  'receipt',
  'reminderLetter',
  'returnNote',
  'saleReceipt',
  'savingsCard',
  'stockTakeMinutes',
  'termCertificate',
  'transferNote',
  'withholdingSlip',
  'writeOffMinutes',
]

/** The figures of a text, as often as they stand there. */
function figuresOf(text: string): string[] {
  return text.match(/\(?\d{1,3}(?:\.\d{3})*(?:,\d{2})?\)?(?![\d/-])/g) ?? []
}

describe.skipIf(!canRead)('what stands on paper', () => {
  test('every figure of a statement is printed, as often as it stands in it', async () => {
    for (const { report, paper, from } of printed) {
      const statement = (await from.api.reports.run(report)) as Statement
      const expected = tablesOf(statement).flatMap(({ columns, rows }) => {
        const keys = columns.filter((column) => column.kind === 'money').map((column) => column.key)
        const amounts = rows.flatMap((row) => keys.map((key) => row[key] ?? null))
        const showsSen = amounts.some((amount) => Number(amount) % 100 !== 0)
        return amounts.filter(Boolean).map((amount) => cellText({ kind: 'money' }, amount, showsSen))
      })
      const figures = figuresOf(paper.text())
      for (const figure of new Set(expected)) {
        const times = (list: string[]) => list.filter((one) => one === figure).length
        expect(times(figures), `${report.report} ${figure}`).toBeGreaterThanOrEqual(times(expected))
      }
    }
  })

  test('the printed trial balance adds up to what the ledger answers', async () => {
    const { totals } = await book.api.ledger.trialBalance({ asOf })
    const lines = (await print(trialBalance))
      .text()
      .split('\n')
      .filter((line) => /^\s*\d{5} /.test(line))
    const sen = (text: string) => (text === '-' ? 0 : Number(text.replace(/[.,]/g, '')))
    const sides = lines.map((line) =>
      line
        .trim()
        .split(/\s{2,}/)
        .slice(-2)
        .map(sen),
    )
    expect(sides.length).toBeGreaterThan(15)
    expect(sides.reduce((sum, [debit = 0]) => sum + debit, 0)).toBe(totals.debit)
    expect(sides.reduce((sum, [, credit = 0]) => sum + credit, 0)).toBe(totals.credit)
  })

  test('lines that are nil in both years are left out, and come back with their first amount', async () => {
    const text = (await print({ report: 'balanceSheet', params: { asOf } })).text()
    expect(text).toContain('Kas dan setara kas')
    expect(text).not.toContain('Persediaan')
    expect(text).not.toContain('Aset - (Liabilitas + Ekuitas)')
  })

  test('head, title, period, place, date and those who sign stand on it', async () => {
    const text = (await print({ report: 'balanceSheet', params: { asOf } })).text()
    for (const words of [
      'Koperasi "Maju & Jaya" <Sejahtera>',
      'Badan hukum No. AHU-0012345.AH.01.26',
      'Laporan Posisi Keuangan',
      'Per 28 Februari 2026',
      'Sukamaju, 28 Februari 2026',
      'Sri Rahayu',
      'Joko Widagdo',
      'Wahyu Nugroho',
      'Halaman 1 dari 1',
    ]) {
      expect(text).toContain(words)
    }
  })

  test('the code to check by is the head of the book with the number of its entries', async () => {
    const { head, entries } = await book.api.ledger.verify()
    expect((await print(trialBalance)).text()).toContain(`Kode periksa ${head.hash.slice(0, 8)} · ${entries} bukti`)
  })

  test('a paper says whether the month it ends in is locked', async () => {
    const january: AskedReport = { report: 'cashBook', params: { from: '2025-01-01', to: '2025-01-31' } }
    expect((await print(january)).text()).toContain('masa belum dikunci')
    await book.api.periods.lockMonth({ requestId: requestId(), month: '2025-01' })
    expect((await print(january)).text()).toContain('masa sudah dikunci')
  })

  test('every report of a period or a day says on each page whether its figures can still change', () => {
    const state = /SEMENTARA: masa belum dikunci|FINAL: masa sudah dikunci/
    const silent = printed.flatMap(({ report, paper }) =>
      paper.pages().every((page) => state.test(page)) ? [] : [report.report],
    )
    expect([...new Set(silent)].sort()).toEqual(handedOut)
  })

  test('names with brackets, formulas, emoji and 120 characters are printed whole', async () => {
    const text = (await print({ report: 'memberRegister', params: { asOf } })).text()
    expect(text).toContain('Bambang (Mbah) Sukarno')
    expect(text).toContain('=cmd|calc')
    expect(text.match(/Kusumaningrum/g)).toHaveLength(7)
    expect(text).toContain('Widyaningsih')
    expect(text).toMatch(/Ratna \ufffd+ Dewi/)
  })

  test('nothing leaves the page or the margins, even at the largest amounts', async () => {
    for (const { report, paper } of printed) {
      for (const word of paper.words()) {
        expect(word.from, `${report.report}: ${word.text}`).toBeGreaterThanOrEqual(56)
        expect(word.to, `${report.report}: ${word.text}`).toBeLessThanOrEqual(word.pageWidth - 33)
      }
    }
  })

  test('an agreement is read whole: parties, ten articles, schedule, stamp and who signs, on numbered pages', async () => {
    const paper = await print({
      report: 'loanAgreement',
      params: { loanId: book.loans.approved ?? '', date: '2026-03-02' },
    })
    const pages = paper.pages()
    const text = paper.text().replace(/\s+/g, ' ')
    for (let article = 1; article <= 10; article += 1) expect(text).toContain(`Pasal ${article} – `)
    expect(text).toContain('Rp888.888.888.888 (delapan ratus delapan puluh delapan miliar')
    expect(text).toContain('biaya yang sebenarnya 1,5% sebulan')
    expect(text.match(/\d{2}\/\d{2}\/20\d{2}/g)).toHaveLength(36)
    expect(pages.map((page, index) => page.includes(`Halaman ${index + 1} dari ${pages.length}`))).not.toContain(false)
    const last = (pages.at(-1) ?? '').replace(/\s+/g, ' ')
    for (const words of ['rangkap dua', 'Peminjam Bendahara Ketua', 'Meterai', 'Wahyu Nugroho', 'Sri Rahayu']) {
      expect(last).toContain(words)
    }
  })

  test('an addendum is read whole: both loans, old and new terms, the whole schedule and who signs', async () => {
    const paper = await print({ report: 'loanAddendum', params: { loanId: ended.loans.goneOn ?? '' } }, ended)
    const text = paper.text().replace(/\s+/g, ' ')
    for (const words of [
      'Adendum Perjanjian Pinjaman No. P-0010 · 20 April 2026',
      'mengubah perjanjian pinjaman nomor P-0002, karena: Kambing mati karena penyakit',
      'Sisa pokok pinjaman Rp4.675.000 Rp4.802.500',
      'Jangka waktu 10 bulan, angsuran tiap bulan 18 bulan, angsuran tiap bulan',
      'Jasa yang belum dibayar sebesar Rp127.500 ditambahkan ke pokok pinjaman',
      ' 4.802.500 456.237 5.258.737',
    ]) {
      expect(text).toContain(words)
    }
    expect(paper.text().match(/^\s*\d+\s+20\/\d{2}\/202[67] /gm)).toHaveLength(18)
    const last = (paper.pages().at(-1) ?? '').replace(/\s+/g, ' ')
    for (const words of ['Meterai', 'Bambang (Mbah) Sukarno', 'Wahyu Nugroho', 'Sri Rahayu', 'Penjamin', 'Tukiyem']) {
      expect(last).toContain(words)
    }
  })

  test('the minutes of a write-off are read whole: decision, claim in words, and that it is not forgiven', async () => {
    const paper = await print({ report: 'writeOffMinutes', params: { loanId: ended.loans.flat ?? '' } }, ended)
    const text = paper.text().replace(/\s+/g, ' ')
    for (const words of [
      'Berita Acara Penghapusan Pinjaman No. RAT/04/2026 · 18 April 2026',
      'Peminjam : Siti Aminah',
      'Sisa pokok 10.680.000',
      'Jumlah tagihan 10.860.000',
      'Rp10.680.000 (sepuluh juta enam ratus delapan puluh ribu rupiah) dihapus dari pembukuan',
      'Penghapusan ini bukan pembebasan utang',
      'Ketua Bendahara Pengawas',
    ]) {
      expect(text).toContain(words)
    }
  })

  test('the classes of a month end that is done say by which voucher they were kept', async () => {
    const kept = { report: 'collectibility', params: { asOf: '2026-04-30' } } as const
    const { voucher } = (await ended.api.loans.classify({ asOf: '2026-04-30' })).kept ?? {}
    const text = (await print(kept, ended)).text().replace(/\s+/g, ' ')
    expect(text).toContain(`Dasar penilaian : catatan akhir bulan, bukti ${voucher}; tidak dihitung ulang`)
    const reckoned = (await print({ ...kept, params: { asOf: '2026-04-29' } }, ended)).text()
    expect(reckoned.replace(/\s+/g, ' ')).toContain('Dasar penilaian : dihitung saat laporan ini dibuat')
  })

  test('the loan card of who paid a part says what is unpaid of each instalment', async () => {
    const text = (await print({ report: 'loanCard', params: { loanId: book.loans.flat ?? '' } })).text()
    expect(text).toMatch(/2\s+10\/03\/2026\s+1\.000\.000\s+180\.000\s+1\.180\.000\s+680\.000/)
    expect(text).toMatch(/25\/02\/2026.*320\.000\s+180\.000\s+500\.000\s+10\.680\.000/)
  })

  test('the third letter says what follows, the first only asks', async () => {
    const letter = async (which: 1 | 3) => {
      const params = { loanId: book.loans.late ?? '', letter: which, date: '2026-04-20' }
      return (await print({ report: 'reminderLetter', params })).text().replace(/\s+/g, ' ')
    }
    expect(await letter(1)).toContain('Kita cari jalan keluarnya bersama')
    expect(await letter(1)).not.toContain('ditagih sekaligus')
    expect(await letter(3)).toContain('ditagih sekaligus')
    expect(await letter(3)).toContain('27 April 2026')
  })

  test('a passbook has nothing on its pages but the new lines, each as far down as its number says', async () => {
    const savingsAccountId = book.cards.voluntary ?? ''
    const { linesPerPage } = await book.api.savings.passbook({ savingsAccountId })
    const startAt = { page: 1, line: linesPerPage - 1 }
    const words = (await print({ report: 'passbook', params: { savingsAccountId, startAt } })).words()
    const { rows } = await book.api.savings.passbook({ savingsAccountId, startAt })
    const firsts = words.filter(({ text }) => /^\d{2}\/\d{2}\/\d{4}$/.test(text))
    expect(firsts.map(({ page }) => page)).toEqual(rows.map(({ page }) => page))
    const mm = (points: number) => (points * 25.4) / 72
    const pitch = (148 - 20 - 8) / linesPerPage
    for (const [index, { bottom }] of firsts.entries()) {
      const line = rows[index]?.line ?? 0
      expect(mm(bottom)).toBeGreaterThan(20 + (line - 1) * pitch)
      expect(mm(bottom)).toBeLessThan(20 + line * pitch + 0.5)
    }
    expect(words.every(({ pageWidth }) => Math.round(mm(pageWidth)) === 105)).toBe(true)
    expect(words.map(({ text }) => text).join(' ')).not.toMatch(/Koperasi|Halaman|Kode|Buku/)
  })

  test('an English report is English throughout', async () => {
    const text = (await print({ ...trialBalance, language: 'en' })).text()
    expect(text).toContain('Trial Balance')
    expect(text).toContain('As of 28 February 2026')
    expect(text).toContain('Treasurer')
    expect(text).not.toMatch(/Halaman|Bendahara|Kode periksa/)
  })

  test('a report of nothing is a page that says so', async () => {
    const text = (await print({ report: 'cashBook', params: { from: '1999-01-01', to: '1999-12-31' } })).text()
    expect(text).toContain('Tidak ada catatan pada masa ini.')
  })
})

describe.skipIf(!canRead)('papers that must not be taken for valid ones', () => {
  test('a reversed voucher is marked, one that stands is not', async () => {
    const voucher = async (entry: string | undefined) =>
      (await print({ report: 'receipt', params: { entryId: entry ?? '' } })).text()
    expect(await voucher(book.entries.mistake)).toContain('DIBATALKAN')
    expect(await voucher(book.entries.mistake)).toContain('nota milik toko lain')
    expect(await voucher(book.entries.grant)).not.toContain('DIBATALKAN')
  })

  test('the duty stamp has its box on a receipt of more than five million, and none on savings', async () => {
    const voucher = async (entry: string | undefined) =>
      (await print({ report: 'receipt', params: { entryId: entry ?? '' } })).text()
    expect(await voucher(book.entries.grant)).toContain('Meterai')
    expect(await voucher(book.entries.deposit)).not.toContain('Meterai')
  })

  test.each([
    ['practice', 'LATIHAN: bukan catatan koperasi yang sebenarnya'],
    ['sample', 'CONTOH: koperasi dan angka di sini hanya contoh'],
  ] as const)('every page of a %s book says so', async (kind, words) => {
    const other = await openSeededBook({ kind })
    try {
      const pages = (await print({ report: 'journal', params: year }, other)).pages()
      expect(pages.length).toBeGreaterThan(1)
      for (const page of pages) expect(page).toContain(words)
    } finally {
      await other.close()
    }
  })

  test('every page of a book whose proofs failed says so', async () => {
    const other = await openSeededBook()
    try {
      const alarm = { kind: 'witness', entryId: null, voucher: null, detail: 'behind' } as const
      Object.assign(other.desk.app().guardian, { alarms: [alarm] })
      const [page] = (await print(trialBalance, other)).pages()
      expect(page).toContain('BUKU INI PERLU DIPERIKSA')
    } finally {
      await other.close()
    }
  })
})

describe.skipIf(!canCheck)('the file itself', () => {
  test('is a sound PDF without scripts, actions or attachments', async () => {
    for (const { report, paper } of printed) {
      expect(paper.complaints(), report.report).toBe('')
      expect(paper.unpacked()).not.toMatch(/\/(JS|JavaScript|OpenAction|AA|Launch|EmbeddedFiles?|SubmitForm|URI)\b/)
    }
  })

  test('says it is PDF/A-2b, in Indonesian, with a title, and claims no tags it does not have', async () => {
    const unpacked = (await print({ report: 'surplus', params: year })).unpacked()
    expect(unpacked).toContain('<pdfaid:part>2</pdfaid:part>')
    expect(unpacked).toContain('<pdfaid:conformance>B</pdfaid:conformance>')
    expect(unpacked).toMatch(/\/Lang \(id\)/)
    expect(unpacked).toMatch(/\/DisplayDocTitle true/)
    expect(unpacked).toContain('/GTS_PDFA1')
    expect(unpacked).not.toContain('/StructTreeRoot')
  })

  test('its metadata is XML whatever the cooperative is called', async () => {
    const unpacked = (await print(trialBalance)).unpacked()
    expect(unpacked).toContain('Koperasi "Maju &amp; Jaya" &lt;Sejahtera&gt;')
  })

  test('has every font embedded, with the way back to text', async () => {
    for (const line of (await print({ report: 'cashBook', params: year })).fonts()) {
      expect(line).toMatch(/\+NotoSans-\w+\s+CID TrueType\s+Identity-H\s+yes yes yes/)
    }
  })

  test('has its parts in the outline', async () => {
    const unpacked = (await print({ report: 'cashBook', params: year })).unpacked()
    expect(unpacked).toContain('/Title (11101 Kas kantor)')
    expect(unpacked).toContain('/Title (11201 Bank - rekening utama)')
  })
})

test('whoever asked can change their mind: a cancelled paper is a refusal in words', async () => {
  const asked = new AbortController()
  const printing = book.api.reports.pdf({ report: 'journal', params: year }, { signal: asked.signal })
  setImmediate(() => asked.abort())
  expect(await refusalOf(printing)).toMatchObject({ code: 'CANCELLED', message: 'Dibatalkan.' })
})

describe('the same book prints the same bytes', () => {
  const bytes = async (report: AskedReport) => Buffer.from(await (await book.api.reports.pdf(report)).arrayBuffer())

  test('twice, and after the book was closed and opened again', async () => {
    const first = await bytes(trialBalance)
    expect((await bytes(trialBalance)).equals(first)).toBe(true)
    await book.reopen()
    expect((await bytes(trialBalance)).equals(first)).toBe(true)
  })

  test('until something is recorded', async () => {
    const first = await bytes(trialBalance)
    const lines = [
      { account: '11201', debit: 1_00 },
      { account: '48106', credit: 1_00 },
    ]
    await book.api.journal.post({ requestId: requestId(), date: '2026-12-31', description: 'Bunga', lines })
    expect((await bytes(trialBalance)).equals(first)).toBe(false)
  })
})
