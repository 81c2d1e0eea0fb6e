import type { Locator, Page } from '@playwright/test'
import { localToday } from '../../electron/backend/log.ts'
import { formatDateShort, yearOf } from '../../shared/calendar.ts'
import { foundByAxe, notice, press, sayYes } from './hands.ts'
import { printedBy, refuseMouse } from './papers.ts'
import type { Program } from './program.ts'
import { makeVillage, nextRequest, type Village } from './village.ts'
import { expect, goTo, test } from './window.ts'

test.slow()

let village: Village
/** The year that is over, and the only month in which anything was written. */
let year: number
let december: string

test.beforeEach(async ({ page, program }) => {
  // Since the middle of last year.
  village = makeVillage(program, 3, Number(localToday().slice(5, 7)) + 6)
  year = yearOf(village.today) - 1
  december = `${year}-12`
  await refuseMouse(page)
})

/** Members save, one of them pays interest, and some of the money lies in the bank. */
function work(program: Program, interest: number, costs = 100_000_00): void {
  const [first, second] = village.members
  const saved = [first, second].map((member) => ({
    procedure: 'savings.open',
    input: { requestId: nextRequest(), memberId: member?.memberId, product: 'wajib', date: `${december}-01` },
  }))
  const opened = program.batch(saved) as { savingsAccountId: string }[]
  const cash = { date: `${december}-05`, cashAccount: '11101' }
  program.batch([
    ...opened.map(({ savingsAccountId }, at) => ({
      procedure: 'savings.deposit',
      input: { requestId: nextRequest(), savingsAccountId, ...cash, amount: [300_000_00, 100_000_00][at] },
    })),
    {
      procedure: 'cash.receive',
      input: {
        ...{ requestId: nextRequest(), ...cash, description: 'Jasa pinjaman' },
        lines: [{ account: '41101', amount: interest, memberId: first?.memberId }],
      },
    },
    {
      procedure: 'cash.spend',
      input: {
        ...{ requestId: nextRequest(), ...cash, description: 'Listrik' },
        lines: [{ account: '52201', amount: costs }],
      },
    },
    {
      procedure: 'cash.transfer',
      input: { requestId: nextRequest(), date: `${december}-06`, from: '11101', to: '11201', amount: 50_000_00 },
    },
    { procedure: 'tax.setRegime', input: { requestId: nextRequest(), year, regime: 'none' } },
  ])
}

const close = (program: Program) => program.call('closing.closeYear', { requestId: nextRequest(), year })

async function typeInto(field: Locator, text: string): Promise<void> {
  await field.focus()
  await field.press('Control+a')
  await field.pressSequentially(text)
}

async function push(page: Page, name: string | RegExp, within: Page | Locator = page): Promise<void> {
  await within.getByRole('button', { name }).focus()
  await press(page, 'Enter')
}

const said = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text })
const step = (page: Page, key: string) => page.locator(`li[data-step="${key}"]`)
const heading = (page: Page) => page.getByRole('heading', { level: 1 })

