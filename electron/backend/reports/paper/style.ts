import type { ReportName } from '../../../../shared/contract/reports.ts'
import type { Statement } from '../../../../shared/statements/statement.ts'

/** How the paper of one report looks; lengths in points. */
export interface PaperStyle {
  readonly size: 'A4' | 'A5' | 'passbook' | '58mm' | '80mm'
  readonly isLandscape: boolean
  readonly fontSize: number
  /** Lines between columns, for cards and forms that are written on by hand. */
  readonly hasGrid: boolean
  /** Lines that are nil in every column are left out in print. */
  readonly hidesZeroLines: boolean
  /** Each heading of the first level begins a table of its own, its name above the columns of every page. */
  readonly isSectioned: boolean
  /** Nothing but slips or labels stands on it: no head, nobody who signs the whole. */
  readonly isSlips: boolean
  /** It is printed onto paper that has its head already: nothing stands above or below. */
  readonly isBare: boolean
  /** Says whether the month it ends in is locked; nothing that is handed out for one transaction does. In a book every page does. */
  readonly tellsPeriodState: boolean
  readonly signers: readonly ('chair' | 'secretary' | 'treasurer' | 'supervisor' | 'member' | 'counter')[]
  /** How many particulars stand beside each other above the table. */
  readonly particularsInRow: number
  /** Columns of money are at least this wide. */
  readonly moneyWidth: number
  /** Room the widest column of text has at least. */
  readonly textWidth: number
  /** Widths that do not follow from what stands in the column; text columns share what is left by weight. */
  readonly widths: Readonly<Record<string, number>>
  readonly weights: Readonly<Record<string, number>>
  /** Height of every row at least, for writing by hand. */
  readonly rowHeight: number
}

const plain: PaperStyle = {
  size: 'A4',
  isLandscape: false,
  fontSize: 8,
  hasGrid: false,
  hidesZeroLines: false,
  isSectioned: false,
  isSlips: false,
  isBare: false,
  tellsPeriodState: true,
  signers: ['chair', 'treasurer'],
  particularsInRow: 1,
  moneyWidth: 50,
  textWidth: 110,
  widths: {},
  weights: {},
  rowHeight: 0,
}

const statement: PaperStyle = {
  ...plain,
  fontSize: 9,
  hidesZeroLines: true,
  signers: ['chair', 'secretary', 'treasurer'],
  moneyWidth: 92,
}

/** A card like the one members know, with a line for whoever holds it. */
const card: PaperStyle = {
  ...plain,
  hasGrid: true,
  tellsPeriodState: false,
  signers: ['member', 'treasurer'],
}

/** What is read and signed; its table, if any, in the size of its sentences. */
const letter: PaperStyle = { ...plain, hasGrid: true, tellsPeriodState: false, fontSize: 9 }

/** Chapters of a book that are no statement of their own. */
const book: PaperStyle = {
  ...plain,
  ...{ fontSize: 9, hasGrid: true, moneyWidth: 72, textWidth: 60, rowHeight: 15 },
  ...{ weights: { name: 1.4, signature: 1.2 }, widths: { order: 28 } },
}

/** What is handed over the counter. */
const halfSheet: PaperStyle = {
  ...plain,
  ...{ size: 'A5', isLandscape: true, hasGrid: true, tellsPeriodState: false, fontSize: 9 },
}

