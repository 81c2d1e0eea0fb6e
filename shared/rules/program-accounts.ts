/**
 * Accounts that the program's own rules post to without being asked (accounting.md): were one of them out of use, a
 * count of cash or an opening balance could not be written. Accounts of savings products are known by their product.
 */
export const programAccounts: ReadonlySet<string> = new Set([
  '11101', // cash on hand
  '13105', // loans that were restructured
  '13201', // loans of officers
  '13901', // what is set aside for loans
  '52301', // setting it aside
  '13401', // loan interest that fell due and is not paid
  '19901', // clearing between units
  '21401', // instalments held for later
  '23103', // tax withheld from interest on savings
  '24101', // interest of term deposits that is paid at their end
  '24106', // loan insurance premiums that are passed on
  '25107', // owed to who has left
  '35102', // surplus of the year
  '35104', // accumulated deficit
  '36901', // difference of the opening balances
  '41102', // loan provision
  '41103', // loan administration
  '41104', // penalties
  '48104', // recovered of loans written off
  '48105', // cash found over
  '51101', // interest on savings
  '51102', // interest on term deposits
  '52208', // duty stamps
  '58102', // cash found short
])
