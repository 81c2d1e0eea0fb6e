import type { Answers } from '../../shared/contract/index.ts'
import { foundByAxe, notice, press } from './hands.ts'
import { refuseMouse } from './papers.ts'
import type { Program } from './program.ts'
import { makeVillage, nextRequest, receiveGrant, type Village } from './village.ts'
import { expect, goTo, test } from './window.ts'

test.slow()

let village: Village
let itemId: string
test.beforeEach(async ({ page, program }) => {
  village = makeVillage(program, 1)
  receiveGrant(program, village, 5_000_000_00)
  const made = program.call('items.create', { name: 'Keripik', unitName: 'bungkus', priceOther: 20_000_00 })
  itemId = (made as Answers['items']['create']).itemId
  await refuseMouse(page)
})

const partner = (program: Program, terms: object) =>
  (program.call('partners.create', terms) as Answers['partners']['create']).partnerId

const balance = (program: Program, code: string) => {
  const { rows } = program.call('ledger.trialBalance', { asOf: village.today }) as Answers['ledger']['trialBalance']
  const row = rows.find((one) => one.code === code)
  return row ? row.debit - row.credit : 0
}

/** Bought for Rp10.000 each on credit; answers the document. */
function bought(program: Program, units: number): string {
  const partnerId = partner(program, { name: 'Toko Makmur', kind: 'supplier' })
  const lines = [{ itemId, qty: units * 1_000, amount: units * 10_000_00 }]
  const purchase = program.call('trade.purchase', { requestId: nextRequest(), date: village.today, partnerId, lines })
  return (purchase as Answers['trade']['purchase']).documentId
}

test('spoilt goods go back to the supplier, who is owed less; more than was bought is refused beside its field', async ({
  page,
  program,
  open,
}) => {
  const documentId = bought(program, 10)
  await open(await program.serve(program.book))
  await goTo(page, `trade/documents/${documentId}`)
  const back = page.getByRole('form', { name: 'Barang kembali' })
  await back.getByLabel('Keripik').focus()
  await page.keyboard.type('11')
  await press(page, 'Control+Enter')
  await expect(back.getByLabel('Keripik')).toBeFocused()
  await expect(back.getByLabel('Keripik')).toHaveAttribute('aria-invalid', 'true')
  expect(await foundByAxe(page)).toEqual([])
  await press(page, 'Control+a')
  await page.keyboard.type('3')
  await press(page, 'Control+Enter')
  await expect(page.getByText('Barang senilai Rp30.000 kembali dan dicatat.')).toBeVisible()
  await expect(notice(page)).toContainText('Masih harus dibayar')
  await expect(notice(page)).toContainText('70.000')
  // What came back goes first: only the return itself can be taken back now.
  await expect(page.getByText('Untuk membatalkan nota ini, batalkan dulu nota barang kembalinya.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Batalkan' })).toHaveCount(1)
  await page.goto('about:blank')
  await program.stop()
  expect([balance(program, '22101'), balance(program, '15101')]).toEqual([-70_000_00, 70_000_00])
})

test('a marketplace sale that comes back takes its fee and tax along where the marketplace gives them back', async ({
  page,
  program,
  open,
}) => {
  bought(program, 10)
  const partnerId = partner(program, { name: 'Pasar Daring', kind: 'marketplace', feePct: '5', withholdsTax: true })
  const sold = { requestId: nextRequest(), date: village.today, partnerId, channel: 'marketplace' }
  const sale = program.call('trade.sell', { ...sold, lines: [{ itemId, qty: 10_000 }] }) as Answers['trade']['sell']
  await open(await program.serve(program.book))
  await goTo(page, `trade/documents/${sale.documentId}`)
  const back = page.getByRole('form', { name: 'Barang kembali' })
  await back.getByLabel('Keripik').focus()
  await page.keyboard.type('10')
  await expect(page.getByText('Ditahan Rp10.000. Kosongkan bila tidak dikembalikan.')).toBeVisible()
  await page.getByLabel('Potongan lokapasar yang kembali').focus()
  await page.keyboard.type('10001')
  await press(page, 'Control+Enter')
  await expect(page.getByText('lokapasar masih menahan Rp10.000')).toBeVisible()
  expect(await foundByAxe(page)).toEqual([])
  await press(page, 'Control+a')
  await page.keyboard.type('10000')
  await press(page, 'Control+Enter')
  await expect(page.getByText('Barang senilai Rp200.000 kembali dan dicatat.')).toBeVisible()
  await expect(page.getByText('Tanyakan apakah dikembalikan.')).toBeVisible()
  await page.goto('about:blank')
  await program.stop()
  const left = ['14103', '52401', '16104'].map((code) => balance(program, code))
  expect(left).toEqual([-1_000_00, 0, 1_000_00])
})
