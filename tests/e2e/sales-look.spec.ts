import { readFileSync } from 'node:fs'
import readExcelFile from 'read-excel-file/node'
import type { Answers } from '../../shared/contract/index.ts'
import { foundByAxe, press } from './hands.ts'
import { refuseMouse } from './papers.ts'
import type { Program } from './program.ts'
import { makeVillage, nextRequest, receiveGrant, type Village } from './village.ts'
import { expect, goTo, settled, test } from './window.ts'

/** Sugar at cost 15.000 and price 18.000, five kilograms to others and two to a member; chips of a maker, a tenth stays. */
function sellGoods(program: Program, village: Village): void {
  const [maker, buyer] = village.members
  const date = village.today
  const head = () => ({ requestId: nextRequest(), date })
  const made = (terms: object) => (program.call('items.create', terms) as Answers['items']['create']).itemId
  const sugar = made({ name: 'Gula pasir', unitName: 'kg', priceOther: 18_000_00 })
  const kept = { name: 'Keripik singkong', priceOther: 10_000_00, ownerMemberId: maker?.memberId, commissionPct: '10' }
  const chips = made(kept)
  const cash = { cashAccount: '11101' }
  program.call('trade.purchase', { ...head(), ...cash, lines: [{ itemId: sugar, qty: 20_000, amount: 300_000_00 }] })
  program.call('trade.receiveConsignment', { ...head(), lines: [{ itemId: chips, qty: 10_000 }] })
  program.call('trade.sell', { ...head(), ...cash, lines: [{ itemId: sugar, qty: 5_000 }] })
  program.call('trade.sell', { ...head(), memberId: buyer?.memberId, lines: [{ itemId: sugar, qty: 2_000 }] })
  program.call('trade.sell', { ...head(), ...cash, lines: [{ itemId: chips, qty: 6_000 }] })
}

test('how sales go is seen by item, channel and maker, for all and for members, without the mouse', async ({
  program,
  open,
  page,
}) => {
  const village = makeVillage(program, 2)
  receiveGrant(program, village, 1_000_000_00)
  sellGoods(program, village)
  await open(await program.serve())
  await refuseMouse(page)
  await goTo(page, 'trade/look')
  await settled(page)
  await expect(page.getByLabel('Dilihat menurut')).toBeFocused()
  const byItem = page.getByRole('grid', { name: 'Penjualan menurut Barang' })
  await expect(byItem.getByRole('row').nth(1)).toContainText('Gula pasir')
  await expect(byItem.getByRole('row').nth(1)).toContainText('126.000')
  await expect(byItem.getByRole('row').nth(2)).toContainText('60.000')
  await expect(page.getByText('Rp132.000').first()).toBeVisible()
  await expect(page.getByText('dari Rp186.000 yang dibayar pembeli')).toBeVisible()
  await expect(page.getByRole('img', { name: 'Gula pasir: harga pokok Rp105.000, laba kotor Rp21.000' })).toBeVisible()
  expect(await foundByAxe(page)).toEqual([])
  await page.keyboard.type('Cara')
  const byChannel = page.getByRole('grid', { name: 'Penjualan menurut Cara Jual' })
  await expect(byChannel.getByRole('row').nth(1)).toContainText('Toko, dibayar langsung')
  await expect(byChannel.getByRole('row').nth(2)).toContainText('36.000')
  await press(page, 'ArrowDown', 'ArrowDown')
  const byMaker = page.getByRole('grid', { name: 'Penjualan menurut Pembuat' })
  await expect(byMaker.getByRole('row').nth(2)).toContainText(village.members[0]?.name ?? '')
  await page.getByLabel('Pembeli').focus()
  await page.keyboard.type('Anggota')
  await expect(byMaker.getByRole('row')).toHaveCount(3)
  await expect(page.getByText('Rp36.000').first()).toBeVisible()
  await press(page, 'Escape')
  expect(await foundByAxe(page)).toEqual([])
  const kept = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Simpan Excel' }).focus()
  await press(page, 'Enter')
  const sheet = await readExcelFile(readFileSync(await (await kept).path()))
  const cells = sheet.flatMap(({ data }) => data.flat())
  expect(cells).toContain('Penjualan menurut Pembuat')
  expect(cells).toContain('Barang koperasi sendiri')
  expect(cells).toContain(36_000)

  // The same grouping stands among the reports.
  await goTo(page, 'reports/sales')
  await settled(page)
  await page.getByLabel('Dilihat menurut').focus()
  await page.keyboard.type('Pembuat')
  await expect(page.getByRole('grid')).toContainText(village.members[0]?.name ?? '')
  await page.getByLabel('Pembeli').focus()
  await page.keyboard.type('Anggota')
  await expect(page.getByRole('grid')).toContainText('36.000')
  await expect(page.getByRole('grid')).not.toContainText('60.000')
  expect(await foundByAxe(page)).toEqual([])
})
