import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect } from './window.ts'

/** Papers open in a tab: a Chromium without a window breaks off when a PDF in a frame is printed. */
async function openPapersInTabs(page: Page): Promise<void> {
  await page.addInitScript(() => Object.defineProperty(navigator, 'pdfViewerEnabled', { value: false }))
}

/** Fails where the mouse is used; papers open in a tab. */
export async function refuseMouse(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const complain = () => {
      throw new Error('the mouse was used')
    }
    window.addEventListener('pointerdown', complain, true)
  })
  await openPapersInTabs(page)
}

/** Prints what the focus is on and answers the text of the pages that came, as they are laid out. */
export async function printed(page: Page): Promise<string> {
  const answer = page.waitForResponse(/\/rpc\/reports\/(pdf|volumes)/)
  const tab = page.waitForEvent('popup')
  await page.keyboard.press('Enter')
  await (await tab).close()
  // The answer is a form of several parts; the pages are the one that begins and ends like a PDF.
  const body = await (await answer).body()
  const [first, last] = [body.indexOf('%PDF-'), body.lastIndexOf('%%EOF')]
  expect(first).toBeGreaterThan(0)
  return textOf(body.subarray(first, last + 6))
}

/** Goes to a button by its name and prints with it. */
export async function printedBy(page: Page, name: string): Promise<string> {
  await page.getByRole('button', { name, exact: true }).first().focus()
  return printed(page)
}

function textOf(pdf: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'lumbung-page-'))
  try {
    const file = join(folder, 'page.pdf')
    writeFileSync(file, pdf)
    return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
  } finally {
    rmSync(folder, { recursive: true })
  }
}
