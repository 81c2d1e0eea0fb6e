import { type Row, type Statement, tablesOf } from '../../../../shared/statements/statement.ts'
import { type Block, besides, ruleBlock, spaceBlock, stacked, textBlock } from './block.ts'
import { cellText } from './cell-text.ts'
import type { Frame } from './frame.ts'
import { headLines } from './letterhead.ts'
import { codeLine, warningsOf } from './margins.ts'
import { hasSen } from './table-plan.ts'
import type { Typesetter } from './typesetter.ts'

/** What stands on a roll is set for its width, in points. */
interface Roll {
  readonly setter: Typesetter
  readonly width: number
  readonly size: number
  readonly showsSen: boolean
}

/** Rolls narrower than this have smaller type. */
const wide = 180
const gap = 4

/** A receipt for the narrow roll of a till: who sells, what, how much and how it was paid, one below the other. */
export function rollBlocks(setter: Typesetter, statement: Statement, frame: Frame, width: number): Block[] {
  const size = width > wide ? 8.5 : 7.5
  const roll: Roll = { setter, width, size, showsSen: tablesOf(statement).some(hasSen) }
  const { rows, particulars, after = [], notes } = statement
  const small = (text: string, set: { bold?: boolean; italics?: boolean } = {}) =>
    textBlock(setter, text, { width, align: 'center', size: size - 1, ...set })
  const warnings = warningsOf(statement, frame).map((text) => small(text, { bold: true }))
  return [
    headBlock(roll, statement, frame, warnings),
    ...particulars.map(({ title, text }) => textBlock(setter, `${title}: ${text}`, { width, size })),
    spaced(ruleBlock(width, 0.6, 3)),
    ...rows.map((row) => (row.kind === 'total' ? totalBlock(roll, row) : lineBlock(roll, row))),
    ...after.flatMap((part) =>
      part.kind === 'fact' ? [sidesBlock(roll, { left: part.title, right: part.text })] : [],
    ),
    stacked([
      spaceBlock(3),
      ruleBlock(width, 0.6, 3),
      ...notes.map((note) => small(note, { italics: true })),
      ...warnings,
      small(codeLine(statement, frame)),
    ]),
  ]
}

function headBlock(
  { setter, width, size }: Roll,
  statement: Statement,
  frame: Frame,
  warnings: readonly Block[],
): Block {
  const { title, label, subtitle } = statement
  const centred = { width, align: 'center' as const }
  return stacked([
    textBlock(setter, frame.cooperative.name, { ...centred, size: size + 1.5, bold: true }),
    ...headLines(statement, frame).map((text) => textBlock(setter, text, { ...centred, size: size - 1 })),
    spaceBlock(4),
    textBlock(setter, title, {
      ...{ ...centred, size: size + 1, bold: true },
      bookmark: { text: `${title} ${label}`, id: 'statement' },
    }),
    textBlock(setter, subtitle, { ...centred, size }),
    ...warnings,
    spaceBlock(3),
  ])
}

function spaced(block: Block): Block {
  return stacked([spaceBlock(2), block])
}

/** The item on a line of its own; below it how many at what price, and at the right what it comes to. */
function lineBlock(roll: Roll, row: Row): Block {
  const { setter, width, size } = roll
  const { item, unitName, discount = null } = row
  const price = money(roll, row.price ?? null)
  const counted = `${cellText({ kind: 'quantity' }, row.qty ?? null, false)} ${unitName}`
  const reckoned = [
    counted,
    ...(price === '' ? [] : [`× ${price}`]),
    ...(discount ? [`− ${money(roll, discount)}`] : []),
  ]
  return stacked([
    textBlock(setter, String(item), { width, size }),
    sidesBlock(roll, { left: reckoned.join(' '), right: money(roll, row.amount ?? null) }),
    spaceBlock(2),
  ])
}

function totalBlock(roll: Roll, row: Row): Block {
  return stacked([
    ruleBlock(roll.width, 0.6, 3),
    sidesBlock(roll, { left: String(row.item), right: money(roll, row.amount ?? null), bold: true }),
    spaceBlock(2),
  ])
}

function money({ showsSen }: Roll, amount: Row[string]): string {
  return cellText({ kind: 'money' }, amount ?? null, showsSen)
}

interface Sides {
  readonly left: string
  readonly right: string
  readonly bold?: boolean
}

/** A text and what it comes to on one line; below each other where the roll is too narrow for both. */
function sidesBlock({ setter, width, size }: Roll, { left, right, bold = false }: Sides): Block {
  const face = { size, bold }
  const wanted = Math.ceil(setter.width(right, face)) + 1
  const rest = width - wanted - gap
  if (setter.width(setter.clean(left), face) > rest) {
    return stacked([
      textBlock(setter, left, { ...face, width }),
      textBlock(setter, right, { ...face, width, align: 'right' }),
    ])
  }
  return besides(
    [
      { width: rest, block: textBlock(setter, left, { ...face, width: rest }) },
      { width: wanted, block: textBlock(setter, right, { ...face, width: wanted, align: 'right' }) },
    ],
    gap,
  )
}
