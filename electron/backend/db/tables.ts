import type { Kysely, Transaction } from 'kysely'
import type { AttachmentType } from '../../../shared/rules/attachment-type.ts'
import type { SavingsKind } from '../../../shared/rules/default-savings.ts'
import type { DepreciationMethod } from '../../../shared/rules/depreciation.ts'
import type { EarlyWithdrawalRule, SavingsLock } from '../../../shared/rules/savings-lock.ts'
import type { TermRollover } from '../../../shared/rules/term-interest.ts'
import type {
  BalanceStockTable,
  CashierShiftTable,
  ItemTermsTable,
  PartnerTermsTable,
  StockLocationTable,
  StockMoveTable,
  TradeDocumentTable,
  TradeLineTable,
} from './trade-tables.ts'

export type { SavingsKind } from '../../../shared/rules/default-savings.ts'

/** What readers get: by agreement the read half of kysely; writers are handed a `Tx` and can reach nothing else. */
export type Reader = Kysely<Tables>
export type Tx = Transaction<Tables>

export type Flag = 0 | 1

interface Identity {
  id: string
  code: string
  name: string
  active: Flag
}

export interface BookTable {
  only: 1
  id: string
  kind: BookKind
  made_at: string
}
export type BookKind = 'real' | 'practice' | 'sample'

export interface CooperativeTable {
  only: 1
  name: string
  founded_on: string | null
  legal_entity_number: string | null
  coop_registration_number: string | null
  tax_id: string | null
  business_id: string | null
  address: string | null
  village: string | null
  district: string | null
  regency: string | null
  province: string | null
  phone: string | null
  coop_type: 'ksp' | 'consumer' | 'producer' | 'marketing' | 'service' | null
}

export interface OfficerTable {
  role: 'chair' | 'secretary' | 'treasurer' | 'supervisor'
  name: string
}

export interface UnitTable {
  id: string
  name_id: string
  name_en: string
  active: Flag
  sort: number
}

export interface RequestTable {
  id: string
  procedure: string
  input_hash: string
  result: string
  at: string
  made_by: string
  /** The newest entry when the request was answered; what the request posted stands in a row and ends there. */
  last_seq: number
}

export interface MemberTable extends Identity {
  /** The number as lists are ordered and doubles are found by it: `memberNumberKey`. */
  sort: string
  /** Name, number and hamlet as they are searched: `searchText`. */
  search: string
  sex: 'female' | 'male'
  joined_on: string
  left_on: string | null
  birth_date: string | null
  national_id: string | null
  phone: string | null
  address: string | null
  hamlet: string | null
  rt: string | null
  rw: string | null
  village: string | null
  district: string | null
  occupation: string | null
  returnee: string | null
  disability: string | null
  bpjs: string | null
  consent_on: string | null
  note: string | null
  /** What entered the member; undoing it takes the row back out while nothing stands on it. */
  request_id: string | null
}

/** Numbers that members once had; nobody else gets them. */
export interface MemberFormerNumberTable {
  sort: string
  code: string
  member_id: string
}

export type AccountType = 'asset' | 'liability' | 'equity' | 'income' | 'expense'
export type Side = 'debit' | 'credit'
export type Subledger = 'savings' | 'loan' | 'member' | 'partner' | 'borrowing' | 'fund' | 'item' | 'asset' | 'person'

export interface AccountTable {
  code: string
  name_id: string
  name_en: string
  type: AccountType
  normal: Side
  parent: string | null
  postable: Flag
  subledger: Subledger | null
  cash_flow: 'cash' | 'operating' | 'investing' | 'financing' | 'interunit' | 'none'
  cash_flow_line: string | null
  report_line: string | null
  note: string | null
  active: Flag
}

/** Who gave or took the money of a voucher, where it is nobody with a card: a name, so it lies outside the chain. */
export interface VoucherPartyTable {
  entry_id: string
  name: string
}

