import type { Page } from '@playwright/test'
import type { Answers } from '../../shared/contract/index.ts'
import { notice, press, sayYes } from './hands.ts'
import type { Program } from './program.ts'
import { makeVillage, nextRequest, receiveGrant, type Village } from './village.ts'
import { expect, goTo, settled, test } from './window.ts'

let village: Village

test.beforeEach(async ({ program, open }) => {
  village = makeVillage(program, 2)
  receiveGrant(program, village, 1_000_000_00)
  program.call('items.create', { name: 'Beras', unitName: 'kg', barcode: '8992761002015', priceOther: 15_000_00 })
  await open(await program.serve(program.book))
})

/** Goes to a screen of which nothing is known yet, with one procedure's answers held back as on a busy laptop. */
async function openSlowly(page: Page, path: string, procedure: string, forMs = 2_500): Promise<void> {
  await slow(page, procedure, forMs)
  await goTo(page, path)
  await page.reload()
}

async function slow(page: Page, procedure: string, forMs: number): Promise<void> {
  await page.route(`**/rpc/${procedure}`, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, forMs))
    await route.continue()
  })
}

test('Ctrl+Enter before the cash account was proposed saves as soon as it is there', async ({ page }) => {
  await openSlowly(page, `savings/deposit?member=${village.members[0]?.memberId}`, 'cash/accounts')
  await page.getByRole('combobox', { name: 'Simpanan' }).selectOption({ label: 'Simpanan wajib, baru dibuka' })
  await page.getByLabel('Jumlah setoran').fill('25000')
  await expect(page.getByRole('combobox', { name: 'Uang masuk ke' })).toHaveValue('')
  await press(page, 'Control+Enter')
  await expect(page.getByRole('button', { name: 'Simpan setoran' })).toBeDisabled()
  await expect(notice(page)).toContainText('Setoran Rp25.000')
})

test('an amount typed before the savings of the member are known is saved to the ones they turn out to be', async ({
  page,
}) => {
  await openSlowly(page, 'savings/deposit', 'members/get')
  await expect(page.getByRole('combobox', { name: 'Anggota' })).toBeFocused()
  await page.keyboard.type('001')
  await press(page, 'Enter')
  await expect(page.getByRole('combobox', { name: 'Simpanan' })).toBeFocused()
  await page.getByLabel('Jumlah setoran').fill('25000')
  await press(page, 'Control+Enter')
  // More than one kind fits: saving waited for them and asks which.
  await expect(page.getByRole('combobox', { name: 'Simpanan' })).toBeFocused()
  await page.getByRole('combobox', { name: 'Simpanan' }).selectOption({ label: 'Simpanan wajib, baru dibuka' })
  await press(page, 'Control+Enter')
  await expect(notice(page)).toContainText('Setoran Rp25.000')
})

test('what is completed while a first attempt is still being refused is saved at the second Ctrl+Enter', async ({
  page,
}) => {
  await openSlowly(page, 'trade/opening', 'trade/openingStock')
  await settled(page)
  await page.keyboard.type('8992761002015')
  await press(page, 'Enter')
  await expect(page.getByLabel('Banyak, Beras')).toBeFocused()
  await page.keyboard.type('25')
  await press(page, 'Control+Enter', 'Tab')
  await expect(page.getByLabel('Harga seluruhnya, Beras')).toBeFocused()
  await page.keyboard.type('300000')
  await press(page, 'Control+Enter')
  // Two answers are held back, one after the other.
  await expect(notice(page)).toContainText('Persediaan awal Rp300.000 dicatat.', { timeout: 20_000 })
})

/** A deposit whose saving waits for the proposed cash account, asked for twice. */
async function askTwice(page: Page): Promise<void> {
  await openSlowly(page, `savings/deposit?member=${village.members[0]?.memberId}`, 'cash/accounts')
  await page.getByRole('combobox', { name: 'Simpanan' }).selectOption({ label: 'Simpanan wajib, baru dibuka' })
  await page.getByLabel('Jumlah setoran').fill('25000')
  await press(page, 'Control+Enter', 'Control+Enter')
}

