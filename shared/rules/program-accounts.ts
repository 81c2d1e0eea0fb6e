/**
 * Accounts that the program's own rules post to without being asked (accounting.md): were one of them out of use, a
 * count of cash or an opening balance could not be written. Accounts of savings products are known by their product.
 */
export const programAccounts: ReadonlySet<string> = new Set([
  '11101', // cash on hand
  '13401', // loan interest that fell due and is not paid yet
  '19901', // clearing between units
  '35102', // surplus of the year
  '36901', // difference of the opening balances
  '48105', // cash found over
  '58102', // cash found short
])
