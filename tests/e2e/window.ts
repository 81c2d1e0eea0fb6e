import { test as base, expect, type Page, type Request } from '@playwright/test'
import type { Language } from '../../shared/calendar.ts'
import { Program } from './program.ts'

interface Fixtures {
  readonly program: Program
  /** Goes to the program's first screen in a language; also when it was served again on another port. */
  readonly open: (address: string, language?: Language) => Promise<void>
  /** What the console complained about; a test that expects complaints empties it. */
  readonly complaints: string[]
}

/** Every test has a program and a home of its own, and fails where the page's policy or a script complains. */
export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from here
  program: async ({}, use) => {
    const program = new Program()
    await use(program)
    await program.remove()
  },
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = []
      page.on('console', (message) => {
        if (message.type() === 'error' && !isRefusal(message.text())) complaints.push(message.text())
      })
      page.on('pageerror', (error) => complaints.push(error.message))
      watchCalls(page)
      await slowDown(page)
      await use(complaints)
      expect(complaints).toEqual([])
    },
    { auto: true },
  ],
  open: async ({ page }, use) => {
    await use(async (address, language = 'id') => {
      const { origin } = new URL(address)
      const value = `${language}.normal`
      await page.context().addCookies([{ name: 'lumbung-preferences', value, url: origin }])
      await page.goto(address)
      await expect(page.locator('h1')).toBeVisible()
    })
  },
})

export { expect }

/** Goes to a screen as its address, without loading the program anew; the screen may add what it chose by itself. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash
  }, `#/${path}`)
  await expect(page).toHaveURL(new RegExp(`#/${path.replaceAll('?', '\\?')}([?&].*)?$`))
}

/** A refused call is an answer like any other; the browser notes it all the same. */
function isRefusal(complaint: string): boolean {
  return /^Failed to load resource: (.* status of 4\d\d|net::ERR_CONNECTION_(REFUSED|RESET))/.test(complaint)
}

/** `CPU_SLOWER=4`: the page on a computer four times as slow. What then fails depends on speed somewhere. */
async function slowDown(page: Page): Promise<void> {
  const rate = Number(process.env.CPU_SLOWER ?? 1)
  if (rate <= 1) return
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate })
}

const calls = new WeakMap<Page, Set<Request>>()

function watchCalls(page: Page): void {
  const underWay = new Set<Request>()
  calls.set(page, underWay)
  page.on('request', (request) => underWay.add(request))
  page.on('requestfinished', (request) => underWay.delete(request))
  page.on('requestfailed', (request) => underWay.delete(request))
}

/** Waits until the screen is there and everything it asked for was answered. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('main h1').first()).toBeVisible()
  let quiet = 0
  while (quiet < 3) {
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 30)))
    quiet = calls.get(page)?.size === 0 ? quiet + 1 : 0
  }
}
