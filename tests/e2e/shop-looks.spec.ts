import { addDays } from '../../shared/calendar.ts'
import type { Answers } from '../../shared/contract/index.ts'
import { foundByAxe, press } from './hands.ts'
import { printedBy, refuseMouse } from './papers.ts'
import type { Program } from './program.ts'
import { makeVillage, nextRequest, receiveGrant, type Village } from './village.ts'
import { expect, goTo, settled, test } from './window.ts'

test.slow()

let village: Village
let rice: string
let oil: string
let oilCame: string

/** Rice lies in the shop; of oil ten were bought and all of them sold. */
test.beforeEach(async ({ page, program }) => {
  village = makeVillage(program, 1)
  receiveGrant(program, village, 5_000_000_00)
  rice = made(program, { name: 'Beras', unitName: 'kg', priceOther: 15_000_00 })
  oil = made(program, { name: 'Minyak goreng', unitName: 'liter', priceOther: 18_000_00 })
  const yesterday = addDays(village.today, -1)
  program.call('trade.openingStock', { ...head(yesterday), lines: [{ itemId: rice, qty: 50_000, cost: 500_000_00 }] })
  const came = { ...head(yesterday), lines: [{ itemId: oil, qty: 10_000, cost: 150_000_00 }] }
  oilCame = (program.call('trade.openingStock', came) as Answers['trade']['openingStock']).documentId
  sell(program, yesterday, [{ itemId: oil, qty: 10_000 }])
  await refuseMouse(page)
})

const head = (date: string) => ({ requestId: nextRequest(), date })

function made(program: Program, terms: object): string {
  return (program.call('items.create', terms) as Answers['items']['create']).itemId
}

function sell(program: Program, date: string, lines: readonly object[]): Answers['trade']['sell'] {
  return program.call('trade.sell', { ...head(date), cashAccount: '11101', lines }) as Answers['trade']['sell']
}

test('ten times the usual price asks back at the till and where goods are bought, though none are there any more', async ({
  page,
  program,
  open,
}) => {
  await open(await program.serve(program.book))
  await goTo(page, 'trade/sell')
  await settled(page)
  const search = page.getByRole('combobox', { name: 'Cari atau pindai barang' })
  await expect(search).toBeFocused()
  await page.keyboard.type('Beras')
  await expect(page.getByRole('option', { name: 'Beras' })).toBeVisible()
  await press(page, 'Enter')
  await expect(page.getByLabel('Banyak, Beras')).toBeFocused()
  await page.keyboard.type('0,0005')
  await expect(page.getByText('Paling banyak tiga angka di belakang koma, misalnya 0,125.')).toBeVisible()
  await press(page, 'Control+a')
  await page.keyboard.type('2')
  await page.getByLabel('Harga, Beras').focus()
  await press(page, 'Control+a')
  await page.keyboard.type('150000')
  await press(page, 'Control+Enter')
  const asked = page.getByText('Ini sepuluh kali lipat dari biasanya (Rp15.000) atau lebih. Sudah benar?')
  await expect(asked).toBeVisible()
  await expect(page.getByRole('button', { name: 'Ya, benar' })).toBeFocused()
  expect(await foundByAxe(page)).toEqual([])
  await press(page, 'Enter', 'Control+Enter')
  await expect(page.getByRole('status').filter({ hasText: 'Tersimpan: PJ-' })).toContainText('Rp300.000')

  await goTo(page, 'trade/buy')
  await settled(page)
  await page.getByRole('combobox', { name: 'Cari atau pindai barang' }).focus()
  await page.keyboard.type('Minyak')
  await expect(page.getByRole('option', { name: 'Minyak goreng' })).toBeVisible()
  await press(page, 'Enter')
  await expect(page.getByLabel('Banyak, Minyak goreng')).toBeFocused()
  await page.keyboard.type('2')
  await page.getByLabel('Harga seluruhnya, Minyak goreng').focus()
  await page.keyboard.type('300000')
  await press(page, 'Control+Enter')
  await expect(page.getByText('Ini sepuluh kali lipat dari biasanya (Rp30.000) atau lebih.')).toBeVisible()
  expect(await foundByAxe(page)).toEqual([])
})

