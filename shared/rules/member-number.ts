/**
 * The key a member number is compared and ordered by: capitals, spaces and full-width digits make no other number, and
 * 2 stands before 10. Runs of digits carry their length in front; the number itself follows, so that `A-7` and `A-007`
 * stay two numbers beside each other. Ordered by bytes, as SQLite does.
 */
export function memberNumberKey(number: string): string {
  const plain = number.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ')
  const natural = plain.replace(/\d+/g, (digits) => {
    const value = digits.replace(/^0+(?=\d)/, '')
    return `${String(value.length).padStart(2, '0')}${value}`
  })
  return `${natural} ${plain}`
}

/**
 * The number that continues the pattern of `last`: `A-007` → `A-008`, `99` → `100`, `014/KSU/2026` → `015/KSU/2026`
 * (a year is left as it is where another number stands beside it). Without a digit to count on, counting begins at 2.
 */
export function nextMemberNumber(last: string): string {
  const runs = [...last.matchAll(/\d+/g)]
  const run = runs.findLast(([digits]) => !/^(19|20)\d\d$/.test(digits)) ?? runs.at(-1)
  if (!run) return `${last}-2`
  const next = (BigInt(run[0]) + 1n).toString().padStart(run[0].length, '0')
  return last.slice(0, run.index) + next + last.slice(run.index + run[0].length)
}