test('the chair’s day: the steps of December, the year, the proposal, the decision, the payment', async ({
  page,
  program,
  open,
}) => {
  work(program, 1_100_000_00)
  await open(await program.serve(program.book))
  await goTo(page, `closing?month=${december}`)
  await expect(heading(page)).toHaveText('Akhir bulan')
  await expect(said(page, '4 langkah masih menunggu.')).toBeVisible()
  expect(await foundByAxe(page)).toEqual([])

  await step(page, 'cash_count').getByRole('link', { name: 'Hitung kas' }).focus()
  await press(page, 'Enter')
  await expect(page.getByLabel('Tanggal', { exact: true })).toHaveValue(`31 Desember ${year}`)
  await expect(page.getByRole('combobox', { name: 'Kas yang dihitung' })).toHaveValue(/Kas/)
  await page.getByRole('link', { name: `Kembali ke daftar tutup bulan Desember ${year}` }).focus()
  await press(page, 'Enter')
  await expect(heading(page)).toHaveText('Akhir bulan')

  await step(page, 'adjustments').getByRole('link', { name: 'Buat jurnal penyesuaian' }).focus()
  await press(page, 'Enter')
  await expect(page.getByLabel('Tanggal', { exact: true })).toHaveValue(`31 Desember ${year}`)
  await page.getByRole('link', { name: `Kembali ke daftar tutup bulan Desember ${year}` }).focus()
  await press(page, 'Enter')
  await expect(page).toHaveURL(new RegExp(`closing\\?month=${december}$`))

  await push(page, 'Cocokkan')
  await expect(page.getByLabel('Saldo menurut rekening koran')).toBeFocused()
  expect(await foundByAxe(page)).toEqual([])
  await page.keyboard.type('45000')
  await press(page, 'Control+Enter')
  const note = page.getByLabel('Sebab selisih')
  await expect(note).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByText('Menurut buku Rp50.000, selisihnya Rp5.000.')).toBeVisible()
  await typeInto(note, 'Biaya bank belum dicatat')
  await press(page, 'Control+Enter')
  await expect(step(page, 'bank')).toContainText('Selesai')
  await expect(step(page, 'bank')).toContainText('Biaya bank belum dicatat')

  await push(page, 'Sudah diperiksa')
  await expect(page.getByLabel('Yang diperiksa')).toBeFocused()
  await page.keyboard.type('Listrik Desember sudah dicatat')
  await press(page, 'Enter')
  await expect(step(page, 'adjustments')).toContainText('Listrik Desember sudah dicatat')

  await push(page, 'Kunci bulan ini')
  await expect(page.getByRole('dialog')).toContainText('1 langkah belum selesai.')
  await sayYes(page)
  await expect(said(page, `Desember ${year} dikunci.`)).toBeVisible()
  await expect(step(page, 'cash_count')).toContainText('Terlewat')
  await expect(step(page, 'lock')).toContainText('Oleh bendahara')

  await goTo(page, `closing/year?year=${year}`)
  await expect(step(page, 'months')).toContainText('Selesai')
  await expect(step(page, 'decide')).toContainText('Belum waktunya')
  await push(page, 'Tutup tahun ini')
  const question = page.getByRole('dialog')
  await expect(question).toContainText('Hasilnya SHU Rp1.000.000.')
  expect(await foundByAxe(page)).toEqual([])
  await sayYes(page)
  await expect(said(page, `Tahun ${year} ditutup.`)).toBeVisible()
  await expect(step(page, 'close')).toContainText(`Lihat bukti PT-${year + 1}-0001`)
  expect(await foundByAxe(page)).toEqual([])

  await step(page, 'decide').getByRole('link', { name: 'Ke SHU' }).focus()
  await press(page, 'Enter')
  await expect(page.getByText('USULAN.')).toBeVisible()
  const parts = page.getByRole('table', { name: 'Pembagian' })
  await expect(parts.getByRole('row', { name: /^Jasa modal/ })).toContainText('200.000')
  const members = page.getByRole('grid', { name: 'Bagian tiap anggota' })
  await expect(members.getByRole('row').nth(1)).toContainText('150.000')
  await push(page, 'Coba persen lain')
  await typeInto(page.getByLabel('Coba persen: Jasa modal'), '40')
  await expect(said(page, 'Jumlah percobaan 120%, harus tepat 100%.')).toBeVisible()
  await typeInto(page.getByLabel('Coba persen: Cadangan umum'), '10')
  await expect(said(page, 'Jumlah percobaan tepat 100%.')).toBeVisible()
  await expect(parts.getByRole('row', { name: /^Jasa modal/ })).toContainText('400.000')
  await expect(members.getByRole('row').nth(1)).toContainText('300.000')
  expect(await foundByAxe(page)).toEqual([])
  await push(page, 'Berhenti mencoba')

  await typeInto(page.getByLabel('Tanggal rapat anggota'), `31/12/${year}`)
  await typeInto(page.getByLabel('Nomor atau isi keputusan'), 'Keputusan RAT nomor 1')
  await press(page, 'Enter')
  await expect(page.getByLabel('Tanggal rapat anggota')).toHaveAttribute('aria-invalid', 'true')
  await typeInto(page.getByLabel('Tanggal rapat anggota'), formatDateShort(village.today))
  await press(page, 'Control+Enter')
  await expect(notice(page)).toContainText(`SHU tahun ${year} diputuskan: Rp450.000 untuk anggota.`)
  expect(await foundByAxe(page)).toEqual([])
  await expect(page.getByRole('button', { name: 'Bayar SHU' })).toBeFocused()
  await press(page, 'Enter')
  await expect(page.getByRole('combobox', { name: 'Siapa yang dibayar' })).toBeFocused()

  const name = village.members[0]?.name ?? ''
  await page.getByRole('combobox', { name: 'Siapa yang dibayar' }).selectOption('picked')
  await push(page, 'Bayar')
  await expect(page.getByText('Pilih dulu anggotanya di daftar.')).toBeVisible()
  await page.getByRole('checkbox', { name: `Pilih ${name}` }).focus()
  await press(page, 'Space')
  await page.getByRole('combobox', { name: 'Cara membayar' }).selectOption('wajib')
  await push(page, 'Bayar')
  await expect(notice(page).last()).toContainText('SHU Rp400.000 dibayar kepada 1 anggota.')
  await goTo(page, 'closing')
  await goTo(page, `closing/shu?year=${year}`)
  await expect(page.getByRole('combobox', { name: 'Dibayar dari' })).toHaveValue(/Kas/)
  await push(page, 'Bayar')
  await expect(notice(page)).toContainText('SHU Rp50.000 dibayar kepada 1 anggota.')
  await expect(page.getByText('Semua bagian anggota sudah dibayar.')).toHaveCount(0)

  await members.focus()
  await press(page, 'Enter')
  await expect(heading(page)).toHaveText(`SHU ${year}: ${name}`)
  await expect(page.getByText('200.000 × 300.000 ÷ 400.000 = 150.000')).toBeVisible()
  expect(await foundByAxe(page)).toEqual([])
  await page.getByRole('link', { name: 'Ke halaman anggota' }).focus()
  await press(page, 'Enter')
  await expect(page.getByRole('table', { name: 'SHU anggota ini per tahun' })).toContainText('Lunas')

  await goTo(page, `closing/shu?year=${year}`)
  expect(await printedBy(page, 'Cetak pembagian')).toContain('200.000')
  expect(await printedBy(page, 'Cetak daftar anggota')).toContain(name)

  await goTo(page, `closing/year?year=${year}`)
  await expect(step(page, 'pay')).toContainText('Selesai')
  await push(page, `Buka lagi tahun ${year}`)
  await page.getByLabel('Alasan').pressSequentially('Bukti tertinggal')
  await page.getByLabel(/^Disetujui oleh/).pressSequentially('Sri Wahyuni')
  await press(page, 'Control+Enter')
  await expect(page.getByRole('alert')).toContainText(/BM-\d{4}-\d{4}/)
  await press(page, 'Escape')
  await expect(step(page, 'close')).toContainText('Selesai')

  await goTo(page, `closing/year?year=${year + 1}`)
  await expect(said(page, 'Untuk sekarang tidak ada yang menunggu; sisanya belum waktunya.')).toBeVisible()
})

