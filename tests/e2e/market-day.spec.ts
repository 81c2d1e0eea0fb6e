import type { Page } from '@playwright/test'
import type { Answers } from '../../shared/contract/index.ts'
import { rupiahDenominations } from '../../shared/rules/cash-count.ts'
import { formatAmount, formatRupiah } from '../../shared/rules/money.ts'
import { foundByAxe, notice, press } from './hands.ts'
import { printedBy, refuseMouse } from './papers.ts'
import { makeVillage, nextRequest, receiveGrant, type Village } from './village.ts'
import { expect, goTo, settled, test } from './window.ts'

let village: Village

/** What each of three members makes: the price of one, and what she leaves to be sold. */
const made = [
  { item: 'Keripik singkong', price: '12000', pieces: '60' },
  { item: 'Kopi bubuk', price: '15000', pieces: '20' },
  { item: 'Tenun ikat', price: '250000', pieces: '2' },
] as const

/** What the shop bought itself, a kilogram of it: twenty lie there. */
const sugar = { item: 'Gula pasir', price: 18_000, cost: 15_000 } as const

interface Basket {
  readonly sugar: number
  readonly crackers: number
  readonly coffee: number
  readonly weaving: number
  /** To be paid later by a member; else paid in cash by whoever it is. */
  readonly isOnCredit: boolean
}

/** What is bought after the first two baskets: one to three packs with coffee or sugar, a few to be paid later. */
const baskets: readonly Basket[] = Array.from({ length: 28 }, (_, at) => ({
  ...{ crackers: (at % 3) + 1, coffee: at % 2 === 0 ? 1 : 0, sugar: at % 2, weaving: at === 9 ? 1 : 0 },
  isOnCredit: at % 7 === 6,
}))

const rupiahOf = ({ sugar: kilos, crackers, coffee, weaving }: Basket) =>
  kilos * sugar.price + crackers * 12_000 + coffee * 15_000 + weaving * 250_000
const total = (some: readonly Basket[]) => some.reduce((sum, basket) => sum + rupiahOf(basket), 0)

// A whole day in one go: three times what a test usually takes.
test.slow()

test.beforeEach(({ program }) => {
  village = makeVillage(program, 4)
  receiveGrant(program, village, 1_000_000_00)
  const { item: name, price } = sugar
  const made = program.call('items.create', { name, unitName: 'kg', priceOther: price * 100 })
  const { itemId } = made as Answers['items']['create']
  program.call('trade.purchase', {
    ...{ requestId: nextRequest(), date: village.today, cashAccount: '11101' },
    lines: [{ itemId, qty: 20_000, amount: 20 * sugar.cost * 100 }],
  })
})

/** Types into the field that has the focus, and goes on. */
async function answer(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text)
  await press(page, 'Enter')
}

/** Types what is looked for, waits until it is offered, and takes it. */
async function find(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text)
  await expect(page.getByRole('option', { name: text }).first()).toBeVisible()
  await press(page, 'Enter')
}

async function makeItem(page: Page, { item, price }: (typeof made)[number], index: number): Promise<void> {
  await goTo(page, 'trade')
  await goTo(page, 'trade/new')
  await page.getByLabel('Nama barang').fill(item)
  await page.getByLabel('Jenis barang').selectOption({ label: 'Barang titipan' })
  await page.getByRole('combobox', { name: 'Nama pemilik' }).focus()
  await find(page, village.members[index]?.name ?? '')
  await page.getByLabel('Bagian koperasi').fill('10')
  await page.getByLabel('Harga jual umum').fill(price)
  await press(page, 'Control+Enter')
  await expect(page.getByRole('status').filter({ hasText: `${item} dicatat` })).toBeVisible()
}

async function leave(page: Page, { item, pieces }: (typeof made)[number]): Promise<void> {
  await goTo(page, 'trade')
  await goTo(page, 'trade/receive')
  await expect(page.getByRole('combobox', { name: 'Cari atau pindai barang' })).toBeFocused()
  await find(page, item)
  await expect(page.getByLabel(`Banyak, ${item}`)).toBeFocused()
  await answer(page, pieces)
  await press(page, 'Control+Enter')
  await expect(page.getByRole('status').filter({ hasText: 'TT-' })).toBeVisible()
}

