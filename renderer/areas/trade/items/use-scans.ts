import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { ItemAnswer } from '../../../../shared/contract/items.ts'
import { orpc } from '../../../app/queries.ts'
import { useOpenQuestion } from '../../../ui/form/open-questions.ts'
import { type Wanted, wantedInput } from './wanted.ts'

/** A code that put nothing into the list, with the item it belongs to where that is not wanted here. */
export interface MissedScan {
  readonly code: string
  readonly item: ItemAnswer | undefined
}

interface Scans {
  /** Takes what was read where it looks like a barcode; false where it does not. */
  readonly take: (text: string) => boolean
  readonly missed: readonly MissedScan[]
  readonly forget: () => void
}

const barcode = /^\d{6,}$/

// What waits comes by itself; there is nobody to ask.
const justWait = () => undefined

/**
 * Barcodes read faster than they can be looked up: each waits for its turn, so that the next one never runs into it, and
 * saving waits for all of them. What belongs to no item, or to one that is not wanted here, is kept to be shown.
 */
export function useScans(wanted: Wanted | undefined, onFound: (item: ItemAnswer) => void): Scans {
  const [waiting, setWaiting] = useState<readonly string[]>([])
  const [missed, setMissed] = useState<readonly MissedScan[]>([])
  const [code] = waiting
  useOpenQuestion(code !== undefined, justWait)
  const fitting = useMeant(code, wantedInput(wanted))
  const isMissed = code !== undefined && !fitting.isWaiting && fitting.item === undefined
  const any = useMeant(isMissed ? code : undefined, {})
  useEffect(() => {
    if (code === undefined || fitting.isWaiting || (isMissed && any.isWaiting)) return
    if (fitting.item) onFound(fitting.item)
    else setMissed((before) => [...before.filter((one) => one.code !== code), { code, item: any.item }])
    setWaiting(([, ...rest]) => rest)
  })
  return {
    take: (text) => {
      const read = text.trim()
      if (!barcode.test(read)) return false
      setWaiting((before) => [...before, read])
      return true
    },
    missed,
    forget: () => setMissed([]),
  }
}

/** The item of a whole barcode, or the only one that has these digits in its name or number. */
function useMeant(code: string | undefined, asked: Partial<ReturnType<typeof wantedInput>>) {
  const { data, isError, isFetching } = useQuery({
    ...orpc.items.list.queryOptions({ input: { ...asked, text: code ?? '', limit: 2 } }),
    enabled: code !== undefined,
  })
  const found = code === undefined ? [] : (data?.rows ?? [])
  const item = found.find((one) => one.barcode === code) ?? (found.length === 1 ? found[0] : undefined)
  return { item, isWaiting: isFetching || (data === undefined && !isError) }
}
