import type { Content } from 'pdfmake/interfaces'
import type { Geometry } from './geometry.ts'
import type { Typesetter } from './typesetter.ts'

const grey = '#e8e8e8'
const sizeMax = 120
/** How much of the page's diagonal the mark takes. */
const share = 0.7

/**
 * A word across the page, below everything else. It is drawn as shapes: as text its letters would stand in the middle of
 * every copied or searched line.
 */
export function markAcross(setter: Typesetter, word: string, { pageWidth, pageHeight }: Geometry): Content {
  const { width, outlines } = setter.outlines(word)
  const size = Math.min(sizeMax, (share * Math.hypot(pageWidth, pageHeight)) / width)
  const angle = Math.atan2(pageHeight, pageWidth)
  const [cos, sin] = [Math.cos(angle) * size, Math.sin(angle) * size]
  // Letters stand on their baseline from the left, upwards; a page is counted from its upper left corner, downwards.
  const place = (x: number, y: number) => {
    const [right, up] = [x - width / 2, y - capHeight / 2]
    return `${point(pageWidth / 2 + right * cos - up * sin)} ${point(pageHeight / 2 - right * sin - up * cos)}`
  }
  const d = outlines.map(({ command, points }) => command + points.map(([x, y]) => place(x, y)).join(' ')).join('')
  return { canvas: [{ type: 'path', d, color: grey } as never] }
}

/** Height of capitals as a part of the type size. */
const capHeight = 0.71

function point(length: number): string {
  return String(Math.trunc(length * 100) / 100)
}
