import type { Locator, Page } from '@playwright/test'
import { addMonthsToMonth, type CalendarMonth, formatDateShort, formatMonth, monthOf } from '../../shared/calendar.ts'
import type { Answers } from '../../shared/contract/index.ts'
import { foundByAxe, notice, press } from './hands.ts'
import { printedBy, refuseMouse } from './papers.ts'
import type { Program } from './program.ts'
import { makeVillage, nextRequest, receiveGrant, type Village } from './village.ts'
import { expect, goTo, test } from './window.ts'

test.slow()

let village: Village
/** The month before this one: it has ended, so it may have its depreciation. */
let month: CalendarMonth

test.beforeEach(async ({ page, program }) => {
  village = makeVillage(program, 1)
  month = addMonthsToMonth(monthOf(village.today), -1)
  receiveGrant(program, village, 50_000_000_00, `${month}-01`)
  await refuseMouse(page)
})

const machine = { account: '18104', cost: 4_800_000_00, months: 48, cashAccount: '11101', place: 'Dapur' }

/** Buys something on the tenth of the month before; answers its id. */
function bought(program: Program, name: string, more: object = {}): string {
  const asset = { requestId: nextRequest(), date: `${month}-10`, name, ...machine, ...more }
  return (program.call('assets.acquire', asset) as Answers['assets']['acquire']).assetId
}

const depreciated = (program: Program) => program.call('assets.depreciate', { requestId: nextRequest(), month })

async function typeInto(field: Locator, text: string): Promise<void> {
  await field.focus()
  await field.press('Control+a')
  await field.pressSequentially(text)
}

async function openList(page: Page): Promise<void> {
  await goTo(page, 'funds/assets')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Daftar aset')
}

/** The form of a new asset, once its cash account is proposed. */
async function newAsset(page: Page): Promise<void> {
  await openList(page)
  await goTo(page, 'funds/assets/new')
  await expect(page.getByLabel('Nama aset')).toBeFocused()
  await expect(page.getByRole('combobox', { name: 'Dibayar dari' })).toHaveValue(/Kas/)
}

/** A figure of an asset's card. */
const bookValue = (page: Page, amount: string) => page.getByText(amount, { exact: true }).first()

test('a machine is bought in cash, what is wrong stands beside its field, and it is found where it stands', async ({
  page,
  program,
  open,
}) => {
  bought(program, 'Timbangan', { place: 'Toko', account: '18105' })
  await open(await program.serve(program.book))
  await newAsset(page)
  await page.keyboard.type('Mesin giling')
  await typeInto(page.getByLabel('Tanggal', { exact: true }), formatDateShort(`${month}-12`))
  await typeInto(page.getByLabel('Harga perolehan'), '6000000')
  await typeInto(page.getByLabel('Umur pakai'), '60')
  await typeInto(page.getByLabel('Nilai sisa di akhir umurnya'), '7000000')
  await typeInto(page.getByLabel('Tempat'), 'Dapur')
  expect(await foundByAxe(page)).toEqual([])
  await press(page, 'Control+Enter')
  const residual = page.getByLabel('Nilai sisa di akhir umurnya')
  await expect(residual).toHaveAttribute('aria-invalid', 'true')
  await expect(residual).toBeFocused()
  await expect(page.getByText('Rp6.000.000').first()).toBeVisible()
  await typeInto(residual, '600000')
  await press(page, 'Control+Enter')
  await expect(notice(page)).toContainText('Mesin giling dicatat dengan nomor AT-002, Rp6.000.000.')
  expect(await foundByAxe(page)).toEqual([])

  await goTo(page, 'funds/assets')
  const list = page.getByRole('grid', { name: 'Daftar aset' })
  await expect(list.getByRole('row')).toHaveCount(4)
  await page.getByLabel('Tempat').selectOption('Dapur')
  await expect(list.getByRole('row')).toHaveCount(3)
  await expect(list).toContainText('AT-002')
  expect(await foundByAxe(page)).toEqual([])
  const register = await printedBy(page, 'Cetak daftar')
  expect(register).toContain('Mesin giling')
  expect(register).not.toContain('Timbangan')
  const labels = await printedBy(page, 'Cetak label')
  expect(labels).toContain('AT-002')
  expect(labels).not.toContain('Timbangan')
  await list.focus()
  await press(page, 'Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Mesin giling')
  await expect(bookValue(page, 'Rp6.000.000')).toBeVisible()
  await typeInto(page.getByRole('textbox', { name: 'Tempat' }), 'Gudang')
  await press(page, 'Control+Enter')
  await expect(page.getByRole('status').filter({ hasText: 'disimpan' })).toBeVisible()
})

