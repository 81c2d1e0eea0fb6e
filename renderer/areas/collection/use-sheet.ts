import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { CalendarDate } from '../../../shared/calendar.ts'
import { useProductNames } from '../../app/product-names.ts'
import { orpc } from '../../app/queries.ts'
import type { CollectionWork, Sheet, SheetRow } from './collection-work.ts'
import type { SheetColumn } from './SheetLine.tsx'

/** The sheet of a day, with its columns named in the language of the screen. */
export interface DaySheet {
  readonly rows: readonly SheetRow[]
  readonly columns: readonly SheetColumn[]
  readonly isLoading: boolean
  readonly hasFailed: boolean
  readonly retry: () => void
}

const empty: Sheet = { products: [], rows: [] }

/** Asks for the day's sheet and hands it to the work; while another day is fetched the last one stays. */
export function useSheet(work: CollectionWork, date: CalendarDate): DaySheet {
  const query = useQuery({
    ...orpc.collection.sheet.queryOptions({ input: { date } }),
    placeholderData: keepPreviousData,
  })
  const nameOf = useProductNames()
  const { products, rows } = query.data ?? empty
  const columns = useMemo(
    () => products.map(({ product, name, kind }) => ({ product, kind, title: nameOf(product, name) })),
    [products, nameOf],
  )
  useEffect(() => work.setSheet({ products, rows }), [work, products, rows])
  return { rows, columns, isLoading: query.isPending, hasFailed: query.isError, retry: () => void query.refetch() }
}
