import { assert } from '../../../shared/errors.ts'
import { type Client, fieldsOf, found, ignore, type StepOf, type When } from './call.ts'
import { type CapitalStep, isCapitalStep } from './capital-steps.ts'
import { CapitalRecorder } from './record-capital.ts'
import { LoanRecorder } from './record-loans.ts'
import { ShopRecorder } from './record-shop.ts'
import { YearRecorder } from './record-years.ts'
import { bankAccount } from './simulation.ts'
import {
  type BalanceLine,
  type Collected,
  isLoanStep,
  type LoanStep,
  type MemberIndex,
  type MoneyMoved,
  type Officers,
  type Product,
  type SavingsMoved,
  type Step,
} from './steps.ts'
import { isYearStep, type YearStep } from './year-steps.ts'

/** Records a plan through the API, as a treasurer at the screens would, and keeps the ids it is answered. */
export class Recorder {
  readonly #api: Client
  readonly #members = new Map<MemberIndex, string>()
  readonly #savings = new Map<string, string>()
  readonly #entries = new Map<string, string>()
  readonly #loans: LoanRecorder
  readonly #partners = new Map<string, string>()
  /** Funds, borrowings and equipment. */
  readonly #entrusted = new Map<string, string>()
  readonly #shop: ShopRecorder
  readonly #capital: CapitalRecorder
  readonly #years: YearRecorder

  constructor(api: Client) {
    this.#api = api
    this.#loans = new LoanRecorder(api, this.#members, this.#entrusted)
    this.#shop = new ShopRecorder(api, this.#members, this.#partners)
    this.#years = new YearRecorder(api, this.#members)
    this.#capital = new CapitalRecorder(
      api,
      { ids: this.#entrusted, members: this.#members, partners: this.#partners },
      this.#shop,
    )
  }

  record(step: Step, requestId: string): Promise<void> {
    const when = { requestId, date: step.date }
    if (isLoanStep(step)) return this.#loans.record(step, when)
    if (isCapitalStep(step)) return this.#capital.record(step, when)
    if (isYearStep(step)) return this.#years.record(step, when)
    return this.#recordOther(step, when)
  }

