import { formatDate, type Language } from '../calendar.ts'
import type { LoanEndings } from '../contract/loan-endings.ts'
import type { LoanClass } from '../rules/allowance.ts'
import { formatRupiah, sumSen } from '../rules/money.ts'
import type { Collateral } from './agreed-loan.ts'
import { scheduleTotals, type ToldInstalment } from './loan-schedule.ts'
import { loanColumn, loanPaperTexts, loanParticulars, type ToldLoan } from './loan-terms.ts'
import type { Part, Particular, Row, Statement } from './statement.ts'
import { column, filled, numbered, reportTexts } from './texts.ts'

export interface LoanMovement {
  readonly entryId: string
  readonly date: string
  readonly voucher: string
  readonly description: string
  readonly disbursed: number
  readonly principal: number
  readonly interest: number
  readonly penalty: number
  /** Put by for later instalments; below zero where it was taken out again. */
  readonly held: number
  /** Moved to the loan it goes on as, given up for lost, and received of that later, sen. */
  readonly transferred: number
  readonly writtenOff: number
  readonly recovered: number
  /** Principal still owed after it, sen. */
  readonly balance: number
  readonly isReversed: boolean
}

interface CardInstalment extends ToldInstalment {
  /** As it was signed: more than what is to be paid now where principal was paid ahead, sen. */
  readonly agreedInterest: number
  readonly unpaid: number
}

export interface LoanCardFacts {
  readonly language: Language
  readonly loan: ToldLoan
  readonly schedule: readonly CardInstalment[]
  readonly movements: readonly LoanMovement[]
  readonly outstanding: number
  /** Late fees not paid until today, and what is held for later instalments, sen. */
  readonly penaltyOwed: number
  readonly held: number
  /** Null where nothing is owed. */
  readonly class: LoanClass | null
  readonly today: string
  readonly endings: LoanEndings
  readonly guarantors: readonly { readonly name: string; readonly memberNumber: string | null }[]
  readonly collateral: readonly (Collateral & { readonly releasedOn: string | null })[]
}

/** Kartu pinjaman: what was agreed, what falls due, and every payment split, with a column for the officer's initials. */
export function loanCard(facts: LoanCardFacts): Statement {
  const { language, loan, movements, outstanding } = facts
  const date = movements.at(-1)?.date ?? loan.approvedOn ?? loan.appliedOn
  return {
    report: 'loanCard',
    language,
    title: reportTexts(language).title.loanCard,
    subtitle: numbered(language, loan.number, date),
    date,
    label: loan.number,
    particulars: [
      ...loanParticulars(loan, language),
      ...classOf(facts),
      ...endingsOf(facts),
      ...besidesOf(facts),
      ...guarantorsOf(facts),
    ],
    before: [...scheduleOf(facts), ...collateralOf(facts)],
    columns: [
      column(language, 'date', 'date'),
      column(language, 'voucher', 'code'),
      column(language, 'description', 'text'),
      loanColumn(language, 'principal', 'money'),
      loanColumn(language, 'interest', 'money'),
      loanColumn(language, 'penalty', 'money'),
      ...sometimes
        .filter((key) => movements.some((row) => row[key] !== 0))
        .map((key) => loanColumn(language, key, 'money')),
      loanColumn(language, 'paid', 'money'),
      loanColumn(language, 'outstanding', 'money'),
      column(language, 'initials', 'text'),
    ],
    rows: cardRows(facts),
    totals: { ...paidOf(movements), disbursed: sumSen(movements.map((row) => row.disbursed)), outstanding },
    notes: notesOf(facts),
  }
}

function notesOf({ language, loan, schedule }: LoanCardFacts): string[] {
  const texts = loanPaperTexts(language)
  const isLowered = schedule.some(({ interest, agreedInterest }) => interest < agreedInterest)
  return [...(loan.disbursedOn === null ? [texts.notDisbursed] : []), ...(isLowered ? [texts.paidAhead] : [])]
}

function scheduleOf({ language, schedule }: LoanCardFacts): Part[] {
  if (schedule.length === 0) return []
  const rows = schedule.map(({ agreedInterest: _, ...row }): Row => {
    return { kind: 'line', level: 0, ...row, payment: sumSen([row.principal, row.interest]) }
  })
  const unpaid = sumSen(schedule.map((row) => row.unpaid))
  const total: Row = { kind: 'total', level: 0, n: null, dueOn: null, ...scheduleTotals(schedule), unpaid }
  const columns = [
    loanColumn(language, 'n', 'number'),
    loanColumn(language, 'dueOn', 'date'),
    loanColumn(language, 'principal', 'money'),
    loanColumn(language, 'interest', 'money'),
    loanColumn(language, 'payment', 'money'),
    loanColumn(language, 'unpaid', 'money'),
  ]
  return [{ kind: 'table', title: loanPaperTexts(language).schedule, columns, rows: [...rows, total] }]
}

function classOf({ language, class: own, today }: LoanCardFacts): Particular[] {
  if (own === null) return []
  const texts = loanPaperTexts(language)
  const text = filled(texts.classOn, { class: texts.class[own], date: formatDate(today, language) })
  return [{ key: 'class', title: texts.particular.class, text }]
}

