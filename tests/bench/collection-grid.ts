import { chromium, type Page } from '@playwright/test'
import { Program } from '../e2e/program.ts'
import { makeVillage } from '../e2e/village.ts'

/** How long keys took from the press to the next paint, milliseconds. */
interface KeyTimes {
  readonly keys: number
  readonly median: number
  readonly p95: number
}

export interface CollectionGridFigures {
  /** Digits typed into the grid of 600 members. */
  readonly grid: KeyTimes
  /** The same digits in a bare field of the same page: what the browser and the machine cost without the grid. */
  readonly bare: KeyTimes
  /** Enter, which also moves, scrolls and draws new lines. */
  readonly enter: KeyTimes
}

const members = 600
const slowdown = 6
const rounds = 5
const linesPerRound = 12

/** Marks every key when it is pressed and again after the paint that followed it. */
function watchKeys(): void {
  const times: [string, number][] = []
  const waiting: { key: string; at: number }[] = []
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = () => {
    const now = performance.now()
    for (const { key, at } of waiting.splice(0)) times.push([key, now - at])
  }
  const onKey = ({ key, timeStamp }: KeyboardEvent) => {
    requestAnimationFrame(() => {
      waiting.push({ key, at: timeStamp })
      port2.postMessage(0)
    })
  }
  window.addEventListener('keydown', onKey, true)
  Object.assign(window, { takeKeyTimes: () => times.splice(0) })
}

async function takeTimes(page: Page): Promise<[string, number][]> {
  await page.waitForTimeout(400)
  return page.evaluate('takeKeyTimes()')
}

async function typeLines(page: Page, goOn: 'Enter' | 'Home'): Promise<[string, number][]> {
  for (let line = 0; line < linesPerRound; line += 1) {
    await page.keyboard.type('125000', { delay: 80 })
    await page.keyboard.press(goOn)
    await page.waitForTimeout(250)
  }
  return takeTimes(page)
}

function summary(times: readonly number[]): KeyTimes {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (share: number) => Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 10) / 10
  return { keys: sorted.length, median: at(0.5), p95: at(0.95) }
}

const isDigit = ([key]: readonly [string, number]) => /^\d$/.test(key)
const timeOf = ([, time]: readonly [string, number]) => time

async function measure(page: Page): Promise<CollectionGridFigures> {
  const bare: [string, number][] = []
  const grid: [string, number][] = []
  for (let round = 0; round < rounds; round += 1) {
    // In turn, so that whatever else the machine does falls on both.
    await page.evaluate(() => {
      const field = Object.assign(document.createElement('input'), { id: 'bare' })
      document.body.prepend(field)
      field.focus()
    })
    await takeTimes(page)
    bare.push(...(await typeLines(page, 'Home')))
    await page.evaluate(() => document.getElementById('bare')?.remove())
    await page.keyboard.press('Control+f')
    await page.keyboard.press('Enter')
    for (let down = 0; down < round * linesPerRound; down += 1) await page.keyboard.press('ArrowDown')
    await takeTimes(page)
    grid.push(...(await typeLines(page, 'Enter')))
  }
  return {
    grid: summary(grid.filter(isDigit).map(timeOf)),
    bare: summary(bare.filter(isDigit).map(timeOf)),
    enter: summary(grid.filter(([key]) => key === 'Enter').map(timeOf)),
  }
}

/** Types into the collection grid of 600 members on a processor slowed down six times. */
export async function collectionGrid(): Promise<CollectionGridFigures> {
  const { CHROMIUM_PATH: executablePath } = process.env
  const program = new Program()
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking']
  const browser = await chromium.launch({ args, ...(executablePath && { executablePath }) })
  try {
    makeVillage(program, members)
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
    await page.addInitScript(watchKeys)
    const address = await program.serve(program.book)
    await page.goto(address)
    await page.goto(`${new URL(address).origin}/#/collection`)
    await page.waitForSelector('input[data-member]')
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    return await measure(page)
  } finally {
    await browser.close()
    await program.remove()
  }
}

if (import.meta.main) process.stdout.write(`${JSON.stringify(await collectionGrid(), null, 2)}\n`)
