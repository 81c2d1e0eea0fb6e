import { formatDate, type Language } from '../calendar.ts'
import type { Answers } from '../contract/index.ts'
import { rupiahDenominations } from '../rules/cash-count.ts'
import { fact } from './parts.ts'
import type { Part, Particular, Row, Statement } from './statement.ts'
import { column, reportTexts } from './texts.ts'
import { tradeColumn, tradeTexts } from './trade-texts.ts'

/** What moved the box while the shift lasted, sen; the difference its count found is no part of it. */
export interface BoxMoved {
  readonly opening: number
  /** Sales in cash, less those that were taken back. */
  readonly sold: number
  readonly otherIn: number
  readonly broughtBack: number
  readonly otherOut: number
}

/** Sales of the shift that stand, by how they were paid; sen. */
export interface ShiftSales {
  readonly count: number
  readonly box: number
  readonly otherCash: number
  readonly credit: number
  readonly marketplace: number
}

export interface ShiftReportFacts {
  readonly language: Language
  readonly shift: Answers['trade']['openShift']
  readonly boxName: string
  readonly box: BoxMoved
  readonly sales: ShiftSales
  /** Pieces by face value in rupiah, and who signed; nothing while the shift is open. */
  readonly count: {
    readonly denominations: Readonly<Record<string, number>>
    readonly countedBy: readonly string[]
  } | null
}

/** Laporan giliran kasir: what was sold and how it was paid, what should be in the box, what was counted; sen. */
export function shiftReport(facts: ShiftReportFacts): Statement {
  const { language, shift, sales, count } = facts
  const texts = tradeTexts(language).shift
  const sold = sales.box + sales.otherCash + sales.credit + sales.marketplace
  const { counted, difference } = shift
  return {
    report: 'shiftReport',
    language,
    title: reportTexts(language).title.shiftReport,
    subtitle: formatDate(shift.date, language),
    date: shift.date,
    label: `${shift.date} ${shift.cashier}`,
    particulars: particularsOf(facts),
    columns: [
      column(language, 'caption', 'text'),
      tradeColumn(language, 'count', 'number'),
      { ...column(language, 'total', 'money'), key: 'amount' },
    ],
    rows: [...salesRows(facts, sold), ...boxRows(facts)],
    after: count === null ? [] : countOf(language, count.denominations, shift),
    totals: { sold, expected: expectedOf(facts), counted: counted ?? 0, difference: difference ?? 0 },
    notes: count === null ? [texts.open] : [],
    signers: (count?.countedBy ?? [shift.cashier]).map((name, index) => ({
      ...{ role: index === 0 ? texts.signer : texts.witness, name, hasStamp: false },
    })),
  }
}

/** What the book says is in the box at its end: what the count was held against, once there is one. */
function expectedOf({ shift, box }: ShiftReportFacts): number {
  return shift.expected ?? inBox(box)
}

function inBox({ opening, sold, otherIn, broughtBack, otherOut }: BoxMoved): number {
  return opening + sold + otherIn - broughtBack - otherOut
}

function particularsOf({ language, shift, boxName }: ShiftReportFacts): Particular[] {
  const texts = tradeTexts(language).shift
  return [
    { key: 'cashier', title: texts.cashier, text: shift.cashier },
    { key: 'box', title: texts.box, text: boxName },
  ]
}

function heading(caption: string): Row {
  return { kind: 'heading', level: 0, caption, count: null, amount: null }
}

function line(caption: string, amount: number): Row {
  return { kind: 'line', level: 1, caption, count: null, amount }
}

function salesRows({ language, sales }: ShiftReportFacts, sold: number): Row[] {
  const texts = tradeTexts(language).shift
  return [
    heading(texts.sales),
    line(texts.cash, sales.box),
    line(texts.otherCash, sales.otherCash),
    line(tradeTexts(language).recap.credit, sales.credit),
    ...(sales.marketplace === 0 ? [] : [line(texts.marketplace, sales.marketplace)]),
    { kind: 'subtotal', level: 0, caption: tradeTexts(language).recap.sales, count: sales.count, amount: sold },
  ]
}

function boxRows(facts: ShiftReportFacts): Row[] {
  const { language, box, shift } = facts
  const texts = tradeTexts(language).shift
  const expected = expectedOf(facts)
  const otherDays = expected - inBox(box)
  return [
    heading(texts.inBox),
    line(texts.opening, box.opening),
    line(texts.sold, box.sold),
    line(texts.otherIn, box.otherIn),
    line(texts.broughtBack, 0 - box.broughtBack),
    line(texts.otherOut, 0 - box.otherOut),
    ...(otherDays === 0 ? [] : [line(texts.otherDays, otherDays)]),
    { kind: 'subtotal', level: 0, caption: texts.expected, count: null, amount: expected },
    ...(shift.counted === null || shift.difference === null
      ? []
      : [
          line(texts.counted, shift.counted),
          { kind: 'total' as const, level: 0, caption: texts.difference, count: null, amount: shift.difference },
        ]),
  ]
}

/** The notes and coins that were counted, the largest first, and why they are not what was expected. */
function countOf(
  language: Language,
  denominations: Readonly<Record<string, number>>,
  { counted, reason }: ShiftReportFacts['shift'],
): Part[] {
  const texts = tradeTexts(language).shift
  const pieces = rupiahDenominations.flatMap((rupiah): Row[] => {
    const count = denominations[String(rupiah)] ?? 0
    const face = rupiah * 100
    return count === 0 ? [] : [{ kind: 'line', level: 0, face, pieces: count, amount: face * count }]
  })
  return [
    {
      kind: 'table',
      title: texts.count,
      columns: [
        tradeColumn(language, 'face', 'money'),
        tradeColumn(language, 'pieces', 'number'),
        { ...column(language, 'total', 'money'), key: 'amount' },
      ],
      rows: [...pieces, { kind: 'total', level: 0, face: null, pieces: null, amount: counted }],
    },
    ...(reason === null ? [] : [fact(texts.reason, reason)]),
  ]
}