/** Puts something into the basket at the till. */
async function put(page: Page, item: string, pieces: string): Promise<void> {
  await expect(page.getByRole('combobox', { name: 'Cari atau pindai barang' })).toBeFocused()
  await find(page, item)
  await expect(page.getByLabel(`Banyak, ${item}`)).toBeFocused()
  await answer(page, pieces)
}

/** Sells one basket by keyboard, and waits until its own nota is there. */
async function sell(page: Page, basket: Basket, number: number): Promise<void> {
  await put(page, 'Keripik singkong', String(basket.crackers))
  if (basket.coffee > 0) await put(page, 'Kopi bubuk', String(basket.coffee))
  if (basket.sugar > 0) await put(page, sugar.item, String(basket.sugar))
  if (basket.weaving > 0) await put(page, 'Tenun ikat', String(basket.weaving))
  await expect(page.locator('[data-total]')).toHaveText(formatRupiah(rupiahOf(basket) * 100))
  if (basket.isOnCredit) {
    await press(page, 'F2')
    await find(page, village.members[3]?.name ?? '')
    await press(page, 'F4')
    await page.keyboard.type('Bayar nanti')
  }
  await press(page, 'Control+Enter')
  const saved = page.getByRole('status').filter({ hasText: 'Tersimpan: PJ-' })
  await expect(saved).toContainText(String(number).padStart(4, '0'))
  await expect(saved).toContainText(formatRupiah(rupiahOf(basket) * 100))
}

/** Opens the till at the beginning of the day. */
async function openTill(page: Page): Promise<void> {
  await goTo(page, 'trade/shift')
  await expect(page.getByLabel('Nama kasir')).toBeFocused()
  await page.keyboard.type('Sari Utami')
  await expect(page.getByRole('combobox', { name: 'Kas', exact: true })).not.toHaveValue('')
  await press(page, 'Control+Enter')
  await expect(page.getByText('Kasir Sari Utami bertugas di')).toBeVisible()
}

/** Counts what lies in the box, note by note, and closes it. */
async function closeTill(page: Page, rupiah: number): Promise<void> {
  await goTo(page, 'trade/shift')
  await settled(page)
  let left = rupiah
  for (const face of rupiahDenominations.filter((one) => one !== 75_000)) {
    await page.getByLabel(`Lembar atau keping ${formatAmount(face * 100)}`, { exact: true }).focus()
    await page.keyboard.type(String(Math.floor(left / face)))
    left %= face
  }
  await page.getByLabel('Disaksikan oleh').focus()
  await page.keyboard.type('Wati Kusuma')
  await press(page, 'Control+Enter')
  await expect(page.getByText(`Uangnya ${formatRupiah(rupiah * 100)}, cocok dengan buku.`)).toBeVisible()
}

