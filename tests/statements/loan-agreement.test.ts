import { describe, expect, test } from 'vitest'
import { defaultLoanTerms } from '../../shared/rules/default-loans.ts'
import { loanQuote } from '../../shared/rules/loan-quote.ts'
import type { LoanTerms } from '../../shared/rules/loan-terms.ts'
import { sen } from '../../shared/rules/money.ts'
import type { LoanAgreementFacts } from '../../shared/statements/agreed-loan.ts'
import { loanAgreement } from '../../shared/statements/loan-agreement.ts'

const principal = sen(12_000_000_00)
const date = '2026-03-02'

type Lent = LoanAgreementFacts['loan']['fund']

function paper(own: Partial<LoanTerms> = {}, more: Partial<LoanAgreementFacts> = {}, fund: Lent = null) {
  const terms: LoanTerms = { ...defaultLoanTerms, method: 'flat', ...own }
  return loanAgreement({
    ...{ language: 'id', terms, date, isPlanned: true, chair: 'Sri Rahayu', treasurer: 'Wahyu Nugroho' },
    quote: loanQuote(terms, { principal, months: 12, disbursedOn: date }),
    loan: {
      ...{ loanId: 'loan', number: 'P-0001', memberNumber: 'A-001', memberName: 'Siti Aminah', state: 'approved' },
      ...{ productName: 'Pinjaman bunga tetap', principal, months: 12, purpose: 'Modal warung' },
      fund,
      ...{ method: terms.method, ratePct: terms.rate.ratePct, ratePer: terms.rate.per, interval: terms.interval },
      ...{
        appliedOn: date,
        approvedOn: date,
        approvedBy: 'Sri Rahayu',
        rejectedOn: null,
        rejectedFor: null,
        disbursedOn: null,
      },
    },
    cooperative: { name: 'Koperasi Uji', place: 'Sukamaju', address: 'Sukamaju, Sumpiuh' },
    borrower: { nationalId: '3302154101850001', address: 'Jl. Mawar 1', occupation: 'Pedagang' },
    ...{ guarantors: [], collateral: [], isJoint: false, mandate: [] },
    ...more,
  })
}

/** The articles by their titles, each with its sentences. */
function articles({ before = [], after = [] }: ReturnType<typeof paper>): Map<string, string[]> {
  const found = new Map<string, string[]>()
  let own: string[] = []
  for (const part of [...before, ...after]) {
    if (part.kind === 'heading') {
      own = []
      found.set(part.text, own)
    } else if (part.kind === 'clause' || part.kind === 'paragraph') own.push(part.text)
  }
  return found
}

const article = (made: ReturnType<typeof paper>, title: string) =>
  [...articles(made)].find(([heading]) => heading.endsWith(title))?.[1] ?? []

test('ten articles are numbered through, before and after the schedule', () => {
  expect([...articles(paper()).keys()].map((heading) => heading.split(' – ')[0])).toEqual(
    Array.from({ length: 10 }, (_, index) => `Pasal ${index + 1}`),
  )
})

test('it says how much in figures and words, for what and for how long', () => {
  expect(article(paper(), 'Pinjaman')).toEqual([
    'Koperasi meminjamkan kepada Peminjam uang sebesar Rp12.000.000 (dua belas juta rupiah).',
    'Pinjaman dipakai untuk: Modal warung.',
    'Pinjaman dibayar kembali dalam 12 bulan dengan 12 kali angsuran, tiap bulan sekali.',
  ])
})

test('money of a revolving fund is named where it says how much is lent', () => {
  const sentences = article(paper({}, {}, { name: 'Dana bergulir desa' }), 'Pinjaman')
  expect(sentences[2]).toContain('berasal dari dana bergulir (Dana bergulir desa)')
})

test('a flat loan says its true rate beside the flat one, and what all of it comes to', () => {
  const [rate, total, cost] = article(paper(), 'Jasa pinjaman')
  expect(rate).toBe('Jasa pinjaman 1,5% sebulan, dihitung tetap dari pokok semula sampai pinjaman lunas.')
  expect(total).toContain('Rp2.160.000')
  expect(total).toContain('Rp14.160.000')
  expect(cost).toContain('jasanya 1,5% sebulan')
  expect(cost).toContain('biaya yang sebenarnya 2,643% sebulan')
})

test('what is taken off is named part by part, and the true rate counts it', () => {
  const fees = { ...defaultLoanTerms.fees, provisionPct: '1', loanSavingsPct: '2', administration: sen(30_000_00) }
  const made = paper({ fees })
  expect(article(made, 'Potongan dan pencairan')).toEqual([
    'Pada saat pencairan dipotong Rp390.000, yaitu: provisi Rp120.000, administrasi Rp30.000 dan simpanan wajib pinjam Rp240.000 (tetap milik Peminjam).',
    'Uang yang diterima Peminjam Rp11.610.000 (sebelas juta enam ratus sepuluh ribu rupiah).',
  ])
  expect(article(made, 'Jasa pinjaman')[2]).not.toContain('2,643')
  expect(made.totals.netPayout).toBe(11_610_000_00)
  expect(article(paper(), 'Potongan dan pencairan')[0]).toBe('Tidak ada potongan pada saat pencairan.')
})

