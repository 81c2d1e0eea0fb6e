import { foundByAxe, notice, press, sayYes } from './hands.ts'
import { lendUnpaid, makeVillage, type Village } from './village.ts'
import { expect, goTo, settled, test } from './window.ts'

let village: Village

test.beforeEach(async ({ program }) => {
  village = makeVillage(program, 3)
})

test('a loan goes on as a new one whose schedule was seen before, and both cards lead to each other', async ({
  page,
  program,
  open,
}) => {
  const loanId = lendUnpaid(program, village, { member: village.members[0], days: 100 })
  await open(await program.serve())
  await goTo(page, `loans/restructure/${loanId}`)
  await settled(page)
  await expect(page.getByLabel('Lama yang baru')).toBeFocused()
  await page.keyboard.type('24')
  const figures = page.getByRole('table', { name: 'Pinjaman yang baru' })
  await expect(figures.getByRole('row', { name: 'Angsuran pertama' })).toContainText('Rp118.000')
  await expect(figures.getByRole('row', { name: 'Angsuran pertama' })).toContainText('Rp68.000')
  await expect(page.getByRole('grid', { name: 'Jadwal yang baru' })).toHaveAttribute('aria-rowcount', '26')
  expect(await foundByAxe(page)).toEqual([])
  await press(page, 'Enter', 'Enter', 'Enter', 'Enter', 'Enter', 'Enter')
  await expect(page.getByLabel('Alasan')).toBeFocused()
  await page.keyboard.type('Panen gagal')
  await press(page, 'Enter')
  await page.keyboard.type('Sri Wahyuni')
  await press(page, 'Enter')
  await expect(notice(page)).toContainText('Pinjaman P-0001 diganti pinjaman P-0002 sebesar Rp1.200.000.')
  expect(await foundByAxe(page)).toEqual([])
  await page.getByRole('link', { name: 'Kartu pinjaman baru' }).press('Enter')
  await expect(page.getByText('Melanjutkan pinjaman yang tidak dapat dibayar semula.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Cetak adendum' })).toBeVisible()
  await page.getByRole('link', { name: 'Lihat pinjaman P-0001' }).press('Enter')
  await expect(page.getByText(/Diganti pinjaman baru .*: Panen gagal\./)).toBeVisible()
  await expect(page.getByRole('grid', { name: 'Pencairan dan pembayaran' })).toContainText('Ke pinjaman baru')
  expect(await foundByAxe(page)).toEqual([])
})

test('a loan is given up by a decision, stands on the memo list, and money for it is recorded when it comes', async ({
  page,
  program,
  open,
  complaints,
}) => {
  const loanId = lendUnpaid(program, village, { member: village.members[1], days: 330 })
  await open(await program.serve())
  await goTo(page, `loans/write-off/${loanId}`)
  await settled(page)
  await expect(page.getByLabel('Diputuskan oleh')).toBeFocused()
  await press(page, 'Control+Enter')
  await expect(page.getByText('Isian ini harus diisi.').first()).toBeVisible()
  await expect(page.getByLabel('Nomor keputusan rapat')).toBeFocused()
  await page.keyboard.type('RAT/03/2026')
  await press(page, 'Enter')
  await page.keyboard.type('kemarin')
  const lost = page.getByRole('table', { name: 'Yang dihapus' })
  await expect(lost.getByRole('row', { name: 'Sisa pokok' })).toContainText('Rp1.200.000')
  expect(await foundByAxe(page)).toEqual([])
  await press(page, 'Enter', 'Enter')
  await expect(page.getByRole('dialog')).toContainText('menurut keputusan RAT/03/2026')
  await sayYes(page)
  await expect(notice(page)).toContainText('dihapus buku: sisa pokok Rp1.200.000.')
  await expect(page.getByRole('button', { name: 'Cetak berita acara hapus buku' })).toBeVisible()
  await page.getByRole('link', { name: 'Lihat kartu pinjaman' }).press('Enter')
  await page.getByRole('link', { name: 'Catat uang yang masuk kembali' }).press('Enter')
  await expect(page.getByLabel('Uang yang diterima')).toBeFocused()
  await page.keyboard.type('250000')
  await expect(page.getByRole('combobox', { name: 'Uang masuk ke' })).not.toHaveValue('')
  await press(page, 'Control+Enter')
  await expect(notice(page)).toContainText(`Diterima Rp250.000 dari ${village.members[1]?.name} untuk pinjaman P-0001`)
  await goTo(page, 'loans')
  await settled(page)
  const states = page.getByRole('group', { name: 'Keadaan pinjaman' })
  await expect(states.getByRole('button', { name: /^Berjalan/ })).toHaveAttribute('aria-pressed', 'true')
  await states.getByRole('button', { name: /^Berjalan/ }).focus()
  await press(page, 'ArrowRight')
  await expect(states.getByRole('button', { name: /^Dihapus buku/ })).toBeFocused()
  const list = page.getByRole('grid', { name: 'Daftar pinjaman' })
  await expect(list.getByRole('row').nth(1)).toContainText('RAT/03/2026')
  await expect(list.getByRole('row').nth(1)).toContainText('250.000')
  expect(await foundByAxe(page)).toEqual([])
  complaints.splice(0)
})
