import { failureOf, failureSentence } from './failure.ts'
import { useText } from './text.ts'

/** Turns the error of a call into its sentence in the language of the screen; nothing where there was no error. */
export function useFailureSentence(): (error: unknown) => string | undefined {
  const { t, language } = useText()
  return (error) => {
    if (error === null || error === undefined) return undefined
    return failureSentence(
      failureOf(error),
      language,
      t(($) => $.ui.form.lost),
    )
  }
}
