import type { Page } from '@playwright/test'
import { addMonthsToMonth, monthOf } from '../../shared/calendar.ts'
import type { Answers } from '../../shared/contract/index.ts'
import { notice } from './hands.ts'
import type { Program } from './program.ts'
import { makeVillage, nextRequest, receiveGrant } from './village.ts'
import { expect, goTo, settled, test } from './window.ts'

const names = [
  'Siti 🌾 Aminah',
  `D'Artagnan "Jago"`,
  '<img src=x onerror="document.title=\'hacked\'">',
  '=cmd|calc!A1',
  '{{title}} $t(app.name)',
]

/** A form of money going out, filled in but for the amount; Enter in the amount saves. */
async function fillBill(page: Page): Promise<void> {
  await goTo(page, 'cash/spend')
  await settled(page)
  await page.locator('input[name="purpose"]').fill('52202')
  await expect(page.getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Enter')
  await page.getByLabel('Keterangan').fill('Listrik kantor')
}

async function paste(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).focus()
  await page.keyboard.press('Control+a')
  await page.evaluate(async (pasted) => navigator.clipboard.writeText(pasted), text)
  await page.keyboard.press('Control+v')
}

function bills(program: Program): Answers['journal']['list']['rows'] {
  const { rows } = program.call('journal.list', {}) as Answers['journal']['list']
  return rows.filter(({ voucher }) => voucher.startsWith('BKK'))
}

/** The month before a day, and a day in it as she would type it. */
function monthBefore(day: string): { readonly month: string; readonly day: string } {
  const month = addMonthsToMonth(monthOf(day), -1)
  return { month, day: `15/${month.slice(5)}/${month.slice(0, 4)}` }
}

test('names with pictures, quotes, code and turned writing are shown as they were written', async ({
  page,
  program,
  open,
}) => {
  const { today } = makeVillage(program, 1)
  program.batch(
    names.map((name, index) => ({
      procedure: 'members.create',
      input: { number: `X${index}`, name, sex: 'female', joinedOn: today },
    })),
  )
  await open(await program.serve())
  for (const path of ['members', 'collection', 'savings/arrears']) {
    await goTo(page, path)
    await settled(page)
    for (const name of path === 'savings/arrears' ? [] : names) {
      await expect(page.getByText(name, { exact: false }).first()).toBeVisible()
    }
    await expect(page.locator('main img')).toHaveCount(0)
    expect(await page.title()).not.toContain('hacked')
  }
})

test('a pasted amount becomes the right amount or a question, never a guess', async ({
  page,
  context,
  program,
  open,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  makeVillage(program, 1)
  await open(await program.serve())
  await goTo(page, 'cash/spend')
  await settled(page)
  const amount = page.getByLabel('Jumlah', { exact: true })
  const right = {
    '1.000,50': '1.000,50',
    '1,000.50': '1.000,50',
    'Rp 1.000.000,00': '1.000.000',
    '1,000,000': '1.000.000',
    '1000000': '1.000.000',
  }
  for (const [text, shown] of Object.entries(right)) {
    await paste(page, 'Jumlah', text)
    await page.keyboard.press('Tab')
    await expect(amount).toHaveValue(shown)
  }
  await paste(page, 'Jumlah', '1,000')
  await page.keyboard.press('Tab')
  await expect(page.getByText('Tulisan ini bisa berarti dua jumlah.')).toBeVisible()
  await page.getByRole('button', { name: 'Rp1.000', exact: true }).click()
  await expect(amount).toHaveValue('1.000')
  for (const text of ['seribu', '-5000', '1e9', '9'.repeat(30)]) {
    await paste(page, 'Jumlah', text)
    await page.keyboard.press('Tab')
    await expect(amount).toHaveAttribute('aria-invalid', 'true')
    await expect(amount).not.toHaveValue('')
  }
})

test('a day that does not exist and a locked month are refused beside the date, and the rest stays', async ({
  page,
  program,
  open,
}) => {
  const village = makeVillage(program, 1)
  const lastMonth = monthBefore(village.today)
  receiveGrant(program, village, 1_000_000_00)
  program.call('periods.lockMonth', { requestId: nextRequest(), month: lastMonth.month })
  await open(await program.serve())
  await fillBill(page)
  await page.getByLabel('Jumlah', { exact: true }).fill('10000')
  const date = page.getByLabel('Tanggal', { exact: true })
  await date.fill('31/2/26')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Tanggal ini tidak terbaca.')).toBeVisible()
  await expect(date).toHaveValue('31/2/26')
  await date.fill(lastMonth.day)
  await page.keyboard.press('Control+Enter')
  await page
    .getByRole('button', { name: 'Ya, benar' })
    .click({ timeout: 1_000 })
    .catch(() => undefined)
  await page.keyboard.press('Control+Enter')
  await expect(date).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByText(/dikunci|terkunci/).first()).toBeVisible()
  await expect(page.getByLabel('Keterangan')).toHaveValue('Listrik kantor')
  await program.stop()
  expect(bills(program)).toEqual([])
})

test('cash cannot be spent that is not there: the amount says so and stays', async ({ page, program, open }) => {
  receiveGrant(program, makeVillage(program, 1), 50_000_00)
  await open(await program.serve())
  await fillBill(page)
  await page.getByLabel('Jumlah', { exact: true }).fill('50001')
  await page.keyboard.press('Enter')
  const amount = page.getByLabel('Jumlah', { exact: true })
  await expect(amount).toHaveAttribute('aria-invalid', 'true')
  await expect(amount).toHaveValue('50.001')
  await expect(page.getByRole('alert').first()).toContainText('Belum tersimpan. Yang sudah diketik tetap ada.')
  await program.stop()
  expect(bills(program)).toEqual([])
})

test('saving twice by a nervous hand records once', async ({ page, program, open }) => {
  receiveGrant(program, makeVillage(program, 1), 1_000_000_00)
  await open(await program.serve())
  await fillBill(page)
  await page.getByLabel('Jumlah', { exact: true }).fill('10000')
  await page.getByRole('button', { name: 'Simpan', exact: true }).dblclick()
  await expect(notice(page)).toBeVisible()
  await program.stop()
  expect(bills(program)).toHaveLength(1)
})

test('a program that died is said on the screen, and what was typed stays', async ({
  page,
  program,
  open,
  complaints,
}) => {
  receiveGrant(program, makeVillage(program, 1), 1_000_000_00)
  await open(await program.serve())
  await fillBill(page)
  await page.getByLabel('Jumlah', { exact: true }).fill('10000')
  await program.stop('SIGKILL')
  await page.getByRole('button', { name: 'Simpan', exact: true }).click()
  await expect(page.getByText('Program pencatat tidak menjawab').first()).toBeVisible({ timeout: 15_000 })
  await expect(page.getByLabel('Keterangan')).toHaveValue('Listrik kantor')
  await expect(page.getByLabel('Jumlah', { exact: true })).toHaveValue('10.000')
  await expect(page.getByRole('button', { name: 'Simpan', exact: true })).toBeEnabled()
  expect(complaints.filter((complaint) => !complaint.includes('ERR_CONNECTION'))).toEqual([])
  complaints.length = 0
  expect(bills(program)).toEqual([])
})
