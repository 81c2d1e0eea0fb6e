import { assert } from '../../../../shared/errors.ts'
import type { Part, Statement } from '../../../../shared/statements/statement.ts'
import { type Block, spaceBlock, stacked, textBlock } from './block.ts'
import { coverBlock } from './cover.ts'
import type { Frame } from './frame.ts'
import { labelsBlock } from './labels.ts'
import { leadBlock } from './letterhead.ts'
import type { Piece } from './pagination.ts'
import { passageBlock } from './passages.ts'
import { passbookPages } from './passbook-page.ts'
import { receiptLead, receiptSigners } from './receipt-page.ts'
import { rollBlocks } from './roll-page.ts'
import { ownSections, titledSection } from './sections.ts'
import { signatureBlock, signersOf } from './signatures.ts'
import { slipBlock } from './slip.ts'
import { isRoll, type PaperStyle } from './style.ts'
import type { PaperPlan } from './table-plan.ts'
import type { Typesetter } from './typesetter.ts'

/** What a paper is planned from. */
export interface Planning {
  readonly statement: Statement
  readonly frame: Frame
  readonly style: PaperStyle
  readonly plan: PaperPlan
  readonly setter: Typesetter
}

const gapBelowTable = 8
const gapBelowFacts = 5

/** Everything that stands on a paper, from its head to its signatures. */
export function piecesOf(planning: Planning): Piece[] {
  const { statement, plan, style, setter } = planning
  if (style.isBare) {
    const blocks = isRoll(style)
      ? rollBlocks(setter, statement, planning.frame, plan.geometry.width)
      : passbookPages(setter, statement, plan.geometry)
    return blocks.map((block): Piece => ({ kind: 'block', block, keepsWith: 'none' }))
  }
  if (style.isSlips) return partPieces(statement.before, planning)
  const own = plan.tables.get(statement)
  const sections = own ? ownSections(statement, { plan: own, style, setter }) : []
  return [
    { kind: 'block', block: leadOf(planning), keepsWith: 'none' },
    ...partPieces(statement.before, planning, { below: own && 'table' }),
    ...sections.map((section): Piece => ({ kind: 'section', section })),
    ...partPieces(statement.after, planning, { above: own && 'table' }),
    ...tailPieces(planning),
  ]
}

function leadOf({ statement, style, plan, setter, frame }: Planning): Block {
  const { width, height } = plan.geometry
  if (statement.isCover) return coverBlock(setter, statement, frame, { width, height })
  return statement.report === 'receipt'
    ? receiptLead(setter, statement, frame, width)
    : leadBlock(setter, statement, frame, width, style)
}

/** Where a statement's own table stands next to its parts. */
interface Around {
  readonly above?: 'table' | undefined
  readonly below?: 'table' | undefined
}

function partPieces(parts: readonly Part[] = [], planning: Planning, { above, below }: Around = {}): Piece[] {
  const { plan, style, setter } = planning
  return parts.map((part, index): Piece => {
    if (part.kind === 'table') {
      const own = plan.tables.get(part)
      assert(own, 'every table is planned')
      return { kind: 'section', section: titledSection(part.title, part, { plan: own, style, setter }) }
    }
    if (part.kind === 'slip') {
      return { kind: 'block', block: slipBlock(setter, part, plan.geometry.width), keepsWith: 'none' }
    }
    if (part.kind === 'labels') {
      return { kind: 'block', block: labelsBlock(setter, part, plan.geometry.width), keepsWith: 'none' }
    }
    const before = index === 0 ? above : parts[index - 1]?.kind
    const next = index === parts.length - 1 ? below : parts[index + 1]?.kind
    const block = stacked([
      ...(before === 'table' ? [spaceBlock(gapBelowTable)] : []),
      passageBlock(setter, part, plan.geometry.width),
      ...((part.kind === 'fact' && next !== 'fact') || next === 'table' ? [spaceBlock(gapBelowFacts)] : []),
    ])
    const leads = part.kind === 'paragraph' && (next === 'fact' || next === 'table')
    const isKept = part.kind === 'heading' || leads || (part.kind === 'fact' && next === 'fact')
    return { kind: 'block', block, keepsWith: isKept ? 'next' : 'none' }
  })
}

/** What ends a paper. A chapter of a book is signed only where it says by whom; a cover by nobody. */
function tailPieces(planning: Planning): Piece[] {
  const { statement } = planning
  const isSigned = statement.place ? (statement.signers?.length ?? 0) > 0 : !statement.isCover
  if (!isSigned && statement.notes.length === 0) return []
  return [{ kind: 'block', block: tailOf(planning, isSigned), keepsWith: 'before' }]
}

/** Notes, and who signs. */
function tailOf({ statement, style, plan, setter, frame }: Planning, isSigned: boolean): Block {
  const { width } = plan.geometry
  const isReceipt = statement.report === 'receipt'
  const signers = isReceipt ? receiptSigners(statement, frame) : signersOf(style, statement, frame)
  return stacked([
    ...(statement.notes.length > 0 ? [spaceBlock(6)] : []),
    ...statement.notes.map((note) => textBlock(setter, note, { width, size: 8, italics: true })),
    ...(isSigned ? [signatureBlock(setter, signers, statement, frame, width)] : []),
  ])
}
