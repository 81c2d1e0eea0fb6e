import type { Page } from '@playwright/test'
import { en, id } from '../../shared/text/index.ts'
import { everyAddress, shares } from './addresses.ts'
import { makeVillage } from './village.ts'
import { expect, goTo, settled, test } from './window.ts'

/** Every sentence of a dictionary, wherever it hangs. */
function sentencesOf(branch: unknown): string[] {
  if (typeof branch === 'string') return [branch]
  return typeof branch === 'object' && branch !== null ? Object.values(branch).flatMap(sentencesOf) : []
}

const english = new Set(sentencesOf(en))

/** A sentence as it stands on the screen, whatever was put into its places. */
function asPattern(sentence: string): RegExp {
  const parts = sentence.split(/\{\{\w+\}\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('.+')}$`, 's')
}

/** Sentences that are Indonesian only: a few words are the same in both languages. */
const indonesian = sentencesOf(id).filter((sentence) => !english.has(sentence) && /[a-z]{3}/i.test(sentence))
const patterns = indonesian.map(asPattern)

const key = new RegExp(`\\b(${Object.keys(id).join('|')})\\.[a-z]\\w*(\\.\\w+)+\\b`)

/** Whatever a person sees or is read out: text, names, hints. What is data of the book is Indonesian in both. */
async function wordsOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isData = (element: Element | null) =>
      element?.closest('body [lang="id"], [role="gridcell"], [role="rowheader"]')
    const said: string[] = [document.title]
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode
      if (!isData(parentElement)) said.push(textContent ?? '')
    }
    for (const element of document.body.querySelectorAll('[aria-label], [placeholder], [title]')) {
      if (isData(element)) continue
      for (const name of ['aria-label', 'placeholder', 'title']) said.push(element.getAttribute(name) ?? '')
    }
    return said.map((text) => text.trim()).filter((text) => text !== '')
  })
}

function problemsIn(address: string, said: readonly string[]): string[] {
  return said.flatMap((text) => {
    if (key.test(text) || text.includes('{{')) return [`${address}: no words for ${text}`]
    return patterns.some((pattern) => pattern.test(text)) && !english.has(text) ? [`${address}: ${text}`] : []
  })
}

for (const share of shares) {
  test(`in English no screen of share ${share + 1} says a sentence in Indonesian, and none lacks its words`, async ({
    page,
    program,
    open,
  }) => {
    const addresses = everyAddress(program, makeVillage(program, 4), share)
    await open(await program.serve(), 'en')
    const problems: string[] = []
    let count = 0
    for (const address of addresses) {
      await goTo(page, address)
      await settled(page)
      const said = await wordsOn(page)
      count += said.length
      problems.push(...problemsIn(address, said))
    }
    expect(problems).toEqual([])
    expect(count).toBeGreaterThan(addresses.length * 15)
  })
}

test('one click changes the language of the screen, and what was typed stays', async ({ page, program, open }) => {
  makeVillage(program, 1)
  await open(await program.serve())
  await goTo(page, 'cash/spend')
  await page.getByLabel(id.cash.spend.description).fill('Kertas untuk rapat')
  const inIndonesian = problemsIn('cash/spend', await wordsOn(page))
  await page.getByText('EN', { exact: true }).click()
  await expect(page.getByLabel(en.cash.spend.description)).toHaveValue('Kertas untuk rapat')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  expect(problemsIn('cash/spend', await wordsOn(page))).toEqual([])
  // The search itself is able to find Indonesian.
  expect(inIndonesian.length).toBeGreaterThan(10)
})
