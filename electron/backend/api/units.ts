import { listUnits } from '../services/units.ts'
import { os, reads } from './base.ts'

export const units = {
  list: os.units.list.handler(reads(listUnits)),
}
