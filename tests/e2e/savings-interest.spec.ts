import type { Locator, Page } from '@playwright/test'
import {
  addMonths,
  addMonthsToMonth,
  type CalendarDate,
  firstDayOfMonth,
  formatDateShort,
  formatMonth,
  monthOf,
} from '../../shared/calendar.ts'
import type { Answers } from '../../shared/contract/index.ts'
import { formatAmount } from '../../shared/rules/money.ts'
import { foundByAxe, press, sayYes } from './hands.ts'
import { printed, printedBy, refuseMouse } from './papers.ts'
import type { Program } from './program.ts'
import { makeVillage, nextRequest, type Village } from './village.ts'
import { expect, goTo, settled, test } from './window.ts'

let village: Village

async function typeInto(page: Page, field: Locator, text: string): Promise<void> {
  await field.focus()
  await press(page, 'Control+a')
  await page.keyboard.type(text)
}

interface Deposited {
  readonly index: number
  readonly product: string
  readonly date: CalendarDate
  readonly amount: number
}

/** Deposits in one run, in their order; answers the card of each. */
function deposited(program: Program, deposits: readonly Deposited[]): string[] {
  const calls = deposits.map(({ index, ...rest }) => {
    const { memberId } = village.members[index] ?? {}
    return {
      procedure: 'savings.deposit',
      input: { requestId: nextRequest(), memberId, cashAccount: '11101', ...rest },
    }
  })
  const answers = program.batch(calls) as Answers['savings']['deposit'][]
  return answers.map(({ savingsAccountId }) => savingsAccountId)
}

test.beforeEach(async ({ program, page }) => {
  await refuseMouse(page)
  village = makeVillage(program, 2)
})

test('a rate is set, and the interest of a month is shown, booked, taken back and booked again', async ({
  page,
  program,
  open,
}) => {
  const month = addMonthsToMonth(monthOf(village.today), -1)
  const date = firstDayOfMonth(addMonthsToMonth(month, -1))
  const amounts = [30_000_000_00, 10_000_000_00]
  const [card = ''] = deposited(
    program,
    amounts.map((amount, index) => ({ index, product: 'sukarela', date, amount })),
  )
  await open(await program.serve())
  await goTo(page, 'savings/interest')
  await settled(page)
  await expect(page.getByRole('status')).toContainText('Simpanan sukarela, saldo Rp40.000.000')
  await page.getByRole('link', { name: 'Isi jasa Simpanan sukarela' }).press('Enter')

  const rate = page.getByRole('form', { name: 'Ubah jasa' })
  const start = page.getByRole('combobox', { name: 'Mulai bulan' }).last()
  await start.fill(formatMonth(month))
  await expect(page.getByRole('option', { name: formatMonth(month) })).toBeVisible()
  await press(page, 'ArrowDown', 'Enter')
  await expect(start).toHaveValue(formatMonth(month))
  await typeInto(page, rate.getByLabel('Jasa setahun'), '12')
  await press(page, 'Control+Enter')
  await expect(page.getByText('Jasa Simpanan sukarela disimpan.')).toBeVisible()

  await goTo(page, 'savings/interest')
  await settled(page)
  const named = formatMonth(month)
  const summary = page.getByRole('table', { name: `Ringkasan jasa ${named}` })
  await expect(summary.getByRole('row', { name: 'Jasa semua anggota' })).toContainText('Rp400.000')
  await expect(summary.getByRole('row', { name: 'Pajak' })).toContainText('Rp30.000')
  await expect(page.getByText('walaupun hanya serupiah, seluruh jasanya dipotong 10%')).toBeVisible()
  expect(await foundByAxe(page)).toEqual([])
  await page.getByRole('button', { name: `Bukukan jasa ${named}` }).press('Enter')
  await expect(page.getByText(`Jasa ${named} sudah dibukukan.`)).toBeVisible()
  const list = await printedBy(page, 'Cetak daftar jasa')
  expect(list).toMatch(new RegExp(`${village.members[0]?.name}.*300\\.000 +30\\.000 +270\\.000`))
  expect(list).toMatch(/Dibukukan dengan bukti BM-\d{4}-0001/)

  await page.getByRole('button', { name: 'Batalkan jasa ini' }).press('Enter')
  await page.keyboard.type('salah bulan')
  await press(page, 'Enter')
  await expect(page.getByText(`Jasa ${named} dibatalkan.`)).toBeVisible()
  await page.getByRole('button', { name: `Bukukan jasa ${named}` }).press('Enter')
  await expect(page.getByText(/Bukti BM-\d{4}-0003/)).toBeVisible()
  expect(await foundByAxe(page)).toEqual([])

  await page.getByRole('link', { name: 'Bukti potong', exact: true }).last().press('Enter')
  await settled(page)
  await expect(page.getByRole('status')).toContainText('2 anggota menerima jasa; 1 di antaranya dipotong pajak.')
  await page.getByRole('grid', { name: 'Jasa dan pajak per anggota' }).focus()
  await press(page, 'ArrowDown', 'Enter')
  await expect(page.getByRole('button', { name: 'Cetak bukti potong' })).toBeFocused()
  const slip = await printed(page)
  expect(slip).toContain(village.members[1]?.name)
  expect(slip).toContain('PPh final 0%')
  await program.stop()
  const { closing } = program.call('savings.card', { savingsAccountId: card }) as Answers['savings']['card']
  expect(closing).toBe(30_270_000_00)
  expect(program.call('ledger.verify')).toMatchObject({ ok: true })
})

