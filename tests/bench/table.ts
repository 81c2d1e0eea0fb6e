import type { Measured } from './measure.ts'

const head = ['what', 'ratio', 'middle half', 'at least', 'aim', '', 'ours', 'other', ''] as const

/** The figures as one table. */
export function tableOf(measured: readonly Measured[]): string {
  const rows = [head, ...measured.map(cells)]
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => pad(cell, widths[column] ?? 0, column))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function cells(row: Measured): readonly string[] {
  const { what, ratio, spread, ours, other, atLeast, aim, isShare = false, note = '' } = row
  const shown = (value: number) => (isShare ? `${significant(value * 100)} %` : `${significant(value)} x`)
  const verdict = ratio <= aim ? 'aim' : ratio <= atLeast ? 'ok' : 'MISSED'
  const [low, high] = spread
  return [
    what,
    shown(ratio),
    `${shown(low)} - ${shown(high)}`,
    shown(atLeast),
    shown(aim),
    verdict,
    `${significant(ours)} ms`,
    `${significant(other)} ms`,
    note,
  ]
}

/** Names to the left, figures to the right. */
function pad(cell: string, width: number, column: number): string {
  return column === 0 || column >= 8 || column === 5 ? cell.padEnd(width) : cell.padStart(width)
}

function significant(value: number): string {
  return String(Number(value.toPrecision(3)))
}