/** What a loan costs and how it is paid back. */
export interface LoanTermColumns {
  method: 'flat' | 'declining' | 'annuity' | 'bullet'
  rate_pct: string
  rate_per: 'month' | 'year'
  interval_unit: 'month' | 'week'
  interval_every: number
  grace_principal_months: number
  grace_all_months: number
  rounding: 'half_up' | 'up' | 'down'
  round_to: number
  round_payment_to: number | null
  day_count: 'months' | 'actual_365' | 'actual_360'
  early_settlement: 'due' | 'running' | 'full'
  provision_pct: string
  insurance_pct: string
  loan_savings_pct: string
  administration: number
  stamp: number
  stamp_paid_by: 'member' | 'cooperative'
  penalty_kind: 'none' | 'pct_per_day' | 'pct_per_month'
  penalty_pct: string
  penalty_grace_days: number
  /** Percent of the instalment; null for no bound. */
  penalty_cap_pct: string | null
  allocation: 'interest_principal_penalty' | 'penalty_interest_principal' | 'principal_interest_penalty'
  excess: 'prepay' | 'hold'
  account: string
  interest_account: string
  unit: string
}

export interface LoanProductTable extends LoanTermColumns {
  id: string
  name_id: string
  name_en: string
  principal_max: number | null
  months_max: number | null
  times_savings: string | null
  collateral_above: number | null
  guarantor_above: number | null
  active: Flag
  sort: number
}

export interface LoanAgreementTable extends LoanTermColumns {
  loan_id: string
  member_id: string
  product: string
  principal: number
  months: number
  purpose: string
  /** Borrowed by the board, a supervisor or who is close to them. */
  related_party: Flag
  /** A group answers for it (tanggung renteng), which counts as collateral and guarantor. */
  joint_liability: Flag
  /** The revolving fund whose money is lent. */
  fund_id: string | null
  applied_on: string
  approved_on: string | null
  approved_by: string | null
}

export interface LoanRejectionTable {
  loan_id: string
  rejected_on: string
  reason: string
}

/** A member, or somebody else by name. */
export interface LoanGuarantorTable {
  id: string
  loan_id: string
  n: number
  member_id: string | null
  name: string | null
  address: string | null
  phone: string | null
}

export interface LoanCollateralTable {
  id: string
  loan_id: string
  n: number
  /** The thing as it was first registered: a loan that replaces another takes its collateral over. */
  origin_id: string
  kind: string
  owner: string
  document_number: string | null
  appraised: number
  appraised_on: string | null
  /** From when on it counts where no day of appraisal is known. */
  recorded_on: string
  kept_at: string | null
  released_on: string | null
}

/** A signed permission to take instalments from savings: JSON list of savings products. */
export interface LoanMandateTable {
  id: string
  loan_id: string
  /** The paper as it was first signed: a loan that replaces another takes its mandates over. */
  origin_id: string
  savings_products: string
  given_on: string
  revoked_on: string | null
}

/** A loan that goes on as another: it stands until its entry is reversed. */
export interface LoanRestructuringTable {
  entry_id: string
  loan_id: string
  new_loan_id: string
  interest_let_go: number
  penalty_let_go: number
  reason: string
}

/** A loan that was given up for lost, and what besides its principal may still be claimed. */
export interface LoanWriteOffTable {
  entry_id: string
  loan_id: string
  interest: number
  penalty: number
  decision_number: string
  decided_on: string
  decided_by: 'rat' | 'board'
}

/** Penalty that was let off, with a payment or by itself. */
export interface LoanWaiverTable {
  id: string
  loan_id: string
  date: string
  amount: number
  reason: string
  entry_id: string | null
  request_id: string | null
  withdrawn_on: string | null
}

/** The schedule of a payout: terms, not balances. What is paid of it is read from the journal. */
export interface LoanInstalmentTable {
  entry_id: string
  n: number
  loan_id: string
  due_on: string
  principal: number
  interest: number
}

export interface SavingsProductTable {
  id: string
  kind: SavingsKind
  name_id: string
  name_en: string
  account: string
  unit: string
  active: Flag
  /** Has a column at the monthly meeting. */
  collected: Flag
  lock_rule: SavingsLock
  /** A day, or a day of every year as `MM-DD`. */
  unlocks_on: string | null
  early_withdrawal: EarlyWithdrawalRule
  early_pct: string | null
  minimum_deposit: number
  /** In how many monthly parts principal savings are paid. */
  instalments: number
  /** Lines on one page of the passbook. */
  passbook_lines: number
  sort: number
}

/** How savings of a product earn from a month on. */
export interface SavingsRateTable {
  product: string
  from_month: string
  method: 'lowest' | 'average_daily' | 'daily' | 'average_of_balances'
  day_basis: '365' | '360' | 'actual' | 'twelfths'
  rounding: 'down' | 'half_up'
  minimum_balance: number
  opening_counts: Flag
  /** JSON: `[{ from, ratePctPerYear }]`, the lowest first. */
  tiers: string
}

