import { type RefObject, useLayoutEffect, useState } from 'react'

/** Room left below a table for its hint and the edge of the window, in rem. */
const belowTable = 4.5
const leastHeight = 14

/** The height from an element's top to the end of the window, less some rem: a list takes what the rest of its screen leaves. */
export function useRestOfWindow(element: RefObject<HTMLElement | null>, roomBelow = belowTable): string {
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    const measure = () => setTop(element.current?.getBoundingClientRect().top ?? 0)
    measure()
    // Other things above it may grow or shrink: errors, questions, another text size.
    const observer = new ResizeObserver(measure)
    const screen = element.current?.parentElement
    if (screen) observer.observe(screen)
    window.addEventListener('resize', measure)
    return () => {
      observer.disconnect()
      window.removeEventListener('resize', measure)
    }
  }, [element])
  return `max(${leastHeight}rem, calc(100dvh - ${Math.max(0, Math.trunc(top))}px - ${roomBelow}rem))`
}
