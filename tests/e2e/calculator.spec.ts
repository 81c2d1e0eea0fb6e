import type { Page } from '@playwright/test'
import { foundByAxe, press } from './hands.ts'
import { makeVillage } from './village.ts'
import { expect, goTo, settled, test } from './window.ts'

/** A line of the table of figures, from left to right. */
async function figures(page: Page, line: string): Promise<string[]> {
  return page.getByRole('row', { name: line }).getByRole('cell').allTextContents()
}

test.beforeEach(async ({ program, open, page }) => {
  makeVillage(program, 1)
  await open(await program.serve())
  await goTo(page, 'calculator')
  await settled(page)
})

test('a loan is reckoned two ways side by side while it is typed, without the mouse', async ({ page }) => {
  await expect(page.getByLabel('Jumlah pinjaman')).toBeFocused()
  await expect(page.getByRole('status')).toContainText('Isi jumlah pinjaman')
  await page.keyboard.type('12000000')
  await expect(page.getByText('Cara menurun lebih ringan Rp990.000 daripada cara tetap.')).toBeVisible()
  expect(await figures(page, 'Angsuran pertama')).toEqual(['1.180.000', '1.180.000'])
  expect(await figures(page, 'Angsuran terakhir')).toEqual(['1.180.000', '1.015.000'])
  expect(await figures(page, 'Jumlah jasa')).toEqual(['2.160.000', '1.170.000'])
  expect(await figures(page, 'Jasa sebulan')).toEqual(['1,5%', '0,81%'])
  expect(await figures(page, 'Biaya sebenarnya')).toEqual(['2,64%', '1,5%'])
  await expect(page.getByRole('img', { name: 'Grafik cara menurun, 12 angsuran' })).toBeVisible()

  await press(page, 'Enter')
  await page.keyboard.type('7')
  await press(page, 'Enter')
  await page.keyboard.type('2')
  await press(page, 'Enter', 'Enter')
  await page.keyboard.type('Anu')
  await press(page, 'Enter', 'Enter')
  await expect(page.getByRole('heading', { name: 'Hasil' })).toBeFocused()
  await expect(page.getByRole('row', { name: 'Banyaknya angsuran' })).toContainText('7')
  const schedule = page.getByRole('grid', { name: 'Jadwal angsuran, cara anuitas' })
  // Rp12.000.000 × 2 % ÷ (1 − 1,02⁻⁷)
  await expect(schedule.getByRole('row').nth(1)).toContainText('1.854.143')
  await page.getByText('Menurun', { exact: true }).last().click()
  await expect(page.getByRole('grid', { name: 'Jadwal angsuran, cara menurun' })).toBeVisible()
})

test('what cannot be reckoned is said beside its field, and nothing of an older result stays', async ({
  page,
  complaints,
}) => {
  await page.keyboard.type('12000000')
  await expect(page.getByRole('table', { name: 'Angka pinjaman' })).toBeVisible()
  await page.getByLabel('Lama').fill('601')
  await expect(page.getByText('Paling besar 600.')).toBeVisible()
  await expect(page.getByRole('table', { name: 'Angka pinjaman' })).toBeHidden()
  await page.getByLabel('Lama').fill('dua belas')
  await expect(page.getByText('Tulis bilangan bulat, misalnya 12.')).toBeVisible()
  await page.getByLabel('Lama').fill('12')
  await page.getByRole('button', { name: 'Isian lain' }).click()
  await page.getByLabel('Awalnya tidak bayar').fill('12')
  await expect(page.getByText('Masa tenggang harus lebih pendek dari lamanya pinjaman.')).toBeVisible()
  await page.getByLabel('Awalnya tidak bayar').fill('2')
  await expect(page.getByRole('grid').getByRole('row').nth(1)).toContainText('12.000.000')
  complaints.splice(0)
})

