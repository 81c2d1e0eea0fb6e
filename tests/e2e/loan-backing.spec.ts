import type { Answers } from '../../shared/contract/index.ts'
import { foundByAxe, press, sayYes } from './hands.ts'
import { lend, makeVillage, nextRequest, receiveGrant, type Village } from './village.ts'
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
  await sayYes(page)
  await expect(page.getByText(`BPKB motor dikembalikan kepada ${village.members[0]?.name}.`)).toBeVisible()
  expect(await foundByAxe(page)).toEqual([])
  await program.stop()
  const { rows } = program.call('loans.list') as Answers['loans']['list']
  expect(rows[0]?.guarantors.map(({ name }) => name)).toEqual([village.members[1]?.name])
  expect(rows[0]?.collateral.map(({ releasedOn }) => releasedOn)).toEqual([village.today])
})

test('a mandate names only savings that may be drawn, and is taken back from the card', async ({
  page,
  program,
  open,
}) => {
  const [member] = village.members
  const loanId = lend(program, village, { member, product: 'flat', principal: 1_000_000_00 })
  for (const product of ['wajib', 'hari_raya', 'sukarela']) {
    const deposit = { memberId: member?.memberId, product, date: village.today, amount: 50_000_00 }
    program.call('savings.deposit', { requestId: nextRequest(), cashAccount: '11101', ...deposit })
  }
  await open(await program.serve())
  await goTo(page, `loans/card/${loanId}`)
  await settled(page)
  await page.getByRole('button', { name: 'Catat surat kuasa' }).press('Enter')
  const savings = page.getByRole('dialog').getByRole('checkbox')
  await expect(savings).toHaveCount(1)
  await expect(page.getByLabel('Simpanan sukarela (Rp50.000)')).toBeFocused()
  expect(await foundByAxe(page)).toEqual([])
  await press(page, 'Space', 'Control+Enter')
  const said = page.getByRole('status').filter({ hasText: 'Surat kuasa untuk pinjaman P-0001' })
  await expect(said).toContainText('dicatat.')
  await expect(said).toBeFocused()
  await expect(page.getByText(/angsuran boleh diambil dari Simpanan sukarela\./)).toBeVisible()
  await page.getByRole('button', { name: 'Cabut' }).press('Enter')
  await expect(page.getByRole('dialog')).toContainText(`simpanan ${member?.name} tidak diambil lagi untuk angsuran`)
  await sayYes(page)
  await expect(said).toContainText('dicabut.')
  await expect(said).toBeInViewport()
  await expect(page.getByRole('button', { name: 'Catat surat kuasa' })).toBeVisible()
  expect(await foundByAxe(page)).toEqual([])
  await program.stop()
  const { loan } = program.call('loans.card', { loanId }) as Answers['loans']['card']
  expect(loan.mandates.map(({ revokedOn }) => revokedOn)).toEqual([village.today])
})

test('who approves sees what stands behind the loan, and the agreement is printed before the money leaves', async ({
  page,
  program,
  open,
}) => {
  const [borrower, guarantor] = village.members
  const asked = { memberId: borrower?.memberId, product: 'flat', principal: 1_000_000_00, months: 10 }
  const guarantors = [{ memberId: guarantor?.memberId }]
  const applied = program.call('loans.apply', {
    ...{ requestId: nextRequest(), ...asked, purpose: 'Mesin jahit', date: village.today, guarantors },
  }) as Answers['loans']['apply']
  await open(await program.serve())
  await goTo(page, `loans/approve/${applied.loanId}`)
  await settled(page)
  await expect(page.getByText(`Penjamin: ${guarantor?.name} (002)`)).toBeVisible()
  expect(await foundByAxe(page)).toEqual([])
  await page.getByLabel('Disetujui oleh').fill('Sri Wahyuni')
  await press(page, 'Control+Enter')
  await expect(page.getByRole('link', { name: 'Cairkan sekarang' })).toBeFocused()
  await expect(page.getByRole('button', { name: 'Cetak perjanjian' })).toBeVisible()
  await settled(page)
})
