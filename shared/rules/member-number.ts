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
