import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test, vi } from 'vitest'
import * as electron from './fake-electron.ts'

vi.mock('electron', () => electron)
const { readState } = await import('../../electron/shell/window-state.ts')

const folder = join(electron.profile, 'userData')
beforeAll(() => mkdirSync(folder, { recursive: true }))

/** What the shell remembers when this was noted last. */
function remembered(note: string) {
  writeFileSync(join(folder, 'window.json'), note)
  return readState()
}

const bounds = { x: 10, y: 20, width: 1000, height: 700 }
const last = { language: 'en', isMaximized: false }
const asNew = { language: 'id', isMaximized: true }

test('a window opens where it was, on a screen that is still there', () => {
  expect(remembered(JSON.stringify({ ...last, bounds }))).toEqual({ ...last, bounds })
})

test.each([
  ['on a screen that was unplugged', { x: 3000 }],
  ['all but its edge beyond the right of the screen', { x: 1300 }],
  ['all but its title below the screen', { y: 700 }],
  ['beyond the left of the screen', { x: -900 }],
  ['above the screen', { y: -600 }],
])('a window that would open %s opens in the middle, in its language', (_, moved) => {
  expect(remembered(JSON.stringify({ ...last, bounds: { ...bounds, ...moved } }))).toEqual(last)
})

test.each([
  ['too narrow to work in', JSON.stringify({ ...last, bounds: { ...bounds, width: 399 } })],
  ['too low to work in', JSON.stringify({ ...last, bounds: { ...bounds, height: 299 } })],
  ['with half a point of height', JSON.stringify({ ...last, bounds: { ...bounds, height: 700.5 } })],
  ['damaged', '{"language"'],
  ['empty', ''],
])('a note that is %s is as none', (_, note) => {
  expect(remembered(note)).toEqual(asNew)
})
