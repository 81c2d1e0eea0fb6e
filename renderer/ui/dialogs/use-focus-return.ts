import { useEffect, useRef } from 'react'

/** What of the screen has the focus. */
function placeNow(): HTMLElement | undefined {
  const { activeElement } = document
  return activeElement instanceof HTMLElement && activeElement.closest('main') ? activeElement : undefined
}

/**
 * Gives the focus back when a dialog closes and nothing has it: to where it last was on the screen, else to the screen's
 * heading. Whoever works by keyboard must not start from the top of the page.
 */
export function useFocusReturn(isOpen: boolean): void {
  // A dialog that is made as it opens has not seen where the focus was before.
  const last = useRef(placeNow())
  useEffect(() => {
    const note = ({ target }: Pick<FocusEvent, 'target'>) => {
      if (target instanceof HTMLElement && target.closest('main')) last.current = target
    }
    // A field that takes the focus as the screen appears has it before anybody listens.
    note({ target: document.activeElement })
    document.addEventListener('focusin', note)
    return () => document.removeEventListener('focusin', note)
  }, [])
  useEffect(() => {
    if (!isOpen) return
    return () => {
      window.setTimeout(() => {
        if (document.activeElement !== document.body) return
        const place = last.current?.isConnected ? last.current : document.querySelector<HTMLElement>('main h1')
        place?.focus()
      }, 50)
    }
  }, [isOpen])
}
