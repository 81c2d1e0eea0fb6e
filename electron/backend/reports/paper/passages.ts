import type { Part } from '../../../../shared/statements/statement.ts'
import { barsBlock } from './bars.ts'
import { type Block, besides, spaceBlock, stacked, textBlock } from './block.ts'
import { blank, particularLine } from './letterhead.ts'
import type { Typesetter } from './typesetter.ts'

type Passage = Exclude<Part, { readonly kind: 'table' | 'slip' | 'labels' }>

const size = 9.5
const labelWidth = 22
const below = 4
const factIndent = 12

/** A sentence, its number or a heading, as wide as the page. */
export function passageBlock(setter: Typesetter, passage: Passage, width: number): Block {
  switch (passage.kind) {
    case 'heading': {
      const face = { size, bold: true, width, align: 'center' as const, below: 2 }
      return stacked([spaceBlock(5), textBlock(setter, passage.text, face)])
    }
    case 'paragraph':
      return textBlock(setter, passage.text, { size, width, below })
    case 'clause': {
      // `6.10` and its like need more room than `(1)`.
      const labelled = Math.max(labelWidth, setter.width(passage.label, { size }) + 5)
      const text = { size, width: width - labelled }
      const label = textBlock(setter, passage.label, { size, width: labelled })
      const columns = [
        { width: labelled, block: label },
        { width: text.width, block: textBlock(setter, passage.text, text) },
      ]
      return stacked([besides(columns), spaceBlock(below)])
    }
    case 'bars':
      return barsBlock(setter, passage, width)
    case 'fact': {
      const line = particularLine(setter, passage.title, passage.text || blank, width - factIndent)
      return besides([
        { width: factIndent, block: spaceBlock(line.height) },
        { width: width - factIndent, block: line },
      ])
    }
  }
}
