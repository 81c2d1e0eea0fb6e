import {
  marketplaceReceivable,
  memberPayable,
  memberReceivable,
  supplierPayable,
} from '../../../../shared/rules/entries/trade-line.ts'

/** How a debt for goods is paid: by us, to us, or taken out of a marketplace. */
export type DebtWay = 'pay' | 'receive' | 'withdraw'

export function debtWay(account: string): DebtWay {
  if (account === supplierPayable || account === memberPayable) return 'pay'
  return account === marketplaceReceivable ? 'withdraw' : 'receive'
}

/** Who owes or is owed on an account, as the API names it. */
export function debtor(account: string, id: string): { memberId: string } | { partnerId: string } {
  return account === memberReceivable || account === memberPayable ? { memberId: id } : { partnerId: id }
}

/** Whose debts an account keeps, for the words of it. */
export function debtKind(account: string): 'member' | 'supplier' | 'customer' | 'marketplace' {
  if (account === memberReceivable || account === memberPayable) return 'member'
  if (account === supplierPayable) return 'supplier'
  return account === marketplaceReceivable ? 'marketplace' : 'customer'
}
