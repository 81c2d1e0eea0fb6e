/**
 * The number that continues the pattern of `last`, of members, goods, partners and equipment alike: `A-007` → `A-008`, `99` → `100`, `014/KSU/2026` → `015/KSU/2026`
 * (a year is left as it is where another number stands beside it). Without a digit to count on, counting begins at 2.
 */
export function numberAfter(last: string): string {
  const runs = [...last.matchAll(/\d+/g)]
  const run = runs.findLast(([digits]) => !/^(19|20)\d\d$/.test(digits)) ?? runs.at(-1)
  if (!run) return `${last}-2`
  const next = (BigInt(run[0]) + 1n).toString().padStart(run[0].length, '0')
  return last.slice(0, run.index) + next + last.slice(run.index + run[0].length)
}
