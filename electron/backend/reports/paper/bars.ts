import { formatAmount } from '../../../../shared/rules/money.ts'
import type { Bars } from '../../../../shared/statements/statement.ts'
import { type Block, besides, spaceBlock, stacked, textBlock } from './block.ts'
import type { Typesetter } from './typesetter.ts'

const size = 8.5
const labelWidth = 130
const figureWidth = 92
const gap = 6
const barHeight = 10

/**
 * Amounts as bars with their figures beside them. A bar is dark with an outline, one below zero is only its outline: both
 * are told apart on any printer.
 */
export function barsBlock(setter: Typesetter, { title, bars, unit }: Bars, width: number): Block {
  const most = Math.max(1, ...bars.map(({ amount }) => Math.abs(amount)))
  const room = width - labelWidth - figureWidth - 2 * gap
  const rows = bars.map(({ label, amount }) => {
    const text = textBlock(setter, label, { size, width: labelWidth })
    const figure = unit === 'money' ? formatAmount(amount) : String(amount)
    const length = Math.max(0.5, (room * Math.abs(amount)) / most)
    return stacked([
      besides(
        [
          { width: labelWidth, block: text },
          { width: room, block: barBlock(length, amount < 0) },
          { width: figureWidth, block: textBlock(setter, figure, { size, width: figureWidth, align: 'right' }) },
        ],
        gap,
      ),
      spaceBlock(3),
    ])
  })
  return stacked([
    spaceBlock(6),
    textBlock(setter, title, { size: size + 0.5, bold: true, width, below: 3 }),
    ...rows,
    spaceBlock(6),
  ])
}

function barBlock(length: number, isBelowZero: boolean): Block {
  const rect = { type: 'rect' as const, x: 0, y: 1, w: length, h: barHeight - 2, lineWidth: 0.75 }
  return {
    height: barHeight,
    content: { canvas: [isBelowZero ? rect : { ...rect, color: '#505050' }] },
  }
}
