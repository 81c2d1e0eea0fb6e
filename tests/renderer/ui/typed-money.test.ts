import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  groupTyped,
  isTenTimes,
  moneyText,
  readPasted,
  readTyped,
  withoutDot,
} from '../../../renderer/ui/fields/typed-money.ts'
import { senMax } from '../../../shared/rules/money.ts'

/** Types a text key by key, the way the field does. */
function typed(keys: string) {
  let field = { text: '', caret: 0 }
  for (const key of keys) {
    const text = field.text.slice(0, field.caret) + key + field.text.slice(field.caret)
    field = groupTyped({ text, caret: field.caret + 1 })
  }
  return { ...field, ...readTyped(field.text) }
}

describe('what is typed', () => {
  test.each([
    ['1250000', '1.250.000', 125_000_000],
    ['1.250.000', '1.250.000', 125_000_000],
    ['50000', '50.000', 5_000_000],
    ['1250,5', '1.250,5', 125_050],
    ['0', '0', 0],
    ['007', '7', 700],
  ])('typing %s shows %s', (keys, text, amount) => {
    expect(typed(keys)).toMatchObject({ text, amount })
  })

  test('nothing typed is no amount', () => {
    expect(readTyped('')).toEqual({ text: '', amount: null })
    expect(readTyped(',')).toMatchObject({ amount: null })
  })

  test('letters stay in sight and are no amount', () => {
    expect(typed('50rb')).toMatchObject({ text: '50rb', amount: null, problem: 'not_a_number' })
  })

  test('a third figure after the comma is asked about, not cut off', () => {
    expect(typed('1,000')).toMatchObject({ text: '1,000', amount: null, problem: 'ambiguous' })
  })

  test('an amount beyond the bound is named as such', () => {
    expect(typed('999999999999999')).toMatchObject({ amount: null, problem: 'too_large' })
    expect(readTyped(moneyText(senMax))).toMatchObject({ amount: senMax })
  })

  test('the caret stays behind the figure it stood behind', () => {
    expect(groupTyped({ text: '12.3450', caret: 2 })).toEqual({ text: '123.450', caret: 2 })
    expect(groupTyped({ text: '1.2503.000', caret: 6 })).toEqual({ text: '12.503.000', caret: 6 })
  })

  test('every amount of the ledger is read back as it is shown', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: senMax }), (amount) => {
        const text = moneyText(amount)
        expect(readTyped(text).amount).toBe(amount)
        expect(groupTyped({ text, caret: text.length })).toEqual({ text, caret: text.length })
      }),
    )
  })
})

describe('deleting', () => {
  test('backspace behind a dot takes the figure before it', () => {
    expect(withoutDot('1.250', { text: '1250', caret: 1 }, true)).toEqual({ text: '250', caret: 0 })
  })

  test('delete before a dot takes the figure after it', () => {
    expect(withoutDot('1.250', { text: '1250', caret: 1 }, false)).toEqual({ text: '150', caret: 1 })
  })

  test('any other deletion is left as it is', () => {
    expect(withoutDot('1.250', { text: '1.25', caret: 4 }, true)).toEqual({ text: '1.25', caret: 4 })
  })
})

describe('what is pasted', () => {
  test.each(['1.000.000', '1000000', 'Rp 1.000.000,00', '1,000,000'])('%s is one million', (text) => {
    expect(readPasted(text)).toEqual({ text: '1.000.000', amount: 100_000_000 })
  })

  test.each([
    ['1,000', [100_000, 100]],
    ['1.50', [15_000, 150]],
    ['1,234', [123_400]],
  ])('%s is asked about', (text, readings) => {
    expect(readPasted(text)).toEqual({ text, amount: null, problem: 'ambiguous', readings })
  })

  test('a negative amount and a sentence are refused and stay in sight', () => {
    expect(readPasted('-500')).toMatchObject({ text: '-500', problem: 'negative' })
    expect(readPasted('lima puluh ribu')).toMatchObject({ text: 'lima puluh ribu', problem: 'not_a_number' })
  })

  test('no text is ever read as an amount it does not spell', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9.,]{0,12}$/), (text) => {
        const { amount } = readPasted(text)
        if (amount === null) return
        expect(moneyText(amount).replace(/[.,]/g, '').replace(/^0+/, '')).toMatch(
          new RegExp(`^${text.replace(/[.,]/g, '').replace(/^0+/, '').replace(/0+$/, '')}0*$`),
        )
      }),
    )
  })
})

test('ten times the usual asks back, nine times does not', () => {
  expect(isTenTimes(20_000_000, 2_000_000)).toBe(true)
  expect(isTenTimes(19_900_000, 2_000_000)).toBe(false)
  expect(isTenTimes(20_000_000, undefined)).toBe(false)
  expect(isTenTimes(20_000_000, 0)).toBe(false)
  expect(isTenTimes(null, 1)).toBe(false)
})
