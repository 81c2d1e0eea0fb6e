import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../../shared/errors.ts'
import { draftTotals } from '../../shared/rules/entries/draft.ts'
import { memberExit } from '../../shared/rules/entries/member-exit.ts'
import type { LoanStanding } from '../../shared/rules/loan-payment.ts'
import { memberSettlement, type SettlementFacts } from '../../shared/rules/member-settlement.ts'
import { sen } from '../../shared/rules/money.ts'
import { untouched } from '../support/standing.ts'

const rupiah = (amount: number) => amount * 100
const date = '2026-06-15'

/** Rp100.000 over two months with Rp1.500 of interest each, of which something may be paid. */
const standing = (paidPrincipal = 0, paidInterest = 0): LoanStanding => ({
  ...untouched,
  disbursedOn: '2026-05-01',
  schedule: [
    { dueOn: '2026-06-01', principal: sen(rupiah(50_000)), interest: sen(rupiah(1_500)) },
    { dueOn: '2026-07-01', principal: sen(rupiah(50_000)), interest: sen(rupiah(1_500)) },
  ],
  paidPrincipal: sen(paidPrincipal),
  paidInterest: sen(paidInterest),
})

type Loan = { readonly standing: LoanStanding }

const facts = (change: Partial<SettlementFacts<Loan>> = {}): SettlementFacts<Loan> => ({
  ...{ date, savings: [], cards: [], loans: [], lossShare: 0, ...change },
})
const pokok = (amount: number) => ({ account: '31101', balance: rupiah(amount) })
const card = (account: string, amount: number) => ({ account, unit: 'general', balance: rupiah(amount) })

describe('the settlement of a member who leaves', () => {
  test('pays claims on loans that were written off from what is left, and never finds them short', () => {
    const loans = [{ standing: standing(rupiah(50_000), rupiah(1_500)) }]
    const settled = memberSettlement(
      facts({ savings: [pokok(100_000)], loans, claims: [rupiah(30_000), rupiah(40_000)] }),
    )
    expect(settled.recovered).toEqual([rupiah(30_000), rupiah(18_500)])
    expect(settled.totals).toEqual({ hers: rupiah(100_000), owed: rupiah(100_000), payable: 0, short: 0 })
    const poor = memberSettlement(facts({ savings: [pokok(10_000)], loans, claims: [rupiah(30_000)] }))
    expect([poor.recovered, poor.totals.short]).toEqual([[0], rupiah(41_500)])
  })

  test('adds savings, SHU and held instalments and takes off what she bought on credit and her loan', () => {
    const { totals, loans } = memberSettlement(
      facts({
        savings: [pokok(100_000), { account: '31102', balance: rupiah(240_000) }, { account: '21101', balance: 50 }],
        cards: [card('25101', 30_000), card('21401', 5_000), card('14101', -12_000)],
        loans: [{ standing: standing(rupiah(50_000), rupiah(1_500)) }],
      }),
    )
    expect(totals).toEqual({
      ...{ hers: rupiah(375_000) + 50, owed: rupiah(63_500), payable: rupiah(311_500) + 50, short: 0 },
    })
    expect(loans[0]).toMatchObject({ paid: { principal: rupiah(50_000), interest: rupiah(1_500) }, left: 0 })
  })

  test('nothing is held for instalments of who leaves: what her money pays lowers her loan', () => {
    const loans = [{ standing: { ...standing(), excess: 'hold' as const } }]
    const [settled] = memberSettlement(facts({ savings: [pokok(60_000)], loans })).loans
    expect(settled?.paid).toMatchObject({ penalty: 0, held: 0 })
    expect((settled?.paid.principal ?? 0) + (settled?.paid.interest ?? 0)).toBe(rupiah(60_000))
  })

  test('a share of losses comes out of pokok and wajib, and never above them', () => {
    const savings = [pokok(100_000), { account: '21101', balance: rupiah(900_000) }]
    const share = (amount: number) => memberSettlement(facts({ savings, lossShare: rupiah(amount) }))
    expect(share(100_000).totals.payable).toBe(rupiah(900_000))
    expect(() => share(100_001)).toThrow(Refusal)
  })

  test('what does not reach pays the share of losses, then credit, then the oldest loan', () => {
    const { cards, loans, totals } = memberSettlement(
      facts({
        savings: [pokok(60_000)],
        cards: [card('14101', -10_000)],
        loans: [{ standing: standing() }, { standing: standing() }],
        lossShare: rupiah(5_000),
      }),
    )
    expect(cards).toEqual([card('14101', -10_000)])
    expect(loans.map(({ paid, left }) => [paid.principal, paid.interest, left].map((amount) => amount / 100))).toEqual([
      [43_500, 1_500, 58_000],
      [0, 0, 103_000],
    ])
    expect(totals).toMatchObject({ payable: 0, short: rupiah(161_000) })
  })

  test('what a term deposit brings is hers, its tax and penalty are kept before anything else', () => {
    const terms = [{ interest: rupiah(50_000), tax: rupiah(5_000), penalty: rupiah(10_000) }]
    const loans = [{ standing: standing() }]
    const { totals, loans: settled } = memberSettlement(facts({ savings: [pokok(60_000)], terms, loans }))
    expect(totals).toEqual({ hers: rupiah(110_000), owed: rupiah(118_000), payable: 0, short: rupiah(8_000) })
    expect(settled[0]?.left).toBe(rupiah(8_000))
  })

  test('who has nothing and owes nothing is owed nothing', () => {
    expect(memberSettlement(facts()).totals).toEqual({ hers: 0, owed: 0, payable: 0, short: 0 })
  })
})

