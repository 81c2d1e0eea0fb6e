import type { Locator, Page } from '@playwright/test'
import { addMonthsToMonth, monthOf } from '../../shared/calendar.ts'
import { press } from './hands.ts'
import { printedBy, refuseMouse } from './papers.ts'
import { makeVillage, nextRequest } from './village.ts'
import { expect, goTo, settled, test } from './window.ts'

test.slow()

/** Each row of a table with its cells as they are read. */
const row = (page: Page, table: string, name: string): Locator =>
  page.getByRole('grid', { name: table }).getByRole('row', { name })

async function typeInto(field: Locator, text: string): Promise<void> {
  await field.focus()
  await field.press('Control+a')
  await field.pressSequentially(text)
}

test('next year is planned from this year by keyboard, printed, and a difference gets its reason', async ({
  page,
  program,
  open,
}) => {
  const village = makeVillage(program, 1)
  const month = addMonthsToMonth(monthOf(village.today), -1)
  const year = Number(month.slice(0, 4))
  const income = { date: `${month}-10`, cashAccount: '11101', description: 'Jasa pinjaman' }
  const lines = [{ account: '41101', amount: 1_200_000_00 }]
  program.call('cash.receive', { requestId: nextRequest(), ...income, lines })
  await refuseMouse(page)
  await open(await program.serve(program.book))
  await goTo(page, 'books/budget')
  await page.getByLabel('Tahun', { exact: true }).selectOption(String(year))
  await settled(page)

  await page.getByRole('button', { name: 'Buat rencana' }).focus()
  await press(page, 'Enter')
  const planned = page.getByLabel('Rencana Jasa pinjaman anggota')
  await expect(planned).toBeVisible()
  await typeInto(planned, '600000')
  await press(page, 'Control+Enter')
  await expect(page.getByText(`Rencana ${year} disimpan.`)).toBeVisible()
  await expect(row(page, `Rencana ${year}`, 'Jasa pinjaman anggota')).toContainText('600.000')

  const paper = await printedBy(page, 'Cetak')
  expect(paper).toContain('Rencana Anggaran Pendapatan dan Belanja')
  expect(paper).toMatch(/Jasa pinjaman anggota.*150\.000.*600\.000/)

  await page.getByLabel('Yang dilihat').selectOption('compare')
  await page.getByLabel('Sampai akhir bulan').selectOption(`${year}-12`)
  await settled(page)
  const line = row(page, `Rencana dan kenyataan ${year}`, 'Jasa pinjaman anggota')
  await expect(line).toContainText('200%')
  await expect(line).toContainText('Belum ditulis')
  await page.getByRole('grid', { name: `Rencana dan kenyataan ${year}` }).focus()
  await press(page, 'Home', 'Enter')
  await page.getByLabel('Sebab', { exact: true }).pressSequentially('Pinjaman panen bertambah')
  await press(page, 'Enter')
  await expect(line).toContainText('Pinjaman panen bertambah')
})
