import { useEffect, useRef } from 'react'

interface AwaitedPick {
  readonly options: readonly { readonly id: string }[]
  readonly isSearching: boolean | undefined
  readonly pick: (id: string) => void
  /** Nothing fits what was typed. */
  readonly miss: () => void
}

/** Enter before the list answered takes the first of it once it is there: who types fast picks nobody else. */
export function useAwaitedPick({ options, isSearching, pick, miss }: AwaitedPick) {
  const isAwaited = useRef(false)
  const take = () => {
    const [first] = options
    if (first === undefined) miss()
    else pick(first.id)
  }
  useEffect(() => {
    if (!isAwaited.current || isSearching) return
    isAwaited.current = false
    take()
  })
  return {
    /** Takes the first that fits, as soon as it is known. */
    take: () => {
      isAwaited.current = isSearching === true
      if (!isAwaited.current) take()
    },
    /** What was typed on or left is awaited no more. */
    forget: () => {
      isAwaited.current = false
    },
  }
}
