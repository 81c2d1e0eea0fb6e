import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'

interface Page {
  readonly rows: readonly unknown[]
}

/** How many rows before the end of what was fetched the next page is asked for. */
const ahead = 40

/** The pages of a long list as one table needs them: rows so far, and the next page as soon as its end comes in sight. */
export function usePages<Answer extends Page>(
  query: UseInfiniteQueryResult<InfiniteData<Answer>>,
): {
  readonly rows: readonly Answer['rows'][number][]
  readonly last: Answer | undefined
  onVisible(first: number, last: number): void
} {
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = query
  const rows = useMemo(() => data?.pages.flatMap((page) => page.rows) ?? [], [data])
  const count = rows.length
  const onVisible = useCallback(
    (_first: number, last: number) => {
      if (hasNextPage && !isFetchingNextPage && last >= count - ahead) void fetchNextPage()
    },
    [hasNextPage, isFetchingNextPage, fetchNextPage, count],
  )
  return { rows, last: data?.pages.at(-1), onVisible }
}
