import { programFileBytesMax } from '../../../../shared/contract/program-file.ts'
import { invalidInput, type Refusal } from '../../../../shared/errors.ts'
import { megabytesOf } from '../../../../shared/rules/attachment-type.ts'
import { base64Of } from '../../../app/file-base64.ts'

/** A file somebody chose; the same one may be chosen twice. */
export interface ChosenFile {
  readonly id: string
  readonly name: string
  readonly base64: string
}

/** The files as the API takes them. */
export function asTaken(files: readonly ChosenFile[]) {
  return files.map(({ name, base64 }) => ({ name, base64 }))
}

/** Reads a chosen file; one that is far too large is refused by its size, before a byte of it is read. */
export async function readChosen(file: File): Promise<ChosenFile | Refusal> {
  const { name, size } = file
  if (size > programFileBytesMax)
    return invalidInput(['files'], 'program_file_too_large', { name, megabytes: megabytesOf(size) })
  try {
    return { id: crypto.randomUUID(), name, base64: base64Of(new Uint8Array(await file.arrayBuffer())) }
  } catch {
    // Moved, removed or locked since it was chosen, or a folder.
    return invalidInput(['files'], 'file_not_readable', { name })
  }
}
