import type { Locator, Page } from '@playwright/test'
import { addDays, addMonths } from '../../shared/calendar.ts'
import type { Answers } from '../../shared/contract/index.ts'
import { formatAmount, sen } from '../../shared/rules/money.ts'
import { foundByAxe, press } from './hands.ts'
import { lend, makeVillage, receiveGrant, type Village } from './village.ts'
import { expect, goTo, settled, test } from './window.ts'

let village: Village

test.beforeEach(async ({ page, program, open }) => {
  village = makeVillage(program, 40)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(await program.serve(program.book))
  await goTo(page, 'collection')
  await settled(page)
})

function box(page: Page, row: number, kind: string): Locator {
  return page.getByLabel(`${village.members[row]?.name}, Simpanan ${kind}`).first()
}

function foot(page: Page, key: string): Locator {
  return page.locator(`[data-total="${key}"]`)
}

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => navigator.clipboard.writeText(pasted), text)
  await page.keyboard.press('Control+v')
}

test('all that is due is filled in with one key, and who is absent is emptied with another', async ({ page }) => {
  await press(page, 'Control+i')
  await expect(foot(page, 'pokok')).toHaveText('4.000.000')
  await expect(foot(page, 'wajib')).toHaveText('1.000.000')
  await expect(page.getByText('Jumlah, 40 anggota')).toBeVisible()
  await press(page, 'Control+f', 'Enter', 'ArrowDown', 'Control+Delete')
  await expect(box(page, 1, 'wajib')).toHaveValue('')
  await expect(page.getByText('Jumlah, 39 anggota')).toBeVisible()
  await expect(foot(page, 'all')).toHaveText('4.875.000')
  await page.getByRole('button', { name: 'Kosongkan lagi' }).click()
  await expect(foot(page, 'all')).toHaveText('0')
})

test('the space bar takes what is due, arrows move, the last line comes into sight by itself', async ({ page }) => {
  await press(page, 'Control+f', 'Enter')
  await expect(box(page, 0, 'pokok')).toBeFocused()
  await press(page, 'Space')
  await expect(box(page, 0, 'pokok')).toHaveValue('100.000')
  await expect(box(page, 0, 'wajib')).toBeFocused()
  await press(page, 'ArrowDown', 'ArrowRight')
  await expect(box(page, 1, 'sukarela')).toBeFocused()
  await press(page, 'Control+End', '7')
  await expect(box(page, 39, 'sukarela')).toBeFocused()
  await expect(box(page, 39, 'sukarela')).toHaveValue('7')
  await expect(box(page, 39, 'sukarela')).toBeInViewport()
  await press(page, 'Control+Home', 'ArrowUp')
  await expect(page.getByLabel('Cari anggota di lembar ini')).toBeFocused()
})

test('searching a member hides the others and loses none of their figures', async ({ page }) => {
  await press(page, 'Control+f', 'Enter')
  await page.keyboard.type('75000')
  await press(page, 'Control+f')
  const wanted = village.members[25]
  await page.keyboard.type(wanted?.number ?? '')
  await expect(page.getByText('1 dari 40 anggota')).toBeVisible()
  await press(page, 'Enter', 'Enter')
  await page.keyboard.type('25000')
  await expect(foot(page, 'all')).toHaveText('100.000')
  await press(page, 'Enter', 'Enter')
  await expect(page.getByLabel('Cari anggota di lembar ini')).toBeFocused()
  await page.keyboard.press('Delete')
  await expect(box(page, 0, 'pokok')).toHaveValue('75.000')
  await page.getByLabel('Hanya yang sudah diisi').check()
  await expect(page.getByText('2 dari 40 anggota')).toBeVisible()
})

test('figures scrolled out of sight are there again, unreadable ones too', async ({ page }) => {
  await press(page, 'Control+f', 'Enter')
  await paste(page, 'seratus ribu')
  await press(page, 'ArrowDown')
  await page.keyboard.type('30000')
  await press(page, 'Control+End')
  await expect(box(page, 39, 'pokok')).toBeFocused()
  await press(page, 'Control+Home')
  await expect(box(page, 0, 'pokok')).toHaveValue('seratus ribu')
  await expect(box(page, 1, 'pokok')).toHaveValue('30.000')
  await press(page, 'Control+End', 'Control+Enter')
  await expect(box(page, 0, 'pokok')).toBeFocused()
  await expect(page.getByRole('alert').filter({ hasText: 'Tulis jumlah uang dengan angka saja' })).toBeVisible()
  expect(await foundByAxe(page)).toEqual([])
})

test('a pasted figure that means two amounts is asked about before Enter goes on', async ({ page }) => {
  await press(page, 'Control+f', 'Enter')
  await paste(page, '1,000')
  await press(page, 'Enter')
  await expect(page.getByRole('button', { name: 'Rp1.000', exact: true })).toBeFocused()
  await press(page, 'Enter')
  await expect(box(page, 0, 'pokok')).toHaveValue('1.000')
  await expect(box(page, 0, 'pokok')).toBeFocused()
})