test('what is bought to be paid later is owed to who sold it', async ({ page, program, open }) => {
  const supplier = { name: 'CV Maju Alat', kind: 'supplier' }
  const { partnerId } = program.call('partners.create', supplier) as Answers['partners']['create']
  await open(await program.serve(program.book))
  await newAsset(page)
  await page.keyboard.type('Oven')
  await page.getByLabel('Cara memperoleh').selectOption('credit')
  await typeInto(page.getByLabel('Harga perolehan'), '2400000')
  await typeInto(page.getByLabel('Umur pakai'), '24')
  await press(page, 'Control+Enter')
  await expect(page.getByLabel('Pemasok')).toHaveAttribute('aria-invalid', 'true')
  await page.getByLabel('Pemasok').selectOption(partnerId)
  await press(page, 'Control+Enter')
  await expect(notice(page)).toContainText('Oven dicatat dengan nomor AT-001')
  await goTo(page, 'trade/payables')
  await expect(page.getByRole('grid').first()).toContainText('2.400.000')
})

test('a month is shown before it is booked, and is booked once', async ({ page, program, open }) => {
  bought(program, 'Mesin giling')
  await open(await program.serve(program.book))
  await goTo(page, 'funds/assets/depreciation')
  const list = page.getByRole('grid', { name: 'Yang disusutkan' })
  await expect(list.getByRole('row').filter({ hasText: 'Mesin giling' })).toContainText('100.000')
  expect(await foundByAxe(page)).toEqual([])
  const date = page.getByLabel('Tanggal bukti')
  await expect(date).toBeFocused()
  await typeInto(date, formatDateShort(`${month}-15`))
  await press(page, 'Control+Enter')
  await expect(date).toHaveAttribute('aria-invalid', 'true')
  await typeInto(date, formatDateShort(village.today))
  await press(page, 'Control+Enter')
  const name = formatMonth(month, 'id')
  await expect(notice(page)).toContainText(`Penyusutan ${name} dibukukan: Rp100.000 untuk 1 aset.`)

  await openList(page)
  await goTo(page, 'funds/assets/depreciation')
  const months = page.getByRole('grid', { name: 'Bulan yang sudah dibukukan' })
  await expect(months).toContainText(name)
  await months.focus()
  await press(page, 'Enter')
  await expect(page.getByText(`Penyusutan ${name} sudah dibukukan dengan bukti`)).toBeVisible()
  await expect(page.getByRole('button', { name: /^Bukukan penyusutan/ })).toHaveCount(0)
  expect(await foundByAxe(page)).toEqual([])
})

test('what leaves brings a gain or a loss, which is told before, and waits for its depreciation', async ({
  page,
  program,
  open,
}) => {
  const waiting = bought(program, 'Etalase')
  await open(await program.serve(program.book))
  await goTo(page, `funds/assets/card/${waiting}`)
  await expect(page.getByText(`Bukukan dulu penyusutan ${formatMonth(month, 'id')}`)).toBeVisible()
  await page.getByRole('link', { name: 'Bukukan penyusutan' }).focus()
  await press(page, 'Enter')
  await expect(page.getByLabel('Tanggal bukti')).toBeFocused()
  await press(page, 'Control+Enter')
  await expect(notice(page)).toContainText('dibukukan')

  await goTo(page, `funds/assets/card/${waiting}`)
  await typeInto(page.getByLabel('Harga jual'), '5000000')
  await expect(page.getByRole('combobox', { name: 'Uang masuk ke' })).toHaveValue(/Kas/)
  await expect(page.getByText('Untung Rp300.000 dari nilai buku Rp4.700.000.')).toBeVisible()
  await press(page, 'Control+Enter')
  await expect(page.getByLabel('Alasan')).toHaveAttribute('aria-invalid', 'true')
  await typeInto(page.getByLabel('Alasan'), 'Diganti yang baru')
  expect(await foundByAxe(page)).toEqual([])
  await press(page, 'Control+Enter')
  await expect(notice(page)).toContainText('Etalase dilepas, untung Rp300.000.')
  await openList(page)
  await expect(page.getByText('Tidak ada aset yang masih dimiliki.')).toBeVisible()
  await page.getByRole('link', { name: 'Sudah dilepas' }).focus()
  await press(page, 'Enter')
  const gone = page.getByRole('grid', { name: 'Aset yang sudah dilepas' })
  const row = gone.getByRole('row').filter({ hasText: 'Etalase' })
  await expect(row).toContainText('Dijual')
  await expect(row).toContainText('Diganti yang baru')
  await expect(row).toContainText('5.000.000')
  await expect(row).toContainText('300.000')
  expect(await foundByAxe(page)).toEqual([])
  await gone.focus()
  await press(page, 'Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Etalase')
  await expect(page.getByText('Aset ini sudah dijual, dihapus atau dibatalkan.')).toBeVisible()
})