  async #recordOther({ date, ...step }: Exclude<Step, LoanStep | CapitalStep | YearStep>, when: When): Promise<void> {
    const api = this.#api
    const { requestId } = when
    switch (step.act) {
      case 'due':
        return ignore(api.savings.setDue({ requestId, ...fieldsOf(step) }))
      case 'elect':
        return this.#elect(requestId, step.officers)
      case 'enter':
        return this.#enter(requestId, step)
      case 'open':
        return this.#open(when, step)
      case 'begin':
        return ignore(api.opening.post({ ...when, lines: this.#lines(step.lines) }))
      case 'collect':
        return this.#collect(when, step.cashAccount, step.rows)
      case 'savings':
        return this.#moveSavings(when, step)
      case 'money':
        return this.#moveMoney(when, step)
      case 'transfer':
        return ignore(api.cash.transfer({ ...when, ...fieldsOf(step) }))
      case 'journal':
        return ignore(api.journal.post({ ...when, ...fieldsOf(step), lines: this.#lines(step.lines) }))
      case 'count':
        return ignore(api.cash.count({ ...when, ...fieldsOf(step), countedBy: [...step.countedBy] }))
      case 'reverse':
        return ignore(api.journal.reverse({ ...when, entryId: found(this.#entries, step.key), reason: step.reason }))
      case 'interestRate':
        return ignore(api.savings.setInterest({ requestId, ...interestOf(step) }))
      case 'interest':
        return this.#payInterest(requestId, step)
      case 'placeTerm':
        return this.#placeTerm(when, step)
      case 'payTermBack':
        return this.#payTermBack(when, step)
      case 'leave':
        return this.#leave(when, step)
      case 'payLeaver':
        return this.#payLeaver(when, step)
      case 'lock':
        return this.#years.endMonth(step.month, requestId)
      default:
        return this.#shop.record({ date, ...step }, when)
    }
  }

  async #elect(requestId: string, officers: Officers): Promise<void> {
    const { chair, secretary, treasurer, supervisor } = officers
    await this.#api.officers.set({
      requestId,
      officers: [
        { role: 'chair', name: chair },
        { role: 'secretary', name: secretary },
        { role: 'treasurer', name: treasurer },
        { role: 'supervisor', name: supervisor },
      ],
    })
  }

  async #enter(requestId: string, { member, particulars }: StepOf<'enter'>): Promise<void> {
    const { memberId } = await this.#api.members.create({ requestId, ...particulars })
    this.#members.set(member, memberId)
  }

  async #open(when: When, { member, product }: StepOf<'open'>): Promise<void> {
    const memberId = found(this.#members, member)
    const { savingsAccountId } = await this.#api.savings.open({ ...when, memberId, product })
    this.#savings.set(savingsKey(member, product), savingsAccountId)
  }

  async #collect(when: When, cashAccount: string, rows: Collected): Promise<void> {
    const paid = [...rows].map(([member, { savings, loan }]) => ({
      memberId: found(this.#members, member),
      savings,
      ...(loan && { loans: [{ loanId: this.#loans.idOf(loan.loan), amount: loan.amount }] }),
    }))
    await this.#api.collection.record({ ...when, cashAccount, rows: paid })
  }

  #ofMember<Fields extends { act: string; member: MemberIndex }>({ act: _, member, ...fields }: Fields) {
    return { memberId: found(this.#members, member), ...fields }
  }

  async #payInterest(requestId: string, { month, amount }: StepOf<'interest'>): Promise<void> {
    const { net } = await this.#api.savings.accrueInterest({ requestId, month })
    assert(net === amount, `the plan knows the interest of ${month}`)
  }

  async #placeTerm(when: When, { term, ...step }: StepOf<'placeTerm'>): Promise<void> {
    const placing = { ...when, ...this.#ofMember(step), product: 'berjangka' }
    this.#savings.set(term, (await this.#api.savings.termOpen(placing)).savingsAccountId)
  }

  async #payTermBack(when: When, { term, amount, cashAccount }: StepOf<'payTermBack'>): Promise<void> {
    const closing = { ...when, savingsAccountId: found(this.#savings, term), cashAccount }
    const { paid } = await this.#api.savings.termClose(closing)
    assert(paid === amount, `the plan knows what ${term} brings`)
  }

  async #leave(when: When, step: StepOf<'leave'>): Promise<void> {
    await this.#years.payLeaver(found(this.#members, step.member), bankAccount, when)
    await this.#api.members.exit({ ...when, ...this.#ofMember(step) })
  }

  async #payLeaver(when: When, step: StepOf<'payLeaver'>): Promise<void> {
    const { due } = await this.#api.members.payExit({ ...when, ...this.#ofMember(step) })
    assert(due === 0, 'the plan knows what a leaving member has saved')
  }

  async #moveSavings(when: When, { way, member, product, amount, cashAccount }: SavingsMoved): Promise<void> {
    const savingsAccountId = await this.#savingsAccountOf(member, product)
    await this.#api.savings[way]({ ...when, savingsAccountId, amount, cashAccount })
  }

  /** A meeting opens what is missing without telling which; such an account is looked up when it is first needed. */
  async #savingsAccountOf(member: MemberIndex, product: Product): Promise<string> {
    const key = savingsKey(member, product)
    if (!this.#savings.has(key)) {
      const { rows } = await this.#api.savings.list({ memberId: found(this.#members, member), product })
      this.#savings.set(key, rows[0]?.savingsAccountId ?? '')
    }
    return found(this.#savings, key)
  }

  async #moveMoney(when: When, { way, key, lines, cashAccount, description, unit }: MoneyMoved): Promise<void> {
    const named = lines.map(({ account, amount, member }) => ({
      account,
      amount,
      ...(member !== undefined && { memberId: found(this.#members, member) }),
    }))
    const { entryId } = await this.#api.cash[way]({ ...when, cashAccount, description, unit, lines: named })
    if (key !== undefined) this.#entries.set(key, entryId)
  }

  #lines(lines: readonly BalanceLine[]) {
    return lines.map(({ savings, ...line }) => ({
      ...line,
      ...(savings && { savingsAccountId: found(this.#savings, savingsKey(...savings)) }),
    }))
  }
}

function interestOf({ product, fromMonth, terms }: StepOf<'interestRate'>) {
  return { product, fromMonth, ...terms, tiers: [...terms.tiers] }
}

function savingsKey(member: MemberIndex, product: Product): string {
  return `${member} ${product}`
}
