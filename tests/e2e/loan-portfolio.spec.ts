import { addMonthsToMonth, formatMonth, monthOf } from '../../shared/calendar.ts'
import type { Answers } from '../../shared/contract/index.ts'
import { foundByAxe, press } from './hands.ts'
import { lendUnpaid, makeVillage, type Village } from './village.ts'
import { expect, goTo, settled, test } from './window.ts'

let village: Village

test.beforeEach(async ({ program }) => {
  village = makeVillage(program, 6)
})

test('who is behind is listed hamlet by hamlet with the letter to take along, and its delivery is noted', async ({
  page,
  program,
  open,
}) => {
  lendUnpaid(program, village, { member: village.members[0], days: 100 })
  lendUnpaid(program, village, { member: village.members[1], days: 45 })
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
  lendUnpaid(program, village, { member: village.members[0], days: 330 })
  lendUnpaid(program, village, { member: village.members[1], days: 20 })
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
  // Every column is in sight: nothing is to be pushed sideways.
  expect(await list.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
  expect(await foundByAxe(page)).toEqual([])
})

test('a month end is shown, written in two steps, and taken back', async ({ page, program, open }) => {
  lendUnpaid(program, village, { member: village.members[0], days: 75 })
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
