import type { CalendarDate, CalendarMonth } from '../../../shared/calendar.ts'
import { assert } from '../../../shared/errors.ts'
import type { BalanceMovement } from '../../../shared/rules/balance-steps.ts'
import { sen } from '../../../shared/rules/money.ts'
import type { TermAgreement } from '../../../shared/rules/term-interest.ts'
import type { DueInstalment } from '../../../shared/rules/unpaid-instalments.ts'
import type { Owned } from './equipment-life.ts'
import type { Fate } from './loan-fates.ts'
import type { SamplePerson } from './people.ts'
import { type Random, randomOf } from './random.ts'
import { Shop } from './shop.ts'
import type { MemberIndex, MoneyLine, Product, Step, Unit } from './steps.ts'

/** The accounts the sample cooperative keeps its money on. */
export const cashAccount = '11101'
export const bankAccount = '11201'
/** Where money of funds lies. */
export const programAccount = '11203'
/** What buyers pay by QRIS. */
export const walletAccount = '11401'

/** What a member still owes of simpanan wajib and has on her savings, in sen. */
export interface Standing {
  owing: number
  /** On all her savings accounts. */
  saved: number
  /** Of it on simpanan sukarela. */
  voluntary: number
  /** What moved on simpanan sukarela since its interest was last reckoned. */
  moves: BalanceMovement[]
}

/** A loan that runs: its schedule, and how many instalments were paid. */
export interface RunningLoan {
  readonly loan: string
  readonly fate: Fate
  readonly lentOn: CalendarDate
  readonly instalments: readonly DueInstalment[]
  /** The fund whose money it is. */
  readonly fund?: string
  paid: number
  /** Since when nobody expects it to be paid back. */
  writtenOffOn?: CalendarDate
}

/** Money placed for a term, and what was put aside of its interest, in sen. */
export interface RunningTerm {
  readonly term: string
  readonly agreed: TermAgreement
  putAside: number
}

/**
 * The cooperative as it stands while its history is made up: what lies in the cash box and the bank, who saved what. It
 * keeps every step possible: nothing is paid out that is not there.
 */
export class Simulation {
  readonly seed: string
  readonly people: readonly SamplePerson[]
  readonly steps: Step[] = []
  /** What is still to happen this month; whatever happens may add to it. */
  readonly agenda: Happening[] = []
  /** Members who are in, with their standing. */
  readonly standings = new Map<MemberIndex, Standing>()
  readonly shop = new Shop()
  /** What is left of the money for training, by line of its budget and in all. */
  activity?: { training: number; meals: number; left: number }
  /** What others lent, by the name the plan knows: a month's part, its interest, and what is still owed. */
  readonly borrowings = new Map<string, { readonly part: number; readonly interest: number; left: number }>()
  /** Money that is lent on, and the size of a loan of it. */
  revolving?: {
    readonly amount: number
    readonly part: number /** Principal that came back over the counter. */
    inBox: number
  }
  /** What equipment there is, by the name the plan knows it by. */
  readonly equipment = new Map<string, Owned>()
  owedToWorkshop = 0
  /** The most that is owed of tax. */
  readonly tax = { atMost: 0 }
  /** Who owes a loan; nobody has two. */
  readonly loans = new Map<MemberIndex, RunningLoan>()
  /** Who placed money for a term; nobody does twice at a time. */
  readonly terms = new Map<MemberIndex, RunningTerm>()
  /** How many loans were ever lent, and how many terms placed. */
  lent = 0
  placed = 0
  readonly cash: Record<Unit, number> = { general: 0, shop: 0 }
  bank = 0
  /** Expenses and stocks of cash against those of a cooperative of 85 members. */
  readonly size: number
  readonly #randoms = new Map<string, Random>()

  constructor(seed: string, people: readonly SamplePerson[]) {
    this.seed = seed
    this.people = people
    this.size = Math.max(0.12, people.length / 85)
  }

  /** The sequence of chance that belongs to one purpose. */
  random(purpose: string): Random {
    const random = this.#randoms.get(purpose) ?? randomOf(`${this.seed}/${purpose}`)
    this.#randoms.set(purpose, random)
    return random
  }

  person(member: MemberIndex): SamplePerson {
    const person = this.people[member]
    assert(person, 'a sample member is one of the people')
    return person
  }

  standing(member: MemberIndex): Standing {
    const standing = this.standings.get(member)
    assert(standing, 'a sample member who moves money is in')
    return standing
  }

  /** Rupiah for a cooperative of 85 members as sen for this one, in whole Rp500. */
  scaled(rupiah: number): number {
    return wholeNotes(rupiah * 100 * this.size)
  }

  get cashInHand(): number {
    return this.cash.general + this.cash.shop
  }

  receive(date: CalendarDate, description: string, unit: Unit, lines: readonly MoneyLine[]): void {
    this.cash[unit] += total(lines)
    this.steps.push({ act: 'money', way: 'receive', date, cashAccount, description, unit, lines })
  }

  /** Pays in cash, fetched from the bank where the box holds too little; false where there is too little of both. */
  spend(date: CalendarDate, description: string, unit: Unit, lines: readonly MoneyLine[], key?: string): boolean {
    const amount = total(lines)
    if (amount === 0 || !this.takeFromBox(date, unit, amount)) return false
    const named = key === undefined ? {} : { key }
    this.steps.push({ act: 'money', way: 'spend', date, cashAccount, description, unit, lines, ...named })
    return true
  }

