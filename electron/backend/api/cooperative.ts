import { getCooperative, updateCooperative } from '../services/cooperative.ts'
import { os, reads, writes } from './base.ts'

export const cooperative = {
  get: os.cooperative.get.handler(reads(getCooperative)),
  update: os.cooperative.update.handler(writes(updateCooperative)),
}
