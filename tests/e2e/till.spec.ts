import type { Page } from '@playwright/test'
import type { Answers } from '../../shared/contract/index.ts'
import { foundByAxe, press } from './hands.ts'
import { refuseMouse } from './papers.ts'
import { makeVillage, nextRequest, type Village } from './village.ts'
import { expect, goTo, settled, test } from './window.ts'

let village: Village

const goods = [
  { name: 'Beras organik', barcode: '8992761002015', price: 15_000 },
  { name: 'Kopi bubuk', barcode: '8996001600269', price: 12_000 },
  { name: 'Sabun batang', barcode: '8999999036584', price: 4_000 },
] as const

test.beforeEach(async ({ page, program, open }) => {
  village = makeVillage(program, 1)
  const more = Array.from({ length: 9 }, (_, at) => ({
    ...{ name: `Kain tenun ikat motif ${at + 1}`, barcode: `899200000000${at}`, price: 250_000 },
  }))
  const items = [...goods, ...more].map(({ price, ...item }) => ({
    procedure: 'items.create',
    input: { ...item, priceOther: price * 100 },
  }))
  const made = program.batch(items) as Answers['items']['create'][]
  program.call('trade.openingStock', {
    ...{ requestId: nextRequest(), date: village.today },
    lines: made.map(({ itemId }) => ({ itemId, qty: 50_000, cost: 100_000_00 })),
  })
  await refuseMouse(page)
  await open(await program.serve(program.book))
})

/** A scanner is a keyboard that types a code and Enter without a pause, and waits for nothing. */
async function scan(page: Page, ...codes: readonly string[]): Promise<void> {
  for (const code of codes) await page.keyboard.type(`${code}\n`)
}

/** Goes to the till, where the answers about items take as long as they may on a busy laptop. */
async function openTill(page: Page, forMs: number): Promise<void> {
  await page.route('**/rpc/items/list', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, forMs))
    await route.continue()
  })
  await goTo(page, 'trade/sell')
  await settled(page)
  await expect(page.getByRole('combobox', { name: 'Cari atau pindai barang' })).toBeFocused()
}

const [rice, coffee, soap] = goods
const qtyOf = (page: Page, { name }: (typeof goods)[number]) => page.getByLabel(`Banyak, ${name}`)
const sold = (page: Page) => page.getByRole('status').filter({ hasText: 'Tersimpan: PJ-' })

for (const [how, forMs] of [
  ['at once', 0],
  ['only after all was scanned', 700],
] as const) {
  test(`every pack that is scanned is in the basket, the same one twice counted up, where answers come ${how}`, async ({
    page,
  }) => {
    await openTill(page, forMs)
    await scan(page, rice.barcode, rice.barcode, coffee.barcode, rice.barcode, soap.barcode, coffee.barcode)
    await expect(qtyOf(page, soap)).toHaveValue('1')
    await expect(qtyOf(page, rice)).toHaveValue('3')
    await expect(qtyOf(page, coffee)).toHaveValue('2')
    await expect(page.locator('[data-total]')).toHaveText('Rp73.000')
    await expect(page.getByRole('combobox', { name: 'Cari atau pindai barang' })).toBeFocused()
    await press(page, 'Control+Enter')
    await expect(sold(page)).toContainText('Rp73.000')
  })

  test(`a code nobody knows is named and stays named, and nothing else is lost, where answers come ${how}`, async ({
    page,
    program,
  }) => {
    await openTill(page, forMs)
    await scan(page, rice.barcode, '8990000000017', coffee.barcode)
    await expect(page.getByRole('alert')).toContainText('Kode 8990000000017 tidak ditemukan')
    await expect(qtyOf(page, rice)).toHaveValue('1')
    await expect(qtyOf(page, coffee)).toHaveValue('1')
    expect(await foundByAxe(page)).toEqual([])
    // Scanning goes on where it was; what was not found is still to be read.
    await scan(page, rice.barcode)
    await expect(qtyOf(page, rice)).toHaveValue('2')
    await expect(page.getByRole('alert')).toContainText('8990000000017')
    await press(page, 'Tab')
    await expect(page.getByRole('button', { name: 'Sudah dibaca' })).toBeFocused()
    await press(page, 'Enter')
    await expect(page.getByRole('alert')).toBeHidden()
    await expect(page.getByRole('combobox', { name: 'Cari atau pindai barang' })).toBeFocused()
    await press(page, 'Control+Enter')
    await expect(sold(page)).toContainText('Rp42.000')
    await page.goto('about:blank')
    await program.stop()
    const { rows } = program.call('items.list', { text: rice.barcode }) as Answers['items']['list']
    expect(rows.map(({ qty }) => qty)).toEqual([48_000])
  })
}