test('a zero too many and money missing on the table are asked about once, then saved', async ({ page, program }) => {
  await press(page, 'Control+f', 'Enter', 'Enter')
  await page.keyboard.type('250000')
  await page.getByLabel('Banyaknya 100.000').fill('2')
  await expect(page.getByText('Uang di meja kurang Rp50.000.')).toBeVisible()
  await press(page, 'Control+Enter')
  const question = page.getByRole('dialog', { name: 'Periksa dulu sebelum disimpan' })
  await expect(question).toContainText('Rp250.000 adalah sepuluh kali Rp25.000')
  await expect(question).toContainText('Uang di meja kurang Rp50.000')
  expect(await foundByAxe(page)).toEqual([])
  await press(page, 'Escape')
  await expect(question).toBeHidden()
  await expect(box(page, 0, 'wajib')).toHaveValue('250.000')
  await press(page, 'Control+Enter')
  await question.getByRole('button', { name: 'Sudah benar, simpan' }).click()
  await expect(page.getByText('Setoran 1 anggota, seluruhnya Rp250.000, dicatat.')).toBeVisible()
  await program.stop()
  expect(program.call('savings.list', { product: 'wajib' })).toMatchObject({ totals: { balance: 250_000_00 } })
})

test('saving twice in one breath, and again after an answer got lost, records one meeting', async ({
  page,
  program,
  complaints,
}) => {
  await press(page, 'Control+i')
  // The door gets the call and records it; its answer never arrives.
  await page.route('**/rpc/collection/record', async (route) => {
    await route.fetch()
    await route.abort()
  })
  await page.getByRole('button', { name: 'Simpan semua setoran' }).dblclick()
  await expect(page.getByRole('alert').filter({ hasText: 'Yang sudah diketik tetap ada' })).toBeVisible()
  await expect(foot(page, 'all')).toHaveText('5.000.000')
  await page.unroute('**/rpc/collection/record')
  await press(page, 'Control+Enter', 'Control+Enter')
  await expect(page.getByText('Setoran 40 anggota, seluruhnya Rp5.000.000, dicatat.')).toBeVisible()
  await program.stop()
  const { rows } = program.call('journal.list', {}) as Answers['journal']['list']
  expect(rows).toHaveLength(1)
  complaints.splice(0)
})

test('a locked month is named at the date, and everything typed is still there', async ({
  page,
  program,
  open,
  complaints,
}) => {
  await program.stop()
  program.call('periods.lockMonth', { requestId: 'kunci', month: village.today.slice(0, 7) })
  await open(await program.serve(program.book))
  await goTo(page, 'collection')
  await settled(page)
  await press(page, 'Control+i', 'Control+Enter')
  await expect(page.getByText(/^Bulan .* sudah dikunci/)).toBeVisible()
  await expect(page.getByLabel('Tanggal pertemuan')).toBeFocused()
  await expect(foot(page, 'all')).toHaveText('5.000.000')
  complaints.splice(0)
})

test('a kind that went out of use meanwhile is marked at each member who paid into it', async ({
  page,
  complaints,
}) => {
  await press(page, 'Control+f', 'Enter', 'Enter', 'Enter')
  await page.keyboard.type('15000')
  await page.evaluate(async () => {
    const body = JSON.stringify({ json: { product: 'sukarela', active: false } })
    const headers = { 'content-type': 'application/json' }
    await fetch('/rpc/savings/updateProduct', { method: 'POST', headers, body })
  })
  await press(page, 'Control+Enter')
  await expect(page.getByRole('row', { name: village.members[0]?.name ?? '' }).getByRole('alert')).toBeVisible()
  await expect(box(page, 0, 'sukarela')).toHaveAttribute('aria-invalid', 'true')
  await expect(box(page, 0, 'sukarela')).toHaveValue('15.000')
  expect(await foundByAxe(page)).toEqual([])
  complaints.splice(0)
})

test('the sheet and what became of it read the same in English, and axe finds nothing', async ({ page }) => {
  await page.getByText('English').locator('..').click()
  await expect(page.getByRole('heading', { name: 'Monthly collection' })).toBeVisible()
  await press(page, 'Control+i')
  expect(await foundByAxe(page)).toEqual([])
  await press(page, 'Control+Enter')
  await expect(page.getByText('Deposits recorded: Rp5.000.000 in all, members: 40.')).toBeVisible()
  expect(await foundByAxe(page)).toEqual([])
})

