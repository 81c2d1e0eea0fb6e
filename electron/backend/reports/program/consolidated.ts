import { createHash } from 'node:crypto'
import type { Language } from '../../../../shared/calendar.ts'
import type { ReportParams } from '../../../../shared/contract/reports.ts'
import type { ProgramConsolidatedFacts } from '../../../../shared/statements/program-consolidated.ts'
import { provenFiles } from '../../services/program/merging.ts'
import type { NamedFile } from '../../services/program/named-file.ts'
import { keyCode } from '../../services/program/own-key.ts'

/** The files of several cooperatives, proven; a key that changed is refused here, and accepted by `program.merge`. */
export function programConsolidatedFacts(
  { files }: ReportParams<'programConsolidated'>,
  language: Language,
  home: string,
): ProgramConsolidatedFacts {
  return consolidatedFacts(provenFiles(home, files, []).files, language)
}

/** What the report is made of; `code` says which files these were, in whatever order they came. */
export function consolidatedFacts(files: readonly NamedFile[], language: Language): ProgramConsolidatedFacts {
  const code = createHash('sha256')
  for (const { signature } of files) code.update(signature)
  return {
    language,
    code: code.digest('hex'),
    files: files.map(({ key, signature: _, file: __, ...content }) => ({ ...content, keyCode: keyCode(key) })),
  }
}
