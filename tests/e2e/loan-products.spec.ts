import type { Page } from '@playwright/test'
import type { Answers } from '../../shared/contract/index.ts'
import { foundByAxe } from './hands.ts'
import { makeVillage } from './village.ts'
import { expect, goTo, settled, test } from './window.ts'

test.beforeEach(async ({ program, open }) => {
  makeVillage(program, 1)
  await open(await program.serve(program.book))
})

const figure = (page: Page, title: string | RegExp) =>
  page.getByRole('table', { name: 'Angka contoh' }).getByRole('row', { name: title })

test('a kind of loan is made, its example follows what is typed, and what is missing is refused at its field', async ({
  page,
  program,
}) => {
  await goTo(page, 'settings/loans')
  await settled(page)
  await page.getByRole('link', { name: 'Jenis baru' }).click()
  await page.getByLabel('Nama dalam bahasa Indonesia').fill('Pinjaman musim tanam')
  expect(await foundByAxe(page)).toEqual([])
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'Ubah Pinjaman musim tanam' })).toBeVisible()
  await expect(figure(page, /^Angsuran pertama/)).toContainText('Rp115.000')
  await expect(figure(page, /terlambat 30 hari/)).toContainText('tidak ada')

  const form = page.getByRole('form', { name: 'Ketentuan' })
  await form.getByLabel('Jasa', { exact: true }).fill('2,5')
  await expect(figure(page, /^Angsuran pertama/)).toContainText('Rp125.000')
  await expect(page.getByText('lebih dari 24% setahun')).toBeVisible()
  await form.getByLabel('Provisi').fill('1')
  await expect(figure(page, 'Diterima anggota')).toContainText('Rp990.000')
  await form.getByLabel('Kalau angsuran terlambat').selectOption('pct_per_day')
  await page.keyboard.press('Control+Enter')
  await expect(form.getByLabel('Denda sehari dari yang terlambat')).toBeFocused()
  await form.getByLabel('Denda sehari dari yang terlambat').fill('0,1')
  await expect(figure(page, /terlambat 30 hari/)).toContainText('Rp3.750')
  await form.getByLabel('Paling banyak berapa kali simpanannya').fill('2,5')
  await form.getByLabel('Pinjaman paling banyak').fill('20000000')
  expect(await foundByAxe(page)).toEqual([])
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Ketentuan Pinjaman musim tanam disimpan.')).toBeVisible()
  await settled(page)
  expect(await foundByAxe(page)).toEqual([])
  await page.getByRole('button', { name: 'Kembali ke daftar' }).click()
  await expect(page.getByRole('row', { name: /Pinjaman musim tanam.*2,5% per bulan.*Rp20\.000\.000/ })).toBeVisible()
  await program.stop()
  const { rows } = program.call('loans.products') as Answers['loans']['products']
  expect(rows.find(({ nameId }) => nameId === 'Pinjaman musim tanam')).toMatchObject({
    ...{ ratePct: '2.5', penalty: { kind: 'pct_per_day', pct: '0.1', graceDays: 0, capPct: null } },
    limits: { principalMax: 20_000_000_00, timesSavings: '2.5', monthsMax: null },
  })
})

test('the rules for all loans are changed, letters in their order', async ({ page, program }) => {
  await goTo(page, 'settings/loan-rules')
  await settled(page)
  const form = page.getByRole('form', { name: 'Aturan semua pinjaman' })
  await form.getByLabel('Kurang lancar').fill('15')
  await form.getByLabel('Surat ketiga').fill('20')
  await form.getByLabel('Jasa dicatat sebagai pendapatan').selectOption('when_paid')
  await page.keyboard.press('Control+Enter')
  await expect(form.getByLabel('Surat ketiga')).toBeFocused()
  await expect(form.getByLabel('Surat ketiga')).toHaveAttribute('aria-invalid', 'true')
  await form.getByLabel('Surat ketiga').fill('90')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Aturan pinjaman disimpan.')).toBeVisible()
  await settled(page)
  expect(await foundByAxe(page)).toEqual([])
  await program.stop()
  expect(program.call('loans.policy')).toMatchObject({
    ...{ reminderDays: [14, 30, 90], accrueInterest: false, allowance: { substandard: '15' } },
  })
})