test('a term deposit is placed with its bilyet, goes on with its interest, and is paid back early', async ({
  page,
  program,
  open,
}) => {
  const early = { product: 'berjangka', earlyWithdrawal: 'penalty_pct', earlyPct: '1' }
  program.call('savings.updateProduct', early)
  await open(await program.serve())
  await goTo(page, 'savings/terms/open')
  await settled(page)
  const [member] = village.members
  await page.keyboard.type(member?.number ?? '')
  await expect(page.getByRole('option', { name: member?.name ?? '' })).toBeVisible()
  await press(page, 'Enter')
  await page.keyboard.type('10000000')
  await press(page, 'Enter')
  await page.keyboard.type('1')
  await press(page, 'Enter')
  await page.keyboard.type('6')
  await press(page, 'Enter', 'Control+a')
  await page.keyboard.type(formatDateShort(addMonths(village.today, -1)))
  await press(page, 'Enter')
  const preview = page.getByRole('table', { name: 'Yang akan diterima' })
  await expect(preview.getByRole('row', { name: 'Diterima saat jatuh tempo' })).toContainText('Rp10.050.000')
  expect(await foundByAxe(page)).toEqual([])
  await expect(page.getByRole('combobox', { name: 'Uang masuk ke' })).not.toHaveValue('')
  await press(page, 'Control+Enter')
  await expect(page.getByRole('button', { name: 'Cetak bilyet' })).toBeFocused()
  const certificate = await printed(page)
  expect(certificate).toContain('Bilyet Simpanan Berjangka')
  expect(certificate).toContain(member?.name)
  expect(certificate).toContain('sepuluh juta rupiah')

  await goTo(page, 'savings/terms')
  await settled(page)
  await page.getByRole('button', { name: /^Sudah jatuh tempo/ }).press('Enter')
  await page.getByRole('grid', { name: 'Daftar simpanan berjangka' }).focus()
  await press(page, 'Enter')
  const goesOn = page.getByRole('form', { name: 'Perpanjang' })
  await goesOn.getByLabel('Yang diperpanjang').selectOption('principal_and_interest')
  expect(await foundByAxe(page)).toEqual([])
  await goesOn.getByLabel('Jangka waktu').focus()
  await press(page, 'Control+Enter')
  await expect(page.getByRole('status')).toContainText('Rp10.050.000 diperpanjang 1 bulan')
  await expect(page.getByRole('button', { name: 'Cetak bilyet baru' })).toBeFocused()
  expect(await printed(page)).toContain('Perpanjangan dari')
  await page.getByRole('link', { name: 'Lihat simpanan yang baru' }).press('Enter')

  const closing = page.getByRole('table', { name: 'Yang dibayar kalau dicairkan' })
  await expect(closing.getByRole('row', { name: 'Potongan' })).toContainText('Rp100.500')
  await page.getByRole('form', { name: 'Cairkan' }).getByLabel('Tanggal pencairan').focus()
  await press(page, 'Control+Enter')
  await expect(page.getByRole('dialog')).toContainText('Anggota kena potongan Rp100.500. Ia menerima Rp9.949.500.')
  await expect(page.getByRole('button', { name: 'Jangan' })).toBeFocused()
  await sayYes(page)
  await expect(page.getByRole('status')).toContainText('menerima Rp9.949.500.')
  await program.stop()
  const { rows } = program.call('savings.terms', { state: 'closed' }) as Answers['savings']['terms']
  expect(rows.map(({ amount }) => amount)).toEqual([10_000_000_00, 10_050_000_00])
  expect(program.call('ledger.verify')).toMatchObject({ ok: true })
})

