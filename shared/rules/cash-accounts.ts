import type { VoucherBook } from './entries/draft.ts'

/**
 * True for bank accounts (112xx) and cash in transit (113xx); every other cash account is money in the hand or in an
 * e-wallet (111xx, 114xx), which can never be below zero.
 */
export function isBankAccount(code: string): boolean {
  return /^11[23]/.test(code)
}

/** True for what can be counted note by note: cash in the hand, not a bank and not an e-wallet. */
export function isCountedCash(code: string): boolean {
  return !isBankAccount(code) && !code.startsWith('114')
}

/** The voucher book of money that comes into or leaves a cash account: BKM and BKK for cash, BBM and BBK for banks. */
export function cashVoucherBook(cashAccount: string, way: 'in' | 'out'): VoucherBook {
  if (isBankAccount(cashAccount)) return way === 'in' ? 'BBM' : 'BBK'
  return way === 'in' ? 'BKM' : 'BKK'
}
