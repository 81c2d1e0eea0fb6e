import type { Language } from '../calendar.ts'
import { formatRupiah, type Sen, sumSen } from '../rules/money.ts'
import { collected as en } from '../text/en/collected.ts'
import { collected as id } from '../text/id/collected.ts'
import type { Shape } from '../text/shape.ts'
import { rupiahInWords } from '../words.ts'
import type { Column, Part, Row, Statement } from './statement.ts'
import { column, filled, numbered, reportTexts } from './texts.ts'

type CollectedTexts = Shape<typeof id>

/** What one member paid with a voucher, and what stands on her cards afterwards; amounts in sen. */
export interface PayingMember {
  readonly memberId: string
  readonly number: string
  readonly name: string
  readonly savings: readonly {
    readonly product: string
    readonly productName: string
    readonly cardNumber: string
    readonly amount: number
    readonly balance: number
  }[]
  readonly loans: readonly {
    readonly number: string
    readonly productName: string
    readonly principal: number
    readonly interest: number
    readonly penalty: number
    readonly outstanding: number
  }[]
  /** Held for later instalments. */
  readonly held: number
}

export interface CollectedFacts {
  readonly language: Language
  readonly entryId: string
  readonly voucher: string
  readonly date: string
  readonly cooperative: string
  readonly treasurer: string | null
  /** The savings that were paid into, in their order. */
  readonly products: readonly { readonly product: string; readonly name: string }[]
  /** In the order of their numbers. */
  readonly members: readonly PayingMember[]
  readonly isReversed: boolean
}

/** Daftar setoran kumpulan: who paid what, kinds across, to be read out and signed once for all. */
export function collectionList(facts: CollectedFacts): Statement {
  const { members } = facts
  const texts = textsOf(facts)
  const amounts = columnsOf(facts)
  const keys = amounts.map(({ key }) => key)
  const rows = members.map((member): Row => {
    const { memberId, number, name } = member
    return {
      kind: 'line',
      level: 0,
      number,
      name,
      ...amountsOf(member, keys),
      total: paidBy(member),
      initials: null,
      memberId,
    }
  })
  const sums = Object.fromEntries(keys.map((key) => [key, sumSen(rows.map((row) => Number(row[key] ?? 0)))]))
  const total = sumSen(members.map(paidBy))
  const { language } = facts
  return {
    ...paperOf(facts, 'collectionList'),
    columns: [
      column(language, 'number', 'code'),
      column(language, 'name', 'text'),
      ...amounts,
      column(language, 'total', 'money'),
      column(language, 'initials', 'text'),
    ],
    rows: [
      ...rows,
      {
        kind: 'total',
        level: 0,
        number: null,
        name: reportTexts(language).total.total,
        ...sums,
        total,
        initials: null,
      },
    ],
    totals: { members: members.length, total },
    notes: [filled(texts.count, { members: members.length }), ...(facts.isReversed ? [texts.reversed] : [])],
  }
}

/** A slip for each member, to be cut apart and handed out. */
export function collectionSlips(facts: CollectedFacts): Statement {
  const { members } = facts
  return {
    ...paperOf(facts, 'collectionSlips'),
    before: members.map((member) => slipOf(member, facts)),
    columns: [],
    rows: [],
    totals: { members: members.length, total: sumSen(members.map(paidBy)) },
    notes: [],
  }
}

function textsOf({ language }: Pick<CollectedFacts, 'language'>): CollectedTexts {
  return language === 'en' ? en : id
}

function paperOf<Name extends 'collectionList' | 'collectionSlips'>(facts: CollectedFacts, report: Name) {
  const { language, voucher, date, isReversed, members } = facts
  const texts = reportTexts(language)
  const [only, ...others] = members
  const one = report === 'collectionSlips' && others.length === 0 ? ` ${only?.number ?? ''}` : ''
  const reversed = { key: 'reversedBy', title: texts.particular.reversedBy, text: textsOf(facts).reversed }
  return {
    report,
    language,
    title: texts.title[report],
    subtitle: numbered(language, voucher, date),
    date,
    label: `${voucher}${one}`,
    particulars: isReversed ? [reversed] : [],
  }
}

const loanParts = ['principal', 'interest', 'penalty'] as const

function columnsOf(facts: CollectedFacts): Column[] {
  const texts = textsOf(facts)
  const has = (paid: (member: PayingMember) => boolean) => facts.members.some(paid)
  const named = (key: keyof CollectedTexts['column']): Column => ({ key, title: texts.column[key], kind: 'money' })
  return [
    ...facts.products.map(({ product, name }): Column => ({ key: product, title: name, kind: 'money' })),
    ...loanParts.filter((part) => has(({ loans }) => loans.some((loan) => loan[part] !== 0))).map(named),
    ...(has(({ held }) => held !== 0) ? [named('held')] : []),
  ]
}

/** What was not paid is left empty. */
function amountsOf(member: PayingMember, keys: readonly string[]) {
  const paid: Record<string, number> = { held: member.held }
  for (const part of loanParts) paid[part] = sumSen(member.loans.map((loan) => loan[part]))
  for (const { product, amount } of member.savings) paid[product] = (paid[product] ?? 0) + amount
  return Object.fromEntries(keys.map((key) => [key, paid[key] || null]))
}

/** All that a member paid, sen. */
export function paidBy({ savings, loans, held }: PayingMember): number {
  return sumSen([
    ...savings.map(({ amount }) => amount),
    ...loans.flatMap((loan) => loanParts.map((part) => loan[part])),
    held,
  ])
}

function slipOf(member: PayingMember, facts: CollectedFacts): Part {
  const { slip } = textsOf(facts)
  const total = paidBy(member)
  const { subtitle } = paperOf(facts, 'collectionSlips')
  return {
    kind: 'slip',
    head: facts.cooperative,
    title: slip.title,
    subtitle,
    facts: [
      { title: slip.member, text: member.name },
      { title: slip.number, text: member.number },
    ],
    columns: [
      { key: 'what', title: slip.kind, kind: 'text' },
      { key: 'amount', title: slip.amount, kind: 'money' },
      { key: 'after', title: slip.after, kind: 'money' },
    ],
    rows: [...slipRows(member, facts), { kind: 'total', level: 0, what: slip.total, amount: total, after: null }],
    words: { title: slip.words, text: rupiahInWords(total as Sen) },
    signer: { role: slip.officer, name: facts.treasurer, hasStamp: false },
  }
}

function slipRows(member: PayingMember, facts: CollectedFacts): Row[] {
  const { slip } = textsOf(facts)
  const line = (what: string, amount: number, after: number | null): Row => ({
    kind: 'line',
    level: 0,
    what,
    amount,
    after,
  })
  return [
    ...member.savings.map(({ productName, cardNumber, amount, balance }) =>
      line(`${productName} (${cardNumber})`, amount, balance),
    ),
    ...member.loans.map((loan) => {
      const parts = loanParts
        .filter((part) => loan[part] !== 0)
        .map((part) => filled(slip[part], { amount: formatRupiah(loan[part]) }))
        .join(', ')
      const what = filled(slip.loanParts, { loan: filled(slip.loan, { number: loan.number }), parts })
      return line(what, sumSen(loanParts.map((part) => loan[part])), loan.outstanding)
    }),
    ...(member.held === 0 ? [] : [line(slip.held, member.held, null)]),
  ]
}
