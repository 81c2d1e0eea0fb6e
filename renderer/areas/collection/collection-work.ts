import { senMax, sumSen } from '../../../shared/rules/money.ts'
import { isTenTimes, moneyText, readTyped, type TypedMoney } from '../../ui/fields/typed-money.ts'
import { type Box, boxOf, type Column, loanOf, type Sheet, type SheetRow, sheetColumns } from './sheet-columns.ts'

/** One box of the sheet. */
export interface Cell {
  readonly memberId: string
  readonly column: string
}

export interface Totals {
  readonly byColumn: ReadonlyMap<string, number>
  readonly total: number
  /** How many members paid anything. */
  readonly members: number
}

/** What a member pays in the meeting, as `collection.record` takes it. */
export interface CollectedMember {
  readonly memberId: string
  readonly savings: Record<string, number>
  readonly loans: PaidLoan[]
}

/** Where a penalty is owed it is named, also when nothing of it is paid: what stands in a box is what it is for. */
interface PaidLoan {
  readonly loanId: string
  readonly amount?: number
  readonly penalty?: number
}

function cellKey({ memberId, column }: Cell): string {
  return `${memberId} ${column}`
}

/** Which part of the screen listens: a row's total, the foot, boxes that were filled from outside, the chosen box. */
type Topic = 'foot' | 'boxes' | 'active' | 'any' | `row ${string}`

const nothing: TypedMoney = { text: '', amount: null }

/**
 * Everything typed into one sheet. It lives outside React, so that a key draws the box's row total and the foot anew
 * and nothing else, and so that what is typed outlives filters, scrolling and refusals.
 */
export class CollectionWork {
  #sheet: Sheet = { products: [], rows: [] }
  #columns: readonly Column[] = []
  #rows = new Map<string, SheetRow>()
  readonly #typed = new Map<string, Map<string, TypedMoney>>()
  /** Boxes that were paid up when they were typed in: a meeting that was saved though its answer got lost pays them up too. */
  readonly #typedPaidUp = new Set<string>()
  readonly #rowTotals = new Map<string, number>()
  readonly #listeners = new Map<Topic, Set<() => void>>()
  readonly #waiting = new Set<Topic>()
  readonly #whenResting: (tell: () => void) => void
  #totals: Totals = { byColumn: new Map(), total: 0, members: 0 }
  #active: Cell | undefined

  /**
   * `whenResting` puts off telling what a key changed until the hand rests: sums and words are read after typing, and
   * drawing them with every digit would keep the next one waiting. What is held is always up to date.
   */
  constructor(whenResting: (tell: () => void) => void = (tell) => tell()) {
    this.#whenResting = whenResting
  }

