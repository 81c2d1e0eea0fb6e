interface Reach {
  readonly count: number
  /** Rows that fit on the screen: how far Page Up and Page Down go. */
  readonly page: number
}

/** The row a key leads to from row `at` (−1: none yet); undefined for keys that do not move. */
export function rowAfterKey(key: string, at: number, { count, page }: Reach): number | undefined {
  const target = targetOf(key, at, { count, page })
  return target === undefined || count === 0 ? undefined : Math.min(Math.max(target, 0), count - 1)
}

function targetOf(key: string, at: number, { count, page }: Reach): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return at + 1
    case 'ArrowUp':
      return at - 1
    case 'PageDown':
      return at + page
    case 'PageUp':
      return at - page
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return undefined
  }
}
