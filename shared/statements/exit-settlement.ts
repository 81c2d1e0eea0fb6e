import { formatDate, type Language } from '../calendar.ts'
import type { ExitReason, ExitStatement, SettlementSheet } from '../contract/member-exit.ts'
import { formatRupiah, type Sen, sumSen } from '../rules/money.ts'
import { exitPaper as en } from '../text/en/exit-paper.ts'
import { exitPaper as id } from '../text/id/exit-paper.ts'
import type { Shape } from '../text/shape.ts'
import { rupiahInWords } from '../words.ts'
import { fact, paragraph } from './parts.ts'
import type { Part, Row, SigningParty, Statement } from './statement.ts'
import { column, filled, reportTexts } from './texts.ts'

type ExitTexts = Shape<typeof id>

export interface ExitSettlementFacts {
  readonly language: Language
  readonly date: string
  readonly cooperative: string
  readonly member: {
    readonly memberId: string
    readonly name: string
    readonly number: string
    readonly joinedOn: string
    readonly nationalId: string | null
    readonly address: string | null
  }
  /** `resigned` while nothing is decided: who signs asks for it. */
  readonly reason: ExitReason
  readonly note: string | null
  readonly heir: ExitStatement['heir']
  readonly sheet: SettlementSheet
  /** What was posted and paid; null while it is only reckoned. */
  readonly posted: Pick<ExitStatement, 'voucher' | 'payments' | 'due'> | null
  readonly chair: string | null
  readonly treasurer: string | null
}

/** Surat pengunduran diri with the settlement (accounting.md section 2.3), or the heirs' paper; amounts in sen. */
export function exitSettlement(facts: ExitSettlementFacts): Statement {
  const { language, date, member, sheet, posted } = facts
  const texts = language === 'en' ? en : id
  const { totals } = sheet
  return {
    report: 'exitSettlement',
    language,
    title: reportTexts(language).title.exitSettlement,
    subtitle: formatDate(date, language),
    date,
    label: member.number,
    particulars: [],
    before: declaration(facts, texts),
    columns: [
      { key: 'description', title: texts.column.description, kind: 'text' },
      { key: 'hers', title: texts.column.hers, kind: 'money' },
      { key: 'owed', title: texts.column.owed, kind: 'money' },
    ],
    rows: sheetRows(sheet, texts),
    after: [...conclusion(facts, texts), ...paymentsTable(facts, texts)],
    totals: { ...totals, due: posted?.due ?? totals.payable },
    notes: notesOf(facts, texts),
    signers: signersOf(facts, texts),
  }
}

function declaration(
  { language, date, cooperative, member, reason, note, heir }: ExitSettlementFacts,
  texts: ExitTexts,
): Part[] {
  const told = (key: keyof ExitTexts['fact'], text: string | null) => fact(texts.fact[key], text)
  const day = formatDate(date, language)
  const who = [
    told('name', member.name),
    told('number', member.number),
    told('nationalId', member.nationalId),
    told('address', member.address),
    told('joinedOn', formatDate(member.joinedOn, language)),
  ]
  const said = filled(texts.statement[reason], { cooperative, date: day })
  const remark = note === null ? [] : [told('note', note)]
  const sheet = paragraph(filled(texts.sheet, { date: day }))
  if (heir) {
    const heirs = [told('heir', heir.name), told('relation', heir.relation), told('document', heir.document)]
    const ended = paragraph(filled(texts.heirOf, { date: day }))
    return [paragraph(texts.signed), ...heirs, paragraph(said), ...who, ...remark, ended, sheet]
  }
  const opening = paragraph(reason === 'expelled' ? texts.member : texts.signed)
  return [opening, ...who, ...remark, paragraph(said), sheet]
}