test('fifty years of weeks are drawn and listed like twelve months', async ({ page }) => {
  await page.keyboard.type('260000000')
  await page.getByLabel('Lama').fill('600')
  await page.getByRole('button', { name: 'Isian lain' }).click()
  await page.getByLabel('Diangsur').selectOption({ label: 'Setiap minggu' })
  await expect(page.getByRole('row', { name: 'Banyaknya angsuran' })).toContainText('2600')
  await expect(page.getByRole('img', { name: 'Grafik cara tetap, 2600 angsuran' })).toBeVisible()
})

test('a month of savings is reckoned from its movements, with its tax', async ({ page }) => {
  await goTo(page, 'calculator/savings')
  await settled(page)
  await page.keyboard.type('400000')
  await page.getByRole('combobox', { name: 'Bulan', exact: true }).fill('Januari 2026')
  await page.getByRole('option', { name: 'Januari 2026' }).click()
  await page.getByLabel('Tanggal, baris 1').fill('6')
  await press(page, 'Enter')
  await page.keyboard.type('300000')
  await page.getByLabel('Tanggal, baris 2').fill('12')
  await press(page, 'Enter')
  await page.keyboard.type('800000')
  await page.getByLabel('Tanggal, baris 3').fill('25')
  await press(page, 'Enter', 'Enter')
  await page.keyboard.type('500000')
  await expect(page.getByRole('row', { name: 'Jasa bulan ini' })).toContainText('2.000')
  await page.getByLabel('Cara menghitung').selectOption({ label: 'Rata-rata saldo harian' })
  await expect(page.getByRole('row', { name: 'Jasa bulan ini' })).toContainText('5.274')
  await expect(page.getByRole('row', { name: 'Pajak 0%' })).toContainText('0')
  const steps = page.getByRole('grid', { name: 'Saldo dari hari ke hari' })
  await expect(steps.getByRole('row').nth(2)).toContainText('700.000')
  await page.getByLabel('Saldo awal bulan').fill('60000000')
  await expect(page.getByRole('row', { name: 'Pajak 10%' })).toBeVisible()
  await page.getByLabel('Tanggal, baris 1').fill('6/2/26')
  await expect(page.getByText('Tanggal ini di luar masa yang dihitung.')).toBeVisible()
})

test('a pack of chips is priced while it is typed, and what cannot be is said beside its field', async ({
  page,
  complaints,
}) => {
  await goTo(page, 'calculator/price')
  await settled(page)
  await expect(page.getByLabel('Sekali buat jadi berapa bungkus')).toBeFocused()
  for (const figure of ['50', '300000', '100000', '50000', '50000']) {
    await page.keyboard.type(figure)
    await press(page, 'Enter')
  }
  await expect(page.getByLabel('Cara menentukan harga')).toBeFocused()
  await expect(page.getByRole('table', { name: 'Angka harga jual' })).toBeVisible()
  await expect.poll(() => figures(page, 'Biaya sebungkus')).toEqual(['10.000'])
  await expect.poll(() => figures(page, 'Harga jual sebungkus')).toEqual(['12.500'])
  await expect.poll(() => figures(page, 'Impas setelah terjual')).toEqual(['15'])
  await expect(page.getByText('Dengan harga Rp12.500, 15 bungkus menutup biaya lain')).toBeVisible()
  expect(await foundByAxe(page)).toEqual([])
  await page.getByLabel('Laba yang diinginkan').fill('100')
  await expect(page.getByText('Laba dari harga jual harus di bawah 100%.')).toBeVisible()
  await expect(page.getByRole('table', { name: 'Angka harga jual' })).toBeHidden()
  await page.getByLabel('Cara menentukan harga').focus()
  await page.keyboard.type('Harganya')
  await press(page, 'Enter')
  await page.keyboard.type('9000')
  await press(page, 'Enter', 'Enter')
  await expect(page.getByRole('heading', { name: 'Hasil' })).toBeFocused()
  await expect(page.getByText('Dengan harga ini setiap bungkus rugi Rp1.000.')).toBeVisible()
  await page.getByLabel('Sekali buat jadi berapa bungkus').fill('0')
  await expect(page.getByText('Paling kecil 1.')).toBeVisible()
  complaints.splice(0)
})
