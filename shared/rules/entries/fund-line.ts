/** Owed to donors until it is spent as agreed, and owed because it is lent on (accounting.md section 4). */
export const restrictedAccount = '26101'
export const revolvingAccount = '26102'
/** Laid out for a fund before its money came. */
export const claimAccount = '14203'
/** Capital of the cooperative: grants, and equipment from restricted money. */
export const grantCapitalAccount = '33201'
/** What restricted money was spent on, and as much of it released. */
export const programExpense = '58201'
export const releaseAccount = '48202'
/** Where the money of funds lies unless said otherwise. */
export const fundBankAccount = '11203'

export type FundTreatment = 'capital' | 'activity' | 'revolving'

/** Where money of a fund stands that came in. */
export const fundAccounts: Readonly<Record<FundTreatment, string>> = {
  capital: grantCapitalAccount,
  activity: restrictedAccount,
  revolving: revolvingAccount,
}

/** Programme costs (582xx) and equipment (181xx): what money of a fund is spent on. */
export function isFundCost(account: string): boolean {
  return isProgramExpense(account) || isEquipment(account)
}

/** What money or goods of a fund became: costs, equipment, and goods on hand (151xx). */
export function isFundUse(account: string): boolean {
  return isFundCost(account) || account.startsWith('151')
}

export function isProgramExpense(account: string): boolean {
  return account.startsWith('582')
}

export function isEquipment(account: string): boolean {
  return account.startsWith('181')
}