/** The look of every report's paper. */
const paperStyles: Readonly<Record<ReportName, PaperStyle>> = {
  balanceSheet: statement,
  surplus: statement,
  equityChanges: { ...statement, isLandscape: true, fontSize: 7.5, moneyWidth: 44, textWidth: 130 },
  cashFlow: statement,
  shuComponents: {
    ...statement,
    ...{
      hidesZeroLines: false,
      moneyWidth: 70,
      textWidth: 90,
      weights: { to: 1.6, description: 1.6 },
    },
  },
  shuMembers: {
    ...statement,
    isLandscape: true,
    fontSize: 8,
    hidesZeroLines: false,
    moneyWidth: 58,
    rowHeight: 16,
    widths: { signature: 76 },
  },
  shuMember: { ...plain, isSlips: true },
  annualMeetingBook: book,
  governmentAnnual: book,
  governmentQuarterly: book,
  programIndicators: { ...plain, fontSize: 9, moneyWidth: 72, weights: { means: 3 }, signers: ['chair', 'secretary'] },
  programConsolidated: {
    ...plain,
    ...{ isLandscape: true, tellsPeriodState: false, moneyWidth: 74, textWidth: 90, signers: ['counter'] },
    weights: { cooperative: 2, means: 3 },
  },
  budgetPlan: { ...statement, isLandscape: true, fontSize: 8, moneyWidth: 62 },
  budgetComparison: { ...statement, isLandscape: true, fontSize: 8, moneyWidth: 70, weights: { reason: 1.4 } },
  healthScore: {
    ...statement,
    ...{ hidesZeroLines: false, fontSize: 8, moneyWidth: 62, textWidth: 120 },
    weights: { ratio: 2, from: 2.2, question: 3 },
  },
  supervisionIndicators: {
    ...statement,
    ...{
      isLandscape: true,
      hidesZeroLines: false,
      fontSize: 8,
      moneyWidth: 66,
      textWidth: 90,
    },
    weights: { indicator: 2.2, standard: 1.8, question: 3 },
  },
  notes: {
    ...statement,
    ...{ hidesZeroLines: false, fontSize: 8, moneyWidth: 62, textWidth: 90 },
    weights: { fund: 1.4, terms: 1.4 },
  },
  promotion: {
    ...statement,
    ...{
      isLandscape: true,
      hidesZeroLines: false,
      fontSize: 8,
      moneyWidth: 70,
      textWidth: 80,
    },
    weights: { what: 2, source: 1.4 },
  },
  trialBalance: { ...plain, fontSize: 8.5, moneyWidth: 88 },
  cashBook: { ...plain, isSectioned: true },
  journal: plain,
  ledgerAccount: plain,
  memberRegister: {
    ...plain,
    isLandscape: true,
    hasGrid: true,
    signers: ['chair', 'secretary'],
    widths: { sex: 26, signature: 70 },
    weights: { name: 3, occupation: 1.6, address: 3 },
  },
  savingsList: plain,
  assetRegister: { ...plain, isLandscape: true, weights: { name: 2 } },
  assetLabels: { ...plain, isSlips: true, tellsPeriodState: false },
  taxSheet: { ...plain, fontSize: 9, moneyWidth: 78 },
  stockList: { ...plain, weights: { name: 2 } },
  sales: { ...plain, weights: { name: 2 } },
  consignments: { ...plain, weights: { name: 1.5 } },
  savingsCard: { ...card, moneyWidth: 46, widths: { initials: 36 } },
  loanList: { ...plain, isLandscape: true, weights: { name: 2 }, signers: ['chair', 'treasurer'] },
  arrears: {
    ...plain,
    isLandscape: true,
    weights: { name: 1.2, owedFor: 1.5 },
    signers: ['treasurer', 'counter'],
  },
  collectibility: { ...plain, isLandscape: true, moneyWidth: 58 },
  loanCard: {
    ...card,
    particularsInRow: 2,
    moneyWidth: 42,
    textWidth: 76,
    widths: { initials: 30 },
    weights: { what: 2, owner: 1.5 },
  },
  loanAgreement: { ...letter, fontSize: 8.5 },
  loanAddendum: { ...letter, fontSize: 8.5 },
  writeOffMinutes: { ...letter, moneyWidth: 110 },
  deductionMandate: letter,
  reminderLetter: letter,
  exitSettlement: { ...letter, moneyWidth: 84 },
  loanSchedule: { ...card, particularsInRow: 2, signers: ['member', 'chair', 'treasurer'], fontSize: 9 },
  fundReport: { ...plain, fontSize: 9, particularsInRow: 1, moneyWidth: 84, signers: ['chair', 'treasurer'] },
  interestRun: { ...plain, weights: { name: 2 } },
  withholdingList: plain,
  withholdingSlip: { ...plain, isSlips: true, tellsPeriodState: false },
  passbook: { ...plain, size: 'passbook', isBare: true },
  termCertificate: letter,
  termList: { ...plain, isLandscape: true },
  saleReceipt: { ...plain, fontSize: 9, hasGrid: true, tellsPeriodState: false, moneyWidth: 50, weights: { item: 3 } },
  purchaseReceipt: { ...halfSheet, moneyWidth: 70, weights: { item: 3 } },
  returnNote: { ...halfSheet, moneyWidth: 70, weights: { item: 3 } },
  transferNote: { ...halfSheet, weights: { item: 3 } },
  consignmentReceipt: { ...halfSheet, moneyWidth: 56, weights: { item: 3 } },
  consignmentSettlement: {
    ...plain,
    hasGrid: true,
    tellsPeriodState: false,
    fontSize: 9,
    moneyWidth: 62,
    weights: { item: 3 },
  },
  stockCard: { ...card, signers: ['treasurer'], moneyWidth: 52, textWidth: 90 },
  salesRecap: { ...plain, fontSize: 9, moneyWidth: 90, signers: ['treasurer', 'counter'] },
  tradeReceivables: { ...plain, textWidth: 90 },
  tradePayables: { ...plain, textWidth: 90 },
  shiftReport: { ...plain, fontSize: 9, moneyWidth: 90 },
  stockTakeMinutes: { ...letter, fontSize: 8.5, moneyWidth: 62, weights: { item: 2 } },
  receipt: { ...plain, size: 'A5', isLandscape: true, tellsPeriodState: false, moneyWidth: 80 },
  collectionList: {
    ...plain,
    hasGrid: true,
    tellsPeriodState: false,
    signers: ['counter', 'counter', 'treasurer'],
    moneyWidth: 46,
    widths: { initials: 40 },
    rowHeight: 16,
  },
  collectionSlips: { ...plain, isSlips: true, tellsPeriodState: false },
  collectionForm: {
    ...plain,
    isLandscape: true,
    hasGrid: true,
    tellsPeriodState: false,
    signers: ['counter', 'counter', 'treasurer'],
    moneyWidth: 40,
    widths: { initials: 40 },
    weights: { name: 3, hamlet: 1.4 },
    rowHeight: 18,
  },
}

/** The look of a statement's paper: its report's, for what it is printed on. */
export function styleOf({ report, paper = 'A4' }: Pick<Statement, 'report' | 'paper'>): PaperStyle {
  const style = paperStyles[report]
  return paper === 'A4' ? style : { ...style, size: paper, isLandscape: false, isBare: true }
}

/** True for the roll of a till: its page is as long as what stands on it. */
export function isRoll({ size }: Pick<PaperStyle, 'size'>): boolean {
  return size === '58mm' || size === '80mm'
}
