import { formatMonth, type Language, lastDayOfMonth } from '../calendar.ts'
import { formatRupiah, type Sen, sumSen } from '../rules/money.ts'
import { rupiahInWords } from '../words.ts'
import { interestColumn, interestTexts } from './interest-run.ts'
import { pctText } from './loan-terms.ts'
import type { Part, Row, Statement } from './statement.ts'
import { column, filled, reportTexts } from './texts.ts'

/** What one member was paid of interest in a month and what was kept of it, sen. */
export interface WithheldTax {
  readonly memberId: string
  readonly memberNumber: string
  readonly memberName: string
  readonly nationalId: string | null
  readonly address: string | null
  readonly gross: number
  readonly tax: number
  readonly net: number
  readonly ratePct: string
  /** What the rate asks for and was not kept. */
  readonly short: number
}

export interface WithholdingFacts {
  readonly language: Language
  readonly month: string
  readonly cooperative: { readonly name: string; readonly taxId: string | null }
  readonly treasurer: string | null
  /** In the order of their numbers. */
  readonly members: readonly WithheldTax[]
}

/** Daftar PPh bunga simpanan of a month for the tax office, also those who bear none (accounting.md section 2.2). */
export function withholdingList(facts: WithholdingFacts): Statement {
  const { language, members } = facts
  const texts = interestTexts(language)
  const sums = sumsOf(members)
  const rows = members.map((member): Row => {
    const { memberId, memberNumber: number, memberName: name, nationalId, gross, tax, net, short } = member
    const rate = member.ratePct
    return { kind: 'line', level: 0, number, name, nationalId, gross, rate, tax, net, short, memberId }
  })
  const empty = { number: null, nationalId: null, rate: null }
  return {
    ...paperOf(facts, 'withholdingList'),
    columns: [
      column(language, 'number', 'code'),
      column(language, 'name', 'text'),
      interestColumn(language, 'nationalId', 'code'),
      interestColumn(language, 'gross', 'money'),
      interestColumn(language, 'rate', 'percent'),
      interestColumn(language, 'tax', 'money'),
      interestColumn(language, 'net', 'money'),
      ...(sums.short === 0 ? [] : [interestColumn(language, 'short', 'money')]),
    ],
    rows: [...rows, { kind: 'total', level: 0, ...empty, name: reportTexts(language).total.total, ...sums }],
    totals: { members: members.length, ...sums },
    notes: [
      ...(members.length === 0 ? [texts.nothing] : [texts.basis, texts.forOffice]),
      ...(sums.short === 0 ? [] : [filled(texts.short, { amount: formatRupiah(sums.short) })]),
    ],
  }
}

/** Bukti potong, one for each member, due also where nothing was kept. */
export function withholdingSlips(facts: WithholdingFacts): Statement {
  const { members } = facts
  return {
    ...paperOf(facts, 'withholdingSlip'),
    before: members.map((member) => slipOf(member, facts)),
    columns: [],
    rows: [],
    totals: { members: members.length, ...sumsOf(members) },
    notes: [],
  }
}

function paperOf<Name extends 'withholdingList' | 'withholdingSlip'>(facts: WithholdingFacts, report: Name) {
  const { language, month, members, cooperative } = facts
  const { slip } = interestTexts(language)
  const [only, ...others] = members
  const one = report === 'withholdingSlip' && only && others.length === 0 ? ` ${only.memberNumber}` : ''
  const taxId = { key: 'taxId', title: slip.cooperativeTaxId, text: cooperative.taxId ?? '' }
  return {
    report,
    language,
    title: reportTexts(language).title[report],
    subtitle: formatMonth(month, language),
    date: lastDayOfMonth(month),
    label: `${month}${one}`,
    particulars: [taxId],
  }
}

function sumsOf(members: readonly WithheldTax[]) {
  const sum = (part: 'gross' | 'tax' | 'net' | 'short') => sumSen(members.map((member) => member[part]))
  return { gross: sum('gross'), tax: sum('tax'), net: sum('net'), short: sum('short') }
}

function slipOf(member: WithheldTax, { language, month, cooperative, treasurer }: WithholdingFacts): Part {
  const { slip, basis } = interestTexts(language)
  const { memberNumber, memberName, nationalId, address, gross, tax, net, ratePct } = member
  const line = (what: string, amount: number, kind: 'line' | 'total' = 'line'): Row => ({
    kind,
    level: 0,
    what,
    amount,
  })
  const period = formatMonth(month, language)
  return {
    kind: 'slip',
    head: cooperative.name,
    title: slip.title,
    subtitle: filled(slip.number, { month, member: memberNumber, period }),
    facts: [
      { title: slip.cooperativeTaxId, text: cooperative.taxId ?? '' },
      { title: slip.name, text: memberName },
      { title: slip.member, text: memberNumber },
      { title: slip.nationalId, text: nationalId ?? '' },
      { title: slip.address, text: address ?? '' },
    ],
    columns: [interestColumn(language, 'what', 'text'), interestColumn(language, 'amount', 'money')],
    rows: [
      line(slip.gross, gross),
      line(filled(slip.tax, { rate: pctText(ratePct, language) }), tax),
      line(slip.net, net, 'total'),
    ],
    words: { title: slip.words, text: rupiahInWords(tax as Sen) },
    note: basis,
    signer: { role: slip.officer, name: treasurer, hasStamp: false },
  }
}
