import { cashVoucherBook } from '../cash-accounts.ts'
import { clearedCards, deficitAccount } from '../member-settlement.ts'
import { Exact, sumSen } from '../money.ts'
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
}

/**
 * The members' meeting divides a closed year's surplus, Dr 35101, Cr reserves, funds and 25101 member by member, on the
 * day of the meeting (accounting.md section 6.4). Amounts in sen.
 */
export function surplusDecision({ date, year, carried, components, members }: SurplusDecision): JournalDraft {
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

export interface DeficitCover {
  readonly date: string
  /** Sen, no more than the deficit of all units together. */
  readonly amount: number
  /** What each unit's deficit is on that day, sen; what a unit earned against it is below zero. */
  readonly deficits: readonly { readonly unit: string; readonly deficit: number }[]
}

/**
 * The meeting covers a deficit out of the general reserve, Dr 34101 Cr 35104 (accounting.md section 6.4): of each unit
 * as much as its part of the whole, so that no unit keeps one that the cooperative has no more. Amounts in sen.
 */
export function deficitCover({ date, amount, deficits }: DeficitCover): JournalDraft {
  const covered = coveredByUnit(amount, deficits).filter((one) => one.amount !== 0)
  return {
    ...{ kind: 'ordinary', book: 'BM', date, unit: 'general', description: 'Penutupan defisit dari cadangan umum' },
    lines: [
      debit(reserveAccount, amount),
      ...covered.map(({ unit, amount: part }) =>
        part > 0 ? credit(deficitAccount, part, { unit }) : debit(deficitAccount, -part, { unit }),
      ),
    ],
  }
}

/** Each unit's part of `amount`; what does not come out even goes to the unit with the greatest deficit. */
function coveredByUnit(amount: number, deficits: DeficitCover['deficits']) {
  const whole = new Exact(sumSen(deficits.map(({ deficit }) => deficit)))
  const parts = deficits.map(({ unit, deficit }) => {
    const part = new Exact(deficit).mul(amount).div(whole).toDecimalPlaces(0, Exact.ROUND_DOWN).toNumber()
    return { unit, deficit, amount: part }
  })
  const rest = amount - sumSen(parts.map((part) => part.amount))
  const greatest = parts.toSorted((a, b) => b.deficit - a.deficit)[0]
  return parts.map((part) => (part === greatest ? { ...part, amount: part.amount + rest } : part))
}
