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
  }[]
}

/** Formulir kumpulan: what each member is asked for, and blanks to write what was paid. */
export function collectionForm({ language, date, products, members }: CollectionFormFacts): Statement {
  const texts = reportTexts(language)
  const asked = products.filter((product) => product.isDue)
  const dueOf = (own: readonly (typeof members)[number][]) =>
    Object.fromEntries(asked.map(({ product }) => [`due:${product}`, sumSen(own.map((m) => m.due[product] ?? 0))]))
  const blanks = Object.fromEntries(products.map(({ product }) => [`paid:${product}`, null]))
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
    columns: columnsOf(language, products),
    rows: [
      ...rows.map((row) => ({ ...row, initials: null })),
      { kind: 'total', level: 0, ...empty, name: texts.total.total, ...dueOf(members) },
    ],
    totals: { members: members.length, due: sumSen(Object.values(dueOf(members))) },
    notes: [texts.note.collection],
  }
}

function columnsOf(language: Language, products: CollectionFormFacts['products']): Column[] {
  const texts = reportTexts(language).column
  const ofProduct = products.flatMap(({ product, name, isDue }): Column[] => {
    const due: Column = { key: `due:${product}`, title: filled(texts.due, { product: name }), kind: 'money' }
    const paid: Column = { key: `paid:${product}`, title: filled(texts.paid, { product: name }), kind: 'money' }
    return isDue ? [due, paid] : [paid]
  })
  return [
    column(language, 'number', 'code'),
    column(language, 'name', 'text'),
    column(language, 'hamlet', 'text'),
    ...ofProduct,
    column(language, 'total', 'money'),
    column(language, 'initials', 'text'),
  ]
}
