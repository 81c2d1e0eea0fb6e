import type { interestPapers as id } from '../id/interest-papers.ts'
import type { Shape } from '../shape.ts'

export const interestPapers: Shape<typeof id> = {
  column: {
    base: 'Base',
    gross: 'Interest',
    tax: 'Tax',
    net: 'Received',
    nationalId: 'Identity no.',
    rate: 'Rate',
    short: 'Withheld too little',
    what: 'Item',
    amount: 'Amount',
  },
  planned: 'Provisional: the interest of this month has not been recorded.',
  posted: 'Recorded as voucher {{voucher}} on {{date}}.',
  nothing: 'There is no interest on savings in this month.',
  basis:
    'Basis: PP 15/2009. Interest up to Rp240.000 a month is free of tax; above it all of it bears 10%, as final tax.',
  forOffice: 'This list has identity numbers: it is an annex to the tax payment and not to be handed round.',
  short: 'Tax of {{amount}} that was not withheld is still to be paid by the cooperative.',
  slip: {
    title: 'Slip of Tax Withheld on Savings Interest',
    number: 'No. {{month}}/{{member}} · {{period}}',
    name: 'Name',
    member: 'Member no.',
    nationalId: 'Identity no.',
    address: 'Address',
    cooperativeTaxId: 'Tax no. of who withholds',
    gross: 'Gross interest of the month',
    tax: 'Final income tax {{rate}}%',
    net: 'Interest received',
    words: 'Tax in words',
    officer: 'Treasurer',
  },
}