test('what is taken back shows its minus: in the recap, on its paper, in the look at sales and on a count', async ({
  page,
  program,
  open,
}) => {
  const { today } = village
  const yesterday = addDays(today, -1)
  const wrong = sell(program, yesterday, [{ itemId: rice, qty: 4_000 }])
  const kept = sell(program, today, [{ itemId: rice, qty: 3_000 }])
  program.call('journal.reverse', { ...head(today), entryId: wrong.entryId, reason: 'Salah catat' })
  program.call('trade.returnSale', {
    ...{ ...head(today), documentId: kept.documentId, cashAccount: '11101', lines: [{ n: 1, qty: 1_000 }] },
  })
  const taken = program.call('trade.stockTake', {
    ...{ ...head(today), countedBy: ['Siti', 'Dewi'] },
    lines: [{ itemId: rice, counted: 47_000, reason: 'lost' }],
  }) as Answers['trade']['stockTake']
  await open(await program.serve(program.book))

  await goTo(page, 'trade/recap')
  await settled(page)
  await expect(page.getByRole('heading', { name: 'Dibatalkan dari hari lain' })).toBeVisible()
  await expect(page.getByRole('main')).toContainText('-Rp60.000')
  expect(await foundByAxe(page)).toEqual([])
  const paper = await printedBy(page, 'Cetak')
  expect(paper).toContain('DIBATALKAN DARI HARI LAIN')
  expect(paper).toMatch(/Penjualan yang dibatalkan\s.*60\.000/)

  await goTo(page, 'trade/look')
  await settled(page)
  const sums = page.getByRole('grid', { name: 'Penjualan menurut Barang' }).getByRole('row').last()
  await expect(sums).toContainText(/225\.000\s*15\.000/)
  await expect(sums).toContainText('210.000')

  await goTo(page, `trade/documents/${taken.documentId}`)
  await settled(page)
  await expect(page.getByText('Jumlah -Rp10.000')).toBeVisible()
  expect(await foundByAxe(page)).toEqual([])

  // A sale of which goods came back is not taken back whole, and says what goes first.
  await goTo(page, `trade/documents/${kept.documentId}`)
  await settled(page)
  await expect(page.getByText('batalkan dulu nota barang kembalinya')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Batalkan', exact: true })).toHaveCount(0)

  // What came and was sold since cannot be taken back: the refusal is read and the reason stays where it is written.
  await goTo(page, `trade/documents/${oilCame}`)
  await settled(page)
  await page.getByRole('button', { name: 'Batalkan', exact: true }).focus()
  await press(page, 'Enter')
  const reason = page.getByLabel('Alasan pembatalan')
  await expect(reason).toBeFocused()
  await page.keyboard.type('Salah orang')
  await press(page, 'Enter')
  await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible()
  await expect(reason).toBeFocused()
  await expect(reason).toHaveValue('Salah orang')
})

test('tax paid in advance is told on the tax screen, and the register of assets is whole at the largest letters', async ({
  page,
  program,
  open,
}) => {
  const { today } = village
  program.call('cash.spend', {
    ...{ ...head(today), cashAccount: '11101', description: 'PPh dipotong' },
    lines: [{ account: '16104', amount: 25_000_00 }],
  })
  const terms = { account: '18104', months: 48, cashAccount: '11101', place: 'Rumah produksi', condition: 'good' }
  for (const name of ['Mesin giling padi dan kopi', 'Etalase kaca toko depan balai desa']) {
    program.call('assets.acquire', { ...head(today), ...terms, name, cost: 1_250_000_00 })
  }
  await open(await program.serve(program.book))
  await goTo(page, 'books/tax')
  await settled(page)
  await expect(page.getByText('Pajak dibayar di muka, misalnya dipotong lokapasar: Rp25.000.')).toBeVisible()
  const { origin } = new URL(page.url())
  await page.context().addCookies([{ name: 'lumbung-preferences', value: 'id.largest', url: origin }])
  await page.reload()
  await goTo(page, 'funds/assets')
  await settled(page)
  const grid = page.getByRole('grid', { name: 'Daftar aset' })
  await grid.scrollIntoViewIfNeeded()
  await expect(grid.getByRole('row').nth(2)).toBeInViewport()
})
