import { foundByAxe, press } from './hands.ts'
import { makeVillage, nextRequest, type Village } from './village.ts'
import { expect, goTo, settled, test } from './window.ts'

let village: Village

test.beforeEach(async ({ program, open }) => {
  village = makeVillage(program, 30)
  await open(await program.serve(program.book))
})

test('a new member is typed without the mouse under the next number, and can deposit at once', async ({ page }) => {
  await goTo(page, 'members/new')
  await settled(page)
  await expect(page.getByLabel('No. anggota')).toHaveValue('031')
  await expect(page.getByLabel('Nama lengkap')).toBeFocused()
  await page.keyboard.type('Rukmini Hidayah')
  await press(page, 'Enter')
  await page.keyboard.type('P')
  await press(page, 'Enter')
  for (const answer of ['17/8/1980', 'Krajan', '02', '01', '081230000137']) {
    await page.keyboard.type(answer)
    await press(page, 'Enter')
  }
  await expect(page.getByLabel('NIK (boleh kosong)')).toBeFocused()
  await page.keyboard.type('330226')
  await expect(page.getByText('6 dari 16 angka')).toBeVisible()
  await page.keyboard.type('1708800001')
  await expect(page.getByText('NIK ini tidak cocok dengan jenis kelaminnya.')).toBeVisible()
  expect(await foundByAxe(page)).toEqual([])
  await press(page, 'Enter', 'Enter')
  await expect(page.getByText('Anggota 031, Rukmini Hidayah, sudah dicatat.')).toBeVisible()
  await expect(page.getByText('NIK ini tidak cocok dengan jenis kelaminnya.')).toBeVisible()
  expect(await foundByAxe(page)).toEqual([])
  await page.getByRole('link', { name: 'Setoran pertama' }).click()
  await expect(page.getByRole('combobox', { name: 'Anggota' })).toHaveValue('Rukmini Hidayah (031)')
})

test('a number that is taken and a day that cannot be are refused at their fields, nothing typed is lost', async ({
  page,
  complaints,
}) => {
  await goTo(page, 'members/new')
  await settled(page)
  await page.getByLabel('No. anggota').fill('001')
  await page.getByLabel('Nama lengkap').fill('=cmd|calc "Ani" 🙂')
  await page.getByLabel('Jenis kelamin').selectOption('female')
  await press(page, 'Control+Enter')
  await expect(page.getByText('Nomor anggota ini sudah dipakai, atau pernah dipakai. Beri nomor lain.')).toBeVisible()
  await expect(page.getByLabel('No. anggota')).toBeFocused()
  await page.getByLabel('No. anggota').fill('A-1')
  await page.getByLabel('Tanggal lahir').fill('1/1/2150')
  await press(page, 'Control+Enter')
  await expect(page.getByText('Tanggal ini terlalu jauh ke depan.')).toBeVisible()
  await page.getByLabel('Tanggal lahir').fill('1/1/1980')
  await press(page, 'Control+Enter')
  await expect(page.getByText('Anggota A-1, =cmd|calc "Ani" 🙂, sudah dicatat.')).toBeVisible()
  complaints.splice(0)
})

test('members are found by any part while typing, opened with Enter, and changed', async ({ page }) => {
  await goTo(page, 'members')
  await settled(page)
  await expect(page.getByText('30 anggota')).toBeVisible()
  const { number = '', name = '' } = village.members[17] ?? {}
  await page.getByLabel('Cari nama, nomor, atau dusun').fill(number)
  await expect(page.getByText('1 anggota')).toBeVisible()
  expect(await foundByAxe(page)).toEqual([])
  await press(page, 'Tab', 'Tab')
  await page.getByRole('grid', { name: 'Daftar anggota' }).focus()
  await press(page, 'Enter')
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
  await expect(page.getByText('Belum punya simpanan')).toBeVisible()
  expect(await foundByAxe(page)).toEqual([])
  await page.getByRole('link', { name: 'Ubah data' }).click()
  await page.getByLabel('No. HP').fill('081234567890')
  await page.getByRole('button', { name: 'Isian lain' }).click()
  await page.getByLabel('Status', { exact: true }).selectOption('returnee')
  await page.getByLabel('Negara tujuan').fill('Hong Kong')
  expect(await foundByAxe(page)).toEqual([])
  await press(page, 'Control+Enter')
  await expect(page.getByText('081234567890')).toBeVisible()
  await expect(page.getByText('Purna pekerja migran, Hong Kong')).toBeVisible()
})

