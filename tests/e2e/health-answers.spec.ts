import { foundByAxe, press } from './hands.ts'
import type { Program } from './program.ts'
import { makeVillage, nextRequest, type Village } from './village.ts'
import { expect, goTo, test } from './window.ts'

test.slow()

/** A member bought two kilos of sugar this year. */
function sellSugar(program: Program, village: Village): void {
  const { itemId } = program.call('items.create', { name: 'Gula pasir', unitName: 'kg', priceOther: 18_000_00 }) as {
    itemId: string
  }
  const day = { date: village.today, cashAccount: '11101' }
  program.call('cash.receive', {
    ...{ requestId: nextRequest(), ...day, description: 'Modal' },
    lines: [{ account: '48106', amount: 500_000_00 }],
  })
  const lines = [{ itemId, qty: 5_000, amount: 75_000_00 }]
  program.call('trade.purchase', { requestId: nextRequest(), ...day, lines })
  const memberId = village.members[0]?.memberId
  program.call('trade.sell', { requestId: nextRequest(), ...day, memberId, lines: [{ itemId, qty: 2_000 }] })
}

test('questions about management are answered with their proof, and prices elsewhere with their source', async ({
  page,
  program,
  open,
}) => {
  const village = makeVillage(program, 2, 1)
  sellSugar(program, village)
  const year = village.today.slice(0, 4)
  await open(await program.serve(program.book))
  await goTo(page, `closing/health?year=${year}`)
  await page.getByLabel('Visi dan misi tertulis').selectOption('Ya')
  await page.getByLabel('Bukti tertulis').first().fill('Buku RAT halaman 3')
  expect(await foundByAxe(page)).toEqual([])
  await press(page, 'Control+Enter')
  await expect(page.getByText(`Jawaban tahun ${year} sudah disimpan.`)).toBeVisible()
  await goTo(page, `closing/health?year=${year}`)
  await expect(page.getByLabel('Visi dan misi tertulis')).toHaveValue('yes')
  await expect(page.getByLabel('Bukti tertulis').first()).toHaveValue('Buku RAT halaman 3')

  await goTo(page, `closing/promotion?year=${year}`)
  const price = page.getByLabel('Gula pasir: harga di luar per kg')
  await price.fill('19500')
  await press(page, 'Control+Enter')
  // A price without its source is not taken, and what was typed stays.
  await expect(page.getByLabel('Sumber').last()).toHaveAttribute('aria-invalid', 'true')
  await page.getByLabel('Sumber').last().fill('Pasar desa')
  expect(await foundByAxe(page)).toEqual([])
  await press(page, 'Control+Enter')
  // Two kilos at 19.500 are 39.000; the member paid 36.000.
  await expect(page.getByText('Manfaat anggota sejauh ini Rp3.000')).toBeVisible()
})
