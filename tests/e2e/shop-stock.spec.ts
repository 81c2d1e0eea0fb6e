import type { Page } from '@playwright/test'
import type { Answers } from '../../shared/contract/index.ts'
import { foundByAxe, notice, press } from './hands.ts'
import { refuseMouse } from './papers.ts'
import type { Program } from './program.ts'
import { makeVillage, nextRequest, receiveGrant, type Village } from './village.ts'
import { expect, goTo, settled, test } from './window.ts'

let village: Village

test.beforeEach(async ({ page, program }) => {
  village = makeVillage(program, 1)
  receiveGrant(program, village, 1_000_000_00)
  await refuseMouse(page)
})

function item(program: Program, name: string, more: object = {}): string {
  return (program.call('items.create', { name, unitName: 'kg', ...more }) as Answers['items']['create']).itemId
}

function buy(program: Program, itemId: string, kilos: number, rupiah: number): void {
  program.call('trade.purchase', {
    ...{ requestId: nextRequest(), date: village.today, cashAccount: '11101' },
    lines: [{ itemId, qty: kilos * 1_000, amount: rupiah * 100 }],
  })
}

/** Looks something up in the search that has the focus, and says how much of it. */
async function put(page: Page, name: string, qty: string): Promise<void> {
  await page.keyboard.type(name)
  await expect(page.getByRole('option', { name })).toBeVisible()
  await press(page, 'Enter')
  await expect(page.getByLabel(`Banyak, ${name}`)).toBeFocused()
  await page.keyboard.type(qty)
  await press(page, 'Enter')
}

test('materials and costs become products, which go to an outlet and stand on their card', async ({
  page,
  program,
  open,
}) => {
  const material = item(program, 'Singkong', { kind: 'material' })
  const product = item(program, 'Keripik', { kind: 'finished', priceOther: 30_000_00 })
  buy(program, material, 20, 100_000)
  program.call('partners.create', { name: 'Toko Makmur', kind: 'outlet' })
  await open(await program.serve(program.book))
  await goTo(page, 'trade/produce')
  await expect(page.getByRole('combobox', { name: 'Cari atau pindai bahan' })).toBeFocused()
  await put(page, 'Singkong', '10')
  await press(page, 'Enter')
  await expect(page.getByLabel('Ongkos dibayar')).toBeFocused()
  await page.keyboard.type('30000')
  await press(page, 'Enter')
  await page.keyboard.type('Upah menggoreng')
  await press(page, 'Enter')
  await page.getByRole('combobox', { name: 'Cari atau pindai barang jadi' }).focus()
  await put(page, 'Keripik', '8')
  const preview = page.getByRole('status', { name: 'Harga pokok yang akan dicatat' })
  await expect(preview).toContainText('Rp10.000 per kg')
  await expect(preview).toContainText('Bahan Rp50.000, ongkos Rp30.000.')
  expect(await foundByAxe(page)).toEqual([])
  await press(page, 'Control+Enter')
  await expect(notice(page)).toContainText('Pengolahan dicatat, harga pokoknya Rp80.000.')
  await expect(notice(page)).toContainText('Rp10.000 per kg')

  await goTo(page, 'trade/places/new')
  await expect(page.getByLabel('Nama tempat')).toBeFocused()
  await page.keyboard.type('Rak Toko Makmur')
  await press(page, 'Enter')
  await page.keyboard.type('Toko tempat')
  await page.getByRole('combobox', { name: 'Nama toko' }).focus()
  await page.keyboard.type('Makmur')
  await expect(page.getByRole('option', { name: 'Toko Makmur' })).toBeVisible()
  await press(page, 'Enter', 'Control+Enter')
  await expect(page.getByRole('grid', { name: 'Tempat barang' })).toContainText('Rak Toko Makmur')
  expect(await foundByAxe(page)).toEqual([])

  await goTo(page, 'trade/move')
  await settled(page)
  await page.getByRole('combobox', { name: 'Cari atau pindai barang' }).focus()
  await put(page, 'Keripik', '9')
  await press(page, 'Control+Enter')
  await expect(page.getByText('Barang tidak cukup: yang ada 8.')).toBeVisible()
  await expect(page.getByLabel('Banyak, Keripik')).toBeFocused()
  await press(page, 'Control+a')
  await page.keyboard.type('5')
  expect(await foundByAxe(page)).toEqual([])
  await press(page, 'Control+Enter')
  await expect(page.getByRole('status').filter({ hasText: 'Barang dipindahkan ke Rak Toko Makmur' })).toBeVisible()

  await goTo(page, `trade/items/${product}/card`)
  await settled(page)
  const card = page.getByRole('grid', { name: 'Kartu persediaan' })
  await expect(card).toContainText('Pengolahan')
  await expect(card).toContainText('80.000')
  expect(await foundByAxe(page)).toEqual([])
  await page.getByLabel('Tempat', { exact: true }).selectOption({ label: 'Rak Toko Makmur' })
  await expect(card).toContainText('Pindah barang')
  await expect(page.getByText('5 kg')).toBeVisible()
  await program.stop()
  expect((program.call('ledger.verify') as Answers['ledger']['verify']).problems).toEqual([])
})

