import type { Row, Statement } from '../../../../shared/statements/statement.ts'
import { type Block, besides, spaceBlock, stacked, textBlock } from './block.ts'
import { cellText } from './cell-text.ts'
import type { Geometry } from './geometry.ts'
import type { Typesetter } from './typesetter.ts'

const sizeMax = 7.5
const sizeMin = 3
/** How much of a line's height its letters take at most. */
const sizeShare = 0.7

/** What of a line is printed, and how much of the page's width each part takes. */
const parts = [
  { key: 'line', kind: 'number', share: 0.05, align: 'left' },
  { key: 'date', kind: 'date', share: 0.18, align: 'left' },
  { key: 'mark', kind: 'code', share: 0.07, align: 'left' },
  { key: 'withdrawal', kind: 'money', share: 0.23, align: 'right' },
  { key: 'deposit', kind: 'money', share: 0.23, align: 'right' },
  { key: 'balance', kind: 'money', share: 0.24, align: 'right' },
] as const

/**
 * The pages of a passbook with nothing on them but the new lines, each as far down as its number says: the book lies in
 * the printer with its old lines on it.
 */
export function passbookPages(setter: Typesetter, { rows, totals }: Statement, { width, height }: Geometry): Block[] {
  const pitch = height / (totals.linesPerPage ?? 1)
  const size = sizeOf(setter, rows, width, pitch)
  const pages = Map.groupBy(rows, (row) => row.page)
  return [...pages.values()].map((own) => {
    const above = (Number(own[0]?.line ?? 1) - 1) * pitch
    const lines = own.map((row, index) => {
      const line = lineBlock(setter, row, width, size)
      return index === own.length - 1 ? line : stacked([line, spaceBlock(pitch - line.height)])
    })
    // As high as the page, so that the next page of the book is a page of its own.
    return { ...stacked([...(above > 0 ? [spaceBlock(above)] : []), ...lines]), height }
  })
}

/** As large as the lines allow, and so small that no amount is cut off. */
function sizeOf(setter: Typesetter, rows: readonly Row[], width: number, pitch: number): number {
  const isTooWide = (size: number) =>
    parts.some(({ key, kind, share }) =>
      rows.some((row) => setter.width(cellText({ kind }, row[key] ?? null, false), { size }) > width * share),
    )
  let size = Math.min(sizeMax, pitch * sizeShare)
  while (size > sizeMin && isTooWide(size)) size -= 0.25
  return size
}

function lineBlock(setter: Typesetter, row: Row, width: number, size: number): Block {
  return besides(
    parts.map(({ key, kind, share, align }) => {
      const own = width * share
      const text = setter.fit(cellText({ kind }, row[key] ?? null, false), own, { size })
      return { width: own, block: textBlock(setter, text, { size, width: own, align }) }
    }),
  )
}
