import { labelsInRow } from '../../../../shared/statements/asset-labels.ts'
import type { Labels } from '../../../../shared/statements/statement.ts'
import { type Block, besides, stacked, textBlock } from './block.ts'
import type { Typesetter } from './typesetter.ts'

const height = 98
const padding = 8
const gap = 10
/** Of a name; the rest of a longer one is left out. */
const linesMax = 2

/** Two labels beside each other, each in a frame to cut along; all are of one size. */
export function labelsBlock(setter: Typesetter, { labels }: Labels, width: number): Block {
  const own = (width - gap * (labelsInRow - 1)) / labelsInRow
  const frames = labels.map((_, index) => ({
    ...{ type: 'rect' as const, x: index * (own + gap), y: 0, w: own, h: height, lineWidth: 0.5 },
  }))
  const texts = besides(
    labels.map((label) => ({ width: own, block: labelText(setter, label, own - 2 * padding) })),
    gap,
  )
  return {
    height: height + gap,
    content: [
      // The frames take no room of their own: the texts stand in them.
      { canvas: frames, margin: [0, 0, 0, -height] },
      { stack: [texts.content], margin: [0, 0, 0, height + gap - texts.height] },
    ],
  }
}

function labelText(setter: Typesetter, { head, code, title, lines }: Labels['labels'][number], width: number): Block {
  const inside = stacked([
    textBlock(setter, clipped(setter, head, width, 1, { size: 8 }), { size: 8, width }),
    textBlock(setter, clipped(setter, code, width, 1, { size: 22, bold: true }), { size: 22, bold: true, width }),
    textBlock(setter, clipped(setter, title, width, linesMax, { size: 9, bold: true }), { size: 9, bold: true, width }),
    ...lines.map((line) => textBlock(setter, clipped(setter, line, width, 1, { size: 7.5 }), { size: 7.5, width })),
  ])
  return {
    height: inside.height + padding,
    content: { stack: [inside.content], margin: [padding, padding, padding, 0] },
  }
}

/** As much of a text as stands on so many lines. */
function clipped(
  setter: Typesetter,
  text: string,
  width: number,
  lines: number,
  face: { readonly size: number; readonly bold?: boolean },
): string {
  const wrapped = setter.wrap(text, width, face)
  if (wrapped.length <= lines) return text
  const kept = wrapped.slice(0, lines).join(' ')
  return `${kept.slice(0, -1)}…`
}
