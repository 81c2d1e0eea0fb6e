import type { Answers } from '../../shared/contract/index.ts'
import { foundByAxe, press } from './hands.ts'
import { makeVillage, receiveGrant, type Village } from './village.ts'
import { expect, goTo, settled, test } from './window.ts'

let village: Village

test.beforeEach(async ({ program }) => {
  village = makeVillage(program, 3)
  receiveGrant(program, village, 50_000_000_00)
})

test('a large loan asks for a guarantor and collateral, and the card gives the collateral back', async ({
  page,
  program,
  open,
}) => {
  const limits = { guarantorAbove: 2_000_000_00, collateralAbove: 5_000_000_00 }
  program.call('loans.updateProduct', { product: 'flat', limits })
  await open(await program.serve())
  await goTo(page, `loans/apply?member=${village.members[0]?.memberId}`)
  await settled(page)
  await page.keyboard.type('Pinjaman bunga tetap')
  await press(page, 'Enter')
  await page.keyboard.type('8000000')
  await press(page, 'Enter')
  await page.keyboard.type('12')
  await expect(page.getByText('Pinjaman di atas Rp2.000.000 perlu penjamin.')).toBeVisible()
  await expect(page.getByText('Pinjaman di atas Rp5.000.000 perlu agunan.')).toBeVisible()
  await press(page, 'Enter', 'Enter')
  await page.keyboard.type('Mesin jahit')
  await page.getByRole('button', { name: 'Tambah penjamin' }).press('Enter')
  await expect(page.getByRole('combobox', { name: 'Anggota penjamin' })).toBeFocused()
  await page.keyboard.type('002')
  await expect(page.getByRole('option', { name: village.members[1]?.name ?? '' })).toBeVisible()
  await press(page, 'Enter', 'Control+Enter')
  await expect(page.getByText(`Penjamin: ${village.members[1]?.name} (002)`)).toBeVisible()
  await page.getByRole('button', { name: 'Tambah agunan' }).press('Enter')
  await page.keyboard.type('BPKB motor')
  await press(page, 'Enter', 'Enter', 'Enter')
  await page.keyboard.type('9000000')
  expect(await foundByAxe(page)).toEqual([])
  await press(page, 'Control+Enter')
  await expect(page.getByText('Agunan: BPKB motor, ditaksir Rp9.000.000.')).toBeVisible()
  await expect(page.getByText('Pinjaman di atas Rp5.000.000 perlu agunan.')).toHaveCount(0)
  expect(await foundByAxe(page)).toEqual([])
  await press(page, 'Control+Enter')
  await expect(page.getByText('Permohonan P-0001 dicatat')).toBeVisible()
  await page.getByRole('link', { name: 'Lihat kartu pinjaman' }).press('Enter')
  await page.getByRole('button', { name: 'Kembalikan', exact: true }).press('Enter')
  await expect(page.getByRole('dialog').locator(':focus')).toBeVisible()
  await press(page, 'Tab', 'Enter')
  await expect(page.getByText(`BPKB motor dikembalikan kepada ${village.members[0]?.name}.`)).toBeVisible()
  expect(await foundByAxe(page)).toEqual([])
  await program.stop()
  const { rows } = program.call('loans.list') as Answers['loans']['list']
  expect(rows[0]?.guarantors.map(({ name }) => name)).toEqual([village.members[1]?.name])
  expect(rows[0]?.collateral.map(({ releasedOn }) => releasedOn)).toEqual([village.today])
})
