/**
 * Accounts that the program's own rules post to without being asked (accounting.md): were one of them out of use, a
 * count of cash or an opening balance could not be written. Accounts of savings products are known by their product.
 */
export const programAccounts: ReadonlySet<string> = new Set([
  '11101', // cash on hand
  '11203', // bank account of programme money
  '13105', // loans that were restructured
  '13201', // loans of officers
  '13901', // what is set aside for loans
  '52301', // setting it aside
  '13401', // loan interest that fell due and is not paid
  '19901', // clearing between units
  '21401', // instalments held for later
  '23102', // tax withheld from fees
  '23103', // tax withheld from interest on savings
  '24101', // interest of term deposits that is paid at their end
  '24106', // loan insurance premiums that are passed on
  '25107', // owed to who has left
  '25101', // members' shares of a surplus
  '25108', // shares of participation capital in a surplus
  '25102', // funds the meeting decides on
  '25103',
  '25104',
  '25105',
  '25106',
  '34101', // general reserve
  '34102', // reserve for risks
  '34103', // reserve from others
  '35101', // surplus that waits for the meeting of members
  '35102', // surplus of the year
  '35103', // corrections of closed years
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
  '14203', // laid out for a fund before its money came
  '26101', // restricted money of programmes
  '26102', // revolving money of programmes
  '27101', // borrowed from banks
  '27102', // borrowed from LPDB
  '27201', // participation that is paid back on a fixed day
  '33101', // participation capital
  '51203', // interest to banks and LPDB
  '51205', // returns on participation
  '51206', // interest to other lenders
  '48202', // restricted money that was spent as agreed
  '58201', // what it was spent on
  '14101', // members owe for what they bought
  '14102', // others owe for what they bought
  '14103', // held by a marketplace
  '15101', // goods for sale
  '15102', // members' products bought outright
  '15103', // materials
  '15105', // goods of own making
  '16104', // tax a marketplace withheld
  '18102', // buildings
  '18103', // vehicles
  '18104', // machines
  '18105', // office equipment
  '18901', // what buildings lost
  '18902', // what vehicles lost
  '18903', // what machines lost
  '18904', // what office equipment lost
  '33201', // what was given
  '48103', // more got for an asset than it stands at
  '52501', // what assets lose
  '23101', // final tax that is due
  '59101', // final tax of the turnover
  '58101', // less got for an asset than it stands at
  '22101', // owed to suppliers
  '22102', // owed to members for their products
  '22103', // owed to members for goods in keeping
  '22104', // owed to others for goods in keeping
  '42101', // sales to members
  '42102', // returns of members
  '42103', // commission of members' goods
  '42104', // services to members
  '43101', // sales to others
  '43102', // sales through a marketplace
  '43103', // returns of others
  '43104', // commission of others' goods
  '43107', // services to others
  '51103', // cost of sales to members
  '51201', // cost of sales to others
  '52303', // differences of the stock
  '52601', // goods used by the cooperative itself
  '52401', // fees of a marketplace
])
