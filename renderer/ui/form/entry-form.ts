import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useRef, useState } from 'react'
import { type Failure, failureOf, failureSentence, issueSentence } from '../failure.ts'
import { useText } from '../text.ts'
import { OpenQuestions } from './open-questions.ts'

export interface FieldBinding<Value> {
  readonly name: string
  readonly value: Value
  readonly onChange: (value: Value) => void
  /** Puts a value there that nobody chose: a proposal is no typed work. */
  readonly onOffer: (value: Value) => void
  readonly error: string | undefined
}

export interface EntryForm<Values extends object> {
  readonly values: Values
  /** Everything one field of the kit needs: `<MoneyField label=… {...form.field('amount')} />`. */
  field<Key extends keyof Values & string>(key: Key): FieldBinding<Values[Key]>
  set<Key extends keyof Values>(key: Key, value: Values[Key]): void
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

const nothingChanged: ReadonlySet<string> = new Set()

/** The fields that a refusal without a path of its own is about, where the form has such a field. */
const fieldByCode: Readonly<Record<string, readonly string[]>> = {
  PERIOD_CLOSED: ['date', 'month'],
  INSUFFICIENT_BALANCE: ['amount'],
  CASH_BELOW_ZERO: ['amount', 'cashAccount'],
}

/** The typed work of one form: kept through every failure, saved at most once. */
export function useEntryForm<Values extends object, Answer>(
  options: EntryFormOptions<Values, Answer>,
): EntryForm<Values> {
  const { t, language } = useText()
  const queries = useQueryClient()
  const [values, setValues] = useState(options.initial)
  const [failure, setFailure] = useState<Failure>()
  // What was refused stays marked until it is changed.
  const [changed, setChanged] = useState<ReadonlySet<string>>(nothingChanged)
  const [isSaving, setSaving] = useState(false)
  const [generation, setGeneration] = useState(0)
  const requestId = useRef<string>(undefined)
  requestId.current ??= crypto.randomUUID()
  const latest = useRef({ values, options, isDirty: false, isSaving: false })
  latest.current.options = options
  const shownPaths = useRef(new Set<string>())
  const questions = useMemo(() => new OpenQuestions(), [])

  const put = useCallback(<Key extends keyof Values>(key: Key, value: Values[Key]) => {
    latest.current.values = { ...latest.current.values, [key]: value }
    setValues(latest.current.values)
  }, [])
  const set = useCallback(
    <Key extends keyof Values>(key: Key, value: Values[Key]) => {
      latest.current.isDirty = true
      put(key, value)
      setChanged((before) => (before.has(String(key)) ? before : new Set([...before, String(key)])))
    },
    [put],
  )
  const reset = useCallback((next?: Values) => {
    latest.current.values = next ?? latest.current.options.initial
    latest.current.isDirty = false
    requestId.current = crypto.randomUUID()
    setValues(latest.current.values)
    setFailure(undefined)
    setGeneration((count) => count + 1)
  }, [])
  const setters = useRef(new Map<string, (value: never) => void>())
  const offers = useRef(new Map<string, (value: never) => void>())

  const save = async () => {
    if (latest.current.isSaving || questions.askFirst()) return
    latest.current.isSaving = true
    setSaving(true)
    setFailure(undefined)
    setChanged(nothingChanged)
    const saved = latest.current.values
    try {
      const answer = await latest.current.options.save(saved, requestId.current ?? '')
      // Every figure on the screen is derived from the same lines: all of it is asked again.
      void queries.invalidateQueries()
      reset(latest.current.options.initial)
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

  const { paths = {} } = options
  const toField = (path: string) => (typeof paths === 'function' ? paths(path, values) : (paths[path] ?? path))
  const problems = problemsOf(failure, toField, shownPaths.current, (word, data) => issueSentence(word, language, data))
  const sentence =
    failure &&
    failureSentence(
      failure,
      language,
      t(($) => $.ui.form.lost),
    )
  const isAllChanged = [...problems.byPath.keys()].every((path) => changed.has(path))
  const errorAt = (path: string) => {
    shownPaths.current.add(path)
    const problem = changed.has(path) ? undefined : problems.byPath.get(path)
    return problem === refused ? sentence : problem
  }
  return {
    values,
    set,
    errorAt,
    field: (key) => ({
      name: key,
      value: values[key],
      onChange: setterOf(setters.current, key, set),
      onOffer: setterOf(offers.current, key, put),
      error: errorAt(key),
    }),
    complaint: problems.isBesideFields ? undefined : (problems.elsewhere ?? sentence),
    hasFailed: failure !== undefined && !(problems.isBesideFields && isAllChanged),
    isSaving,
    isDirty: useCallback(() => latest.current.isDirty, []),
    save,
    reset,
    generation,
    questions,
  }
}

/** One function per field for the life of the form, so that a field need not be drawn because another one changed. */
function setterOf<Values extends object, Key extends keyof Values & string>(
  setters: Map<string, (value: never) => void>,
  key: Key,
  set: (key: Key, value: Values[Key]) => void,
): (value: Values[Key]) => void {
  const known = setters.get(key) ?? ((value: Values[Key]) => set(key, value))
  setters.set(key, known)
  return known as (value: Values[Key]) => void
}

/** Marks a path whose sentence is the refusal's own. */
const refused = Symbol('refused')

interface Problems {
  readonly byPath: ReadonlyMap<string, string | typeof refused>
  /** True where every problem stands beside a field that is on the screen. */
  readonly isBesideFields: boolean
  /** The sentence of the first problem without a field on the screen. */
  readonly elsewhere: string | undefined
}

const none: Problems = { byPath: new Map(), isBesideFields: false, elsewhere: undefined }

function problemsOf(
  failure: Failure | undefined,
  toField: (path: string) => string,
  shown: ReadonlySet<string>,
  toSentence: (word: string, data: Readonly<Record<string, unknown>>) => string,
): Problems {
  if (failure?.kind !== 'refusal') return none
  if (failure.issues.length === 0) {
    const field = fieldByCode[failure.code]?.find((name) => shown.has(name))
    return field === undefined ? none : { ...none, byPath: new Map([[field, refused]]), isBesideFields: true }
  }
  const issues = failure.issues.map(({ path, word }) => ({
    path: toField(path),
    sentence: toSentence(word, failure.data),
  }))
  const hidden = issues.find(({ path }) => !shown.has(path))
  return {
    byPath: new Map(issues.map(({ path, sentence }) => [path, sentence])),
    isBesideFields: hidden === undefined,
    elsewhere: hidden?.sentence,
  }
}
