import type { Inputs } from '../../../shared/contract/index.ts'
import { assert } from '../../../shared/errors.ts'
import { type Client, fieldsOf, found, ignore, type When } from './call.ts'
import type { CapitalStep, Payer } from './capital-steps.ts'
import type { ShopRecorder } from './record-shop.ts'
import { cashAccount, programAccount } from './simulation.ts'

type Of<Act extends CapitalStep['act']> = Extract<CapitalStep, { act: Act }>

/** What other recorders were answered. */
interface Known {
  readonly ids: Map<string, string>
  readonly members: ReadonlyMap<number, string>
  readonly partners: ReadonlyMap<string, string>
}

/** Records what a plan says about funds, borrowings, modal penyertaan, equipment and tax, and keeps the ids it is answered. */
export class CapitalRecorder {
  readonly #api: Client
  readonly #ids: Map<string, string>
  readonly #members: ReadonlyMap<number, string>
  readonly #partners: ReadonlyMap<string, string>
  readonly #shop: ShopRecorder
  /** Tax that was posted and not paid. */
  #taxOwed = 0

  /** Ids are written where others look them up. */
  constructor(api: Client, { ids, members, partners }: Known, shop: ShopRecorder) {
    this.#api = api
    this.#ids = ids
    this.#members = members
    this.#partners = partners
    this.#shop = shop
  }

  async record(step: CapitalStep, when: When): Promise<void> {
    const { funds, capital, assets } = this.#api
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
      case 'giftOfGoods': {
        const lines = this.#shop.lines(step.lines)
        return ignore(funds.receiveGoods({ ...when, fundId: found(this.#ids, step.fund), lines }))
      }
      case 'borrow':
        return this.#borrow(step, when)
      case 'repay':
        return this.#repay(step, when)
      case 'contribute':
        return this.#keep('contribution', capital.contribute({ ...fieldsOf(step), ...when }))
      case 'returnContribution':
        return ignore(capital.return({ ...fieldsOf(step), ...when, borrowingId: found(this.#ids, 'contribution') }))
      case 'assetBefore':
        return this.#keepAsset(step.asset, assets.takeOver({ ...when, ...step.terms, ...takenOver(step) }))
      case 'asset':
        return this.#keepAsset(step.asset, assets.acquire({ ...when, ...step.terms, ...this.#source(step.payer) }))
      case 'assetLeaves':
        return this.#disposeOf(step, when)
      case 'depreciate':
        return this.#depreciate(step, when)
      case 'taxRegime':
        return this.#decideTax(step, when)
      case 'tax':
        return this.#postTax(step, when)
      case 'payTax':
        return this.#payTax(step, when)
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

  #borrow({ borrowing, member, date: _, ...agreed }: Of<'borrow'>, when: When): Promise<void> {
    const lent = member === undefined ? {} : { memberId: found(this.#members, member) }
    return this.#keep(borrowing, this.#api.capital.borrow({ ...fieldsOf(agreed), ...lent, ...when }))
  }

  async #repay({ borrowing, principal, interest, left, cashAccount }: Of<'repay'>, when: When): Promise<void> {
    const paid = { ...when, borrowingId: found(this.#ids, borrowing), principal, interest, cashAccount }
    const { owed } = await this.#api.capital.repay(paid)
    assert(owed === left, `the plan knows what ${borrowing} is owed`)
  }

  async #keepAsset(name: string, answer: Promise<{ assetId: string }>): Promise<void> {
    this.#ids.set(name, (await answer).assetId)
  }

  #source(payer: Payer): Pick<Inputs['assets']['acquire'], 'cashAccount' | 'partnerId' | 'grant' | 'fundId'> {
    switch (payer) {
      case 'box':
        return { cashAccount }
      case 'program':
        return { cashAccount: programAccount, fundId: found(this.#ids, 'equipment') }
      case 'workshop':
        return { partnerId: found(this.#partners, payer) }
      case 'gift':
        return { grant: true }
    }
  }

  async #disposeOf({ asset, price, reason, gain: expected }: Of<'assetLeaves'>, when: When): Promise<void> {
    const sold = price > 0 ? { price, cashAccount } : {}
    const { gain } = await this.#api.assets.dispose({ ...when, assetId: found(this.#ids, asset), reason, ...sold })
    assert(gain === expected, `the plan knows what ${asset} stands at`)
  }

  async #depreciate({ month, total: expected }: Of<'depreciate'>, { requestId }: When): Promise<void> {
    const { total } = await this.#api.assets.depreciate({ requestId, month })
    assert(total === expected, `the plan knows what equipment loses in ${month}`)
  }

  async #decideTax({ year, regime, startYear }: Of<'taxRegime'>, { requestId }: When): Promise<void> {
    await this.#api.tax.setRegime({ requestId, year, regime, ...(startYear !== undefined && { startYear }) })
  }

  async #postTax({ month, atMost }: Of<'tax'>, { requestId }: When): Promise<void> {
    const { tax, withheld } = await this.#api.tax.post({ requestId, month })
    assert(tax <= atMost, `the plan puts enough aside for the tax of ${month}`)
    this.#taxOwed += tax - withheld
  }

  async #payTax({ cashAccount: account }: Of<'payTax'>, when: When): Promise<void> {
    if (this.#taxOwed === 0) return
    const lines = [{ account: '23101', amount: this.#taxOwed }]
    this.#taxOwed = 0
    await this.#api.cash.spend({ ...when, cashAccount: account, description: 'Setoran PPh final', lines })
  }
}

function takenOver({ acquiredOn, accumulated }: Of<'assetBefore'>) {
  return { acquiredOn, accumulated }
}
