/** True where every word of `text` occurs somewhere in `searched`, whatever the case and the accents. */
export function matchesWords(searched: string, text: string): boolean {
  const inside = plain(searched)
  return plain(text)
    .split(/\s+/)
    .every((word) => inside.includes(word))
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim()
}
