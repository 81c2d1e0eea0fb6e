import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { CalendarDate } from '../../../shared/calendar.ts'
import { useProductNames } from '../../app/product-names.ts'
import { orpc } from '../../app/queries.ts'
import { useText } from '../../ui/text.ts'
import type { CollectionWork } from './collection-work.ts'
import type { SheetColumn } from './SheetLine.tsx'
import { type Sheet, type SheetRow, sheetColumns } from './sheet-columns.ts'

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
  const { t } = useText()
  const nameOf = useProductNames()
  const { products, rows } = query.data ?? empty
  const columns = useMemo(() => {
    const all = sheetColumns({ products, rows })
    const hasSeveral = all.filter((column) => column.of === 'loan').length > 1
    return all.map((column): SheetColumn => {
      if (column.of === 'savings') {
        const name = products.find(({ product }) => product === column.product)?.name
        return { ...column, title: nameOf(column.product, name) }
      }
      const place = column.place + 1
      const one = column.of === 'loan' ? t(($) => $.collection.grid.loan) : t(($) => $.collection.grid.penalty)
      const numbered =
        column.of === 'loan'
          ? t(($) => $.collection.grid.loanOf, { place })
          : t(($) => $.collection.grid.penaltyOf, { place })
      return { ...column, title: hasSeveral ? numbered : one }
    })
  }, [products, rows, nameOf, t])
  useEffect(() => work.setSheet({ products, rows }), [work, products, rows])
  return { rows, columns, isLoading: query.isPending, hasFailed: query.isError, retry: () => void query.refetch() }
}
