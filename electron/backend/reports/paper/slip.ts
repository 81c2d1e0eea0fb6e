import type { Column, Slip } from '../../../../shared/statements/statement.ts'
import { type Block, besides, ruleBlock, spaceBlock, stacked, textBlock } from './block.ts'
import { cellText } from './cell-text.ts'
import { blank, particularLine } from './letterhead.ts'
import { signerBlock } from './signatures.ts'
import type { Typesetter } from './typesetter.ts'

const size = 8.5
const moneyWidth = 96
const signerWidth = 170
const gap = 8
const writingRoom = 26

/** A slip as wide as the page, with a line to cut along below it. */
export function slipBlock(setter: Typesetter, slip: Slip, width: number): Block {
  const { head, title, subtitle, facts, words, note, signer } = slip
  const right = 190
  const left = width - right
  const heading = besides([
    { width: left, block: textBlock(setter, head, { size: 10, bold: true, width: left }) },
    {
      width: right,
      block: stacked([
        textBlock(setter, title, { size: 10, bold: true, width: right, align: 'right' }),
        textBlock(setter, subtitle, { size: 8, width: right, align: 'right' }),
      ]),
    },
  ])
  const signed = { label: signer.role, name: signer.name ?? undefined }
  const wordsWidth = width - signerWidth - gap
  const foot = besides(
    [
      { width: wordsWidth, block: particularLine(setter, words.title, words.text, wordsWidth, { italics: true }) },
      { width: signerWidth, block: signerBlock(setter, signed, signerWidth, spaceBlock(writingRoom)) },
    ],
    gap,
  )
  return stacked([
    heading,
    spaceBlock(2),
    ruleBlock(width, 0.8, 3),
    ...facts.map((fact) => particularLine(setter, fact.title, fact.text || blank, width)),
    spaceBlock(3),
    ...tableLines(setter, slip, width),
    spaceBlock(4),
    foot,
    ...(note === undefined ? [] : [textBlock(setter, note, { size: 7, italics: true, width })]),
    cutLine(width),
  ])
}

function tableLines(setter: Typesetter, { columns, rows }: Slip, width: number): Block[] {
  const isMoney = ({ kind }: Column) => kind === 'money'
  const textWidth = width - columns.filter(isMoney).length * moneyWidth
  const line = (texts: readonly string[], bold: boolean) =>
    besides(
      columns.map((column, index) => {
        const own = isMoney(column) ? moneyWidth : textWidth
        const align = isMoney(column) ? ('right' as const) : ('left' as const)
        return { width: own, block: textBlock(setter, texts[index] ?? '', { size, bold, width: own, align }) }
      }),
    )
  const cells = (row: Slip['rows'][number]) => columns.map((column) => cellText(column, row[column.key] ?? null, false))
  return [
    line(
      columns.map((column) => column.title),
      true,
    ),
    ...rows.flatMap((row) => [
      ruleBlock(width, row.kind === 'total' ? 0.6 : 0.2, 1),
      line(cells(row), row.kind === 'total'),
    ]),
  ]
}

/** Dashes to cut along, with room above and below. */
function cutLine(width: number): Block {
  const [above, below] = [10, 12]
  return {
    height: above + below,
    content: {
      canvas: [{ type: 'line', x1: 0, y1: above, x2: width, y2: above, lineWidth: 0.4, dash: { length: 3 } }],
      margin: [0, 0, 0, below],
    },
  }
}
