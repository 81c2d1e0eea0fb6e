/** A file as `members.import` takes it. */
export type ChosenContent = { readonly csv: string } | { readonly xlsx: string }

export type ChosenFile =
  | { readonly name: string; readonly content: ChosenContent }
  | { readonly name: string; readonly problem: 'unreadable' | 'tooLarge' }

/** The API's bound on the text of a file, base64 included. */
const textMax = 12_000_000

/** Reads a file somebody chose; nothing of it is understood here. */
export async function readChosenFile(file: File): Promise<ChosenFile> {
  const { name } = file
  if (file.size > textMax) return { name, problem: 'tooLarge' }
  try {
    const content = contentOf(new Uint8Array(await file.arrayBuffer()))
    if (content === undefined) return { name, problem: 'unreadable' }
    const { length } = 'csv' in content ? content.csv : content.xlsx
    return length > textMax ? { name, problem: 'tooLarge' } : { name, content }
  } catch {
    // Moved, removed or locked since it was chosen.
    return { name, problem: 'unreadable' }
  }
}

const zipMark = [0x50, 0x4b, 0x03, 0x04]
/** The old binary format of Excel 97: no program but a spreadsheet reads it. */
const oldExcelMark = [0xd0, 0xcf, 0x11, 0xe0]

/** By what stands in the file, not by what it is called. */
export function contentOf(bytes: Uint8Array): ChosenContent | undefined {
  const startsWith = (mark: readonly number[]) => mark.every((byte, place) => bytes[place] === byte)
  if (startsWith(oldExcelMark)) return undefined
  return startsWith(zipMark) ? { xlsx: base64(bytes) } : { csv: text(bytes) }
}

/** UTF-8, UTF-16 where it says so, and what older spreadsheets of Windows write. */
function text(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** So many bytes fit into the arguments of one call. */
const bytesAtOnce = 0x8000

function base64(bytes: Uint8Array): string {
  let binary = ''
  for (let at = 0; at < bytes.length; at += bytesAtOnce) {
    binary += String.fromCharCode(...bytes.subarray(at, at + bytesAtOnce))
  }
  return btoa(binary)
}
