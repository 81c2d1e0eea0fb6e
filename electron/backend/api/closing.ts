import { setSurplusBylaw, surplusBylaw } from '../services/closing/bylaw.ts'
import { checklist } from '../services/closing/checklist/checklist.ts'
import { confirmAdjustments, confirmBank } from '../services/closing/checklist/checks.ts'
import { closeYear, reopenYear } from '../services/closing/close-year.ts'
import { clearCorrections, corrections, coverableDeficit, coverDeficit } from '../services/closing/deficit.ts'
import { distribution, memberShares } from '../services/closing/distribution.ts'
import { dueDates, markSent, setDueDates } from '../services/closing/due-dates.ts'
import { healthAnswers, setHealthAnswers } from '../services/closing/health/answers.ts'
import { outsidePrices, setOutsidePrices } from '../services/closing/promotion/prices.ts'
import { shuFunds, spendShuFund } from '../services/closing/shu-funds.ts'
import { decideShu, simulateShu } from '../services/closing/surplus.ts'
import { memberShu, payShu } from '../services/closing/surplus-payment.ts'
import { listYears } from '../services/closing/years.ts'
import { os, reads, writes } from './base.ts'

export const closing = {
  checklist: os.closing.checklist.handler(reads(checklist)),
  confirmBank: os.closing.confirmBank.handler(writes(confirmBank)),
  confirmAdjustments: os.closing.confirmAdjustments.handler(writes(confirmAdjustments)),
  years: os.closing.years.handler(reads(listYears)),
  closeYear: os.closing.closeYear.handler(writes(closeYear)),
  reopenYear: os.closing.reopenYear.handler(writes(reopenYear)),
  bylaw: os.closing.bylaw.handler(reads(surplusBylaw)),
  setBylaw: os.closing.setBylaw.handler(writes(setSurplusBylaw)),
  simulateShu: os.closing.simulateShu.handler(reads(simulateShu)),
  decideShu: os.closing.decideShu.handler(writes(decideShu)),
  payShu: os.closing.payShu.handler(writes(payShu)),
  distribution: os.closing.distribution.handler(reads(distribution)),
  memberShares: os.closing.memberShares.handler(reads(memberShares)),
  memberShu: os.closing.memberShu.handler(reads(memberShu)),
  deficit: os.closing.deficit.handler(reads(coverableDeficit)),
  healthAnswers: os.closing.healthAnswers.handler(reads(healthAnswers)),
  setHealthAnswers: os.closing.setHealthAnswers.handler(writes(setHealthAnswers)),
  outsidePrices: os.closing.outsidePrices.handler(reads(outsidePrices)),
  setOutsidePrices: os.closing.setOutsidePrices.handler(writes(setOutsidePrices)),
  dueDates: os.closing.dueDates.handler(reads(dueDates)),
  setDueDates: os.closing.setDueDates.handler(writes(setDueDates)),
  markSent: os.closing.markSent.handler(writes(markSent)),
  corrections: os.closing.corrections.handler(reads(corrections)),
  clearCorrections: os.closing.clearCorrections.handler(writes(clearCorrections)),
  shuFunds: os.closing.shuFunds.handler(reads(shuFunds)),
  spendShuFund: os.closing.spendShuFund.handler(writes(spendShuFund)),
  coverDeficit: os.closing.coverDeficit.handler(writes(coverDeficit)),
}