/** What was agreed when a term deposit was placed. */
export interface SavingsTermTable {
  savings_account_id: string
  amount: number
  starts_on: string
  months: number
  matures_on: string
  rate_pct: string
  day_basis: SavingsRateTable['day_basis']
  rounding: SavingsRateTable['rounding']
  early_withdrawal: EarlyWithdrawalRule
  early_pct: string | null
  rollover: TermRollover
  /** The savings account the interest goes onto every month; null for interest at the end. */
  pay_interest_to: string | null
  /** The term deposit that went before. */
  rolled_from: string | null
}

/** How far a passbook was printed: the last entry, and the last line used. */
export interface SavingsPassbookTable {
  savings_account_id: string
  number: number
  last_seq: number
  page: number
  line: number
  at: string
  request_id: string
}

/** Which month's interest an entry is. */
export interface SavingsInterestRunTable {
  entry_id: string
  month: string
}

/** An account of the chart on which a savings account stood before its product moved. */
export interface SavingsAccountFormerTable {
  savings_account_id: string
  account: string
}

export interface SavingsAccountTable extends Identity {
  member_id: string
  product: string
  account: string
  opened_on: string
  closed_on: string | null
  request_id: string | null
}

/** The monthly due of a product from a month on; amounts in sen. */
export interface SavingsDueTable {
  product: string
  from_month: string
  amount: number
}

export type EntryKind = 'ordinary' | 'opening' | 'closing'
export type VoucherBook = 'BKM' | 'BKK' | 'BBM' | 'BBK' | 'BM' | 'PJ' | 'PB' | 'PN' | 'PT'

export interface JournalEntryTable {
  seq: number
  id: string
  kind: EntryKind
  book: VoucherBook
  year: number
  number: number
  date: string
  description: string
  unit: string
  procedure: string
  request_id: string | null
  reverses_id: string | null
  reason: string | null
  created_at: string
  created_by: string
  approved_by: string | null
  /** Of the terms the entry puts in force; null where there are none. */
  terms_hash: string | null
  /** Head of the moves of goods when it was written; null while there are none. */
  stock_hash: string | null
  hash_version: 1
  prev_hash: string
  hash: string
}

export interface LineReferences {
  member_id: string | null
  savings_account_id: string | null
  loan_id: string | null
  partner_id: string | null
  item_id: string | null
  fund_id: string | null
  budget_line_id: string | null
  asset_id: string | null
  borrowing_id: string | null
  person_id: string | null
}

export interface JournalLineTable extends LineReferences {
  seq: number
  line_no: number
  entry_id: string
  entry_date: string
  account: string
  debit: number
  credit: number
  unit: string
  cash_flow_line: string | null
  memo: string | null
}

interface Moved {
  account: string
  unit: string
  kind: EntryKind
  debit: number
  credit: number
  lines: number
}

export interface BalanceSubledgerTable {
  subledger: Subledger
  reference: string
  account: string
  unit: string
  year: string
  debit: number
  credit: number
  lines: number
}

export interface PeriodActTable {
  seq: number
  period: string
  act: 'lock' | 'unlock' | 'close' | 'reopen'
  reason: string | null
  at: string
  made_by: string
  head_seq: number
  head_hash: string
}

export interface CashCountTable {
  id: string
  date: string
  account: string
  denominations: string
  counted: number
  expected: number
  counted_by: string
  reason: string | null
  entry_id: string | null
  at: string
  made_by: string
}

/** What whoever keeps the book said about a month or a year; it stands until its request is undone, the newest counts. */
export interface PeriodCheckTable {
  seq: number
  request_id: string
  period: string
  step: 'bank' | 'adjustments'
  /** Of a bank account: what its statement and what the book said then, sen. */
  account: string | null
  stated: number | null
  expected: number | null
  note: string | null
  at: string
  made_by: string
}

/** Which request undid which. */
export interface RequestUndoTable {
  request_id: string
  undone_by: string
}

/** Who left; it stands while its entry is not reversed and its request not undone. */
export interface MemberExitTable {
  id: string
  member_id: string
  date: string
  reason: 'resigned' | 'died' | 'expelled' | 'moved'
  note: string | null
  heir_name: string | null
  heir_relation: string | null
  heir_document: string | null
  /** Null where there was no money to settle. */
  entry_id: string | null
  request_id: string
}

