import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { ItemAnswer } from '../../../../shared/contract/items.ts'
import { orpc } from '../../../app/queries.ts'
import { useOpenQuestion } from '../../../ui/form/open-questions.ts'

interface Scans {
  /** Takes what was read where it looks like a barcode; false where it does not. */
  readonly take: (text: string) => boolean
  /** The codes that are nobody's. */
  readonly unknown: readonly string[]
  readonly forget: () => void
}

const barcode = /^\d{6,}$/

// What waits comes by itself; there is nobody to ask.
const justWait = () => undefined

/**
 * Barcodes read faster than they can be looked up: each waits for its turn, so that the next one never runs into it, and
 * saving waits for all of them. What belongs to no item is kept to be shown.
 */
export function useScans(fits: (item: ItemAnswer) => boolean, onFound: (item: ItemAnswer) => void): Scans {
  const [waiting, setWaiting] = useState<readonly string[]>([])
  const [unknown, setUnknown] = useState<readonly string[]>([])
  const [code] = waiting
  useOpenQuestion(code !== undefined, justWait)
  const { data, isError, isFetching } = useQuery({
    ...orpc.items.list.queryOptions({ input: { text: code ?? '', activeOnly: true, limit: 30 } }),
    enabled: code !== undefined,
  })
  useEffect(() => {
    if (code === undefined || isFetching || (data === undefined && !isError)) return
    const found = (data?.rows ?? []).filter(fits)
    const item = found.find((one) => one.barcode === code) ?? (found.length === 1 ? found[0] : undefined)
    if (item) onFound(item)
    else setUnknown((before) => [...before.filter((one) => one !== code), code])
    setWaiting(([, ...rest]) => rest)
  })
  return {
    take: (text) => {
      const read = text.trim()
      if (!barcode.test(read)) return false
      setWaiting((before) => [...before, read])
      return true
    },
    unknown,
    forget: () => setUnknown([]),
  }
}
