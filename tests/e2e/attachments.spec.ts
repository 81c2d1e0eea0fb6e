import { readdirSync } from 'node:fs'
import type { Page } from '@playwright/test'
import type { Answers } from '../../shared/contract/index.ts'
import { foundByAxe, press } from './hands.ts'
import { makeVillage } from './village.ts'
import { expect, goTo, test } from './window.ts'

test.beforeEach(({ program }) => {
  makeVillage(program, 2)
})

const pdf = Buffer.from('%PDF-1.7\n% perjanjian\n%%EOF\n')

async function choose(page: Page, name: string, mimeType: string, buffer: Buffer): Promise<void> {
  await page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer })
}

test('an agreement is attached to a fund, looked at, and taken away with a reason', async ({ page, program, open }) => {
  const fund = program.call('funds.create', {
    ...{ name: 'Pelatihan', donor: 'Yayasan Mitra', purpose: 'Pelatihan keuangan', treatment: 'activity' },
    ...{ from: '2026-01-01', to: '2026-12-31', budget: [{ name: 'Narasumber', amount: 5_000_000_00 }] },
  }) as Answers['funds']['create']
  await open(await program.serve(program.book))
  await goTo(page, `funds/card/${fund.fundId}`)
  const panel = page.getByRole('region', { name: 'Lampiran' })
  await expect(panel).toContainText('Belum ada lampiran')

  await choose(page, '../../MoU\u202efdp.exe', 'application/pdf', pdf)
  await expect(panel.getByRole('button', { name: 'Buka MoUfdp.exe.pdf' })).toBeVisible()
  expect(readdirSync(`${program.book}.lampiran`)).toHaveLength(1)
  await choose(page, 'lain.pdf', 'application/pdf', pdf)
  await expect(panel.getByRole('alert')).toContainText('sudah terlampir')
  await choose(page, 'kontrak.pdf', 'application/pdf', Buffer.from('#!/bin/sh\n'))
  await expect(panel.getByRole('alert')).toContainText('bukan itu')
  await choose(page, 'besar.pdf', 'application/pdf', Buffer.alloc(11 * 1024 * 1024))
  await expect(panel.getByRole('alert')).toContainText('11 MB')
  expect(await foundByAxe(page)).toEqual([])

  await panel.getByRole('button', { name: 'Hapus MoUfdp.exe.pdf' }).focus()
  await press(page, 'Enter')
  await expect(page.getByRole('dialog').locator(':focus')).toBeVisible()
  await page.keyboard.type('Salah berkas')
  await press(page, 'Enter')
  await expect(panel).toContainText('Belum ada lampiran')
})
