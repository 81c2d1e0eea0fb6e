import type { ComponentType } from 'react'
import type { Texts } from '../../shared/text/index.ts'
import type { Shape } from '../../shared/text/shape.ts'

/**
 * Picks one string out of the dictionary of whichever language is on: `($) => $.savings.deposit.title`. Refusals are
 * nobody's title, and i18next takes the `_many` and `_zero` at the end of some of their keys for plurals.
 */
export type Title = (texts: Omit<Shape<Texts>, 'error'>) => string

export interface Screen {
  /** Below `#/`, with parameters as the router writes them: `members/:memberId`. */
  readonly path: string
  readonly title: Title
  /** A shorter name for its tab, where the area's own name is known already. */
  readonly tab?: Title
  readonly load: () => Promise<ComponentType>
  /** Left out of Ctrl+K: screens that need to know which member or voucher. */
  readonly isInner?: boolean
  /** Without a tab: a button of another screen leads there, and Ctrl+K. */
  readonly hasNoTab?: boolean
  /** What the tab is called that it shares with the screens `under` it. */
  readonly group?: Title
  /** The path of the screen whose tab it shares. */
  readonly under?: string
}

/** An area of the map: one line of the navigation and the screens behind it, the first one being its own. */
export interface Area {
  readonly name: string
  readonly title: Title
  readonly icon: ComponentType
  readonly screens: readonly [Screen, ...Screen[]]
}

/** The one screen whose tab is marked at an address: it or what lies nearest above it, the area's own at the last. */
export function markedTab(tabs: readonly Pick<Screen, 'path'>[], pathname: string): string | undefined {
  const above = tabs.map(({ path }) => path).filter((path) => `${pathname}/`.startsWith(`/${path}/`))
  return above.sort((a, b) => b.length - a.length)[0]
}