test('a year opens again with a second person and a reason, and its vouchers stay in sight', async ({
  page,
  program,
  open,
}) => {
  work(program, 1_100_000_00)
  program.call('officers.set', { officers: [{ role: 'treasurer', name: 'Budi Santoso' }] })
  close(program)
  await open(await program.serve(program.book))
  await goTo(page, `closing/year?year=${year}`)
  await push(page, `Buka lagi tahun ${year}`)
  await expect(page.getByLabel('Alasan')).toBeFocused()
  await page.keyboard.type('Bukti tertinggal')
  await press(page, 'Enter')
  await page.keyboard.type('Budi Santoso')
  await press(page, 'Enter')
  const approver = page.getByLabel(/^Disetujui oleh/)
  await expect(approver).toHaveAttribute('aria-invalid', 'true')
  expect(await foundByAxe(page)).toEqual([])
  await typeInto(approver, 'Sri Wahyuni')
  await press(page, 'Enter')
  await expect(said(page, `Tahun ${year} dibuka lagi.`)).toBeVisible()
  const years = page.getByRole('grid', { name: 'Tahun-tahun buku' })
  await expect(years).toContainText('Bukti tertinggal')
  await expect(years).toContainText(/PT-\d{4}-\d{4} \(dibatalkan PT-\d{4}-\d{4}\)/)
  await push(page, 'Tutup tahun ini')
  await sayYes(page)
  await expect(said(page, `Tahun ${year} ditutup.`)).toBeVisible()
})

