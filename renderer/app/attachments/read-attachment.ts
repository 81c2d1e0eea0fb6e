import {
  type AttachmentType,
  attachmentBytesMax,
  attachmentTypeOf,
  megabytesOf,
} from '../../../shared/rules/attachment-type.ts'
import { base64Of } from '../file-base64.ts'

/** A chosen file as `attachments.add` takes it, with what it is and how large. */
export interface ChosenAttachment {
  readonly name: string
  readonly base64: string
  readonly type: AttachmentType
  readonly bytes: number
}

/** Why a chosen file cannot be attached. */
export type NotAttachable =
  | { readonly name: string; readonly problem: 'tooLarge'; readonly megabytes: number }
  | { readonly name: string; readonly problem: 'empty' | 'notADocument' | 'noPhoto' | 'unreadable' }

/** Reads a file somebody chose; one that is too large is told its size before a byte of it is read. */
export async function readAttachment(file: File): Promise<ChosenAttachment | NotAttachable> {
  const { name, size } = file
  if (size > attachmentBytesMax) return { name, problem: 'tooLarge', megabytes: megabytesOf(size) }
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    if (bytes.length === 0) return { name, problem: 'empty' }
    const type = attachmentTypeOf(bytes)
    return type ? { name, base64: base64Of(bytes), type, bytes: bytes.length } : { name, problem: 'notADocument' }
  } catch {
    // Moved, removed or locked since it was chosen, or a folder.
    return { name, problem: 'unreadable' }
  }
}
