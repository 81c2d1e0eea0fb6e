import { describe, expect, test } from 'vitest'
import { type Page, type Piece, paginate } from '../../electron/backend/reports/paper/pagination.ts'
import type { RowKind } from '../../shared/statements/statement.ts'

const names: Readonly<Record<string, RowKind>> = { l: 'line', h: 'heading', t: 'total', o: 'opening', c: 'closing' }

/** Rows of ten points each, by kind: `l` a line, `h` a heading, `t` a total, `o` and `c` the opening and the closing. */
function section(kinds: string): Piece {
  const rows = [...kinds].map((kind) => {
    return { row: { kind: names[kind] ?? 'line', level: 0 }, cells: [kind], lines: 1, height: 10 } as never
  })
  return { kind: 'section', section: { title: null, plan: {} as never, rows, headHeight: 10 } }
}

/** A block: `.` a text, `>` one that stays with what follows. */
function block(sign: string, height = 10): Piece {
  const keepsWith = sign === '>' ? 'next' : sign === 'tail' ? 'before' : 'none'
  return { kind: 'block', block: { height, content: sign === 'tail' ? '' : sign }, keepsWith }
}

interface Around {
  readonly lead?: number
  readonly tail?: number
}

/** Pages of a hundred points, heads of ten, as the signs that stand on each, tables and texts apart. */
function plan(kinds: string[], { lead, tail }: Around = {}): string[] {
  const tables = kinds.map((text) => (/^[.>]$/.test(text) ? block(text) : section(text)))
  const above = lead === undefined ? [] : [block('', lead)]
  const below = tail === undefined ? [] : [block('tail', tail)]
  return shown(paginate([...above, ...tables, ...below], 100))
}

function shown(pages: readonly Page[]): string[] {
  const signs = (item: Page['items'][number]) => {
    if (!('section' in item)) return String(item.content)
    return item.section.rows
      .slice(item.from, item.to)
      .flatMap(({ cells }) => cells)
      .join('')
  }
  return pages.map(({ items }) =>
    items
      .map(signs)
      .filter((text) => text !== '')
      .join('|'),
  )
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

describe('texts before and after a table', () => {
  test('take their room, and a heading stays with what it heads', () => {
    expect(plan(['.', '.', 'llllll', '.'])).toEqual(['.|.|llllll|.'])
    expect(plan(['llllllll', '>', '.'])).toEqual(['llllllll', '>|.'])
    expect(plan(['llllllll', '>', 'll'])).toEqual(['llllllll', '>|ll'])
  })

  test('signatures stand with the last text before them', () => {
    expect(plan(['lllll', '.', '.'], { tail: 30 })).toEqual(['lllll|.', '.'])
    expect(plan(Array.from({ length: 9 }, () => '>').concat('.'), { tail: 20 })).toEqual(['>|>|>|>|>|>|>|>|>', '.'])
  })

  test('slips fill a page one by one, the last of them too', () => {
    expect(
      shown(
        paginate(
          ['a', 'b', 'c', 'd', 'e'].map((sign) => block(sign, 40)),
          100,
        ),
      ),
    ).toEqual(['a|b', 'c|d', 'e'])
  })

  test('two tables have a gap between them where no text stands', () => {
    expect(plan(['llll', 'llll'])).toEqual(['llll|ll', 'll'])
    expect(plan(['llll', '.', 'llll'])).toEqual(['llll|.|lll', 'l'])
  })
})

test('a table without rows still has a page for what stands around it', () => {
  expect(plan([], { lead: 40, tail: 30 })).toEqual([''])
})

test('every row is printed once, in order, whatever the mixture', () => {
  const mixture = Array.from({ length: 500 }, (_, index) => 'hlllltlolct'[(index * 7 + (index % 5)) % 11]).join('')
  const pages = plan([mixture, mixture.slice(3, 77)], { lead: 35, tail: 40 })
  expect(pages.join('').replaceAll('|', '')).toBe(mixture + mixture.slice(3, 77))
})
