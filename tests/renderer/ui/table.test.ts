import { describe, expect, test } from 'vitest'
import { type Column, cellText, statementText, tracks } from '../../../renderer/ui/table/columns.ts'
import { rowAfterKey } from '../../../renderer/ui/table/row-keys.ts'

interface Row {
  readonly name: string
  readonly amount: number
}

const name: Column<Row> = { key: 'name', title: 'Nama', value: (row) => row.name }
const amount: Column<Row> = { key: 'amount', title: 'Jumlah', kind: 'money', value: (row) => row.amount }
const moneyWidth = (rows: readonly (Row | undefined)[], totals = {}) =>
  Number(/([\d.]+)rem/.exec(tracks([amount], rows, totals).columns)?.[1])

describe('columns', () => {
  test('a column of money is as wide as its longest amount', () => {
    const narrow = moneyWidth([{ name: '', amount: 5_000_00 }])
    const wide = moneyWidth([
      { name: '', amount: 5_000_00 },
      { name: '', amount: 999_999_999_999_00 },
    ])
    expect(wide).toBeGreaterThan(narrow)
    expect(moneyWidth([undefined, { name: '', amount: -999_999_999_999_50 }])).toBeGreaterThan(wide)
  })

  test('a dot between the figures of an amount takes less room than a figure', () => {
    const widthOf = (rupiah: number) => moneyWidth([{ name: '', amount: rupiah * 100 }])
    const figure = widthOf(999_999_999) - widthOf(99_999_999)
    expect(widthOf(1_999_999_999) - widthOf(999_999_999)).toBeCloseTo(figure + 0.36)
  })

  test('the totals count too', () => {
    expect(moneyWidth([], { amount: 999_999_999_999_00 })).toBeGreaterThan(moneyWidth([]))
  })

  test('the least width of a table is the sum of what its columns need', () => {
    expect(tracks([name, { ...name, key: 'b', width: '8rem' }], []).minWidth).toBe(
      'calc(max(min(10rem, calc(2.62rem + 28px)), 120px) + min(8rem, calc(2.62rem + 28px)))',
    )
  })

  test('a text gives way down to its longest word', () => {
    const rows = [{ name: 'Siti Kedungwaru', amount: 0 }]
    const { columns, minWidth } = tracks([{ ...name, width: 'minmax(13rem, 2fr)' }], rows)
    expect(columns).toBe('minmax(max(min(13rem, calc(6.34rem + 28px)), 156px), 2fr)')
    expect(minWidth).toBe('calc(max(min(13rem, calc(6.34rem + 28px)), 156px))')
    expect(tracks([{ ...name, kind: 'code', width: '20rem' }], rows).columns).toBe(
      'minmax(min(20rem, calc(9.58rem + 28px)), min(20rem, calc(9.58rem + 28px)))',
    )
  })

  test('the long head of a column of money is set in two lines before a text has to give way', () => {
    const title = '1 Januari 2026 s.d. 26 November 2026'
    expect(tracks([{ ...amount, title }], []).columns).toBe('minmax(calc(5.1rem + 28px), calc(13.02rem + 28px))')
  })
})

describe('cells', () => {
  test('money shows dots and no empty sen', () => {
    expect(cellText('money', 125_000_000)).toBe('1.250.000')
    expect(cellText('money', 50)).toBe('0,50')
  })

  test('zero is empty only where a card has two sides', () => {
    expect(cellText('money', 0)).toBe('0')
    expect(cellText('money', 0, true)).toBe('')
  })

  test('days are short, and what is no day is shown as it is', () => {
    expect(cellText('date', '2026-11-20')).toBe('20/11/2026')
    expect(cellText('date', 'total')).toBe('total')
  })

  test('a statement shows an amount below zero in brackets, as its paper does', () => {
    expect(statementText('money', -1_150_000_000)).toBe('(11.500.000)')
    expect(statementText('money', 1_150_000_000)).toBe('11.500.000')
    expect(statementText('number', -3)).toBe('-3')
  })

  test('decimals have their comma, percents their sign, and a word in their stead stays one', () => {
    expect([cellText('decimal', '109.8'), cellText('decimal', '-0.50')]).toEqual(['109,8', '-0,50'])
    expect([cellText('percent', '2.5'), cellText('percent', '-')]).toEqual(['2,5%', '-'])
  })

  test('nothing is nothing', () => {
    expect(cellText('text', null)).toBe('')
    expect(cellText('text', undefined)).toBe('')
  })
})

describe('keys', () => {
  const reach = { count: 100, page: 10 }
  test.each([
    ['ArrowDown', -1, 0],
    ['ArrowDown', 99, 99],
    ['ArrowUp', 0, 0],
    ['PageDown', 95, 99],
    ['PageUp', 50, 40],
    ['Home', 50, 0],
    ['End', 0, 99],
  ])('%s from row %i leads to row %i', (key, from, to) => {
    expect(rowAfterKey(key, from, reach)).toBe(to)
  })

  test('other keys and empty tables move nothing', () => {
    expect(rowAfterKey('a', 3, reach)).toBeUndefined()
    expect(rowAfterKey('ArrowDown', -1, { count: 0, page: 10 })).toBeUndefined()
  })
})
