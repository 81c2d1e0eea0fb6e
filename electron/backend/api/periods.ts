import { listPeriods, lockMonth, unlockMonth } from '../services/periods.ts'
import { os, reads, writes } from './base.ts'

export const periods = {
  list: os.periods.list.handler(reads(listPeriods)),
  lockMonth: os.periods.lockMonth.handler(writes(lockMonth)),
  unlockMonth: os.periods.unlockMonth.handler(writes(unlockMonth)),
}
