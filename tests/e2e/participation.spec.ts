import type { Locator, Page } from '@playwright/test'
import { localToday } from '../../electron/backend/log.ts'
import { yearOf } from '../../shared/calendar.ts'
import { foundByAxe, notice, press } from './hands.ts'
import { refuseMouse } from './papers.ts'
import type { Program } from './program.ts'
import { makeVillage, nextRequest } from './village.ts'
import { expect, goTo, test } from './window.ts'

test.slow()

/** A closed year with Rp1.000.000 to divide and two holders of modal penyertaan, one of them a member. */
function heldYear(program: Program): number {
  const { today, members } = makeVillage(program, 3, Number(localToday().slice(5, 7)) + 6)
  const year = yearOf(today) - 1
  const [first] = members
  const cash = { date: `${year}-12-05`, cashAccount: '11101' }
  program.batch([
    {
      procedure: 'cash.receive',
      input: {
        ...{ requestId: nextRequest(), ...cash, description: 'Jasa pinjaman' },
        lines: [{ account: '41101', amount: 1_000_000_00, memberId: first?.memberId }],
      },
    },
    {
      procedure: 'capital.contribute',
      input: { requestId: nextRequest(), ...cash, contributor: 'BUM Desa Sukamaju', amount: 3_000_000_00 },
    },
    {
      procedure: 'capital.contribute',
      input: {
        ...{ requestId: nextRequest(), ...cash, contributor: first?.name, memberId: first?.memberId },
        amount: 1_000_000_00,
      },
    },
    { procedure: 'closing.closeYear', input: { requestId: nextRequest(), year } },
  ])
  return year
}

const holders = (page: Page): Locator => page.getByRole('grid', { name: 'Bagian pemilik modal penyertaan' })

test('holders of modal penyertaan get their part by the rule, the meeting decides it, and their card pays it', async ({
  page,
  program,
  open,
}) => {
  await refuseMouse(page)
  const year = heldYear(program)
  await open(await program.serve(program.book))
  await goTo(page, `closing/rule?year=${year}`)
  const name = page.getByLabel('Nama bagian 7')
  await name.focus()
  await name.fill('Penyertaan')
  await page.getByLabel('Bagian 7 untuk').selectOption({ label: 'Pemilik modal penyertaan' })
  await expect(page.getByText('Jumlah tepat 100%.')).toBeVisible()
  expect(await foundByAxe(page)).toEqual([])
  await page.getByLabel('Persen bagian 7').focus()
  await press(page, 'Control+Enter')
  await expect(page.getByText(`berlaku mulai tahun buku ${year}`)).toBeVisible()

  await goTo(page, `closing/shu?year=${year}`)
  await expect(holders(page).getByRole('row').nth(1)).toContainText(/BUM Desa Sukamaju.*3\.000\.000.*37\.500/)
  await expect(holders(page).getByRole('row').nth(2)).toContainText('12.500')
  await expect(holders(page).getByRole('row').last()).toContainText('50.000')
  expect(await foundByAxe(page)).toEqual([])
  const decision = page.getByLabel('Nomor atau isi keputusan')
  await decision.focus()
  await decision.fill('Keputusan RAT 1')
  await press(page, 'Control+Enter')
  await expect(notice(page)).toContainText(`SHU tahun ${year} diputuskan`)
  await expect(holders(page)).toContainText('Belum dibayar')
  expect(await foundByAxe(page)).toEqual([])

  await holders(page).focus()
  await press(page, 'Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('BUM Desa Sukamaju')
  await expect(page.getByText('Bagian SHU belum dibayar')).toBeVisible()
  expect(await foundByAxe(page)).toEqual([])
  await page.getByRole('link', { name: 'Bayar bagian SHU' }).focus()
  await press(page, 'Enter')
  await expect(page.getByLabel('Modal penyertaan', { exact: true })).toContainText('(bagian SHU Rp37.500)')
  const amount = page.getByLabel('Jumlah', { exact: true })
  await expect(amount).toBeFocused()
  await page.keyboard.type('37501')
  await press(page, 'Control+Enter')
  await expect(page.getByText(/yang belum dibayar Rp37\.500/)).toBeVisible()
  await amount.focus()
  await amount.fill('20000')
  await press(page, 'Control+Enter')
  await expect(notice(page)).toContainText('Rp20.000 dibayar kepada BUM Desa Sukamaju.')
  await expect(notice(page)).toContainText('Rp17.500')
  expect(await foundByAxe(page)).toEqual([])
})
