import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { requestId } from './book.ts'
import { type FundBook, openFundBook } from './funds.ts'

/** A paper of one page that says something. */
export const pdf = (words: string) => Buffer.from(`%PDF-1.7\n% ${words}\n%%EOF\n`)
/** A picture of one point. */
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

export interface AttachmentBook extends FundBook {
  readonly fundId: string
  /** Where the files of the book lie. */
  readonly kept: string
  /** Attaches a content to the fund, or to what is named. */
  attach(bytes: Buffer, name?: string, subject?: Subject): Promise<Attachment>
  /** Attaches the file at a path to the fund. */
  attachFrom(path: string): Promise<Attachment>
  /** Lays a file into the folder of the test and answers its path. */
  lay(name: string, bytes: Buffer): string
  keptNames(): string[]
}

type Attachments = FundBook['api']['attachments']
type Attachment = Awaited<ReturnType<Attachments['add']>>
type Subject = Parameters<Attachments['add']>[0]['subject']

export async function openAttachmentBook(): Promise<AttachmentBook> {
  const book = await openFundBook()
  const { fundId } = await book.fund()
  const kept = `${book.path}.lampiran`
  const onFund: Subject = { kind: 'fund', id: fundId }
  return {
    ...{ ...book, fundId, kept },
    attach: (bytes, name = 'MoU.pdf', subject = onFund) =>
      book.api.attachments.add({ requestId: requestId(), subject, name, base64: bytes.toString('base64') }),
    attachFrom: (path) => book.api.attachments.add({ requestId: requestId(), subject: onFund, path }),
    lay: (name, bytes) => {
      const path = join(book.folder, name)
      writeFileSync(path, bytes)
      return path
    },
    keptNames: () => (existsSync(kept) ? readdirSync(kept).sort() : []),
  }
}
