import { foundByAxe, press } from './hands.ts'
import { refuseMouse } from './papers.ts'
import { makeVillage, receiveGrant, type Village } from './village.ts'
import { expect, goTo, settled, test } from './window.ts'

/** Above a page of the search. */
const many = 31

let village: Village
test.beforeEach(async ({ page, program, open }) => {
  village = makeVillage(program, 2)
  receiveGrant(program, village, 1_000_000_00)
  const [maker, other] = village.members
  const own = Array.from({ length: many }, (_, n) => ({ name: `Sirup rasa ${n + 1}`, priceOther: 10_000_00 }))
  const kept = { priceOther: 10_000_00, commissionPct: '10' }
  const jahe = { ...kept, name: 'Sirup jahe', barcode: '8990000000055', ownerMemberId: maker?.memberId }
  const pala = { ...kept, name: 'Sirup pala', ownerMemberId: other?.memberId }
  program.batch([...own, jahe, pala].map((input) => ({ procedure: 'items.create', input })))
  await refuseMouse(page)
  await open(await program.serve(program.book))
})

test('goods in keeping are found behind many others, and goods of another owner are named with whose they are', async ({
  page,
}) => {
  await goTo(page, 'trade/receive')
  await settled(page)
  await page.keyboard.type('Sirup')
  await expect(page.getByRole('option', { name: 'Sirup jahe' })).toBeVisible()
  await expect(page.getByRole('option')).toHaveCount(2)
  await press(page, 'Enter')
  await expect(page.getByLabel('Banyak, Sirup jahe')).toBeFocused()
  await page.getByRole('combobox', { name: 'Cari atau pindai barang' }).focus()
  await page.keyboard.type('pala')
  const whose = `Sirup pala milik ${village.members[1]?.name}. Satu nota hanya untuk satu pemilik.`
  await expect(page.getByText(whose)).toBeVisible()
  expect(await foundByAxe(page)).toEqual([])
})

test('goods in keeping are not bought: typed or scanned, it is said where they are recorded', async ({ page }) => {
  const why = 'Sirup jahe barang titipan, bukan milik koperasi. Titipan dicatat lewat Terima titipan.'
  await goTo(page, 'trade/buy')
  await settled(page)
  const search = page.getByRole('combobox', { name: 'Cari atau pindai barang' })
  await search.focus()
  await page.keyboard.type('jahe')
  await expect(page.getByRole('status').filter({ hasText: why })).toBeVisible()
  await press(page, 'Control+a')
  await page.keyboard.type('8990000000055\n')
  await expect(page.getByRole('alert').filter({ hasText: why })).toBeVisible()
})
