import { useCallback, useRef, useState } from 'react'

type Put<Values> = <Key extends keyof Values>(key: Key, value: Values[Key]) => void

export interface FormValues<Values extends object> {
  readonly values: Values
  /** What stands in the form at this moment, also before it is drawn again. */
  latest(): Values
  /** A person typed or chose it. */
  readonly set: Put<Values>
  /** A proposal nobody chose: no typed work. */
  readonly put: Put<Values>
  isDirty(): boolean
  /** The fields that were changed since `watch` was called. */
  readonly changed: ReadonlySet<string>
  watch(): void
  reset(values: Values): void
  /** One function per field for the life of the form, so that a field need not be drawn because another one changed. */
  setter<Key extends keyof Values & string>(way: 'set' | 'put', key: Key): (value: Values[Key]) => void
}

const nothing: ReadonlySet<string> = new Set()

/** What was typed into a form, and which of it since when. */
export function useFormValues<Values extends object>(initial: Values): FormValues<Values> {
  const [values, setValues] = useState(initial)
  const [changed, setChanged] = useState(nothing)
  const latest = useRef({ values, isDirty: false })
  const setters = useRef(new Map<string, (value: never) => void>())
  const put = useCallback<Put<Values>>((key, value) => {
    latest.current.values = { ...latest.current.values, [key]: value }
    setValues(latest.current.values)
  }, [])
  const set = useCallback<Put<Values>>(
    (key, value) => {
      latest.current.isDirty = true
      put(key, value)
      setChanged((before) => (before.has(String(key)) ? before : new Set([...before, String(key)])))
    },
    [put],
  )
  return {
    values,
    latest: useCallback(() => latest.current.values, []),
    set,
    put,
    isDirty: useCallback(() => latest.current.isDirty, []),
    changed,
    watch: useCallback(() => setChanged(nothing), []),
    reset: useCallback((next) => {
      latest.current = { values: next, isDirty: false }
      setValues(next)
    }, []),
    setter: (way, key) => {
      const name = `${way} ${key}`
      const known =
        setters.current.get(name) ?? ((value: Values[typeof key]) => (way === 'set' ? set : put)(key, value))
      setters.current.set(name, known)
      return known as (value: Values[typeof key]) => void
    },
  }
}
