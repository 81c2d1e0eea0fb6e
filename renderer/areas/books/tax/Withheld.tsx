import { Text } from '@mantine/core'
import { formatRupiah, sumSen } from '../../../../shared/rules/money.ts'
import { useText } from '../../../ui/text.ts'

interface WithheldProps {
  /** The tax that is posted, or its difference, and what of it others withheld; sen. */
  readonly amount: number
  readonly withheld: number
}

/** What of a month's tax others withheld, and what is left to pay; nothing where nobody withheld any. */
export function Withheld({ amount, withheld }: WithheldProps) {
  const { t } = useText()
  if (withheld === 0) return null
  const said = {
    tax: formatRupiah(amount),
    withheld: formatRupiah(Math.abs(withheld)),
    left: formatRupiah(sumSen([amount, -withheld])),
  }
  return <Text role="status">{t(($) => $.tax[withheld > 0 ? 'withheld' : 'withheldBack'], said)}</Text>
}
