import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { addDays, addMonthsToMonth, formatMonth, monthOf } from '../../shared/calendar.ts'
import type { Answers } from '../../shared/contract/index.ts'
import type { Program } from './program.ts'
import { makeVillage, nextRequest, type Village } from './village.ts'
import { expect, goTo, settled, test } from './window.ts'

let village: Village

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

async function foundByAxe(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}

/** A loan of Rp1.200.000 over a year that was paid out so many days ago, and nothing was paid back. */
function neglected(program: Program, index: number, days: number): string {
  const date = addDays(village.today, -days)
  const lines = [{ account: '33201', amount: 1_200_000_00 }]
  const { memberId } = village.members[index] ?? {}
  const asked = { memberId, product: 'flat', principal: 1_200_000_00, months: 12, purpose: 'Modal warung', date }
  const [, applied] = program.batch([
    {
      procedure: 'cash.receive',
      input: { requestId: nextRequest(), date, cashAccount: '11101', description: 'Hibah', lines },
    },
    { procedure: 'loans.apply', input: { requestId: nextRequest(), ...asked } },
  ]) as [unknown, Answers['loans']['apply']]
  const { loanId } = applied
  program.batch([
    { procedure: 'loans.approve', input: { requestId: nextRequest(), loanId, date, approvedBy: 'Sri Wahyuni' } },
    { procedure: 'loans.disburse', input: { requestId: nextRequest(), loanId, date, cashAccount: '11101' } },
  ])
  return loanId
}

test.beforeEach(async ({ program }) => {
  village = makeVillage(program, 6)
})

test('who is behind is listed hamlet by hamlet with the letter to take along, and its delivery is noted', async ({
  page,
  program,
  open,
}) => {
  neglected(program, 0, 100)
  neglected(program, 1, 45)
  await open(await program.serve())
  await goTo(page, 'loans/visits')
  await settled(page)
  await expect(page.getByRole('status')).toContainText('2 pinjaman menunggak')
  const list = page.getByRole('grid', { name: 'Daftar kunjungan' })
  await expect(list.getByRole('row').nth(1)).toContainText(village.members[0]?.name ?? '')
  await expect(list.getByRole('row').nth(1)).toContainText('Surat 1')
  expect(await foundByAxe(page)).toEqual([])
  await list.focus()
  await press(page, 'Enter')
  await expect(page.getByRole('dialog')).toContainText('Menunggak Rp')
  await expect(page.getByRole('button', { name: 'Cetak surat 1' })).toBeFocused()
  expect(await foundByAxe(page)).toEqual([])
  await press(page, 'Tab', 'Enter')
  await expect(page.getByText(/^Surat 1 untuk pinjaman P-0001 dicatat/)).toBeVisible()
  await expect(list.getByRole('row').nth(1)).toContainText(/Surat 1, \d\d\/\d\d\/\d{4}/)
  await program.stop()
  const { rows } = program.call('loans.reminders', { asOf: village.today }) as Answers['loans']['reminders']
  expect(rows.map(({ lastLetter }) => lastLetter?.letter)).toEqual([1, undefined])
})

test('loans are listed by class with what is set aside, and one class alone', async ({ page, program, open }) => {
  neglected(program, 0, 330)
  neglected(program, 1, 20)
  await open(await program.serve())
  await goTo(page, 'loans/classes')
  await settled(page)
  const group = page.getByRole('group', { name: 'Kelancaran' })
  await expect(group.getByRole('button', { name: /^Semua/ })).toContainText('2 pinjaman')
  await expect(page.getByText('Pinjaman bermasalah, ditimbang')).toBeVisible()
  await group.getByRole('button', { name: /^Lancar/ }).press('Enter')
  const list = page.getByRole('grid', { name: 'Pinjaman menurut kelancaran' })
  await expect(list.getByRole('row')).toHaveCount(3)
  await expect(list).toContainText(village.members[1]?.name ?? '')
  // Half a percent of Rp1.200.000.
  await expect(list.getByRole('row').last()).toContainText('6.000')
  expect(await foundByAxe(page)).toEqual([])
})

test('a month end is shown, written in two steps, and taken back', async ({ page, program, open }) => {
  neglected(program, 0, 75)
  const month = addMonthsToMonth(monthOf(village.today), -1)
  await open(await program.serve())
  await goTo(page, 'loans/month-end')
  await settled(page)
  const figures = page.getByRole('table', { name: 'Penyisihan pinjaman' })
  await expect(figures.getByRole('row', { name: 'Ditambah sekarang' })).toContainText('Rp6.000')
  expect(await foundByAxe(page)).toEqual([])
  await page.getByRole('button', { name: `Catat penyisihan ${formatMonth(month)}` }).press('Enter')
  await expect(page.getByText(`Penyisihan ${formatMonth(month)} dicatat.`)).toBeVisible()
  await expect(page.getByText(/Sudah dicatat dengan bukti BM-\d{4}-0001\./)).toBeFocused()
  await page.getByRole('button', { name: `Catat jasa ${formatMonth(month)}` }).press('Enter')
  await expect(page.getByText(`Jasa ${formatMonth(month)} dicatat.`)).toBeVisible()
  expect(await foundByAxe(page)).toEqual([])
  await page.getByRole('button', { name: 'Batalkan' }).last().press('Enter')
  await page.keyboard.type('salah bulan')
  await press(page, 'Enter')
  await expect(page.getByText(`Catatan ${formatMonth(month)} dibatalkan.`)).toBeVisible()
  await expect(page.getByRole('button', { name: `Catat penyisihan ${formatMonth(month)}` })).toBeVisible()
  await program.stop()
  const { allowance, interest } = program.call('loans.monthEnd', { month }) as Answers['loans']['monthEnd']
  expect([allowance.done, interest.done === null]).toEqual([null, false])
})
