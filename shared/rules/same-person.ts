/** True for `Sri  Wahyuni` and `sri wahyuni`: a count that two people sign is not signed by one. */
export function isSamePerson(first: string, second: string): boolean {
  return bare(first) === bare(second)
}

function bare(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
}
