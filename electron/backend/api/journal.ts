import { getEntry, listEntries, postJournal, reverseEntry } from '../services/journal.ts'
import { os, reads, writes } from './base.ts'

export const journal = {
  post: os.journal.post.handler(writes(postJournal)),
  reverse: os.journal.reverse.handler(writes(reverseEntry)),
  get: os.journal.get.handler(reads(getEntry)),
  list: os.journal.list.handler(reads(listEntries)),
}