/** Columns that stand there where something is in them. */
const sometimes = ['held', 'transferred', 'writtenOff', 'recovered'] as const

/** Which loan this one goes on for or as, and the decision by which it was given up. */
function endingsOf({ language, endings: { restructures, restructuredBy, writtenOff } }: LoanCardFacts): Particular[] {
  const texts = loanPaperTexts(language)
  const given = (key: 'restructures' | 'restructuredBy' | 'writtenOff' | 'claimLeft', text: string): Particular => ({
    ...{ key, title: texts.particular[key], text },
  })
  return [
    ...(restructures ? [given('restructures', restructures.number)] : []),
    ...(restructuredBy
      ? [
          given(
            'restructuredBy',
            filled(texts.restructuredBy, {
              ...{ number: restructuredBy.number, date: formatDate(restructuredBy.on, language) },
              reason: restructuredBy.reason,
            }),
          ),
        ]
      : []),
    ...(writtenOff
      ? [
          given(
            'writtenOff',
            filled(texts.writtenOff, {
              ...{ date: formatDate(writtenOff.on, language), number: writtenOff.decision.number },
            }),
          ),
          given('claimLeft', formatRupiah(writtenOff.left)),
        ]
      : []),
  ]
}

/** What is owed and held besides the principal, where there is any. */
function besidesOf({ language, penaltyOwed, held, today }: LoanCardFacts): Particular[] {
  const texts = loanPaperTexts(language)
  const given = (key: 'penaltyOwed' | 'held', amount: number): Particular[] => {
    const text = filled(texts.amountOn, { amount: formatRupiah(amount), date: formatDate(today, language) })
    return amount === 0 ? [] : [{ key, title: texts.particular[key], text }]
  }
  return [...given('penaltyOwed', penaltyOwed), ...given('held', held)]
}

function guarantorsOf({ language, guarantors }: LoanCardFacts): Particular[] {
  if (guarantors.length === 0) return []
  const names = guarantors.map(({ name, memberNumber }) => (memberNumber === null ? name : `${name} (${memberNumber})`))
  return [{ key: 'guarantors', title: loanPaperTexts(language).particular.guarantors, text: names.join(', ') }]
}

/** Kartu agunan: what stands behind the loan, where it lies, and when it went back. */
function collateralOf({ language, collateral }: LoanCardFacts): Part[] {
  if (collateral.length === 0) return []
  const rows = collateral.map(({ kind: what, owner, documentNumber, appraised, keptAt, releasedOn }): Row => {
    return { kind: 'line', level: 0, what, owner, documentNumber, appraised, keptAt, releasedOn }
  })
  const columns = [
    loanColumn(language, 'what', 'text'),
    loanColumn(language, 'owner', 'text'),
    loanColumn(language, 'documentNumber', 'text'),
    loanColumn(language, 'appraised', 'money'),
    loanColumn(language, 'keptAt', 'text'),
    loanColumn(language, 'releasedOn', 'date'),
  ]
  return [{ kind: 'table', title: loanPaperTexts(language).column.collateral, columns, rows }]
}

function paidOf(movements: readonly LoanMovement[]) {
  const principal = sumSen(movements.map((row) => row.principal))
  const interest = sumSen(movements.map((row) => row.interest))
  const penalty = sumSen(movements.map((row) => row.penalty))
  const held = sumSen(movements.map((row) => row.held))
  const ended = sometimes
    .filter((key) => key !== 'held' && movements.some((row) => row[key] !== 0))
    .map((key): [string, number] => [key, sumSen(movements.map((row) => row[key]))])
  return {
    ...{ principal, interest, penalty, held, ...Object.fromEntries(ended) },
    paid: sumSen([principal, interest, penalty, held]),
  }
}

/** The payout stands there by what is owed after it; what nothing was paid of is left empty, as on a card. */
function cardRows({ language, movements, outstanding }: LoanCardFacts): Row[] {
  if (movements.length === 0) return []
  const shown = (amount: number) => (amount === 0 ? null : amount)
  const texts = loanPaperTexts(language)
  const rows = movements.map((row): Row => {
    const { date, voucher, balance: owed, entryId, principal, interest, penalty, held } = row
    const description = row.isReversed ? filled(texts.reversedRow, { description: row.description }) : row.description
    const parts = {
      ...{ principal: shown(principal), interest: shown(interest), penalty: shown(penalty), held: shown(held) },
      ...Object.fromEntries(sometimes.flatMap((key) => (row[key] === 0 ? [] : [[key, row[key]]]))),
    }
    const paid = shown(sumSen([principal, interest, penalty, held]))
    const told = { date, voucher, description, ...parts, paid, outstanding: owed, initials: null }
    return { kind: 'line', level: 0, ...told, entryId }
  })
  const empty = { date: null, voucher: null, initials: null }
  const description = reportTexts(language).total.total
  return [...rows, { kind: 'total', level: 0, ...empty, description, ...paidOf(movements), outstanding }]
}
