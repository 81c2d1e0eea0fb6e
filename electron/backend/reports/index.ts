import { formatDate, type Language } from '../../../shared/calendar.ts'
import type { AskedReport, ReportName, ReportParams } from '../../../shared/contract/reports.ts'
import { invalidInput } from '../../../shared/errors.ts'
import { arrears } from '../../../shared/statements/arrears.ts'
import { assetLabels } from '../../../shared/statements/asset-labels.ts'
import { assetRegister } from '../../../shared/statements/asset-register.ts'
import { balanceSheet } from '../../../shared/statements/balance-sheet.ts'
import { budgetComparison, budgetPlan } from '../../../shared/statements/budget.ts'
import { cashBook } from '../../../shared/statements/cash-book.ts'
import { cashFlow } from '../../../shared/statements/cash-flow.ts'
import { collectionList, collectionSlips } from '../../../shared/statements/collected.ts'
import { collectibility } from '../../../shared/statements/collectibility.ts'
import { collectionForm } from '../../../shared/statements/collection-form.ts'
import { consignmentReceipt, consignmentSettlement } from '../../../shared/statements/consignment-papers.ts'
import { deductionMandate } from '../../../shared/statements/deduction-mandate.ts'
import { equityChanges } from '../../../shared/statements/equity-changes.ts'
import { exitSettlement } from '../../../shared/statements/exit-settlement.ts'
import { fundReport } from '../../../shared/statements/fund-report.ts'
import { governmentAnnual } from '../../../shared/statements/government/annual.ts'
import { governmentQuarterly } from '../../../shared/statements/government/quarterly.ts'
import { healthScoreReport } from '../../../shared/statements/health-score.ts'
import { interestRun } from '../../../shared/statements/interest-run.ts'
import { journal } from '../../../shared/statements/journal.ts'
import { ledgerAccount } from '../../../shared/statements/ledger-account.ts'
import { loanAddendum } from '../../../shared/statements/loan-addendum.ts'
import { loanAgreement } from '../../../shared/statements/loan-agreement.ts'
import { loanCard } from '../../../shared/statements/loan-card.ts'
import { loanList } from '../../../shared/statements/loan-list.ts'
import { loanScheduleReport } from '../../../shared/statements/loan-schedule.ts'
import { annualMeetingBook } from '../../../shared/statements/meeting-book/annual-meeting-book.ts'
import { memberRegister } from '../../../shared/statements/member-register.ts'
import { notes } from '../../../shared/statements/notes/notes.ts'
import { passbook } from '../../../shared/statements/passbook.ts'
import { programConsolidated } from '../../../shared/statements/program-consolidated.ts'
import { programIndicators } from '../../../shared/statements/program-indicators.ts'
import { promotion } from '../../../shared/statements/promotion.ts'
import { purchaseReceipt } from '../../../shared/statements/purchase-receipt.ts'
import { receipt } from '../../../shared/statements/receipt.ts'
import { reminderLetter } from '../../../shared/statements/reminder-letter.ts'
import { returnNote } from '../../../shared/statements/return-note.ts'
import { saleReceipt } from '../../../shared/statements/sale-receipt.ts'
import { sales } from '../../../shared/statements/sales.ts'
import { salesRecap } from '../../../shared/statements/sales-recap.ts'
import { savingsCard } from '../../../shared/statements/savings-card.ts'
import { savingsList } from '../../../shared/statements/savings-list.ts'
import { shiftReport } from '../../../shared/statements/shift-report.ts'
import { shuComponents } from '../../../shared/statements/shu-components.ts'
import { shuMemberSheets, shuMembers } from '../../../shared/statements/shu-members.ts'
import type { Statement } from '../../../shared/statements/statement.ts'
import { stockCard } from '../../../shared/statements/stock-card.ts'
import { stockTakeMinutes } from '../../../shared/statements/stock-take-minutes.ts'
import { supervisionIndicators } from '../../../shared/statements/supervision-indicators.ts'
import { surplus } from '../../../shared/statements/surplus.ts'
import { taxSheet } from '../../../shared/statements/tax-sheet.ts'
import { termCertificate, termList } from '../../../shared/statements/term-papers.ts'
import { filled, reportTexts } from '../../../shared/statements/texts.ts'
import { tradePayables, tradeReceivables } from '../../../shared/statements/trade-debts.ts'
import { consignments, stockList } from '../../../shared/statements/trade-lists.ts'
import { transferNote } from '../../../shared/statements/transfer-note.ts'
import { trialBalance } from '../../../shared/statements/trial-balance.ts'
import { withholdingList, withholdingSlips } from '../../../shared/statements/withholding.ts'
import { writeOffMinutes } from '../../../shared/statements/write-off-minutes.ts'
import type { AppOptions } from '../app.ts'
import { oldestDate } from '../ledger/post.ts'
import type { Reading } from '../work.ts'
import { arrearsFacts } from './arrears/facts.ts'
import { assetLabelsFacts } from './asset-labels/facts.ts'
import { assetRegisterFacts } from './asset-register/facts.ts'
import { balanceSheetFacts } from './balance-sheet/facts.ts'
import { budgetComparisonFacts, budgetPlanFacts } from './budget/facts.ts'
import { cashBookFacts } from './cash-book/facts.ts'
import { cashFlowFacts } from './cash-flow/facts.ts'
import { collectedFacts } from './collected/facts.ts'
import { collectibilityFacts } from './collectibility/facts.ts'
import { collectionFormFacts } from './collection-form/facts.ts'
import { consignmentReceiptFacts } from './consignment-papers/receipt.ts'
import { consignmentSettlementFacts } from './consignment-papers/settlement.ts'
import { consignmentsFacts } from './consignments/facts.ts'
import { deductionMandateFacts } from './deduction-mandate/facts.ts'
import { equityChangesFacts } from './equity-changes/facts.ts'
import { exitSettlementFacts } from './exit-settlement/facts.ts'
import { fundReportFacts } from './fund-report/facts.ts'
import { governmentAnnualFacts, governmentQuarterlyFacts } from './government/facts.ts'
import { healthScoreFacts } from './health-score/facts.ts'
import { interestRunFacts } from './interest-run/facts.ts'
import { journalFacts } from './journal/facts.ts'
import { ledgerAccountFacts } from './ledger-account/facts.ts'
import { loanAddendumFacts } from './loan-addendum/facts.ts'
import { loanAgreementFacts } from './loan-agreement/facts.ts'
import { loanCardFacts } from './loan-card/facts.ts'
import { loanListFacts } from './loan-list/facts.ts'
import { loanScheduleFacts } from './loan-schedule/facts.ts'
import { annualMeetingBookFacts } from './meeting-book/facts.ts'
import { OwnReports } from './meeting-book/own-reports.ts'
import { memberRegisterFacts } from './member-register/facts.ts'
import { notesFacts } from './notes/facts.ts'
import type { Tell } from './paper/progress.ts'
import { passbookFacts } from './passbook/facts.ts'
import { programConsolidatedFacts } from './program/consolidated.ts'
import { programIndicatorsFacts } from './program/facts.ts'
import { promotionFacts } from './promotion/facts.ts'
import { purchaseReceiptFacts } from './purchase-receipt/facts.ts'
import { receiptFacts } from './receipt/facts.ts'
import { reminderLetterFacts } from './reminder-letter/facts.ts'
import { returnNoteFacts } from './return-note/facts.ts'
import { saleReceiptFacts } from './sale-receipt/facts.ts'
import { salesFacts } from './sales/facts.ts'
import { salesRecapFacts } from './sales-recap/facts.ts'
import { savingsCardFacts } from './savings-card/facts.ts'
import { savingsListFacts } from './savings-list/facts.ts'
import { shiftReportFacts } from './shift-report/facts.ts'
import { shuComponentsFacts } from './shu/components.ts'
import { shuMemberFacts, shuMembersFacts } from './shu/members.ts'
import { stockCardFacts } from './stock-card/facts.ts'
import { stockListFacts } from './stock-list/facts.ts'
import { stockTakeFacts } from './stock-take-minutes/facts.ts'
import { supervisionFacts } from './supervision/facts.ts'
import { surplusFacts } from './surplus/facts.ts'
import { taxSheetFacts } from './tax-sheet/facts.ts'
import { termCertificateFacts } from './term-certificate/facts.ts'
import { termListFacts } from './term-list/facts.ts'
import { tradePayablesFacts, tradeReceivablesFacts } from './trade-debts/facts.ts'
import { transferNoteFacts } from './transfer-note/facts.ts'
import { trialBalanceFacts } from './trial-balance/facts.ts'
import { withholdingFacts, withholdingSlipFacts } from './withholding/facts.ts'
import { writeOffMinutesFacts } from './write-off-minutes/facts.ts'

