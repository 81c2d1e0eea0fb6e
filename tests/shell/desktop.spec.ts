import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, expect, type Page, test } from '@playwright/test'
import { canShowWindow, electronProgram } from '../../scripts/electron-runtime.ts'

const program = electronProgram()
const reason =
  program === undefined
    ? 'SKIPPED: the real window needs Electron’s runtime (npx install-electron)'
    : 'SKIPPED: the real window needs a screen and a user other than root (xvfb-run npm run test:e2e)'
const isPossible = program !== undefined && canShowWindow()
if (!isPossible) process.stderr.write(`${reason}\n`)
test.skip(!isPossible, reason)

let home = ''
let app: ElectronApplication
let page: Page
test.beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'lumbung-desktop-'))
  const env = { ...process.env, HOME: home, USERPROFILE: home, XDG_CONFIG_HOME: join(home, 'config') }
  const root = join(import.meta.dirname, '..', '..')
  app = await _electron.launch({ ...(program ? { executablePath: program } : {}), args: [root], env })
  page = await app.firstWindow()
})
test.afterAll(async () => {
  await app?.close()
  rmSync(home, { recursive: true, force: true })
})

test('the window shows the first screen from its own address', async () => {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(page.url()).toMatch(/^app:\/\/lumbung\//)
})

test('the page has no Node and only the named functions', async () => {
  const reach = await page.evaluate(() => [
    typeof globalThis.process,
    typeof globalThis.require,
    Object.keys(window.lumbung ?? {}).length,
  ])
  expect(reach).toEqual(['undefined', 'undefined', 7])
})

test('the page cannot leave, open windows, read files or ask for permissions', async () => {
  const tried = await page.evaluate(async () => {
    const opened = window.open('https://example.org')
    window.location.href = 'https://example.org'
    const file = await fetch('file:///etc/passwd').then(
      () => 'read',
      () => 'refused',
    )
    const web = await fetch('https://example.org').then(
      () => 'reached',
      () => 'refused',
    )
    const { state } = await navigator.permissions.query({ name: 'geolocation' })
    return [opened === null, file, web, state]
  })
  expect(tried).toEqual([true, 'refused', 'refused', 'denied'])
  await page.waitForTimeout(500)
  expect(page.url()).toMatch(/^app:\/\/lumbung\//)
  expect(app.windows()).toHaveLength(1)
})

test('a frame with another page gets nothing and is not shown', async () => {
  const shown = await page.evaluate(async () => {
    const frame = document.createElement('iframe')
    frame.src = 'data:text/html,<script>parent.postMessage(typeof window.lumbung, "*")</script>'
    document.body.append(frame)
    const answer = new Promise((resolve) => window.addEventListener('message', ({ data }) => resolve(data)))
    const nothing = new Promise((resolve) => setTimeout(() => resolve('nothing'), 1_000))
    return await Promise.race([answer, nothing])
  })
  expect(shown).toBe('nothing')
})

test('the backend answers the window, and again after it was killed', async () => {
  const kill = () =>
    app.evaluate(({ app }) => {
      const backend = app.getAppMetrics().find(({ name }) => name === 'Lumbung')
      if (backend) process.kill(backend.pid, 'SIGKILL')
      return backend !== undefined
    })
  await expect(page.getByRole('button').first()).toBeEnabled()
  expect(await kill()).toBe(true)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})
