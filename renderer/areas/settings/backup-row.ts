/** `2026-11-20 01:02` from a moment in UTC ISO text. */
export function momentText(at: string): string {
  return `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`
}

/** Megabytes with one decimal, written with a comma. */
export function megabytes(bytes: number): string {
  const tenths = Math.ceil(bytes / 100_000)
  return `${Math.trunc(tenths / 10)},${tenths % 10}`
}
