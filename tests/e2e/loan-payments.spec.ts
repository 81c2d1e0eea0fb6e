import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type { Answers } from '../../shared/contract/index.ts'
import type { Program } from './program.ts'
import { lend, makeVillage, nextRequest, receiveGrant, type Village } from './village.ts'
import { expect, goTo, settled, test } from './window.ts'

let village: Village

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

async function foundByAxe(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`)
}

const notice = (page: Page) => page.getByRole('status').filter({ hasText: 'Tersimpan' })

/** What one line of a table of figures says. */
async function figure(page: Page, table: string, line: string): Promise<string> {
  return page.getByRole('table', { name: table }).getByRole('row', { name: line }).getByRole('cell').innerText()
}

/** A loan of Rp1.000.000 for which some money is held already. */
function lendHolding(program: Program, held: number): string {
  const loanId = lend(program, village, { member: village.members[1], product: 'flat', principal: 1_000_000_00 })
  const paid = { loanId, date: village.today, cashAccount: '11101', amount: held, excess: 'hold' }
  program.call('loans.pay', { requestId: nextRequest(), ...paid })
  return loanId
}

test.beforeEach(async ({ program }) => {
  village = makeVillage(program, 4)
  receiveGrant(program, village, 50_000_000_00)
})

test('what is held for a loan is taken off what settles it, on the screen and in the cash box', async ({
  page,
  program,
  open,
}) => {
  const loanId = lendHolding(program, 150_000_00)
  await open(await program.serve())
  await goTo(page, `loans/payoff?loan=${loanId}`)
  await settled(page)
  expect(await figure(page, 'Yang melunasi pinjaman', 'Jumlah untuk melunasi')).toBe('Rp1.000.000')
  expect(await figure(page, 'Yang melunasi pinjaman', 'Dikurangi titipan')).toBe('Rp150.000')
  expect(await figure(page, 'Yang melunasi pinjaman', 'Harus dibayar')).toBe('Rp850.000')
  expect(await foundByAxe(page)).toEqual([])
  await press(page, 'Control+Enter')
  await expect(page.getByRole('dialog')).toContainText('Terima Rp850.000 dari Dewi Rahayu')
  await expect(page.getByRole('dialog')).toContainText('Rp150.000 diambil dari titipannya')
  await press(page, 'Tab', 'Enter')
  await expect(notice(page)).toContainText('lunas dengan Rp850.000 dan Rp150.000 dari titipannya.')
  await program.stop()
  const { rows } = program.call('cash.accounts') as Answers['cash']['accounts']
  expect(rows.find(({ code }) => code === '11101')?.balance).toBe(50_000_000_00)
})
