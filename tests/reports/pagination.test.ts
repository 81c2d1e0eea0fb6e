import { describe, expect, test } from 'vitest'
import { type Heights, type Page, paginate, type Section } from '../../electron/backend/reports/paper/pagination.ts'
import type { RowKind } from '../../shared/statements/statement.ts'

/** Rows of ten points each, by kind: `l` a line, `h` a heading, `t` a total, `o` and `c` the opening and the closing. */
function section(kinds: string, height = 10): Section {
  const names: Readonly<Record<string, RowKind>> = { l: 'line', h: 'heading', t: 'total', o: 'opening', c: 'closing' }
  const rows = [...kinds].map((kind) => ({
    row: { kind: names[kind] ?? 'line', level: 0 },
    cells: [],
    lines: 1,
    height,
  }))
  return { title: null, rows }
}

/** A page of a hundred points, heads of ten. */
function heights(sections: readonly Section[], more: Partial<Heights> = {}): Heights {
  return { page: 100, lead: 0, tail: 0, heads: sections.map(() => 10), ...more }
}

function plan(kinds: string[], more: Partial<Heights> = {}): string[] {
  const sections = kinds.map((text) => section(text))
  return shown(paginate(sections, heights(sections, more)), kinds)
}

/** Each page as the letters that stand on it, sections apart. */
function shown(pages: readonly Page[], kinds: readonly string[]): string[] {
  return pages.map(({ runs }) => runs.map((run) => (kinds[run.section] ?? '').slice(run.from, run.to)).join('|'))
}

describe('pages are filled from above', () => {
  test('nine rows and their heads fill a page', () => {
    expect(plan(['lllllllll'])).toEqual(['lllllllll'])
    expect(plan(['llllllllll'])).toEqual(['lllllllll', 'l'])
  })

  test('what stands above the table takes its room on the first page only', () => {
    expect(plan(['llllllllllll'], { lead: 50 })).toEqual(['llll', 'llllllll'])
  })

  test('the next table follows on the same page where it fits, with its heads and a gap', () => {
    expect(plan(['lll', 'lll'])).toEqual(['lll|lll'])
    expect(plan(['llll', 'llll'])).toEqual(['llll|ll', 'll'])
  })
})

describe('what belongs together is not torn apart', () => {
  test('a total never stands alone on a page', () => {
    expect(plan(['lllllllllt'])).toEqual(['llllllll', 'lt'])
    expect(plan(['llllllllttt'])).toEqual(['lllllll', 'lttt'])
  })

  test('a heading never stands alone at the end of a page', () => {
    expect(plan(['llllllllhll'])).toEqual(['llllllll', 'hll'])
  })

  test('an opening stands with the first line, a closing with the last', () => {
    expect(plan(['lllllllloc'])).toEqual(['llllllll', 'oc'])
    expect(plan(['llllllllol'])).toEqual(['llllllll', 'ol'])
  })

  test('signatures stand with the end of the table, never on a page of their own', () => {
    expect(plan(['llllll'], { tail: 30 })).toEqual(['llllll'])
    expect(plan(['lllllll'], { tail: 30 })).toEqual(['llllll', 'l'])
    expect(plan(['lllllt'], { tail: 40 })).toEqual(['llll', 'lt'])
  })

  test('a group higher than a page is torn, rather than lost', () => {
    expect(plan([`${'h'.repeat(12)}l`])).toEqual(['hhhhhhhhh', 'hhhl'])
  })
})

test('a table without rows still has a page for what stands around it', () => {
  expect(plan([])).toEqual([''])
})

test('every row is printed once, in order, whatever the mixture', () => {
  const mixture = Array.from({ length: 500 }, (_, index) => 'hlllltlolct'[(index * 7 + (index % 5)) % 11]).join('')
  const pages = plan([mixture, mixture.slice(3, 77)], { lead: 35, tail: 40 })
  expect(pages.join('').replaceAll('|', '')).toBe(mixture + mixture.slice(3, 77))
})
