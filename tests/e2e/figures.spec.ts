import { localToday } from '../../electron/backend/log.ts'
import { yearOf } from '../../shared/calendar.ts'
import { makeVillage, nextRequest } from './village.ts'
import { expect, goTo, test } from './window.ts'

test('a figure of last year leads to its entries, and the way back finds the report as it was left', async ({
  page,
  program,
  open,
}) => {
  // Since the beginning of last year.
  makeVillage(program, 1, Number(localToday().slice(5, 7)) + 11)
  const year = yearOf(localToday()) - 1
  const receive = (date: string, amount: number, account = '41101') => ({
    procedure: 'cash.receive',
    input: {
      ...{ requestId: nextRequest(), date, cashAccount: '11101', description: `Jasa ${date}` },
      lines: [{ account, amount }],
    },
  })
  program.batch([receive(`${year}-03-05`, 700_000_00), receive(`${year}-12-05`, 300_000_00)])
  await open(await program.serve(program.book))

  await goTo(page, 'reports/surplus')
  const [from, to] = [page.getByLabel('Dari tanggal'), page.getByLabel('Sampai tanggal')]
  await from.fill(`01/01/${year}`)
  await from.press('Tab')
  await expect(from).toHaveValue(`1 Januari ${year}`)
  await to.fill(`31/12/${year}`)
  await to.press('Tab')
  await expect(to).toHaveValue(`31 Desember ${year}`)
  const line = page.getByRole('row', { name: /^Jasa pinjaman anggota/ })
  await line.getByText('1.000.000').click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Buku besar')
  await expect(from).toHaveValue(`1 Januari ${year}`)
  await expect(to).toHaveValue(`31 Desember ${year}`)
  await expect(page.getByText('2 baris')).toBeVisible()
  const entries = page.getByRole('grid', { name: 'Buku besar' })
  await expect(entries.getByRole('row', { name: /700\.000/ })).toBeVisible()
  await expect(entries.getByRole('row').last()).toContainText('1.000.000')

  await page.goBack()
  await expect(to).toHaveValue(`31 Desember ${year}`)
  await expect(from).toHaveValue(`1 Januari ${year}`)
  // The column beside it leads to its own days.
  await line.getByRole('gridcell').last().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Buku besar')
  await expect(from).toHaveValue(`1 Januari ${year - 1}`)
  await expect(to).toHaveValue(`31 Desember ${year - 1}`)
})
