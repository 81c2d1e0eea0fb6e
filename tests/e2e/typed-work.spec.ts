import type { Page } from '@playwright/test'
import { foundByAxe } from './hands.ts'
import { expect, goTo, settled, test } from './window.ts'

/** Opens a new book at a screen. */
async function openAt(page: Page, path: string): Promise<void> {
  await goTo(page, path)
  await settled(page)
}

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => navigator.clipboard.writeText(pasted), text)
  await page.keyboard.press('Control+v')
}

test.beforeEach(async ({ page, program, open }) => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  program.run('new', program.book, JSON.stringify({ name: 'Koperasi Melati Jaya', foundedOn: '2022-03-17' }))
  await open(await program.serve(program.book))
})

test('money shows its dots and its words as it is typed', async ({ page }) => {
  await openAt(page, 'settings/products/wajib')
  const due = page.getByLabel('Iuran baru')
  await due.focus()
  await page.keyboard.type('1250000')
  await expect(due).toHaveValue('1.250.000')
  await expect(page.getByText('satu juta dua ratus lima puluh ribu rupiah')).toBeVisible()
  for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Backspace')
  await expect(due).toHaveValue('125.000')
  await page.keyboard.type('9')
  await expect(due).toHaveValue('1.259.000')
})

test('a paste is one amount or a question, never a guess', async ({ page }) => {
  await openAt(page, 'settings/products/wajib')
  const due = page.getByLabel('Iuran baru')
  for (const text of ['1.000.000', '1000000', 'Rp 1.000.000,00', '1,000,000']) {
    await due.fill('')
    await due.focus()
    await paste(page, text)
    await expect(due).toHaveValue('1.000.000')
  }
  await due.selectText()
  await paste(page, '1,000')
  await expect(page.getByText('Tulisan ini bisa berarti dua jumlah')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('button', { name: 'Rp1.000', exact: true })).toBeFocused()
  expect(await foundByAxe(page)).toEqual([])
  await page.keyboard.press('Enter')
  await expect(due).toHaveValue('1.000')
})

test('ten times the usual asks back before it is saved', async ({ page }) => {
  await openAt(page, 'settings/products/wajib')
  const due = page.getByLabel('Iuran baru')
  await due.focus()
  await page.keyboard.type('20000')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Iuran Simpanan wajib disimpan.')).toBeVisible()
  await openAt(page, 'settings/products')
  await expect(page.getByText('Rp20.000 per bulan')).toBeVisible()
  await openAt(page, 'settings/products/wajib')
  await due.focus()
  await page.keyboard.type('200000')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('button', { name: 'Ya, benar' })).toBeFocused()
  await expect(page.getByText('Iuran Simpanan wajib disimpan.')).toBeHidden()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Iuran Simpanan wajib disimpan.')).toBeVisible()
})

test('Enter walks through every kind of field, choices too, and saves at the last', async ({ page }) => {
  await openAt(page, 'books/accounts/new')
  await expect(page.getByRole('combobox', { name: 'Di bawah judul' })).toBeFocused()
  await page.keyboard.type('beban usaha')
  await expect(page.getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Nomor')).toBeFocused()
  for (const text of ['52299', 'Beban pasar malam', 'Night market']) {
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
  }
  const type = page.getByRole('combobox', { name: 'Jenis' })
  await expect(type).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('option', { name: 'Beban' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: 'Saldo normal' })).toBeFocused()
  await expect(type).toHaveValue('Beban')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Akun 52299', level: 1 })).toBeVisible()
})

test('a day is read as it is written, and a day to come asks back', async ({ page }) => {
  await openAt(page, 'books/post')
  const date = page.getByLabel('Tanggal', { exact: true })
  await date.fill('17/8/25')
  await page.keyboard.press('Enter')
  await expect(date).toHaveValue('17 Agustus 2025')
  await expect(page.getByText('sudah lebih dari 62 hari yang lalu')).toBeVisible()
  await date.fill('besok')
  await page.keyboard.press('Enter')
  await expect(page.getByText('belum terjadi. Sudah benar?')).toBeVisible()
  await date.fill('31/2')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Tanggal ini tidak terbaca')).toBeVisible()
  expect(await foundByAxe(page)).toEqual([])
})

test('a refusal keeps everything, says what to do, and so do Esc, another language and another letter size', async ({
  page,
}) => {
  await openAt(page, 'books/post')
  await page.getByLabel('Uraian', { exact: true }).fill('Sewa tenda')
  await page.getByLabel('Debit baris 1').fill('500000')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('alert')).toContainText('Yang sudah diketik tetap ada')
  await expect(page.locator('[aria-invalid="true"]').first()).toBeFocused()
  await page.keyboard.press('Escape')
  await page.getByText('English').locator('..').click()
  await page.getByText('Largest').locator('..').click()
  await expect(page.getByLabel('Description')).toHaveValue('Sewa tenda')
  await expect(page.getByLabel('Debit of line 1')).toHaveValue('500.000')
  await expect(page.getByRole('alert')).toContainText('What you typed is still here')
})

