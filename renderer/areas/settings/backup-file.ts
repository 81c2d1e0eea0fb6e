/** Megabytes with one decimal, written with a comma. */
export function megabytes(bytes: number): string {
  const tenths = Math.ceil(bytes / 100_000)
  return `${Math.trunc(tenths / 10)},${tenths % 10}`
}

/** The last part of a path, whichever way its system writes them. */
export function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path
}
