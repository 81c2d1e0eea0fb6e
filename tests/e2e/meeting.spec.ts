import type { Locator } from '@playwright/test'
import { addMonths, yearOf } from '../../shared/calendar.ts'
import { foundByAxe, press } from './hands.ts'
import { printedBy, refuseMouse } from './papers.ts'
import { makeVillage, nextRequest } from './village.ts'
import { expect, goTo, settled, test } from './window.ts'

test.slow()

async function typeInto(field: Locator, text: string): Promise<void> {
  await field.focus()
  await field.press('Control+a')
  await field.pressSequentially(text)
}

test('the book of the meeting gets its texts, is printed, and says afterwards what was decided', async ({
  page,
  program,
  open,
}) => {
  const village = makeVillage(program, 3, 14)
  const year = yearOf(addMonths(village.today, -12))
  const income = { date: `${year}-12-10`, cashAccount: '11101', description: 'Jasa pinjaman' }
  const lines = [{ account: '41101', amount: 1_200_000_00 }]
  program.call('cash.receive', { requestId: nextRequest(), ...income, lines })
  await refuseMouse(page)
  await open(await program.serve(program.book))
  await goTo(page, 'closing/meeting')
  await page.getByLabel('Tahun', { exact: true }).selectOption(String(year))
  await settled(page)

  await page.getByLabel('Bagian yang ditulis').selectOption('followUp')
  await typeInto(page.getByLabel('Isi'), 'Timbangan toko sudah dibeli.')
  await press(page, 'Control+Enter')
  await expect(page.getByText('Tindak lanjut, masalah dan rencana disimpan.')).toBeVisible()
  await page.getByLabel('Bagian', { exact: true }).selectOption('1')
  const report = await printedBy(page, 'Cetak buku')
  expect(report).toContain('Timbangan toko sudah dibeli.')
  expect(report).not.toContain('Laporan Posisi Keuangan')

  await typeInto(page.getByLabel('Tanggal rapat'), `14/03/${year + 1}`)
  await typeInto(page.getByLabel('Tempat'), 'Balai dusun')
  await typeInto(page.getByLabel('Pimpinan rapat'), 'Ibu Ratna')
  await typeInto(page.getByLabel('Sekretaris rapat'), 'Ibu Sari')
  await typeInto(page.getByLabel('Hadir'), '2')
  await typeInto(page.getByLabel('Keputusan rapat'), 'Laporan diterima.')
  await press(page, 'Control+Enter')
  await expect(page.getByText(`Catatan rapat ${year} disimpan.`)).toBeVisible()
  await expect(page.getByText('Kuorum tercapai: 2 dari 3 anggota hadir.')).toBeVisible()
  expect(await foundByAxe(page)).toEqual([])

  await page.getByLabel('Bagian', { exact: true }).selectOption('')
  const book = await printedBy(page, 'Cetak buku')
  for (const words of ['Daftar Isi', 'Laporan Posisi Keuangan', 'Berita Acara', 'Laporan diterima.', 'Ibu Ratna']) {
    expect(book).toContain(words)
  }

  await goTo(page, `closing/reporting?year=${year}`)
  const toOffice = page.getByRole('row', { name: 'Laporan keuangan tahunan' })
  await expect(toOffice).toContainText(`30 April ${year + 1}`)
  await page.getByRole('button', { name: 'Tandai sudah dikirim: Laporan keuangan tahunan' }).focus()
  await press(page, 'Enter')
  await expect(toOffice).toContainText('Sudah dikirim')
  await expect(page.getByText('Laporan keuangan tahunan: dicatat sudah dikirim.')).toBeVisible()
  expect(await foundByAxe(page)).toEqual([])
})
