import type { Page } from '@playwright/test'
import { foundByAxe, notice, press } from './hands.ts'
import { printedBy, refuseMouse } from './papers.ts'
import { makeVillage, receiveGrant } from './village.ts'
import { expect, goTo, settled, test } from './window.ts'

test.slow()

test.beforeEach(async ({ page, program, open }) => {
  const village = makeVillage(program, 2)
  receiveGrant(program, village, 100_000_000_00)
  await refuseMouse(page)
  await open(await program.serve(program.book))
})

/** Types into the field that has the focus, and goes on. */
async function answer(page: Page, ...texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    if (text !== '') await page.keyboard.type(text)
    await press(page, 'Enter')
  }
}

async function agree(page: Page): Promise<void> {
  await goTo(page, 'funds')
  await goTo(page, 'funds/new')
  await expect(page.getByLabel('Nama dana')).toBeFocused()
  await answer(page, 'Pelatihan perempuan', 'Yayasan Mitra', 'Pelatihan keuangan keluarga')
  await page.getByLabel('Pos anggaran 1').fill('Narasumber')
  await page.getByLabel('Jumlah pos 1').fill('5000000')
  await page.getByLabel('Pos anggaran 2').fill('Konsumsi')
  await page.getByLabel('Jumlah pos 2').fill('1000000')
  expect(await foundByAxe(page)).toEqual([])
  await press(page, 'Control+Enter')
  await expect(page.getByRole('status').filter({ hasText: 'D-001' })).toBeVisible()
}

async function spend(page: Page, line: string, amount: string): Promise<void> {
  await goTo(page, 'funds')
  await goTo(page, 'funds/spend')
  await page.getByLabel('Dana', { exact: true }).selectOption({ index: 1 })
  await expect(page.getByLabel('Pos anggaran')).toContainText(line)
  const option = page.getByLabel('Pos anggaran').locator('option', { hasText: line })
  await page.getByLabel('Pos anggaran').selectOption((await option.getAttribute('value')) ?? '')
  await page.getByLabel('Jumlah').fill(amount)
  await page.getByLabel('Untuk apa').fill('Hari pertama')
}

/** Opens the first row of a list. */
async function openFirst(page: Page, list: string): Promise<void> {
  const grid = page.getByRole('grid', { name: list })
  await expect(grid.getByRole('row').nth(1)).toBeVisible()
  await grid.focus()
  await press(page, 'Enter')
}

test('a fund is agreed, received and spent; above its budget a second person approves, and the donor gets a report', async ({
  page,
}) => {
  await agree(page)
  // The way on that has the focus: money comes in.
  await press(page, 'Enter')
  await expect(page.getByLabel('Jumlah')).toBeFocused()
  await settled(page)
  await page.keyboard.type('6000000')
  await press(page, 'Control+Enter')
  await expect(notice(page)).toContainText('Rp6.000.000')

  await spend(page, 'Narasumber', '2000000')
  await press(page, 'Control+Enter')
  await expect(notice(page)).toContainText('Rp4.000.000')

  await spend(page, 'Konsumsi', '1500000')
  await expect(page.getByText('Pos ini tinggal Rp1.000.000')).toBeVisible()
  expect(await foundByAxe(page)).toEqual([])
  await press(page, 'Control+Enter')
  await expect(page.getByRole('alert')).toContainText('orang kedua')
  await page.getByLabel('Disetujui oleh').fill('Budi Santoso')
  await press(page, 'Control+Enter')
  await expect(notice(page)).toContainText('melebihi anggaran')

  await goTo(page, 'funds')
  await openFirst(page, 'Dana & hibah')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('D-001 Pelatihan perempuan')
  await expect(page.getByRole('row').filter({ hasText: 'Konsumsi' })).toContainText('-500.000')
  expect(await foundByAxe(page)).toEqual([])
  const report = await printedBy(page, 'Cetak laporan ke pemberi dana')
  expect(report).toContain('Yayasan Mitra')
  expect(report).toContain('2.500.000')
})

test('the cooperative borrows, pays an instalment, and its card says what is owed', async ({ page }) => {
  await goTo(page, 'funds/borrowings')
  await goTo(page, 'funds/borrowings/new')
  await page.getByLabel('Dipinjam dari').fill('Bank Desa')
  await page.getByLabel('Pokok pinjaman').fill('12000000')
  await page.getByLabel('Bunga setahun').fill('12')
  await page.getByLabel('Lama').fill('12')
  expect(await foundByAxe(page)).toEqual([])
  await press(page, 'Control+Enter')
  await expect(notice(page)).toContainText('Rp12.000.000')

  await goTo(page, 'funds/borrowings/repay')
  await page.getByLabel('Pinjaman', { exact: true }).selectOption({ index: 1 })
  await expect(page.getByText('Angsuran berikut Rp1.120.000')).toBeVisible()
  await page.getByLabel('Jumlah').fill('1120000')
  await press(page, 'Control+Enter')
  await expect(notice(page)).toContainText('Rp11.000.000')

  await goTo(page, 'funds/borrowings')
  await openFirst(page, 'Pinjaman diterima & modal penyertaan')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Bank Desa')
  await expect(page.getByText('Rp11.000.000').first()).toBeVisible()
  expect(await foundByAxe(page)).toEqual([])
})