test('a passbook goes on where its last right line stands, and a new book carries the balance', async ({
  page,
  program,
  open,
}) => {
  const date = village.today
  const [card] = deposited(
    program,
    [50_000_00, 75_000_00, 25_000_00].map((amount) => ({ index: 0, product: 'sukarela', date, amount })),
  )
  await open(await program.serve())
  await goTo(page, `savings/card/${card}`)
  await settled(page)
  await page.getByRole('link', { name: 'Buku tabungan' }).press('Enter')
  await expect(page.getByText('Baris pertama akan tercetak di baris 1.')).toBeVisible()
  const whole = await printedBy(page, 'Cetak 3 baris')
  for (const balance of [50_000_00, 125_000_00, 150_000_00]) expect(whole).toContain(formatAmount(balance))
  await typeInto(page, page.getByLabel('Baris yang tercetak benar'), '4')
  await press(page, 'Enter')
  await expect(page.getByText('Hanya 3 baris yang belum dicetak.')).toBeVisible()
  await typeInto(page, page.getByLabel('Baris yang tercetak benar'), '2')
  await press(page, 'Enter')
  await expect(page.getByText('Masih ada 1 baris.')).toBeVisible()
  const rest = await printedBy(page, 'Cetak 1 baris')
  expect(rest).toContain(formatAmount(150_000_00))
  expect(rest).not.toContain(formatAmount(125_000_00))
  await page.getByRole('button', { name: 'Sudah tercetak dengan benar' }).press('Enter')
  await expect(page.getByText('Semua catatan sudah tercetak. Saldo Rp150.000.')).toBeVisible()
  await page.getByRole('button', { name: 'Mulai buku baru' }).press('Enter')
  await sayYes(page)
  await expect(page.getByText('Buku baru dimulai.')).toBeVisible()
  await expect(page.getByRole('grid').getByText('Saldo pindahan')).toBeVisible()
  expect(await foundByAxe(page)).toEqual([])
  expect(await printedBy(page, 'Cetak 1 baris')).toMatch(/PD +150\.000/)
})

test('what a withdrawal before its time costs is named before it is saved', async ({ page, program, open }) => {
  const rules = { product: 'hari_raya', lock: 'until_date', unlocksOn: '2099-03-10' }
  program.call('savings.updateProduct', { ...rules, earlyWithdrawal: 'penalty_pct', earlyPct: '2.5' })
  const [card] = deposited(program, [{ index: 0, product: 'hari_raya', date: village.today, amount: 400_000_00 }])
  await open(await program.serve())
  await goTo(page, `savings/card/${card}`)
  await settled(page)
  await expect(page.getByText('Boleh ditarik mulai 10 Maret 2099. Kalau lebih awal, kena potongan 2,5%')).toBeVisible()
  await page.getByRole('link', { name: 'Tarik', exact: true }).press('Enter')
  await expect(page.getByLabel('Jumlah penarikan')).toBeFocused()
  await page.keyboard.type('100000')
  await expect(page.getByRole('combobox', { name: 'Uang diambil dari' })).not.toHaveValue('')
  await press(page, 'Control+Enter')
  await expect(page.getByRole('dialog')).toContainText('kena potongan Rp2.500. Yang diserahkan Rp97.500.')
  await press(page, 'Escape')
  await expect(page.getByLabel('Jumlah penarikan')).toBeFocused()
  await press(page, 'Control+Enter')
  await expect(page.getByRole('button', { name: 'Jangan' })).toBeFocused()
  await sayYes(page)
  await expect(page.getByText('Uang yang diserahkan Rp97.500, sesudah dipotong Rp2.500.')).toBeVisible()
  await program.stop()
  const { closing } = program.call('savings.card', { savingsAccountId: card }) as Answers['savings']['card']
  expect(closing).toBe(300_000_00)
})

test('a term deposit that ran before the book is taken over, and its money comes with the opening balance', async ({
  page,
  program,
  open,
}) => {
  const [member] = village.members
  await open(await program.serve())
  await goTo(page, 'savings/terms/take-over')
  await settled(page)
  await page.keyboard.type(member?.number ?? '')
  await expect(page.getByRole('option', { name: member?.name ?? '' })).toBeVisible()
  await press(page, 'Enter')
  await page.keyboard.type('5000000')
  await press(page, 'Enter')
  await page.keyboard.type('0')
  await press(page, 'Enter')
  await page.keyboard.type('6')
  await press(page, 'Control+Enter')
  await expect(page.getByText('Paling kecil 1.')).toBeVisible()
  await expect(page.getByLabel('Sisa jangka waktu')).toBeFocused()
  expect(await foundByAxe(page)).toEqual([])
  await press(page, 'Control+a')
  await page.keyboard.type('6')
  await press(page, 'Control+Enter')
  const taken = page.getByRole('status').filter({ hasText: 'Isi pokoknya Rp5.000.000 di saldo awal.' })
  await expect(taken).toBeVisible()
  expect(await foundByAxe(page)).toEqual([])
  await page.getByRole('link', { name: 'Isi saldo awal' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'Saldo awal', level: 1 })).toBeVisible()
  await program.stop()
  const { rows } = program.call('savings.terms') as Answers['savings']['terms']
  const [term] = rows
  expect(term).toMatchObject({ amount: 5_000_000_00, months: 6, ratePctPerYear: '6' })
  const { savingsAccountId } = term ?? {}
  const lines = [{ account: '21201', credit: 5_000_000_00, memberId: member?.memberId, savingsAccountId }]
  program.call('opening.post', { requestId: nextRequest(), date: village.today, lines })
  const address = await program.serve()
  await open(address)
  await goTo(page, `savings/terms/${savingsAccountId}`)
  await settled(page)
  await expect(page.getByText(/^berjalan, \d+ hari lagi$/)).toBeVisible()
  await page.getByRole('link', { name: 'Kartu simpanan' }).press('Enter')
  await expect(page.getByText('Saldo Rp5.000.000')).toBeVisible()
})
