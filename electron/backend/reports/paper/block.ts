import type { Content } from 'pdfmake/interfaces'
import type { Face, Typesetter } from './typesetter.ts'

/** Something on a page whose height is known before it is laid out. */
export interface Block {
  readonly height: number
  readonly content: Content
}

interface Set extends Face {
  readonly width: number
  readonly align?: 'left' | 'center' | 'right'
  readonly below?: number
  /** Makes it an entry of the document's outline. */
  readonly bookmark?: { readonly text: string; readonly id?: string; readonly under?: string }
}

/** A text over as many lines as it needs. */
export function textBlock(setter: Typesetter, text: string, set: Set): Block {
  const { width, align = 'left', below = 0, bookmark, ...face } = set
  const lines = setter.wrap(text, width, face)
  const outline = bookmark ? outlined(bookmark) : {}
  const stack = lines.map((line, index) => ({ text: line, noWrap: true, ...(index === 0 ? outline : {}) }))
  return {
    height: lines.length * setter.lineHeight(face) + below,
    content: { stack, alignment: align, margin: [0, 0, 0, below], ...faceStyle(face) },
  }
}

/** What makes a text an entry of the outline; `under` names the entry it stands below. */
export function outlined({ text, id, under }: NonNullable<Set['bookmark']>) {
  return {
    outline: true as const,
    outlineText: text,
    outlineExpanded: true,
    ...(id ? { id } : {}),
    ...(under ? { outlineParentId: under } : {}),
  }
}

export function faceStyle({ size, bold, italics }: Face) {
  return { fontSize: size, ...(bold ? { bold } : {}), ...(italics ? { italics } : {}) }
}

/** A line across the page. */
export function ruleBlock(width: number, lineWidth: number, below: number): Block {
  return {
    height: lineWidth + below,
    content: {
      canvas: [{ type: 'line', x1: 0, y1: lineWidth / 2, x2: width, y2: lineWidth / 2, lineWidth }],
      margin: [0, 0, 0, below + lineWidth / 2],
    },
  }
}

/** What an empty line takes in the smallest type; many spaces add up. */
const emptyLine = 0.1362

export function spaceBlock(height: number): Block {
  return { height, content: { text: '', fontSize: 0.1, margin: [0, 0, 0, height - emptyLine] } }
}

/** Blocks beside each other, each in a column of its width. */
export function besides(columns: readonly { readonly block: Block; readonly width: number }[], gap = 0): Block {
  return {
    height: Math.max(...columns.map(({ block }) => block.height)),
    content: {
      columns: columns.map(({ block, width }) => ({ stack: [block.content], width })),
      columnGap: gap,
    },
  }
}

export function stacked(blocks: readonly Block[]): Block {
  return {
    height: blocks.reduce((sum, block) => sum + block.height, 0),
    content: { stack: blocks.map((block) => block.content) },
  }
}
