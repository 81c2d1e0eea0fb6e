import fc from 'fast-check'

const date = fc.constantFrom('2025-12-31', '2026-01-01', '2026-02-28', '2028-02-29')
const amount = fc.integer({ min: 1, max: 9_000_000_00 })
const cashAccount = fc.constantFrom('11101', '11203', '11401')
const named = { date, amount, fundId: fc.uuid(), fundName: fc.constantFrom('Pelatihan', 'Hibah mesin') }
const treatment = fc.constantFrom('capital' as const, 'activity' as const, 'revolving' as const)

export const fundReceipt = fc
  .record({ ...named, treatment, cashAccount, share: fc.integer({ min: 0, max: 3 }) })
  .map(({ share, ...receipt }) => ({ ...receipt, claimed: share === 0 ? 0 : Math.floor(receipt.amount / share) }))

export const fundGoods = fc.record({ ...named, account: fc.constantFrom('18104', '18105'), assetId: fc.uuid() })

export const fundStock = fc.record({
  ...{ date, fundId: named.fundId, fundName: named.fundName, unit: fc.constant('shop') },
  lines: fc.array(
    fc.record({
      ...{ itemId: fc.uuid(), cost: amount },
      kind: fc.constantFrom(
        'merchandise' as const,
        'member_product' as const,
        'material' as const,
        'finished' as const,
      ),
    }),
    { minLength: 1, maxLength: 12 },
  ),
})

export const fundRefund = fc.record({
  ...named,
  cashAccount,
  treatment: fc.constantFrom('activity' as const, 'revolving' as const),
})

export const fundSpending = fc
  .record({
    ...{ date, amount, cashAccount, fundId: fc.uuid(), budgetLineId: fc.uuid(), description: fc.constant('Pelatihan') },
    ...{ treatment: fc.constantFrom('capital' as const, 'activity' as const), share: fc.integer({ min: 0, max: 3 }) },
    account: fc.constantFrom('58201', '18104'),
  })
  .map(({ share, ...spending }) => ({
    ...spending,
    short: share === 0 ? 0 : Math.floor(spending.amount / share),
    assetId: spending.account === '18104' ? 'asset' : undefined,
  }))
