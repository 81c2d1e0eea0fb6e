import { cashVoucherBook } from '../cash-accounts.ts'
import { clearedCards } from '../member-settlement.ts'
import { sumSen } from '../money.ts'
import { participationShareAccount } from './borrowing.ts'
import { credit, type DraftLine, debit, type JournalDraft } from './draft.ts'
import type { SavingsOfMember } from './savings-line.ts'
import { undividedSurplus } from './year-closing.ts'

const memberShareAccount = clearedCards.shu
export const reserveAccount = '34101'
export const nonMemberReserve = '34103'

/** Funds the meeting fills out of the surplus: board, staff, education, social, local development. */
export const surplusFundAccounts = ['25102', '25103', '25104', '25105', '25106'] as const

export interface SurplusDecision {
  readonly date: string
  readonly year: number
  /** What each unit carried into the new year, sen; a loss below zero. */
  readonly carried: readonly { readonly unit: string; readonly result: number }[]
  /** What goes to reserves and funds, sen by account. */
  readonly components: readonly { readonly account: string; readonly amount: number }[]
  /** What each member gets, sen. */
  readonly members: readonly { readonly memberId: string; readonly amount: number }[]
  /** What each card of modal penyertaan that is capital gets, sen. */
  readonly participation: readonly {
    readonly borrowingId: string
    readonly memberId?: string | undefined
    readonly amount: number
  }[]
}

/**
 * The members' meeting divides a closed year's surplus, Dr 35101, Cr reserves, funds, 25101 member by member and 25108 by
 * card of modal penyertaan, on the day of the meeting (accounting.md section 6.4, chart 51205). Amounts in sen.
 */
export function surplusDecision(decision: SurplusDecision): JournalDraft {
  const { date, year, carried, components, members, participation } = decision
  const taken = carried.filter(({ result }) => result !== 0)
  return {
    ...{ kind: 'ordinary', book: 'BM', date, unit: 'general', description: `Pembagian SHU tahun ${year}` },
    lines: [
      ...taken.map(({ unit, result }) =>
        result > 0 ? debit(undividedSurplus, result, { unit }) : credit(undividedSurplus, -result, { unit }),
      ),
      ...components.filter(({ amount }) => amount > 0).map(({ account, amount }) => credit(account, amount)),
      ...members
        .filter(({ amount }) => amount > 0)
        .map(({ memberId, amount }) => credit(memberShareAccount, amount, { memberId })),
      ...participation
        .filter(({ amount }) => amount > 0)
        .map(({ amount, ...references }) => credit(participationShareAccount, amount, references)),
    ],
  }
}

export interface SurplusPayment {
  readonly date: string
  readonly year: number
  /** Where it goes: one cash account, or each member's own savings. */
  readonly cashAccount?: string | undefined
  readonly paid: readonly {
    readonly memberId: string
    readonly amount: number
    readonly savings?: Omit<SavingsOfMember, 'productName'> | undefined
  }[]
}

/** Members get their shares, Dr 25101, in cash or on their savings (accounting.md section 6.4). Amounts in sen. */
export function surplusPayment({ date, year, cashAccount, paid }: SurplusPayment): JournalDraft {
  const credits: DraftLine[] =
    cashAccount === undefined
      ? paid.flatMap(({ savings, memberId, amount }) =>
          savings
            ? [
                credit(savings.account, amount, {
                  savingsAccountId: savings.savingsAccountId,
                  memberId,
                  unit: savings.unit,
                }),
              ]
            : [],
        )
      : [credit(cashAccount, sumSen(paid.map(({ amount }) => amount)))]
  return {
    ...{ kind: 'ordinary', date, unit: 'general' },
    book: cashAccount === undefined ? 'BM' : cashVoucherBook(cashAccount, 'out'),
    description: `Pembayaran SHU anggota tahun ${year}`,
    lines: [...paid.map(({ memberId, amount }) => debit(memberShareAccount, amount, { memberId })), ...credits],
  }
}
