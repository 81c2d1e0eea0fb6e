import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loanDue } from '../../shared/rules/loan-due.ts'
import { type LoanStanding, payoff, splitPayment } from '../../shared/rules/loan-payment.ts'
import { sen } from '../../shared/rules/money.ts'
import { untouched } from '../support/standing.ts'

const rupiah = (amount: number) => sen(amount * 100)
const dueOn = (month: number) => `2026-${String(month + 1).padStart(2, '0')}-10`

/** Rp11.000.000 over eleven months, paid out on 10 January, Rp180.000 interest each time. */
const standing: LoanStanding = {
  ...untouched,
  disbursedOn: '2026-01-10',
  schedule: Array.from({ length: 11 }, (_, index) => ({
    ...{ dueOn: dueOn(index + 1), principal: rupiah(1_000_000), interest: rupiah(180_000) },
  })),
}

describe('what is to be paid', () => {
  it('before the first day is nothing, and the first instalment comes next', () => {
    expect(loanDue(standing, '2026-02-09')).toEqual({
      ...{ principal: 0, interest: 0, penalty: 0, total: 0, held: 0, instalments: 0, since: null },
      next: { dueOn: '2026-02-10', total: rupiah(1_180_000) },
    })
  })

  it('on its day is the instalment, and what is left of older ones comes first', () => {
    const partly = { ...standing, paidPrincipal: rupiah(400_000), paidInterest: rupiah(180_000) }
    expect(loanDue(partly, '2026-03-10')).toEqual({
      ...{ principal: rupiah(1_600_000), interest: rupiah(180_000), penalty: 0, held: 0, total: rupiah(1_780_000) },
      ...{ instalments: 2, since: '2026-02-10', next: { dueOn: '2026-04-10', total: rupiah(1_180_000) } },
    })
  })

  it('after the last day nothing comes next', () => {
    expect(loanDue(standing, '2027-06-01')).toMatchObject({ instalments: 11, next: null })
  })

  it('paid exactly, leaves nothing due, whatever was paid before', () => {
    const months = fc.integer({ min: 0, max: 11 })
    const paid = fc.integer({ min: 0, max: 11_000_000 })
    fc.assert(
      fc.property(paid, months, months, (amount, first, then) => {
        const [early, late] = [dueOn(Math.min(first, then)), '2026-12-31']
        const before = splitPayment(standing, rupiah(Math.min(amount, payoff(standing, early).total / 100)), early)
        const partly = { ...standing, paidPrincipal: before.principal, paidInterest: before.interest }
        const { total } = loanDue(partly, late)
        const part = splitPayment(partly, total, late)
        expect(part.principal + part.interest).toBe(total)
        const after = {
          ...standing,
          paidPrincipal: sen(before.principal + part.principal),
          paidInterest: sen(before.interest + part.interest),
        }
        expect(loanDue(after, late).total).toBe(0)
      }),
    )
  })
})
