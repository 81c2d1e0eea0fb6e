import { expect, test } from 'vitest'
import { createInput, itemField, itemValues, newItem } from '../../../../../renderer/areas/trade/items/item-values.ts'
import { openTradingBook } from '../../../../support/trade.ts'

const owner = { id: 'm1', title: 'Siti Aminah (001)', number: '001' }

test('members pay what others pay unless they have a price of their own', () => {
  const input = createInput({ ...newItem, name: 'Gula', priceOther: 18_000_00 })
  expect(input).toMatchObject({ priceOther: 18_000_00, priceMember: 18_000_00 })
  expect(createInput({ ...newItem, priceOther: 18_000_00, priceMember: 17_500_00 }).priceMember).toBe(17_500_00)
})

test('an owner and a share are sent for goods in keeping only', () => {
  const kept = { ...newItem, name: 'Keripik', kind: 'consigned', owner, commissionPct: '10' } as const
  expect(createInput(kept)).toMatchObject({ ownerMemberId: 'm1', commissionPct: '10' })
  expect(createInput({ ...kept, ownerType: 'partner' })).toMatchObject({ ownerPartnerId: 'm1' })
  const bought = createInput({ ...kept, kind: 'merchandise' })
  expect(bought).not.toHaveProperty('ownerMemberId')
  expect(bought).not.toHaveProperty('commissionPct')
})

test('the share of goods in keeping is asked for; nothing is one only where it was typed', async () => {
  const { api, makerId } = await openTradingBook()
  const maker = { id: makerId, title: 'Sari (0002)', number: '0002' }
  const kept = { ...newItem, name: 'Keripik', kind: 'consigned', owner: maker } as const
  await expect(api.items.create(createInput(kept))).rejects.toMatchObject({
    data: { issues: [{ path: ['commissionPct'], message: 'not_a_rate' }] },
  })
  const made = await api.items.create(createInput({ ...kept, commissionPct: '0' }))
  expect(made).toMatchObject({ commissionPct: '0', warnings: [] })
})

test('goods in keeping without an owner are refused beside the owner', () => {
  expect(itemField('kind', { ...newItem, kind: 'consigned' })).toBe('owner')
  expect(itemField('kind', newItem)).toBe('kind')
})

test('the form of a new item is what the book keeps, and its form filled in says the same', async () => {
  const { api } = await openTradingBook()
  const values = { ...newItem, name: 'Kopi bubuk', unitName: 'bungkus', priceOther: 12_000_00, minimum: 2_500 }
  const made = await api.items.create(createInput(values))
  expect(itemValues(made)).toEqual({ ...values, number: made.number })
})
