import type { Answers } from '../../shared/contract/index.ts'
import { foundByAxe, notice, pickMember, press } from './hands.ts'
import { lend, makeVillage, nextRequest, receiveGrant, type Village } from './village.ts'
import { expect, goTo, settled, test } from './window.ts'

let village: Village

test.beforeEach(async ({ program }) => {
  village = makeVillage(program, 6)
  receiveGrant(program, village, 50_000_000_00)
})

test('more than is due is asked about once, more than settles the loan is refused beside the amount', async ({
  page,
  program,
  open,
  complaints,
}) => {
  lend(program, village, { member: village.members[1], product: 'flat', principal: 1_000_000_00 })
  await open(await program.serve())
  await goTo(page, 'loans/pay')
  await settled(page)
  await pickMember(page, village.members[1])
  const amount = page.getByLabel('Jumlah yang dibayar')
  await expect(amount).toHaveValue('115.000')
  await amount.fill('1000001')
  await press(page, 'Control+Enter')
  await expect(page.getByText('Ini Rp885.001 lebih dari yang harus dibayar sekarang.')).toBeVisible()
  expect(await foundByAxe(page)).toEqual([])
  await expect(page.getByRole('button', { name: 'Bayar angsuran berikutnya, lalu mengurangi pokok' })).toBeFocused()
  await press(page, 'Enter')
  await expect(page.getByLabel('Tanggal')).toBeFocused()
  const tooMuch = 'Pinjaman ini lunas dengan Rp1.000.000. Isi paling banyak jumlah itu.'
  await expect(page.getByRole('region', { name: 'Uang ini untuk' })).toContainText(tooMuch)
  await press(page, 'Control+Enter')
  await expect(page.getByRole('form').getByText(tooMuch)).toBeVisible()
  await expect(amount).toBeFocused()
  await expect(amount).toHaveValue('1.000.001')
  await amount.fill('500000')
  await page.getByRole('button', { name: 'Bayar angsuran berikutnya, lalu mengurangi pokok' }).press('Enter')
  await press(page, 'Control+Enter')
  await expect(notice(page)).toContainText('Untuk jasa Rp15.000, untuk pokok Rp485.000.')
  complaints.splice(0)
})

test('a payment that is reversed leaves the card as it was before it, both vouchers on it', async ({
  page,
  program,
  open,
}) => {
  const loanId = lend(program, village, { member: village.members[1], product: 'flat', principal: 1_000_000_00 })
  await open(await program.serve())
  await goTo(page, `loans/pay?loan=${loanId}`)
  await settled(page)
  await expect(page.getByLabel('Jumlah yang dibayar')).toHaveValue('115.000')
  await expect(page.getByRole('combobox', { name: 'Uang masuk ke' })).not.toHaveValue('')
  await press(page, 'Control+Enter')
  await notice(page).getByRole('button', { name: 'Batalkan' }).click()
  await page.keyboard.type('salah pinjaman')
  await press(page, 'Enter')
  await expect(page.getByRole('alert')).toContainText(/Bukti BKM-\d{4}-0002 dibatalkan dengan bukti/)
  await page.getByRole('link', { name: 'Lihat kartu pinjaman' }).click()
  const movements = page.getByRole('grid', { name: 'Pencairan dan pembayaran' })
  await expect(movements.getByRole('row')).toHaveCount(4)
  await expect(movements.getByRole('row').nth(3)).toContainText('1.000.000')
  await expect(page.getByText('Rp1.000.000').first()).toBeVisible()
})

test('a borrower cannot approve her own loan, a no keeps its reason, and an empty application says what is missing', async ({
  page,
  program,
  open,
  complaints,
}) => {
  const [member] = village.members
  const asked = { memberId: member?.memberId, product: 'flat', principal: 1_000_000_00, months: 10 }
  const rest = { requestId: nextRequest(), purpose: 'Modal warung', date: village.today }
  const { loanId } = program.call('loans.apply', { ...asked, ...rest }) as Answers['loans']['apply']
  await open(await program.serve())
  await goTo(page, `loans/approve/${loanId}`)
  await settled(page)
  await page.getByLabel('Disetujui oleh').fill(member?.name ?? '')
  await press(page, 'Control+Enter')
  const own = 'Peminjam tidak boleh menyetujui pinjamannya sendiri. Minta pengurus lain.'
  await expect(page.getByLabel('Disetujui oleh')).toHaveAccessibleDescription(new RegExp(own))
  expect(await foundByAxe(page)).toEqual([])
  await page.getByRole('button', { name: 'Tolak' }).click()
  await page.keyboard.type('usaha belum berjalan')
  expect(await foundByAxe(page)).toEqual([])
  await press(page, 'Enter')
  await expect(page.getByText('Permohonan pinjaman P-0001 ditolak.')).toBeVisible()
  await press(page, 'Enter')
  await expect(page.getByText(/ditolak .*: usaha belum berjalan/)).toBeVisible()
  expect(await foundByAxe(page)).toEqual([])
  await page.getByRole('link', { name: 'Ajukan pinjaman' }).click()
  await expect(page.getByRole('heading', { name: 'Ajukan pinjaman' })).toBeVisible()
  await press(page, 'Control+Enter')
  await expect(page.getByText('Jumlah uang harus lebih dari nol.')).toBeVisible()
  await expect(page.getByText('Isian ini harus diisi.').first()).toBeVisible()
  await expect(page.getByText('Paling kecil 1.')).toBeVisible()
  complaints.splice(0)
})

test('a number typed faster than the list answers still finds its member, nobody else', async ({
  page,
  program,
  open,
}) => {
  lend(program, village, { member: village.members[4], product: 'flat', principal: 1_000_000_00 })
  await open(await program.serve())
  await goTo(page, 'loans/pay')
  await settled(page)
  await page.route('**/rpc/members/list', async (route) => {
    await new Promise((answer) => setTimeout(answer, 400))
    await route.continue()
  })
  await page.keyboard.type('utami')
  await press(page, 'Enter')
  await expect(page.getByRole('combobox', { name: 'Anggota' })).toHaveValue(`${village.members[4]?.name} (005)`)
  await expect(page.getByRole('combobox', { name: 'Pinjaman' })).toBeFocused()
  await expect(page.getByLabel('Jumlah yang dibayar')).toHaveValue('115.000')
})

test('the list finds by state and by any part, in English too, and leads to the card', async ({
  page,
  program,
  open,
}) => {
  for (const index of [0, 1, 2]) {
    lend(program, village, { member: village.members[index], product: 'declining', principal: 1_000_000_00 })
  }
  await open(await program.serve(), 'en')
  await goTo(page, 'loans')
  await settled(page)
  await expect(page.getByRole('button', { name: /^Running/ })).toContainText('Rp3.000.000')
  await page.getByRole('button', { name: /^Running/ }).click()
  await page.getByLabel('Find a member or number').fill('p-0002')
  const list = page.getByRole('grid', { name: 'List of loans' })
  await expect(list.getByRole('row')).toHaveCount(3)
  await expect(list).toContainText(village.members[1]?.name ?? '')
  await list.focus()
  await press(page, 'Enter')
  await expect(page.getByRole('heading', { name: `Loan card: ${village.members[1]?.name}` })).toBeVisible()
  await expect(page.getByText('Principal owed').first()).toBeVisible()
  expect(await foundByAxe(page)).toEqual([])
})
