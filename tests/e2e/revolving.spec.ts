import type { Answers } from '../../shared/contract/index.ts'
import { foundByAxe, notice, press } from './hands.ts'
import { printedBy, refuseMouse } from './papers.ts'
import { makeVillage, nextRequest, receiveGrant } from './village.ts'
import { expect, goTo, settled, test } from './window.ts'

test.slow()

test('money of a revolving fund is lent and paid back by keyboard, and the fund tells what is out and what is free', async ({
  page,
  program,
  open,
}) => {
  const village = makeVillage(program, 2)
  receiveGrant(program, village, 50_000_000_00)
  const { today, members } = village
  const terms = { name: 'Dana bergulir desa', donor: 'Pemerintah Desa', purpose: 'Modal usaha anggota' }
  const fund = program.call('funds.create', {
    ...{ requestId: nextRequest(), ...terms, treatment: 'revolving', from: today, to: today },
    budget: [{ name: 'Pinjaman bergulir', amount: 5_000_000_00 }],
  }) as Answers['funds']['create']
  const money = { requestId: nextRequest(), date: today, amount: 5_000_000_00, cashAccount: '11203' }
  program.call('funds.receive', { ...money, fundId: fund.fundId })
  await refuseMouse(page)
  await open(await program.serve(program.book))

  await goTo(page, `loans/apply?member=${members[0]?.memberId}`)
  await settled(page)
  await page.keyboard.type('Pinjaman bunga tetap')
  await press(page, 'Enter')
  await page.keyboard.type('6000000')
  await press(page, 'Enter')
  await page.keyboard.type('10')
  await press(page, 'Enter', 'Enter')
  await page.keyboard.type('Modal warung')
  await press(page, 'Enter')
  await expect(page.getByLabel('Uang dari dana bergulir')).toBeFocused()
  await press(page, 'ArrowDown')
  await expect(page.getByLabel('Uang dari dana bergulir')).toContainText('Dana bergulir desa (bebas Rp5.000.000)')
  // Read whole, however long the name of the fund is.
  await expect(page.getByText('Bebas dipinjamkan Rp5.000.000.')).toBeVisible()
  expect(await foundByAxe(page)).toEqual([])
  await press(page, 'Control+Enter')
  await expect(page.getByText('Permohonan P-0001 dicatat')).toBeVisible()
  await expect(page.getByText('Lebih besar dari uang dana bergulir yang bebas dipinjamkan')).toBeVisible()
  await page.getByRole('link', { name: 'Setujui atau tolak' }).press('Enter')
  await expect(page.getByLabel('Disetujui oleh')).toBeVisible()
  await settled(page)
  await page.getByLabel('Disetujui oleh').focus()
  await page.keyboard.type('Sri Wahyuni')
  await press(page, 'Control+Enter')
  await page.getByRole('link', { name: 'Cairkan sekarang' }).press('Enter')

  await expect(page.getByText('yang bebas Rp5.000.000, kurang Rp1.000.000')).toBeVisible()
  expect(await foundByAxe(page)).toEqual([])
  await press(page, 'Control+Enter')
  await expect(page.getByLabel('Disetujui oleh')).toBeFocused()
  await page.keyboard.type('Sri Wahyuni')
  await press(page, 'Control+Enter')
  await expect(notice(page)).toContainText('dicairkan')
  await page.getByRole('link', { name: 'Lihat kartu pinjaman' }).press('Enter')
  await expect(page.getByText('Uang dari dana bergulir: D-001 Dana bergulir desa')).toBeVisible()
  const agreement = await printedBy(page, 'Cetak perjanjian')
  expect(agreement.replace(/\s+/g, ' ')).toContain('berasal dari dana bergulir (Dana bergulir desa)')

  await page.getByRole('main').getByRole('link', { name: 'Bayar angsuran' }).last().press('Enter')
  await expect(page.getByLabel('Jumlah yang dibayar')).toBeVisible()
  await settled(page)
  await page.getByLabel('Jumlah yang dibayar').focus()
  await press(page, 'Control+A')
  await page.keyboard.type('690000')
  await press(page, 'Control+Enter')
  await expect(notice(page)).toContainText('Rp690.000')

  await goTo(page, `funds/card/${fund.fundId}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('D-001 Dana bergulir desa')
  for (const [label, figure] of [
    ['Dipinjamkan', 'Rp6.000.000'],
    ['Pokok kembali', 'Rp600.000'],
    ['Masih dipinjam', 'Rp5.400.000'],
    ['Jasa dihasilkan', 'Rp90.000'],
    ['Bebas dipinjamkan', '-Rp400.000'],
  ] as const) {
    await expect(page.getByText(label, { exact: true }).first().locator('..')).toContainText(figure)
  }
  const borrowers = page.getByRole('grid', { name: 'Yang memegang dana ini' })
  await expect(borrowers.getByRole('row').nth(1)).toContainText(members[0]?.name ?? '')
  await expect(borrowers.getByRole('row').nth(1)).toContainText('5.400.000')
  expect(await foundByAxe(page)).toEqual([])
  const report = await printedBy(page, 'Cetak laporan ke pemberi dana')
  expect(report).toMatch(/Sisa pokok yang dipinjamkan\s+5\.400\.000/)
  expect(report).toContain('Pinjaman satu per satu')
  await borrowers.focus()
  await press(page, 'Enter')
  await expect(page.getByText('Uang dari dana bergulir: D-001 Dana bergulir desa')).toBeVisible()
})

test('a fund whose rest was given back is not offered for spending, and an empty choice says why it is', async ({
  page,
  program,
  open,
}) => {
  const { today } = makeVillage(program, 2)
  const terms = { name: 'Pelatihan', donor: 'Yayasan Mitra', purpose: 'Pelatihan', from: today, to: today }
  const { fundId } = program.call('funds.create', {
    ...{ requestId: nextRequest(), ...terms, treatment: 'activity', budget: [{ name: 'Honor', amount: 1_000_000_00 }] },
  }) as Answers['funds']['create']
  const money = { date: today, fundId, amount: 1_000_000_00, cashAccount: '11203' }
  program.call('funds.receive', { requestId: nextRequest(), ...money })
  program.call('funds.refund', { requestId: nextRequest(), ...money })
  await open(await program.serve(program.book))
  await goTo(page, 'funds/spend')
  await settled(page)
  await expect(page.getByText('sisanya sudah dikembalikan')).toBeVisible()
  await expect(page.getByLabel('Dana', { exact: true })).not.toContainText('Pelatihan')
  expect(await foundByAxe(page)).toEqual([])
  await goTo(page, 'funds/borrowings/share')
  await expect(page.getByText('diputuskan RAT bersama SHU')).toBeVisible()
  expect(await foundByAxe(page)).toEqual([])
})
