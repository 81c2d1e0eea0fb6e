import type { Page } from '@playwright/test'
import { foundByAxe, notice, press } from './hands.ts'
import { printedBy, refuseMouse } from './papers.ts'
import { makeVillage, receiveGrant } from './village.ts'
import { expect, goTo, settled, test } from './window.ts'

test.slow()

test.beforeEach(async ({ page, program, open }) => {
  const village = makeVillage(program, 2)
  receiveGrant(program, village, 100_000_000_00)
  program.call('items.create', { name: 'Gula pasir', unitName: 'kg', priceOther: 18_000_00 })
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

/** Goes over some fields that stay as they are. */
const over = (page: Page, count: number) => press(page, ...Array<string>(count).fill('Enter'))

async function agree(page: Page): Promise<void> {
  await goTo(page, 'funds')
  await goTo(page, 'funds/new')
  await expect(page.getByLabel('Nama dana')).toBeFocused()
  await answer(page, 'Pelatihan perempuan', 'Yayasan Mitra', 'Pelatihan keuangan keluarga')
  await over(page, 6)
  await expect(page.getByLabel('Pos anggaran 1')).toBeFocused()
  await answer(page, 'Narasumber', '5000000', 'Konsumsi')
  await page.keyboard.type('1000000')
  expect(await foundByAxe(page)).toEqual([])
  await press(page, 'Control+Enter')
  await expect(page.getByRole('status').filter({ hasText: 'D-001' })).toBeVisible()
}

/** Fills in what is spent of the only fund that can be; `line` is how far down its budget line stands. */
async function spend(page: Page, line: number, amount: string, isOver = false): Promise<void> {
  await goTo(page, 'funds')
  await expect(page.getByRole('grid', { name: 'Dana & hibah' })).toBeVisible()
  await goTo(page, 'funds/spend')
  await expect(page.getByLabel('Dana', { exact: true })).toBeFocused()
  await expect(page.getByLabel('Dana', { exact: true })).toContainText('Pelatihan')
  await press(page, 'ArrowDown', 'Enter')
  await expect(page.getByLabel('Pos anggaran')).toContainText('Konsumsi')
  await press(page, ...Array<string>(line).fill('ArrowDown'), 'Enter')
  await answer(page, amount)
  if (isOver) await over(page, 1)
  await page.keyboard.type('Hari pertama')
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

  await spend(page, 1, '2000000')
  await press(page, 'Control+Enter')
  await expect(notice(page)).toContainText('Rp4.000.000')

  await spend(page, 2, '1500000', true)
  await expect(page.getByText('Pos ini tinggal Rp1.000.000')).toBeVisible()
  expect(await foundByAxe(page)).toEqual([])
  await press(page, 'Control+Enter')
  await expect(page.getByLabel('Disetujui oleh')).toBeFocused()
  await expect(page.getByText('Minta persetujuan orang kedua')).toBeVisible()
  // What is missing is said once, beside the field.
  await expect(page.getByText('Pos ini tinggal Rp1.000.000')).toBeHidden()
  await page.keyboard.type('Budi Santoso')
  await press(page, 'Control+Enter')
  await expect(notice(page)).toContainText('melebihi anggaran')

  // There is enough, but not on a day before the money came.
  await spend(page, 1, '100000')
  await press(page, 'Enter', 'Control+A')
  await page.keyboard.type('kemarin')
  await press(page, 'Control+Enter')
  await expect(page.getByLabel('Disetujui oleh')).toBeFocused()
  await expect(page.getByText('tinggal Rp0, kurang Rp100.000')).toBeVisible()
  await page.keyboard.type('Budi Santoso')
  await press(page, 'Control+Enter')
  await expect(notice(page)).toContainText('ditalangi dulu')

  await goTo(page, 'funds')
  await openFirst(page, 'Dana & hibah')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('D-001 Pelatihan perempuan')
  const budget = page.getByRole('grid', { name: 'Anggaran' })
  await expect(budget.getByRole('row').filter({ hasText: 'Konsumsi' })).toContainText('-500.000')
  const approvals = page.getByRole('grid', { name: 'Persetujuan atas pengeluaran melebihi rencana' })
  const over = approvals.getByRole('row').filter({ hasText: 'Melebihi pos anggaran Konsumsi' })
  await expect(over).toContainText('500.000')
  await expect(over).toContainText('Budi Santoso')
  await expect(approvals).toContainText('Melebihi uang dana yang ada')
  expect(await foundByAxe(page)).toEqual([])
  const report = await printedBy(page, 'Cetak laporan ke pemberi dana')
  expect(report).toContain('Yayasan Mitra')
  expect(report).toContain('2.400.000')

  // A line that is lowered below what was spent of it: said while it is typed, and once it is kept.
  await goTo(page, `${new URL(page.url()).hash.slice(2)}/edit`)
  await expect(page.getByLabel('Nama dana')).toBeFocused()
  await page.getByLabel('Jumlah pos 1').fill('1000000')
  await expect(page.getByText('sudah dipakai Rp2.100.000, lebih dari anggarannya sekarang')).toBeVisible()
  expect(await foundByAxe(page)).toEqual([])
  await press(page, 'Control+Enter')
  await expect(page.getByText('kini di bawah yang sudah dipakai')).toBeVisible()
})

test('an agreement is changed: with money in it a fund stays open, its budget grows, and once empty it is closed', async ({
  page,
}) => {
  await agree(page)
  await press(page, 'Enter')
  await expect(page.getByLabel('Jumlah')).toBeFocused()
  await settled(page)
  await page.keyboard.type('6000000')
  await press(page, 'Control+Enter')
  await expect(notice(page)).toContainText('Rp6.000.000')

  await goTo(page, 'funds')
  await openFirst(page, 'Dana & hibah')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('D-001 Pelatihan perempuan')
  const card = new URL(page.url()).hash.slice(2)
  await goTo(page, `${card}/edit`)
  await expect(page.getByLabel('Nama dana')).toBeFocused()
  expect(await foundByAxe(page)).toEqual([])
  await press(page, 'Control+A')
  await answer(page, 'Pelatihan keluarga')
  await over(page, 2)
  await press(page, 'ArrowDown', 'Control+Enter')
  await expect(page.getByLabel('Keadaan dana')).toBeFocused()
  await expect(page.getByText('masih bersisa Rp6.000.000')).toBeVisible()
  expect(await foundByAxe(page)).toEqual([])
  await press(page, 'ArrowUp')
  await over(page, 10)
  await expect(page.getByLabel('Pos anggaran 3')).toBeFocused()
  await answer(page, 'Alat tulis')
  await press(page, 'Control+Enter')
  await expect(page.getByLabel('Jumlah pos 3')).toBeFocused()
  await page.keyboard.type('250000')
  await expect(page.getByText('Anggaran bertambah Rp250.000')).toBeVisible()
  await press(page, 'Control+Enter')
  await expect(page.getByLabel('Disetujui oleh')).toBeFocused()
  await expect(page.getByText('Anggaran Alat tulis bertambah Rp250.000')).toBeVisible()
  expect(await foundByAxe(page)).toEqual([])
  await page.keyboard.type('Budi Santoso')
  await press(page, 'Control+Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('D-001 Pelatihan keluarga')
  const budget = page.getByRole('grid', { name: 'Anggaran' })
  await expect(budget.getByRole('row').filter({ hasText: 'Alat tulis' })).toContainText('250.000')

  await goTo(page, `funds/refund?fund=${card.split('/').at(-1)}`)
  await expect(page.getByLabel('Jumlah')).toBeFocused()
  await settled(page)
  await page.keyboard.type('6000001')
  await press(page, 'Control+Enter')
  await expect(page.getByText('hanya Rp6.000.000')).toBeVisible()
  await press(page, 'Control+A')
  await page.keyboard.type('6000000')
  await press(page, 'Control+Enter')
  await expect(notice(page)).toContainText('Rp6.000.000')
  await goTo(page, `${card}/edit`)
  await expect(page.getByLabel('Nama dana')).toBeFocused()
  await over(page, 3)
  await press(page, 'ArrowDown', 'Control+Enter')
  await expect(page.getByText('Dana ini ditutup')).toBeVisible()
})

test('the cooperative borrows by the schedule it was shown, pays an instalment, and its card says what is owed', async ({
  page,
}) => {
  await goTo(page, 'funds/borrowings')
  await goTo(page, 'funds/borrowings/new')
  await expect(page.getByLabel('Jenis pemberi pinjaman')).toBeFocused()
  await answer(page, '', 'Bank Desa', '12000000', '12', '')
  await page.keyboard.type('12')
  await expect(page.getByText('12 kali, mulai')).toContainText('Jumlah bunga Rp1.440.000')
  const schedule = page.getByRole('grid', { name: 'Jadwal angsuran' })
  await expect(schedule.getByRole('row').nth(1)).toContainText('1.120.000')
  expect(await foundByAxe(page)).toEqual([])
  await press(page, 'Control+Enter')
  await expect(notice(page)).toContainText('Rp12.000.000')

  await goTo(page, 'funds/borrowings/repay')
  await expect(page.getByLabel('Pinjaman', { exact: true })).toContainText('Bank Desa')
  await press(page, 'ArrowDown')
  await expect(page.getByText('Angsuran berikut Rp1.120.000')).toBeVisible()
  await expect(page.getByLabel('Jumlah')).toHaveValue('1.120.000')
  await press(page, 'Control+Enter')
  await expect(notice(page)).toContainText('Rp11.000.000')

  await goTo(page, 'funds/borrowings')
  await openFirst(page, 'Pinjaman diterima & modal penyertaan')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Bank Desa')
  await expect(page.getByText('Rp11.000.000').first()).toBeVisible()
  expect(await foundByAxe(page)).toEqual([])
})

test('goods of a capital grant come into the stock', async ({ page }) => {
  await goTo(page, 'funds/new')
  await expect(page.getByLabel('Nama dana')).toBeFocused()
  await answer(page, 'Modal kedai', 'Dinas Koperasi', 'Barang kedai')
  await press(page, 'ArrowDown')
  await over(page, 6)
  await answer(page, 'Barang')
  await page.keyboard.type('5000000')
  await press(page, 'Control+Enter')
  await expect(page.getByRole('status').filter({ hasText: 'D-001' })).toBeVisible()
  await goTo(page, 'trade/given')
  // The only capital grant there is stands there already.
  await expect(page.getByLabel('Dari hibah modal')).toContainText('Modal kedai')
  await expect(page.getByRole('combobox', { name: 'Cari atau pindai barang' })).toBeFocused()
  await page.keyboard.type('Gula')
  await expect(page.getByRole('option', { name: 'Gula pasir' })).toBeVisible()
  await press(page, 'Enter')
  await expect(page.getByRole('textbox', { name: 'Banyak, Gula pasir' })).toBeFocused()
  await answer(page, '100')
  await page.keyboard.type('1500000')
  expect(await foundByAxe(page)).toEqual([])
  await press(page, 'Control+Enter')
  await expect(notice(page)).toContainText('Rp1.500.000')
  expect(await foundByAxe(page)).toEqual([])
})