test('grace is said in words', () => {
  expect(article(paper({ gracePrincipalMonths: 3 }), 'Pinjaman').at(-1)).toContain(
    'Selama 3 bulan pertama Peminjam hanya',
  )
  const free = article(paper({ graceAllMonths: 2 }), 'Pinjaman')
  expect(free[2]).toContain('10 kali angsuran')
  expect(free.at(-1)).toContain('Selama 2 bulan pertama tidak ada angsuran')
})

test('the late fee is said with its days of grace and its bound, and that there is none where there is none', () => {
  expect(article(paper(), 'Denda keterlambatan')).toEqual(['Angsuran yang terlambat tidak dikenai denda.'])
  const penalty = { kind: 'pct_per_day', pct: '0.1', graceDays: 7, capPct: '5' } as const
  expect(article(paper({ penalty }), 'Denda keterlambatan')).toEqual([
    'Angsuran yang terlambat dikenai denda 0,1% sehari dari jumlah yang terlambat.',
    'Sampai 7 hari sesudah jatuh tempo belum ada denda.',
    'Denda suatu angsuran paling banyak 5% dari angsuran itu.',
  ])
})

test.each([
  ['due', 'yang sudah jatuh tempo; jasa sesudahnya tidak ditagih'],
  ['running', 'jasa angsuran yang sedang berjalan'],
  ['full', 'seluruh jasa yang diperjanjikan'],
] as const)('early settlement by the rule %s is said in plain words', (earlySettlement, words) => {
  expect(article(paper({ earlySettlement }), 'Pelunasan lebih awal').join(' ')).toContain(words)
})

describe('security', () => {
  const guarantors = [
    { name: 'Bambang', memberNumber: 'A-002', address: null },
    { name: 'Tukiyem', memberNumber: null, address: 'Dukuh Wetan' },
  ]
  const collateral = [
    {
      kind: 'Sepeda motor',
      owner: 'Siti Aminah',
      documentNumber: 'BPKB K-1',
      appraised: 9_000_000_00,
      keptAt: 'Lemari kantor',
    },
  ]

  test('guarantors are named, and sign', () => {
    const made = paper({}, { guarantors })
    expect(article(made, 'Penjamin dan agunan')).toEqual([
      'Bambang (anggota A-002) dan Tukiyem (Dukuh Wetan) menjadi penjamin dan bersama-sama membayar pinjaman ini bila Peminjam tidak membayarnya.',
    ])
    expect(made.signers?.map(({ role, name }) => [role, name])).toEqual([
      ['Peminjam', 'Siti Aminah'],
      ['Bendahara', 'Wahyu Nugroho'],
      ['Ketua', 'Sri Rahayu'],
      ['Penjamin', 'Bambang'],
      ['Penjamin', 'Tukiyem'],
    ])
  })

  test('collateral is described, and comes back', () => {
    expect(article(paper({}, { collateral, isJoint: true }), 'Penjamin dan agunan')).toEqual([
      'Agunan: Sepeda motor, surat nomor BPKB K-1, atas nama Siti Aminah, ditaksir Rp9.000.000, disimpan di Lemari kantor.',
      'Agunan dikembalikan kepada pemiliknya begitu pinjaman lunas.',
      'Pinjaman ini ditanggung bersama (tanggung renteng) oleh kelompok Peminjam.',
    ])
  })

  test('without any the paper says so', () => {
    expect(article(paper(), 'Penjamin dan agunan')).toEqual(['Pinjaman ini tanpa penjamin dan tanpa agunan.'])
  })
})

test('savings are taken only by a mandate, which the paper names', () => {
  expect(article(paper(), 'Kuasa memotong simpanan')[0]).toContain('tidak dipotong')
  const [given] = article(paper({}, { mandate: ['Simpanan sukarela', 'Hari raya'] }), 'Kuasa memotong simpanan')
  expect(given).toContain('yaitu Simpanan sukarela dan Hari raya')
})

test('only the borrower signs across the duty stamp', () => {
  expect(paper().signers?.map(({ hasStamp }) => hasStamp)).toEqual([true, false, false])
})

test('a planned payout is said to be one, a real one is not', () => {
  expect(article(paper(), 'Angsuran')[0]).toContain('bila pinjaman dicairkan 2 Maret 2026')
  expect(article(paper({}, { isPlanned: false }), 'Angsuran')[0]).toBe(
    'Peminjam membayar angsuran menurut jadwal di bawah ini.',
  )
})
