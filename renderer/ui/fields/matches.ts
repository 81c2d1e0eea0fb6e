/** True where every word of `text` occurs somewhere in `searched`, whatever the case and the accents. */
export function matchesWords(searched: string, text: string): boolean {
  const inside = plain(searched)
  return plain(text)
    .split(/\s+/)
    .every((word) => inside.includes(word))
}

/** Words that begin one in a name stand before those that only occur inside: *utang* finds Utang usaha before Piutang usaha; a name that begins so stands first. */
export function bestFirst<Item>(items: readonly Item[], text: string, nameOf: (item: Item) => string): Item[] {
  const words = plain(text).split(/\s+/)
  const rank = (item: Item) => {
    const found = plain(nameOf(item)).split(/[^\p{L}\p{N}]+/u)
    const begun = words.filter((word) => found.some((one) => one.startsWith(word))).length
    return plain(nameOf(item)).startsWith(plain(text)) ? begun + 1 : begun
  }
  return items.toSorted((a, b) => rank(b) - rank(a))
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
}
