import { lastDayOfYear } from '../../../shared/calendar.ts'
import { type Client, fieldsOf, found, ignore, type When } from './call.ts'
import { cashAccount, wholeNotes } from './simulation.ts'
import type { YearStep } from './year-steps.ts'

type Of<Act extends YearStep['act']> = Extract<YearStep, { act: Act }>

/** Owed of income tax, and where it is an expense. */
const taxOwed = '23105'
const taxExpense = '59102'

/** Records the ends of months and years and what the annual meeting does. */
export class YearRecorder {
  readonly #api: Client
  readonly #members: ReadonlyMap<number, string>
  readonly #decided: number[] = []

  constructor(api: Client, members: ReadonlyMap<number, string>) {
    this.#api = api
    this.#members = members
  }

  async record({ date: _, ...step }: YearStep, when: When): Promise<void> {
    const { closing, meeting, loans } = this.#api
    const { requestId } = when
    switch (step.act) {
      case 'loanPolicy':
        return ignore(loans.setPolicy({ requestId, ...fieldsOf(step) }))
      case 'bylaw':
        return ignore(closing.setBylaw({ requestId, ...fieldsOf(step) }))
      case 'incomeTax':
        return this.#bookTax(step, when)
      case 'payIncomeTax':
        return this.#payTax(step, when)
      case 'closeYear':
        return this.#close(step, requestId)
      case 'meeting':
        return ignore(meeting.set({ ...when, ...fieldsOf(step) }))
      case 'meetingText':
        return ignore(meeting.setText({ requestId, ...fieldsOf(step) }))
      case 'decide':
        return this.#decide(step, when)
      case 'payShares':
        return this.#payShares(step, when)
      case 'useFund':
        return this.#spendFund(step, when)
      case 'budget':
        return this.#plan(step, requestId)
    }
  }

  /** Holds each bank account against its statement, which says what the book does, says so, and locks the month. */
  async endMonth(month: string, requestId: string): Promise<void> {
    const { closing, periods } = this.#api
    const { steps } = await closing.checklist({ month })
    for (const { key, state, account, amount } of steps) {
      if (key !== 'bank' || state !== 'open' || account === null) continue
      const confirmed = { month, account: account.code, stated: amount ?? 0 }
      await closing.confirmBank({ requestId: `${requestId}-${account.code}`, ...confirmed })
    }
    const note = 'Bukti bulan ini sudah lengkap'
    await closing.confirmAdjustments({ requestId: `${requestId}-bukti`, month, note })
    await periods.lockMonth({ requestId, month })
  }

  /** A member who leaves is paid first what she did not fetch yet of years before. */
  async payLeaver(memberId: string, account: string, { requestId, date }: When): Promise<void> {
    const { rows } = await this.#api.closing.memberShares({ memberId })
    for (const { year, left } of rows) {
      if (left === 0) continue
      const paying = { requestId: `${requestId}-${year}`, date, year, cashAccount: account, memberIds: [memberId] }
      await this.#api.closing.payShu(paying)
    }
  }

  async #bookTax({ year }: Omit<Of<'incomeTax'>, 'date'>, { requestId }: When): Promise<void> {
    const { article31e } = await this.#api.tax.sheet({ year })
    const due = article31e ? article31e.tax - article31e.recorded : 0
    if (due <= 0) return
    await this.#api.journal.post({
      ...{ requestId, date: lastDayOfYear(year), book: 'BM', description: `PPh badan tahun ${year}` },
      lines: [
        { account: taxExpense, debit: due },
        { account: taxOwed, credit: due },
      ],
    })
  }

  async #payTax({ atMost, cashAccount: account }: Omit<Of<'payIncomeTax'>, 'date'>, when: When): Promise<void> {
    const owed = await this.#owedOn(taxOwed, when.date)
    if (owed <= 0 || owed > atMost) return
    const lines = [{ account: taxOwed, amount: owed }]
    await this.#api.cash.spend({ ...when, cashAccount: account, description: 'Setoran PPh badan', lines })
  }

  async #close({ year, note }: Omit<Of<'closeYear'>, 'date'>, requestId: string): Promise<void> {
    await this.#api.closing.confirmAdjustments({ requestId: `${requestId}-bukti`, year, note })
    await this.#api.closing.closeYear({ requestId, year })
  }

  /** A year that earned nothing has nothing to divide. */
  async #decide({ year, decision }: Omit<Of<'decide'>, 'date'>, when: When): Promise<void> {
    const { rows } = await this.#api.closing.years()
    if ((rows.find((row) => row.year === year)?.result ?? 0) <= 0) return
    await this.#api.closing.decideShu({ ...when, year, decision })
    this.#decided.push(year)
    await this.#reportToOffice(year, when)
  }

  /** What the office waits for goes there after the meeting, with what was not sent in its quarter. */
  async #reportToOffice(year: number, { requestId, date: sentOn }: When): Promise<void> {
    const { rows } = await this.#api.closing.dueDates({ year })
    for (const { key, sentOn: sentBefore } of rows) {
      if (sentBefore !== null) continue
      await this.#api.closing.markSent({ requestId: `${requestId}-${key}`, year, key, sentOn })
    }
  }

  /** Fetches from the bank exactly what those who came are paid, in the order of their numbers. */
  async #payShares({ year, members, atMost, cashAccount: bank }: Omit<Of<'payShares'>, 'date'>, when: When) {
    if (!this.#decided.includes(year)) return
    const { members: sharers } = await this.#api.closing.distribution({ year })
    const present = new Set(members.map((member) => found(this.#members, member)))
    const memberIds: string[] = []
    let amount = 0
    for (const { memberId, left } of sharers) {
      if (left === 0 || !present.has(memberId) || amount + left > atMost) continue
      memberIds.push(memberId)
      amount += left
    }
    if (amount === 0) return
    const { requestId } = when
    const fetched = { from: bank, to: cashAccount, amount, description: 'Ambil tunai untuk pembagian SHU' }
    await this.#api.cash.transfer({ ...when, requestId: `${requestId}-bank`, ...fetched })
    await this.#api.closing.payShu({ ...when, year, cashAccount, memberIds })
  }

  /** Never more than there is in the fund. */
  async #spendFund(step: Omit<Of<'useFund'>, 'date'>, when: When): Promise<void> {
    const { account, atMost, description, paidTo, cashAccount } = step
    const amount = Math.min(atMost, wholeNotes(await this.#owedOn(account, when.date)))
    if (amount <= 0) return
    await this.#api.closing.spendShuFund({ ...when, account, amount, cashAccount, description, paidTo })
  }

  /** The plan is what the year before was. */
  async #plan({ year, decision }: Omit<Of<'budget'>, 'date'>, requestId: string): Promise<void> {
    for (const unit of ['general', 'usp', 'shop'] as const) {
      const { rows } = await this.#api.budget.propose({ year, unit, changePct: '5' })
      if (rows.every(({ amount }) => amount === 0)) continue
      const planned = rows.filter(({ amount }) => amount > 0).map(({ line, months }) => ({ line, months }))
      await this.#api.budget.set({ requestId: `${requestId}-${unit}`, year, unit, rows: planned, decision })
    }
  }

  /** What stands on an account of debts, sen. */
  async #owedOn(account: string, asOf: string): Promise<number> {
    const { rows } = await this.#api.ledger.trialBalance({ asOf })
    const row = rows.find(({ code }) => code === account)
    return row ? row.credit - row.debit : 0
  }
}
