import { find } from '../services/search.ts'
import { os, reads } from './base.ts'

export const search = {
  find: os.search.find.handler(reads(find)),
}
