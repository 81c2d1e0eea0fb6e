import type { Page } from '@playwright/test'
import type { Answers } from '../../shared/contract/index.ts'
import { foundByAxe, pickMember, press } from './hands.ts'
import { makeVillage, nextRequest, type Village } from './village.ts'
import { expect, goTo, settled, test } from './window.ts'

let village: Village

test.beforeEach(async ({ program }) => {
  village = makeVillage(program, 12)
})

/** Who, and on to the savings of hers. */
async function pickSaver(page: Page, index: number): Promise<string> {
  const name = await pickMember(page, village.members[index])
  await expect(page.getByRole('combobox', { name: 'Simpanan' })).toBeFocused()
  return name
}

test('a deposit is typed, saved, seen on the card and reversed without the mouse', async ({ page, program, open }) => {
  await open(await program.serve(program.book))
  await goTo(page, 'savings/deposit')
  await settled(page)
  const name = await pickSaver(page, 3)
  await expect(page.getByRole('option', { name: 'Simpanan sukarela, baru dibuka' })).toBeAttached()
  await page.keyboard.type('Simpanan s')
  await press(page, 'Enter')
  await page.keyboard.type('75000')
  await expect(page.getByText('tujuh puluh lima ribu rupiah')).toBeVisible()
  expect(await foundByAxe(page)).toEqual([])
  await press(page, 'Control+Enter')
  const notice = page.getByRole('status').filter({ hasText: 'Tersimpan' })
  await expect(notice).toContainText(`Setoran Rp75.000 dari ${name} (004) ke Simpanan sukarela dicatat.`)
  await expect(notice).toContainText(/BKM-\d{4}-0001/)
  await expect(notice).toContainText('Rp75.000')
  expect(await foundByAxe(page)).toEqual([])
  await page.getByRole('link', { name: 'Lihat kartu simpanan' }).click()
  const card = page.getByRole('grid', { name: 'Isi kartu simpanan' })
  await expect(card.getByRole('row').nth(1)).toContainText('75.000')
  expect(await foundByAxe(page)).toEqual([])
  await page.goBack()
  await settled(page)
})

test('Enter pressed twice leaves what was saved on the screen', async ({ page, program, open }) => {
  await open(await program.serve(program.book))
  await goTo(page, `savings/deposit?member=${village.members[0]?.memberId}`)
  await page.getByRole('combobox', { name: 'Simpanan' }).selectOption({ label: 'Simpanan wajib, baru dibuka' })
  await page.getByLabel('Jumlah setoran').fill('25000')
  // The second Enter comes in the moment the notice takes the focus.
  await page.evaluate(() =>
    document.addEventListener('focusin', ({ target }) => {
      const enter = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true })
      if (target instanceof HTMLButtonElement && target.dispatchEvent(enter)) target.click()
    }),
  )
  await press(page, 'Control+Enter')
  const again = page.getByRole('button', { name: 'Catat lagi' })
  await expect(again).toBeFocused()
  await expect(page.getByRole('status').filter({ hasText: 'Tersimpan' })).toContainText('Setoran Rp25.000')
  await page.waitForTimeout(700)
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Jumlah setoran')).toBeVisible()
})

test('reversing what was just saved says so and leaves both on the card', async ({ page, program, open }) => {
  await open(await program.serve(program.book))
  await goTo(page, `savings/deposit?member=${village.members[0]?.memberId}`)
  await page.getByRole('combobox', { name: 'Simpanan' }).selectOption({ label: 'Simpanan wajib, baru dibuka' })
  await page.getByLabel('Jumlah setoran').fill('25000')
  await press(page, 'Control+Enter')
  await page.getByRole('button', { name: 'Batalkan' }).click()
  await page.keyboard.type('salah anggota')
  await press(page, 'Enter')
  await expect(page.getByRole('alert')).toContainText(/Bukti BKM-\d{4}-0001 dibatalkan dengan bukti/)
  await page.getByRole('link', { name: 'Lihat kartu simpanan' }).click()
  const card = page.getByRole('grid', { name: 'Isi kartu simpanan' })
  await expect(card.getByRole('row')).toHaveCount(4)
  await expect(card).toContainText('dibatalkan oleh')
  await expect(card).toContainText('membatalkan BKM')
})

test('a withdrawal above the balance is refused beside the amount, then the right one goes through', async ({
  page,
  program,
  open,
  complaints,
}) => {
  const [member] = village.members
  const account = program.call('savings.open', {
    requestId: nextRequest(),
    memberId: member?.memberId,
    product: 'sukarela',
    date: village.today,
  }) as Answers['savings']['open']
  program.call('savings.deposit', {
    requestId: nextRequest(),
    savingsAccountId: account.savingsAccountId,
    date: village.today,
    amount: 200_000_00,
    cashAccount: '11101',
  })
  await open(await program.serve(program.book))
  await goTo(page, 'savings/withdraw')
  await settled(page)
  await pickSaver(page, 0)
  await expect(page.getByRole('combobox', { name: 'Simpanan' })).toHaveValue(account.savingsAccountId)
  await expect(page.getByText('Boleh ditarik kapan saja.')).toBeVisible()
  const amount = page.getByLabel('Jumlah penarikan')
  await amount.fill('200001')
  await press(page, 'Control+Enter')
  await expect(page.getByText(/Saldo simpanan tidak cukup: tersedia Rp200\.000, kurang Rp1/)).toBeVisible()
  await expect(amount).toBeFocused()
  await expect(amount).toHaveValue('200.001')
  expect(await foundByAxe(page)).toEqual([])
  await amount.fill('150000')
  await press(page, 'Control+Enter')
  await expect(page.getByText(/^Penarikan Rp150\.000 oleh .* dari Simpanan sukarela dicatat\.$/)).toBeVisible()
  await expect(page.getByText('Rp50.000')).toBeVisible()
  complaints.splice(0)
})

test('an empty form says at each field what is missing', async ({ page, program, open, complaints }) => {
  await open(await program.serve(program.book))
  await goTo(page, 'savings/deposit')
  await settled(page)
  await press(page, 'Control+Enter')
  await expect(page.getByText('Jumlah uang harus lebih dari nol.')).toBeVisible()
  await expect(page.getByText('Isian ini harus diisi.')).toBeVisible()
  expect(await foundByAxe(page)).toEqual([])
  complaints.splice(0)
})

test('the list adds up by kind and finds by any part; who is behind is on a list of its own', async ({
  page,
  program,
  open,
}) => {
  const rows = village.members.map(({ memberId }) => ({ memberId, savings: { pokok: 100_000_00 } }))
  program.call('collection.record', { requestId: nextRequest(), date: village.today, cashAccount: '11101', rows })
  await open(await program.serve(program.book), 'en')
  await goTo(page, 'savings')
  await settled(page)
  const pokok = page.getByRole('button', { name: /^Principal savings/ })
  await expect(pokok).toContainText('Rp1.200.000')
  await pokok.click()
  await page.getByLabel('Find a member or a savings number').fill(village.members[6]?.name.slice(0, 4) ?? '')
  const list = page.getByRole('grid', { name: 'List of savings' })
  await expect(list).toContainText(village.members[6]?.name ?? '')
  await expect(list).toContainText('100.000')
  expect(await foundByAxe(page)).toEqual([])
  await goTo(page, 'savings/arrears')
  await settled(page)
  expect(await foundByAxe(page)).toEqual([])
  await goTo(page, 'savings/open')
  await settled(page)
  expect(await foundByAxe(page)).toEqual([])
})
