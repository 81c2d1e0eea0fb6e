import type { Statement } from '../../../../shared/statements/statement.ts'
import { type Block, ruleBlock, spaceBlock, stacked, textBlock } from './block.ts'
import type { Frame } from './frame.ts'
import { headLines } from './letterhead.ts'
import type { Typesetter } from './typesetter.ts'

/** The cover of a book: whose it is above, what it is in the middle, and its particulars below. */
export function coverBlock(
  setter: Typesetter,
  statement: Statement,
  frame: Frame,
  { width, height }: { readonly width: number; readonly height: number },
): Block {
  const centred = { width, align: 'center' as const }
  const above = stacked([
    textBlock(setter, frame.cooperative.name, { ...centred, size: 20, bold: true, below: 4 }),
    ...headLines(statement, frame).map((text) => textBlock(setter, text, { ...centred, size: 9.5 })),
  ])
  const middle = stacked([
    ruleBlock(width, 1.5, 18),
    textBlock(setter, statement.title, {
      ...{ ...centred, size: 24, bold: true, below: 8 },
      bookmark: { text: statement.title, id: 'chapter' },
    }),
    textBlock(setter, statement.subtitle, { ...centred, size: 15, below: 18 }),
    ruleBlock(width, 1.5, 0),
  ])
  const below = stacked(
    statement.particulars.map(({ title, text }) =>
      textBlock(setter, [title, text].filter(Boolean).join(': '), { ...centred, size: 13, below: 6 }),
    ),
  )
  // A third of what is left stands between head and title; the particulars begin at two thirds of the page.
  const rest = Math.max(0, height - above.height - middle.height - below.height)
  return stacked([above, spaceBlock(rest / 3), middle, spaceBlock(rest / 3), below])
}
