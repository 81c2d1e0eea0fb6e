import { describe, expect, test } from 'vitest'
import { savingsChoices } from '../../../../renderer/areas/savings/savings-choices.ts'
import type { SavingsProduct } from '../../../../shared/contract/savings.ts'
import { usualSavingsRules } from '../../../../shared/rules/default-savings.ts'

function product(id: string, kind: string, extra: Partial<SavingsProduct> = {}): SavingsProduct {
  const names = { name: id, nameId: id, nameEn: id }
  const plain = { account: '21101', unit: 'usp', active: true, dues: [], interest: [] }
  return { product: id, kind, ...names, ...plain, ...usualSavingsRules('voluntary'), ...extra }
}

const products = [
  product('pokok', 'principal', { dues: [{ fromMonth: '2024-01', amount: 100_000_00 }] }),
  product('wajib', 'mandatory', {
    dues: [
      { fromMonth: '2024-01', amount: 20_000_00 },
      { fromMonth: '2026-01', amount: 50_000_00 },
    ],
  }),
  product('sukarela', 'voluntary'),
  product('hari_raya', 'holiday', { active: false }),
  product('berjangka', 'term'),
]

function account(of: string, kind: string, active = true) {
  return { savingsAccountId: `id-${of}`, number: of, product: of, name: of, kind, balance: 70_000_00, active }
}

const member = { savings: [account('wajib', 'mandatory'), account('hari_raya', 'holiday')] }

describe('a deposit', () => {
  const choices = savingsChoices('deposit', member, products)

  test('goes into what she has, or opens what she does not have yet', () => {
    expect(choices.map(({ value }) => value)).toEqual(['new:pokok', 'id-wajib', 'new:sukarela'])
  })

  test('knows what is due now, not what was due before', () => {
    expect(choices.find(({ product: id }) => id === 'wajib')).toMatchObject({ due: 50_000_00, balance: 70_000_00 })
    expect(choices.find(({ product: id }) => id === 'sukarela')).toMatchObject({ due: undefined, balance: undefined })
  })

  test('does not open a second account beside one that was closed', () => {
    const closed = { savings: [account('sukarela', 'voluntary', false)] }
    expect(savingsChoices('deposit', closed, products).map(({ value }) => value)).toEqual(['new:pokok', 'new:wajib'])
  })
})

test('a withdrawal offers no pokok and no wajib, and what went out of use can still be taken out', () => {
  expect(savingsChoices('withdraw', member, products).map(({ value }) => value)).toEqual(['id-hari_raya'])
})

test('a withdrawal offers no term deposit and nothing its product keeps until the member leaves', () => {
  const kept = product('khusus', 'voluntary', { lock: 'until_exit' })
  const open = product('wajib_pinjam', 'loan_linked', { lock: 'none' })
  const savings = [account('berjangka', 'term'), account('khusus', 'voluntary'), account('wajib_pinjam', 'loan_linked')]
  const choices = savingsChoices('withdraw', { savings }, [...products, kept, open])
  expect(choices.map(({ value }) => value)).toEqual(['id-wajib_pinjam'])
})
