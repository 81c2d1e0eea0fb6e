import type { YearTexts } from './year-texts.ts'

export type FlowSection = keyof YearTexts['cashFlow']['section']
type FlowCaption = keyof YearTexts['cashFlow']['line']

/** A row of the statement: a flow whole, or only what came in or went out of it. */
export interface FlowRow {
  readonly flow: string
  readonly caption: FlowCaption
  readonly only?: 'in' | 'out'
}

/** One group of rows of a section. */
export interface FlowGroup {
  readonly section: FlowSection
  readonly rows: readonly FlowRow[]
}

const whole = (flow: string, caption: FlowCaption): FlowRow => ({ flow, caption })
const into = (flow: string, caption: FlowCaption): FlowRow => ({ flow, caption, only: 'in' })
const out = (flow: string, caption: FlowCaption): FlowRow => ({ flow, caption, only: 'out' })

/**
 * Every line of the cash-flow statement in order (domain notes on reports, section 4). Flows that members and partners
 * move both ways stand twice; of the others what came back takes away from its one row.
 */
export const flowGroups: readonly FlowGroup[] = [
  {
    section: 'OP',
    rows: [
      into('OP_LOAN_PRINCIPAL', 'loanPrincipalIn'),
      whole('OP_LOAN_INCOME', 'loanIncome'),
      into('OP_SAVINGS', 'savingsIn'),
      whole('OP_TRADE_MEMBERS', 'tradeMembers'),
      whole('OP_TRADE_NON_MEMBERS', 'tradeNonMembers'),
      into('OP_SERVICES', 'servicesIn'),
      into('OP_GRANTS_PROGRAMME', 'grantsIn'),
      into('OP_OTHER', 'otherIn'),
      out('OP_LOAN_PRINCIPAL', 'loanPrincipalOut'),
      out('OP_SAVINGS', 'savingsOut'),
      whole('OP_SAVINGS_INTEREST_PAID', 'savingsInterest'),
      whole('OP_SUPPLIERS', 'suppliers'),
      out('OP_SERVICES', 'servicesOut'),
      whole('OP_STAFF', 'staff'),
      whole('OP_EXPENSES', 'expenses'),
      whole('OP_GOVERNANCE', 'governance'),
      whole('OP_SHU_FUNDS', 'surplusFunds'),
      whole('OP_TAX', 'tax'),
      out('OP_GRANTS_PROGRAMME', 'grantsOut'),
      out('OP_OTHER', 'otherOut'),
    ],
  },
  {
    section: 'INV',
    rows: [
      into('INV_PLACEMENTS', 'placementsIn'),
      into('INV_SHARES', 'sharesIn'),
      into('INV_FIXED_ASSETS', 'assetsIn'),
      out('INV_PLACEMENTS', 'placementsOut'),
      out('INV_SHARES', 'sharesOut'),
      out('INV_FIXED_ASSETS', 'assetsOut'),
    ],
  },
  {
    section: 'FIN',
    rows: [
      whole('FIN_PRINCIPAL', 'principalSavings'),
      whole('FIN_MANDATORY', 'mandatorySavings'),
      whole('FIN_OTHER_SHARES', 'otherShares'),
      whole('FIN_LEAVERS', 'leavers'),
      into('FIN_PARTICIPATION', 'participationIn'),
      out('FIN_PARTICIPATION', 'participationOut'),
      whole('FIN_CAPITAL_GRANTS', 'capitalGrants'),
      into('FIN_BORROWINGS', 'borrowingsIn'),
      out('FIN_BORROWINGS', 'borrowingsOut'),
      into('FIN_REVOLVING', 'revolvingIn'),
      out('FIN_REVOLVING', 'revolvingOut'),
      whole('FIN_SHU_PAID', 'surplusPaid'),
    ],
  },
  { section: 'INTERUNIT', rows: [whole('INTERUNIT', 'interunit')] },
]

/** Flows whose way in and way out stand apart, so that it matters what one entry moved of them in all. */
export const splitFlows: readonly string[] = [
  ...new Set(flowGroups.flatMap(({ rows }) => rows.flatMap(({ flow, only }) => (only ? [flow] : [])))),
]
