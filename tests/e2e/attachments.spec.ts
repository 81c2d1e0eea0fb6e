import { readdirSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import type { Answers } from '../../shared/contract/index.ts'
import { foundByAxe, press } from './hands.ts'
import { refuseMouse } from './papers.ts'
import { makeVillage, type Village } from './village.ts'
import { expect, goTo, settled, test } from './window.ts'

let village: Village
test.beforeEach(async ({ page, program }) => {
  village = makeVillage(program, 2)
  await refuseMouse(page)
  // Somebody listens all the time, so that no dialog of the system opens between two choices.
  page.on('filechooser', () => {})
})

const pdf = Buffer.from('%PDF-1.7\n% perjanjian\n%%EOF\n')
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const panelOf = (page: Page) => page.getByRole('region', { name: 'Lampiran' })

/** Opens the system's own dialog by keyboard and answers it with a file. */
async function choose(page: Page, name: string, buffer: Buffer, label = 'Lampirkan berkas'): Promise<void> {
  await page.getByRole('button', { name: label }).focus()
  const dialog = page.waitForEvent('filechooser')
  await press(page, 'Enter')
  await (await dialog).setFiles({ name, mimeType: 'application/pdf', buffer })
}

async function attach(page: Page, name: string, buffer: Buffer, note = ''): Promise<void> {
  await choose(page, name, buffer)
  await expect(panelOf(page).getByLabel('Keterangan')).toBeFocused()
  await page.keyboard.type(note)
  await press(page, 'Enter')
}

async function pressOn(page: Page, button: Locator): Promise<void> {
  await button.focus()
  await press(page, 'Enter')
}

test('an agreement is attached to a fund with a note, and taken away with a reason that can be read afterwards', async ({
  page,
  program,
  open,
}) => {
  const fund = program.call('funds.create', {
    ...{ name: 'Pelatihan', donor: 'Yayasan Mitra', purpose: 'Pelatihan keuangan', treatment: 'activity' },
    ...{ from: '2026-01-01', to: '2026-12-31', budget: [{ name: 'Narasumber', amount: 5_000_000_00 }] },
  }) as Answers['funds']['create']
  await open(await program.serve(program.book))
  await goTo(page, `funds/card/${fund.fundId}`)
  const panel = panelOf(page)
  await expect(panel).toContainText('Belum ada lampiran')

  await attach(page, '../../MoU\u202efdp.exe', pdf, 'Ditandatangani kedua pihak')
  await expect(panel.getByRole('button', { name: 'Buka MoUfdp.exe.pdf' })).toBeVisible()
  await expect(panel).toContainText('Ditandatangani kedua pihak')
  await expect(panel).toContainText('PDF, 1 KB, dilampirkan')
  expect(readdirSync(`${program.book}.lampiran`)).toHaveLength(1)
  await attach(page, 'lain.pdf', pdf, 'Salinan')
  await expect(panel.getByRole('alert')).toContainText('sudah terlampir')
  await expect(panel.getByLabel('Keterangan')).toHaveValue('Salinan')
  await choose(page, 'kontrak.pdf', Buffer.from('#!/bin/sh\n'))
  await expect(panel.getByRole('alert')).toContainText('bukan itu')
  await choose(page, 'besar.pdf', Buffer.alloc(11 * 1024 * 1024))
  await expect(panel.getByRole('alert')).toContainText('11 MB')
  expect(await foundByAxe(page)).toEqual([])

  await pressOn(page, panel.getByRole('button', { name: 'Hapus MoUfdp.exe.pdf' }))
  await expect(page.getByRole('dialog').locator(':focus')).toBeVisible()
  await page.keyboard.type('Salah berkas')
  await press(page, 'Enter')
  await expect(panel).toContainText('Belum ada lampiran')
  await panel.getByLabel('Tampilkan yang sudah dihapus (1)').focus()
  await press(page, 'Space')
  await expect(panel).toContainText('oleh bendahara: Salah berkas')
  expect(await foundByAxe(page)).toEqual([])
})

test('members, equipment and goods have papers of their own', async ({ page, program, open }) => {
  const [member] = village.members
  const bought = program.call('assets.acquire', {
    ...{ requestId: 'mesin', date: village.today, name: 'Mesin giling', account: '18104', cost: 1_000_00 },
    ...{ months: 48, cashAccount: '11201' },
  }) as Answers['assets']['acquire']
  const item = program.call('items.create', { name: 'Keripik', priceOther: 12_000_00 }) as Answers['items']['create']
  await open(await program.serve(program.book))
  const subjects = [`members/${member?.memberId}`, `funds/assets/card/${bought.assetId}`, `trade/items/${item.itemId}`]
  for (const [index, address] of subjects.entries()) {
    await goTo(page, address)
    await settled(page)
    await attach(page, `berkas ${index}.png`, png)
    await expect(panelOf(page).getByRole('button', { name: `Buka berkas ${index}.png` })).toBeVisible()
    await expect(panelOf(page)).toContainText('Gambar (PNG), 1 KB')
    expect(await foundByAxe(page)).toEqual([])
  }
})

test('a photo of goods is chosen, changed and taken away, and stands small in the list', async ({
  page,
  program,
  open,
}) => {
  const item = program.call('items.create', { name: 'Keripik', priceOther: 12_000_00 }) as Answers['items']['create']
  await open(await program.serve(program.book))
  await goTo(page, `trade/items/${item.itemId}`)
  const box = page.getByRole('region', { name: 'Foto barang' })
  await choose(page, 'brosur.pdf', pdf, 'Pilih foto')
  await expect(box.getByRole('alert')).toContainText('JPEG, PNG, atau WebP')
  await choose(page, 'keripik.png', png, 'Pilih foto')
  await expect(box.getByRole('img', { name: 'Foto Keripik' })).toBeVisible()
  await expect(panelOf(page)).toContainText('Belum ada lampiran')
  expect(await foundByAxe(page)).toEqual([])
  await choose(page, 'keripik baru.png', await largePicture(page), 'Ganti foto')
  await panelOf(page).getByLabel('Tampilkan yang sudah dihapus (1)').focus()
  await press(page, 'Space')
  await expect(panelOf(page)).toContainText('oleh bendahara: diganti foto baru')

  await goTo(page, 'trade')
  const row = page.getByRole('row').filter({ hasText: 'Keripik' })
  await expect(row.locator('img')).toHaveJSProperty('naturalWidth', 800)
  expect(await foundByAxe(page)).toEqual([])

  await goTo(page, `trade/items/${item.itemId}`)
  await settled(page)
  await pressOn(page, box.getByRole('button', { name: 'Hapus Foto barang' }))
  await expect(page.getByRole('dialog').locator(':focus')).toBeVisible()
  await page.keyboard.type('Buram')
  await press(page, 'Enter')
  await expect(box.getByRole('img')).toHaveCount(0)
})

/** A picture that is larger than any list needs. */
async function largePicture(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(() => {
    const canvas = document.createElement('canvas')
    canvas.width = 1_600
    canvas.height = 1_200
    canvas.getContext('2d')?.fillRect(0, 0, 1_600, 1_200)
    return canvas.toDataURL('image/png').split(',')[1] ?? ''
  })
  return Buffer.from(base64, 'base64')
}
