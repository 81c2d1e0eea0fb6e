import type { Answers, Inputs } from '../../../../shared/contract/index.ts'
import { programConsolidated } from '../../../../shared/statements/program-consolidated.ts'
import type { App } from '../../app.ts'
import { consolidatedFacts } from '../../reports/program/consolidated.ts'
import type { Reading } from '../../work.ts'
import { provenFiles } from './merging.ts'
import { keyCode } from './own-key.ts'

type Merged = Answers['program']['merge']

/**
 * Several cooperatives' files as one report. Refuses what `provenFiles` refuses; then the keys are known on this machine, and
 * nothing else is kept: the files are no part of any book.
 */
export async function mergeProgramFiles(
  { today }: Reading,
  { files: chosen, accept = [], language = 'id' }: Inputs['program']['merge'],
  app: App,
): Promise<Merged> {
  const { files, keys } = provenFiles(app.options.home, chosen, accept)
  const told = files.map(({ file, cooperative, quarter, madeOn, book, key }): Merged['files'][number] => ({
    ...{ file, cooperativeId: cooperative.id, cooperative: cooperative.name },
    ...{ village: cooperative.village, regency: cooperative.regency, quarter, madeOn, isFinal: book.isFinal },
    ...{ key: keyCode(key), isNew: keys.isNew(cooperative.id) },
  }))
  const { report: _, ...statement } = programConsolidated(consolidatedFacts(files, language))
  keys.remember(files, today)
  return { report: 'programConsolidated', ...statement, files: told }
}