test('what is lost leaves without money, and its card tells so', async ({ page, program, open }) => {
  const lost = bought(program, 'Timbangan')
  depreciated(program)
  await open(await program.serve(program.book))
  await goTo(page, `funds/assets/card/${lost}`)
  await expect(page.getByText('Rugi Rp4.700.000 dari nilai buku Rp4.700.000.')).toBeVisible()
  await typeInto(page.getByLabel('Alasan'), 'Hilang')
  await press(page, 'Control+Enter')
  await expect(notice(page)).toContainText('Timbangan dilepas, rugi Rp4.700.000.')
  await openList(page)
  await goTo(page, `funds/assets/card/${lost}`)
  await expect(page.getByText('Aset ini sudah dijual, dihapus atau dibatalkan.')).toBeVisible()
  await expect(page.getByRole('row').last()).toContainText('-4.700.000')
})

test('a machine is bought with money of a fund: its account is proposed, and what is over the budget needs a second person', async ({
  page,
  program,
  open,
}) => {
  const terms = { name: 'Hibah peralatan', donor: 'Dinas Koperasi', purpose: 'Mesin pengolahan', treatment: 'activity' }
  const fund = program.call('funds.create', {
    ...{ requestId: nextRequest(), ...terms, from: `${month}-01`, to: village.today },
    budget: [{ name: 'Mesin', amount: 6_000_000_00 }],
  }) as Answers['funds']['create']
  const money = { requestId: nextRequest(), date: `${month}-02`, amount: 8_000_000_00, cashAccount: '11203' }
  program.call('funds.receive', { ...money, fundId: fund.fundId })
  await open(await program.serve(program.book))
  await newAsset(page)
  await page.keyboard.type('Mesin jahit')
  await typeInto(page.getByLabel('Tanggal', { exact: true }), formatDateShort(`${month}-12`))
  await typeInto(page.getByLabel('Harga perolehan'), '7000000')
  await page.getByLabel('Memakai uang').focus()
  await press(page, 'ArrowDown')
  await expect(page.getByLabel('Memakai uang')).toContainText('Hibah peralatan')
  await expect(page.getByRole('combobox', { name: 'Dibayar dari' })).toHaveValue(/dana program/)
  await typeInto(page.getByLabel('Umur pakai'), '48')
  await typeInto(page.getByLabel('Tempat'), 'Dapur')
  await expect(page.getByText('tinggal Rp6.000.000, kurang Rp1.000.000')).toBeVisible()
  expect(await foundByAxe(page)).toEqual([])
  await press(page, 'Control+Enter')
  await expect(page.getByLabel('Disetujui oleh')).toBeFocused()
  await page.keyboard.type('Budi Santoso')
  await press(page, 'Control+Enter')
  await expect(notice(page)).toContainText('Mesin jahit dicatat dengan nomor AT-001, Rp7.000.000.')
  await page.goto('about:blank')
  await program.stop()
  const told = program.call('funds.report', { fundId: fund.fundId }) as Answers['funds']['report']
  expect(told).toMatchObject({ spent: 7_000_000_00, balance: 1_000_000_00 })
  expect((program.call('ledger.verify') as Answers['ledger']['verify']).problems).toEqual([])
})
