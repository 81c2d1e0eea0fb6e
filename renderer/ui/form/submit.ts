import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useContext, useEffect, useRef, useState } from 'react'
import type { EntryForm } from './entry-form.ts'
import { TypedWorkContext } from './typed-work.ts'

interface Submit {
  readonly submit: () => void
  /** Saving was asked for and waits for what the screen still loads. */
  readonly isWaiting: boolean
}

/**
 * Saving as often as it is asked for, and never on half a screen: it waits for what is still being loaded, proposals
 * among it, and for who is asked whether she leaves; what is pressed while an earlier attempt is under way is tried after that was refused.
 */
export function useSubmit<Values extends object>(form: EntryForm<Values>, onRefused: () => void): Submit {
  const queries = useQueryClient()
  const work = useContext(TypedWorkContext)
  const [drawn, setDrawn] = useState<() => void>()
  const [isWaiting, setWaiting] = useState(false)
  const latest = useRef({ form, isThere: true, isUnderWay: false })
  latest.current.form = form
  const attempt = useRef({ values: form.values, generation: form.generation, isAskedAgain: false })
  const { hasFailed, isSaving } = form

  useEffect(() => {
    const { current } = latest
    current.isThere = true
    return () => {
      current.isThere = false
    }
  }, [])
  useEffect(() => drawn?.(), [drawn])

  const submit = async () => {
    const { current } = latest
    if (current.isUnderWay || current.form.isSaving) {
      attempt.current.isAskedAgain = true
      return
    }
    current.isUnderWay = true
    if (isLoading(queries)) {
      setWaiting(true)
      await allLoaded(queries, () => new Promise((resolve) => setDrawn(() => resolve)))
      setWaiting(false)
    }
    if (await work?.leaving()) current.isThere = false
    if (!current.isThere) return
    const { values, generation } = current.form
    attempt.current = { values, generation, isAskedAgain: false }
    await current.form.save()
    current.isUnderWay = false
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: what matters is that an attempt has ended
  useEffect(() => {
    if (isSaving) return
    const { values, generation, isAskedAgain } = attempt.current
    attempt.current.isAskedAgain = false
    const isChanged = form.generation === generation && form.values !== values
    if (isAskedAgain && isChanged) {
      latest.current.isUnderWay = false
      void submit()
    } else if (hasFailed) onRefused()
  }, [hasFailed, isSaving])
  return { submit: () => void submit(), isWaiting }
}

const isLoading = (queries: QueryClient): boolean => queries.isFetching({ type: 'active' }) > 0

/** Until everything the screen asked for is there, drawn, and so is what was asked for because of it. */
async function allLoaded(queries: QueryClient, draw: () => Promise<void>): Promise<void> {
  while (isLoading(queries)) {
    await nextAnswer(queries)
    // The answer is handed on in the next turn of the page; a proposal in it is put into the form once that was drawn.
    await new Promise((resolve) => setTimeout(resolve))
    await draw()
    await draw()
  }
}

function nextAnswer(queries: QueryClient): Promise<void> {
  return new Promise((resolve) => {
    const stop = queries.getQueryCache().subscribe(() => {
      stop()
      resolve()
    })
  })
}
