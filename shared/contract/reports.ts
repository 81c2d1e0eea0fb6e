import { z } from 'zod'
import { accountCodeSchema } from './accounts.ts'
import { countSchema, dateSchema, monthSchema, quarterSchema, senOrZeroSchema, textSchema } from './fields.ts'
import { unitSchema } from './journal.ts'
import { loanClassSchema } from './loan-portfolio.ts'
import { savingsProductsSchema } from './loan-securities.ts'
import { loanStateSchema } from './loan-terms.ts'
import { passbookPlaceSchema } from './passbook.ts'
import { idSchema, languageSchema, reading } from './procedure.ts'
import { programFilesSchema } from './program-files.ts'
import { bookProgressSchema, pictureSchema, receiptFormatSchema, statementShape } from './report-answers.ts'
import { yearSchema } from './tax.ts'
import { buyerKindSchema, lookGroupSchema } from './trade-look.ts'

const asOf = { asOf: dateSchema, compareTo: dateSchema.optional(), unit: unitSchema.optional() }
const period = { from: dateSchema, to: dateSchema, unit: unitSchema.optional() }
const comparedPeriod = { ...period, compareFrom: dateSchema.optional(), compareTo: dateSchema.optional() }

/** Of a book of more than 200 pages: its volume, the first unless said. The first says where everything stands. */
const volumeSchema = countSchema(1, 9_999).optional()

/** For a loan that is still to be paid out: the planned day of it, and of the first instalment. */
const plannedLoan = { loanId: idSchema, date: dateSchema.optional(), firstDueOn: dateSchema.optional() }

