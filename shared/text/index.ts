import { app as appEn } from './en/app.ts'
import { assets as assetsEn } from './en/assets.ts'
import { attachments as attachmentsEn } from './en/attachments.ts'
import { bookkeeping as bookkeepingEn } from './en/bookkeeping.ts'
import { budget as budgetEn } from './en/budget.ts'
import { calculator as calculatorEn } from './en/calculator.ts'
import { capital as capitalEn } from './en/capital.ts'
import { cash as cashEn } from './en/cash.ts'
import { closing as closingEn } from './en/closing.ts'
import { collection as collectionEn } from './en/collection.ts'
import { dueDates as dueDatesEn } from './en/due-dates.ts'
import { errors as errorsEn } from './en/errors.ts'
import { health as healthEn } from './en/health.ts'
import { home as homeEn } from './en/home.ts'
import { leaving as leavingEn } from './en/leaving.ts'
import { loanRules as loanRulesEn } from './en/loan-rules.ts'
import { loans as loansEn } from './en/loans.ts'
import { meeting as meetingEn } from './en/meeting.ts'
import { members as membersEn } from './en/members.ts'
import { outsidePrices as outsidePricesEn } from './en/outside-prices.ts'
import { passbook as passbookEn } from './en/passbook.ts'
import { programScreen as programScreenEn } from './en/program-screen.ts'
import { reporting as reportingEn } from './en/reporting.ts'
import { salesLook as salesLookEn } from './en/sales-look.ts'
import { savings as savingsEn } from './en/savings.ts'
import { savingsInterest as savingsInterestEn } from './en/savings-interest.ts'
import { savingsRules as savingsRulesEn } from './en/savings-rules.ts'
import { settings as settingsEn } from './en/settings.ts'
import { shop as shopEn } from './en/shop.ts'
import { shu as shuEn } from './en/shu.ts'
import { start as startEn } from './en/start.ts'
import { tax as taxEn } from './en/tax.ts'
import { termDeposits as termDepositsEn } from './en/term-deposits.ts'
import { trade as tradeEn } from './en/trade.ts'
import { ui as uiEn } from './en/ui.ts'
import { app } from './id/app.ts'
import { assets } from './id/assets.ts'
import { attachments } from './id/attachments.ts'
import { bookkeeping } from './id/bookkeeping.ts'
import { budget } from './id/budget.ts'
import { calculator } from './id/calculator.ts'
import { capital } from './id/capital.ts'
import { cash } from './id/cash.ts'
import { closing } from './id/closing.ts'
import { collection } from './id/collection.ts'
import { dueDates } from './id/due-dates.ts'
import { errors } from './id/errors.ts'
import { health } from './id/health.ts'
import { home } from './id/home.ts'
import { leaving } from './id/leaving.ts'
import { loanRules } from './id/loan-rules.ts'
import { loans } from './id/loans.ts'
import { meeting } from './id/meeting.ts'
import { members } from './id/members.ts'
import { outsidePrices } from './id/outside-prices.ts'
import { passbook } from './id/passbook.ts'
import { programScreen } from './id/program-screen.ts'
import { reporting } from './id/reporting.ts'
import { salesLook } from './id/sales-look.ts'
import { savings } from './id/savings.ts'
import { savingsInterest } from './id/savings-interest.ts'
import { savingsRules } from './id/savings-rules.ts'
import { settings } from './id/settings.ts'
import { shop } from './id/shop.ts'
import { shu } from './id/shu.ts'
import { start } from './id/start.ts'
import { tax } from './id/tax.ts'
import { termDeposits } from './id/term-deposits.ts'
import { trade } from './id/trade.ts'
import { ui } from './id/ui.ts'
import type { Shape } from './shape.ts'

/** Every word of the screens, by area; Indonesian is the source language. A new area is a line in each of the two. */
export const id = {
  app,
  assets,
  attachments,
  bookkeeping,
  budget,
  dueDates,
  capital,
  calculator,
  cash,
  closing,
  collection,
  loanRules,
  loans,
  salesLook,
  savings,
  savingsInterest,
  savingsRules,
  meeting,
  members,
  error: errors,
  health,
  home,
  leaving,
  outsidePrices,
  passbook,
  programScreen,
  reporting,
  settings,
  shop,
  shu,
  start,
  tax,
  termDeposits,
  trade,
  ui,
} as const

export const en: Shape<typeof id> = {
  app: appEn,
  assets: assetsEn,
  attachments: attachmentsEn,
  bookkeeping: bookkeepingEn,
  budget: budgetEn,
  dueDates: dueDatesEn,
  capital: capitalEn,
  calculator: calculatorEn,
  cash: cashEn,
  closing: closingEn,
  collection: collectionEn,
  loanRules: loanRulesEn,
  loans: loansEn,
  salesLook: salesLookEn,
  savings: savingsEn,
  savingsInterest: savingsInterestEn,
  savingsRules: savingsRulesEn,
  meeting: meetingEn,
  members: membersEn,
  error: errorsEn,
  health: healthEn,
  home: homeEn,
  leaving: leavingEn,
  outsidePrices: outsidePricesEn,
  passbook: passbookEn,
  programScreen: programScreenEn,
  reporting: reportingEn,
  settings: settingsEn,
  shop: shopEn,
  shu: shuEn,
  start: startEn,
  tax: taxEn,
  termDeposits: termDepositsEn,
  trade: tradeEn,
  ui: uiEn,
}

/** What the type of `t` is made of: an unknown key or a missing variable does not compile. */
export type Texts = typeof id
