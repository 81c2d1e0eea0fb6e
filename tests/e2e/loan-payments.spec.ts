import type { Page } from '@playwright/test'
import { addDays } from '../../shared/calendar.ts'
import type { Answers } from '../../shared/contract/index.ts'
import { foundByAxe, notice, press, sayYes } from './hands.ts'
import type { Program } from './program.ts'
import { lend, makeVillage, nextRequest, receiveGrant, type Village } from './village.ts'
import { expect, goTo, settled, test } from './window.ts'

let village: Village

/** What one line of a table of figures says. */
async function figure(page: Page, table: string, line: string): Promise<string> {
  return page.getByRole('table', { name: table }).getByRole('row', { name: line }).getByRole('cell').innerText()
}

/** A loan of Rp1.000.000 for which some money is held already. */
function lendHolding(program: Program, held: number): string {
  const loanId = lend(program, village, { member: village.members[1], product: 'flat', principal: 1_000_000_00 })
  const paid = { loanId, date: village.today, cashAccount: '11101', amount: held, excess: 'hold' }
  program.call('loans.pay', { requestId: nextRequest(), ...paid })
  return loanId
}

test.beforeEach(async ({ program }) => {
  village = makeVillage(program, 4)
  receiveGrant(program, village, 50_000_000_00)
})

test('what is held for a loan is taken off what settles it, on the screen and in the cash box', async ({
  page,
  program,
  open,
}) => {
  const loanId = lendHolding(program, 150_000_00)
  await open(await program.serve())
  await goTo(page, `loans/payoff?loan=${loanId}`)
  await settled(page)
  expect(await figure(page, 'Yang melunasi pinjaman', 'Jumlah untuk melunasi')).toBe('Rp1.000.000')
  expect(await figure(page, 'Yang melunasi pinjaman', 'Dikurangi titipan')).toBe('Rp150.000')
  expect(await figure(page, 'Yang melunasi pinjaman', 'Harus dibayar')).toBe('Rp850.000')
  expect(await foundByAxe(page)).toEqual([])
  await press(page, 'Control+Enter')
  await expect(page.getByRole('dialog')).toContainText('Terima Rp850.000 dari Dewi Rahayu')
  await expect(page.getByRole('dialog')).toContainText('Rp150.000 diambil dari titipannya')
  await sayYes(page)
  await expect(notice(page)).toContainText('lunas dengan Rp850.000 dan Rp150.000 dari titipannya.')
  await program.stop()
  const { rows } = program.call('cash.accounts') as Answers['cash']['accounts']
  expect(rows.find(({ code }) => code === '11101')?.balance).toBe(50_000_000_00)
})

/** A loan by a product with a penalty that was paid out so many days ago, its savings pledged to pay it. */
function lateWithMandate(program: Program, days: number): string {
  const date = addDays(village.today, -days)
  const { memberId } = village.members[0] ?? {}
  const lines = [{ account: '33201', amount: 9_000_000_00 }]
  const loan = { memberId, product: 'usaha', principal: 1_200_000_00, months: 12, purpose: 'Modal warung', date }
  const penalty = { kind: 'pct_per_day', pct: '0.1' }
  const names = { nameId: 'Pinjaman usaha', nameEn: 'Business loan' }
  const [, , opened, applied] = program.batch([
    {
      procedure: 'cash.receive',
      input: { requestId: nextRequest(), date, cashAccount: '11101', description: 'Hibah', lines },
    },
    { procedure: 'loans.createProduct', input: { product: 'usaha', ...names, method: 'flat', penalty } },
    { procedure: 'savings.open', input: { requestId: nextRequest(), memberId, product: 'sukarela', date } },
    {
      procedure: 'loans.apply',
      input: { requestId: nextRequest(), ...loan, mandate: { savingsProducts: ['sukarela'], on: date } },
    },
  ]) as [unknown, unknown, Answers['savings']['open'], Answers['loans']['apply']]
  const { loanId } = applied
  const { savingsAccountId } = opened
  const saved = { savingsAccountId, date, amount: 500_000_00, cashAccount: '11101' }
  program.batch([
    { procedure: 'savings.deposit', input: { requestId: nextRequest(), ...saved } },
    { procedure: 'loans.approve', input: { requestId: nextRequest(), loanId, date, approvedBy: 'Sri Wahyuni' } },
    { procedure: 'loans.disburse', input: { requestId: nextRequest(), loanId, date, cashAccount: '11101' } },
  ])
  return loanId
}

