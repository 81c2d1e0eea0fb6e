import { formatDate } from '../../../../shared/calendar.ts'
import type { Statement } from '../../../../shared/statements/statement.ts'
import { filled } from '../../../../shared/statements/texts.ts'
import { type Block, besides, spaceBlock, stacked, textBlock } from './block.ts'
import type { Frame } from './frame.ts'
import { paperTexts } from './paper-texts.ts'
import type { PaperStyle } from './style.ts'
import type { Typesetter } from './typesetter.ts'

/** Somebody who signs: in which part, and under which name; without one there is a line to write it on. */
export interface Signer {
  readonly label: string
  readonly name: string | undefined
  /** Leaves room for a duty stamp beside the signature. */
  readonly hasStamp?: boolean
}

/** Who signs a statement of this style, or whom it names itself. */
export function signersOf({ signers }: PaperStyle, statement: Statement, { officers }: Frame): Signer[] {
  if (statement.signers)
    return statement.signers.map(({ role: label, name, hasStamp }) => ({ label, name: name ?? undefined, hasStamp }))
  const texts = paperTexts(statement.language)
  return signers.map((role) => {
    if (role === 'member') {
      const member = statement.particulars.find((particular) => particular.key === 'member')
      return { label: texts.signer.member, name: member?.text }
    }
    if (role === 'counter') return { label: texts.signer.counter, name: undefined }
    return { label: texts.role[role], name: officers[role] }
  })
}

const signatureSize = 8.5
const writingRoom = 44
const line = '.'.repeat(34)

const signersInRow = 3

/** Place and date, and below it everybody who signs, side by side, in rows where they are many. */
export function signatureBlock(
  setter: Typesetter,
  signers: readonly Signer[],
  statement: Statement,
  frame: Frame,
  width: number,
): Block {
  const gap = 16
  // Four stand two by two rather than three and one.
  const inRow = signers.length === signersInRow + 1 ? 2 : Math.min(signers.length, signersInRow)
  const each = (width - gap * (inRow - 1)) / inRow
  const columns = signers.map((signer) => ({
    width: each,
    block: signerBlock(setter, signer, each, signer.hasStamp ? stampBox(statement, each) : spaceBlock(writingRoom)),
  }))
  return stacked([
    spaceBlock(14),
    textBlock(setter, placeAndDate(statement, frame), { size: signatureSize, width, align: 'right', below: 6 }),
    ...rowsOf(columns, inRow).flatMap((row, index) => [...(index === 0 ? [] : [spaceBlock(8)]), besides(row, gap)]),
  ])
}

/** One who signs: in which part, room to sign, and the name below. */
export function signerBlock(setter: Typesetter, { label, name }: Signer, width: number, room: Block): Block {
  const face = { size: signatureSize, align: 'center' as const, width }
  return stacked([
    textBlock(setter, label, face),
    room,
    textBlock(setter, name ?? line, { ...face, bold: name !== undefined }),
  ])
}

function rowsOf<T>(items: readonly T[], inRow: number): T[][] {
  const rows = Math.ceil(items.length / Math.max(1, inRow))
  return Array.from({ length: rows }, (_, row) => items.slice(row * inRow, (row + 1) * inRow))
}

function placeAndDate({ language, date, isUndated }: Statement, { cooperative }: Frame): string {
  const place = cooperative.village ?? cooperative.regency ?? '.'.repeat(20)
  return filled(paperTexts(language).signedAt, { place, date: isUndated ? '.'.repeat(36) : formatDate(date, language) })
}

const stamp = { width: 62, height: 36 }

/** A dashed box of the size of a duty stamp, at the left of where the name is signed across it. */
function stampBox({ language }: Statement, width: number): Block {
  const left = Math.max(0, width / 2 - stamp.width - 4)
  return {
    height: writingRoom,
    content: {
      stack: [
        {
          canvas: [
            { type: 'rect', x: left, y: 3, w: stamp.width, h: stamp.height, lineWidth: 0.5, dash: { length: 2 } },
          ],
        },
        {
          text: paperTexts(language).stamp,
          fontSize: 7,
          noWrap: true,
          relativePosition: { x: left + 8, y: -stamp.height / 2 - 5 },
        },
      ],
      margin: [0, 0, 0, writingRoom - stamp.height - 3],
      alignment: 'left',
    },
  }
}
