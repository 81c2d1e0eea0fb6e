import { backUp, listBackups, restoreOpenBook, verifyBackup } from '../services/book/backup.ts'
import { bookStatus, closeBook, createAndOpen, openBook, openSample, recentBooks } from '../services/book/book.ts'
import { os } from './base.ts'

export const book = {
  status: os.book.status.handler(({ context }) => bookStatus(context.desk)),
  recent: os.book.recent.handler(({ context }) => recentBooks(context.desk)),
  create: os.book.create.handler(({ context, input }) => createAndOpen(context.desk, input)),
  open: os.book.open.handler(({ context, input }) => openBook(context.desk, input)),
  openSample: os.book.openSample.handler(({ context }) => openSample(context.desk)),
  close: os.book.close.handler(({ context }) => closeBook(context.desk)),
}

export const backup = {
  now: os.backup.now.handler(({ context, input }) => backUp(context.desk.app(), input?.path)),
  list: os.backup.list.handler(({ context }) => listBackups(context.desk.app())),
  verify: os.backup.verify.handler(({ context, input }) => verifyBackup(context.desk.app(), input.path)),
  restore: os.backup.restore.handler(({ context, input }) => restoreOpenBook(context.desk, input)),
}
