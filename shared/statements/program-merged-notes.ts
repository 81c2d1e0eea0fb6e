import type { Language } from '../calendar.ts'
import { type Quarter, quarterAfter, quarterSpan } from '../rules/quarters.ts'
import { programMerged as en } from '../text/en/program-merged.ts'
import { programMerged as id } from '../text/id/program-merged.ts'
import type { Shape } from '../text/shape.ts'
import type { MergedCooperative } from './program-consolidated.ts'
import { indicatorDefinitions } from './program-indicators.ts'
import { filled } from './texts.ts'

/** The words of the consolidated report in a language. */
export function mergedTexts(language: Language): Shape<typeof id> {
  return language === 'en' ? en : id
}

/** `Triwulan 3 Tahun 2026`, or as short as a column needs it. */
export function quarterText(
  quarter: Quarter,
  language: Language,
  form: 'quarter' | 'quarterShort' = 'quarter',
): string {
  const { year, number } = quarterSpan(quarter)
  return filled(mergedTexts(language)[form], { year, number })
}

/** What must be known of the files: which are missing between the first quarter and the last, and which do not fit. */
export function mergedNotes(
  cooperatives: readonly MergedCooperative[],
  quarters: readonly Quarter[],
  language: Language,
): string[] {
  const { note } = mergedTexts(language)
  const isOpen = cooperatives.some(({ files }) => files.some(({ book }) => !book.isFinal))
  return [
    ...[note.people, note.hidden, ...(isOpen ? [note.open] : [])],
    ...cooperatives.flatMap((one) => missing(one, quarters, language)),
    ...cooperatives.flatMap((one) => moved(one, language)),
    ...otherDefinitions(cooperatives, language),
  ]
}

function missing({ name, files }: MergedCooperative, quarters: readonly Quarter[], language: Language): string[] {
  const lacking = quarters.filter((quarter) => files.every((file) => file.quarter !== quarter))
  if (lacking.length === 0) return []
  const told = lacking.map((quarter) => quarterText(quarter, language)).join(', ')
  return [filled(mergedTexts(language).note.missing, { cooperative: name, quarters: told })]
}

/** Where the end of a quarter is not the start of the next, one of two files tells of a book that was changed since. */
function moved({ name, files }: MergedCooperative, language: Language): string[] {
  return files.slice(1).flatMap((after, index) => {
    const before = files[index]
    if (before === undefined || after.quarter !== quarterAfter(before.quarter) || agree(before.money, after.money))
      return []
    const quarters = { before: quarterText(before.quarter, language), after: quarterText(after.quarter, language) }
    return [filled(mergedTexts(language).note.moved, { cooperative: name, ...quarters })]
  })
}

type Money = MergedCooperative['last']['money']

function agree(before: Money, after: Money): boolean {
  return (['assets', 'ownCapital', 'savings', 'loans'] as const).every((key) => before[key].end === after[key].start)
}

/** Named where a file means something else by its indicators than what is printed beside them. */
function otherDefinitions(cooperatives: readonly MergedCooperative[], language: Language): string[] {
  const files = cooperatives.flatMap((one) => one.files)
  const usual = JSON.stringify(indicatorDefinitions)
  return files
    .filter(({ definitions }) => JSON.stringify(definitions) !== usual)
    .map(({ cooperative: { name }, quarter }) =>
      filled(mergedTexts(language).note.otherDefinitions, {
        cooperative: name,
        quarter: quarterText(quarter, language),
      }),
    )
}
