const fieldSelector = 'input:not([type=hidden]), textarea, select, button[data-field]'

// A choice is a field too, though its text cannot be typed over.
const leftOut = ':disabled, [readonly]:not([aria-haspopup]), [tabindex="-1"]'

/** The fields of a form in the order Enter goes through them; what is disabled or out of the Tab order is left out. */
function fieldsOf(form: HTMLElement): HTMLElement[] {
  return [...form.querySelectorAll<HTMLElement>(fieldSelector)].filter(
    (field) => !field.matches(leftOut) && field.offsetParent !== null,
  )
}

/** Goes on to the field after `from`; false where it was the last one. */
export function focusNext(from: HTMLElement): boolean {
  const form = from.closest('form')
  if (!form) return false
  const fields = fieldsOf(form)
  const next = fields[fields.indexOf(from) + 1]
  if (!next) return false
  next.focus()
  if (next instanceof HTMLInputElement && next.type === 'text') next.select()
  return true
}

/** The first field of the form behind an element that is no field itself. */
export function fieldBehind(element: HTMLElement): HTMLElement | undefined {
  const form = element.closest('form')
  return (form === null ? [] : fieldsOf(form)).find(
    (field) => (element.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  )
}

/** Goes to the first field that is marked as wrong, and puts it in sight with what is said beside it. */
export function focusFirstInvalid(form: HTMLElement): void {
  const field = form.querySelector<HTMLElement>('[aria-invalid="true"]')
  field?.focus()
  // The focus may have been there already while the notice above pushed the field out of sight: focusing moves nothing.
  field?.scrollIntoView?.({ block: 'center' })
}
