/** What may be attached: papers and pictures that no system runs, each with the ending its files get. */
export const attachmentEndings = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/heic': 'heic',
} as const

export type AttachmentType = keyof typeof attachmentEndings

/** Pictures that every screen shows; HEIC is not one of them. */
export function isShownPicture(type: AttachmentType): boolean {
  return type === 'image/jpeg' || type === 'image/png' || type === 'image/webp'
}

/** The largest file that is kept, bytes; a scanned agreement and a telephone's picture fit. */
export const attachmentBytesMax = 10 * 1024 * 1024

/** Brands of HEIF files whose pictures are coded as HEIC (ISO/IEC 23008-12, clause 10). */
const heicBrands = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']

/** What a file is by its first bytes, whatever its name says; undefined for what is not kept. */
export function attachmentTypeOf(bytes: Uint8Array): AttachmentType | undefined {
  const text = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))
  if (text(0, 5) === '%PDF-') return 'application/pdf'
  if (text(0, 3) === '\u00ff\u00d8\u00ff') return 'image/jpeg'
  if (text(0, 8) === '\u0089PNG\r\n\u001a\n') return 'image/png'
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'image/webp'
  if (text(4, 8) === 'ftyp' && heicBrands.includes(text(8, 12))) return 'image/heic'
  return undefined
}

const bytesPerMegabyte = 1024 * 1024

/** Whole megabytes, rounded up: what a person is told about a file that is too large. */
export function megabytesOf(bytes: number): number {
  return Math.ceil(bytes / bytesPerMegabyte)
}
