import { useText } from '../../ui/text.ts'

/** Warnings of a cash entry as sentences; a code without one is not for this screen. */
export function useWarnings(codes: readonly string[]): string[] {
  const { t } = useText()
  return codes.includes('bank_below_zero') ? [t(($) => $.cash.warning.bankBelowZero)] : []
}
