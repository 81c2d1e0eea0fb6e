import { type AttachmentType, attachmentEndings } from './attachment-type.ts'

const lengthMax = 100

/** Names that Windows takes for devices, with any ending. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i

/** Endings that say what the file is already. */
const sayings: Readonly<Record<AttachmentType, RegExp>> = {
  'application/pdf': /\.pdf$/i,
  'image/jpeg': /\.(jpe?g|jfif)$/i,
  'image/png': /\.png$/i,
  'image/webp': /\.webp$/i,
  'image/heic': /\.(heic|heif)$/i,
}

/**
 * The name under which a file is shown and handed out, made of whatever it was called: one line without folders, hidden
 * characters and marks that turn its reading direction, never a device of Windows, and always ending in what it is. The
 * file itself is kept under its hash: this name is never a path.
 */
export function attachmentName(given: string, type: AttachmentType): string {
  const last = given.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = last
    .replace(/\p{C}|[\u2028\u2029]/gu, '')
    .replace(/[:*?"<>|]/g, '_')
    .replace(/\s+/gu, ' ')
  const bare = trimmed(plain.replace(sayings[type], ''))
  const short = trimmed([...bare].slice(0, lengthMax).join(''))
  const safe = devices.test(short) ? `_${short}` : short
  return `${/[\p{L}\p{N}]/u.test(safe) ? safe : 'lampiran'}.${attachmentEndings[type]}`
}

/** Windows drops spaces and points at the end of names; a name that begins with one is hidden elsewhere. */
function trimmed(name: string): string {
  return name.replace(/^[.\s]+|[.\s]+$/gu, '')
}
