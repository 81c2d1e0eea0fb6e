import { expect, test } from 'vitest'
import type { JournalDraft } from '../../../shared/rules/entries/draft.ts'
import { loanDisbursement } from '../../../shared/rules/entries/loan-disbursement.ts'
import { memberExit } from '../../../shared/rules/entries/member-exit.ts'
import { savingsInterestRun } from '../../../shared/rules/entries/savings-interest.ts'
import { sen } from '../../../shared/rules/money.ts'

/** Savings and loans may stand in different units of one cooperative: each line lies where its card does. */

const memberId = 'sri'
const cashAccount = '11101'
const loan = {
  ...{ loanId: 'P-1', memberId, account: '13101', interestAccount: '41101', unit: 'usp', accrued: 0 },
}
const unitsOf = ({ lines }: JournalDraft, account: string) =>
  lines.filter((line) => line.account === account).map(({ unit, credit, debit }) => [unit, debit, credit])

test('what is kept of a payout as savings lies in the unit of the savings', () => {
  const nothing = { provision: sen(0), administration: sen(0), insurance: sen(0), stamp: sen(0) }
  const savings = { savingsAccountId: 'SWP-1', memberId, account: '31103', unit: 'general' }
  const deductions = { ...nothing, loanSavings: sen(2_000) }
  const paidOut = { date: '2026-01-10', cashAccount, loan, principal: 100_000, deductions, savings, stampBought: 0 }
  expect(unitsOf(loanDisbursement(paidOut), '31103')).toEqual([['general', 0, 2_000]])
  expect(unitsOf(loanDisbursement(paidOut), '13101')).toEqual([['usp', 100_000, 0]])
})

test('interest lies in the unit it is paid to, its cost in the unit of what earned it', () => {
  const to = { account: '21101', savingsAccountId: 'SS-1', unit: 'general' }
  const earned = { savingsAccountId: 'SB-1', memberId, unit: 'usp', expenseAccount: '51102', to, gross: 900, tax: 0 }
  const run = savingsInterestRun({ date: '2026-01-31', month: '2026-01', rows: [earned] })
  expect(unitsOf(run, '21101')).toEqual([['general', 0, 900]])
  expect(unitsOf(run, '51102')).toEqual([['usp', 900, 0]])
})

test('what was held for a loan leaves its own unit, loan by loan', () => {
  const cards = [
    { account: '21401', unit: 'usp', balance: 700 },
    { account: '21401', unit: 'general', balance: 300 },
  ]
  const held = [
    { loanId: 'P-1', unit: 'usp', amount: 700 },
    { loanId: 'P-2', unit: 'general', amount: 200 },
  ]
  const leaving = { date: '2026-01-31', memberId, savings: [], cards, loans: [], held, lossShare: 0 }
  const cleared = memberExit(leaving).lines.filter(({ account }) => account === '21401')
  expect(cleared.map(({ unit, loanId, debit }) => [unit, loanId, debit])).toEqual([
    ['usp', 'P-1', 700],
    ['general', 'P-2', 200],
    ['general', undefined, 100],
  ])
})
