import { formatDate, type Language } from '../calendar.ts'
import { sumSen } from '../rules/money.ts'
import type { Column, Row, Statement } from './statement.ts'
import { column, filled, reportTexts } from './texts.ts'

export interface CollectionFormFacts {
  readonly language: Language
  readonly date: string
  /** `isDue` is false for savings nobody is asked for: only a blank is printed. */
  readonly products: readonly { readonly product: string; readonly name: string; readonly isDue: boolean }[]
  /** In the order of the grid on the screen, so that paper and screen are read line by line. */
  readonly members: readonly {
    readonly memberId: string
    readonly number: string
    readonly name: string
    readonly hamlet: string | null
    /** What is due and still unpaid on the day, by product, in sen. */
    readonly due: Readonly<Record<string, number>>
    /** The same of her loans, and the penalty on them. */
    readonly loans: readonly { readonly due: number; readonly penalty: number }[]
  }[]
}

type Member = CollectionFormFacts['members'][number]

/** What is asked for and written down, in the order of the columns; without a due amount only a blank is printed. */
interface Asked {
  readonly key: string
  readonly name: string
  readonly dueOf: ((member: Member) => number) | undefined
}

/** Formulir kumpulan: what each member is asked for, and blanks to write what was paid. */
export function collectionForm(facts: CollectionFormFacts): Statement {
  const { language, date, members } = facts
  const texts = reportTexts(language)
  const asked = askedOf(facts)
  const dueOf = (own: readonly Member[]) =>
    Object.fromEntries(asked.flatMap(({ key, dueOf: due }) => (due ? [[`due:${key}`, sumSen(own.map(due))]] : [])))
  const blanks = Object.fromEntries(asked.map(({ key }) => [`paid:${key}`, null]))
  const rows = members.map((member): Row => {
    const { memberId, number, name, hamlet } = member
    return { kind: 'line', level: 0, number, name, hamlet, ...dueOf([member]), ...blanks, total: null, memberId }
  })
  const empty = { number: null, hamlet: null, ...blanks, total: null, initials: null }
  return {
    report: 'collectionForm',
    language,
    title: texts.title.collectionForm,
    subtitle: formatDate(date, language),
    date,
    label: date,
    particulars: [],
    columns: columnsOf(language, asked),
    rows: [
      ...rows.map((row) => ({ ...row, initials: null })),
      { kind: 'total', level: 0, ...empty, name: texts.total.total, ...dueOf(members) },
    ],
    totals: { members: members.length, due: sumSen(Object.values(dueOf(members))) },
    notes: [texts.note.collection],
  }
}

/**
 * The kinds of savings, then instalments and penalties where anybody has a loan or owes one. What nobody owes has a
 * blank alone: beside loans the paper has no room to spare.
 */
function askedOf({ language, products, members }: CollectionFormFacts): Asked[] {
  const { instalment, penalty } = reportTexts(language).column
  const savings = products.map(({ product, name, isDue }): Asked => {
    const dueOf = ({ due }: Member) => due[product] ?? 0
    return { key: product, name, dueOf: isDue && members.some((member) => dueOf(member) > 0) ? dueOf : undefined }
  })
  const dueOf = ({ loans }: Member) => sumSen(loans.map(({ due }) => due))
  const penaltyOf = ({ loans }: Member) => sumSen(loans.map((loan) => loan.penalty))
  return [
    ...savings,
    ...(members.some(({ loans }) => loans.length > 0) ? [{ key: ' loan', name: instalment, dueOf }] : []),
    ...(members.some((member) => penaltyOf(member) > 0) ? [{ key: ' penalty', name: penalty, dueOf: penaltyOf }] : []),
  ]
}

function columnsOf(language: Language, asked: readonly Asked[]): Column[] {
  const texts = reportTexts(language).column
  const amounts = asked.flatMap(({ key, name, dueOf }): Column[] => {
    const due: Column = { key: `due:${key}`, title: filled(texts.due, { product: name }), kind: 'money' }
    const paid: Column = { key: `paid:${key}`, title: filled(texts.paid, { product: name }), kind: 'money' }
    return dueOf ? [due, paid] : [paid]
  })
  return [
    column(language, 'number', 'code'),
    column(language, 'name', 'text'),
    column(language, 'hamlet', 'text'),
    ...amounts,
    column(language, 'total', 'money'),
    column(language, 'initials', 'text'),
  ]
}