test('a market day: goods of three members come in, thirty baskets are sold, one comes back, the till is counted, the makers are paid', async ({
  page,
  program,
  open,
}) => {
  await refuseMouse(page)
  await open(await program.serve(program.book))
  for (const [index, one] of made.entries()) await makeItem(page, one, index)
  for (const one of made) await leave(page, one)
  await openTill(page)

  await goTo(page, 'trade/sell')
  await settled(page)
  const shown = page.locator('[data-total]')
  await put(page, 'Keripik singkong', '2')
  await put(page, 'Kopi bubuk', '1,5')
  await expect(shown).toHaveText('Rp46.500')
  expect(await foundByAxe(page)).toEqual([])
  await press(page, 'Enter')
  await answer(page, '50000')
  const saved = page.getByRole('status').filter({ hasText: 'Tersimpan: PJ-' })
  await expect(saved).toContainText('Rp46.500')
  await expect(saved).toContainText('Kembali Rp3.500')
  // The paper of this machine is chosen once; the nota tells what was given, and the change.
  await page.getByLabel('Kertas nota').selectOption('58mm')
  const nota = await printedBy(page, 'Cetak nota')
  for (const words of ['Keripik singkong', '1,5 buah × 15.000', 'Uang diterima', 'Rp50.000', 'Kembali']) {
    expect(nota).toContain(words)
  }
  await page.getByRole('combobox', { name: 'Cari atau pindai barang' }).focus()

  // More than there is stands beside its line, with what there is; nothing typed is lost.
  await put(page, sugar.item, '1')
  await put(page, 'Tenun ikat', '3')
  await expect(page.getByText('hanya ada 2 buah')).toBeVisible()
  await press(page, 'Control+Enter')
  await expect(page.getByLabel('Banyak, Tenun ikat')).toBeFocused()
  await expect(page.getByText('Barang tidak cukup: yang ada 2.')).toBeVisible()
  await page.keyboard.press('Control+a')
  await answer(page, '1')
  await press(page, 'F2')
  await find(page, village.members[3]?.name ?? '')
  await press(page, 'Control+Enter')
  await expect(saved).toContainText('Rp268.000')

  // The weaving comes back, and is told on a paper of its own.
  await page.getByRole('link', { name: 'Lihat bukti' }).focus()
  await press(page, 'Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Penjualan PJ-')
  await page.getByLabel('Tenun ikat').focus()
  await page.keyboard.type('1')
  await press(page, 'Control+Enter')
  await expect(notice(page)).toContainText('Barang senilai Rp250.000 kembali dan dicatat.')
  const back = await printedBy(page, 'Cetak nota retur')
  expect(back).toMatch(
    /Nota Retur Penjualan[\s\S]*Dari nota penjualan +: PJ-\d+-0002[\s\S]*Tenun ikat +1 +buah +250\.000/,
  )
  expect(back).toMatch(/Uang kembali +: Rp250\.000/)
  expect(await foundByAxe(page)).toEqual([])

  await goTo(page, 'trade/sell')
  await settled(page)
  // What came back has the number after the first two.
  for (const [at, basket] of baskets.entries()) await sell(page, basket, at + 4)

  // The till is counted note by note; its paper and the day's recap tell the same day.
  const isPaid = ({ isOnCredit }: Basket) => !isOnCredit
  const paid = 46_500 + sugar.price + total(baskets.filter(isPaid))
  const inBox = 1_000_000 - 20 * sugar.cost + paid
  await closeTill(page, inBox)
  const sold = formatAmount((46_500 + 268_000 + total(baskets)) * 100)
  const shift = await printedBy(page, 'Cetak laporan kasir')
  expect(shift).toMatch(new RegExp(`Jumlah penjualan +30 +${sold}`))
  expect(shift).toMatch(/Dikembalikan karena barang kembali +\(250\.000\)/)
  expect(shift).toMatch(new RegExp(`Seharusnya ada +${formatAmount(inBox * 100)}`))
  expect(shift).toMatch(/SELISIH +-/)
  await goTo(page, 'trade/recap')
  await settled(page)
  const recap = await printedBy(page, 'Cetak')
  expect(recap).toMatch(new RegExp(`Jumlah penjualan +30 +${sold}`))
  expect(recap).toMatch(/Dikembalikan pembeli +1 +250\.000/)
  const owing = baskets.filter(({ isOnCredit }) => isOnCredit).length
  expect(recap).toMatch(new RegExp(`Anggota +${1 + owing} `))
  expect(recap).toMatch(new RegExp(`Umum +${29 - owing} `))
  const kilos = 1 + baskets.reduce((sum, basket) => sum + basket.sugar, 0)
  expect(recap).toMatch(new RegExp(`Harga pokok yang terjual[\\s\\S]*${formatAmount(kilos * sugar.cost * 100)}`))
  const credit = formatAmount(total(baskets.filter(({ isOnCredit }) => isOnCredit)) * 100)
  expect(recap).toMatch(new RegExp(`Belum dibayar +${credit}`))

  // The three makers are paid what was sold of theirs, less the share that stays here.
  for (const [index, owed] of ['Rp615.600', 'Rp209.250', 'Rp225.000'].entries()) {
    await goTo(page, 'trade')
    await goTo(page, 'trade/settle')
    await settled(page)
    await find(page, village.members[index]?.name ?? '')
    await expect(page.getByText(`Hasil yang belum dibayarkan: ${owed}`)).toBeVisible()
    await press(page, 'Control+Enter')
    await expect(notice(page)).toContainText(`Hasil titipan ${owed} dibayarkan kepada ${village.members[index]?.name}.`)
    expect(await printedBy(page, 'Cetak bukti')).toContain(owed)
    const slip = await printedBy(page, 'Cetak slip titipan')
    for (const words of [made[index]?.item ?? '', owed, 'sejak titipan pertama']) expect(slip).toContain(words)
  }
  await program.stop()
  const { problems } = program.call('ledger.verify') as Answers['ledger']['verify']
  expect(problems).toEqual([])
  const asked = { report: 'consignments', params: { asOf: village.today } }
  const { totals } = program.call('reports.run', asked) as Answers['reports']['run']
  expect(totals.owed, 'the makers are owed nothing any more').toBe(0)
})