/** Every report with its parameters; screens, menu and command line derive from this list. */
export const reportParams = {
  balanceSheet: z.strictObject(asOf),
  surplus: z.strictObject(comparedPeriod),
  equityChanges: z.strictObject(comparedPeriod),
  cashFlow: z.strictObject(comparedPeriod),
  /** How the surplus of a year is divided: the rule, each part, and what became of the funds. */
  shuComponents: z.strictObject({ year: yearSchema }),
  /** What every member gets of it, with room to sign where that is asked for. */
  shuMembers: z.strictObject({ year: yearSchema, signature: z.boolean().optional() }),
  /** One member's share with its arithmetic; a sheet for each member where none is named. */
  shuMember: z.strictObject({ year: yearSchema, memberId: idSchema.optional() }),
  /** How healthy savings and loans are, with every figure it is reckoned from (accounting.md section 8.1). */
  healthScore: z.strictObject({ year: yearSchema, bandStyle: z.enum(['table', 'linear']).optional() }),
  /** What supervision of cooperatives looks at, with its measures (accounting.md section 8.2). */
  supervisionIndicators: z.strictObject({ year: yearSchema }),
  /** Catatan atas Laporan Keuangan (reports.md section 5). */
  notes: z.strictObject({ year: yearSchema }),
  /** Laporan Promosi Ekonomi Anggota (reports.md section 6). */
  promotion: z.strictObject({ year: yearSchema }),
  trialBalance: z.strictObject({ ...asOf, beforeClosing: z.boolean().optional() }),
  cashBook: z.strictObject({ ...period, cashAccount: accountCodeSchema.optional() }),
  journal: z.strictObject(period),
  ledgerAccount: z.strictObject({ ...period, code: accountCodeSchema }),
  memberRegister: z.strictObject({ asOf: dateSchema }),
  savingsList: z.strictObject({ asOf: dateSchema, product: textSchema(40).optional() }),
  savingsCard: z.strictObject({ savingsAccountId: idSchema, from: dateSchema.optional(), to: dateSchema.optional() }),
  /** Without a state all that is owed, by class; a class narrows it to one. */
  loanList: z.strictObject({ asOf: dateSchema, state: loanStateSchema.optional(), class: loanClassSchema.optional() }),
  arrears: z.strictObject({ asOf: dateSchema }),
  collectibility: z.strictObject({ asOf: dateSchema }),
  /** As it stands, or stood at the end of a day. */
  loanCard: z.strictObject({ loanId: idSchema, asOf: dateSchema.optional() }),
  loanSchedule: z.strictObject(plannedLoan),
  loanAgreement: z.strictObject(plannedLoan),
  /** What was agreed anew about a loan that goes on as another: asked for by either of the two. */
  loanAddendum: z.strictObject({ loanId: idSchema }),
  /** The decision by which a loan was given up. */
  writeOffMinutes: z.strictObject({ loanId: idSchema }),
  /** To be signed: for the savings named, else for those of the mandate on file; without any there is room to write. */
  deductionMandate: z.strictObject({
    loanId: idSchema,
    savingsProducts: savingsProductsSchema.optional(),
    date: dateSchema.optional(),
  }),
  /** Until when a letter asks to be paid: a week unless said. */
  reminderLetter: z.strictObject({
    loanId: idSchema,
    letter: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    date: dateSchema,
    payBy: dateSchema.optional(),
  }),
  /** Of who has left as it was posted; of a member as it would be on the day, today unless said. */
  exitSettlement: z.strictObject({
    memberId: idSchema,
    date: dateSchema.optional(),
    lossShare: senOrZeroSchema.optional(),
    payWrittenOff: z.boolean().optional(),
  }),
  /** The interest of a month, account by account. */
  interestRun: z.strictObject({ month: monthSchema }),
  withholdingList: z.strictObject({ month: monthSchema }),
  /** A slip for each member who was paid interest, or for one of them. */
  withholdingSlip: z.strictObject({ month: monthSchema, memberId: idSchema.optional() }),
  /** The lines of a passbook that are not printed yet, at their places; `startAt` as `savings.passbook` takes it. */
  passbook: z.strictObject({ savingsAccountId: idSchema, startAt: passbookPlaceSchema.optional() }),
  /** Bilyet of one term deposit. */
  termCertificate: z.strictObject({ savingsAccountId: idSchema }),
  termList: z.strictObject({ asOf: dateSchema }),
  /** Equipment and buildings with what they cost and what is written off of them, all or of one place. */
  assetRegister: z.strictObject({ asOf: dateSchema, place: textSchema(120).optional() }),
  /** Labels of the assets that are there on a day, to stick on them: all, or of one place. */
  assetLabels: z.strictObject({ asOf: dateSchema, place: textSchema(120).optional() }),
  /** Turnover and final tax of a year, month by month. */
  taxSheet: z.strictObject({ year: yearSchema, taxableIncome: senOrZeroSchema.optional() }),
  /** Goods of the cooperative with what they cost, and goods in keeping. */
  stockList: z.strictObject({ asOf: dateSchema, locationId: idSchema.optional() }),
  /** What was sold, item by item, to members and to others, less what came back; or as `trade.salesLook` groups it. */
  sales: z.strictObject({
    from: dateSchema,
    to: dateSchema,
    by: lookGroupSchema.optional(),
    buyer: buyerKindSchema.optional(),
  }),
  /** Whose goods are in keeping, and what is owed for those that were sold. */
  consignments: z.strictObject({ asOf: dateSchema }),
  /** The card of an item, in all places or at one: there quantities alone. */
  stockCard: z.strictObject({ itemId: idSchema, from: dateSchema, to: dateSchema, locationId: idSchema.optional() }),
  /** The sales of one day, how they were paid, and what was brought back. */
  salesRecap: z.strictObject({ date: dateSchema }),
  /** What is owed for goods, on either side, by its age. */
  tradeReceivables: z.strictObject({ asOf: dateSchema }),
  tradePayables: z.strictObject({ asOf: dateSchema }),
  /** A cashier's shift: what was sold, what should be in the box, and what was counted. */
  shiftReport: z.strictObject({ shiftId: idSchema }),
  /** A count of goods, with its differences and their reasons. */
  stockTakeMinutes: z.strictObject({ documentId: idSchema }),
  receipt: z.strictObject({ entryId: idSchema }),
  /**
   * Nota of one sale, by its document or its entry: for the roll of a till, or as an invoice on A4. `given` is what was
   * handed over in cash, where it is known.
   */
  saleReceipt: z.strictObject({
    documentId: idSchema,
    format: receiptFormatSchema.optional(),
    given: senOrZeroSchema.optional(),
  }),
  /** Nota of one purchase, by its document or its entry. */
  purchaseReceipt: z.strictObject({ documentId: idSchema }),
  /** Nota retur: goods of a sale or a purchase that came or went back, by its document or its entry. */
  returnNote: z.strictObject({ documentId: idSchema }),
  /** Surat jalan: goods that went from one place to another with one document: quantities alone. */
  transferNote: z.strictObject({ documentId: idSchema }),
  /** Goods that came into keeping or went back with one document: quantities alone. */
  consignmentReceipt: z.strictObject({ documentId: idSchema }),
  /** What one payment to an owner of goods in keeping was for, since the one before it; by its document or its entry. */
  consignmentSettlement: z.strictObject({ documentId: idSchema }),
  /** Who paid what with one voucher: one list, or a slip for each member or for one of them. */
  collectionList: z.strictObject({ entryId: idSchema }),
  collectionSlips: z.strictObject({ entryId: idSchema, memberId: idSchema.optional() }),
  collectionForm: z.strictObject({ date: dateSchema }),
  /**
   * Everything for the annual meeting about a year as one book, or one of its parts alone; `brief` is the short version for
   * members' phones, its first page five numbers.
   */
  annualMeetingBook: z.strictObject({
    year: yearSchema,
    part: z.enum(['1', '2', '3', '4', '5', '6', '7']).optional(),
    brief: z.boolean().optional(),
    volume: volumeSchema,
  }),
  /** For the government office after the annual meeting: its form, the papers of the meeting, the statements, the health score. */
  governmentAnnual: z.strictObject({ year: yearSchema, volume: volumeSchema }),
  /** For the government office: balance sheet, result of the quarter and of the year so far, loans by class. */
  governmentQuarterly: z.strictObject({ quarter: quarterSchema }),
  /** What a programme is told of people and money, counts below five hidden (reports.md section 8). */
  programIndicators: z.strictObject({ from: dateSchema, to: dateSchema }),
  /** Files of several cooperatives as one report, as `program.merge` tells it; a key that changed is accepted there. */
  programConsolidated: z.strictObject({ files: programFilesSchema }),
  /** RAPB of a year, and what came of it up to the end of a month. */
  budgetPlan: z.strictObject({ year: yearSchema, unit: unitSchema.optional() }),
  budgetComparison: z.strictObject({
    year: yearSchema,
    through: monthSchema.optional(),
    unit: unitSchema.optional(),
  }),
  /** What a donor is told of a fund. */
  fundReport: z.strictObject({ fundId: idSchema, asOf: dateSchema.optional() }),
} as const