/** What a month's end did with the loans; it stands until its entry is reversed or its request undone. */
export interface LoanMonthEndTable {
  request_id: string
  step: 'interest' | 'allowance'
  month: string
  preset: 'ksp_2009' | 'days_30_180_270'
  /** Null where nothing had to change. */
  entry_id: string | null
}

/** A letter that asked a borrower to pay; undone with its request. */
export interface LoanReminderTable {
  request_id: string
  loan_id: string
  letter: 1 | 2 | 3
  date: string
  at: string
  made_by: string
}

/** A loan as it was classed at a month's end; amounts in sen. */
export interface LoanClassTable {
  request_id: string
  loan_id: string
  class: 'current' | 'substandard' | 'doubtful' | 'loss'
  days_overdue: number
  overdue_principal: number
  overdue_interest: number
  outstanding: number
  collateral: number
  base: number
  pct: string
  allowance: number
  interest_due: number
  interest_accrued: number
  interest_not_accrued: number
  restructured: Flag
}

/** The savings accounts a leaving closed: undone, it opens these again and no others. */
export interface ExitAccountTable {
  savings_account_id: string
  exit_id: string
}

/** The loans a leaving found running, with the interest and penalty owed that day, sen: unpaid, no book holds them. */
export interface ExitLoanTable {
  loan_id: string
  exit_id: string
  interest: number
  penalty: number
}

export type FundTreatment = 'capital' | 'activity' | 'revolving'

/** What was agreed with who gave the money; what there is of it is in the journal. */
/** What was put in force without an entry, as it was written; the entry that is written next seals it. */
export interface TermsRecordTable {
  seq: number
  entry_seq: number
  subject: 'fund' | 'trade_document'
  subject_id: string
  /** JSON list of rows, each with the name of its table. */
  content: string
  approved_by: string | null
  made_by: string
  made_at: string
}

export interface FundTermsTable {
  fund_id: string
  treatment: FundTreatment
  donor: string
  purpose: string
  agreement_number: string | null
  starts_on: string
  ends_on: string
  /** Where its money lies. */
  cash_account: string
  restriction: string | null
}

export interface FundBudgetTable {
  budget_line_id: string
  fund_id: string
  n: number
  /** Sen. */
  planned: number
}

/** What was agreed with who lent or contributed; what is owed is in the journal. */
export interface BorrowingTermsTable {
  borrowing_id: string
  entry_id: string
  account: string
  lender: string
  member_id: string | null
  /** Sen. */
  principal: number
  method: 'flat' | 'declining' | 'annuity' | 'bullet' | null
  /** A year. */
  rate_pct: string
  months: number | null
  /** How it is paid back, where it is not as usual. */
  first_due_on: string | null
  every_months: number | null
  grace_principal_months: number | null
  grace_all_months: number | null
  round_to: number | null
  round_payment_to: number | null
  starts_on: string
  agreement_number: string | null
  covenant: string | null
  collateral: string | null
}

export interface BorrowingInstalmentTable {
  borrowing_id: string
  n: number
  due_on: string
  principal: number
  interest: number
}

/** A paper or picture beside the book; exactly one of the first columns names what it is attached to. */
export interface AttachmentTable {
  n: number
  id: string
  fund_id: string | null
  borrowing_id: string | null
  loan_id: string | null
  document_id: string | null
  entry_id: string | null
  member_id: string | null
  asset_id: string | null
  item_id: string | null
  name: string
  media_type: AttachmentType
  bytes: number
  sha256: string
  note: string | null
  added_at: string
  added_by: string
  request_id: string | null
  /** The one picture by which an item is known. */
  is_photo: 0 | 1
  removed_at: string | null
  removed_by: string | null
  removed_reason: string | null
  /** Why, where the program took it away by itself. */
  removed_code: 'photo_replaced' | null
}

/** What an asset is depreciated by; what it cost and lost is in the entries. Land has no months and loses nothing. */
export interface AssetTermsTable {
  asset_id: string
  account: string
  /** Where what it lost is kept; the same account for what is written off directly. */
  contra: string | null
  unit: string
  acquired_on: string
  /** The first month that is depreciated in this book. */
  first_month: string
  residual: number
  months: number | null
  method: DepreciationMethod | null
  rate_pct: string | null
  entry_id: string
  place: string | null
  holder: string | null
  serial: string | null
  condition: 'good' | 'worn' | 'broken'
  note: string | null
}