test('loans are paid in the same row as savings, more than settles one is refused at its box', async ({
  page,
  program,
  open,
  complaints,
}) => {
  await program.stop()
  receiveGrant(program, village, 20_000_000_00)
  const borrowers = [1, 2, 2].map((index) => ({
    member: village.members[index],
    loanId: lend(program, village, { member: village.members[index], product: 'flat', principal: 1_000_000_00 }),
  }))
  await open(await program.serve(program.book))
  await goTo(page, 'collection')
  await settled(page)
  const loanBox = (row: number, column: string) => page.getByLabel(`${village.members[row]?.name}, ${column}`).first()
  await press(page, 'Control+f', 'Enter')
  // Past the three kinds of the first member, who owes nothing, to the first borrower's instalment.
  await press(page, 'Enter', 'Enter', 'Enter', 'Enter', 'Enter', 'Enter')
  await expect(loanBox(1, 'Angsuran 1, P-0001')).toBeFocused()
  await page.keyboard.type('115000')
  await expect(page.getByText('Sisa pinjaman Rp1.000.000')).toBeVisible()
  await press(page, 'ArrowRight')
  await expect(loanBox(1, 'Angsuran 2')).toBeFocused()
  await page.keyboard.type('5')
  await paste(page, '5000')
  await expect(loanBox(1, 'Angsuran 2')).toHaveValue('')
  await expect(page.getByText('Tidak ada pinjaman')).toBeVisible()
  await press(page, 'ArrowDown')
  await expect(loanBox(2, 'Angsuran 2, P-0003')).toBeFocused()
  await page.keyboard.type('1000001')
  await expect(foot(page, 'all')).toHaveText('1.115.001')
  expect(await foundByAxe(page)).toEqual([])
  await press(page, 'Control+Enter')
  const line = page.getByRole('row', { name: village.members[2]?.name ?? '' })
  await expect(line.getByRole('alert')).toContainText('Pinjaman ini lunas dengan Rp1.000.000.')
  await expect(loanBox(2, 'Angsuran 2, P-0003')).toHaveAttribute('aria-invalid', 'true')
  await expect(loanBox(2, 'Angsuran 2, P-0003')).toBeFocused()
  await page.keyboard.type('1000000')
  await press(page, 'Control+Enter')
  await expect(page.getByText('Setoran 2 anggota, seluruhnya Rp1.115.000, dicatat.')).toBeVisible()
  await program.stop()
  const owed = borrowers.map(({ loanId }) => program.call('loans.card', { loanId }) as Answers['loans']['card'])
  expect(owed.map(({ outstanding }) => outstanding)).toEqual([900_000_00, 1_000_000_00, 0])
  complaints.splice(0)
})

test('a penalty is filled in beside the instalment, more than is owed is refused at its box', async ({
  page,
  program,
  open,
  complaints,
}) => {
  await program.stop()
  receiveGrant(program, village, 20_000_000_00)
  program.call('loans.createProduct', {
    ...{ requestId: 'denda', product: 'denda', nameId: 'Pinjaman usaha', method: 'flat' },
    penalty: { kind: 'pct_per_day', pct: '0.1' },
  })
  const loanId = lend(program, village, { member: village.members[1], product: 'denda', principal: 1_000_000_00 })
  await open(await program.serve(program.book))
  await goTo(page, 'collection')
  await settled(page)
  const nameOf = (row: number) => village.members[row]?.name
  await expect(page.getByRole('columnheader', { name: 'Angsuran' })).toBeVisible()
  await expect(page.getByRole('columnheader', { name: 'Denda' })).toBeHidden()
  // Two months and ten days after the payout: one instalment is forty, one ten days late.
  const day = addDays(addMonths(village.today, 2), 10)
  const { rows } = await page.evaluate(async (date) => {
    const body = JSON.stringify({ json: { date } })
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch('/rpc/collection/sheet', { method: 'POST', headers, body })
    return ((await answer.json()) as { json: Answers['collection']['sheet'] }).json
  }, day)
  const owed = rows[1]?.loans[0]?.penalty ?? 0
  expect(owed).toBeGreaterThan(1_000_00)
  await page.getByLabel('Tanggal pertemuan').fill(day.split('-').reverse().join('/'))
  await page.getByLabel('Tanggal pertemuan').press('Tab')
  await page.getByRole('button', { name: 'Ya, benar' }).click()
  await expect(page.getByRole('columnheader', { name: 'Denda' })).toBeVisible()
  await press(page, 'Control+i')
  await expect(foot(page, ' penalty 1')).toHaveText(formatAmount(sen(owed)))
  const penalty = page.getByLabel(`${nameOf(1)}, Denda, P-0001`)
  await penalty.fill(String(owed / 100 + 1))
  expect(await foundByAxe(page)).toEqual([])
  await press(page, 'Control+Enter')
  const line = page.getByRole('row', { name: nameOf(1) ?? '' })
  await expect(line.getByRole('alert')).toContainText('Denda pinjaman ini yang belum dibayar')
  await expect(penalty).toHaveAttribute('aria-invalid', 'true')
  await penalty.fill(String(owed / 100))
  await press(page, 'Control+Enter')
  await expect(page.getByText(/^Setoran 40 anggota/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Cetak bukti tiap anggota' })).toBeVisible()
  expect(await foundByAxe(page)).toEqual([])
  await program.stop()
  const card = program.call('loans.card', { loanId, asOf: day }) as Answers['loans']['card']
  expect([card.penalty.paid, card.penalty.owed]).toEqual([owed, 0])
  complaints.splice(0)
})