test('typed work is not left behind without asking', async ({ page }) => {
  await openAt(page, 'books')
  await page.getByRole('link', { name: 'Jurnal umum' }).first().click()
  await page.getByLabel('Uraian', { exact: true }).fill('Sewa tenda')
  await page.getByRole('link', { name: 'Beranda' }).click()
  const question = page.getByRole('dialog', { name: 'Isian ini belum disimpan' })
  await expect(question).toBeVisible()
  expect(await foundByAxe(page)).toEqual([])
  await page.keyboard.press('Escape')
  await expect(question).toBeHidden()
  await expect(page.getByLabel('Uraian', { exact: true })).toHaveValue('Sewa tenda')
  await page.getByRole('link', { name: 'Beranda' }).click()
  await page.getByRole('button', { name: 'Pindah tanpa menyimpan' }).click()
  await expect(page.getByRole('heading', { name: 'Beranda', level: 1 })).toBeVisible()
})

test('a form nobody typed in is left without a question, though a cash account stands proposed in it', async ({
  page,
}) => {
  await openAt(page, 'cash/spend')
  await expect(page.getByRole('combobox', { name: 'Dibayar dari' })).toHaveValue(/Kas kantor/)
  await page.getByRole('link', { name: 'Beranda' }).click()
  await expect(page.getByRole('heading', { name: 'Beranda', level: 1 })).toBeVisible()
})

test('what was refused stays marked until it is changed, and only that', async ({ page }) => {
  await openAt(page, 'books/accounts/new')
  await page.getByLabel('Nomor').fill('12')
  await page.keyboard.press('Control+Enter')
  const number = page.getByLabel('Nomor')
  const name = page.getByLabel('Nama dalam bahasa Indonesia')
  await expect(number).toHaveAttribute('aria-invalid', 'true')
  await expect(name).toHaveAttribute('aria-invalid', 'true')
  await number.fill('52299')
  await expect(number).not.toHaveAttribute('aria-invalid', 'true')
  await expect(name).toHaveAttribute('aria-invalid', 'true')
})

test('an answer that got lost is tried again and recorded once', async ({ page, program, complaints }) => {
  await openAt(page, 'books/post')
  await page.getByLabel('Uraian', { exact: true }).fill('Hibah desa')
  for (const [line, account, side] of [
    [1, 'kas kantor', 'Debit'],
    [2, '33201', 'Kredit'],
  ]) {
    await page.getByRole('combobox', { name: `Akun baris ${line}` }).fill(`${account}`)
    await expect(page.getByRole('option').first()).toBeVisible()
    await page.keyboard.press('Enter')
    await page.getByLabel(`${side} baris ${line}`).fill('1000000')
  }
  // The door gets the call and records it; its answer never arrives.
  await page.route('**/rpc/journal/post', async (route) => {
    await route.fetch()
    await route.abort()
  })
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'Yang sudah diketik tetap ada' })).toBeVisible()
  await page.unroute('**/rpc/journal/post')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Jurnal Hibah desa sebesar Rp1.000.000 dicatat.')).toBeVisible()
  await program.stop()
  expect(program.call('journal.list', {})).toMatchObject({ rows: [{ description: 'Hibah desa' }] })
  complaints.splice(0)
})

test('a backend that is gone is named at once, and its return too', async ({ page, complaints }) => {
  await settled(page)
  // Every screen is fetched ahead while nobody waits; whoever is cut off before gets them by loading the page anew.
  await page.waitForLoadState('networkidle')
  await page.route('**/*', (route) => route.abort('internetdisconnected'))
  // A screen that was not open yet comes all the same: what it shows says that nobody answers.
  await goTo(page, 'books/trial-balance')
  await expect(page.getByRole('alert').filter({ hasText: 'Program pencatat tidak menjawab' }).first()).toBeVisible()
  await page.unroute('**/*')
  // The status is asked every three seconds; a busy machine asks later.
  await expect(page.getByText('Yang tampil mungkin sudah lama')).toBeHidden({ timeout: 20_000 })
  await expect(page.getByRole('heading', { name: 'Neraca saldo', level: 1 })).toBeVisible()
  complaints.splice(0)
})

test('a mistake in a screen shows a calm one, with a number and a way on', async ({ page, complaints }) => {
  await page.route('**/rpc/ledger/trialBalance', (route) => route.fulfill({ json: { json: { rows: [null] } } }))
  await goTo(page, 'books/trial-balance')
  const trouble = page.getByRole('alert')
  await expect(trouble).toContainText('Layar ini berhenti')
  await expect(trouble).toContainText(/Nomor kesalahan: \d{6}/)
  await expect(trouble).not.toContainText('TypeError')
  expect(await foundByAxe(page)).toEqual([])
  await page.getByRole('button', { name: 'Salin laporan' }).click()
  await expect(page.getByText('Laporan sudah disalin')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('TypeError')
  await page.unroute('**/rpc/ledger/trialBalance')
  await page.getByRole('link', { name: 'Kembali ke Beranda' }).click()
  await expect(page.getByRole('heading', { name: 'Beranda', level: 1 })).toBeVisible()
  complaints.splice(0)
})
