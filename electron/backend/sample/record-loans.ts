import { assert } from '../../../shared/errors.ts'
import { type Client, fieldsOf, found, ignore, type StepOf, type When } from './call.ts'
import type { LoanStep, MemberIndex } from './steps.ts'

/** Records what a plan says about loans, and keeps their ids. */
export class LoanRecorder {
  readonly #api: Client
  readonly #members: ReadonlyMap<MemberIndex, string>
  readonly #loans = new Map<string, string>()

  readonly #funds: ReadonlyMap<string, string>

  constructor(api: Client, members: ReadonlyMap<MemberIndex, string>, funds: ReadonlyMap<string, string>) {
    this.#api = api
    this.#funds = funds
    this.#members = members
  }

  idOf(loan: string): string {
    return found(this.#loans, loan)
  }

  async record(step: LoanStep, when: When): Promise<void> {
    const { loans } = this.#api
    const { requestId } = when
    switch (step.act) {
      case 'loanTerms':
        return ignore(loans.updateProduct({ requestId, product: step.product, ...step.terms }))
      case 'setAside':
        return ignore(loans.accrueAllowance({ requestId, month: step.month }))
      case 'apply':
        return this.#apply(when, step)
      case 'approve':
        return ignore(loans.approve({ ...when, loanId: this.idOf(step.loan), approvedBy: step.approvedBy }))
      case 'payOut':
        return this.#payOut(when, step)
      case 'payOff':
        return this.#payOff(when, step)
      case 'restructure':
        return this.#restructure(when, step)
      case 'writeOff':
        return this.#writeOff(when, step)
      case 'recover':
        return this.#recover(when, step)
    }
  }

  async #apply(when: When, { loan, member, fund, ...wish }: StepOf<'apply'>): Promise<void> {
    const memberId = found(this.#members, member)
    const ofFund = fund === undefined ? {} : { fundId: found(this.#funds, fund) }
    const { loanId } = await this.#api.loans.apply({ ...when, memberId, ...ofFund, ...fieldsOf(wish) })
    this.#loans.set(loan, loanId)
  }

  async #payOut(when: When, { loan, amount, cashAccount }: StepOf<'payOut'>): Promise<void> {
    const { netPayout } = await this.#api.loans.disburse({ ...when, loanId: this.idOf(loan), cashAccount })
    assert(netPayout === amount, `the plan pays out what the book does on ${loan}`)
  }

  async #payOff(when: When, { loan, amount, cashAccount }: StepOf<'payOff'>): Promise<void> {
    const paid = await this.#api.loans.payOff({ ...when, loanId: this.idOf(loan), cashAccount })
    assert(paid.principal + paid.interest === amount, `the plan knows what settles ${loan}`)
  }

  async #restructure(when: When, { loan, as, principal, ...step }: StepOf<'restructure'>): Promise<void> {
    const agreed = { ...when, loanId: this.idOf(loan), ...fieldsOf(step) }
    const goingOn = await this.#api.loans.restructure(agreed)
    assert(goingOn.principal === principal, `the plan knows what ${loan} goes on with`)
    this.#loans.set(as, goingOn.loanId)
  }

  async #writeOff(when: When, { loan, principal, decision }: StepOf<'writeOff'>): Promise<void> {
    const lost = await this.#api.loans.writeOff({ ...when, loanId: this.idOf(loan), decision })
    assert(lost.principal === principal, `the plan knows what of ${loan} is lost`)
  }

  async #recover(when: When, { loan, amount, left, cashAccount }: StepOf<'recover'>): Promise<void> {
    const recovered = await this.#api.loans.recover({ ...when, loanId: this.idOf(loan), amount, cashAccount })
    assert(recovered.left === left, `the plan knows what may still be claimed of ${loan}`)
  }
}
