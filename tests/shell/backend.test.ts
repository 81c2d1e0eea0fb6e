import { once } from 'node:events'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as electron from './fake-electron.ts'

vi.mock('electron', () => electron)
const { Backend } = await import('../../electron/shell/backend.ts')
process.env.HOME = electron.profile

let backend: InstanceType<typeof Backend>
let givenUp: number

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  electron.forks.length = 0
  givenUp = 0
  backend = new Backend(
    () => undefined,
    () => {
      givenUp += 1
    },
  )
  backend.start()
})
afterEach(async () => {
  vi.restoreAllMocks()
  await backend.stop()
  vi.useRealTimers()
})

const running = () => electron.forks.at(-1)?.process ?? expect.fail('no backend')

async function die(times = 1): Promise<void> {
  for (let death = 0; death < times; death += 1) {
    const gone = once(running(), 'exit')
    running().kill()
    await gone
  }
}

/** How often it was started, and how often it was given up. */
const fate = () => [electron.forks.length, givenUp]

test('a backend that dies is started again three times, and given up the fourth', async () => {
  await die(3)
  expect(fate()).toEqual([4, 0])
  await die()
  expect(fate()).toEqual([4, 1])
})

test('a death is forgotten after a calm minute, not before', async () => {
  await die(3)
  await vi.advanceTimersByTimeAsync(60_000)
  await die(3)
  expect(fate()).toEqual([7, 0])
  await vi.advanceTimersByTimeAsync(59_999)
  await die()
  expect(fate()).toEqual([7, 1])
})

test('a backend that is told to end closes its book by itself and is not started again', async () => {
  const killed = vi.spyOn(running(), 'kill')
  await backend.stop()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(killed).not.toHaveBeenCalled()
  expect(fate()).toEqual([1, 0])
})

test('a backend that does not hear is ended by force after twenty seconds, so that the program can end', async () => {
  const { kill } = running()
  const killed = vi.spyOn(running(), 'kill').mockImplementation(kill.bind(running()))
  vi.spyOn(running(), 'postMessage').mockImplementation(() => {})
  const stopped = backend.stop()
  await vi.advanceTimersByTimeAsync(19_999)
  expect(killed).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  expect(killed).toHaveBeenCalledOnce()
  await stopped
  expect(fate()).toEqual([1, 0])
})

test('where no backend runs any more, stopping it takes no time', async () => {
  await die(4)
  await backend.stop()
  expect(fate()).toEqual([4, 1])
})
