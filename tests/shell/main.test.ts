import { once } from 'node:events'
import { afterAll, expect, test, vi } from 'vitest'
import { makeScreens } from '../doors/pages.ts'
import { patience } from '../support/patience.ts'
import * as electron from './fake-electron.ts'

vi.mock('electron', () => electron)
const screens = makeScreens()
vi.mock('../../electron/doors/pages.ts', async (original) => ({
  ...(await original<typeof import('../../electron/doors/pages.ts')>()),
  findPages: () => screens.folder,
}))
process.env.HOME = electron.profile
afterAll(() => screens.remove())

/** A start of the program on this machine, up to the moment before Electron is ready. */
async function start(isFirst: boolean): Promise<void> {
  vi.resetModules()
  Object.assign(electron.app, { isFirst, hasQuit: false })
  await import('../../electron/shell/main.ts')
}

test('a second start of the program ends at once: it listens to nothing, serves nothing, opens no book', async () => {
  await start(false)
  expect(electron.app.hasQuit).toBe(true)
  expect([electron.app.eventNames(), electron.privileged, electron.forks, electron.windows]).toEqual([[], [], [], []])
})

test('the first start puts every page there will be into the sandbox, and asks no network for anything', async () => {
  await start(true)
  expect([electron.app.hasQuit, electron.app.sandboxed]).toEqual([false, true])
  expect(electron.app.switches).toEqual(['disable-background-networking', 'disable-component-update'])
  expect(electron.windows).toEqual([])
})

test('when the books cannot be served any more the program says so, and ends', async () => {
  electron.app.becomeReady()
  await vi.waitFor(() => expect(electron.forks).toHaveLength(1), patience)
  for (const death of ['first', 'second', 'third', 'fourth']) {
    expect(electron.said, death).toEqual([])
    const { process: dying } = electron.forks.at(-1) ?? expect.fail('no backend')
    const gone = once(dying, 'exit')
    dying.kill()
    await gone
  }
  expect(electron.said).toEqual([
    {
      kind: 'error',
      options: {
        title: expect.stringContaining('berulang kali berhenti'),
        content: expect.stringMatching(/tetap aman/),
      },
    },
  ])
  await vi.waitFor(() => expect(electron.app.hasQuit).toBe(true), patience)
  expect(electron.forks).toHaveLength(4)
})
