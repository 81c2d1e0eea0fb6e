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
      const paths = changedPaths(String(key), latest.current.values[key], value)
      put(key, value)
      setChanged((before) => (paths.every((path) => before.has(path)) ? before : new Set([...before, ...paths])))
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

/** A field, and of a list in it what is another now: by its place, and by the key of its line where lines have one. */
export function changedPaths(name: string, before: unknown, after: unknown): string[] {
  if (!Array.isArray(before) || !Array.isArray(after)) return [name]
  const parts = after.flatMap((line: unknown, index) => {
    const key = keyOf(line)
    const old: unknown = key === undefined ? before[index] : before.find((one: unknown) => keyOf(one) === key)
    if (old === line || !isRecord(line)) return []
    const was = isRecord(old) ? old : {}
    const fields = Object.keys(line).filter((field) => line[field] !== was[field])
    const places = key === undefined ? [String(index)] : [String(index), key]
    return places.flatMap((place) => fields.map((field) => `${name}.${place}.${field}`))
  })
  return [name, ...parts]
}

function keyOf(line: unknown): string | undefined {
  return isRecord(line) && typeof line.key === 'string' ? line.key : undefined
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