test('what is wrong with a quantity is read whole, in the last line of a long basket too', async ({ page }) => {
  await openTill(page, 0)
  await press(page, 'F2')
  await page.keyboard.type(village.members[0]?.name ?? '')
  await expect(page.getByRole('option', { name: village.members[0]?.name ?? '' })).toBeVisible()
  await press(page, 'Enter', 'Control+Enter')
  await expect(page.getByText('Belum ada barang di keranjang. Cari atau pindai dulu.')).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'Cari atau pindai barang' })).toBeFocused()
  await scan(page, rice.barcode, coffee.barcode, ...[0, 1, 2, 3, 4].map((at) => `899200000000${at}`), soap.barcode)
  await expect(qtyOf(page, soap)).toHaveValue('1')
  await qtyOf(page, soap).focus()
  await press(page, 'Control+a')
  await page.keyboard.type('0,0005')
  const told = page.getByText('Paling banyak tiga angka di belakang koma, misalnya 0,125.')
  await expect(told).toBeInViewport({ ratio: 1 })
  // In two lines at the most, not word below word in the width of a cell.
  expect((await told.boundingBox())?.height).toBeLessThan(45)
})

test('saving right behind the last scan waits until all that was scanned is in the basket', async ({ page }) => {
  await openTill(page, 700)
  await scan(page, rice.barcode, soap.barcode, soap.barcode)
  await press(page, 'Control+Enter')
  await expect(sold(page)).toContainText('Rp23.000')
})

test('saving an empty basket says that nothing is in it, until something is', async ({ page }) => {
  await openTill(page, 0)
  await press(page, 'Control+Enter')
  await expect(page.getByText('Belum ada barang di keranjang. Cari atau pindai dulu.')).toBeVisible()
  await expect(page.getByRole('combobox', { name: 'Cari atau pindai barang' })).toBeFocused()
  await scan(page, rice.barcode)
  await expect(page.getByText('Belum ada barang di keranjang. Cari atau pindai dulu.')).toBeHidden()
})

test('saved twice in a hurry, the sale is there once and nothing says that it is not saved', async ({ page }) => {
  await openTill(page, 0)
  await scan(page, rice.barcode)
  await expect(qtyOf(page, rice)).toHaveValue('1')
  await press(page, 'Control+Enter')
  await expect(sold(page)).toContainText('Rp15.000')
  await press(page, 'Control+Enter')
  await expect(page.getByRole('combobox', { name: 'Cari atau pindai barang' })).toBeFocused()
  await settled(page)
  await expect(page.getByText('Belum tersimpan')).toBeHidden()
  await page.keyboard.type('tepung')
  await expect(page.getByText('Barang baru dicatat di Barang & gudang.')).toBeVisible()
})

for (const letters of ['normal', 'largest']) {
  test(`with twelve lines in the basket search, sum and the button that saves are seen whole, letters ${letters}`, async ({
    page,
  }) => {
    const { origin } = new URL(page.url())
    await page.context().addCookies([{ name: 'lumbung-preferences', value: `id.${letters}`, url: origin }])
    await page.reload()
    await openTill(page, 0)
    const codes = [...goods.map(({ barcode }) => barcode), ...Array.from({ length: 9 }, (_, at) => `899200000000${at}`)]
    await scan(page, ...codes)
    const last = page.getByLabel('Banyak, Kain tenun ikat motif 9')
    await expect(last).toHaveValue('1')
    await expect(page.getByRole('table').locator('tbody tr')).toHaveCount(12)
    const whole = { ratio: 1 }
    await expect(last).toBeInViewport(whole)
    await expect(page.getByRole('combobox', { name: 'Cari atau pindai barang' })).toBeInViewport(whole)
    await expect(page.locator('[data-total]')).toHaveText('Rp2.281.000')
    await expect(page.locator('[data-total]')).toBeInViewport(whole)
    await expect(page.getByRole('button', { name: 'Simpan penjualan' })).toBeInViewport(whole)
    await press(page, 'Enter')
    await expect(page.getByLabel('Uang diterima')).toBeFocused()
    await expect(page.getByLabel('Uang diterima')).toBeInViewport(whole)
    expect(await foundByAxe(page)).toEqual([])
  })
}