  /** Takes money out of a box for a step of another kind. */
  takeFromBox(date: CalendarDate, unit: Unit, amount: number): boolean {
    if (!this.#hasCash(date, unit, amount)) return false
    this.cash[unit] -= amount
    return true
  }

  #hasCash(date: CalendarDate, unit: Unit, amount: number): boolean {
    const missing = amount - this.cash[unit]
    if (missing <= 0) return true
    const fetched = Math.max(upToWhole(missing, largestNote), upToWhole(this.scaled(500_000), largestNote))
    if (unit !== 'general' || fetched > this.bank) return false
    this.bank -= fetched
    this.cash.general += fetched
    const [from, to, description] = [bankAccount, cashAccount, 'Ambil tunai dari bank']
    this.steps.push({ act: 'transfer', date, from, to, amount: fetched, unit, description })
    return true
  }

  /** Brings to the bank what a unit's box holds beyond `kept`, in the largest notes. */
  bringToBank(date: CalendarDate, unit: Unit, kept: number): void {
    const amount = Math.floor((this.cash[unit] - kept) / largestNote) * largestNote
    if (amount <= 0) return
    this.bank += amount
    this.cash[unit] -= amount
    const [from, to, description] = [cashAccount, bankAccount, 'Setor tunai ke bank']
    this.steps.push({ act: 'transfer', date, from, to, amount, unit, description })
  }

  deposit(date: CalendarDate, member: MemberIndex, product: Product, amount: number, into = cashAccount): void {
    if (into === cashAccount) this.cash.general += amount
    else this.bank += amount
    if (product === 'sukarela') this.moveVoluntary(date, member, amount)
    else this.standing(member).saved += amount
    this.steps.push({ act: 'savings', way: 'deposit', date, member, product, amount, cashAccount: into })
  }

  withdraw(date: CalendarDate, member: MemberIndex, amount: number): void {
    if (!this.#hasCash(date, 'general', amount)) return
    this.cash.general -= amount
    this.moveVoluntary(date, member, -amount)
    this.steps.push({ act: 'savings', way: 'withdraw', date, member, product: 'sukarela', amount, cashAccount })
  }

  /** More or less on a member's simpanan sukarela. */
  moveVoluntary(date: CalendarDate, member: MemberIndex, amount: number): void {
    const standing = this.standing(member)
    standing.saved += amount
    standing.voluntary += amount
    standing.moves.push({ date, amount: sen(amount) })
  }

  /** Pays an approved loan out in cash; whoever asks knows that the money is there. */
  payOutLoan(date: CalendarDate, loan: string, amount: number): void {
    assert(this.#hasCash(date, 'general', amount), 'a sample loan is only granted where there is money')
    this.cash.general -= amount
    this.steps.push({ act: 'payOut', date, loan, amount, cashAccount })
  }

  /** Pays a loan out of the money of a fund, from the account where it lies. */
  payOutOfFund(date: CalendarDate, loan: string, amount: number): void {
    this.steps.push({ act: 'payOut', date, loan, amount, cashAccount: programAccount })
  }

  settleLoan(date: CalendarDate, member: MemberIndex, loan: string, amount: number): void {
    this.cash.general += amount
    this.loans.delete(member)
    this.steps.push({ act: 'payOff', date, loan, amount, cashAccount })
  }

  /** Brings something for a loan that was given up for lost. */
  recoverLoan(date: CalendarDate, loan: string, amount: number, left: number): void {
    this.cash.general += amount
    this.steps.push({ act: 'recover', date, loan, amount, left, cashAccount })
  }

  placeTerm(date: CalendarDate, member: MemberIndex, agreed: TermAgreement): void {
    this.placed += 1
    const term = `berjangka ${this.placed}`
    const { amount, months, ratePctPerYear } = agreed
    this.cash.general += amount
    this.terms.set(member, { term, agreed, putAside: 0 })
    this.steps.push({ act: 'placeTerm', date, term, member, amount, months, ratePctPerYear, cashAccount })
  }

  /** Pays a term deposit back whole; it stays where the money is not there. */
  payTermBack(date: CalendarDate, member: MemberIndex, amount: number): void {
    const { term } = this.terms.get(member) ?? {}
    if (term === undefined || !this.#hasCash(date, 'general', amount)) return
    this.cash.general -= amount
    this.terms.delete(member)
    this.steps.push({ act: 'payTermBack', date, term, amount, cashAccount })
  }
}

/** Rp100.000 in sen. */
const largestNote = 10_000_000

function upToWhole(sen: number, step: number): number {
  return Math.ceil(sen / step) * step
}

function total(lines: readonly MoneyLine[]): number {
  return lines.reduce((sum, { amount }) => sum + amount, 0)
}

/** Down to whole Rp500, the smallest coin the sample cooperative pays with. */
export function wholeNotes(sen: number): number {
  return Math.floor(sen / 50_000) * 50_000
}

/** Something that happens on a day of a month. */
export interface Happening {
  readonly date: CalendarDate
  readonly run: (simulation: Simulation, date: CalendarDate) => void
}

/** What one side of the cooperative's life brings in a month. */
export type Life = (simulation: Simulation, month: CalendarMonth) => Happening[]
