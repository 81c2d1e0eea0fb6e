/**
 * Text as it is searched: lower case, without accents and without the apostrophes that names are written with and
 * without (`Mu'min`, `Mu’min`, `Mumin`).
 */
export function searchText(...parts: readonly (string | null | undefined)[]): string {
  return parts
    .filter((part) => part !== null && part !== undefined)
    .join(' ')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\p{M}'’‘ʼ`]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The words of a search, each of which must occur somewhere; none where nothing searchable was typed. */
export function searchWords(text: string): string[] {
  return [...new Set(searchText(text).split(' ').filter(Boolean))]
}
