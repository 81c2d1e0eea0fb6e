import { closeYear, listYears, reopenYear } from '../services/closing/years.ts'
import { os, reads, writes } from './base.ts'

export const closing = {
  years: os.closing.years.handler(reads(listYears)),
  closeYear: os.closing.closeYear.handler(writes(closeYear)),
  reopenYear: os.closing.reopenYear.handler(writes(reopenYear)),
}
