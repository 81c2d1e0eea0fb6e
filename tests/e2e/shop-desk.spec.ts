import type { Page } from '@playwright/test'
import type { Answers } from '../../shared/contract/index.ts'
import { foundByAxe, notice, press } from './hands.ts'
import { refuseMouse } from './papers.ts'
import { makeVillage, nextRequest, receiveGrant, type Village } from './village.ts'
import { expect, goTo, settled, test } from './window.ts'

let village: Village
let itemId: string
let keptId: string

test.beforeEach(async ({ page, program, open }) => {
  village = makeVillage(program, 2)
  receiveGrant(program, village, 1_000_000_00)
  const { today: date } = village
  const item = program.call('items.create', { name: 'Gula pasir', unitName: 'kg', priceOther: 18_000_00 })
  itemId = (item as Answers['items']['create']).itemId
  const partner = program.call('partners.create', { name: 'UD Sumber Rejeki', kind: 'supplier' })
  const { partnerId } = partner as Answers['partners']['create']
  program.call('trade.purchase', {
    ...{ requestId: nextRequest(), date, partnerId },
    lines: [{ itemId, qty: 20_000, amount: 300_000_00 }],
  })
  const kept = program.call('items.create', {
    ...{ name: 'Keripik', priceOther: 10_000_00, commissionPct: '10', ownerMemberId: village.members[0]?.memberId },
  }) as Answers['items']['create']
  keptId = kept.itemId
  program.call('trade.receiveConsignment', {
    ...{ requestId: nextRequest(), date, lines: [{ itemId: keptId, qty: 5_000 }] },
  })
  await refuseMouse(page)
  await open(await program.serve(program.book))
})

/** Puts sugar into the basket at the till and saves what it comes to. */
async function sellSugar(page: Page, kilos: string, buyer?: string): Promise<void> {
  await goTo(page, 'trade/sell')
  await settled(page)
  await page.keyboard.type('Gula')
  await expect(page.getByRole('option', { name: 'Gula' })).toBeVisible()
  await press(page, 'Enter')
  await expect(page.getByLabel('Banyak, Gula pasir')).toBeFocused()
  await page.keyboard.type(kilos)
  await press(page, 'Enter')
  if (buyer !== undefined) {
    await press(page, 'F2')
    await page.keyboard.type(buyer)
    await expect(page.getByRole('option', { name: buyer })).toBeVisible()
    await press(page, 'Enter', 'F4')
    await page.keyboard.type('Bayar nanti')
  }
  await press(page, 'Control+Enter')
  const saved = page.getByRole('status').filter({ hasText: 'Tersimpan: PJ-' })
  await expect(saved).toContainText(buyer === undefined ? 'Tersimpan' : `${buyer} (002) belum membayar Rp`)
}

test('a cashier opens the till, sells, counts it with a note missing, and the recap tells the day', async ({
  page,
  program,
}) => {
  await goTo(page, 'trade/shift')
  await expect(page.getByLabel('Nama kasir')).toBeFocused()
  await page.keyboard.type('Sari Utami')
  await expect(page.getByRole('combobox', { name: 'Kas', exact: true })).not.toHaveValue('')
  expect(await foundByAxe(page)).toEqual([])
  await press(page, 'Control+Enter')
  await expect(page.getByText('Kasir Sari Utami bertugas di')).toBeVisible()
  await sellSugar(page, '2')
  const into = page.getByRole('combobox', { name: 'Masuk ke' })
  await expect(into).not.toHaveValue('')
  await expect(into).not.toHaveValue(/Rp/)

  await goTo(page, 'trade/shift')
  await expect(page.getByLabel('Lembar atau keping 100.000')).toBeFocused()
  const past = page.getByRole('grid', { name: 'Kasir yang pernah bertugas' })
  await expect(past).toContainText('masih bertugas')
  await expect(past).not.toContainText('36.000')
  // She counts without knowing what should be there; nothing of it stands on the screen to count towards.
  const close = page.getByRole('form', { name: 'Tutup kasir' })
  await expect(close).toContainText('Sari Utami')
  await expect(close).not.toContainText(/Menurut buku|Uang masuk|Uang keluar/)
  // Rp1.036.000 should be there: ten of the largest and a twenty are, and the rest is missing.
  await page.keyboard.type('10')
  await press(page, 'Enter', 'Enter', 'Enter')
  await page.keyboard.type('1')
  await expect(close).toContainText('Hasil hitung: Rp1.020.000')
  await expect(close).not.toContainText(/1\.036\.000|16\.000/)
  expect(await foundByAxe(page)).toEqual([])
  await page.getByLabel('Lembar atau keping 50', { exact: true }).focus()
  await press(page, 'Enter')
  await expect(page.getByRole('button', { name: 'Bandingkan dengan buku' })).toBeFocused()
  await press(page, 'Enter')
  await expect(page.getByLabel('Dihitung oleh')).toBeFocused()
  await expect(page.getByText('kurang Rp16.000')).toBeVisible()
  await expect(close).toContainText('Menurut buku: Rp1.036.000')
  await page.getByLabel('Disaksikan oleh').focus()
  await page.keyboard.type('Wati Kusuma')
  await press(page, 'Control+Enter')
  await expect(page.getByLabel('Alasan selisih')).toBeFocused()
  await expect(page.getByLabel('Lembar atau keping 100.000')).toHaveValue('10')
  await page.keyboard.type('Salah memberi kembalian')
  expect(await foundByAxe(page)).toEqual([])
  await press(page, 'Control+Enter')
  await expect(notice(page)).toContainText('Uangnya Rp1.020.000, kurang Rp16.000, dan selisihnya dicatat.')
  await expect(page.getByRole('grid', { name: 'Kasir yang pernah bertugas' })).toContainText('Salah memberi kembalian')

  await goTo(page, 'trade/recap')
  await settled(page)
  await expect(page.getByRole('table', { name: 'Cara bayar' })).toContainText('Rp36.000')
  await expect(page.getByRole('table', { name: 'Pembeli' })).toContainText('Bukan anggota (1 nota)')
  expect(await foundByAxe(page)).toEqual([])
  await program.stop()
  expect((program.call('ledger.verify') as Answers['ledger']['verify']).problems).toEqual([])
})

