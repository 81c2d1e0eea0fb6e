import { addDays } from '../../../shared/calendar.ts'
import { assert } from '../../../shared/errors.ts'
import { type Client, found, ignore, type When } from './call.ts'
import { partners } from './shop-goods.ts'
import type { Party, ShopStep, Units } from './shop-steps.ts'
import { cashAccount, walletAccount } from './simulation.ts'

type Of<Act extends ShopStep['act']> = Extract<ShopStep, { act: Act }>

/** How long buyers and sellers wait. */
const creditDays = 30

/** Records what a plan says about the shop, and keeps the ids it is answered. */
export class ShopRecorder {
  readonly #api: Client
  readonly #members: ReadonlyMap<number, string>
  readonly #partners: Map<string, string>
  readonly #items = new Map<string, string>()
  readonly #documents = new Map<string, string>()
  #outlet = ''
  #shift = ''

  /** Partners are written where others look them up. */
  constructor(api: Client, members: ReadonlyMap<number, string>, partners: Map<string, string>) {
    this.#api = api
    this.#partners = partners
    this.#members = members
  }

  async record(step: ShopStep, when: When): Promise<void> {
    const { trade } = this.#api
    switch (step.act) {
      case 'partner':
        return this.#partner(step, when)
      case 'item':
        return this.#item(step, when)
      case 'place':
        return this.#place(step, when)
      case 'stockBegins':
        return ignore(trade.openingStock({ ...when, lines: step.lines.map((line) => this.#units(line)) }))
      case 'buy':
        return this.#buy(step, when)
      case 'sell':
        return this.#sell(step, when)
      case 'goodsBack':
        return this.#goodsBack(step, when)
      case 'keep':
        return ignore(trade[step.way]({ ...when, lines: this.#quantities(step.lines) }))
      case 'settle':
        return this.#settle(step, when)
      case 'carry':
        return this.#carry(step, when)
      case 'produce':
        return this.#produce(step, when)
      case 'takeStock':
        return this.#takeStock(step, when)
      case 'payDebt':
        return this.#payDebt(step, when)
      case 'beginShift':
        return this.#beginShift(step, when)
      case 'endShift':
        return this.#endShift(step, when)
    }
  }

  async #partner({ partner }: Of<'partner'>, { requestId }: When): Promise<void> {
    const { partnerId } = await this.#api.partners.create({ requestId, ...partners[partner] })
    this.#partners.set(partner, partnerId)
  }

  async #item({ item, good, owner }: Of<'item'>, { requestId }: When): Promise<void> {
    const { cost: _, price, priceMember = price, ...terms } = good
    const { memberId, partnerId } = this.#party(owner)
    const { itemId } = await this.#api.items.create({
      ...{ requestId, ...terms, priceOther: price * 100, priceMember: priceMember * 100 },
      ...(memberId !== undefined && { ownerMemberId: memberId }),
      ...(partnerId !== undefined && { ownerPartnerId: partnerId }),
    } as Parameters<Client['items']['create']>[0])
    this.#items.set(item, itemId)
  }

  async #place({ name, partner }: Of<'place'>, { requestId }: When): Promise<void> {
    const partnerId = found(this.#partners, partner)
    this.#outlet = (await this.#api.trade.createLocation({ requestId, name, partnerId })).locationId
  }

  async #buy(step: Of<'buy'>, when: When): Promise<void> {
    const { documentId, total } = await this.#api.trade.purchase({
      ...{ ...when, ...this.#party(step.party), otherCosts: step.otherCosts },
      ...(step.cash !== 0 && { cashAccount, paid: 0 - step.cash }),
      ...(step.cash === 0 && { dueOn: addDays(when.date, creditDays) }),
      lines: step.lines.map((line) => this.#units(line)),
    })
    assert(total === step.total, `the plan knows what ${step.document} costs`)
    this.#documents.set(step.document, documentId)
  }

  async #sell(step: Of<'sell'>, when: When): Promise<void> {
    const paidTo = { cash: cashAccount, wallet: walletAccount }
    const { documentId, total } = await this.#api.trade.sell({
      ...{ ...when, ...this.#party(step.party) },
      ...(step.atOutlet && { locationId: this.#outlet }),
      ...(step.way === 'marketplace' && { channel: step.way }),
      ...(step.way === 'credit' && { dueOn: addDays(when.date, creditDays) }),
      ...((step.way === 'cash' || step.way === 'wallet') && { cashAccount: paidTo[step.way] }),
      lines: step.lines.map((line) => this.#units(line)),
    })
    assert(total === step.total, `the plan knows what ${step.document} brings`)
    this.#documents.set(step.document, documentId)
  }

  async #goodsBack({ way, document, lines, cash, total: expected }: Of<'goodsBack'>, when: When): Promise<void> {
    const { total } = await this.#api.trade[way]({
      ...{ ...when, documentId: found(this.#documents, document) },
      ...(cash !== 0 && { cashAccount }),
      lines: lines.map(({ n, qty }) => ({ n, qty: qty * 1_000 })),
    })
    assert(total === expected, `the plan knows what comes back of ${document}`)
  }

  async #settle({ party, amount }: Of<'settle'>, when: When): Promise<void> {
    const { owed } = await this.#api.trade.settleConsignor({ ...when, ...this.#either(party), amount, cashAccount })
    assert(owed === 0, 'the plan knows what a maker is owed')
  }

  async #carry({ way, lines }: Of<'carry'>, when: When): Promise<void> {
    const [from, to] = way === 'out' ? ['shop', this.#outlet] : [this.#outlet, 'shop']
    await this.#api.trade.transfer({ ...when, from, to, lines: this.#quantities(lines) })
  }

  async #produce({ materials, wages, products }: Of<'produce'>, when: When): Promise<void> {
    await this.#api.trade.produce({
      ...when,
      materials: this.#quantities(materials),
      costs: [{ account: cashAccount, amount: wages }],
      products: this.#quantities(products),
    })
  }

  async #takeStock({ lines, countedBy }: Of<'takeStock'>, when: When): Promise<void> {
    const counted = lines.map(({ item, counted, ...line }) => {
      return { itemId: found(this.#items, item), counted: counted * 1_000, ...line }
    })
    const taken = await this.#api.trade.stockTake({ ...when, countedBy: [...countedBy], lines: counted })
    const isExplained = taken.lines.every(({ difference }, n) => difference === 0 || lines[n]?.reason !== undefined)
    assert(isExplained, 'the plan knows what lies in the shop')
  }

  async #payDebt({ way, party, amount, cashAccount: account }: Of<'payDebt'>, when: When): Promise<void> {
    const payment = { ...when, amount, cashAccount: account }
    if (way === 'withdrawMarketplace') {
      const { partnerId = '' } = this.#party(party)
      return ignore(this.#api.trade.withdrawMarketplace({ ...payment, partnerId }))
    }
    await this.#api.trade[way]({ ...payment, ...this.#either(party) })
  }

  async #beginShift({ cashier }: Of<'beginShift'>, when: When): Promise<void> {
    this.#shift = (await this.#api.trade.openShift({ ...when, cashAccount, cashier })).shiftId
  }

  async #endShift({ denominations, countedBy }: Of<'endShift'>, when: When): Promise<void> {
    const counted = { denominations, countedBy: [...countedBy] as [string, string] }
    const { difference } = await this.#api.trade.closeShift({ ...when, shiftId: this.#shift, ...counted })
    assert(difference === 0, 'the plan knows what is in the box after a shift')
  }

  #party(party: Party | undefined): { memberId?: string; partnerId?: string } {
    if (party === undefined) return {}
    return 'member' in party
      ? { memberId: found(this.#members, party.member) }
      : { partnerId: found(this.#partners, party.partner) }
  }

  #either(party: Party) {
    return this.#party(party) as { memberId: string }
  }

  #units<Line extends Units>({ item, qty, ...line }: Line) {
    return { itemId: found(this.#items, item), qty: qty * 1_000, ...line }
  }

  /** Lines of goods that cost something, as the API takes them. */
  lines(lines: readonly (Units & { readonly amount: number })[]) {
    return lines.map((line) => this.#units(line))
  }

  #quantities(lines: readonly Units[]) {
    return lines.map((line) => this.#units(line))
  }
}
