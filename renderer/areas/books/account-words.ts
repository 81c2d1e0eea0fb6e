export const accountTypes = ['asset', 'liability', 'equity', 'income', 'expense'] as const
export type AccountType = (typeof accountTypes)[number]

export const accountSides = ['debit', 'credit'] as const
export type AccountSide = (typeof accountSides)[number]

export function accountType(type: string): AccountType {
  return accountTypes.find((known) => known === type) ?? 'asset'
}

export function accountSide(side: string): AccountSide {
  return side === 'credit' ? 'credit' : 'debit'
}
