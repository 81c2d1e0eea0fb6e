import { recordCollection } from '../services/collection/collection.ts'
import { collectionSheet } from '../services/collection/sheet.ts'
import { os, reads, writes } from './base.ts'

export const collection = {
  sheet: os.collection.sheet.handler(reads(collectionSheet)),
  record: os.collection.record.handler(writes(recordCollection)),
}
