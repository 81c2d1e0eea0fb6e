import type { Page } from '@playwright/test'
import type { Answers } from '../../shared/contract/index.ts'
import { foundByAxe, press } from './hands.ts'
import { refuseMouse } from './papers.ts'
import type { Program } from './program.ts'
import { makeVillage, nextRequest, type Village } from './village.ts'
import { expect, goTo, settled, test } from './window.ts'

let village: Village
let itemId: string

test.beforeEach(async ({ page, program }) => {
  village = makeVillage(program, 1)
  const terms = { name: 'Keripik', unitName: 'kg', priceOther: 30_000_00 }
  itemId = (program.call('items.create', terms) as Answers['items']['create']).itemId
  program.call('trade.openingStock', {
    ...{ requestId: nextRequest(), date: village.today },
    lines: [{ itemId, qty: 20_000, cost: 400_000_00 }],
  })
  await refuseMouse(page)
})

/** Another shop keeps goods for us; answers its place. */
function openOutlet(program: Program): string {
  const { partnerId } = program.call('partners.create', {
    ...{ name: 'Toko Makmur', kind: 'outlet' },
  }) as Answers['partners']['create']
  const place = program.call('trade.createLocation', { name: 'Rak Toko Makmur', partnerId })
  return (place as Answers['trade']['createLocation']).locationId
}

/** Looks something up in the search that has the focus, and says how much of it. */
async function put(page: Page, qty: string): Promise<void> {
  await expect(page.getByRole('combobox', { name: 'Cari atau pindai barang' })).toBeFocused()
  await page.keyboard.type('Keripik')
  await expect(page.getByRole('option', { name: 'Keripik' })).toBeVisible()
  await press(page, 'Enter')
  await expect(page.getByLabel('Banyak, Keripik')).toBeFocused()
  await page.keyboard.type(qty)
}

const sold = (page: Page) => page.getByRole('status').filter({ hasText: 'Tersimpan: PJ-' })

test('goods that were moved to an outlet are sold from there, and never more than lies there', async ({
  page,
  program,
  open,
}) => {
  const outletId = openOutlet(program)
  await open(await program.serve(program.book))
  await goTo(page, 'trade/move')
  await settled(page)
  await page.getByRole('combobox', { name: 'Cari atau pindai barang' }).focus()
  await put(page, '5')
  await press(page, 'Control+Enter')
  await expect(page.getByRole('status').filter({ hasText: 'Barang dipindahkan ke Rak Toko Makmur' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Cetak surat jalan' })).toBeVisible()

  await goTo(page, 'trade/sell')
  await settled(page)
  await put(page, '6')
  await expect(page.getByText('ada 15 kg', { exact: true })).toBeVisible()
  // The same basket from the outlet: there are five only.
  await press(page, 'F8')
  await expect(page.getByLabel('Dijual dari')).toBeFocused()
  await page.keyboard.type('Rak')
  await expect(page.getByText('hanya ada 5 kg')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Simpan penjualan' })).toBeInViewport({ ratio: 1 })
  expect(await foundByAxe(page)).toEqual([])
  await press(page, 'Control+Enter')
  await expect(page.getByText('Barang tidak cukup: yang ada 5.')).toBeVisible()
  await expect(page.getByLabel('Banyak, Keripik')).toBeFocused()
  await press(page, 'Control+a')
  await page.keyboard.type('4')
  await expect(page.getByText('hanya ada 5 kg')).toBeHidden()
  await press(page, 'Control+Enter')
  await expect(sold(page)).toContainText('Rp120.000')
  await expect(page.getByLabel('Dijual dari')).toHaveValue('shop')

  // What is left there is said where it is looked for, and is all that can go.
  await press(page, 'F8')
  await page.keyboard.type('Rak')
  await press(page, 'Enter')
  await put(page, '2')
  await expect(page.getByText('hanya ada 1 kg')).toBeVisible()
  await page.goto('about:blank')
  await program.stop()
  const { places } = program.call('items.get', { itemId }) as Answers['items']['get']
  const left = [
    { locationId: 'shop', qty: 15_000 },
    { locationId: outletId, qty: 1_000 },
  ]
  expect(places).toHaveLength(2)
  expect(places).toEqual(expect.arrayContaining(left))
  expect((program.call('ledger.verify') as Answers['ledger']['verify']).problems).toEqual([])
})

test('where all goods lie in the shop nobody is asked for a place', async ({ page, program, open }) => {
  await open(await program.serve(program.book))
  for (const screen of ['trade/sell', 'trade/buy', 'trade/receive', 'trade/give-back']) {
    await goTo(page, screen)
    await settled(page)
    await expect(page.getByRole('combobox', { name: 'Cari atau pindai barang' })).toBeVisible()
    await expect(page.getByLabel(/^(Dijual dari|Ditaruh di|Diambil dari)$/)).toHaveCount(0)
  }
})

test('a marketplace sale takes the fee and the tax that its bill says, and what it holds is seen before', async ({
  page,
  program,
  open,
}) => {
  const { partnerId } = program.call('partners.create', {
    ...{ name: 'Pasar Daring', kind: 'marketplace', feePct: '6.5', withholdsTax: true },
  }) as Answers['partners']['create']
  await open(await program.serve(program.book))
  await goTo(page, 'trade/sell')
  await settled(page)
  await put(page, '10')
  await press(page, 'F4')
  await page.keyboard.type('Lewat')
  await press(page, 'Enter')
  await expect(page.getByRole('combobox', { name: 'Lokapasar' })).toBeFocused()
  await page.keyboard.type('Pasar')
  await expect(page.getByRole('option', { name: 'Pasar Daring' })).toBeVisible()
  await press(page, 'Enter')
  const fee = page.getByLabel('Potongan lokapasar')
  const withheld = page.getByLabel('Pajak dipungut lokapasar')
  await expect(fee).toBeFocused()
  await expect(fee).toHaveValue('19.500')
  await expect(withheld).toHaveValue('1.500')
  await expect(page.getByText('Di lokapasar Rp279.000')).toBeVisible()
  await press(page, 'Control+a')
  await page.keyboard.type('300001')
  await press(page, 'Control+Enter')
  await expect(page.getByText('Jumlahnya hanya Rp300.000. Isi paling banyak jumlah itu.')).toBeVisible()
  await expect(fee).toBeFocused()
  await press(page, 'Control+a')
  await page.keyboard.type('21250')
  await press(page, 'Enter')
  await expect(withheld).toBeFocused()
  await press(page, 'Control+a')
  await page.keyboard.type('1400')
  await expect(page.getByText('Di lokapasar Rp277.350')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Simpan penjualan' })).toBeInViewport({ ratio: 1 })
  expect(await foundByAxe(page)).toEqual([])
  await press(page, 'Control+Enter')
  await expect(sold(page)).toContainText(/Masih di .+ Rp277\.350\./)
  await page.goto('about:blank')
  await program.stop()
  const { balances } = program.call('partners.get', { partnerId }) as Answers['partners']['get']
  expect(balances.held).toBe(277_350_00)
  expect((program.call('ledger.verify') as Answers['ledger']['verify']).problems).toEqual([])
})
