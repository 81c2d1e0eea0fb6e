import { useState } from 'react'
import type { Cell, CollectionWork } from './collection-work.ts'
import type { SheetRow } from './sheet-columns.ts'

export interface Filling {
  /** The boxes that were filled last; undefined before anything was. */
  readonly filled: readonly Cell[] | undefined
  fill(): void
  /** Empties them again. */
  undo(): void
}

/** Puts what is due into the empty boxes of the lines in sight, and takes it out again. */
export function useFilling(work: CollectionWork, rows: readonly SheetRow[]): Filling {
  const [filled, setFilled] = useState<readonly Cell[]>()
  return {
    filled,
    fill: () => setFilled(work.fillDue(rows)),
    undo: () => {
      work.clear(filled ?? [])
      setFilled(undefined)
    },
  }
}
