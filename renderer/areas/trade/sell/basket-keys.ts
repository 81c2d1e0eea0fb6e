import type { KeyboardEvent } from 'react'

/** Goes to a field of the till by its name; false where it is not on the screen. */
export function focusField(form: Element | null, name: string): boolean {
  const field = form?.querySelector<HTMLElement>(`[name="${CSS.escape(name)}"]:not([type=hidden])`)
  if (!field) return false
  field.focus()
  if (field instanceof HTMLInputElement) field.select()
  return true
}

/**
 * The keys of the till, before the form has them: Enter in a line goes back to the search, Enter in the empty search goes
 * on to paying, Enter behind the money that was handed over saves, F2 asks who buys, F4 how it is paid, F8 where the
 * goods lie, F9 leads to the search from anywhere.
 */
export function basketKeys(event: KeyboardEvent<HTMLElement>, box: Element = event.currentTarget): void {
  const { target, key } = event
  if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof HTMLElement)) return
  if (key === 'Enter' && target instanceof HTMLInputElement && target.name === 'given') {
    event.preventDefault()
    event.stopPropagation()
    target.form?.requestSubmit()
    return
  }
  const fields = fieldsAfter(key, target)
  if (!fields?.some((name) => focusField(box, name))) return
  event.preventDefault()
  event.stopPropagation()
}

function fieldsAfter(key: string, target: HTMLElement): readonly string[] | undefined {
  if (key === 'F2') return ['member']
  if (key === 'F4') return ['way']
  if (key === 'F8') return ['place']
  if (key === 'F9') return ['search']
  if (key !== 'Enter' || !(target instanceof HTMLInputElement)) return undefined
  if (target.name.endsWith('.qty')) return [target.name.replace(/qty$/, 'amount'), 'search']
  if (target.name.startsWith('lines.')) return ['search']
  const isLeft = target.name === 'search' && target.value.trim() === ''
  return isLeft && !target.matches('[data-expanded]') ? ['given', 'otherCosts', 'partner', 'way', 'date'] : undefined
}
