import { type KeyboardEvent, useEffect, useRef } from 'react'

interface AwaitedPick {
  readonly options: readonly { readonly id: string }[]
  readonly isSearching: boolean | undefined
  readonly pick: (id: string) => void
}

/** Enter before the list answered takes the first of it once it is there: who types fast picks nobody else. */
export function useAwaitedPick({ options, isSearching, pick }: AwaitedPick) {
  const isAwaited = useRef(false)
  useEffect(() => {
    const [first] = options
    if (!isAwaited.current || isSearching || first === undefined) return
    isAwaited.current = false
    pick(first.id)
  })
  return {
    onKeyDown: ({ key }: KeyboardEvent) => {
      isAwaited.current = key === 'Enter' && options.length === 0 && isSearching === true
    },
    /** What was typed on or left is awaited no more. */
    forget: () => {
      isAwaited.current = false
    },
  }
}
