import { useRef } from 'react'
import { failureOf, failureSentence, issueSentence } from '../failure.ts'
import { useText } from '../text.ts'
import { problemsOf, refused } from './form-problems.ts'

/** What a refused reckoning says of the fields on the screen, for forms that save nothing. */
export function useRefusedFields(error: unknown, toField: (path: string) => string = (path) => path) {
  const { t, language } = useText()
  const shown = useRef(new Set<string>())
  const failure = error === null || error === undefined ? undefined : failureOf(error)
  const problems = problemsOf(failure, toField, shown.current, (word, data) => issueSentence(word, language, data))
  const lost = t(($) => $.ui.form.lost)
  const sentence = failure && failureSentence(failure, language, lost)
  return {
    errorAt: (path: string): string | undefined => {
      shown.current.add(path)
      const problem = problems.byPath.get(path)
      return problem === refused ? sentence : problem
    },
    /** What stands beside no field. */
    complaint: problems.isBesideFields ? undefined : (problems.elsewhere ?? sentence),
  }
}
