import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import type { Answers } from '../../shared/contract/index.ts'
import { makeVillage, nextRequest, type Village } from './village.ts'
import { expect, goTo, settled, test } from './window.ts'

let village: Village
let savingsAccountId: string

test.beforeEach(async ({ program, open }) => {
  village = makeVillage(program, 2)
  const { today: date } = village
  const memberId = village.members[0]?.memberId
  const opening = { requestId: nextRequest(), memberId, product: 'sukarela', date }
  savingsAccountId = (program.call('savings.open', opening) as Answers['savings']['open']).savingsAccountId
  // A card as full as one gets: every line with long words and wide amounts.
  const deposits = Array.from({ length: 45 }, (_, index) => ({
    procedure: 'savings.deposit',
    input: { requestId: nextRequest(), savingsAccountId, date, amount: 123_456_789_00 + index, cashAccount: '11101' },
  }))
  program.batch(deposits)
  await open(await program.serve(program.book))
})

interface Seen {
  readonly bytes: number
  readonly width: number
  readonly height: number
  readonly dark: number
  /** The part of it that has the grey of a mark. */
  readonly marked: number
}

/** Presses a button that makes a picture, and looks at the file as a phone would. */
async function pictureFrom(page: Page, press: () => Promise<void>): Promise<Seen & { name: string }> {
  const download = page.waitForEvent('download')
  await press()
  const file = await download
  const content = readFileSync(await file.path())
  const seen = await page.evaluate(
    async (bytes) => {
      const picture = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: 'image/png' }))
      const canvas = document.createElement('canvas')
      Object.assign(canvas, { width: picture.width, height: picture.height })
      const pen = canvas.getContext('2d')
      pen?.drawImage(picture, 0, 0)
      const dots = pen?.getImageData(0, 0, picture.width, picture.height).data ?? []
      let [dark, marked] = [0, 0]
      for (let place = 0; place < dots.length; place += 4) {
        if ((dots[place] ?? 255) < 100) dark += 1
        if (dots[place] === 204) marked += 1
      }
      const all = picture.width * picture.height
      return { width: picture.width, height: picture.height, dark: dark / all, marked: marked / all }
    },
    [...content],
  )
  return { name: file.suggestedFilename(), bytes: content.byteLength, ...seen }
}

test('a full card and a slip are pictures a phone can show, each below 200 KB', async ({ page }) => {
  await goTo(page, `savings/card/${savingsAccountId}`)
  await settled(page)
  const send = page.getByRole('button', { name: 'Kirim (gambar)' })
  const card = await pictureFrom(page, () => send.click())
  expect(card.name).toMatch(/^Kartu Simpanan SS-001 .*\.png$/)
  expect(card.bytes).toBeLessThan(200_000)
  expect(card.width).toBeGreaterThanOrEqual(700)
  expect(card.height).toBeGreaterThan(card.width)
  expect(card.dark).toBeGreaterThan(0.01)

  await goTo(page, `savings/deposit?member=${village.members[1]?.memberId}`)
  await settled(page)
  await page.getByRole('combobox', { name: 'Simpanan' }).selectOption({ index: 1 })
  await page.getByRole('textbox', { name: 'Jumlah setoran' }).fill('25000')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Tersimpan')).toBeVisible()
  const slip = await pictureFrom(page, () => send.click())
  expect(slip.name).toMatch(/^Bukti Kas Masuk BKM-.*\.png$/)
  expect(slip.bytes).toBeLessThan(200_000)
  expect(slip.width).toBe(1080)
  expect(slip.dark).toBeGreaterThan(0.01)
  await page.getByRole('button', { name: 'Batalkan' }).click()
  await page.keyboard.type('salah anggota')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/dibatalkan dengan bukti/)).toBeVisible()
  const reversed = await pictureFrom(page, () => send.click())
  expect([slip.marked < 0.02, reversed.marked > 0.03]).toEqual([true, true])
})
