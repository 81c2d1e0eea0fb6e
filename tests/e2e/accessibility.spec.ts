import type { Page } from '@playwright/test'
import type { Language } from '../../shared/calendar.ts'
import { en, id } from '../../shared/text/index.ts'
import { everyAddress, shares } from './addresses.ts'
import { foundByAxe } from './hands.ts'
import { makeVillage } from './village.ts'
import { expect, goTo, settled, test } from './window.ts'

/** What axe finds on the screen as it is now: which rule, where, and in which state. */
async function problemsOn(page: Page, state: string): Promise<string[]> {
  // An open list hangs beside the landmarks of the page.
  const found = await foundByAxe(page, 'region')
  return found.map((problem) => `${state}: ${problem}`)
}

for (const share of shares) {
  test(`every screen of share ${share + 1} of the map can be used by those who hear it or see little`, async ({
    page,
    program,
    open,
  }) => {
    // Each screen is read whole by axe; what another language would change, its words, languages.spec.ts looks at.
    test.slow()
    const addresses = everyAddress(program, makeVillage(program, 4), share)
    await open(await program.serve())
    const problems: string[] = []
    for (const address of addresses) {
      await goTo(page, address)
      await settled(page)
      problems.push(...(await problemsOn(page, address)))
    }
    expect(problems).toEqual([])
    expect(addresses.length).toBeGreaterThan(8)
  })
}

for (const language of ['id', 'en'] as const satisfies readonly Language[]) {
  const words = language === 'id' ? id : en

  test.describe(`in ${language}`, () => {
    test.describe.configure({ mode: 'parallel' })

    test('the first start, dialogs, questions and what stands after saving can be used by them too', async ({
      page,
      program,
      open,
    }) => {
      await open(await program.serveWithoutBook(), language)
      const problems = await problemsOn(page, 'start')
      await page.getByRole('button', { name: words.start.make.action }).click()
      await page.getByRole('button', { name: words.start.make.save }).click()
      await expect(page.getByRole('alert').first()).toBeVisible()
      problems.push(...(await problemsOn(page, 'refused form')))
      await page.getByLabel(words.start.make.name).fill('Koperasi Melati Jaya')
      await page.getByRole('button', { name: words.start.make.save }).click()
      await expect(page.getByRole('heading', { name: words.home.title, level: 1 })).toBeVisible()

      await page.keyboard.press('Control+k')
      await expect(page.getByPlaceholder(words.app.finder.placeholder)).toBeFocused()
      problems.push(...(await problemsOn(page, 'finder')))
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: words.app.header.help }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      problems.push(...(await problemsOn(page, 'help')))
      await page.keyboard.press('Escape')

      await goTo(page, 'cash/receive')
      await page.getByRole('combobox', { name: words.cash.receive.purpose }).fill('33201')
      problems.push(...(await problemsOn(page, 'list of accounts')))
      await page.keyboard.press('Enter')
      await page.getByLabel(words.cash.receive.description).fill('Hibah')
      await page.getByLabel(words.cash.amount).fill('1,500')
      await page.keyboard.press('Tab')
      problems.push(...(await problemsOn(page, 'a question about money')))
      await page.getByLabel(words.cash.amount).fill('1500000')
      await page.locator('main button[type="submit"]').hover()
      problems.push(...(await problemsOn(page, 'the pointer on a button')))
      await page.keyboard.press('Enter')
      const notice = page.getByRole('status').filter({ hasText: words.ui.saved.title })
      await expect(notice).toBeVisible()
      problems.push(...(await problemsOn(page, 'saved')))
      await notice.getByRole('button', { name: words.ui.saved.reverse }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      problems.push(...(await problemsOn(page, 'reversal')))
      expect(problems).toEqual([])
    })
  })
}
