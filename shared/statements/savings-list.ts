import type { Language } from '../calendar.ts'
import { sumSen } from '../rules/money.ts'
import { asOfText } from './period-text.ts'
import type { Column, Row, Statement } from './statement.ts'
import { column, reportTexts } from './texts.ts'

export interface ListedSavings {
  readonly savingsAccountId: string
  readonly cardNumber: string
  readonly memberId: string
  readonly memberNumber: string
  readonly memberName: string
  readonly product: string
  readonly openedOn: string
  readonly balance: number
}

export interface SavingsListFacts {
  readonly language: Language
  readonly asOf: string
  readonly products: readonly { readonly product: string; readonly name: string }[]
  /** The one product asked for; undefined lists every member with all of them side by side. */
  readonly only?: { readonly product: string; readonly name: string } | undefined
  /** In the order of the members' numbers. */
  readonly accounts: readonly ListedSavings[]
}

/** Daftar simpanan: a column per kind for every member, or every account of one kind. */
export function savingsList(facts: SavingsListFacts): Statement {
  const { language, asOf, only, accounts } = facts
  const texts = reportTexts(language)
  const { columns, rows } = only ? accountList(facts) : memberList(facts)
  return {
    report: 'savingsList',
    language,
    title: texts.title.savingsList,
    subtitle: asOfText(asOf, language),
    date: asOf,
    label: only ? `${only.name} ${asOf}` : asOf,
    particulars: only ? [{ key: 'product', title: texts.particular.product, text: only.name }] : [],
    columns,
    rows,
    totals: { balance: sumSen(accounts.map((account) => account.balance)) },
    notes: [],
  }
}

interface Table {
  readonly columns: Column[]
  readonly rows: Row[]
}

function accountList({ language, accounts }: SavingsListFacts): Table {
  const rows = accounts.map(
    (account): Row => ({
      kind: 'line',
      level: 0,
      number: account.memberNumber,
      name: account.memberName,
      cardNumber: account.cardNumber,
      openedOn: account.openedOn,
      balance: account.balance,
      savingsAccountId: account.savingsAccountId,
      memberId: account.memberId,
    }),
  )
  const balance = sumSen(accounts.map((account) => account.balance))
  const empty = { number: null, cardNumber: null, openedOn: null }
  return {
    columns: [
      column(language, 'number', 'code'),
      column(language, 'name', 'text'),
      column(language, 'cardNumber', 'code'),
      column(language, 'openedOn', 'date'),
      column(language, 'balance', 'money'),
    ],
    rows: [...rows, { kind: 'total', level: 0, ...empty, name: reportTexts(language).total.total, balance }],
  }
}

function memberList({ language, accounts, products }: SavingsListFacts): Table {
  const members = new Map<string, ListedSavings[]>()
  for (const account of accounts) members.set(account.memberId, [...(members.get(account.memberId) ?? []), account])
  const byProduct = (own: readonly ListedSavings[]) =>
    Object.fromEntries(products.map(({ product }) => [product, balanceOf(own, product)]))
  const rows = [...members.values()].map((own): Row => {
    const { memberNumber: number, memberName: name, memberId } = own[0] as ListedSavings
    return { kind: 'line', level: 0, number, name, ...byProduct(own), total: balanceOf(own), memberId }
  })
  const sum = { number: null, name: reportTexts(language).total.total, ...byProduct(accounts) }
  return {
    columns: [
      column(language, 'number', 'code'),
      column(language, 'name', 'text'),
      ...products.map(({ product, name }): Column => ({ key: product, title: name, kind: 'money' })),
      column(language, 'total', 'money'),
    ],
    rows: [...rows, { kind: 'total', level: 0, ...sum, total: balanceOf(accounts) }],
  }
}

function balanceOf(accounts: readonly ListedSavings[], product?: string): number {
  const own = product === undefined ? accounts : accounts.filter((account) => account.product === product)
  return sumSen(own.map((account) => account.balance))
}
