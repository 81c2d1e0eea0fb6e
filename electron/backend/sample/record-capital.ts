import { assert } from '../../../shared/errors.ts'
import { type Client, fieldsOf, found, ignore, type When } from './call.ts'
import type { CapitalStep } from './capital-steps.ts'
import { programAccount } from './simulation.ts'

type Of<Act extends CapitalStep['act']> = Extract<CapitalStep, { act: Act }>

/** Records what a plan says about funds, borrowings and modal penyertaan, and keeps the ids it is answered. */
export class CapitalRecorder {
  readonly #api: Client
  readonly #ids = new Map<string, string>()

  constructor(api: Client) {
    this.#api = api
  }

  async record(step: CapitalStep, when: When): Promise<void> {
    const { funds, capital } = this.#api
    switch (step.act) {
      case 'fund':
        return this.#agree(step, when)
      case 'fundMoney': {
        const { fund, way, amount } = step
        const money = { ...when, fundId: found(this.#ids, fund), amount, cashAccount: programAccount }
        return ignore(funds[way](money))
      }
      case 'fundSpent':
        return this.#spend(step, when)
      case 'borrow':
        return this.#keep('borrowing', capital.borrow({ ...fieldsOf(step), ...when }))
      case 'repay':
        return this.#repay(step, when)
      case 'contribute':
        return this.#keep('contribution', capital.contribute({ ...fieldsOf(step), ...when }))
      case 'returnContribution':
        return ignore(capital.return({ ...fieldsOf(step), ...when, borrowingId: found(this.#ids, 'contribution') }))
    }
  }

  async #keep(name: string, answer: Promise<{ borrowingId: string }>): Promise<void> {
    this.#ids.set(name, (await answer).borrowingId)
  }

  async #agree({ fund, terms, budget }: Of<'fund'>, { requestId }: When): Promise<void> {
    const lines = budget.map(({ name, amount }) => ({ name, amount }))
    const agreed = await this.#api.funds.create({ requestId, ...terms, budget: lines })
    this.#ids.set(fund, agreed.fundId)
    for (const [index, { line }] of budget.entries()) {
      this.#ids.set(`${fund} ${line}`, agreed.budget[index]?.budgetLineId ?? '')
    }
  }

  async #spend({ fund, line, amount, description }: Of<'fundSpent'>, when: When): Promise<void> {
    const budgetLineId = found(this.#ids, `${fund} ${line}`)
    const spending = { ...when, fundId: found(this.#ids, fund), budgetLineId, amount, description }
    const { warnings } = await this.#api.funds.spend({ ...spending, cashAccount: programAccount })
    assert(warnings.length === 0, `the plan spends ${fund} as agreed`)
  }

  async #repay({ principal, interest, left, cashAccount }: Of<'repay'>, when: When): Promise<void> {
    const paid = { ...when, borrowingId: found(this.#ids, 'borrowing'), principal, interest, cashAccount }
    const { owed } = await this.#api.capital.repay(paid)
    assert(owed === left, 'the plan knows what the bank is owed')
  }
}
