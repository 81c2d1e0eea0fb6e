import { describe, expect, test } from 'vitest'
import { type GridKey, gridMove, placeAfter } from '../../../../renderer/areas/collection/grid-keys.ts'

function press(key: string, { text = '', at = text.length, to = at, ...keys }: Partial<Pressed> = {}) {
  const event: GridKey = { key, isCtrl: false, isShift: false, start: at, end: to, length: text.length, ...keys }
  return gridMove(event)
}

interface Pressed {
  readonly text: string
  readonly at: number
  readonly to: number
  readonly isCtrl: boolean
  readonly isShift: boolean
}

const sheet = { rows: 3, columns: 2, page: 2 }

describe('what a key means in a box', () => {
  test('Enter goes on, Shift+Enter goes back, arrows up and down change the member', () => {
    expect(press('Enter')).toBe('next')
    expect(press('Enter', { isShift: true })).toBe('previous')
    expect(press('ArrowUp', { text: '50.000', at: 3 })).toBe('up')
    expect(press('ArrowDown', { text: '50.000', at: 3 })).toBe('down')
  })

  test('Ctrl+Enter is not taken: it saves the meeting', () => {
    expect(press('Enter', { isCtrl: true })).toBeUndefined()
  })

  test('an arrow to the side stays inside a figure that is being corrected', () => {
    expect(press('ArrowLeft', { text: '50.000', at: 3 })).toBeUndefined()
    expect(press('ArrowRight', { text: '50.000', at: 3 })).toBeUndefined()
  })

  test('an arrow to the side leaves at the edge of the figure, and at once where all of it is chosen', () => {
    expect(press('ArrowLeft', { text: '50.000', at: 0 })).toBe('left')
    expect(press('ArrowRight', { text: '50.000' })).toBe('right')
    expect(press('ArrowLeft', { text: '50.000', at: 0, to: 6 })).toBe('left')
    expect(press('ArrowRight', { text: '50.000', at: 0, to: 6 })).toBe('right')
  })

  test('choosing digits with Shift does not leave the box', () => {
    expect(press('ArrowRight', { text: '50.000', isShift: true })).toBeUndefined()
    expect(press('ArrowLeft', { text: '50.000', at: 0, isShift: true })).toBeUndefined()
  })

  test('Home and End belong to the figure, with Ctrl to the sheet', () => {
    expect(press('Home', { text: '50.000' })).toBeUndefined()
    expect(press('Home', { isCtrl: true })).toBe('first')
    expect(press('End', { isCtrl: true })).toBe('last')
  })

  test('digits are typing', () => {
    for (const key of ['5', ',', 'Backspace', 'Tab', 'a']) expect(press(key)).toBeUndefined()
  })
})

describe('where a move leads', () => {
  test('Enter reads the sheet as paper is read and ends behind the last box', () => {
    expect(placeAfter('next', { row: 0, column: 0 }, sheet)).toEqual({ row: 0, column: 1 })
    expect(placeAfter('next', { row: 0, column: 1 }, sheet)).toEqual({ row: 1, column: 0 })
    expect(placeAfter('next', { row: 2, column: 1 }, sheet)).toBe('after')
    expect(placeAfter('previous', { row: 1, column: 0 }, sheet)).toEqual({ row: 0, column: 1 })
    expect(placeAfter('previous', { row: 0, column: 0 }, sheet)).toBe('before')
  })

  test('up from the first member leaves for the search, down from the last one stays', () => {
    expect(placeAfter('up', { row: 0, column: 1 }, sheet)).toBe('before')
    expect(placeAfter('down', { row: 2, column: 1 }, sheet)).toEqual({ row: 2, column: 1 })
  })

  test('pages and ends keep the kind of savings and stop at the edge', () => {
    expect(placeAfter('pageDown', { row: 1, column: 1 }, sheet)).toEqual({ row: 2, column: 1 })
    expect(placeAfter('pageUp', { row: 1, column: 1 }, sheet)).toEqual({ row: 0, column: 1 })
    expect(placeAfter('first', { row: 2, column: 1 }, sheet)).toEqual({ row: 0, column: 1 })
    expect(placeAfter('last', { row: 0, column: 1 }, sheet)).toEqual({ row: 2, column: 1 })
    expect(placeAfter('left', { row: 1, column: 0 }, sheet)).toEqual({ row: 1, column: 0 })
    expect(placeAfter('right', { row: 1, column: 1 }, sheet)).toEqual({ row: 1, column: 1 })
  })
})
