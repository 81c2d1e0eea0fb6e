import { useQueryClient } from '@tanstack/react-query'
import { useContext, useMemo, useRef, useState } from 'react'
import { type Failure, failureOf, failureSentence, issueSentence } from '../failure.ts'
import { useText } from '../text.ts'
import { problemsOf, refused } from './form-problems.ts'
import { useFormValues } from './form-values.ts'
import { OpenQuestions } from './open-questions.ts'
import { TypedWorkContext } from './typed-work.ts'

export interface FieldBinding<Value> {
  readonly name: string
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly error: string | undefined
}

export interface EntryForm<Values extends object> {
  readonly values: Values
  /** Everything one field of the kit needs: `<MoneyField label=… {...form.field('amount')} />`. */
  field<Key extends keyof Values & string>(key: Key): FieldBinding<Values[Key]>
  set<Key extends keyof Values>(key: Key, value: Values[Key]): void
  /** Puts a value there that nobody chose: a proposal is no typed work. */
  offer<Key extends keyof Values & string>(key: Key): (value: Values[Key]) => void
  /** The sentence for one path of the input (`lines.0.amount`), for fields inside lists. */
  errorAt(path: string): string | undefined
  /** What went wrong and stands beside no field. */
  readonly complaint: string | undefined
  readonly hasFailed: boolean
  readonly isSaving: boolean
  isDirty(): boolean
  save(): Promise<void>
  /** A fresh form with a new request id: what a saved one becomes. */
  reset(values?: Values): void
  /** Counts the fresh forms; fields are made anew for each. */
  readonly generation: number
  readonly questions: OpenQuestions
}

interface EntryFormOptions<Values extends object, Answer> {
  readonly initial: Values
  /** Makes the call. The request id stays the same until it worked, so that trying again never records twice. */
  readonly save: (values: Values, requestId: string) => Promise<Answer>
  readonly onSaved?: (answer: Answer, values: Values) => void
  /** Where the input's paths are not the form's: `{ 'lines.0.amount': 'amount' }`, or a function. */
  readonly paths?: Readonly<Record<string, string>> | ((path: string, values: Values) => string)
}

/** The typed work of one form: kept through every failure, saved at most once. */
export function useEntryForm<Values extends object, Answer>(
  options: EntryFormOptions<Values, Answer>,
): EntryForm<Values> {
  const { t, language } = useText()
  const queries = useQueryClient()
  const work = useContext(TypedWorkContext)
  const form = useFormValues(options.initial)
  const { values, changed } = form
  const [failure, setFailure] = useState<Failure>()
  const [isSaving, setSaving] = useState(false)
  const [generation, setGeneration] = useState(0)
  const requestId = useRef<string>(undefined)
  requestId.current ??= crypto.randomUUID()
  const latest = useRef({ options, isSaving: false })
  latest.current.options = options
  const shownPaths = useRef(new Set<string>())
  const questions = useMemo(() => new OpenQuestions(), [])

  const reset = (next?: Values) => {
    form.reset(next ?? latest.current.options.initial)
    requestId.current = crypto.randomUUID()
    setFailure(undefined)
    setGeneration((count) => count + 1)
  }
  const write = async () => {
    latest.current.isSaving = true
    setSaving(true)
    setFailure(undefined)
    form.watch()
    const saved = form.latest()
    try {
      const answer = await latest.current.options.save(saved, requestId.current ?? '')
      // Every figure is derived from the same lines: what stands on the screen is asked again, what does not is forgotten.
      queries.removeQueries({ type: 'inactive' })
      void queries.invalidateQueries()
      reset()
      latest.current.options.onSaved?.(answer, saved)
    } catch (error) {
      const found = failureOf(error)
      setFailure(found)
      // The frame learns at once that nobody answers.
      if (found.kind === 'lost') void queries.invalidateQueries()
    } finally {
      latest.current.isSaving = false
      setSaving(false)
    }
  }

  const save = async () => {
    if (latest.current.isSaving || questions.askFirst()) return
    const writing = write()
    work?.save(writing)
    await writing
  }

  const { paths = {} } = options
  const toField = (path: string) => (typeof paths === 'function' ? paths(path, values) : (paths[path] ?? path))
  const problems = problemsOf(failure, toField, shownPaths.current, (word, data) => issueSentence(word, language, data))
  const lost = t(($) => $.ui.form.lost)
  const sentence = failure && failureSentence(failure, language, lost)
  const errorAt = (path: string) => {
    shownPaths.current.add(path)
    // What was refused stays marked until it is changed.
    const problem = changed.has(path) ? undefined : problems.byPath.get(path)
    return problem === refused ? sentence : problem
  }
  const isAllChanged = problems.isBesideFields && [...problems.byPath.keys()].every((path) => changed.has(path))
  return {
    values,
    set: form.set,
    offer: (key) => form.setter('put', key),
    errorAt,
    field: (key) => ({
      name: key,
      value: values[key],
      onChange: form.setter('set', key),
      error: errorAt(key),
    }),
    complaint: problems.isBesideFields ? undefined : (problems.elsewhere ?? sentence),
    hasFailed: failure !== undefined && !isAllChanged,
    isSaving,
    isDirty: form.isDirty,
    save,
    reset,
    generation,
    questions,
  }
}
