/** Lengths of the columns; with many of them each gives a little, so that the whole row stays in sight. */
export function tracks(boxes: number): readonly [string, string] {
  const isMany = boxes > 4
  const [number, name] = ['min(5rem, 80px)', isMany ? 'min(10rem, 160px)' : 'min(12rem, 192px)']
  const hamlet = isMany ? 'min(6.5rem, 104px)' : 'min(8.5rem, 144px)'
  const [box, total] = [
    isMany ? 'min(7.25rem, 120px)' : 'min(8rem, 132px)',
    isMany ? 'min(8rem, 132px)' : 'min(9rem, 160px)',
  ]
  return [
    `${number} minmax(${name}, 2fr) minmax(${hamlet}, 1fr) repeat(${boxes}, minmax(${box}, 11rem)) ${total}`,
    `calc(${number} + ${name} + ${hamlet} + ${boxes} * ${box} + ${total})`,
  ]
}

/** The least height of a line, in pixels. */
export function lineHeight(): number {
  return Math.min(42, 2.5 * Number(getComputedStyle(document.documentElement).fontSize.replace('px', '')))
}