export interface DepreciationRunTable {
  entry_id: string
  month: string
}

export interface AssetDisposalTable {
  entry_id: string
  asset_id: string
  price: number
  reason: string
}

/** The final tax of a month, under the entry with which it became due. */
export interface TurnoverTaxTable {
  entry_id: string
  month: string
  /** What the tax of the month stands for once this entry is posted, sen. */
  turnover: number
}

export interface SurplusDecisionTable {
  entry_id: string
  year: number
  decision: string
  /** The rule it was divided by, as JSON. */
  bylaw: string
}

export interface SurplusPaymentTable {
  entry_id: string
  year: number
}

export interface BudgetPlanTable {
  year: number
  unit: string
  version: number
  /** What is planned by line, as JSON. */
  lines: string
  decision: string | null
  reason: string | null
  made_at: string
  made_by: string
}

export interface MeetingRecordTable {
  year: number
  version: number
  held_on: string
  /** What berita acara says, as JSON. */
  record: string
  made_at: string
  made_by: string
}

export interface MeetingTextTable {
  part: string
  year: number
  version: number
  /** As JSON. */
  paragraphs: string
  made_at: string
  made_by: string
}

export interface BudgetReasonTable {
  year: number
  unit: string
  line: string
  version: number
  reason: string
  made_at: string
  made_by: string
}

export interface SettingTable {
  name: string
  value: string
}

export interface Tables {
  book: BookTable
  cooperative: CooperativeTable
  officer: OfficerTable
  unit: UnitTable
  request: RequestTable
  member: MemberTable
  member_former_number: MemberFormerNumberTable
  loan: Identity
  partner: Identity
  item: Identity
  fund: Identity
  budget_line: Identity
  asset: Identity
  borrowing: Identity
  person: Identity
  account: AccountTable
  savings_product: SavingsProductTable
  savings_account: SavingsAccountTable
  savings_due: SavingsDueTable
  savings_rate: SavingsRateTable
  savings_interest_run: SavingsInterestRunTable
  savings_term: SavingsTermTable
  savings_passbook: SavingsPassbookTable
  savings_account_former: SavingsAccountFormerTable
  journal_entry: JournalEntryTable
  journal_line: JournalLineTable
  balance_day: Moved & { day: string }
  balance_month: Moved & { month: string }
  balance_year: Moved & { year: string }
  balance_subledger: BalanceSubledgerTable
  balance_stock: BalanceStockTable
  period_act: PeriodActTable
  loan_product: LoanProductTable
  voucher_party: VoucherPartyTable
  loan_agreement: LoanAgreementTable
  loan_instalment: LoanInstalmentTable
  member_exit: MemberExitTable
  exit_account: ExitAccountTable
  exit_loan: ExitLoanTable
  loan_waiver: LoanWaiverTable
  loan_restructuring: LoanRestructuringTable
  loan_write_off: LoanWriteOffTable
  loan_rejection: LoanRejectionTable
  loan_guarantor: LoanGuarantorTable
  loan_collateral: LoanCollateralTable
  loan_mandate: LoanMandateTable
  loan_month_end: LoanMonthEndTable
  loan_class: LoanClassTable
  loan_reminder: LoanReminderTable
  cash_count: CashCountTable
  period_check: PeriodCheckTable
  request_undo: RequestUndoTable
  setting: SettingTable
  partner_terms: PartnerTermsTable
  stock_location: StockLocationTable
  item_terms: ItemTermsTable
  trade_document: TradeDocumentTable
  trade_line: TradeLineTable
  stock_move: StockMoveTable
  fund_terms: FundTermsTable
  terms_record: TermsRecordTable
  fund_budget: FundBudgetTable
  cashier_shift: CashierShiftTable
  borrowing_terms: BorrowingTermsTable
  borrowing_instalment: BorrowingInstalmentTable
  attachment: AttachmentTable
  asset_terms: AssetTermsTable
  depreciation_run: DepreciationRunTable
  asset_disposal: AssetDisposalTable
  turnover_tax: TurnoverTaxTable
  surplus_decision: SurplusDecisionTable
  surplus_payment: SurplusPaymentTable
  budget_plan: BudgetPlanTable
  budget_reason: BudgetReasonTable
  meeting_record: MeetingRecordTable
  meeting_text: MeetingTextTable
}
