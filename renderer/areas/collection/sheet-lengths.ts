/** Lengths of the columns; with many of them each gives a little, so that the whole row stays in sight. */
export function tracks(boxes: number): readonly [string, string] {
  const isMany = boxes > 4
  const number = 'min(4rem, 64px)'
  const name = isMany ? 'min(8.5rem, 136px)' : 'min(12rem, 192px)'
  const hamlet = isMany ? 'min(7rem, 140px)' : 'min(8.5rem, 144px)'
  const box = isMany ? 'min(7rem, 140px)' : 'min(8rem, 140px)'
  const total = isMany ? 'min(8rem, 128px)' : 'min(9rem, 140px)'
  return [
    `${number} minmax(${name}, 2fr) minmax(${hamlet}, 1fr) repeat(${boxes}, minmax(${box}, 11rem)) ${total}`,
    `calc(${number} + ${name} + ${hamlet} + ${boxes} * ${box} + ${total})`,
  ]
}

/** The least height of a line, in pixels. */
export function lineHeight(): number {
  return Math.min(42, 2.5 * Number(getComputedStyle(document.documentElement).fontSize.replace('px', '')))
}