export type ReportName = keyof typeof reportParams
export type ReportParams<Name extends ReportName> = z.infer<(typeof reportParams)[Name]>
export const reportNames = Object.keys(reportParams) as [ReportName, ...ReportName[]]

function asked<Name extends ReportName>(report: Name) {
  return z.strictObject({
    report: z.literal(report),
    params: reportParams[report],
    language: languageSchema.optional(),
  })
}

/** One report with its parameters. */
const askedReport = z.discriminatedUnion('report', [
  asked('balanceSheet'),
  asked('surplus'),
  asked('equityChanges'),
  asked('cashFlow'),
  asked('shuComponents'),
  asked('shuMembers'),
  asked('shuMember'),
  asked('healthScore'),
  asked('supervisionIndicators'),
  asked('notes'),
  asked('promotion'),
  asked('trialBalance'),
  asked('cashBook'),
  asked('journal'),
  asked('ledgerAccount'),
  asked('memberRegister'),
  asked('savingsList'),
  asked('savingsCard'),
  asked('loanList'),
  asked('arrears'),
  asked('collectibility'),
  asked('loanCard'),
  asked('loanSchedule'),
  asked('loanAgreement'),
  asked('loanAddendum'),
  asked('writeOffMinutes'),
  asked('deductionMandate'),
  asked('reminderLetter'),
  asked('exitSettlement'),
  asked('interestRun'),
  asked('withholdingList'),
  asked('withholdingSlip'),
  asked('passbook'),
  asked('termCertificate'),
  asked('termList'),
  asked('assetRegister'),
  asked('assetLabels'),
  asked('taxSheet'),
  asked('stockList'),
  asked('sales'),
  asked('consignments'),
  asked('stockCard'),
  asked('salesRecap'),
  asked('tradeReceivables'),
  asked('tradePayables'),
  asked('shiftReport'),
  asked('stockTakeMinutes'),
  asked('receipt'),
  asked('saleReceipt'),
  asked('purchaseReceipt'),
  asked('returnNote'),
  asked('transferNote'),
  asked('consignmentReceipt'),
  asked('consignmentSettlement'),
  asked('collectionList'),
  asked('collectionSlips'),
  asked('collectionForm'),
  asked('fundReport'),
  asked('annualMeetingBook'),
  asked('governmentAnnual'),
  asked('governmentQuarterly'),
  asked('programIndicators'),
  asked('programConsolidated'),
  asked('budgetPlan'),
  asked('budgetComparison'),
])
export type AskedReport = z.infer<typeof askedReport>

/** The cards and slips that are sent to a member's phone. */
const askedPicture = z.discriminatedUnion('report', [asked('savingsCard'), asked('loanCard'), asked('receipt')])
export type AskedPicture = z.infer<typeof askedPicture>

/** A book, all its volumes: under `makingId` one may ask meanwhile how far it is. */
const bookOf = <Name extends 'annualMeetingBook' | 'governmentAnnual'>(report: Name) =>
  asked(report).extend({ makingId: idSchema.optional() })
export const askedBook = z.discriminatedUnion('report', [bookOf('annualMeetingBook'), bookOf('governmentAnnual')])
export type AskedBook = z.infer<typeof askedBook>

const statement = z.object({ report: z.enum(reportNames), ...statementShape })

export const reportsContract = {
  list: reading.input(z.strictObject({ language: languageSchema.optional() }).optional()).output(
    z.object({
      rows: z.array(
        z.object({
          report: z.enum(reportNames),
          title: z.string(),
          params: z.array(z.object({ name: z.string(), required: z.boolean() })),
        }),
      ),
    }),
  ),
  run: reading.input(askedReport).output(statement),
  /** The printed page, PDF/A-2b. */
  pdf: reading.input(askedReport).output(z.file()),
  /** All volumes of a book, one PDF each; a book of up to 200 pages has one. */
  volumes: reading.input(askedBook).output(z.object({ files: z.array(z.file()) })),
  /** How far the book is that is made under an id; `waiting` before it begins and once it is done. */
  progress: reading.input(z.strictObject({ makingId: idSchema })).output(bookProgressSchema),
  /** What a picture of a card or slip shows, for a member's phone: the screen draws it. */
  picture: reading.input(askedPicture).output(pictureSchema),
  /** The same rows as a spreadsheet. */
  sheet: reading.input(askedReport).output(z.file()),
}