function sheetRows(
  { savings, terms, shu, held, lossShare, receivable, loans, writtenOff, totals }: SettlementSheet,
  { row }: ExitTexts,
): Row[] {
  const hers = (description: string, amount: number) => lineOf(description, amount, null)
  const owed = (description: string, amount: number) => lineOf(description, null, amount)
  const lines = [
    ...savings.map(({ name, number, balance }) => hers(filled(row.savings, { name, number }), balance)),
    ...terms.flatMap(({ number, interest, tax, penalty }) => [
      hers(filled(row.termInterest, { number }), interest),
      owed(filled(row.termTax, { number }), tax),
      owed(filled(row.termPenalty, { number }), penalty),
    ]),
    hers(row.shu, shu),
    hers(row.held, held),
    owed(row.lossShare, lossShare),
    owed(row.receivable, receivable),
    ...loans.flatMap(({ number, principal, interest, penalty }) => [
      owed(filled(row.principal, { number }), principal),
      owed(filled(row.interest, { number }), interest),
      owed(filled(row.penalty, { number }), penalty),
    ]),
    ...writtenOff.map(({ number, paid }) => owed(filled(row.writtenOff, { number }), paid)),
  ].filter((line) => line.hers !== 0 && line.owed !== 0)
  const sums = { hers: sumOf(lines, 'hers'), owed: sumOf(lines, 'owed') }
  return [
    ...lines,
    { kind: 'total', level: 0, description: row.total, ...sums },
    { kind: 'closing', level: 0, description: row.payable, hers: totals.payable, owed: null },
    ...(totals.short > 0
      ? [{ kind: 'closing' as const, level: 0, description: row.short, hers: null, owed: totals.short }]
      : []),
  ]
}

function lineOf(description: string, hers: number | null, owed: number | null): Row {
  return { kind: 'line', level: 0, description, hers, owed }
}

function sumOf(rows: readonly Row[], key: 'hers' | 'owed'): number {
  return sumSen(rows.map((row) => Number(row[key] ?? 0)))
}

function conclusion({ sheet }: ExitSettlementFacts, texts: ExitTexts): Part[] {
  const { payable, short, owed } = sheet.totals
  const sentences = [
    payable > 0 ? filled(texts.payable, inFull(payable)) : texts.nothing,
    ...(short > 0 ? [filled(texts.short, inFull(short))] : []),
    ...(owed > 0 ? [texts.offset] : []),
    ...sheet.writtenOff
      .filter(({ claim, paid }) => claim > paid)
      .map(({ number, claim, paid }) => filled(texts.claim, { number, amount: formatRupiah(claim - paid) })),
    ...(payable > 0 ? [texts.done] : []),
  ]
  return sentences.map(paragraph)
}

function inFull(amount: number) {
  return { amount: formatRupiah(amount), words: rupiahInWords(amount as Sen) }
}

function paymentsTable({ language, posted }: ExitSettlementFacts, texts: ExitTexts): Part[] {
  if (!posted || posted.payments.length === 0) return []
  const rows = posted.payments.map(({ date, voucher, receivedBy, amount, entryId }): Row => {
    return { kind: 'line', level: 0, date, voucher, receivedBy, amount, entryId }
  })
  const amount = sumSen(posted.payments.map((payment) => payment.amount))
  const total: Row = { kind: 'total', level: 0, date: null, voucher: null, receivedBy: texts.paid, amount }
  const columns = [
    column(language, 'date', 'date'),
    { key: 'voucher', title: texts.column.voucher, kind: 'code' as const },
    { key: 'receivedBy', title: texts.column.receivedBy, kind: 'text' as const },
    { key: 'amount', title: texts.column.amount, kind: 'money' as const },
  ]
  return [{ kind: 'table', title: texts.payments, columns, rows: [...rows, total] }]
}

function notesOf({ language, date, posted }: ExitSettlementFacts, texts: ExitTexts): string[] {
  if (!posted) return [filled(texts.planned, { date: formatDate(date, language) })]
  return [
    ...(posted.voucher === null ? [] : [filled(texts.posted, { voucher: posted.voucher })]),
    ...(posted.due > 0 ? [filled(texts.due, { amount: formatRupiah(posted.due) })] : []),
  ]
}

function signersOf({ member, heir, chair, treasurer }: ExitSettlementFacts, { signer }: ExitTexts): SigningParty[] {
  const own = heir ? { role: signer.heir, name: heir.name } : { role: signer.member, name: member.name }
  return [
    { ...own, hasStamp: false },
    { role: signer.treasurer, name: treasurer, hasStamp: false },
    { role: signer.chair, name: chair, hasStamp: false },
  ]
}
