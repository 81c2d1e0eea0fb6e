/** A field's label: above it, or only for those who hear the screen, as in the cells of a table. */
export function labelProps(label: string, isHidden: boolean | undefined) {
  return isHidden ? { 'aria-label': label } : { label }
}
