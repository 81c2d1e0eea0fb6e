import { setSurplusBylaw, surplusBylaw } from '../services/closing/bylaw.ts'
import { coverDeficit } from '../services/closing/deficit.ts'
import { decideShu, simulateShu } from '../services/closing/surplus.ts'
import { memberShu, payShu } from '../services/closing/surplus-payment.ts'
import { closeYear, listYears, reopenYear } from '../services/closing/years.ts'
import { os, reads, writes } from './base.ts'

export const closing = {
  years: os.closing.years.handler(reads(listYears)),
  closeYear: os.closing.closeYear.handler(writes(closeYear)),
  reopenYear: os.closing.reopenYear.handler(writes(reopenYear)),
  bylaw: os.closing.bylaw.handler(reads(surplusBylaw)),
  setBylaw: os.closing.setBylaw.handler(writes(setSurplusBylaw)),
  simulateShu: os.closing.simulateShu.handler(reads(simulateShu)),
  decideShu: os.closing.decideShu.handler(writes(decideShu)),
  payShu: os.closing.payShu.handler(writes(payShu)),
  memberShu: os.closing.memberShu.handler(reads(memberShu)),
  coverDeficit: os.closing.coverDeficit.handler(writes(coverDeficit)),
}
