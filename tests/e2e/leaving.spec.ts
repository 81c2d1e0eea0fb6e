import type { Answers } from '../../shared/contract/index.ts'
import { foundByAxe } from './hands.ts'
import { lend, makeVillage, nextRequest, receiveGrant, type Village } from './village.ts'
import { expect, goTo, settled, test } from './window.ts'

let village: Village

test.beforeEach(async ({ program, open }) => {
  village = makeVillage(program, 3)
  receiveGrant(program, village, 5_000_000_00)
  const savings = { pokok: 100_000_00, wajib: 25_000_00, sukarela: 75_000_00 }
  const rows = village.members.map(({ memberId }) => ({ memberId, savings }))
  program.call('collection.record', { requestId: nextRequest(), date: village.today, cashAccount: '11101', rows })
  await open(await program.serve(program.book))
})

const pageOf = (index: number) => `members/${village.members[index]?.memberId}`

test('a member leaves: the sheet, the question, the voucher, and the money in two parts', async ({ page }) => {
  const { name = '' } = village.members[0] ?? {}
  await goTo(page, pageOf(0))
  await settled(page)
  await page.getByRole('link', { name: 'Keluar', exact: true }).click()
  const sheet = page.getByRole('table', { name: 'Perhitungan anggota keluar' })
  await expect(sheet).toContainText('Simpanan pokok (SP-001)')
  await expect(sheet).toContainText('Dibayarkan kepada anggota200.000')
  expect(await foundByAxe(page)).toEqual([])
  await page.getByLabel('Bagian kerugian (boleh kosong)').fill('25000')
  await expect(sheet).toContainText('Dibayarkan kepada anggota175.000')
  await page.keyboard.press('Control+Enter')
  const question = page.getByRole('dialog', { name: `Catat ${name} keluar?` })
  await expect(question).toContainText('Yang menjadi haknya Rp175.000')
  expect(await foundByAxe(page)).toEqual([])
  await question.getByRole('button', { name: 'Ya, catat keluar' }).click()
  await expect(page.getByText(`${name} sudah keluar. Haknya Rp175.000.`)).toBeVisible()
  expect(await foundByAxe(page)).toEqual([])

  await page.getByRole('link', { name: 'Bayar sekarang' }).click()
  const amount = page.getByRole('textbox', { name: 'Jumlah yang dibayar' })
  await expect(amount).toHaveValue('175.000')
  await settled(page)
  await amount.fill('180000')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Yang masih harus dibayar Rp175.000. Isi paling banyak jumlah itu.')).toBeVisible()
  await amount.fill('75000')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(`Rp75.000 dibayarkan kepada ${name}.`)).toBeVisible()
  await page.getByRole('button', { name: 'Catat lagi' }).click()
  await expect(amount).toHaveValue('100.000')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(`Rp100.000 dibayarkan kepada ${name}.`)).toBeVisible()

  await goTo(page, pageOf(0))
  await settled(page)
  await expect(page.getByRole('heading', { name: 'Keluar dari koperasi' })).toBeVisible()
  await expect(page.getByText('Simpanan pokok (ditutup)')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Bayar', exact: true })).toBeHidden()
  expect(await foundByAxe(page)).toEqual([])
  await goTo(page, 'collection')
  await settled(page)
  await expect(page.locator('main')).not.toContainText(name)
})

test('the heir of who died is asked for, and the money is written to the heir', async ({ page }) => {
  await goTo(page, `${pageOf(1)}/exit`)
  await settled(page)
  await page.getByLabel('Sebab keluar').selectOption('died')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: 'Ya, catat keluar' }).click()
  await expect(page.getByLabel('Nama ahli waris')).toBeFocused()
  await page.getByLabel('Nama ahli waris').fill('Agus Handayani')
  await page.getByLabel('Hubungannya dengan anggota').fill('Anak')
  await page.getByLabel('Surat yang menunjukkannya').fill('Surat ahli waris 4/2026')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: 'Ya, catat keluar' }).click()
  await page.getByRole('link', { name: 'Bayar sekarang' }).click()
  await expect(page.getByLabel('Diterima oleh (boleh kosong)')).toHaveValue('Agus Handayani')
})

test('who owes more than she saved is told what is missing; a leaving is taken back from the page', async ({
  page,
  program,
  open,
  complaints,
}) => {
  await program.stop()
  const { memberId } = village.members[2] ?? {}
  const date = village.today
  const asked = {
    requestId: nextRequest(),
    memberId,
    product: 'flat',
    principal: 500_000_00,
    months: 10,
    purpose: 'Modal',
  }
  const { loanId } = program.call('loans.apply', { ...asked, date }) as Answers['loans']['apply']
  program.call('loans.approve', { requestId: nextRequest(), loanId, date, approvedBy: 'Sri Wahyuni' })
  program.call('loans.disburse', { requestId: nextRequest(), loanId, date, cashAccount: '11101' })
  await open(await program.serve(program.book))
  complaints.splice(0)

  await goTo(page, pageOf(2))
  await settled(page)
  await expect(page.getByRole('table', { name: 'Pinjaman anggota ini' })).toContainText('500.000')
  await page.getByRole('link', { name: 'Keluar', exact: true }).click()
  await expect(page.getByRole('table', { name: 'Perhitungan anggota keluar' })).toContainText('Kurang300.000')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: 'Ya, catat keluar' }).click()
  await expect(page.getByText('tidak cukup untuk melunasi pinjaman dan utangnya: kurang Rp300.000')).toBeVisible()
  await page.getByLabel('Sebab keluar').selectOption('expelled')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: 'Ya, catat keluar' }).click()
  await expect(page.getByText('Sisa pinjamannya tetap ditagih.')).toBeVisible()
  await page.getByRole('link', { name: 'Halaman anggota' }).click()
  await page.getByRole('button', { name: 'Batalkan keluar' }).click()
  await page.keyboard.type('keputusan dicabut')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/menjadi anggota lagi/)).toBeVisible()
  await expect(page.getByRole('link', { name: 'Setor', exact: true })).toBeVisible()
})

test('what was written off is paid out of the money of who leaves only where she agrees', async ({
  page,
  program,
  open,
}) => {
  await program.stop()
  const { today: date, members } = village
  const loanId = lend(program, village, { member: members[0], product: 'flat', principal: 80_000_00 })
  const decision = { number: 'RAT-2/2026', on: date, by: 'rat' }
  program.call('loans.writeOff', { requestId: nextRequest(), loanId, date, decision })
  await open(await program.serve(program.book))
  await goTo(page, `${pageOf(0)}/exit`)
  await settled(page)
  const sheet = page.getByRole('table', { name: 'Perhitungan anggota keluar' })
  await expect(sheet).toContainText('Dibayarkan kepada anggota200.000')
  const agrees = page.getByRole('checkbox', { name: 'Bayar juga pinjaman yang sudah dihapus buku' })
  await agrees.focus()
  await page.keyboard.press('Space')
  await expect(sheet).toContainText('Pinjaman P-0001 yang dihapus buku80.000')
  await expect(sheet).toContainText('Dibayarkan kepada anggota120.000')
  expect(await foundByAxe(page)).toEqual([])
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: 'Ya, catat keluar' }).press('Enter')
  await expect(page.getByText('Haknya Rp120.000.')).toBeVisible()
})
