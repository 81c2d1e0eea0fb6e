import type { loanAgreement as id } from '../id/loan-agreement.ts'
import type { Shape } from '../shape.ts'

export const loanAgreement: Shape<typeof id> = {
  opening: 'On {{date}} at {{place}}, we who sign below:',
  party: {
    name: 'Name',
    office: 'Office',
    chair: 'Chair',
    member: 'Member no.',
    nationalId: 'Identity no.',
    address: 'Address',
    occupation: 'Occupation',
  },
  cooperative: 'acting for and on behalf of {{cooperative}}, hereafter the Cooperative; and',
  borrower: 'a member of the cooperative, hereafter the Borrower.',
  agreed: 'The Cooperative and the Borrower agree on a loan under the following terms.',
  article: 'Article {{number}} – {{title}}',
  title: {
    loan: 'The loan',
    interest: 'Interest',
    payout: 'Deductions and payout',
    instalments: 'Instalments',
    penalty: 'Late fee',
    early: 'Early settlement',
    security: 'Guarantors and collateral',
    mandate: 'Mandate to deduct from savings',
    default: 'When instalments are not paid',
    rest: 'Other terms',
  },
  principal: 'The Cooperative lends the Borrower {{amount}} ({{words}}).',
  purpose: 'The loan is used for: {{purpose}}.',
  ofFund:
    'The money of this loan comes from a revolving fund ({{fund}}); principal that is paid back is lent to other members again.',
  term: 'The loan is paid back within {{months}} months in {{count}} instalments, one {{every}}.',
  gracePrincipal: 'In the first {{months}} months the Borrower pays interest only; principal is paid from then on.',
  graceAll:
    'In the first {{months}} months nothing is paid; the interest of those months falls due with the first instalment after them.',
  rate: {
    flat: 'Interest is {{pct}}% {{per}}, always on the first principal, until the loan is settled.',
    declining: 'Interest is {{pct}}% {{per}} of the principal still owed, so that it becomes less with time.',
    annuity: 'Interest is {{pct}}% {{per}} of the principal still owed; all instalments are equal.',
    bullet: 'Interest is {{pct}}% {{per}} of the principal; the principal is paid at once at the end of the term.',
  },
  per: { month: 'a month', year: 'a year' },
  interestTotal: 'Paid by the schedule, interest comes to {{interest}} and all payments to {{payment}}.',
  trueRate:
    'So that the cost of this loan is clear: reckoned on the first principal, interest is {{flat}}% a month; reckoned on what is still owed and on what is really received, the true cost is {{effective}}% a month.',
  deductions: 'At payout {{total}} is deducted: {{list}}.',
  deduction: {
    provision: 'provision {{amount}}',
    administration: 'administration {{amount}}',
    insurance: 'loan insurance {{amount}} (passed on to the insurer)',
    loanSavings: 'loan savings {{amount}} (which stay the Borrower’s own)',
    stamp: 'duty stamp {{amount}}',
  },
  noDeductions: 'Nothing is deducted at payout.',
  net: 'The Borrower receives {{amount}} ({{words}}).',
  asScheduled: 'The Borrower pays the instalments of the schedule below.',
  asPlanned:
    'The Borrower pays the instalments of the schedule below if the loan is paid out on {{date}}. If it is paid out on another day, due dates follow that day and the binding schedule is handed over then.',
  allocation: {
    interest_principal_penalty:
      'Each payment covers the oldest instalment: its interest first, then its principal, then late fees.',
    penalty_interest_principal:
      'Each payment covers late fees first, then interest, then principal of the oldest instalment.',
    principal_interest_penalty:
      'Each payment covers the oldest instalment: its principal first, then its interest, then late fees.',
  },
  excess: {
    prepay: 'What is paid above the amount due reduces the next instalment, then the principal.',
    hold: 'What is paid above the amount due is held by the Cooperative for the next instalments.',
  },
  receipt: 'The Borrower gets a receipt for each payment and may see the loan card at any time.',
  noPenalty: 'Late instalments carry no fee.',
  penalty: {
    pct_per_day: 'A late instalment carries a fee of {{pct}}% a day of the amount that is late.',
    pct_per_month: 'A late instalment carries a fee of {{pct}}% a month of the amount that is late.',
  },
  penaltyGrace: 'There is no fee until {{days}} days after the due date.',
  penaltyCap: 'The fee of an instalment is never more than {{pct}}% of that instalment.',
  early: {
    due: 'The Borrower may settle at any time, paying the principal still owed and the interest that has fallen due; later interest is not charged.',
    running:
      'The Borrower may settle at any time, paying the principal still owed, the interest that has fallen due and that of the running instalment; later interest is not charged.',
    full: 'The Borrower may settle at any time, paying the principal still owed and all interest agreed in Article 2.',
  },
  guarantors: {
    one: '{{names}} is guarantor and pays this loan if the Borrower does not.',
    many: '{{names}} are guarantors and together pay this loan if the Borrower does not.',
  },
  guarantorMember: '{{name}} (member {{number}})',
  guarantorAddress: '{{name}} ({{address}})',
  collateral: 'Collateral: {{what}}.',
  collateralOwner: 'owned by {{owner}}',
  collateralDocument: 'document no. {{number}}',
  collateralValue: 'appraised at {{amount}}',
  collateralKept: 'kept at {{place}}',
  collateralBack: 'Collateral goes back to its owner as soon as the loan is settled.',
  joint: 'The Borrower’s group is jointly liable for this loan (tanggung renteng).',
  noSecurity: 'This loan has no guarantor and no collateral.',
  mandate:
    'The Borrower allows the Cooperative to take instalments that have fallen due from the savings {{products}}. This mandate can be withdrawn in writing at any time.',
  noMandate: 'Without a mandate of the Borrower, savings are not taken to pay the loan.',
  reminders: 'If instalments are not paid, the Cooperative sends up to three reminder letters.',
  talk: 'In difficulty the Borrower tells the Cooperative at once; both look for a way out, such as rescheduling what is left.',
  call: 'If nothing is settled after the third letter, all that is owed may be claimed at once{{also}}, under the law.',
  also: {
    guarantors: ', also from guarantors',
    collateral: ', also from collateral',
    both: ', also from guarantors and collateral',
  },
  dispute: 'Disputes are settled by talking; failing that, by the local district court.',
  bylaws: 'What is not said here follows the bylaws, the house rules and the decisions of the members’ meeting.',
  copies:
    'This agreement is made in two copies, one for the Cooperative and one for the Borrower, who has read and understood it.',
  mandatePaper: {
    giver: 'I who sign below:',
    gives: 'allow {{cooperative}} to take from my savings at the cooperative:',
    savings: 'Savings',
    loan: 'To pay',
    what: 'instalments of loan {{number}} that have fallen due',
    limits:
      'No more is taken than the instalments that have fallen due with their late fees, and only as far as these savings reach. A receipt is given each time.',
    ends: 'This mandate holds until the loan is settled, and can be withdrawn in writing at any time.',
  },
  addendum: {
    agreed:
      'The Cooperative and the Borrower agree to change the agreement on loan {{old}}, because: {{reason}}. From {{date}} it goes on as loan {{number}}; nothing is claimed on loan {{old}} any more.',
    terms: 'Old terms and new terms',
    term: 'Term',
    before: 'Before',
    after: 'From now on',
    principal: 'Principal owed',
    first: 'First instalment',
    capitalised: 'Unpaid interest of {{amount}} is added to the principal.',
    interestLetGo: 'Unpaid interest of {{amount}} is claimed no more.',
    penaltyLetGo: 'A late fee of {{amount}} is claimed no more.',
    security: 'The guarantors and collateral of the first agreement go on standing behind this loan.',
    rest: 'All else in the first agreement goes on as it was agreed.',
    schedule: 'The new schedule of instalments',
  },
  minutes: {
    decided:
      '{{by}} of {{cooperative}} on {{on}}, by its decision number {{number}}, decided to take this loan off the books:',
    by: { rat: "The members' meeting", board: 'The board' },
    owed: 'Unpaid on {{date}}:',
    part: 'Part',
    amount: 'Amount',
    parts: { principal: 'Principal owed', interest: 'Interest', penalty: 'Late fee' },
    claim: 'Claim',
    booked:
      'The principal of {{amount}} ({{words}}) is taken off the books on {{date}}, out of the allowance for loans.',
    stays:
      'The debt is not forgiven. The Borrower goes on owing the claim above, and the loan stays on the list of loans written off.',
    recovered: 'Money that is received for this loan later is income of the cooperative on the day it comes.',
    supervisor: 'Supervisor',
  },
  signer: { borrower: 'Borrower', cooperative: 'Chair', treasurer: 'Treasurer', guarantor: 'Guarantor' },
  list: { separator: ', ', last: ' and ' },
}
