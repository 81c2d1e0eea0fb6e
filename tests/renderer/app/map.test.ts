import { beforeAll, expect, test, vi } from 'vitest'
import { markedTab } from '../../../renderer/app/area.ts'
import { areas } from '../../../renderer/app/map.ts'
import { en, id } from '../../../shared/text/index.ts'

// The client looks where it runs as soon as a screen is loaded.
beforeAll(() => void vi.stubGlobal('window', { location: { origin: 'http://127.0.0.1' } }))

const screens = areas.flatMap((area) => area.screens.map((screen) => ({ ...screen, area: area.name })))

test('no two screens have one address', () => {
  const paths = screens.map(({ path }) => path)
  expect(new Set(paths).size).toBe(paths.length)
})

test('the screens of an area lie below its own, so that its line in the menu stays marked', () => {
  for (const { screens } of areas) {
    const [first, ...others] = screens
    for (const { path } of others) expect(`${path}/`.startsWith(`${first.path}/`), path).toBe(true)
  }
})

test.each(screens)('$path has a title in both languages', ({ title }) => {
  expect(title(id)).not.toBe('')
  expect(title(en)).not.toBe('')
})

test.each(screens)('$path can be opened', async ({ load }) => {
  expect(await load()).toBeTypeOf('function')
})

test('a screen that needs to know whom it is about is not offered by Ctrl+K', () => {
  const offered = screens.filter(({ path, isInner }) => path.includes(':') && !isInner)
  expect(offered).toEqual([])
})

test('what shares a tab stands in one area with the screen that leads it, and every such tab has a name and a line', () => {
  for (const { screens } of areas) {
    const leaders = screens.filter(({ group }) => group)
    for (const { path, under } of screens) {
      if (under !== undefined)
        expect(
          leaders.map((leader) => leader.path),
          path,
        ).toContain(under)
    }
    for (const leader of leaders) {
      const shown = screens.filter(({ under, isInner, hasNoTab }) => under === leader.path && !isInner && !hasNoTab)
      expect(shown.length, leader.path).toBeGreaterThan(0)
      expect(leader.under, leader.path).toBeUndefined()
    }
  }
})

test('one tab is marked at a time: the screen one is on, or the nearest above it', () => {
  const tabs = ['funds', 'funds/spend', 'funds/borrowings', 'funds/borrowings/repay'].map((path) => ({ path }))
  const marked = {
    '/funds': 'funds',
    '/funds/card/1/edit': 'funds',
    '/funds/borrowings/card/1': 'funds/borrowings',
    '/funds/borrowings/repay': 'funds/borrowings/repay',
    '/funds/spending': 'funds',
    '/savings': undefined,
  }
  for (const [address, tab] of Object.entries(marked)) expect(markedTab(tabs, address), address).toBe(tab)
})