const amount = fc.integer({ min: 0, max: 2_000_000_00 })
const anyFacts = fc
  .record({
    savings: fc.array(fc.record({ account: fc.constantFrom('31101', '31102', '31103', '21101'), balance: amount }), {
      maxLength: 5,
    }),
    cards: fc.array(
      fc.record({
        account: fc.constantFrom('25101', '21401', '14101'),
        unit: fc.constantFrom('general', 'usp'),
        balance: fc.integer({ min: -1_000_000_00, max: 1_000_000_00 }),
      }),
      { maxLength: 4 },
    ),
    loans: fc.array(
      fc
        .tuple(fc.integer({ min: 0, max: rupiah(100_000) }), fc.integer({ min: 0, max: rupiah(3_000) }))
        .map(([principal, interest]) => ({ standing: standing(principal, interest) })),
      { maxLength: 3 },
    ),
    share: fc.integer({ min: 0, max: 100 }),
  })
  .map(({ share, ...given }): SettlementFacts<Loan> => {
    const liable = given.savings.filter(({ account }) => account === '31101' || account === '31102')
    const lossShare = Math.floor((liable.reduce((sum, { balance }) => sum + balance, 0) * share) / 100)
    return { date, ...given, lossShare }
  })

describe('whatever a member has and owes', () => {
  test('what is hers is paid out or pays what she owes, to the sen', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const { totals, cards, loans } = memberSettlement(given)
        expect(totals.hers - totals.owed).toBe(totals.payable - totals.short)
        expect(Math.min(totals.payable, totals.short)).toBe(0)
        const onCredit = cards.reduce((sum, { balance }) => sum + Math.max(0, -balance), 0)
        const lent = loans.reduce((sum, { paid }) => sum + paid.principal + paid.interest, 0)
        expect(given.lossShare + onCredit + lent + totals.payable).toBe(totals.hers)
        for (const { owed, paid, left } of loans) {
          expect(paid.principal).toBeLessThanOrEqual(owed.principal)
          expect(paid.principal + paid.interest + left).toBe(owed.total)
        }
      }),
    )
  })

  test('its entry pays out exactly what the sheet says', () => {
    fc.assert(
      fc.property(anyFacts, (given) => {
        const { totals, cards, loans } = memberSettlement(given)
        const of = { savingsAccountId: 'a', memberId: 'm', unit: 'general' }
        const draft = memberExit({
          ...{ date, memberId: 'm', cards, lossShare: given.lossShare },
          savings: given.savings
            .filter(({ balance }) => balance > 0)
            .map(({ account, balance }) => ({ savings: { ...of, account }, amount: balance })),
          loans: loans.map(({ paid }, index) => ({
            loan: {
              loanId: `${index}`,
              memberId: 'm',
              account: '13101',
              interestAccount: '41101',
              unit: 'general',
              accrued: 0,
            },
            ...paid,
          })),
        })
        const sides = draftTotals(draft.lines)
        expect(sides.debit).toBe(sides.credit)
        expect(draft.lines.filter(({ account }) => account === '25107').map(({ credit }) => credit)).toEqual(
          totals.payable > 0 ? [totals.payable] : [],
        )
      }),
    )
  })
})
