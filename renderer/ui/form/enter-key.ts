import type { KeyboardEvent } from 'react'
import { focusNext } from './focus-order.ts'

type FormKey = KeyboardEvent<HTMLFormElement>

/** Enter goes to the next field and saves at the last; Ctrl+Enter saves from anywhere, long texts included. */
export function enter(event: FormKey): void {
  if (event.key !== 'Enter' || event.defaultPrevented) return
  const { target, currentTarget } = event
  const isField = target instanceof HTMLInputElement || target instanceof HTMLSelectElement
  if (!isSaving(event) && (!isField || (target instanceof HTMLInputElement && target.type === 'submit'))) return
  event.preventDefault()
  if (isSaving(event) || !isField || !focusNext(target)) currentTarget.requestSubmit()
}

/**
 * Enter in a field with a list. While the list is closed it goes on like in any field, before the list could open; while
 * it is open it takes the marked line, and then goes on; where it is empty behind that it asks for the next one, and stays.
 */
export function enterInChoice(event: FormKey): void {
  const { target, currentTarget } = event
  if (event.key !== 'Enter' || !(target instanceof HTMLInputElement) || !target.matches('[aria-haspopup=listbox]'))
    return
  if (isSaving(event) || !isOpen(target)) {
    event.stopPropagation()
    event.preventDefault()
    if (isSaving(event) || !focusNext(target)) currentTarget.requestSubmit()
    return
  }
  requestAnimationFrame(() => {
    if (document.activeElement === target && !isOpen(target) && target.value !== '') focusNext(target)
  })
}

function isSaving({ ctrlKey, metaKey }: FormKey): boolean {
  return ctrlKey || metaKey
}

function isOpen(field: HTMLInputElement): boolean {
  return field.matches('[data-expanded]')
}
