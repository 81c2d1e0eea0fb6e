import { Refusal } from '../../../shared/errors.ts'

/** Something stands on what would be taken back: names the voucher that goes first, and its entry where it has one. */
export function reverseFirst(entryId: string | null, voucher: string): Refusal {
  return new Refusal('NOT_ALLOWED', 'reverse_first', { voucher, first: { entryId, voucher } })
}
