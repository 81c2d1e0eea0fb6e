import { useEffect, useRef, useState } from 'react'
import { useText } from '../../../ui/text.ts'
import { ItemSearch } from '../items/ItemSearch.tsx'
import type { Wanted } from '../items/wanted.ts'
import { focusField } from '../sell/basket-keys.ts'
import { GoodsTable } from './GoodsTable.tsx'
import { type GoodsLine, withGoods } from './goods-lines.ts'

interface GoodsEntryProps {
  readonly lines: readonly GoodsLine[]
  readonly onChange: (lines: readonly GoodsLine[]) => void
  readonly errorAt: (path: string) => string | undefined
  readonly wanted: Wanted
  readonly isBought?: boolean
  readonly autoFocus?: boolean
  /** What the list is called in the input, and its search where a form has several. */
  readonly list?: string
  readonly label?: string
  /** Where what there is of them is counted. */
  readonly place?: string
}

/** Goods searched or scanned one after another; after each its quantity is asked. */
export function GoodsEntry(props: GoodsEntryProps) {
  const { lines, onChange, errorAt, wanted, isBought = false, autoFocus = false, list = 'lines', label, place } = props
  const { t } = useText()
  const entry = useRef<HTMLDivElement>(null)
  const [added, setAdded] = useState<string>()
  useEffect(() => {
    // Drawn by now: how many of it is asked next.
    if (added === undefined) return
    focusField(entry.current, `${list}.${added}.qty`)
    setAdded(undefined)
  }, [added, list])
  return (
    <div ref={entry}>
      <ItemSearch
        label={label ?? t(($) => $.trade.sell.search)}
        error={errorAt(list)}
        wanted={wanted}
        place={place}
        autoFocus={autoFocus}
        onPick={(item) => {
          onChange(withGoods(lines, item))
          setAdded(item.itemId)
        }}
      />
      <GoodsTable {...{ lines, onChange, errorAt, isBought, list, place }} />
    </div>
  )
}