test('a long list is counted page by page, differences are seen before they are saved, leaving asks', async ({
  page,
  program,
  open,
}) => {
  const names = Array.from({ length: 55 }, (_, index) => `Barang ${String(index + 1).padStart(2, '0')}`)
  program.batch(names.map((name) => ({ procedure: 'items.create', input: { name, unitName: 'kg' } })))
  const { rows } = program.call('items.list') as Answers['items']['list']
  buy(program, rows[0]?.itemId ?? '', 10, 100_000)
  buy(program, rows[54]?.itemId ?? '', 4, 20_000)
  program.call('trade.createLocation', { name: 'Gudang belakang' })
  await open(await program.serve(program.book))
  await goTo(page, 'trade')
  await goTo(page, 'trade/take')
  await settled(page)
  await expect(page.getByLabel('Cari nama, nomor, pemilik, atau pindai')).toBeFocused()
  await press(page, 'Enter')
  await expect(page.getByLabel('Hasil hitung, Barang 01')).toBeFocused()
  await page.keyboard.type('8,5')
  await page.getByLabel('Sebab selisih, Barang 01').selectOption({ label: 'Rusak' })
  const preview = page.getByRole('table', { name: 'Yang akan dicatat' })
  await expect(preview).toContainText('-Rp15.000')
  // Behind the last line of a page comes the first of the next.
  await page.getByLabel('Hasil hitung, Barang 50').focus()
  await press(page, 'Enter')
  await expect(page.getByLabel('Hasil hitung, Barang 51')).toBeFocused()
  await page.getByLabel('Hasil hitung, Barang 55').focus()
  await page.keyboard.type('5')
  await expect(preview).toContainText('-Rp10.000')
  await expect(page.getByText('2 dari 55 barang sudah dihitung.')).toBeVisible()
  await expect(page.getByText('Belum dihitung 53 barang: banyaknya tetap seperti di buku.')).toBeVisible()
  expect(await foundByAxe(page)).toEqual([])

  // Neither another screen nor another place leaves the counts behind unasked.
  await page.getByRole('link', { name: 'Beranda' }).focus()
  await press(page, 'Enter')
  await expect(page.getByRole('dialog', { name: 'Isian ini belum disimpan' })).toBeVisible()
  await press(page, 'Escape')
  await page.getByLabel('Tempat', { exact: true }).selectOption({ label: 'Gudang belakang' })
  await expect(page.getByRole('dialog', { name: 'Isian ini belum disimpan' })).toBeVisible()
  await press(page, 'Escape')
  await page.getByLabel('Dihitung oleh').focus()
  await page.keyboard.type('Sari Utami')
  await press(page, 'Enter')
  await page.keyboard.type('sari utami')
  await press(page, 'Control+Enter')
  await expect(page.getByLabel('Disaksikan oleh')).toBeFocused()
  await press(page, 'Control+a')
  await page.keyboard.type('Wati Kusuma')
  await press(page, 'Control+Enter')
  await expect(notice(page)).toContainText('Hitungan 2 barang dicatat. Nilai persediaan berkurang Rp10.000.')
  await expect(notice(page)).toContainText('Belum dihitung 53 barang')
  await expect(notice(page).getByRole('button', { name: 'Cetak berita acara' })).toBeVisible()
  await page.getByRole('link', { name: 'Hitungan yang sudah disimpan' }).focus()
  await press(page, 'Enter')
  await expect(page.getByRole('button', { name: /^Cetak berita acara BM-/ })).toBeVisible()
  expect(await foundByAxe(page)).toEqual([])
  await program.stop()
  const after = program.call('items.list') as Answers['items']['list']
  expect([after.rows[0]?.qty, after.rows[54]?.qty]).toEqual([8_500, 5_000])
})

test('goods that were there when the book began are taken over with what they cost', async ({
  page,
  program,
  open,
}) => {
  item(program, 'Beras')
  await open(await program.serve(program.book))
  await goTo(page, 'trade/opening')
  await expect(page.getByRole('combobox', { name: 'Cari atau pindai barang' })).toBeFocused()
  await put(page, 'Beras', '25')
  await press(page, 'Control+Enter')
  await expect(page.getByLabel('Harga seluruhnya, Beras')).toBeFocused()
  await page.keyboard.type('300000')
  await press(page, 'Control+Enter')
  await expect(notice(page)).toContainText('Persediaan awal Rp300.000 dicatat.')
  expect(await foundByAxe(page)).toEqual([])
})
