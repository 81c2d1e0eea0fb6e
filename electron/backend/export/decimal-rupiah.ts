/** Sen as rupiah with two decimals and a point, as programs read it: `-150000050` → `-1500000.50`. */
export function decimalRupiah(amount: number): string {
  const digits = String(Math.abs(amount)).padStart(3, '0')
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}
