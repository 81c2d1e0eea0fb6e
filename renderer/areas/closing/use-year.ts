import { useQuery } from '@tanstack/react-query'
import { yearOf } from '../../../shared/calendar.ts'
import type { Answers } from '../../../shared/contract/index.ts'
import { orpc } from '../../app/queries.ts'
import { useBook } from '../../app/session.tsx'
import { useAsked } from '../../app/use-asked.ts'

export type YearRow = Answers['closing']['years']['rows'][number]

/** The year that is asked for by `?year=`, else the last one that is over, else this one; with what the book says of it. */
export function useClosingYear(): {
  readonly year: number
  readonly row: YearRow | undefined
  readonly rows: readonly YearRow[]
  readonly error: unknown
} {
  const { today } = useBook()
  const { year: asked } = useAsked()
  const { data, error } = useQuery(orpc.closing.years.queryOptions({ input: {} }))
  const rows = data?.rows ?? []
  const thisYear = yearOf(today)
  const over = rows.find((row) => row.year < thisYear)?.year
  const year = asked ?? over ?? thisYear
  return { year, row: rows.find((one) => one.year === year), rows, error }
}
