import { useEffect, useEffectEvent } from 'react'
import { useLocation } from 'react-router'

/** Called when somebody comes to the screen she is on once more: by its tab, or by Ctrl+K. */
export function useFreshVisit(begin: () => void): void {
  const { key } = useLocation()
  const onVisit = useEffectEvent(begin)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key changes with every visit, and that alone matters
  useEffect(() => onVisit(), [key])
}
