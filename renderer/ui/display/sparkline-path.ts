/** The line through `values`, left to right in a box; a flat series lies in the middle. */
export function sparklinePath(values: readonly number[], width: number, height: number): string {
  const lowest = Math.min(...values)
  const range = Math.max(...values) - lowest
  const step = values.length > 1 ? width / (values.length - 1) : 0
  return values
    .map((value, index) => {
      const y = range === 0 ? height / 2 : height - ((value - lowest) * height) / range
      return `${index === 0 ? 'M' : 'L'}${hundredths(index * step)} ${hundredths(y)}`
    })
    .join(' ')
}

function hundredths(value: number): number {
  return Math.trunc(value * 100) / 100
}
