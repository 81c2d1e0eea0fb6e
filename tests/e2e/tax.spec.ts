import type { Locator, Page } from '@playwright/test'
import { addMonthsToMonth, type CalendarMonth, formatDateShort, formatMonth, monthOf } from '../../shared/calendar.ts'
import { foundByAxe, notice, press } from './hands.ts'
import { printedBy, refuseMouse } from './papers.ts'
import type { Program } from './program.ts'
import { makeVillage, nextRequest, type Village } from './village.ts'
import { expect, goTo, settled, test } from './window.ts'

test.slow()

let village: Village
/** The month before this one: it has ended, so its tax may be posted. */
let month: CalendarMonth

test.beforeEach(async ({ page, program }) => {
  village = makeVillage(program, 1)
  month = addMonthsToMonth(monthOf(village.today), -1)
  await refuseMouse(page)
})

function earn(program: Program, account: string, amount: number): void {
  const income = { date: `${month}-10`, cashAccount: '11101', description: 'Penjualan', lines: [{ account, amount }] }
  program.call('cash.receive', { requestId: nextRequest(), ...income })
}

const yearOfMonth = () => month.slice(0, 4)

async function openSheet(page: Page): Promise<void> {
  await goTo(page, 'books/tax')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Pajak penghasilan')
  await page.getByLabel('Tahun', { exact: true }).selectOption(yearOfMonth())
  await settled(page)
}

async function typeInto(field: Locator, text: string): Promise<void> {
  await field.focus()
  await field.press('Control+a')
  await field.pressSequentially(text)
}

async function decide(page: Page, regime: 'final_0_5' | 'article_31e'): Promise<void> {
  const field = page.getByRole('combobox', { name: 'Jenis pajak tahun ini' })
  await field.focus()
  await field.selectOption(regime)
  if (regime === 'final_0_5') await typeInto(page.getByLabel('Tahun pertama PPh final'), yearOfMonth())
  await press(page, 'Control+Enter')
  await expect(page.getByRole('status').filter({ hasText: `Jenis pajak ${yearOfMonth()}:` })).toBeVisible()
}

/** The row of the month in the year's list. */
const ofMonth = (page: Page) =>
  page
    .getByRole('grid', { name: `Omzet dan pajak ${yearOfMonth()}` })
    .getByRole('row', { name: formatMonth(month, 'id') })

/** Goes to the form that records the tax of a month, and records what it proposes. */
async function postProposed(page: Page): Promise<void> {
  await page.getByLabel('Tanggal bukti').focus()
  await press(page, 'Control+Enter')
}

