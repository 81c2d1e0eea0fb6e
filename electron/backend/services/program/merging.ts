import { programFileBytesMax } from '../../../../shared/contract/program-file.ts'
import type { ChosenFile } from '../../../../shared/contract/program-files.ts'
import { invalidInput } from '../../../../shared/errors.ts'
import { readSource } from '../chosen-file.ts'
import { KnownKeys } from './known-keys.ts'
import type { NamedFile } from './named-file.ts'
import { readProgramFile } from './signed-file.ts'

const limit = { bytesMax: programFileBytesMax, empty: 'program_file_empty', tooLarge: 'program_file_too_large' }

/**
 * Reads and proves the files that are to be merged, and brings them into an order of their own, so that the order they were
 * chosen in tells nothing. Refuses each file that is not a whole, proven programme file (`readProgramFile`), one that is
 * there twice, practice among real ones, and a key that changed (`KnownKeys`).
 */
export function provenFiles(home: string, chosen: readonly ChosenFile[], accepted: readonly string[]) {
  const files = chosen.map((one, index) => readChosen(one, index)).sort(inOrder)
  requireOfOneKind(files)
  requireEachOnce(files)
  const keys = new KnownKeys(home)
  keys.require(files, accepted)
  return { files, keys }
}

function readChosen(chosen: ChosenFile, index: number): NamedFile {
  const at = ['files', index]
  const { name: file, bytes } = readSource(chosen, { ...limit, at })
  return { ...readProgramFile(bytes, file, at), file }
}

/** By cooperative, then by quarter; the signature settles the rest, so that no two orders give two reports. */
function inOrder(a: NamedFile, b: NamedFile): number {
  const keysOf = ({ cooperative: { name, id }, quarter, signature, file }: NamedFile) => [
    name,
    id,
    quarter,
    signature,
    file,
  ]
  const [ofA, ofB] = [keysOf(a), keysOf(b)]
  const differing = ofA.findIndex((key, index) => key !== ofB[index])
  return differing < 0 ? 0 : (ofA[differing] ?? '') < (ofB[differing] ?? '') ? -1 : 1
}

/** Figures of practice are nobody's: they are merged with each other, never with those of a cooperative. */
function requireOfOneKind(files: readonly NamedFile[]): void {
  const practice = files.find(({ cooperative }) => cooperative.kind !== 'real')
  if (practice === undefined || files.every(({ cooperative }) => cooperative.kind !== 'real')) return
  throw invalidInput(['files'], 'program_file_of_practice', { file: practice.file })
}

function requireEachOnce(files: readonly NamedFile[]): void {
  const seen = new Map<string, NamedFile>()
  const idOf = new Map<string, NamedFile>()
  for (const one of files) {
    const { cooperative, quarter, file } = one
    const same = seen.get(`${cooperative.id} ${quarter}`)
    const told = { file, cooperative: cooperative.name, quarter }
    if (same) throw invalidInput(['files'], 'program_file_twice', { ...told, other: same.file })
    seen.set(`${cooperative.id} ${quarter}`, one)
    // Two books of one cooperative would count its members and its money twice.
    const whose = [cooperative.name, cooperative.village, cooperative.regency]
      .map((part) => (part ?? '').toLowerCase())
      .join('\n')
    const namesake = idOf.get(whose)
    if (namesake && namesake.cooperative.id !== cooperative.id)
      throw invalidInput(['files'], 'program_cooperative_twice', { ...told, other: namesake.file })
    idOf.set(whose, one)
  }
}
