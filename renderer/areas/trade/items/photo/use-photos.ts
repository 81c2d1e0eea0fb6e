import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { orpc } from '../../../../app/queries.ts'

/** The photo of each of these items that has one: they are asked for once what they belong to is on the screen. */
export function usePhotos(itemIds: readonly string[]): ReadonlyMap<string, string> {
  const { data } = useQuery({
    ...orpc.attachments.photos.queryOptions({ input: { itemIds: itemIds.slice(0, 1_000) } }),
    placeholderData: keepPreviousData,
    enabled: itemIds.length > 0,
  })
  return new Map(data?.rows.map(({ itemId, attachmentId }) => [itemId, attachmentId]))
}