test('the final tax of a month is posted, paid from the sheet, and a sale entered late posts the difference', async ({
  page,
  program,
  open,
}) => {
  earn(program, '43101', 10_000_000_00)
  await open(await program.serve(program.book))
  await openSheet(page)
  await expect(page.getByText('Jenis pajak tahun ini belum diatur.')).toBeVisible()
  await decide(page, 'final_0_5')
  expect(await foundByAxe(page)).toEqual([])
  await expect(ofMonth(page)).toContainText('50.000')
  await postProposed(page)
  const name = formatMonth(month, 'id')
  await expect(notice(page)).toContainText(`PPh final ${name} dicatat: Rp50.000 dari omzet Rp10.000.000.`)

  await page.getByRole('link', { name: 'Bayar pajak' }).focus()
  await press(page, 'Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Uang keluar')
  await expect(page.getByRole('combobox', { name: 'Untuk apa' })).toHaveValue(/Utang PPh final/)
  await expect(page.getByLabel('Jumlah', { exact: true })).toHaveValue('50.000')
  await typeInto(page.getByLabel('Keterangan'), 'Setoran PPh final')
  expect(await foundByAxe(page)).toEqual([])
  await press(page, 'Control+Enter')
  await expect(notice(page)).toContainText('Uang keluar Rp50.000 dicatat: Setoran PPh final.')

  await openSheet(page)
  await expect(page.getByText('PPh final belum dibayar: Rp0')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Bayar pajak' })).toHaveCount(0)
  await goTo(page, 'cash/receive')
  await expect(page.getByRole('combobox', { name: 'Dari apa' })).toBeFocused()
  await page.keyboard.type('43101')
  await expect(page.getByRole('option').first()).toBeVisible()
  await press(page, 'Enter')
  await typeInto(page.getByLabel('Tanggal', { exact: true }), formatDateShort(`${month}-20`))
  await typeInto(page.getByLabel('Keterangan'), 'Nota yang tertinggal')
  await typeInto(page.getByLabel('Jumlah', { exact: true }), '2000000')
  await press(page, 'Control+Enter')
  await expect(notice(page)).toContainText('Nota yang tertinggal')

  await openSheet(page)
  await expect(page.getByText('Catat selisihnya di bawah ini.')).toBeVisible()
  await expect(page.getByLabel('Bulan', { exact: true })).toContainText(`${name}: selisih Rp10.000`)
  await postProposed(page)
  await expect(notice(page)).toContainText(`Selisih PPh final ${name} dicatat: Rp10.000. Seluruhnya menjadi Rp60.000`)
  await goTo(page, 'cash/spend')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Uang keluar')
  await openSheet(page)
  await expect(ofMonth(page)).toContainText('60.000')
  await expect(page.getByText('PPh final belum dibayar: Rp10.000')).toBeVisible()
  const paper = await printedBy(page, 'Cetak lembar pajak')
  expect(paper).toMatch(new RegExp(`${name}\\s+12\\.000\\.000\\s+12\\.000\\.000\\s+60\\.000\\s+60\\.000\\s+BM-`))
  expect(paper).toMatch(/Belum dibayar\s*:\s*Rp10\.000/)
})

test('what a marketplace withheld is told before and after the tax of its month is recorded, on screen and on paper', async ({
  page,
  program,
  open,
}) => {
  earn(program, '43101', 10_000_000_00)
  program.call('cash.spend', {
    ...{ requestId: nextRequest(), date: `${month}-12`, cashAccount: '11101', description: 'PPh dipotong lokapasar' },
    lines: [{ account: '16104', amount: 20_000_00 }],
  })
  await open(await program.serve(program.book))
  await openSheet(page)
  await decide(page, 'final_0_5')
  const told = page.getByText(
    'Pajak terutang Rp50.000, sudah dipotong pihak lain Rp20.000, masih harus dibayar Rp30.000.',
  )
  await expect(told).toBeVisible()
  expect(await foundByAxe(page)).toEqual([])
  await postProposed(page)
  await expect(notice(page)).toContainText('dicatat: Rp50.000 dari omzet Rp10.000.000.')
  await expect(told).toBeVisible()
  await goTo(page, 'cash/spend')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Uang keluar')
  await openSheet(page)
  await expect(page.getByText('PPh final belum dibayar: Rp30.000')).toBeVisible()
  await expect(ofMonth(page)).toContainText(/50\.000\s*20\.000\s*30\.000/)
  const paper = await printedBy(page, 'Cetak lembar pajak')
  expect(paper).toMatch(/50\.000\s+50\.000\s+20\.000\s+30\.000\s+BM-/)
  expect(paper).toMatch(/Belum dibayar\s*:\s*Rp30\.000/)
})

test('article 31E is reckoned step by step, from the books or from what is typed in', async ({
  page,
  program,
  open,
}) => {
  earn(program, '43101', 60_000_000_00)
  earn(program, '48101', 1_000_000_00)
  await open(await program.serve(program.book))
  await openSheet(page)
  await decide(page, 'article_31e')
  const steps = page.getByRole('grid', { name: `Hitungan PPh Pasal 31E tahun ${yearOfMonth()}` })
  const step = (name: string) => steps.getByRole('row').filter({ hasText: name })
  await expect(step('Hasil usaha sebelum pajak')).toContainText('61.000.000')
  await expect(step('Dikurangi bunga bank')).toContainText('-1.000.000')
  await expect(step('PPh badan setahun')).toContainText('6.600.000')
  await typeInto(page.getByLabel('Penghasilan kena pajak menurut hitungan sendiri'), '52300000')
  await expect(step('Penghasilan kena pajak')).toContainText('52.300.000')
  await expect(step('PPh badan setahun')).toContainText('5.753.000')
  expect(await foundByAxe(page)).toEqual([])
  const paper = await printedBy(page, 'Cetak lembar pajak')
  expect(paper).toMatch(/Rp52\.300\.000 × 11%/)
  expect(paper).toMatch(/PPh badan setahun\s*:?\s*Rp5\.753\.000/)
})
