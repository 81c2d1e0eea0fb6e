import { areas } from './map.ts'

/**
 * Fetches every screen while nothing else is to be done: afterwards each click answers at once, and a door that is gone
 * cannot keep a screen from saying so.
 */
export async function preloadScreens(): Promise<void> {
  for (const { screens } of areas) {
    for (const { load } of screens) {
      await new Promise((resolve) => window.requestIdleCallback(resolve, { timeout: 2_000 }))
      // A screen that cannot be fetched now is fetched again when it is opened, and then says what is wrong.
      await load().catch(() => undefined)
    }
  }
}
