import { addAttachment, removeAttachment } from '../services/attachments/attachments.ts'
import { getAttachment, listAttachments, openAttachment, photosOfItems } from '../services/attachments/records.ts'
import { os, reads, writes } from './base.ts'

export const attachments = {
  add: os.attachments.add.handler(writes(addAttachment)),
  list: os.attachments.list.handler(reads(listAttachments)),
  photos: os.attachments.photos.handler(reads(photosOfItems)),
  get: os.attachments.get.handler(reads(getAttachment)),
  open: os.attachments.open.handler(reads(openAttachment)),
  remove: os.attachments.remove.handler(writes(removeAttachment)),
}