test('the rule of the bylaws is entered as a form that adds up its percentages, and the proposal follows it', async ({
  page,
  program,
  open,
}) => {
  work(program, 1_100_000_00)
  close(program)
  await open(await program.serve(program.book))
  await goTo(page, `closing/rule?year=${year}`)
  await expect(said(page, 'Jumlah tepat 100%.')).toBeVisible()
  expect(await foundByAxe(page)).toEqual([])
  await typeInto(page.getByLabel('Persen bagian 1'), '35,5')
  await expect(said(page, 'Jumlah 105,5%, kelebihan 5,5%.')).toBeVisible()
  await press(page, 'Control+Enter')
  await expect(page.getByRole('alert')).toContainText('Belum tersimpan.')
  await expect(said(page, 'Jumlah 105,5%, kelebihan 5,5%.')).toBeVisible()
  await typeInto(page.getByLabel('Persen bagian 8'), '2')
  await push(page, 'Hapus bagian 7')
  await expect(said(page, 'Jumlah tepat 100%.')).toBeVisible()
  await push(page, 'Tambah bagian')
  await expect(page.getByLabel('Nama bagian 8')).toBeFocused()
  await page.keyboard.type('Bencana')
  await typeInto(page.getByLabel('Persen bagian 8'), '0')
  await press(page, 'Control+Enter')
  await expect(said(page, `berlaku mulai tahun buku ${year}`)).toBeVisible()
  // The form goes on from what was saved, so that saving once more takes nothing back.
  await expect(page.getByLabel('Persen bagian 1')).toHaveValue(/^35,5/)
  await goTo(page, `closing/shu?year=${year}`)
  await expect(page.getByText(`Aturan yang berlaku sejak tahun ${year}.`)).toBeVisible()
  await expect(page.getByRole('row', { name: /^Bencana/ })).toBeVisible()
  await expect(page.getByRole('row', { name: /^Cadangan umum/ }).first()).toContainText('355.000')
})

test('a loss is not divided, it is covered out of the reserve', async ({ page, program, open }) => {
  work(program, 200_000_00, 250_000_00)
  close(program)
  const lines = [
    { account: '33201', debit: 40_000_00 },
    { account: '34101', credit: 40_000_00 },
  ]
  const capital = [{ account: '33201', amount: 60_000_00 }]
  const date = `${year + 1}-01-05`
  program.batch([
    {
      procedure: 'cash.receive',
      input: { requestId: nextRequest(), date, cashAccount: '11101', description: 'Hibah', lines: capital },
    },
    { procedure: 'journal.post', input: { requestId: nextRequest(), date, description: 'Cadangan lama', lines } },
    {
      procedure: 'cash.receive',
      input: {
        ...{ requestId: nextRequest(), date, cashAccount: '11101', description: 'Jasa tahun lalu belum dicatat' },
        lines: [{ account: '35103', amount: 7_000_00 }],
      },
    },
  ])
  await open(await program.serve(program.book))
  await goTo(page, `closing/shu?year=${year}`)
  await page.getByRole('link', { name: 'Tutup kerugian' }).last().focus()
  await press(page, 'Enter')
  await expect(page.getByText('Rp50.000', { exact: true })).toBeVisible()
  await typeInto(page.getByLabel('Jumlah yang ditutup'), '45000')
  await press(page, 'Control+Enter')
  await expect(page.getByText('Cadangan umum hanya Rp40.000.')).toBeVisible()
  expect(await foundByAxe(page)).toEqual([])
  await typeInto(page.getByLabel('Jumlah yang ditutup'), '40000')
  await press(page, 'Control+Enter')
  await expect(notice(page)).toContainText('Kerugian Rp40.000 ditutup dari cadangan umum.')
  await expect(page.getByText('Koreksi yang menambah hasil')).toBeVisible()
  await page.getByRole('combobox', { name: 'Masuk ke mana' }).selectOption('deficit')
  expect(await foundByAxe(page)).toEqual([])
  await push(page, 'Catat keputusan')
  await expect(notice(page).last()).toContainText('Koreksi Rp7.000 diselesaikan.')
})

