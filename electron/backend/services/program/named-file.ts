import type { ProgramFile } from '../../../../shared/contract/program-file.ts'

/** A proven programme file with the name it was chosen under. */
export type NamedFile = ProgramFile & { readonly file: string }