/** The book, where the program keeps what is its own (keys of others' programme files), and who hears how far a book is. */
type Telling = Reading & { readonly home: string; readonly hear?: Tell | undefined }

const ownReports = (reading: Telling, language: Language) =>
  new OwnReports(language, (asked) => tell(reading, asked), reading.hear)

type Report<Name extends ReportName> = (
  reading: Telling,
  params: ReportParams<Name>,
  language: Language,
) => Promise<Statement>

/** Every report: its query and the rule that makes a statement of what it finds. A new report is a line here. */
const reports: { readonly [Name in ReportName]: Report<Name> } = {
  balanceSheet: async (...asked) => balanceSheet(await balanceSheetFacts(...asked)),
  surplus: async (...asked) => surplus(await surplusFacts(...asked)),
  equityChanges: async (...asked) => equityChanges(await equityChangesFacts(...asked)),
  cashFlow: async (...asked) => cashFlow(await cashFlowFacts(...asked)),
  shuComponents: async (...asked) => shuComponents(await shuComponentsFacts(...asked)),
  shuMembers: async (...asked) => shuMembers(await shuMembersFacts(...asked)),
  shuMember: async (...asked) => shuMemberSheets(await shuMemberFacts(...asked)),
  annualMeetingBook: async (reading, params, language) =>
    annualMeetingBook(await annualMeetingBookFacts(reading, params, ownReports(reading, language))),
  governmentAnnual: async (reading, params, language) =>
    governmentAnnual(await governmentAnnualFacts(reading, params, ownReports(reading, language))),
  governmentQuarterly: async (reading, params, language) =>
    governmentQuarterly(await governmentQuarterlyFacts(reading, params, ownReports(reading, language))),
  programIndicators: async (reading, params, language) =>
    programIndicators(await programIndicatorsFacts(reading, params, language, (asked) => tell(reading, asked))),
  programConsolidated: async ({ home }, params, language) =>
    programConsolidated(programConsolidatedFacts(params, language, home)),
  budgetPlan: async (...asked) => budgetPlan(await budgetPlanFacts(...asked)),
  budgetComparison: async (...asked) => budgetComparison(await budgetComparisonFacts(...asked)),
  healthScore: async (...asked) => healthScoreReport(await healthScoreFacts(...asked)),
  supervisionIndicators: async (...asked) => supervisionIndicators(await supervisionFacts(...asked)),
  notes: async (...asked) => notes(await notesFacts(...asked)),
  promotion: async (...asked) => promotion(await promotionFacts(...asked)),
  trialBalance: async (...asked) => trialBalance(await trialBalanceFacts(...asked)),
  cashBook: async (...asked) => cashBook(await cashBookFacts(...asked)),
  journal: async (...asked) => journal(await journalFacts(...asked)),
  ledgerAccount: async (...asked) => ledgerAccount(await ledgerAccountFacts(...asked)),
  memberRegister: async (...asked) => memberRegister(await memberRegisterFacts(...asked)),
  savingsList: async (...asked) => savingsList(await savingsListFacts(...asked)),
  assetLabels: async (...asked) => assetLabels(await assetLabelsFacts(...asked)),
  assetRegister: async (...asked) => assetRegister(await assetRegisterFacts(...asked)),
  taxSheet: async (...asked) => taxSheet(await taxSheetFacts(...asked)),
  stockList: async (...asked) => stockList(await stockListFacts(...asked)),
  sales: async (...asked) => sales(await salesFacts(...asked)),
  consignments: async (...asked) => consignments(await consignmentsFacts(...asked)),
  savingsCard: async (...asked) => savingsCard(await savingsCardFacts(...asked)),
  loanList: async (...asked) => loanList(await loanListFacts(...asked)),
  arrears: async (...asked) => arrears(await arrearsFacts(...asked)),
  collectibility: async (...asked) => collectibility(await collectibilityFacts(...asked)),
  loanCard: async (...asked) => loanCard(await loanCardFacts(...asked)),
  loanSchedule: async (...asked) => loanScheduleReport(await loanScheduleFacts(...asked)),
  loanAgreement: async (...asked) => loanAgreement(await loanAgreementFacts(...asked)),
  loanAddendum: async (...asked) => loanAddendum(await loanAddendumFacts(...asked)),
  writeOffMinutes: async (...asked) => writeOffMinutes(await writeOffMinutesFacts(...asked)),
  deductionMandate: async (...asked) => deductionMandate(await deductionMandateFacts(...asked)),
  reminderLetter: async (...asked) => reminderLetter(await reminderLetterFacts(...asked)),
  exitSettlement: async (...asked) => exitSettlement(await exitSettlementFacts(...asked)),
  interestRun: async (...asked) => interestRun(await interestRunFacts(...asked)),
  withholdingList: async (...asked) => withholdingList(await withholdingFacts(...asked)),
  withholdingSlip: async (...asked) => withholdingSlips(await withholdingSlipFacts(...asked)),
  passbook: async (...asked) => passbook(await passbookFacts(...asked)),
  termCertificate: async (...asked) => termCertificate(await termCertificateFacts(...asked)),
  termList: async (...asked) => termList(await termListFacts(...asked)),
  stockCard: async (...asked) => stockCard(await stockCardFacts(...asked)),
  salesRecap: async (...asked) => salesRecap(await salesRecapFacts(...asked)),
  tradeReceivables: async (...asked) => tradeReceivables(await tradeReceivablesFacts(...asked)),
  tradePayables: async (...asked) => tradePayables(await tradePayablesFacts(...asked)),
  shiftReport: async (...asked) => shiftReport(await shiftReportFacts(...asked)),
  stockTakeMinutes: async (...asked) => stockTakeMinutes(await stockTakeFacts(...asked)),
  receipt: async (...asked) => receipt(await receiptFacts(...asked)),
  saleReceipt: async (...asked) => saleReceipt(await saleReceiptFacts(...asked)),
  purchaseReceipt: async (...asked) => purchaseReceipt(await purchaseReceiptFacts(...asked)),
  returnNote: async (...asked) => returnNote(await returnNoteFacts(...asked)),
  transferNote: async (...asked) => transferNote(await transferNoteFacts(...asked)),
  consignmentReceipt: async (...asked) => consignmentReceipt(await consignmentReceiptFacts(...asked)),
  consignmentSettlement: async (...asked) => consignmentSettlement(await consignmentSettlementFacts(...asked)),
  collectionList: async (...asked) => collectionList(await collectedFacts(...asked)),
  collectionSlips: async (...asked) => collectionSlips(await collectedFacts(...asked)),
  collectionForm: async (...asked) => collectionForm(await collectionFormFacts(...asked)),
  fundReport: async (...asked) => fundReport(await fundReportFacts(...asked)),
}

