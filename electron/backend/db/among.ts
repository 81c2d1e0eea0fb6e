import { type RawBuilder, sql } from 'kysely'

/** The values of a JSON list, so that one prepared query serves any number of them. */
export function among(list: string): RawBuilder<string> {
  return sql<string>`(SELECT value FROM json_each(${list}))`
}