  /** The members of the day; whoever is not among them counts for nothing, but what was typed for them stays. */
  setSheet(sheet: Sheet): void {
    if (sheet === this.#sheet) return
    this.#sheet = sheet
    this.#columns = sheetColumns(sheet)
    this.#rows = new Map(sheet.rows.map((row) => [row.memberId, row]))
    this.#addUp()
    this.#tell('any', 'foot', 'boxes', ...sheet.rows.map(({ memberId }) => `row ${memberId}` as const))
  }

  subscribe(topic: Topic, listener: () => void): () => void {
    const listeners = this.#listeners.get(topic) ?? new Set()
    this.#listeners.set(topic, listeners.add(listener))
    return () => listeners.delete(listener)
  }

  typedAt(cell: Cell): TypedMoney {
    return this.#typed.get(cell.memberId)?.get(this.#kept(cell)) ?? nothing
  }

  totals = (): Totals => this.#totals

  rowTotal(memberId: string): number {
    return this.#rowTotals.get(memberId) ?? 0
  }

  active = (): Cell | undefined => this.#active

  setActive(cell: Cell): void {
    if (this.#active?.memberId === cell.memberId && this.#active.column === cell.column) return
    this.#active = cell
    this.#tell('active', ...this.#waiting)
  }

  /** Takes what stands in a box after a key. An amount that would burst the total is marked and counts for nothing. */
  type(cell: Cell, typed: TypedMoney): void {
    const { memberId } = cell
    const { amount, problem } = this.typedAt(cell)
    const before = amount ?? 0
    const isTooMuch = this.#totals.total - before + (typed.amount ?? 0) > senMax
    const taken: TypedMoney = isTooMuch ? { text: typed.text, amount: null, problem: 'too_large' } : typed
    this.#put(cell, taken)
    if (this.#isPaidUp(cell)) this.#typedPaidUp.add(cellKey(cell))
    if (this.#rows.has(memberId)) this.#change(cell, (taken.amount ?? 0) - before)
    for (const topic of ['any', 'foot', `row ${memberId}`] as const) this.#waiting.add(topic)
    // A doubt is shown at once: Enter goes to its question.
    if (taken.problem !== problem) this.#tell(...this.#waiting)
    else this.#whenResting(() => this.#tell(...this.#waiting))
  }

  /** Puts what is due into the empty boxes of these rows; answers the boxes that were filled. */
  fillDue(rows: readonly SheetRow[], columns = this.#columns.map(({ column }) => column)): Cell[] {
    const filled: Cell[] = []
    for (const { memberId } of rows) {
      for (const column of columns) {
        const cell = { memberId, column }
        const due = this.#boxAt(cell)?.due ?? 0
        if (due === 0 || this.typedAt(cell).text !== '') continue
        this.#put(cell, readTyped(moneyText(due)))
        filled.push(cell)
      }
    }
    this.#afterMany()
    return filled
  }

  /** Puts an amount into a box as if it had been typed: the answer to a question. */
  answer(cell: Cell, amount: number): void {
    this.#put(cell, readTyped(moneyText(amount)))
    this.#afterMany()
  }

  /** Empties boxes: a member who is absent, or what was filled by mistake. */
  clear(cells: readonly Cell[]): void {
    for (const cell of cells) this.#put(cell, nothing)
    this.#afterMany()
  }

  clearRow(memberId: string): void {
    this.clear(this.#columns.map(({ column }) => ({ memberId, column })))
  }

  isDirty = (): boolean =>
    [...this.#typed.values()].some((boxes) => [...boxes.values()].some(({ text }) => text !== ''))

  rowOf(memberId: string): SheetRow | undefined {
    return this.#rows.get(memberId)
  }

  /** Members who pay something, in the order of the sheet. */
  collected(): CollectedMember[] {
    return this.#sheet.rows.flatMap((row) => {
      const { memberId } = row
      const paid = this.#columns.flatMap((column) => {
        const amount = this.typedAt({ memberId, column: column.column }).amount ?? 0
        return amount > 0 ? [{ column, amount }] : []
      })
      const savings = paid.flatMap(({ column, amount }) =>
        column.of === 'savings' ? [[column.product, amount] as const] : [],
      )
      const loans = this.#paidLoans(row)
      return savings.length + loans.length === 0 ? [] : [{ memberId, savings: Object.fromEntries(savings), loans }]
    })
  }

  #paidLoans({ memberId, loans }: SheetRow): PaidLoan[] {
    const typed = (of: 'loan' | 'penalty', place: number) => {
      const column = this.#columns.find((one) => one.of === of && one.place === place)
      return column && (this.typedAt({ memberId, column: column.column }).amount ?? 0)
    }
    return loans.flatMap(({ loanId, penalty: owed }, place) => {
      const amount = typed('loan', place) ?? 0
      const penalty = owed > 0 ? (typed('penalty', place) ?? 0) : undefined
      if (amount === 0 && !penalty) return []
      return [{ loanId, ...(amount > 0 && { amount }), ...(penalty !== undefined && { penalty }) }]
    })
  }

  /** The first box whose text is no amount; it holds saving back. */
  firstUnread(): Cell | undefined {
    return this.#cells().find((cell) => {
      const { text, amount } = this.typedAt(cell)
      return text !== '' && amount === null
    })
  }

  /** Boxes with ten times what is due or more: perhaps a zero too many. */
  tenTimes(): { readonly cell: Cell; readonly amount: number; readonly usual: number }[] {
    return this.#cells().flatMap((cell) => {
      const { amount } = this.typedAt(cell)
      const usual = this.#boxAt(cell)?.due ?? 0
      return amount !== null && isTenTimes(amount, usual) ? [{ cell, amount, usual }] : []
    })
  }

  /** Boxes with money for what is paid once and is paid up: probably meant for the box beside. */
  paidUp(): { readonly cell: Cell; readonly amount: number }[] {
    return this.#cells().flatMap((cell) => {
      const { amount } = this.typedAt(cell)
      return amount !== null && amount > 0 && this.#typedPaidUp.has(cellKey(cell)) ? [{ cell, amount }] : []
    })
  }

  #isPaidUp(cell: Cell): boolean {
    return this.#boxAt(cell)?.isSettled ?? false
  }

  #boxAt({ memberId, column: name }: Cell): Box | undefined {
    const row = this.#rows.get(memberId)
    const column = this.#columns.find((one) => one.column === name)
    return row && column && boxOf(row, column)
  }

  #cells(): Cell[] {
    return this.#sheet.rows
      .filter(({ memberId }) => this.#typed.has(memberId))
      .flatMap(({ memberId }) => this.#columns.map(({ column }) => ({ memberId, column })))
  }

  #put(cell: Cell, typed: TypedMoney): void {
    const boxes = this.#typed.get(cell.memberId) ?? new Map<string, TypedMoney>()
    this.#typed.set(cell.memberId, boxes.set(this.#kept(cell), typed))
  }

  /** Under what a box is kept: of a loan by its id, since on another day it may stand in another place. */
  #kept({ memberId, column: name }: Cell): string {
    const column = this.#columns.find((one) => one.column === name)
    if (!column || column.of === 'savings') return name
    const row = this.#rows.get(memberId)
    return ` ${column.of} ${row && loanOf(row, column)?.loanId}`
  }

  #change({ memberId, column }: Cell, change: number): void {
    if (change === 0) return
    const { byColumn, total, members } = this.#totals
    const before = this.rowTotal(memberId)
    const after = sumSen([before, change])
    this.#rowTotals.set(memberId, after)
    this.#totals = {
      byColumn: new Map(byColumn).set(column, sumSen([byColumn.get(column) ?? 0, change])),
      total: sumSen([total, change]),
      members: members + Number(after > 0) - Number(before > 0),
    }
  }

  #afterMany(): void {
    this.#addUp()
    this.#tell('any', 'foot', 'boxes', ...this.#sheet.rows.map(({ memberId }) => `row ${memberId}` as const))
  }

  /** Adds up the whole sheet: after a new one came or many boxes changed at once. */
  #addUp(): void {
    const { rows } = this.#sheet
    const amountsOf = (of: readonly SheetRow[], columns: readonly Column[]) =>
      of.flatMap(({ memberId }) => columns.map(({ column }) => this.typedAt({ memberId, column }).amount ?? 0))
    for (const row of rows) this.#rowTotals.set(row.memberId, sumSen(amountsOf([row], this.#columns)))
    const byColumn = new Map(this.#columns.map((one) => [one.column, sumSen(amountsOf(rows, [one])) as number]))
    const members = rows.filter(({ memberId }) => this.rowTotal(memberId) > 0).length
    this.#totals = { byColumn, total: sumSen(byColumn.values()), members }
  }

  #tell(...topics: readonly Topic[]): void {
    for (const topic of topics) this.#waiting.delete(topic)
    for (const topic of topics) for (const listener of this.#listeners.get(topic) ?? []) listener()
  }
}