/** One report as a statement; refuses INVALID_INPUT where its days run backwards. */
export function runReport(
  reading: Reading,
  asked: AskedReport,
  { options: { home } }: { readonly options: Pick<AppOptions, 'home'> },
  hear?: Tell,
): Promise<Statement> {
  return tell({ ...reading, home, hear, reckoned: new Map() }, asked)
}

async function tell(reading: Telling, asked: AskedReport): Promise<Statement> {
  const { params, language = 'id' } = asked
  if ('from' in params && 'to' in params && (params.from ?? '') > (params.to ?? '9')) {
    throw invalidInput(['params', 'to'], 'period_backwards')
  }
  const report = reports[asked.report] as Report<ReportName>
  return withBegin(reading, await report(reading, params, language))
}

/** Statements whose columns are all zeros before the book began, which says nothing about the cooperative then. */
const figuresOfBook: ReadonlySet<ReportName> = new Set(['balanceSheet', 'surplus', 'equityChanges', 'cashFlow'])

async function withBegin({ db }: Reading, statement: Statement): Promise<Statement> {
  const { report, date, comparedTo = date, language, notes: told } = statement
  if (!figuresOfBook.has(report)) return statement
  const first = await oldestDate(db)
  if (first === undefined || (date >= first && comparedTo >= first)) return statement
  const { beforeBook, comparedBeforeBook } = reportTexts(language)
  const note = filled(date < first ? beforeBook : comparedBeforeBook, { date: formatDate(first, language) })
  return { ...statement, notes: [...told, note] }
}
