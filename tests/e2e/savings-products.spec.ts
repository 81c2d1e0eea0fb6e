import { foundByAxe } from './hands.ts'
import { makeVillage } from './village.ts'
import { expect, goTo, settled, test } from './window.ts'

test.beforeEach(async ({ program, open }) => {
  makeVillage(program, 1)
  await open(await program.serve(program.book))
})

test('a product is made, earns by steps of its balance, and may be drawn on its day', async ({ page }) => {
  await goTo(page, 'settings/products')
  await settled(page)
  await page.getByRole('link', { name: 'Produk baru' }).click()
  await page.getByLabel('Jenis').selectOption('holiday')
  await page.getByLabel('Nama dalam bahasa Indonesia').fill('Tabungan kurban')
  expect(await foundByAxe(page)).toEqual([])
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'Ubah Tabungan kurban' })).toBeVisible()

  const interest = page.getByRole('form', { name: 'Ubah jasa' })
  await interest.getByLabel('Jasa setahun').fill('45')
  await page.keyboard.press('Control+Enter')
  await expect(interest.getByText('Ini lebih dari 24% setahun')).toBeVisible()
  await expect(interest.getByRole('button', { name: 'Ya, benar' })).toBeFocused()
  await interest.getByLabel('Jasa setahun').fill('4,5')
  await expect(interest.getByText('Ini lebih dari 24% setahun')).toBeHidden()
  await interest.getByRole('button', { name: 'Tambah tingkat' }).click()
  await interest.getByRole('button', { name: 'Simpan jasa' }).click()
  await expect(interest.getByRole('alert')).toContainText('Yang sudah diketik tetap ada')
  await interest.getByLabel('Mulai saldo, baris 2').fill('1000000')
  await interest.getByLabel('Jasa setahun, baris 2').fill('6')
  expect(await foundByAxe(page)).toEqual([])
  await interest.getByRole('button', { name: 'Simpan jasa' }).click()
  await expect(page.getByText('Jasa Tabungan kurban disimpan.')).toBeVisible()
  await expect(page.getByText('4,5% mulai Rp0, 6% mulai Rp1.000.000, saldo terendah.')).toBeVisible()

  const rules = page.getByRole('form', { name: 'Ketentuan' })
  await rules.getByLabel('Boleh ditarik mulai').fill('10/3')
  await rules.getByLabel('Kalau ditarik sebelum waktunya').selectOption('penalty_pct')
  await page.keyboard.press('Control+Enter')
  await expect(rules.getByLabel('Potongan dari yang ditarik')).toBeFocused()
  await rules.getByLabel('Potongan dari yang ditarik').fill('2,5')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Ketentuan Tabungan kurban disimpan.')).toBeVisible()
  await settled(page)
  expect(await foundByAxe(page)).toEqual([])
  await page.getByRole('button', { name: 'Kembali ke daftar' }).click()
  await expect(page.getByText('4,5% mulai Rp0, 6% mulai Rp1.000.000')).toBeVisible()
})

test('a product without money moves to another class without a voucher, and says so', async ({ page }) => {
  await goTo(page, 'settings/products/wajib_pinjam')
  await settled(page)
  const place = page.getByRole('form', { name: 'Tempat di pembukuan' })
  await place.getByLabel('Pindahkan ke akun').selectOption('21105')
  await place.getByRole('button', { name: 'Pindahkan' }).click()
  await expect(page.getByText(/dipindahkan ke akun 21105 .*: 0 simpanan, Rp0\./)).toBeVisible()
  await expect(page.getByText(/Sekarang di akun 21105/)).toBeVisible()
})
