import { expect, test } from 'vitest'
import { priceInput, usualPrice } from '../../../../renderer/areas/calculator/price-values.ts'

test('a price is reckoned as soon as packs and one cost are there, and other costs may stay empty', () => {
  const typed = { ...usualPrice, packs: 20, materials: 100_000_00 }
  expect(priceInput(typed)).toEqual({ packs: 20, materials: 100_000_00, marginPct: '20', roundTo: 100_00 })
  expect(priceInput({ ...typed, overhead: 0 })).toEqual(priceInput(typed))
})

test('while nothing costs anything there is nothing to reckon, and nothing to refuse', () => {
  expect(priceInput({ ...usualPrice, packs: 20 })).toBeUndefined()
  expect(priceInput({ ...usualPrice, packs: 20, materials: 0, overhead: 0 })).toBeUndefined()
})