/** What came into the cash boxes, counted once the screens have let go of the book. */
async function vouchersIn(page: Page, program: Program): Promise<number> {
  await page.goto('about:blank')
  await program.stop()
  const { rows } = program.call('journal.list') as Answers['journal']['list']
  return rows.filter(({ voucher }) => voucher.startsWith('BKM')).length
}

test('saving asked for twice while it waits records once', async ({ page, program }) => {
  await askTwice(page)
  await expect(notice(page)).toContainText('Setoran Rp25.000')
  expect(await vouchersIn(page, program), 'the grant and one deposit').toBe(2)
})

/** Holds one procedure's answers back until it is told to let them go. */
async function hold(page: Page, procedure: string): Promise<() => void> {
  let release = (): void => undefined
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route(`**/rpc/${procedure}`, async (route) => {
    await held
    await route.continue()
  })
  return release
}

/** Types a deposit and asks for it to be saved, then for another screen, while one procedure has not answered. */
async function leaveWhileItWaits(page: Page, procedure: string): Promise<() => void> {
  const release = await hold(page, procedure)
  await goTo(page, `savings/deposit?member=${village.members[0]?.memberId}`)
  await page.reload()
  await page.getByRole('combobox', { name: 'Simpanan' }).selectOption({ label: 'Simpanan wajib, baru dibuka' })
  await page.getByLabel('Jumlah setoran').fill('25000')
  await press(page, 'Control+Enter')
  await expect(page.getByRole('button', { name: 'Simpan setoran' })).toBeDisabled()
  await page.getByRole('link', { name: 'Beranda' }).focus()
  await press(page, 'Enter')
  return release
}

test('who leaves while saving waits is asked, and where she leaves nothing is written', async ({ page, program }) => {
  const release = await leaveWhileItWaits(page, 'cash/accounts')
  await expect(page.getByRole('dialog')).toContainText('Isian ini belum disimpan')
  const answered = page.waitForResponse('**/rpc/cash/accounts')
  release()
  await answered
  await settled(page)
  await expect(page.getByRole('dialog'), 'her answer is waited for').toBeVisible()
  await expect(notice(page)).toBeHidden()
  await sayYes(page)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Beranda')
  await settled(page)
  expect(await vouchersIn(page, program), 'the grant alone').toBe(1)
})

test('who is asked whether she leaves and stays has saved what waited', async ({ page, program }) => {
  const release = await leaveWhileItWaits(page, 'cash/accounts')
  await expect(page.getByRole('dialog').locator(':focus')).toBeVisible()
  await press(page, 'Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  release()
  await expect(notice(page)).toContainText('Setoran Rp25.000')
  expect(await vouchersIn(page, program), 'the grant and one deposit').toBe(2)
})

test('who leaves while it is being written goes on once it was written, and is not asked for nothing', async ({
  page,
  program,
}) => {
  const release = await leaveWhileItWaits(page, 'savings/deposit')
  await expect(page).toHaveURL(/#\/savings\/deposit/)
  await expect(page.getByRole('dialog')).toBeHidden()
  release()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Beranda')
  await settled(page)
  expect(await vouchersIn(page, program), 'the grant and one deposit').toBe(2)
})

test('who leaves while it is being refused is asked, with everything typed still there', async ({
  page,
  program,
  open,
}) => {
  await program.stop()
  program.call('periods.lockMonth', { requestId: nextRequest(), month: village.today.slice(0, 7) })
  await open(await program.serve(program.book))
  const release = await leaveWhileItWaits(page, 'savings/deposit')
  release()
  await expect(page.getByRole('dialog').locator(':focus')).toBeVisible()
  await press(page, 'Enter')
  await expect(page.getByLabel('Jumlah setoran')).toHaveValue('25.000')
  expect(await vouchersIn(page, program), 'the grant alone').toBe(1)
})