test('the page of a member shows her part of a meeting, not the whole of it', async ({
  page,
  program,
  open,
  complaints,
}) => {
  await program.stop()
  const rows = village.members.map(({ memberId }) => ({ memberId, savings: { pokok: 100_000_00, wajib: 25_000_00 } }))
  program.call('collection.record', { requestId: nextRequest(), date: village.today, cashAccount: '11101', rows })
  await open(await program.serve(program.book), 'en')
  complaints.splice(0)
  await goTo(page, `members/${village.members[4]?.memberId}`)
  await settled(page)
  await expect(page.getByRole('table', { name: 'Savings of this member' })).toContainText('125.000')
  const entries = page.getByRole('grid', { name: 'Last entries' })
  await expect(entries).toContainText('125.000')
  await expect(entries).not.toContainText('3.750.000')
  expect(await foundByAxe(page)).toEqual([])
})

const list = `Daftar anggota Koperasi Melati
No. Anggota;Nama;L/P;Tanggal Masuk;Iuran
101;Sulastri;P;12 Maret 2026;x
102;Budi "Kecil" Santoso;L;2026-03-12;
;Tanpa Nomor;P;12/03/2026;
001;Nomor Dobel;L;12/03/2026;
103;Ani;Z;31/02/2026;
`

test('a list is looked at first, taken with a reason for every refused row, and undone as a whole', async ({
  page,
}) => {
  await goTo(page, 'members/import')
  await settled(page)
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'daftar.csv', mimeType: 'text/csv', buffer: Buffer.from(list) })
  await expect(page.getByText('2 anggota siap dimasukkan.')).toBeVisible()
  await expect(page.getByText('Kolom yang tidak dipakai: Iuran.')).toBeVisible()
  const refused = page.getByRole('grid', { name: 'Yang tidak diambil' })
  await expect(refused).toContainText('Tulis L atau P untuk jenis kelamin.')
  await expect(refused).toContainText('Nomor anggota ini sudah dipakai')
  await expect(page.getByRole('grid', { name: 'Yang akan dimasukkan' })).toContainText('Budi "Kecil" Santoso')
  expect(await foundByAxe(page)).toEqual([])
  await expect(page.getByRole('button', { name: 'Masukkan 2 anggota' })).toBeFocused()
  await press(page, 'Enter')
  await expect(page.getByText('2 anggota dimasukkan.')).toBeVisible()
  expect(await foundByAxe(page)).toEqual([])
  await page.getByRole('button', { name: 'Batalkan semuanya' }).click()
  await page.keyboard.type('berkas yang salah')
  await press(page, 'Enter')
  await expect(page.getByText('Pengambilan dibatalkan: 2 anggota dikeluarkan lagi.')).toBeVisible()
  await goTo(page, 'members')
  await expect(page.getByText('30 anggota')).toBeVisible()
})

test('a file that is no list is refused in words', async ({ page, complaints }) => {
  await goTo(page, 'members/import')
  await settled(page)
  const file = page.locator('input[type="file"]')
  await file.setInputFiles({ name: 'foto.xlsx', mimeType: 'image/png', buffer: Buffer.from([0x50, 0x4b, 3, 4, 0, 1]) })
  await expect(page.getByRole('alert')).toBeVisible()
  await file.setInputFiles({ name: 'x.csv', mimeType: 'text/csv', buffer: Buffer.from('a,b\n1,2\n') })
  await expect(page.getByRole('alert')).toBeVisible()
  await file.setInputFiles({ name: 'lama.xls', mimeType: '', buffer: Buffer.from([0xd0, 0xcf, 0x11, 0xe0]) })
  await expect(page.getByText('Berkas ini tidak dapat dibaca.')).toBeVisible()
  complaints.splice(0)
})
