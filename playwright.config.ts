import { defineConfig } from '@playwright/test'

/** Chromium without anything that would speak to the network or to a graphics card. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const { CHROMIUM_PATH: executablePath, CI, PLAYWRIGHT_JSON_OUTPUT_NAME: countsFile } = process.env

/** The screens in a browser against the browser door, and the real window wherever Electron's runtime is present. */
export default defineConfig({
  testDir: 'tests',
  outputDir: 'test-results/browser',
  forbidOnly: Boolean(CI),
  workers: 2,
  // A busy machine may be late once; a fault is there every time.
  retries: CI ? 2 : 0,
  timeout: 90_000,
  // A machine that does two things at once draws a screen later, not another one.
  expect: { timeout: 10_000 },
  reporter: countsFile ? [['list'], ['json']] : 'list',
  use: {
    viewport: { width: 1366, height: 768 },
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
    // A trace pictures the whole page at every key: with a sheet of 85 members it costs more than the test.
    screenshot: 'only-on-failure',
    actionTimeout: 15_000,
    launchOptions: executablePath ? { executablePath, args } : { args },
  },
  projects: [
    { name: 'browser', testMatch: 'e2e/**/*.spec.ts' },
    { name: 'desktop', testMatch: 'shell/**/*.spec.ts' },
  ],
})
