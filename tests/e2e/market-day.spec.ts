import type { Page } from '@playwright/test'
import type { Answers } from '../../shared/contract/index.ts'
import { foundByAxe, notice, press } from './hands.ts'
import { printedBy, refuseMouse } from './papers.ts'
import { makeVillage, receiveGrant, type Village } from './village.ts'
import { expect, goTo, settled, test } from './window.ts'

let village: Village

/** What each of three members makes: the price of one, and what she leaves to be sold. */
const made = [
  { item: 'Keripik singkong', price: '12000', pieces: '20' },
  { item: 'Kopi bubuk', price: '15000', pieces: '10' },
  { item: 'Tenun ikat', price: '250000', pieces: '2' },
] as const

// A whole day in one go: three times what a test usually takes.
test.slow()

test.beforeEach(({ program }) => {
  village = makeVillage(program, 4)
  receiveGrant(program, village, 1_000_000_00)
})

/** Types into the field that has the focus, and goes on. */
async function answer(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text)
  await press(page, 'Enter')
}

/** Types what is looked for, waits until it is offered, and takes it. */
async function find(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text)
  await expect(page.getByRole('option', { name: text }).first()).toBeVisible()
  await press(page, 'Enter')
}

async function makeItem(page: Page, { item, price }: (typeof made)[number], index: number): Promise<void> {
  await goTo(page, 'trade')
  await goTo(page, 'trade/new')
  await page.getByLabel('Nama barang').fill(item)
  await page.getByLabel('Jenis barang').selectOption({ label: 'Barang titipan' })
  await page.getByRole('combobox', { name: 'Nama pemilik' }).focus()
  await find(page, village.members[index]?.name ?? '')
  await page.getByLabel('Bagian koperasi').fill('10')
  await page.getByLabel('Harga jual umum').fill(price)
  await press(page, 'Control+Enter')
  await expect(page.getByRole('status').filter({ hasText: `${item} dicatat` })).toBeVisible()
}

async function leave(page: Page, { item, pieces }: (typeof made)[number]): Promise<void> {
  await goTo(page, 'trade')
  await goTo(page, 'trade/receive')
  await expect(page.getByRole('combobox', { name: 'Cari atau pindai barang' })).toBeFocused()
  await find(page, item)
  await expect(page.getByLabel(`Banyak, ${item}`)).toBeFocused()
  await answer(page, pieces)
  await press(page, 'Control+Enter')
  await expect(page.getByRole('status').filter({ hasText: 'TT-' })).toBeVisible()
}

/** Puts something into the basket at the till. */
async function put(page: Page, item: string, pieces: string): Promise<void> {
  await expect(page.getByRole('combobox', { name: 'Cari atau pindai barang' })).toBeFocused()
  await find(page, item)
  await expect(page.getByLabel(`Banyak, ${item}`)).toBeFocused()
  await answer(page, pieces)
}

test('a market day: goods of three members come in, baskets are sold, one comes back, the makers are paid', async ({
  page,
  program,
  open,
}) => {
  await refuseMouse(page)
  await open(await program.serve(program.book))
  for (const [index, one] of made.entries()) await makeItem(page, one, index)
  for (const one of made) await leave(page, one)

  await goTo(page, 'trade/sell')
  await settled(page)
  const total = page.locator('[data-total]')
  await put(page, 'Keripik singkong', '2')
  await put(page, 'Kopi bubuk', '1,5')
  await expect(total).toHaveText('Rp46.500')
  expect(await foundByAxe(page)).toEqual([])
  await press(page, 'Enter')
  await answer(page, '50000')
  const saved = page.getByRole('status').filter({ hasText: 'Tersimpan: PJ-' })
  await expect(saved).toContainText('Rp46.500')
  await expect(saved).toContainText('Kembali Rp3.500')
  // The paper of this machine is chosen once; the nota tells what was given, and the change.
  await page.getByLabel('Kertas nota').selectOption('58mm')
  const nota = await printedBy(page, 'Cetak nota')
  for (const words of ['Keripik singkong', '1,5 buah × 15.000', 'Uang diterima', 'Rp50.000', 'Kembali']) {
    expect(nota).toContain(words)
  }
  await page.getByRole('combobox', { name: 'Cari atau pindai barang' }).focus()

  // More than there is stands beside its line, with what there is; nothing typed is lost.
  await put(page, 'Tenun ikat', '3')
  await expect(page.getByText('hanya ada 2 buah')).toBeVisible()
  await press(page, 'Control+Enter')
  await expect(page.getByLabel('Banyak, Tenun ikat')).toBeFocused()
  await expect(page.getByText('Barang tidak cukup: yang ada 2.')).toBeVisible()
  await page.keyboard.press('Control+a')
  await answer(page, '1')
  await press(page, 'F2')
  await find(page, village.members[3]?.name ?? '')
  await press(page, 'Control+Enter')
  await expect(saved).toContainText('Rp250.000')

  // One pack of the first basket comes back.
  await page.getByRole('link', { name: 'Lihat bukti' }).focus()
  await press(page, 'Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Penjualan PJ-')
  await page.getByLabel('Tenun ikat').fill('1')
  await press(page, 'Control+Enter')
  await expect(notice(page)).toContainText('Barang senilai Rp250.000 kembali dan dicatat.')
  expect(await foundByAxe(page)).toEqual([])

  // Two makers are paid what was sold of theirs, less the share that stays here.
  for (const [index, owed] of ['Rp21.600', 'Rp20.250'].entries()) {
    await goTo(page, 'trade')
    await goTo(page, 'trade/settle')
    await settled(page)
    await find(page, village.members[index]?.name ?? '')
    await expect(page.getByText(`Hasil yang belum dibayarkan: ${owed}`)).toBeVisible()
    await press(page, 'Control+Enter')
    await expect(notice(page)).toContainText(`Hasil titipan ${owed} dibayarkan kepada ${village.members[index]?.name}.`)
    expect(await printedBy(page, 'Cetak bukti')).toContain(owed)
    const slip = await printedBy(page, 'Cetak slip titipan')
    for (const words of [made[index]?.item ?? '', owed, 'sejak titipan pertama']) expect(slip).toContain(words)
  }
  await program.stop()
  const { problems } = program.call('ledger.verify') as Answers['ledger']['verify']
  expect(problems).toEqual([])
})