test('money is paid out of a fund of the surplus, and more than it holds only with a second person', async ({
  page,
  program,
  open,
}) => {
  work(program, 1_100_000_00)
  program.call('officers.set', { officers: [{ role: 'treasurer', name: 'Budi Santoso' }] })
  close(program)
  const decided = { requestId: nextRequest(), year, date: village.today, decision: 'RAT 1' }
  program.call('closing.decideShu', decided)
  await open(await program.serve(program.book))
  await goTo(page, 'closing/funds')
  const funds = page.getByRole('grid', { name: `Dana selama tahun ${year + 1}` })
  await expect(funds.getByRole('row', { name: /Dana pendidikan/ })).toContainText('50.000')
  await expect(page.getByText('Belum ada dana yang dipakai dalam tahun ini.')).toBeVisible()
  const from = page.getByRole('combobox', { name: 'Dana yang dipakai' })
  await from.focus()
  await press(page, 'Control+Enter')
  await expect(from).toHaveAttribute('aria-invalid', 'true')
  await from.selectOption('25104')
  await typeInto(page.getByLabel('Jumlah', { exact: true }), '60000')
  await expect(page.getByText('Sisa dana hanya Rp50.000, kurang Rp10.000.')).toBeVisible()
  await typeInto(page.getByLabel('Untuk apa'), 'Pelatihan pembukuan')
  await typeInto(page.getByLabel('Diterima oleh'), 'Dinas Koperasi')
  await press(page, 'Control+Enter')
  const approver = page.getByLabel(/^Disetujui oleh/)
  await expect(approver).toHaveAttribute('aria-invalid', 'true')
  expect(await foundByAxe(page)).toEqual([])
  await typeInto(approver, 'Sri Wahyuni')
  await press(page, 'Control+Enter')
  await expect(notice(page)).toContainText('Rp60.000 dibayar dari Dana pendidikan kepada Dinas Koperasi.')
  await expect(notice(page)).toContainText('Dana ini sekarang di bawah nol.')
  await expect(said(page, 'Dana pendidikan dipakai Rp10.000 lebih banyak daripada isinya.')).toBeVisible()
  expect(await printedBy(page, 'Cetak bukti')).toContain('Dinas Koperasi')
  expect(await foundByAxe(page)).toEqual([])
  const uses = page.getByRole('grid', { name: `Pemakaian selama tahun ${year + 1}` })
  await expect(uses).toContainText('Pelatihan pembukuan')
  await uses.focus()
  await press(page, 'Enter')
  await expect(page.getByText('Pelatihan pembukuan').first()).toBeVisible()
})

test('the start screen names the report that is due, and leads to where it is said to be sent', async ({
  page,
  program,
  open,
}) => {
  work(program, 1_100_000_00)
  const [, month, day] = village.today.split('-').map(Number)
  const rule = { key: 'own', name: 'Laporan ke pendamping', recipient: 'Pendamping', law: '', package: null }
  program.call('closing.setDueDates', {
    ...{ requestId: nextRequest(), year, rules: [{ ...rule, when: { kind: 'date', month, day, isNextYear: true } }] },
  })
  await open(await program.serve(program.book))
  await goTo(page, '')
  await page.getByRole('link', { name: /^Paling lambat .*Laporan ke pendamping$/ }).focus()
  await press(page, 'Enter')
  await expect(heading(page)).toHaveText('Laporan ke luar')
  await push(page, 'Tandai sudah dikirim: Laporan ke pendamping')
  await expect(said(page, 'Laporan ke pendamping: dicatat sudah dikirim.')).toBeVisible()
  await goTo(page, '')
  await expect(page.getByRole('heading', { name: 'Yang perlu dikerjakan' })).toBeVisible()
  await expect(page.getByText('Laporan ke pendamping')).toHaveCount(0)
})