test('what is owed on both sides is found with its age and paid in parts, too much is refused', async ({
  page,
  program,
}) => {
  await sellSugar(page, '3', village.members[1]?.name)
  await goTo(page, 'trade/receivables')
  await settled(page)
  const grid = page.getByRole('grid', { name: 'Piutang usaha' })
  await expect(grid).toContainText('54.000')
  expect(await foundByAxe(page)).toEqual([])
  await grid.focus()
  await press(page, 'Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`Piutang: ${village.members[1]?.name}`)
  const amount = page.getByLabel('Jumlah', { exact: true })
  await expect(amount).toBeFocused()
  await page.keyboard.type('60000')
  await press(page, 'Control+Enter')
  await expect(page.getByText('Yang masih harus diterima Rp54.000.')).toBeVisible()
  await expect(amount).toBeFocused()
  await press(page, 'Control+a')
  await page.keyboard.type('24000')
  await press(page, 'Control+Enter')
  await expect(notice(page)).toContainText(`Rp24.000 diterima dari ${village.members[1]?.name}.`)
  await expect(notice(page)).toContainText('Rp30.000')
  await expect(page.getByRole('grid', { name: 'Asalnya' })).toContainText('30.000')
  expect(await foundByAxe(page)).toEqual([])

  await goTo(page, 'trade/payables')
  await settled(page)
  await page.getByRole('grid', { name: 'Utang usaha' }).focus()
  await press(page, 'Enter')
  await expect(amount).toBeFocused()
  await press(page, 'Control+Enter')
  await expect(notice(page)).toContainText('Rp300.000 dibayarkan kepada UD Sumber Rejeki.')
  await program.stop()
  const { rows } = program.call('trade.payables') as Answers['trade']['payables']
  expect(rows).toEqual([])
})

test('a document is found by a part of its number and taken back from its page', async ({ page, program }) => {
  await goTo(page, 'trade/documents')
  await expect(page.getByLabel('Cari nomor, nama, atau catatan')).toBeFocused()
  const grid = page.getByRole('grid', { name: 'Daftar nota' })
  await expect(grid).toContainText('Pembelian')
  await page.keyboard.type('tt-')
  await expect(grid).not.toContainText('Pembelian')
  await grid.focus()
  expect(await foundByAxe(page)).toEqual([])
  await press(page, 'Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Titipan masuk TT-')
  await page.getByRole('button', { name: 'Batalkan' }).focus()
  await press(page, 'Enter')
  await expect(page.getByLabel('Alasan pembatalan')).toBeFocused()
  await page.keyboard.type('Salah nota')
  await press(page, 'Enter')
  await expect(page.getByRole('alert').filter({ hasText: 'Dibatalkan.' })).toBeVisible()
  await program.stop()
  const { qty } = program.call('items.get', { itemId: keptId }) as Answers['items']['get']
  expect(qty).toBe(0)
})

test('the days of credit are decided once, and what a member takes then falls due', async ({ page, program }) => {
  await goTo(page, 'settings/trade-rules')
  await settled(page)
  const form = page.getByRole('form', { name: 'Aturan jual beli utang' })
  await form.getByLabel('Pembeli membayar').focus()
  await page.keyboard.type('dua minggu')
  await press(page, 'Control+Enter')
  await expect(form.getByLabel('Pembeli membayar')).toBeFocused()
  await expect(page.getByText('Aturan jual beli utang disimpan.')).toBeHidden()
  await press(page, 'Control+a')
  await page.keyboard.type('14')
  await press(page, 'Enter', 'Enter')
  await page.keyboard.type('500000')
  expect(await foundByAxe(page)).toEqual([])
  await press(page, 'Control+Enter')
  await expect(page.getByText('Aturan jual beli utang disimpan.')).toBeVisible()
  const member = village.members[1]
  await sellSugar(page, '1', member?.name)
  await goTo(page, `trade/debts/14101/${member?.memberId}`)
  await settled(page)
  await expect(page.getByRole('columnheader', { name: 'Jatuh tempo' })).toBeVisible()
  await program.stop()
  const policy = { saleDueDays: 14, purchaseDueDays: null, memberCreditLimit: 500_000_00 }
  expect(program.call('trade.policy')).toEqual(policy)
})
