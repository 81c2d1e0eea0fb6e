import { listOfficers, setOfficers } from '../services/officers.ts'
import { os, reads, writes } from './base.ts'

export const officers = {
  list: os.officers.list.handler(reads(listOfficers)),
  set: os.officers.set.handler(writes(setOfficers)),
}
