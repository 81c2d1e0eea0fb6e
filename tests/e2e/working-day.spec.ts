import type { Locator, Page } from '@playwright/test'
import type { Answers } from '../../shared/contract/index.ts'
import { rupiahDenominations } from '../../shared/rules/cash-count.ts'
import { formatAmount, formatRupiah } from '../../shared/rules/money.ts'
import { press } from './hands.ts'
import { printed, refuseMouse } from './papers.ts'
import { dues, makeVillage } from './village.ts'
import { expect, settled, test } from './window.ts'

/** Keys as a hand types them; the mouse is never used in this file. */
async function type(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text)
}

/** Ctrl+K, a few letters, Enter. */
async function find(page: Page, text: string, heading: string | RegExp): Promise<void> {
  await press(page, 'Control+k')
  await expect(page.getByPlaceholder(/^Ketik nama layar/)).toBeFocused()
  await type(page, text)
  await settled(page)
  await press(page, 'Enter')
  await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible()
}

/** Tab until something has the focus: what is on the screen is reached without pointing at it. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible()
  for (let steps = 0; steps < 40; steps += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await press(page, 'Tab')
  }
  throw new Error(`Tab never reached ${wanted}`)
}

test.beforeEach(({ page }) => refuseMouse(page))

test('a new cooperative has its book after a minute of typing', async ({ page, program, open }) => {
  await open(await program.serveWithoutBook())
  await expect(page.getByRole('button', { name: 'Mulai buku baru' })).toBeFocused()
  const answers = ['Koperasi Melati Jaya', 'Sumberejo', '17/3/22', 'Siti Aminah', 'Dewi Rahayu', '25000']
  await press(page, 'Enter')
  await expect(page.getByLabel('Nama koperasi')).toBeFocused()
  for (const answer of answers) {
    await type(page, answer)
    await press(page, 'Enter')
  }
  await expect(page.getByRole('heading', { name: 'Beranda', level: 1 })).toBeVisible()
  await expect(page.getByText('Koperasi Melati Jaya').first()).toBeVisible()
  // Two keys a second is slow for anybody: with them it is done in half of the two minutes.
  const keys = answers.join('').length + answers.length + 1
  expect(keys / 2).toBeLessThan(60)
})

test('a whole working day is done without the mouse, and the book says what was typed', async ({
  page,
  program,
  open,
}) => {
  // Eighty-five members by keyboard take their time on a busy machine; how long it takes is not what is proven here.
  test.slow()
  const { today, members } = makeVillage(program, 85)
  const year = today.slice(0, 4)
  const sukarela = members.map((_, index) => (index % 4) * 5_000_00)
  const collected = members.length * (dues.pokok + dues.wajib) + sukarela.reduce((sum, amount) => sum + amount, 0)
  const bill = 187_500_00
  const missing = 500_00

  await open(await program.serveWithoutBook())
  await tabTo(page, page.getByLabel('Letak berkas buku'))
  await type(page, program.book)
  await press(page, 'Enter')
  await expect(page.getByRole('heading', { name: 'Beranda', level: 1 })).toBeVisible()

  await find(page, 'kumpulan', 'Kumpulan setoran')
  await settled(page)
  await press(page, 'Control+f', 'Enter')
  for (const amount of sukarela) {
    await type(page, '100000')
    await press(page, 'Enter')
    await type(page, '25000')
    await press(page, 'Enter')
    if (amount > 0) await type(page, String(amount / 100))
    await press(page, 'Enter')
  }
  await press(page, 'Control+Enter')
  const notice = page.getByRole('status').filter({ hasText: 'Tersimpan' })
  await expect(notice).toContainText(`Setoran 85 anggota, seluruhnya ${formatRupiah(collected)}, dicatat.`)
  await expect(notice).toContainText(`BKM-${year}-0001`)

  await tabTo(page, page.getByRole('button', { name: 'Cetak bukti', exact: true }))
  const receipt = await printed(page)
  expect(receipt).toContain(`BKM-${year}-0001`)
  expect(receipt).toContain(formatAmount(collected))

  await find(page, 'uang keluar', 'Uang keluar')
  await expect(page.getByRole('combobox', { name: 'Untuk apa' })).toBeFocused()
  await type(page, 'listrik')
  await expect(page.getByRole('option', { name: /Listrik/ }).first()).toBeVisible()
  await press(page, 'Enter')
  await expect(page.getByLabel('Dibayarkan kepada siapa')).toBeFocused()
  await type(page, 'PLN Kedungwaru')
  await press(page, 'Enter')
  await expect(page.getByLabel('Keterangan')).toBeFocused()
  await type(page, 'Listrik kantor')
  await press(page, 'Enter')
  await type(page, String(bill / 100))
  await press(page, 'Enter')
  await expect(notice).toContainText(`Uang keluar ${formatRupiah(bill)} dicatat: Listrik kantor.`)
  await tabTo(page, page.getByRole('button', { name: 'Cetak bukti', exact: true }))
  const bukti = await printed(page)
  expect(bukti).toContain(`BKK-${year}-0001`)
  expect(bukti).toContain('PLN Kedungwaru')

  await find(page, 'hitung kas', 'Hitung kas')
  await settled(page)
  let rest = (collected - bill - missing) / 100
  for (const value of rupiahDenominations) {
    const pieces = Math.floor(rest / value)
    rest -= pieces * value
    if (pieces > 0) await type(page, String(pieces))
    await press(page, 'Enter')
  }
  await expect(page.getByText(`kurang ${formatRupiah(missing)}`)).toBeVisible()
  for (const answer of ['Dewi Rahayu', 'Siti Aminah', 'Kembalian kurang']) {
    await type(page, answer)
    await press(page, 'Enter')
  }
  await expect(notice).toContainText('selisih')

  const [member] = members.slice(41)
  await find(page, member?.name ?? '', new RegExp(member?.name ?? ''))
  await find(page, `BKK-${year}-0001`, `Bukti BKK-${year}-0001`)
  await tabTo(page, page.getByRole('button', { name: 'Batalkan' }))
  await press(page, 'Enter')
  await expect(page.getByLabel('Alasan pembatalan')).toBeFocused()
  await type(page, 'Salah bulan')
  await press(page, 'Enter')
  await expect(page.getByRole('alert')).toContainText(`Bukti BKK-${year}-0001 dibatalkan dengan bukti`)

  await find(page, 'buku kas', 'Buku kas')
  const cashBook = page.getByRole('grid').or(page.getByRole('table'))
  for (const text of [`BKM-${year}-0001`, `BKK-${year}-0001`, 'Listrik kantor', formatAmount(collected - missing)]) {
    await expect(cashBook).toContainText(text)
  }

  await program.stop()
  expect(program.run('verify', program.book)).toMatchObject({ ok: true, problems: [] })
  const { rows } = program.call('ledger.trialBalance', { asOf: today }) as Answers['ledger']['trialBalance']
  const moved = rows.filter(({ debit, credit }) => debit !== credit)
  expect(Object.fromEntries(moved.map(({ code, debit, credit }) => [code, debit - credit]))).toEqual({
    11101: collected - missing,
    21101: -sukarela.reduce((sum, amount) => sum + amount, 0),
    31101: -members.length * dues.pokok,
    31102: -members.length * dues.wajib,
    58102: missing,
  })
})