test('a late payment shows its penalty, lets it off with a reason, and is taken from savings that were signed for', async ({
  page,
  program,
  open,
}) => {
  const loanId = lateWithMandate(program, 40)
  await open(await program.serve())
  await goTo(page, `loans/pay?loan=${loanId}`)
  await settled(page)
  const amount = page.getByLabel('Jumlah yang dibayar')
  await expect(amount).toBeFocused()
  await expect(
    page.getByText(/Harus dibayar Rp[\d.]+: pokok Rp100\.000, jasa Rp18\.000, denda Rp[\d.]+, sejak/),
  ).toBeVisible()
  expect(await figure(page, 'Uang ini untuk', 'Denda')).toMatch(/^Rp\d/)
  expect(await foundByAxe(page)).toEqual([])
  await press(page, 'Shift+Tab')
  await expect(page.getByLabel('Dibayar dengan')).toBeFocused()
  await page.keyboard.type('Simpanan')
  await press(page, 'Enter', 'Enter', 'Space', 'Enter')
  await expect(page.getByLabel('Denda yang dibebaskan')).toBeFocused()
  await press(page, 'Enter')
  await page.keyboard.type('Panen gagal')
  await expect(amount).toHaveValue('118.000')
  await expect(page.getByRole('table', { name: 'Uang ini untuk' }).getByRole('row', { name: 'Denda' })).toHaveCount(0)
  expect(await foundByAxe(page)).toEqual([])
  await press(page, 'Control+Enter')
  await expect(notice(page)).toContainText('Pembayaran Rp118.000 dari Siti Aminah untuk pinjaman P-0001 dicatat.')
  await program.stop()
  const { waivers, penalty } = program.call('loans.card', { loanId }) as Answers['loans']['card']
  expect(waivers.map(({ reason }) => reason)).toEqual(['Panen gagal'])
  expect(penalty.owed).toBe(0)
  const { memberId } = village.members[0] ?? {}
  const { savings } = program.call('members.get', { memberId }) as Answers['members']['get']
  expect(savings.find(({ product }) => product === 'sukarela')?.balance).toBe(382_000_00)
})

test('more than is due is held for later where she says so, and pays the next instalment', async ({
  page,
  program,
  open,
}) => {
  const loanId = lend(program, village, { member: village.members[1], product: 'flat', principal: 1_000_000_00 })
  await open(await program.serve())
  await goTo(page, `loans/pay?loan=${loanId}`)
  await settled(page)
  await expect(page.getByLabel('Jumlah yang dibayar')).toHaveValue('115.000')
  await page.getByLabel('Jumlah yang dibayar').fill('300000')
  await page.getByRole('button', { name: 'Disimpan sebagai titipan' }).press('Enter')
  expect(await figure(page, 'Uang ini untuk', 'Disimpan sebagai titipan')).toBe('Rp300.000')
  await expect(page.getByLabel('Kelebihannya untuk apa')).toHaveValue('hold')
  await press(page, 'Control+Enter')
  await expect(notice(page)).toContainText('Disimpan sebagai titipan: Rp300.000.')
  await page.getByRole('link', { name: 'Lihat kartu pinjaman' }).press('Enter')
  await settled(page)
  await goTo(page, `loans/pay?loan=${loanId}`)
  await settled(page)
  await page.getByLabel('Dibayar dengan').selectOption('held')
  await expect(page.getByLabel('Jumlah yang dibayar')).toHaveValue('115.000')
  await expect(page.getByLabel('Uang masuk ke')).toHaveCount(0)
  await press(page, 'Control+Enter')
  await expect(notice(page)).toContainText('Diambil dari titipan: Rp115.000.')
})

test('held money is given back by what is typed over the proposal, too much is refused beside the amount', async ({
  page,
  program,
  open,
}) => {
  const loanId = lendHolding(program, 150_000_00)
  await open(await program.serve())
  await goTo(page, `loans/card/${loanId}`)
  await settled(page)
  await page.getByRole('button', { name: 'Kembalikan titipan Rp150.000' }).press('Enter')
  const amount = page.getByLabel('Jumlah yang dikembalikan')
  await expect(amount).toBeFocused()
  await expect(page.getByRole('combobox', { name: 'Uang diambil dari' })).not.toHaveValue('')
  await page.keyboard.type('150001')
  await expect(amount).toHaveValue('150.001')
  await press(page, 'Control+Enter')
  await expect(page.getByText('Titipan untuk pinjaman ini Rp150.000. Isi paling banyak jumlah itu.')).toBeVisible()
  await expect(amount).toBeFocused()
  expect(await foundByAxe(page)).toEqual([])
  await press(page, 'Control+a')
  await page.keyboard.type('50000')
  await press(page, 'Control+Enter')
  const said = page.getByRole('status').filter({ hasText: 'Titipan Rp50.000 dikembalikan kepada Dewi Rahayu' })
  await expect(said).toBeInViewport()
  await expect(said).toBeFocused()
  await expect(page.getByRole('button', { name: 'Kembalikan titipan Rp100.000' })).toBeVisible()
  await program.stop()
  const { held } = program.call('loans.card', { loanId }) as Answers['loans']['card']
  expect(held).toBe(100_000_00)
})

test('part of a penalty is let off from the card, never without a reason', async ({ page, program, open }) => {
  const loanId = lateWithMandate(program, 40)
  const before = program.call('loans.card', { loanId }) as Answers['loans']['card']
  await open(await program.serve())
  await goTo(page, `loans/card/${loanId}`)
  await settled(page)
  await page.getByRole('button', { name: 'Bebaskan denda' }).press('Enter')
  const amount = page.getByLabel('Denda yang dibebaskan')
  await expect(amount).toBeFocused()
  await page.keyboard.type('500')
  await expect(amount).toHaveValue('500')
  await press(page, 'Enter', 'Enter')
  await expect(page.getByText('Isian ini harus diisi.')).toBeVisible()
  await expect(page.getByLabel('Alasan dibebaskan')).toBeFocused()
  expect(await foundByAxe(page)).toEqual([])
  await page.keyboard.type('Panen gagal')
  await press(page, 'Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('status').filter({ hasText: 'Rp500' })).toBeInViewport()
  await program.stop()
  const { waivers, penalty } = program.call('loans.card', { loanId }) as Answers['loans']['card']
  expect(waivers.map(({ amount: off, reason }) => [off, reason])).toEqual([[500_00, 'Panen gagal']])
  expect(penalty.owed).toBe(before.penalty.owed - 500_00)
})
